"""Scales: from a number to where it stands between the two edges of a drawing, in per cent. Pure.

A scale begins at nought and never breaks. It grows evenly, or by the square root or the logarithm where a few numbers
lie far beyond the others; whoever draws it says so in words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log1p, sqrt
from statistics import median
from typing import NamedTuple

FAR = 6  # times the median: from there on one number would press the others together
LEAST_GAP = 9.0  # per cent between two ticks, so that their labels do not touch
ROUND = (1, 2, 5)


class Growth(StrEnum):
    """How a scale grows."""

    EVEN = "even"
    ROOT = "root"
    LOG = "log"


class Tick(NamedTuple):
    """A mark of a scale: where it stands, and its label."""

    x: str
    label: str


@dataclass(frozen=True)
class Scale:
    """A scale from 0, drawn at `left`, to `top`, drawn at `right`; both in per cent of the width."""

    top: float
    growth: Growth
    left: float = 2.0
    right: float = 94.0

    def at(self, value: float) -> float:
        """Where a number stands, in per cent; one beyond an end stands at that end."""
        share = self._grown(min(max(value, 0), self.top)) / self._grown(self.top)
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self, candidates: Iterable[float]) -> Iterator[float]:
        """Of these numbers, from the smallest up, those that leave room for their labels; none beyond the top."""
        last = -LEAST_GAP
        for value in candidates:
            if value <= self.top and self.at(value) - last >= LEAST_GAP:
                last = self.at(value)
                yield value

    def _grown(self, value: float) -> float:
        match self.growth:
            case Growth.EVEN:
                return value
            case Growth.ROOT:
                return sqrt(value)
            case Growth.LOG:
                return log1p(value)


def scale_of(numbers: Sequence[float], left: float) -> Scale:
    """The scale that holds these numbers: even, or by the square root where the largest lies far beyond the others."""
    top = max(numbers)
    growth = Growth.ROOT if top >= FAR * max(1, median(numbers)) else Growth.EVEN
    return Scale(max(1, top), growth, left)


def round_numbers(scale: Scale) -> list[float]:
    """Where the ticks of a scale of numbers stand: even steps, or round numbers where it does not grow evenly."""
    if scale.growth is Growth.EVEN:
        step = next(step for step in _round() if scale.top / step <= 5)
        return [step * position for position in range(6)]
    return [0, *(value for value in _round(scale.top))]


def _round(last: float = float("inf")) -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 and so on."""
    power = 1
    while power <= last:
        yield from (each * power for each in ROUND)
        power *= 10
