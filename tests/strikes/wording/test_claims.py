"""What a claim says, in words."""

from typing import Any

import pytest

from strikes.dossiers.dossier import Speaker
from strikes.rules.positions import Asked
from strikes.vocabulary.terms import HowNamed, Stance, Strength
from strikes.wording.claims import answered_by, answered_elsewhere, said_by, speaker_in_words, stance_and_answer
from strikes.wording.names import DossierNames
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, read


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
        ({"strength": "unlikely"}, ("unlikely: 42 people", "doubted: 42 people")),
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


def test_an_answer_beside_its_question_names_every_stance_but_the_plain_one():
    assert stance_and_answer(Stance.ASSERTS, "a mosque") == "a mosque"
    assert stance_and_answer(Stance.DENIES, "a mosque") == "denies a mosque"


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        (Speaker(), ""),
        (Speaker(how_named=HowNamed.UNNAMED), "speaker: unnamed"),
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
