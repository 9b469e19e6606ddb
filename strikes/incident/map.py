"""A small map of where incidents are filed: marks on an equirectangular plane, in degrees. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

MARGIN = 5.0
LEAST_WIDTH, LEAST_HEIGHT = 40.0, 24.0


@dataclass(frozen=True)
class Mark:
    """Incidents that are filed within one degree of each other: their mean place and how many they are."""

    latitude: float
    longitude: float
    count: int

    @property
    def y(self) -> float:
        """South is down."""
        return -self.latitude


@dataclass(frozen=True)
class Map:
    """Marks, and the part of the plane that shows them all: x and y of its corner, its width and its height."""

    marks: tuple[Mark, ...]
    x: float
    y: float
    width: float
    height: float


def draw(marks: Sequence[Mark]) -> Map | None:
    """The map of these marks with a margin around them, never smaller than a region is; None without any."""
    if not marks:
        return None
    west, width = _extent([mark.longitude for mark in marks], LEAST_WIDTH, -180, 180)
    north, height = _extent([mark.y for mark in marks], LEAST_HEIGHT, -90, 90)
    return Map(tuple(marks), west, north, width, height)


def _extent(values: Sequence[float], least: float, first: float, last: float) -> tuple[float, float]:
    """Where an axis begins, and how far it reaches."""
    low, high = min(values) - MARGIN, max(values) + MARGIN
    missing = max(0.0, least - (high - low)) / 2
    low, high = max(first, low - missing), min(last, high + missing)
    return round(low, 2), round(high - low, 2)
