"""What a claim says, in words."""

from typing import Any

import pytest

from strikes.dossiers.dossier import Speaker
from strikes.rules.stands import Asked
from strikes.vocabulary.terms import AnswerKind, Basis, Beside, HowNamed, ProofStandard, Stance, Strength
from strikes.wording.claims import (
    answered_by,
    answered_elsewhere,
    basis_in_words,
    proof_standard_in_words,
    said_after_name,
    said_by,
    scope_in_words,
    speaker_in_words,
    stance_and_answer,
    stance_then_answer,
    strength_beside,
    strength_beside_row,
    why_not_compared,
)
from strikes.wording.names import DossierNames
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, read
from tests.strikes.incident.pages import claim, page_of


def said(**values: Any) -> tuple[str, str]:
    """What a claim says beside its party, and as the row of a table."""
    dossier = read(make_dossier(make_claim(1, **values)))
    (claim,), names = dossier.claims, DossierNames(dossier, QUESTIONS)
    return said_by(claim, names), answered_by(claim, names)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ("42 people", "42 people")),
        ({"strength": "likely"}, ("42 people (likely or apparent)", "42 people")),
        ({"strength": "possible"}, ("42 people (possible)", "possible: 42 people")),
        ({"strength": "unlikely"}, ("unlikely: 42 people", "unlikely: 42 people")),
        ({"stance": "denies"}, ("denies: 42 people", "denied: 42 people")),
        ({"stance": "not_ruled_out"}, ("does not rule out: 42 people", "does not rule out: 42 people")),
        ({"question": "strikes"}, ("42 strikes", "42 strikes")),
    ],
)
def test_an_answer_is_said_with_its_stance_and_its_strength(values: dict[str, Any], words: tuple[str, str]):
    assert said(**values) == words


def test_an_answer_to_another_question_names_the_question():
    dossier = read(make_dossier(make_claim(1, question="killed-civilians")))
    (claim,), names = dossier.claims, DossierNames(dossier, QUESTIONS)

    assert answered_elsewhere(claim, Asked("killed"), names) == "42 people (civilians killed)"
    assert answered_elsewhere(claim, Asked("killed-civilians"), names) == "42 people"


def test_an_answer_about_a_subject_names_the_question_with_it():
    subjects = [{"code": "hall", "kind": "building", "label": "the hall"}]
    raw = make_claim(1, question="building-hit", subject="hall", answer={"yes": True})
    dossier = read(make_dossier(raw, subjects=subjects))
    (claim,), names = dossier.claims, DossierNames(dossier, QUESTIONS)

    elsewhere = answered_elsewhere(claim, Asked("building-hit"), names)
    assert elsewhere == "it was hit (whether the named building was hit: the hall)"
    assert answered_elsewhere(claim, Asked("building-hit", "hall"), names) == "it was hit"


def test_a_standard_of_proof_is_said():
    assert proof_standard_in_words(ProofStandard.MORE_LIKELY_THAN_NOT) == "standard: more likely than not"


def test_an_answer_beside_its_question_names_every_stance_but_the_plain_one():
    assert stance_and_answer(AnswerKind.CHOICE, Stance.ASSERTS, "a mosque") == "a mosque"
    assert stance_and_answer(AnswerKind.CHOICE, Stance.DENIES, "a mosque") == "denies: a mosque"


