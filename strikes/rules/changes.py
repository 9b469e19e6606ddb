"""`moves_of` gives the changes of account of one incident, each once, however many claims it joins. Pure.

One change of one authority's answer to one question, about one subject, is one move. A link alone makes none: it must
correct or change the account of the same authority, and the answer must have become another. A narrower answer in the
tree, or one that reads the same, is no move, and neither is the end of a silence. Officials without a name and
collectives do not move.

Days run from the first statement of the earlier answer, and never from before the event.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias, assert_never

from msgspec.structs import replace

from sources.dates.value import PartialDate
from strikes.answers import KINDS
from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim, Dossier, Supersession
from strikes.rules.days_between import DaysBetween, days_between
from strikes.rules.grounds import Grounds
from strikes.rules.stands import (
    Asked,
    Voice,
    answer_of,
    authority_of,
    day_stated,
    grouped,
    is_unnamed_official,
    voice_of,
)
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import MOVES, Scope, Stance, SupersessionKind

# Question and subject, what is covered, stance, and answer as all have it who say the same.
Reading: TypeAlias = tuple[Asked, Scope, Stance, Answer | None]


@dataclass(frozen=True)
class Move:
    """A link from a later claim to an earlier one: `is_moved` where it is a change of account, or a part of one.

    `since` is the day on which the earlier answer was first stated, and `until` that of the later claim; neither is
    before the event.
    """

    earlier: Claim
    later: Claim
    authority: str
    link: Supersession
    is_moved: bool
    since: PartialDate | None
    until: PartialDate | None
    readings: tuple[Reading, Reading] = field(repr=False)

    @property
    def days(self) -> DaysBetween | None:
        """The days from the one statement to the other; None where the day of one is not known."""
        return days_between(self.since, self.until)

    @property
    def reads_otherwise(self) -> bool:
        """Whether the later claim says something else in words."""
        earlier, later = self.readings
        return earlier != later or self.earlier.strength is not self.later.strength


@dataclass(frozen=True)
class AccountChange:
    """One change of an authority's answer to the question `asked`: from what the earlier claims say to what the later do.

    The later claims may stand on another question. Where none of them answers, what was said was given up. `since` and
    `until` are the days on which the one and the other were first stated; None where no day is known.
    """

    authority: str
    asked: Asked
    earlier: tuple[Claim, ...]
    later: tuple[Claim, ...]
    since: PartialDate | None
    until: PartialDate | None
    moves: tuple[Move, ...]

    @property
    def kind(self) -> SupersessionKind:
        """A changed account; a correction where all its links are corrections; an update where none of them is a move."""
        kinds = {move.link.kind for move in self.moves if move.is_moved}
        if not kinds:
            return SupersessionKind.UPDATES
        return (
            SupersessionKind.CHANGES_ACCOUNT if SupersessionKind.CHANGES_ACCOUNT in kinds else SupersessionKind.CORRECTS
        )

    @property
    def days(self) -> DaysBetween | None:
        """The days from the first statement of the earlier answer to that of the later; None where one is not known."""
        return days_between(self.since, self.until)

    @property
    def questions(self) -> frozenset[Asked]:
        """The questions, each with its subject, on which the change is to be seen."""
        return frozenset(asked_by(claim) for claim in (*self.earlier, *self.later))

    @property
    def parties(self) -> frozenset[str]:
        """The authority, and the offices that stated the later answer for it (their slugs)."""
        return frozenset({self.authority, *(claim.party for claim in self.later)})


def moves_of(dossier: Dossier, questions: Questions) -> tuple[AccountChange, ...]:
    """Every change of account of the dossier, each once, by the day of the later answer."""
    return Links(dossier, questions).changes


def update_of(move: Move) -> AccountChange:
    """The link as a change of its own: what was replaced without a move."""
    asked = asked_by(move.earlier)
    return AccountChange(move.authority, asked, (move.earlier,), (move.later,), move.since, move.until, (move,))


def asked_by(claim: Claim) -> Asked:
    return Asked(claim.question, claim.subject)


class Links:
    """The links between the claims of one dossier."""

    def __init__(self, dossier: Dossier, questions: Questions) -> None:
        self.claims = sorted(dossier.claims, key=day_stated)
        self.by_number = {claim.number: claim for claim in self.claims}
        self.parties = {party.slug: party for party in dossier.parties}
        self.questions: Mapping[str, Question] = questions.by_code()
        self.grounds = Grounds(dossier)
        self.filed = dossier.incident.filed_on

    @cached_property
    def _statements(self) -> dict[tuple[str, Reading], list[Claim]]:
        """Who stated what itself, each time, by authority and reading, as it was stated."""
        own = (each for each in self.claims if not (each.told_by or each.is_apparent_error or self._is_unnamed(each)))
        return grouped(own, lambda claim: (self._authority(claim), self._reading(claim)))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every link from a later claim to an earlier one, in the order in which the later were stated."""
        return tuple(
            self._move(self.by_number[link.claim], later, link) for later in self.claims for link in later.supersedes
        )

    @cached_property
    def changes(self) -> tuple[AccountChange, ...]:
        """The changes of account that the links make, each once, by the day of the later answer."""
        moved = [move for move in (*self.moves, *self._over_retractions()) if move.is_moved]
        by_answer = grouped(moved, lambda move: (move.authority, asked_by(move.earlier)))
        found = [_change(alike) for own in by_answer.values() for alike in _joined(own)]
        return tuple(sorted(found, key=lambda change: min(map(day_stated, change.later))))

    def _over_retractions(self) -> Iterator[Move]:
        """The answers that were taken back first and became others afterwards."""
        for later in self.claims:
            for link in later.supersedes:
                if (between := self.by_number[link.claim]).stance is Stance.RETRACTS:
                    for before in between.supersedes:
                        kind = before.kind if before.kind in MOVES else link.kind
                        yield self._move(self.by_number[before.claim], later, replace(link, kind=kind))

    def _move(self, earlier: Claim, later: Claim, link: Supersession) -> Move:
        is_moved = link.kind in MOVES and self._is_own(earlier, later) and self._is_another(earlier, later)
        readings = self._reading(earlier), self._reading(later)
        first = self._statements.get((self._authority(earlier), readings[0]), [earlier])[0]
        since, until = (claim.stated_on and claim.stated_on.not_before(self.filed.earliest) for claim in (first, later))
        return Move(earlier, later, self._authority(later), link, is_moved, since, until, readings)

    def _is_own(self, earlier: Claim, later: Claim) -> bool:
        """Whether one authority that can move says both."""
        authority = self._authority(later)
        is_collective = self.parties[authority].is_collective
        is_unnamed = self._is_unnamed(earlier) or self._is_unnamed(later)
        return authority == self._authority(earlier) and not is_collective and not is_unnamed

    def _is_another(self, earlier: Claim, later: Claim) -> bool:
        """Whether an answer, or the finding that there is none, became another answer, or was given up."""
        if not later.stance.takes_position:
            return earlier.stance.takes_position
        if not earlier.stance.takes_position:
            return _is_finding(earlier)
        if _of_what(earlier) != _of_what(later):
            return True
        before, after = self._answer(earlier), self._answer(later)
        if _denies(later) or before is None or after is None:
            return before != after
        question = self.questions[earlier.question]
        return not KINDS[question.kind].is_narrower(after, before, self.grounds.of(question))

    def _is_unnamed(self, claim: Claim) -> bool:
        return is_unnamed_official(claim, self.parties[claim.party])

    def _authority(self, claim: Claim) -> str:
        return authority_of(self.parties[claim.party])

    def _reading(self, claim: Claim) -> Reading:
        return asked_by(claim), claim.scope, claim.stance, self._answer(claim)

    def _answer(self, claim: Claim) -> Answer | None:
        """The answer of the claim, or of the one that it denies, as all have it who say the same."""
        answer = answer_of(claim, self.by_number)
        question = self.questions[claim.question]
        return answer and KINDS[question.kind].canonical(answer, question.unit)


