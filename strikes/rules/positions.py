"""`positions` gives, by question and subject, the claims of a dossier that count, those that do not, and the moves. Pure.

An authority's position is its claims that count: `rules.counted` says which. The others are kept with the reason why
they decide nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as replace_field
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import NamedTuple, TypeVar, assert_never

from msgspec.structs import replace

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim, Dossier, Party, Supersession
from strikes.rules.counted import Counting
from strikes.rules.days_between import DaysBetween, days_between
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import MOVES, AnswerKind, Beside, Hedge, Stance, Strength

Key = TypeVar("Key")
Value = TypeVar("Value")

# Of what “most of” speaks where the question says nothing else: most of the civilians killed are not meant.
MOST_OF_WHAT = {"killed-civilians": "killed"}


class Asked(NamedTuple):
    """A question about one subject of the incident (its code), or about the event as a whole (None)."""

    question: str
    subject: str | None = None


class Voice(StrEnum):
    """What a claim does with its answer when it is compared: *unlikely* and *doubts* deny; *possible* rules out nothing."""

    ASSERTS = "asserts"
    DENIES = "denies"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Stand:
    """One claim by which an authority stands.

    `answer` is the claim's own, but for what the comparison fills in (the number that “most of” is most of). `whole` is
    the question that it was said of, where none of a whole is read on this part.
    """

    claim: Claim
    authority: str
    voice: Voice
    answer: Answer
    whole: str | None = None


@dataclass(frozen=True)
class Move:
    """A later claim that took the place of an earlier one, and how."""

    earlier: Claim
    later: Claim
    authority: str
    link: Supersession
    is_moved: bool

    @property
    def days(self) -> DaysBetween | None:
        """The days from the one statement to the other; None where the day of one is not known."""
        return days_between(self.earlier.stated_on, self.later.stated_on)


@dataclass(frozen=True)
class Positions:
    """All that is said of one question: the claims that count, the others with the reason why not, and the moves."""

    stands: tuple[Stand, ...]
    beside: tuple[tuple[Claim, Beside], ...]
    moves: tuple[Move, ...]


def positions(dossier: Dossier, questions: Questions) -> dict[Asked, Positions]:
    """The positions on every question that a claim of the dossier answers, in the order of the questions."""
    return _Reading(dossier, questions.by_code()).positions()


def voice_of(claim: Claim) -> Voice:
    """How the claim is read when it is compared; it asserts or denies."""
    if claim.stance is Stance.DENIES:
        return Voice.DENIES
    match claim.strength:
        case Strength.FACT | Strength.LIKELY:
            return Voice.ASSERTS
        case Strength.POSSIBLE:
            return Voice.POSSIBLE
        case Strength.DOUBTS | Strength.UNLIKELY:
            return Voice.DENIES
        case _:
            assert_never(claim.strength)


class _Reading:
    """One dossier, read claim by claim."""

    def __init__(self, dossier: Dossier, questions: Mapping[str, Question]) -> None:
        self.questions = questions
        self.claims = sorted(dossier.claims, key=day_stated)
        self.parties: dict[str, Party] = {party.slug: party for party in dossier.parties}
        self.by_number = {claim.number: claim for claim in self.claims}
        self.counting = Counting(dossier)

    def positions(self) -> dict[Asked, Positions]:
        claims = grouped(self.claims, lambda claim: Asked(claim.question, claim.subject))
        beside = {asked: [(claim, self.counting.why_not(claim)) for claim in found] for asked, found in claims.items()}
        own = {asked: [self._stand(claim) for claim, why in found if why is None] for asked, found in beside.items()}
        moves = self._moves()
        order = {code: position for position, code in enumerate(self.questions)}
        return {
            asked: Positions(
                stands=tuple(self._compared(own, asked)),
                beside=tuple((claim, why) for claim, why in beside[asked] if why is not None),
                moves=tuple(moves.get(asked, ())),
            )
            for asked in sorted(claims, key=lambda asked: (order[asked.question], asked.subject or ""))
        }

    def _authority(self, claim: Claim) -> str:
        return self.parties[claim.party].authority or claim.party

    def _stand(self, claim: Claim) -> Stand:
        assert claim.answer is not None
        return Stand(claim, self._authority(claim), voice_of(claim), claim.answer)

    def _compared(self, own: Mapping[Asked, list[Stand]], asked: Asked) -> Iterator[Stand]:
        """The positions on a question, as they are compared, and what none of a whole says of it."""
        for stand in own[asked]:
            is_most = stand.answer.hedge is Hedge.MOST_OF
            yield replace_field(stand, answer=self._most(own, asked, stand)) if is_most else stand
        question = self.questions[asked.question]
        if question.kind is AnswerKind.COUNT:
            for whole in self._wholes(question):
                for stand in own.get(Asked(whole, asked.subject), ()):
                    if stand.voice is Voice.ASSERTS and count.interval(stand.answer) in count.NONE:
                        yield replace_field(stand, whole=whole)

    def _wholes(self, question: Question) -> Iterator[str]:
        """The questions that this one is included in, directly or by way of others, each once, the nearest first."""
        wholes = list(question.included_in)
        for whole in wholes:
            wholes += [code for code in self.questions[whole].included_in if code not in wholes]
        yield from wholes

    def _most(self, own: Mapping[Asked, list[Stand]], asked: Asked, stand: Stand) -> Answer:
        """“Most of” with the party's own number of the whole as low and high, where it gave one."""
        question = self.questions[asked.question]
        whole = MOST_OF_WHAT.get(asked.question) or next(iter(question.included_in), None)
        totals = [
            (each.claim.stated or "", each.claim.number, found)
            for each in own.get(Asked(whole or "", asked.subject), ())
            if each.authority == stand.authority and each.voice is Voice.ASSERTS
            if (found := count.interval(each.answer)) and found[1] > 0
        ]
        if not totals:
            return stand.answer
        *_latest, (low, high) = max(totals)
        stated = {name: int(value) for name, value in {"low": low, "high": high}.items() if isfinite(value)}
        return replace(stand.answer, **stated)

    def _moves(self) -> dict[Asked, list[Move]]:
        """By question, what took the place of what: under the question of the earlier claim and that of the later."""
        found: dict[Asked, list[Move]] = defaultdict(list)
        for later in self.claims:
            for link in later.supersedes:
                move = self._move(self.by_number[link.claim], later, link)
                for asked in {Asked(each.question, each.subject) for each in (move.earlier, later)}:
                    found[asked].append(move)
        return found

    def _move(self, earlier: Claim, later: Claim, link: Supersession) -> Move:
        authority = self._authority(later)
        is_own = authority == self._authority(earlier) and not self.parties[authority].is_collective
        # In SQL the same is `is_move` of a supersession's QuerySet.
        return Move(earlier, later, authority, link, is_own and link.kind in MOVES)


def grouped(values: Iterable[Value], key: Callable[[Value], Key]) -> dict[Key, list[Value]]:
    """The values by their key, in the order in which they come."""
    groups: dict[Key, list[Value]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups


def day_stated(claim: Claim) -> tuple[bool, date, int]:
    """The order in which claims were stated; those of an unknown day last."""
    stated = claim.stated_on
    return stated is None, stated.earliest if stated else date.max, claim.number
