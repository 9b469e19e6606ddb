"""What an editor is warned of, rule by rule."""

from dataclasses import replace

import pytest

from sources.dates.value import parse
from strikes.answers.answer import Answer
from strikes.rules.warnings import Said, warnings
from strikes.vocabulary.terms import Basis, Hedge, HowNamed, PartyKind, Scope, Stance

FILED = parse("[2017-03-16,2017-03-17]")
FIRST = Said(
    number=1,
    question=1,
    subject=None,
    party=1,
    authority=10,
    party_kind=PartyKind.MONITOR,
    is_collective=False,
    is_signed=True,
    how_named=HowNamed.ORGANISATION,
    told_by=None,
    stance=Stance.ASSERTS,
    basis=Basis.NOT_STATED,
    scope=Scope.EVENT,
    is_one_answer=True,
    is_apparent_error=False,
    stated=parse("2017-03-17"),
    answer=Answer(low=42, hedge=Hedge.AT_LEAST),
)
LATER = replace(FIRST, number=2, stated=parse("2017-03-18"), answer=Answer(low=46, hedge=Hedge.AT_LEAST))


def told(claim: Said, *others: Said) -> list[tuple[str, int | None]]:
    return [(each.sentence.split(",")[0], each.other) for each in warnings(claim, others, FILED)]


def test_a_claim_by_itself_is_warned_of_nothing():
    assert told(FIRST) == []


def test_the_same_party_question_and_day_are_told_with_the_claim_beside_it():
    twin = replace(FIRST, number=2)

    assert told(FIRST, twin) == [("The same party answers the same question on the same day already.", 2)]


@pytest.mark.parametrize("other", [{"party": 2}, {"question": 2}, {"subject": 5}, {"stated": None}])
def test_another_party_question_subject_or_day_is_not(other):
    assert told(FIRST, replace(FIRST, number=2, **other)) == []


def test_two_days_that_are_not_known_are_not_one_day():
    assert told(replace(FIRST, stated=None), replace(FIRST, number=2, stated=None)) == []


@pytest.mark.parametrize("edtf", ["2017-03-15", "2017-02", "2016"])
def test_a_claim_stated_before_the_strike_is_told(edtf):
    assert told(replace(FIRST, stated=parse(edtf)))[0][0].startswith(f"Stated on {parse(edtf)}")


@pytest.mark.parametrize("edtf", ["2017-03-16", "2017-03", "2017-03-16~", "2017"])
def test_a_claim_that_may_be_of_the_day_is_not(edtf):
    assert told(replace(FIRST, stated=parse(edtf))) == []


@pytest.mark.parametrize("basis", [Basis.NOT_STATED, Basis.TOLD_BY, Basis.COMPILATION])
def test_a_newsroom_that_did_not_see_for_itself_is_told(basis):
    newsroom = replace(FIRST, party_kind=PartyKind.NEWSROOM, basis=basis)

    assert told(newsroom) == [("The party is a newsroom", None)]


@pytest.mark.parametrize("basis", [Basis.EYEWITNESS, Basis.IMAGERY, Basis.OWN_INQUIRY])
def test_a_newsroom_that_did_is_not(basis):
    assert told(replace(FIRST, party_kind=PartyKind.NEWSROOM, basis=basis)) == []


def test_a_later_claim_of_the_same_authority_that_differs_is_told_from_both_ends():
    assert told(FIRST, LATER) == [("A later claim of the same authority differs", 2)]
    assert told(LATER, FIRST) == [("An earlier claim of the same authority differs", 1)]
    assert told(LATER, replace(FIRST, party=2)) == [("An earlier claim of the same authority differs", 1)]


def test_one_that_supersedes_it_is_not():
    linked = replace(LATER, supersedes=frozenset({1}))

    assert told(FIRST, linked) == []
    assert told(linked, FIRST) == []


def test_one_that_was_superseded_by_a_third_is_not():
    third = replace(LATER, number=3, stated=parse("2017-03-19"), supersedes=frozenset({1, 2}))

    assert told(third, FIRST, LATER) == []
    assert told(LATER, FIRST, third) == []


@pytest.mark.parametrize(
    "other",
    [
        {"answer": FIRST.answer},
        {"authority": 11},
        {"question": 2},
        {"subject": 5},
        {"stated": None},
        {"stated": parse("2017-03")},
        {"stance": Stance.DECLINES},
        {"is_collective": True},
        {"how_named": HowNamed.UNNAMED_OFFICIAL},
        {"scope": Scope.PART},
        {"is_apparent_error": True},
        {"is_one_answer": False},
    ],
    ids=str,
)
def test_what_moves_no_position_is_not(other):
    assert told(replace(LATER, **other), FIRST) == []


def test_a_denial_of_what_was_asserted_is_told_on_any_question():
    first, denial = replace(FIRST, is_one_answer=False), replace(LATER, is_one_answer=False, stance=Stance.DENIES)

    assert told(denial, first) == [("An earlier claim of the same authority differs", 1)]
