"""Of many intervals, the pairs that lie furthest apart, and those of which one holds the other, without comparing all.

Lanes come with the interval in which they are seen. What is said of authorities holds of a lane with several of them
too: it has somebody in conflict with any other lane.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from strikes.answers.comparison import Span
from strikes.rules.lanes import Lane
from strikes.rules.positions import grouped

Ranged: TypeAlias = tuple[Lane, Span]
Pairs: TypeAlias = Iterator[tuple[Lane, Lane]]


def colour(lane: Lane) -> Hashable:
    """What two lanes share if no two authorities can be in conflict over them: the only authority of both."""
    return lane.authorities[0] if len(lane.voices) == 1 else lane.place


def by_authority(lanes: Iterable[Lane]) -> dict[str, list[Lane]]:
    """The lanes of each authority."""
    own: dict[str, list[Lane]] = {}
    for lane in lanes:
        for authority in lane.authorities:
            own.setdefault(authority, []).append(lane)
    return own


def at_the_ends(lanes: Iterable[Ranged]) -> Pairs:
    """Of lanes with intervals, the pairs that lie furthest apart: of each scale within each authority, and between two.

    If any two intervals of two authorities do not meet, then those do not of which the one ends first and the other
    begins last, of distinct authorities; the first two authorities at either end hold such a pair.
    """
    for alike in _by_scale(lanes):
        ending: dict[str, Ranged] = {}
        beginning: dict[str, Ranged] = {}
        for ranged in alike:
            lane, span = ranged
            for authority in lane.authorities:
                if authority not in ending or span.high < ending[authority][1].high:
                    ending[authority] = ranged
                if authority not in beginning or span.low > beginning[authority][1].low:
                    beginning[authority] = ranged
        yield from ((ending[authority][0], beginning[authority][0]) for authority in ending)
        first = sorted(ending.values(), key=_high)
        last = sorted(beginning.values(), key=_low, reverse=True)
        yield from ((one, other) for one, _span in first[:2] for other, _span in last[:2])


def from_the_ends(lanes: Iterable[Ranged], exempt: Mapping[int, int]) -> Pairs:
    """The pairs that lie furthest apart from each lane of which claims are exempt: so many from either end that one of
    them is not. `exempt` has the number of claims that this may concern, by the place of the lane."""
    most = max(exempt.values()) + 1
    for alike in _by_scale(lanes):
        first, last = sorted(alike, key=_high), sorted(alike, key=_low, reverse=True)
        between = [_heads(end, most) for end in (first, last)]
        within = [by_authority(lane for lane, _span in end) for end in (first, last)]
        for lane, _span in alike:
            if number := exempt.get(lane.place):
                for end in between:
                    others = (other for other in end if colour(other) != colour(lane))
                    yield from ((lane, other) for other in islice(others, number + 1))
                for own in within:
                    others = (other for authority in lane.authorities for other in own[authority][: number + 1])
                    yield from ((lane, other) for other in others)


def holding(holders: Iterable[Ranged], held: Iterable[Ranged], colours: Callable[[Lane], Hashable]) -> Pairs:
    """For each holder a lane whose interval lies within its own, of another colour, if there is any."""
    scales = {alike[0][1].scale: alike for alike in _by_scale(held)}
    for alike in _by_scale(holders):
        ordered = sorted(scales.get(alike[0][1].scale, ()), key=_low)
        lows = [span.low for _lane, span in ordered]
        ending = _ending_first(ordered, colours)
        for holder, span in alike:
            for lane, high in ending[bisect_left(lows, span.low)]:
                if high <= span.high and colours(lane) != colours(holder):
                    yield holder, lane


def _ending_first(ordered: Sequence[Ranged], colours: Callable[[Lane], Hashable]) -> list[list[tuple[Lane, float]]]:
    """From each place on, the lane that ends first, and the first of another colour."""
    found: list[list[tuple[Lane, float]]] = [[]]
    for lane, span in reversed(ordered):
        best = sorted([(lane, span.high), *found[-1]], key=lambda end: end[1])
        others = [end for end in best[1:] if colours(end[0]) != colours(best[0][0])]
        found.append([best[0], *others[:1]])
    return found[::-1]


def _heads(ordered: Iterable[Ranged], most: int) -> list[Lane]:
    """The lanes in their order, at most so many and one of each colour."""
    taken: dict[Hashable, int] = {}
    heads = []
    for lane, _span in ordered:
        taken[colour(lane)] = taken.get(colour(lane), 0) + 1
        if taken[colour(lane)] <= most + 1:
            heads.append(lane)
    return heads


def _by_scale(lanes: Iterable[Ranged]) -> Iterable[list[Ranged]]:
    return grouped(lanes, lambda ranged: ranged[1].scale).values()


def _high(ranged: Ranged) -> float:
    return ranged[1].high


def _low(ranged: Ranged) -> float:
    return ranged[1].low
