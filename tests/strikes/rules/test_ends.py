"""Which pairs of many intervals are looked at."""

from typing import Any

from strikes.answers.comparison import Span
from strikes.rules.ends import Ranged, at_the_ends, from_the_ends, holding
from strikes.rules.lanes import Lane
from tests.strikes.rules.cast import found, says

Pair = tuple[int, int]


def ranged(*stated: tuple[str, int, int]) -> list[Ranged]:
    """The lanes of these parties and ranges of the killed, with their intervals; each range of them is another."""
    claims = [
        says(number, party, "killed", {"low": low, "high": high}) for number, (party, low, high) in enumerate(stated, 1)
    ]
    lanes: list[Lane] = found(*claims).lanes
    return [(lane, lane.span) for lane in lanes if lane.span]


def lows(pairs: Any) -> list[Pair]:
    return [(one.answer.low, other.answer.low) for one, other in pairs]


def colour(lane: Lane) -> str:
    return lane.authorities[0]


def test_of_two_authorities_the_first_to_end_is_paired_with_the_last_to_begin():
    pairs = lows(at_the_ends(ranged(("monitor", 1, 3), ("inquiry", 10, 12), ("inquiry", 20, 22))))

    assert (1, 20) in pairs
    assert (1, 10) not in pairs


def test_of_one_authority_its_own_furthest_are_paired():
    pairs = lows(at_the_ends(ranged(("state", 1, 3), ("command", 10, 12), ("ministry", 20, 22))))

    assert (1, 20) in pairs
    assert all(10 not in pair for pair in pairs)


def test_the_order_in_which_lanes_come_does_not_matter():
    lanes = ranged(("monitor", 1, 3), ("inquiry", 10, 12), ("inquiry", 20, 22), ("monitor", 15, 16))

    assert set(lows(at_the_ends(reversed(lanes)))) == set(lows(at_the_ends(lanes)))


def test_numbers_of_two_units_lie_on_two_scales():
    people = ranged(("monitor", 1, 3), ("inquiry", 20, 22))
    minutes = [(lane, Span("minutes", span.low, span.high)) for lane, span in people[1:]]

    assert all(one is other for one, other in at_the_ends([people[0], *minutes]))


def test_an_exempt_lane_is_paired_with_one_more_from_either_end_than_claims_are_exempt():
    lanes = ranged(
        ("monitor", 1, 2), ("inquiry", 10, 12), ("residents", 20, 22), ("other-state", 30, 32), ("officials", 40, 42)
    )

    pairs = lows(from_the_ends(lanes, {lanes[0][0].place: 1}))

    assert set(pairs) - {(1, 1)} == {(1, 10), (1, 20), (1, 40), (1, 30)}


def test_an_exempt_lane_is_paired_with_others_behind_many_of_one_authority():
    many = [("inquiry", number, number) for number in range(10, 18)]
    lanes = ranged(("monitor", 1, 2), *many, ("residents", 20, 22))

    pairs = lows(from_the_ends(lanes, {lanes[5][0].place: 1}))

    assert set(pairs) - {(14, number) for _party, number, _number in many} == {(14, 1), (14, 20)}


def test_an_exempt_lane_is_paired_with_its_own_authority_too():
    lanes = ranged(("state", 1, 2), ("command", 10, 12), ("monitor", 20, 22))

    assert (1, 10) in lows(from_the_ends(lanes, {lanes[0][0].place: 1}))


def test_lanes_that_nobody_exempts_are_paired_with_none():
    lanes = ranged(("monitor", 1, 2), ("inquiry", 10, 12))

    assert {one for one, _other in lows(from_the_ends(lanes, {lanes[1][0].place: 1}))} == {10}


def test_a_holder_is_paired_with_what_lies_within_it_and_is_of_another():
    lanes = ranged(("monitor", 1, 20), ("inquiry", 5, 6), ("monitor", 7, 8), ("residents", 15, 25))

    assert lows(holding(lanes[:1], lanes, colour)) == [(1, 5)]


def test_a_holder_is_paired_with_none_where_all_run_past_it_or_begin_before_it():
    lanes = ranged(("monitor", 5, 20), ("inquiry", 4, 6), ("residents", 15, 25))
    holder = next(each for each in lanes if each[0].answer.low == 5)

    assert lows(holding([holder], lanes, colour)) == []


def test_a_holder_on_another_scale_is_paired_with_none():
    lanes = ranged(("monitor", 1, 20), ("inquiry", 5, 6))

    assert lows(holding([(lanes[0][0], Span("minutes", 1, 20))], lanes[1:], colour)) == []
