"""The smallest and the largest number of the dead that anybody stated, each with whose it is."""

from typing import Any

import pytest

from strikes.rules.spread import End, Spread, spread
from tests.strikes.rules.cast import case, says, supersedes

LEAST, MOST = End(40, False, "monitor", 1), End(50, False, "inquiry", 2)


def killed(number: int, party: str, answer: dict[str, Any] | None, **values: Any) -> dict[str, Any]:
    return says(number, party, "killed", answer, **values)


def spread_of(*claims: dict[str, Any]) -> Spread | None:
    """The spread of 40 (the monitor's), 50 (the inquiry's), and what these claims say."""
    stated = killed(1, "monitor", {"best": 40}), killed(2, "inquiry", {"best": 50})
    return spread(case(*stated, *claims), "killed")


def test_each_end_is_the_number_of_one_party():
    assert spread_of() == Spread(LEAST, MOST)
    assert spread_of(killed(3, "other-state", {"best": 60})) == Spread(LEAST, End(60, False, "other-state", 3))
    assert spread_of(killed(3, "other-state", {"best": 30})) == Spread(End(30, False, "other-state", 3), MOST)


def test_a_range_reaches_both_ways():
    both = spread_of(killed(3, "other-state", {"low": 10, "best": 45, "high": 90}))

    assert both == Spread(End(10, False, "other-state", 3), End(90, False, "other-state", 3))


def test_where_nobody_states_a_number_there_is_none():
    assert spread(case(killed(1, "monitor", {"hedge": "dozens"})), "killed") is None
    assert spread(case(killed(1, "monitor", {"best": 40})), "killed-civilians") is None


@pytest.mark.parametrize(
    "claim",
    [
        killed(3, "other-state", {"best": 1}, stance="denies"),
        killed(3, "other-state", {"best": 1}, scope="part"),
        killed(3, "other-state", {"best": 1}, subject="hall"),
        killed(3, "other-state", {"best": 1}, is_apparent_error=True),
        killed(3, "other-state", {"best": 1}, basis="compilation"),
        killed(3, "other-state", {"best": 1}, told_by="newsroom"),
        killed(3, "posts", {"best": 1}),
        killed(3, "other-state", {"best": 1, "unit": "families"}),
        killed(3, "other-state", {"hedge": "none_known"}),
        killed(3, "other-state", {"hedge": "several"}),
        killed(3, "other-state", None),
        says(3, "other-state", "injured", {"best": 1}),
    ],
    ids=lambda claim: str({key: claim[key] for key in claim if key not in ("number", "citations")}),
)
def test_what_is_no_partys_own_number_of_the_people_killed_in_this_event_is_left_out(claim: dict[str, Any]):
    assert spread_of(claim) == Spread(LEAST, MOST)


def test_a_number_that_its_party_replaced_is_left_out():
    replaced = killed(3, "other-state", {"best": 1}), killed(4, "other-state", {"best": 45}, **supersedes(3))

    assert spread_of(*replaced) == Spread(LEAST, MOST)


@pytest.mark.parametrize(
    ("answer", "end"),
    [
        ({"low": 60, "hedge": "at_least"}, End(60, True, "other-state", 3)),
        ({"low": 60, "hedge": "more_than"}, End(60, True, "other-state", 3)),
        ({"best": 60, "hedge": "so_far"}, End(60, True, "other-state", 3)),
        ({"best": 60, "hedge": "about"}, End(60, False, "other-state", 3)),
        ({"high": 60, "hedge": "at_most"}, End(60, False, "other-state", 3)),
    ],
    ids=str,
)
def test_the_largest_number_is_open_where_its_party_said_or_more(answer: dict[str, Any], end: End):
    assert spread_of(killed(3, "other-state", answer)) == Spread(LEAST, end)


@pytest.mark.parametrize(
    ("answer", "end"),
    [
        ({"high": 20, "hedge": "at_most"}, End(20, True, "other-state", 3)),
        ({"high": 20, "hedge": "fewer_than"}, End(20, True, "other-state", 3)),
        ({"best": 20, "hedge": "nearly"}, End(20, True, "other-state", 3)),
        ({"low": 20, "hedge": "at_least"}, End(20, False, "other-state", 3)),
    ],
    ids=str,
)
def test_the_smallest_number_is_open_where_its_party_said_or_fewer(answer: dict[str, Any], end: End):
    assert spread_of(killed(3, "other-state", answer)) == Spread(end, MOST)


def test_of_equal_numbers_the_open_one_reaches_further():
    at_least = killed(3, "other-state", {"low": 50, "hedge": "at_least"})
    at_most = killed(4, "residents", {"high": 40, "hedge": "at_most"})

    assert spread_of(at_least, at_most) == Spread(End(40, True, "residents", 4), End(50, True, "other-state", 3))


def test_of_equal_numbers_alike_the_one_entered_first_is_named():
    assert spread_of(killed(3, "other-state", {"low": 40, "high": 50})) == Spread(LEAST, MOST)