@pytest.mark.parametrize(
    ("kind", "stance", "answer", "words"),
    [
        (AnswerKind.YES_NO, Stance.ASSERTS, "it was hit", ("asserts", "it was hit")),
        (AnswerKind.YES_NO, Stance.NOT_RULED_OUT, "it was hit", ("does not rule out that", "it was hit")),
        (AnswerKind.YES_NO, Stance.NOT_ESTABLISHED, "it was hit", ("could not establish that", "it was hit")),
        (AnswerKind.YES_NO, Stance.NOT_RULED_OUT, "", ("does not rule it out", "")),
        (AnswerKind.YES_NO, Stance.NOT_ESTABLISHED, "", ("could not establish it", "")),
        (AnswerKind.PARTY, Stance.DENIES, "Russia", ("denies that it was", "Russia")),
        (AnswerKind.CHOICE, Stance.DENIES, "a mosque", ("denies:", "a mosque")),
        (AnswerKind.CHOICE, Stance.NOT_ESTABLISHED, "a mosque", ("could not establish:", "a mosque")),
        (AnswerKind.CHOICE, Stance.NOT_ESTABLISHED, "", ("could not establish", "")),
        (AnswerKind.CHOICE, Stance.CONDITIONAL, "an inquiry", ("would, on a condition:", "an inquiry")),
    ],
)
def test_the_head_of_a_claim_ends_in_no_colon_without_an_answer(
    kind: AnswerKind, stance: Stance, answer: str, words: tuple[str, str]
):
    assert stance_then_answer(kind, stance, answer) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, (":", "a mosque")),
        ({"strength": "likely"}, (":", "a mosque (likely or apparent)")),
        ({"strength": "unlikely"}, (":", "a mosque (unlikely)")),
        ({"stance": "denies"}, ("", "denies: a mosque")),
        ({"stance": "denies", "strength": "likely"}, ("", "denies: a mosque (likely or apparent)")),
        ({"stance": "not_established"}, ("", "could not establish: a mosque")),
        ({"told_by": "centcom", "strength": "possible"}, (":", "a mosque (possible)")),
        ({"told_by": "centcom", "stance": "denies"}, (":", "a mosque")),
    ],
)
def test_no_two_colons_stand_between_a_party_and_its_answer(values: dict[str, Any], words: tuple[str, str]):
    dossier = read(make_dossier(make_claim(1, question="struck", answer={"choice": "mosque"}, **values)))

    assert said_after_name(dossier.claims[0], DossierNames(dossier, QUESTIONS)) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"strength": "likely"}, "42 people (likely or apparent)"),
        ({"strength": "possible"}, "possible: 42 people"),
        ({"stance": "denies"}, "a denial: 42 people"),
        ({"stance": "denies", "strength": "likely"}, "likely not: 42 people"),
        ({"stance": "denies", "question": "struck", "answer": {"choice": "mosque"}}, "not a mosque (what was struck)"),
        (
            {"scope": "wider", "also_covers": "several places"},
            "42 people (covers more than this event: several places)",
        ),
        (
            {"question": "injured", "strength": "likely", "scope": "part"},
            "42 people (likely or apparent; covers only a part of this event; injured)",
        ),
    ],
)
def test_what_replaced_an_answer_keeps_its_strength_and_what_it_covers(values: dict[str, Any], words: str):
    dossier = read(make_dossier(make_claim(1, **values)))

    assert answered_elsewhere(dossier.claims[0], Asked("killed"), DossierNames(dossier, QUESTIONS)) == words


@pytest.mark.parametrize(
    ("first", "second", "notes"),
    [
        ({"stance": "denies"}, {"strength": "unlikely"}, ["", "says: unlikely"]),
        ({"strength": "unlikely"}, {"strength": "unlikely"}, ["", ""]),
        ({"strength": "unlikely"}, {"strength": "doubts"}, ["", "says: doubts"]),
        ({"strength": "likely"}, {}, ["likely or apparent", ""]),
    ],
)
def test_a_strength_stands_beside_a_row_that_is_named_otherwise(
    first: dict[str, Any], second: dict[str, Any], notes: list[str]
):
    page = page_of(claim(1, "sohr", **first), claim(2, "centcom", **second))

    (lane,) = page.findings[0].lanes
    assert [strength_beside_row(stand.claim, lane) for stand in lane.stands] == notes


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        (Speaker(), ""),
        (Speaker(how_named=HowNamed.UNNAMED), "speaker: unnamed"),
        (Speaker(reason_unnamed="not authorised"), "not authorised"),
        (Speaker(role="press office"), "press office"),
        (Speaker(name="Eric Pahon", role="spokesman", how_named=HowNamed.NAMED), "Eric Pahon, spokesman, {}"),
        (Speaker(name="Eric Pahon", how_named=HowNamed.NAMED), "Eric Pahon, {}"),
        (Speaker(role="a resident", how_named=HowNamed.NAMED), "a resident ({})"),
        (
            Speaker(role="an official", how_named=HowNamed.NAMED, reason_unnamed="not authorised to speak"),
            "an official ({}), not authorised to speak",
        ),
    ],
)
def test_a_speaker_is_said_with_role_and_how_the_source_names_them(speaker: Speaker, words: str):
    assert speaker_in_words(speaker) == words.format(HowNamed.NAMED.label)


