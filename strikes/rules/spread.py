"""The spread of stated numbers: the smallest and the largest that anybody stated of one class of the dead. Pure.

Never an average and never a range of this archive's own: each end is one party's number, and is shown with that party.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim, Dossier
from strikes.vocabulary.terms import Basis, Hedge, PartyGroup, Scope, Stance, Unit

CLASSES_OF_DEAD = ("killed", "killed-civilians")
_OPEN_ABOVE = (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.SO_FAR)
_OPEN_BELOW = (Hedge.AT_MOST, Hedge.FEWER_THAN, Hedge.NEARLY)


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
    return spread_of(_counted(dossier, question))


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


def _counted(dossier: Dossier, question: str) -> Iterator[Claim]:
    groups = {party.slug: party.group for party in dossier.parties}
    superseded = {link.claim for claim in dossier.claims for link in claim.supersedes}
    for claim in dossier.claims:
        stands = claim.question == question and claim.stance is Stance.ASSERTS and claim.number not in superseded
        is_of_event = claim.scope is Scope.EVENT and claim.subject is None and not claim.is_apparent_error
        is_own = claim.basis is not Basis.COMPILATION and claim.told_by is None
        is_signed = groups[claim.party] is not PartyGroup.UNSIGNED
        if stands and is_of_event and is_own and is_signed:
            yield claim


def _counts_people(answer: Answer) -> bool:
    return bool(_numbers(answer)) and (answer.unit or Unit.PERSONS) is Unit.PERSONS


def _numbers(answer: Answer) -> list[int]:
    return [number for number in (answer.low, answer.best, answer.high) if number is not None]


def _lowest(claim: Claim, answer: Answer) -> End:
    return End(min(_numbers(answer)), answer.hedge in _OPEN_BELOW, claim.party, claim.number)


def _highest(claim: Claim, answer: Answer) -> End:
    return End(max(_numbers(answer)), answer.hedge in _OPEN_ABOVE, claim.party, claim.number)
