"""Days between two statements, of which each can be imprecise. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from sources.dates.value import PartialDate

Statements = tuple[PartialDate | None, PartialDate | None]


class DaysBetween(NamedTuple):
    """The fewest and the most days that can lie between two statements."""

    fewest: int
    most: int

    @property
    def is_exact(self) -> bool:
        return self.fewest == self.most


def days_between(earlier: PartialDate | None, later: PartialDate | None) -> DaysBetween | None:
    """The days from the earlier statement to the later one, never below 0; None where the day of one is not known."""
    return days_between_any([(earlier, later)])


def days_between_any(pairs: Iterable[Statements]) -> DaysBetween | None:
    """The fewest and the most days of all these pairs of statements; None where no pair has both days known."""
    known = [(earlier, later) for earlier, later in pairs if earlier and later]
    if not known:
        return None
    fewest = min((later.earliest - earlier.latest).days for earlier, later in known)
    most = max((later.latest - earlier.earliest).days for earlier, later in known)
    return DaysBetween(max(0, fewest), max(0, most))
