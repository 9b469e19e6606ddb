"""Circles and arcs as intervals: those that do not meet, seen from some side, exclude each other."""

import pytest

from strikes.answers.answer import Answer
from strikes.answers.comparison import Span
from strikes.answers.outlines import outlines
from strikes.vocabulary.terms import LocationPrecision

CENTRE = Answer(latitude=36.0, longitude=36.8, precision=LocationPrecision.VICINITY)


def spans(answer: Answer, centre: Answer = CENTRE) -> dict[str, tuple[float, float]]:
    return {scale: (low, high) for scale, low, high in outlines(answer, centre)}


def test_a_circle_is_seen_from_twelve_sides_as_wide_as_its_precision():
    seen = spans(CENTRE)

    assert len(seen) == 12
    assert all(span == pytest.approx((-100, 100)) for span in seen.values())


def test_a_circle_lies_as_far_from_the_centre_as_over_the_ground():
    north = Answer(latitude=36.01, longitude=36.8, precision=LocationPrecision.SITE)
    east = Answer(latitude=36.0, longitude=36.81, precision=LocationPrecision.SITE)

    assert spans(north)["side 6"] == pytest.approx((1_102, 1_122), abs=1)
    assert spans(north)["side 0"] == pytest.approx((-10, 10))
    assert spans(east)["side 0"] == pytest.approx((890, 910), abs=1)


def test_the_shorter_way_around_the_earth_is_taken():
    west = Answer(latitude=0.0, longitude=179.99, precision=LocationPrecision.SITE)
    east = Answer(latitude=0.0, longitude=-179.99, precision=LocationPrecision.SITE)

    assert spans(east, west)["side 0"] == pytest.approx((2_214, 2_234), abs=1)


def test_a_point_without_a_circle_is_not_seen():
    area = Answer(latitude=36.0, longitude=36.8, precision=LocationPrecision.REGION)

    assert list(outlines(area, CENTRE)) == []
    assert list(outlines(CENTRE, area)) == []
    assert list(outlines(Answer(place="aleppo", precision=LocationPrecision.REGION), CENTRE)) == []


def test_an_arc_is_seen_from_each_even_hour_that_it_does_not_run_past():
    seen = list(outlines(Answer(clock_from="01:00", clock_to="03:00"), CENTRE))

    assert Span("from 0", 45, 195) in seen
    assert Span("from 1320", 165, 315) in seen
    assert {scale for scale, _low, _high in seen} == {f"from {hour * 60}" for hour in range(0, 24, 2) if hour != 2}


def test_an_arc_past_midnight_is_seen_from_the_evening():
    assert spans(Answer(clock_from="23:00", clock_to="01:00"))["from 1200"] == (165, 315)