def _of_what(claim: Claim) -> tuple[object, ...]:
    """What is answered, of how much of the event, and whether it is denied: another of these is another answer."""
    return asked_by(claim), claim.scope, _denies(claim)


def _denies(claim: Claim) -> bool:
    return voice_of(claim) is Voice.DENIES


def _is_finding(claim: Claim) -> bool:
    """Whether the party looked, and has a result, though no answer."""
    match claim.stance:
        case Stance.NO_EVIDENCE | Stance.NOT_ESTABLISHED:
            return True
        case (
            Stance.ASSERTS
            | Stance.DENIES
            | Stance.NOT_RULED_OUT
            | Stance.DECLINES
            | Stance.INVESTIGATING
            | Stance.CONDITIONAL
            | Stance.RETRACTS
        ):
            return False
        case _:
            assert_never(claim.stance)


def _joined(moves: Sequence[Move]) -> Iterator[list[Move]]:
    """The links of one authority on one question, those together that are one change.

    They are where they share a claim at either end, or say the same at both ends.
    """
    keys = [
        (("earlier", move.earlier.number), ("later", move.later.number), (again, move.readings))
        for move, again in zip(moves, _again(moves), strict=True)
    ]
    sharing = grouped([(key, place) for place, own in enumerate(keys) for key in own], lambda each: each[0])
    left = dict.fromkeys(range(len(moves)))
    while left:
        ahead = [next(iter(left))]
        del left[ahead[0]]
        for place in ahead:
            for key in keys[place]:
                found = [other for _key, other in sharing.pop(key, ()) if other in left]
                ahead += found
                for other in found:
                    del left[other]
        yield [moves[place] for place in sorted(ahead)]


def _again(moves: Sequence[Move]) -> Iterator[int]:
    """Of each link, how often the same change had ended before it began: an account can go to and fro."""
    ended: dict[object, tuple[int, tuple[bool, date, int]]] = {}
    for move in moves:
        start, end = day_stated(move.earlier), day_stated(move.later)
        again, first_end = ended.get(move.readings, (0, end))
        if start >= first_end:
            again, first_end = again + 1, end
        ended[move.readings] = again, first_end
        yield again


def _change(moves: Sequence[Move]) -> AccountChange:
    earlier = {move.earlier.number: move.earlier for move in moves}
    later = {move.later.number: move.later for move in moves}
    # What was only taken back in between is not what the answer became.
    answered = {number: claim for number, claim in later.items() if claim.stance is not Stance.RETRACTS} or later
    first = moves[0]
    return AccountChange(
        authority=first.authority,
        asked=asked_by(first.earlier),
        earlier=tuple(sorted(earlier.values(), key=day_stated)),
        later=tuple(sorted(answered.values(), key=day_stated)),
        since=first_day(move.since for move in moves),
        until=first_day(move.until for move in moves if move.later.number in answered),
        moves=tuple(moves),
    )


def first_day(days: Iterable[PartialDate | None]) -> PartialDate | None:
    """The earliest of these days; None where none is known."""
    known = [day for day in days if day]
    return min(known, key=lambda day: (day.earliest, day.latest), default=None)
