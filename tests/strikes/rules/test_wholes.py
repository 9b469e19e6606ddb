"""What is stated of a whole and read on its parts, and what “most of” is most of."""

from typing import Any

import pytest
from msgspec.structs import replace

from strikes.answers.comparison import Verdict
from strikes.rules.findings import Finding, findings
from strikes.rules.stands import Asked
from strikes.vocabulary.questions import Questions
from strikes.vocabulary.terms import QuestionState
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import all_found, case, says

NONE_KNOWN, MOST = {"hedge": "none_known"}, {"hedge": "most_of"}


def on(question: str, *claims: dict[str, Any]) -> Finding:
    return all_found(case(*claims))[Asked(question)]


def wholes(finding: Finding) -> dict[int, str]:
    """By the number of a claim, the whole that it was said of."""
    return {stand.claim.number: stand.whole for stand in finding.positions.stands if stand.whole}


# The whole, what is said of it, the part, what is said of that by somebody else, and the state of the part.
READ_ON_PARTS = [
    ("killed", {"best": 0}, "killed-civilians", {"best": 20}, QuestionState.DISPUTED),
    ("killed", NONE_KNOWN, "killed-civilians", {"best": 20}, QuestionState.DISPUTED),
    ("killed", NONE_KNOWN, "children-killed", {"hedge": "several"}, QuestionState.DISPUTED),
    ("harmed-civilians", NONE_KNOWN, "killed-civilians", {"best": 20}, QuestionState.DISPUTED),
    ("harmed-civilians", NONE_KNOWN, "injured-civilians", {"best": 20}, QuestionState.DISPUTED),
    ("killed-or-injured", NONE_KNOWN, "killed-civilians", {"best": 20}, QuestionState.DISPUTED),  # through another
    ("killed", NONE_KNOWN, "injured", {"best": 20}, QuestionState.ONE_ACCOUNT),
    ("killed-civilians", NONE_KNOWN, "killed", {"best": 20}, QuestionState.ONE_ACCOUNT),
    ("killed", {"best": 70}, "killed-civilians", {"low": 85, "hedge": "at_least"}, QuestionState.DIFFER),
    (
        "killed",
        {"best": 70, "hedge": "about"},
        "killed-civilians",
        {"low": 85, "hedge": "at_least"},
        QuestionState.DIFFER,
    ),
    (
        "killed",
        {"best": 70, "hedge": "about"},
        "killed-civilians",
        {"low": 77, "hedge": "at_least"},
        QuestionState.ONE_ACCOUNT,
    ),
    (
        "killed",
        {"best": 70, "hedge": "about"},
        "killed-civilians",
        {"low": 78, "hedge": "at_least"},
        QuestionState.DIFFER,
    ),
    ("killed", {"best": 70}, "killed-civilians", {"best": 70}, QuestionState.ONE_ACCOUNT),
    ("killed", {"best": 70}, "killed-civilians", {"best": 71}, QuestionState.DIFFER),
    ("killed", {"low": 60, "high": 70}, "killed-civilians", {"low": 65, "high": 80}, QuestionState.ONE_ACCOUNT),
    ("killed", {"low": 70, "hedge": "at_least"}, "killed-civilians", {"best": 85}, QuestionState.ONE_ACCOUNT),
    ("killed", {"hedge": "several"}, "killed-civilians", {"best": 21}, QuestionState.DIFFER),
    ("killed-or-injured", {"best": 70}, "killed-civilians", {"best": 85}, QuestionState.DIFFER),
    ("killed", {"best": 3, "unit": "families"}, "killed-civilians", {"best": 85}, QuestionState.ONE_ACCOUNT),
    ("killed", {"best": 70}, "killed-civilians", NONE_KNOWN, QuestionState.ONE_ACCOUNT),
]


@pytest.mark.parametrize(("whole", "of_whole", "part", "of_part", "state"), READ_ON_PARTS, ids=str)
def test_a_whole_is_read_on_its_part(whole, of_whole, part, of_part, state):
    finding = on(part, says(1, "state", whole, of_whole), says(2, "monitor", part, of_part))

    assert finding.state is state
    assert wholes(finding) == ({1: whole} if state is not QuestionState.ONE_ACCOUNT else {})


