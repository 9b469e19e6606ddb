"""How two answers to one question stand to each other, and what a comparison needs beside the two.

Each kind of answer says by which rules it can be compared, and how by each: the rule that a question names decides.
What compares reads nothing but its arguments, and follows the rules that the method page states in words.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from sources.dates.value import PartialDate
from strikes.answers.answer import Answer
from strikes.vocabulary.terms import Unit


class Verdict(IntEnum):
    """What two asserted answers are to each other, from agreement to exclusion."""

    SAME = 0
    COMPATIBLE = 1  # different, and both can be so
    DIFFER = 2  # numbers whose intervals do not meet
    EXCLUDE = 3  # both cannot be so


@dataclass(frozen=True)
class Ground:
    """What a question brings to a comparison.

    `above` holds, by the permanent name of a choice, party or place, the names of all that it lies within; `joint` the
    names of parties that are several who speak as one. `unit` is what a number counts where the claim says nothing
    else. `filed` has the days under which the event is filed.
    """

    is_exclusive: bool
    unit: Unit | None = None
    above: Mapping[str, Sequence[str]] = field(default_factory=dict)
    joint: Collection[str] = ()
    filed: PartialDate | None = None

    def is_within(self, name: str, wider: str) -> bool:
        """Whether the name is the wider one or lies beneath it."""
        return name == wider or wider in self.above.get(name, ())

    def is_denied_with(self, name: str, denied: str) -> bool:
        """Whether denying the one denies the name too: it is the same, or beneath it. Several together are not each."""
        return name == denied or (denied not in self.joint and self.is_within(name, denied))

    def is_apart(self, one: str, other: str) -> bool:
        """Whether neither lies within the other."""
        return not self.is_within(one, other) and not self.is_within(other, one)


class Span(NamedTuple):
    """An answer as an interval of one scale, by which answers are put in order.

    A scale is what is counted, or days. Open ends are infinite. Numbers of one scale agree exactly where their
    intervals meet.
    """

    scale: str
    low: float
    high: float


class Comparison(NamedTuple):
    """How answers of one kind are compared by one rule.

    `compare` says what two answers that are both asserted are to each other, in whichever order they come. `denied` says
    whether denying the first rules out asserting the second.
    """

    compare: Callable[[Answer, Answer, Ground], Verdict]
    denied: Callable[[Answer, Answer, Ground], bool]


def _both_can_be_so(one: Answer, other: Answer, ground: Ground) -> Verdict:
    return Verdict.COMPATIBLE


def _rules_out_nothing(denial: Answer, asserted: Answer, ground: Ground) -> bool:
    return False


NEVER = Comparison(_both_can_be_so, _rules_out_nothing)
