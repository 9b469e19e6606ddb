"""Which lanes are compared, and which conflict faces the reader."""

from collections.abc import Iterator
from typing import Any

from strikes.rules import conflicts
from strikes.vocabulary.terms import QuestionState
from tests.strikes.rules.cast import found, related, says

FIVE = ["state", "other-state", "monitor", "inquiry", "newsroom"]


def numbers(*stated: int) -> Iterator[dict[str, Any]]:
    """Each number stated by another party."""
    for number, (party, best) in enumerate(zip(FIVE, stated, strict=False), 1):
        yield says(number, party, "killed", {"best": best})


def facing(finding: Any) -> list[Any]:
    """The first answer of each side."""
    return [side.answers[0].lane.answer for side in finding.confrontations[0].sides]


def numbers_of(side: Any) -> list[int]:
    return [stand.claim.number for stand in side.stands]


def test_of_too_many_answers_those_with_most_authorities_are_compared_and_those_at_the_ends(monkeypatch):
    monkeypatch.setattr(conflicts, "MOST_COMPARED", 3)

    finding = found(*numbers(10, 20, 30, 40, 50), says(6, "residents", "killed", {"best": 30}))

    assert [lane.answer.best for lane in finding.comparison.compared] == [10, 30, 50]
    assert finding.comparison.leaves_out
    assert finding.state is QuestionState.DIFFER


def test_that_too_many_answers_are_in_no_conflict_is_never_said(monkeypatch):
    ranges = [says(n, party, "killed", {"low": 1, "high": 90 + n}) for n, party in enumerate(FIVE, 1)]

    all_compared = found(*ranges)
    monkeypatch.setattr(conflicts, "MOST_COMPARED", 3)
    some_compared = found(*ranges)

    assert all_compared.state is QuestionState.NOT_IN_CONFLICT
    assert some_compared.state is QuestionState.NOT_COMPARED


def test_what_somebody_says_is_found_among_answers_that_are_not_compared(monkeypatch):
    monkeypatch.setattr(conflicts, "MOST_COMPARED", 2)
    first, second, third, fourth = [
        says(n, party, "killed", {"low": 1, "high": 90 + n}) for n, party in enumerate(FIVE[:4], 1)
    ]

    finding = found(first, second, third | related(2, "contradicts"), fourth)

    assert [lane.answer.high for lane in finding.comparison.compared] == [91, 94]
    assert finding.state is QuestionState.DISPUTED


def test_the_smallest_and_the_largest_number_face_each_other_whoever_stands_between():
    finding = found(*numbers(10, 20, 30, 40), says(6, "residents", "killed", {"best": 30}))

    assert [answer.best for answer in facing(finding)] == [10, 40]


def test_a_number_of_another_unit_faces_nobody():
    families = says(4, "inquiry", "killed", {"best": 3, "unit": "families"})

    finding = found(*numbers(10, 20, 30), families)

    assert [answer.best for answer in facing(finding)] == [10, 30]
    assert not list(finding.conflicts_of(finding.lane_of[4]))


def test_of_other_answers_the_two_with_most_authorities_face_each_other():
    choices = ["dwelling", "mosque", "mosque", "community-hall", "community-hall", "street"]
    parties = ["state", "monitor", "inquiry", "other-state", "residents", "newsroom"]

    finding = found(
        *(
            says(n, party, "struck", {"choice": choice})
            for n, (party, choice) in enumerate(zip(parties, choices, strict=True), 1)
        )
    )

    assert [answer.choice for answer in facing(finding)[:2]] == ["community-hall", "mosque"]


def test_whom_somebody_exempts_is_not_counted_among_those_who_face_each_other():
    finding = found(
        says(1, "residents", "struck", {"choice": "mosque"}),
        says(2, "inquiry", "struck", {"choice": "mosque"}),
        says(3, "state", "struck", {"choice": "community-hall"}, **related(1, "not_contradicting")),
        says(4, "newsroom", "struck", {"choice": "street"}),
    )

    assert [answer.choice for answer in facing(finding)] == ["community-hall", "mosque"]


def test_of_what_somebody_says_only_those_of_whom_it_is_said_stand_against_each_other():
    finding = found(
        says(1, "state", "aircraft", {"choice": "crewed"}),
        says(2, "monitor", "aircraft", {"choice": "uncrewed"}, **related(1, "contradicts")),
        says(3, "inquiry", "aircraft", {"choice": "uncrewed"}),
    )

    assert [numbers_of(side) for side in finding.confrontations[0].sides] == [[1], [2]]