def test_what_is_said_of_the_whole_is_not_in_conflict_there():
    found = all_found(
        case(says(1, "state", "killed", NONE_KNOWN), says(2, "monitor", "killed-civilians", {"best": 20}))
    )

    assert {asked.question: finding.state for asked, finding in found.items()} == {
        "killed": QuestionState.ONE_ACCOUNT,
        "killed-civilians": QuestionState.DISPUTED,
    }


@pytest.mark.parametrize("values", [{"stance": "denies"}, {"strength": "unlikely"}, {"strength": "possible"}])
def test_only_what_is_asserted_of_the_whole_is_read_on_the_part(values):
    for of_whole in (NONE_KNOWN, {"best": 1}):
        said = says(1, "state", "killed", of_whole, **values), says(2, "monitor", "killed-civilians", {"best": 20})

        assert wholes(on("killed-civilians", *said)) == {}


@pytest.mark.parametrize("values", [{"stance": "denies"}, {"strength": "unlikely"}, {"strength": "possible"}])
def test_a_part_that_nobody_asserts_is_above_no_whole(values):
    said = says(1, "state", "killed", {"best": 1}), says(2, "monitor", "killed-civilians", {"best": 20}, **values)

    assert wholes(on("killed-civilians", *said)) == {}


def test_an_authority_is_not_set_against_itself():
    said = says(1, "command", "killed", {"best": 1}), says(2, "ministry", "killed-civilians", {"best": 20})

    assert wholes(on("killed-civilians", *said)) == {}


def test_whose_own_number_of_the_part_reaches_no_higher_is_compared_by_that():
    whole, other = says(1, "state", "killed", {"best": 70}), says(2, "monitor", "killed-civilians", {"best": 85})

    for own, is_read in (
        ({"best": 70}, False),
        ({"best": 1}, False),
        ({"low": 60, "hedge": "at_least"}, True),
        ({"best": 71}, True),
        ({"best": 1, "unit": "families"}, True),
    ):
        finding = on("killed-civilians", whole, other, says(3, "command", "killed-civilians", own))
        assert (1 in wholes(finding)) is is_read, own
    denial = says(3, "command", "killed-civilians", {"best": 1}, stance="denies")
    assert 1 in wholes(on("killed-civilians", whole, other, denial))


def test_a_bound_is_compared_and_stands_in_no_lane_with_those_who_say_that_number():
    finding = on(
        "killed-civilians",
        says(1, "state", "killed", {"high": 70, "hedge": "at_most"}),
        says(2, "inquiry", "killed-civilians", {"high": 70, "hedge": "at_most"}),
        says(3, "monitor", "killed-civilians", {"best": 85}),
    )

    assert [[stand.claim.number for stand in lane.stands] for lane in finding.lanes] == [[2], [1], [3]]
    bound = finding.lanes[1].stands[0]
    assert (bound.is_bound, bound.whole, bound.claim.number) == (True, "killed", 1)
    assert [stand.is_bound for lane in finding.lanes for stand in lane.stands] == [False, True, False]


def test_none_of_a_whole_is_no_bound():
    finding = on(
        "killed-civilians", says(1, "state", "killed", NONE_KNOWN), says(2, "monitor", "killed-civilians", {"best": 2})
    )

    assert [stand.is_bound for stand in finding.positions.stands] == [False, False]
    assert finding.confrontations[0].verdict is Verdict.EXCLUDE


def test_a_whole_is_read_of_the_same_subject_alone():
    found = all_found(
        case(
            says(1, "state", "killed", NONE_KNOWN, subject="hall"),
            says(2, "monitor", "killed-civilians", {"best": 20}, subject="annex"),
            says(3, "monitor", "killed-civilians", {"best": 20}, subject="hall"),
        )
    )

    assert wholes(found[Asked("killed-civilians", "annex")]) == {}
    assert wholes(found[Asked("killed-civilians", "hall")]) == {1: "killed"}


