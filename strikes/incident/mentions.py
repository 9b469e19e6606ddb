"""Mentions: a party in a cell of a table, with the day of each of its claims and the notes on them. Pure.

Where a row of the table stands for one answer, a mention in it does not repeat the answer.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from strikes.dossiers.dossier import Claim, Party
from strikes.rules.findings import Finding
from strikes.rules.stands import grouped
from strikes.vocabulary.terms import Beside, CitationRole, Stance
from strikes.wording.changes import came_from, went_to
from strikes.wording.claims import (
    answered_by,
    strength_beside_row,
    told_answer,
    told_or_answered,
    why_not_compared,
)
from strikes.wording.days import short_day
from strikes.wording.names import DossierNames, said_of
from strikes.wording.origins import printed_differently_by

# Of more answers to one question no row lists all that it is in conflict with: the pairs grow with the square.
MOST_PAIRED = 60


@dataclass(frozen=True)
class DayOfClaim:
    """The number of a claim, and the day on which it was stated in words; `is_again` after a claim of the same day."""

    number: int
    text: str
    is_again: bool


@dataclass(frozen=True)
class SaidAlike:
    """Claims of one party that give one answer and have the same notes.

    `answer` is empty where the row says it. `is_former` says that the claims are no longer held.
    """

    days: tuple[DayOfClaim, ...]
    answer: str
    notes: tuple[str, ...]
    is_former: bool


@dataclass(frozen=True)
class Mention:
    """A party with its claims in one cell; `name` says of whom it tells them, where they are another's words."""

    party: Party
    name: str
    said: tuple[SaidAlike, ...]

    @property
    def is_former(self) -> bool:
        """Whether the party no longer holds any of them."""
        return all(each.is_former for each in self.said)


@dataclass(frozen=True)
class AnswerMentioned:
    """One answer with the parties that give it."""

    label: str
    mentions: tuple[Mention, ...]


class Mentions:
    """The claims of one finding, as they are mentioned.

    `place_of` says where a later or an earlier claim stands. Without it the notes say only how strongly a claim speaks,
    and of what.
    """

    def __init__(self, finding: Finding, names: DossierNames, place_of: Callable[[Claim], str] | None = None) -> None:
        self.finding = finding
        self.names = names
        self.place_of = place_of
        stands = [stand for lane in finding.lanes for stand in lane.stands]
        # The row of a number that only bounds a part says itself of what it was said.
        self.whole = {stand.claim.number: stand.whole for stand in stands if stand.whole and not stand.is_bound}
        self.beside = {claim.number: why for claim, why in finding.positions.beside}
        # What was put in the place of the same words moved nothing.
        moves = [move for move in finding.positions.moves if move.reads_otherwise]
        self.same_later: dict[int, list[int]] = defaultdict(list)
        for move in finding.positions.moves:
            if not move.reads_otherwise:
                self.same_later[move.earlier.number].append(move.later.number)
        self.later = grouped(moves, lambda move: move.earlier.number)
        self.earlier = grouped((move for move in moves if move.is_moved), lambda move: move.later.number)

    def of(self, claims: Iterable[Claim], *, with_answer: bool) -> tuple[Mention, ...]:
        """The claims by party, in the order in which the parties come; what a party tells of another by whom it tells of."""

        def listed(claim: Claim) -> tuple[str, str]:
            # Where the row says the answer, it says denied and the like too.
            return claim.listed_under, self.names.voice(claim, None if with_answer else Stance.ASSERTS)

        answer = self._answer if with_answer else _no_answer
        return tuple(
            Mention(self.names.parties[slug], name, self.said(own, answer))
            for (slug, name), own in grouped(claims, listed).items()
        )

    def by_answer(self, claims: Iterable[Claim]) -> tuple[AnswerMentioned, ...]:
        """The claims by what they answer, in the order in which the answers come."""
        return tuple(
            AnswerMentioned(label, self.of(alike, with_answer=False))
            for label, alike in grouped(claims, lambda claim: answered_by(claim, self.names)).items()
        )

    def said(self, claims: Iterable[Claim], answer: Callable[[Claim], str]) -> tuple[SaidAlike, ...]:
        """The claims of one party, those that are alike in all but their day together; `answer` words what each says."""

        def alike_in(claim: Claim) -> tuple[str, tuple[str, ...], bool]:
            why = self.beside.get(claim.number)
            said = answer(claim)
            notes = self._notes(claim, is_told=bool(claim.told_by and said))
            is_former = why is not None and why.is_replaced and not self._is_held(claim)
            return said, tuple(dict.fromkeys(notes)), is_former

        return tuple(SaidAlike(self._days(alike), *each) for each, alike in grouped(claims, alike_in).items())

    def _is_held(self, claim: Claim) -> bool:
        """Whether what replaced the claim, and that in turn, says the same to this day."""
        ahead = [claim.number]
        for number in ahead:
            ahead += [later for later in self.same_later.get(number, ()) if later not in ahead]
        return any(number in self.finding.lane_of for number in ahead)

    def _answer(self, claim: Claim) -> str:
        """The answer beside the name; the name of a teller says already that the party denied it."""
        return told_answer(claim, self.names) if claim.told_by else answered_by(claim, self.names)

    def in_full(self, claims: Iterable[Claim]) -> tuple[SaidAlike, ...]:
        """The claims in the column of a party: its own, what it tells of others, and what others tell of it."""
        return self.said(claims, lambda claim: told_or_answered(claim, self.names))

    def _days(self, claims: Iterable[Claim]) -> tuple[DayOfClaim, ...]:
        days = [(claim.number, short_day(claim.stated_on)) for claim in claims]
        before = ["", *(text for _number, text in days)]
        return tuple(DayOfClaim(number, text, text == last) for (number, text), last in zip(days, before, strict=False))

    def _notes(self, claim: Claim, *, is_told: bool) -> Iterator[str]:
        """The notes on a claim; `is_told` says that its answer stands beside it as another tells it, with its strength."""
        strength = strength_beside_row(claim, self.finding.lane_of.get(claim.number))
        if claim.stance.takes_position and strength and not is_told:
            yield strength
        if whole := self.whole.get(claim.number):
            yield said_of(self.names.question(whole))
        if self.place_of:
            yield from self._history(claim, self.place_of)

    def _history(self, claim: Claim, place_of: Callable[[Claim], str]) -> Iterator[str]:
        why = self.beside.get(claim.number)
        if why and why not in (Beside.NO_ANSWER, Beside.NO_EVIDENCE, Beside.TOLD) and not why.is_replaced:
            yield why_not_compared(claim, why)
        for move in self.later.get(claim.number, ()):
            yield went_to(move, place_of(move.later))
        for move in self.earlier.get(claim.number, ()):
            yield came_from([place_of(move.earlier)], move.link.kind)
        for citation in claim.citations:
            if citation.role is CitationRole.PRINTED_DIFFERENTLY and citation.printed:
                yield printed_differently_by(self.names.printers[citation.source], self.names.printed(citation))


def _no_answer(claim: Claim) -> str:
    """Nothing, where the row of the table says the answer."""
    return ""
