"""`spread` gives the smallest and the largest number that anybody in a dossier stated of one class of the dead. Pure.

Never an average and never a range of this archive's own: each end is one party's number, and is shown with that party.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim, Dossier
from strikes.rules.counted import Counting
from strikes.vocabulary.terms import Basis, Stance, Unit

CLASSES_OF_DEAD = ("killed", "killed-civilians")


@dataclass(frozen=True)
class End:
    """One end of a spread: people, as stated; `is_open` where the party said “or more”, or “or fewer”."""

    number: int
    is_open: bool
    party: str
    claim: int


@dataclass(frozen=True)
class Spread:
    """The smallest and the largest number stated."""

    least: End
    most: End


def spread(dossier: Dossier, question: str) -> Spread | None:
    """The spread of the numbers of people that claims of this dossier answer to the question; None without any.

    Left out are what is superseded, retracted or denied, numbers that cover more or less than this event, “none known”
    and words without a number, compilations, apparent errors, what is known only through another party, and what
    nobody signs.
    """
    return spread_of(_of_first_party(dossier, question))


def spread_of(claims: Iterable[Claim]) -> Spread | None:
    """The smallest and the largest number of people that these claims state; None where they state none."""
    counted = [(claim, claim.answer) for claim in claims if claim.answer and _counts_people(claim.answer)]
    if not counted:
        return None
    lowest = [_lowest(claim, answer) for claim, answer in counted]
    highest = [_highest(claim, answer) for claim, answer in counted]
    # Of equal numbers the open one reaches further; then the claim that was entered first.
    least = min(lowest, key=lambda end: (end.number, not end.is_open, end.claim))
    most = max(highest, key=lambda end: (end.number, end.is_open, -end.claim))
    return Spread(least, most)


def _of_first_party(dossier: Dossier, question: str) -> Iterator[Claim]:
    """The claims that count; and of these, what is asserted of the event as a whole, and compiled from nobody else."""
    counting = Counting(dossier)
    for claim in dossier.claims:
        is_asked = claim.question == question and claim.subject is None
        is_stated = claim.stance is Stance.ASSERTS and claim.basis is not Basis.COMPILATION
        if is_asked and is_stated and counting.why_not(claim) is None:
            yield claim


def _counts_people(answer: Answer) -> bool:
    return bool(count.numbers_of(answer)) and (answer.unit or Unit.PERSONS) is Unit.PERSONS


def _lowest(claim: Claim, answer: Answer) -> End:
    is_open_below, _is_open_above = count.open_ends(answer)
    return End(min(count.numbers_of(answer)), is_open_below, claim.party, claim.number)


def _highest(claim: Claim, answer: Answer) -> End:
    _is_open_below, is_open_above = count.open_ends(answer)
    return End(max(count.numbers_of(answer)), is_open_above, claim.party, claim.number)