def test_each_whole_is_read_once_however_many_ways_lead_to_it():
    finding = on(
        "killed-civilians",
        says(1, "state", "killed-or-injured", NONE_KNOWN),
        says(2, "monitor", "killed-civilians", {"best": 20}),
    )

    assert [stand.claim.number for stand in finding.positions.stands] == [2, 1]


def test_a_question_that_counts_nothing_has_no_part():
    questions = tuple(
        replace(each, included_in=("event-number",)) if each.code == "struck" else each for each in QUESTIONS.questions
    )
    dossier = case(
        says(1, "state", "event-number", {"choice": "one"}), says(2, "monitor", "struck", {"choice": "mosque"})
    )

    assert all(wholes(each) == {} for each in findings(dossier, Questions(questions=questions)))


def test_most_of_is_more_than_half_of_the_partys_own_number():
    most, total = says(1, "monitor", "killed-civilians", MOST), says(2, "monitor", "killed", {"best": 49})

    def state(other: dict[str, Any], *more: dict[str, Any]) -> QuestionState:
        return on("killed-civilians", most, says(3, "inquiry", "killed-civilians", other), *more).state

    assert state({"best": 24}, total) is QuestionState.DIFFER
    assert state({"best": 25}, total) is QuestionState.NOT_IN_CONFLICT
    assert state({"best": 50}, total) is QuestionState.DIFFER
    assert state({"best": 24}) is QuestionState.NOT_IN_CONFLICT


def most_of(*totals: dict[str, Any], question: str = "killed-civilians") -> tuple[int | None, int | None]:
    """The low and the high that “most of” is given."""
    finding = on(question, says(1, "monitor", question, MOST), *totals)
    answer = next(stand.answer for stand in finding.positions.stands if stand.claim.number == 1)
    return answer.low, answer.high


def test_most_of_takes_the_latest_total_of_the_same_authority():
    assert most_of(
        says(2, "monitor", "killed", {"best": 40}, stated="2017-03-16"),
        says(3, "monitor", "killed", {"best": 46}, stated="2017-03-18"),
        says(4, "monitor", "killed", {"best": 44}, stated="2017-03-17"),
        says(5, "inquiry", "killed", {"best": 99}, stated="2017-03-19"),
    ) == (46, 46)
    assert most_of(says(2, "monitor", "killed", {"best": 40}), says(3, "monitor", "killed", {"best": 46})) == (46, 46)


MOST_OF = [
    ([says(2, "monitor", "killed", {"low": 40, "hedge": "at_least"})], (40, None)),
    ([says(2, "monitor", "killed", {"high": 40, "hedge": "at_most"})], (None, 40)),
    ([says(2, "monitor", "killed", {"low": 40, "high": 50})], (40, 50)),
    ([says(2, "monitor", "killed", {"best": 40}, stance="denies")], (None, None)),
    ([says(2, "monitor", "killed", {"best": 40}, strength="unlikely")], (None, None)),
    ([says(2, "monitor", "killed", {"best": 40}, scope="part")], (None, None)),
    ([says(2, "monitor", "killed", {"best": 0})], (None, None)),
    ([says(2, "monitor", "killed", NONE_KNOWN)], (None, None)),
    ([says(2, "monitor", "harmed-civilians", {"best": 40})], (None, None)),
    ([says(2, "monitor", "killed", {"best": 40}, subject="hall")], (None, None)),
]


@pytest.mark.parametrize(("totals", "filled"), MOST_OF, ids=str)
def test_most_of_takes_what_its_authority_asserts_of_the_whole(totals, filled):
    assert most_of(*totals) == filled


def test_most_of_a_part_that_is_not_of_the_dead_is_most_of_its_nearest_whole():
    assert most_of(says(2, "monitor", "injured", {"best": 40}), question="injured-civilians") == (40, 40)
    assert most_of(says(2, "monitor", "killed", {"best": 40}), question="children-killed") == (40, 40)
    assert most_of(says(2, "monitor", "killed", {"best": 40}), question="missing") == (None, None)
