"""The distinct answers to a question, in an order of their own, each with all who give it."""

from typing import Any

import pytest

from tests.strikes.rules.cast import found, numbers, says


def lanes(*claims: dict[str, Any]) -> list[tuple[int, ...]]:
    """The lanes in their order, each by the numbers of its claims."""
    finding = found(*claims)
    assert [lane.place for lane in finding.lanes] == list(range(len(finding.lanes)))
    return [numbers(lane) for lane in finding.lanes]


def given(question: str, *answers: dict[str, Any]) -> list[dict[str, Any]]:
    """Each answer by another party, numbered as they come."""
    parties = ["monitor", "inquiry", "residents", "state", "other-state", "newsroom"]
    return [says(number, parties[number - 1], question, answer) for number, answer in enumerate(answers, 1)]


ORDERED: dict[str, tuple[list[dict[str, Any]], list[tuple[int, ...]]]] = {
    "numbers, by their lowest, then their highest": (
        given("killed", {"best": 40}, {"low": 5, "high": 9}, {"best": 5}, {"high": 7, "hedge": "at_most"}, {"best": 0}),
        [(4,), (5,), (3,), (2,), (1,)],
    ),
    "choices as they stand in the vocabulary": (
        given("struck", {"choice": "dwelling"}, {"choice": "mosque"}, {"choice": "religious-building"}),
        [(3,), (2,), (1,)],
    ),
    "one of several by the first of them": (
        given("struck", {"choice": "dwelling"}, {"one_of": ["vehicle", "mosque"]}, {"choice": "religious-building"}),
        [(3,), (2,), (1,)],
    ),
    "numbers of one choice together": (
        given(
            "munitions",
            {"choice": "hellfire", "best": 4},
            {"choice": "missile", "best": 9},
            {"choice": "hellfire", "best": 2},
            {"choice": "missile"},
        ),
        [(4,), (2,), (3,), (1,)],
    ),
    "days": (given("date", {"date": "2017-03-17"}, {"date": "2017-03-16"}, {"date": "2017-03"}), [(3,), (2,), (1,)]),
    "hours": (
        given("clock", {"clock_from": "19:00"}, {"clock_to": "18:00"}, {"clock_from": "18:30"}),
        [(2,), (3,), (1,)],
    ),
    "words as they were stated": (given("called", {"text": "Zoo."}, {"text": "Ark."}), [(1,), (2,)]),
}


@pytest.mark.parametrize("name", ORDERED)
def test_lanes_have_an_order_of_their_own(name):
    claims, expected = ORDERED[name]

    assert lanes(*claims) == expected


def test_who_says_the_same_stands_together_and_who_denies_it_apart():
    mosque = {"choice": "mosque"}

    assert lanes(
        says(1, "state", "struck", mosque, stance="denies"),
        says(2, "residents", "struck", mosque),
        says(3, "monitor", "struck", mosque, strength="likely"),
        says(4, "inquiry", "struck", mosque, strength="possible"),
        says(5, "newsroom", "struck", mosque, strength="unlikely"),
    ) == [(2, 3), (1, 5), (4,)]


def test_one_answer_in_two_forms_is_one_lane():
    assert lanes(*given("killed", {"best": 40}, {"best": 40, "hedge": "exact", "unit": "persons"})) == [(1, 2)]
    assert lanes(*given("struck", {"one_of": ["mosque", "dwelling"]}, {"one_of": ["dwelling", "mosque"]})) == [(1, 2)]


def test_a_lane_counts_the_claims_of_each_authority():
    finding = found(
        says(1, "command", "struck", {"choice": "mosque"}),
        says(2, "ministry", "struck", {"choice": "mosque"}),
        says(3, "monitor", "struck", {"choice": "mosque"}),
    )

    [lane] = finding.lanes
    assert (lane.voices, lane.authorities) == ({"state": 2, "monitor": 1}, ("state", "monitor"))
    assert lane.by_number[2].claim.party == "ministry"
    assert lane.only(lambda stand: True) is lane
    assert numbers(lane.only(lambda stand: stand.authority == "state")) == (1, 2)


def test_only_what_is_asserted_has_a_span():
    finding = found(
        says(1, "state", "killed", {"best": 40}, stance="denies"),
        says(2, "monitor", "killed", {"best": 40}),
        says(3, "inquiry", "killed", {"best": 40}, strength="possible"),
    )

    assert [lane.span is not None for lane in finding.lanes] == [True, False, False]
