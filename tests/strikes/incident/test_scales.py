"""Scales: where a number stands between the edges of a drawing."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strikes.incident.scales import LEAST_GAP, Growth, Scale, round_numbers, scale_of

growths = st.sampled_from(Growth)
tops = st.integers(1, 1_000_000)


@given(tops, growths, st.lists(st.integers(0, 1_000_000)))
def test_a_larger_number_never_stands_left_of_a_smaller_one(top: int, growth: Growth, values: list[int]):
    scale = Scale(top, growth)

    places = [scale.at(value) for value in sorted(values)]

    assert places == sorted(places)
    assert all(scale.left <= place <= scale.right for place in places)


def test_a_scale_begins_at_nought_and_ends_at_its_top():
    scale = Scale(62, Growth.EVEN, left=12)

    assert (scale.at(0), scale.at(31), scale.at(62)) == (12, 53, 94)


@pytest.mark.parametrize(
    ("numbers", "growth"),
    [([29, 38, 56, 82.5], Growth.EVEN), ([33, 40, 40, 420], Growth.ROOT), ([1], Growth.EVEN), ([0, 0], Growth.EVEN)],
)
def test_only_a_number_far_beyond_the_others_bends_the_scale(numbers: list[float], growth: Growth):
    assert scale_of(numbers, left=2).growth is growth


@given(tops, growths)
def test_ticks_begin_at_nought_and_leave_room_for_their_labels(top: int, growth: Growth):
    scale = Scale(top, growth)

    ticks = [scale.at(value) for value in scale.ticks(round_numbers(scale))]

    assert ticks[0] == scale.left
    assert all(later - earlier >= LEAST_GAP for earlier, later in itertools.pairwise(ticks))


def test_ticks_of_an_even_scale_stand_at_even_steps():
    scale = Scale(62, Growth.EVEN)

    assert list(scale.ticks(round_numbers(scale))) == [0, 20, 40, 60]