def test_every_strength_but_a_plain_one_is_printed():
    for strength in Strength:
        if strength is not Strength.FACT:
            assert str(strength.label) in said(strength=strength.value)[0]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"stance": "denies", "strength": "likely"}, ("likely not: a mosque", "not a mosque", "likely or apparent")),
        ({"stance": "denies", "strength": "possible"}, ("possibly not: a mosque", "not a mosque", "possible")),
        ({"stance": "denies", "strength": "unlikely"}, ("denies: a mosque", "not a mosque", "")),
        ({"stance": "denies", "strength": "doubts"}, ("denies: a mosque", "not a mosque", "")),
        ({"strength": "doubts"}, ("doubts: a mosque", "doubts: a mosque", "doubts")),
        ({"stance": "no_evidence"}, ("found no evidence of: a mosque", "found no evidence of: a mosque", "")),
        (
            {"stance": "not_ruled_out", "strength": "unlikely"},
            ("does not rule out: a mosque (unlikely)", "does not rule out: a mosque", "unlikely"),
        ),
    ],
)
def test_a_denial_keeps_its_strength_and_is_never_negated_twice(values: dict[str, Any], words: tuple[str, str, str]):
    (claim,) = read(make_dossier(make_claim(1, question="struck", answer={"choice": "mosque"}, **values))).claims

    shown = said(question="struck", answer={"choice": "mosque"}, **values)
    assert (*shown, strength_beside(claim.stance, claim.strength)) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ("it was hit", "it was hit")),
        ({"answer": {"yes": False}}, ("it was not hit", "it was not hit")),
        ({"strength": "likely"}, ("it was hit (likely or apparent)", "it was hit")),
        ({"strength": "possible"}, ("it was hit (possible)", "possible: it was hit")),
        ({"strength": "unlikely"}, ("unlikely: it was hit", "unlikely: it was hit")),
        ({"strength": "doubts"}, ("doubts: it was hit", "doubts: it was hit")),
        ({"stance": "no_evidence"}, ("found no evidence that it was hit",) * 2),
        ({"stance": "not_established"}, ("could not establish that it was hit",) * 2),
        ({"stance": "not_ruled_out"}, ("does not rule out that it was hit",) * 2),
        ({"stance": "declines"}, ("declines to say whether it was hit",) * 2),
        ({"stance": "investigating"}, ("is investigating whether it was hit",) * 2),
        ({"stance": "conditional"}, ("would, on a condition: it was hit",) * 2),
        ({"stance": "retracts"}, ("retracts: it was hit",) * 2),
    ],
)
def test_yes_and_no_are_said_in_the_words_of_their_question(values: dict[str, Any], words: tuple[str, str]):
    assert said(**{"question": "building-hit", "answer": {"yes": True}} | values) == words


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("struck", {"choice": "mosque"}, "not a mosque"),
        ("carried-out-by", {"party": "centcom"}, "not US Central Command"),
        (
            "carried-out-by",
            {"one_of": ["centcom", "sohr"]},
            "denied: US Central Command or Syrian Observatory for Human Rights",
        ),
        ("precautions", {"choice": "warning"}, "denied: a warning was given"),
        ("munitions", {"choice": "bomb", "best": 2}, "denied: bombs: 2"),
        ("killed", {"best": 0}, "denied: none"),
        ("date", {"date": "2017-03-16"}, "denied: 16 March 2017"),
        ("called", {"text": "A tragedy."}, "denied: A tragedy"),
    ],
)
def test_a_row_says_not_of_a_thing_and_denied_of_what_not_would_twist(
    question: str, answer: dict[str, Any], words: str
):
    assert said(question=question, answer=answer, stance="denies")[1] == words


def test_a_denial_without_an_answer_of_its_own_names_whose_claim_it_denies():
    raw = make_claim(2, party="centcom", stance="denies", denies=1)
    del raw["answer"]
    dossier = read(make_dossier(make_claim(1), raw))
    names = DossierNames(dossier, QUESTIONS)

    assert said_by(dossier.claims[1], names) == "denies: what Syrian Observatory for Human Rights said (42 people)"


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ({}, ""),
        ({"scope": "part"}, "covers only a part of this event"),
        ({"scope": "wider", "also_covers": "the next village"}, "covers more than this event: the next village"),
    ],
)
def test_what_a_claim_covers_is_said_where_it_is_not_the_event(scope: dict[str, Any], words: str):
    (claim,) = read(make_dossier(make_claim(1, **scope))).claims

    assert scope_in_words(claim) == words


def test_a_basis_is_said_where_it_is_stated():
    assert (basis_in_words(Basis.EYEWITNESS), basis_in_words(Basis.NOT_STATED)) == ("basis: eyewitness", "")


def test_why_a_claim_is_not_compared_is_said_with_what_it_covers():
    wider, plain = read(make_dossier(make_claim(1, scope="wider", also_covers="a village"), make_claim(2))).claims

    assert why_not_compared(wider, Beside.WIDER) == "covers more: a village"
    assert why_not_compared(wider, Beside.ERROR) == "apparent error"
    assert why_not_compared(plain, Beside.PART) == "of a part only"
