"""Circles on the ground and arcs of the clock as intervals, so that many of them need not be compared each with each.

A circle is seen from several sides, an arc along each day of 24 hours that begins at an even hour which it does not run
past. Answers whose intervals do not meet, seen from any one side, exclude each other; which ones might is all that this
says, and `compare` decides. Two circles that miss each other by less than a hundredth of both radii may seem to meet,
and so may two arcs that leave less than four hours of the day to neither.
"""

from collections.abc import Iterator
from math import cos, pi, radians, sin

from strikes.answers import place, time
from strikes.answers.answer import Answer
from strikes.answers.comparison import Span

_SIDES = 12
_FROM_EACH_SIDE = [(f"side {side}", cos(pi * side / _SIDES), sin(pi * side / _SIDES)) for side in range(_SIDES)]
_FROM_EACH_HOUR = [(f"from {cut}", cut) for cut in range(0, time.DAY, 120)]  # minutes


def outlines(answer: Answer, centre: Answer) -> Iterator[Span]:
    """The intervals of an answer; none where it has no circle and no clock time. Points are seen from above `centre`."""
    if answer.clock_from or answer.clock_to:
        yield from _of_arc(*time.arc(answer))
    elif (radius := place.radius(answer)) and place.radius(centre):
        yield from _of_circle(*_on_a_plane(answer, centre), radius)


def _of_arc(start: int, length: int) -> Iterator[Span]:
    for scale, cut in _FROM_EACH_HOUR:
        first = (start - cut) % time.DAY
        if first + length < time.DAY:
            yield Span(scale, first, first + length)


def _of_circle(east: float, north: float, radius: float) -> Iterator[Span]:
    for scale, along, across in _FROM_EACH_SIDE:
        middle = east * along + north * across
        yield Span(scale, middle - radius, middle + radius)


def _on_a_plane(answer: Answer, centre: Answer) -> tuple[float, float]:
    """Metres east and north of the centre: true near to it, and farther off in any case far from it."""
    assert answer.latitude is not None
    assert answer.longitude is not None
    north = radians(answer.latitude - (centre.latitude or 0))
    east = radians((answer.longitude - (centre.longitude or 0) + 180) % 360 - 180) * cos(radians(centre.latitude or 0))
    return place.EARTH_RADIUS_M * east, place.EARTH_RADIUS_M * north
