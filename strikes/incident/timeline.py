"""How accounts changed: for each authority that replaced what it had said, from what to what, and when. Pure.

What replaced what is followed through, so that 42, at least 46 and 49 are one line of three stages. Corrections and
changed accounts stand apart from running counts. The days are those on which things were *stated*, counted from the day
that the incident is filed under (*happened*). The day *published* is given where it was certainly later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext as _

from sources.dates.value import DatePrecision, PartialDate
from strikes.dossiers.dossier import Claim, Dossier, Party
from strikes.incident.scales import Growth, Scale, Tick
from strikes.rules.changes import Move, first_day
from strikes.rules.days_between import days_between
from strikes.rules.findings import Finding
from strikes.rules.stands import grouped
from strikes.vocabulary.terms import Stance, SupersessionKind
from strikes.wording.claims import said_with_scope
from strikes.wording.days import after, since_the_event
from strikes.wording.names import DossierNames

LEFT, NOW = 6.0, 96.0
APART = 3.0  # per cent between two stages, which would hide each other where both were stated on one day
TICKS = (0, 1, 3, 7, 30, 100, 365, 3 * 365, 7 * 365, 20 * 365)


@dataclass(frozen=True)
class Statement:
    """One thing said: by which office where it is not the authority itself, and on which of the line's questions.

    `times` counts statements alike in everything. `published` is None unless it was certainly later than the day stated.
    """

    said: str
    number: int
    office: str
    asked: str
    stated: PartialDate | None
    published: PartialDate | None
    times: int = 1


@dataclass(frozen=True)
class StageChange:
    """How a stage took the place of those before it."""

    kinds: tuple[SupersessionKind, ...]
    after: str
    reasons: tuple[str, ...]
    words: tuple[str, ...]
    is_moved: bool


@dataclass(frozen=True)
class Stage:
    """Statements that took each other's place together. `x` is None where no day is known, else where the mark stands,
    in per cent; `span` is the stretch of days that they can mean, where it is more than one."""

    statements: tuple[Statement, ...]
    change: StageChange | None
    x: float | None
    span: tuple[float, float] | None

    @property
    def width(self) -> str:
        return f"{self.span[1] - self.span[0]:.4g}%" if self.span else ""

    @property
    def at(self) -> str:
        return f"{self.x:.4g}%"

    @property
    def begins(self) -> str:
        return f"{self.span[0]:g}%" if self.span else ""


class Stretch(NamedTuple):
    """A stretch of an authority's line."""

    x: str
    to: str
    is_moved: bool = False
    is_now: bool = False


@dataclass(frozen=True)
class AuthorityLine:
    """The stages of one authority, the earliest first. `is_held` says whether it stands by the last."""

    authority: Party
    asked: tuple[str, ...]
    stages: tuple[Stage, ...]
    is_moved: bool
    is_held: bool

    @property
    def marks(self) -> list[Stage]:
        return [stage for stage in self.stages if stage.x is not None]

    @property
    def stretches(self) -> Iterator[Stretch]:
        """The line between the marks, and from the last on where the authority stands by it."""
        for one, other in pairwise(self.marks):
            yield Stretch(one.at, other.at, is_moved=bool(other.change and other.change.is_moved))
        if self.is_held and self.marks:
            yield Stretch(self.marks[-1].at, "100%", is_now=True)


@dataclass(frozen=True)
class Timeline:
    """The lines that moved, and those that were brought up to date."""

    happened: PartialDate
    ticks: tuple[Tick, ...]
    moved: tuple[AuthorityLine, ...]
    updated: tuple[AuthorityLine, ...]

    def __bool__(self) -> bool:
        return bool(self.moved or self.updated)

    @property
    def groups(self) -> list[str]:
        """The groups of the authorities that have a line."""
        return sorted({line.authority.group.value for line in (*self.moved, *self.updated)})


def timeline(dossier: Dossier, findings: Sequence[Finding], names: DossierNames) -> Timeline:
    """Everything that was replaced by something else later, in the order of the questions."""
    moves = {
        (move.earlier.number, move.later.number): move
        for each in findings
        for move in each.positions.moves
        if move.reads_otherwise
    }
    calendar = _Calendar(dossier, list(moves.values()), names)
    lines = [calendar.line(chain) for chain in _chains(moves.values())]
    return Timeline(
        happened=dossier.incident.filed_on,
        ticks=tuple(
            Tick(f"{calendar.scale.at(days):g}%", since_the_event(days)) for days in calendar.scale.ticks(TICKS)
        ),
        moved=tuple(line for line in lines if line.is_moved),
        updated=tuple(line for line in lines if not line.is_moved),
    )


class _Calendar:
    """The moves of one dossier on one calendar."""

    def __init__(self, dossier: Dossier, moves: Sequence[Move], names: DossierNames) -> None:
        self.names = names
        self.sources = {source.code: source for source in dossier.sources}
        self.first = dossier.incident.filed_on.earliest
        days = [claim.stated_on.latest for move in moves for claim in (move.earlier, move.later) if claim.stated_on]
        # A week at least, so that a line of one day is no wall.
        self.scale = Scale(max([7, *((day - self.first).days for day in days)]), Growth.LOG, LEFT, NOW)

    def line(self, chain: Sequence[Move]) -> AuthorityLine:
        claims = {claim.number: claim for move in chain for claim in (move.earlier, move.later)}
        order = sorted(claims.values(), key=lambda claim: claim.number)
        asked = tuple(dict.fromkeys(self._asked(claim) for claim in order))
        stages = list(self._stages(chain, order, asked))
        return AuthorityLine(
            authority=self.names.parties[chain[-1].authority],
            asked=asked,
            stages=tuple(stages),
            is_moved=any(move.is_moved for move in chain),
            is_held=all(claims[each.number].stance.takes_position for each in stages[-1].statements),
        )

    def _asked(self, claim: Claim) -> str:
        return self.names.asked(claim.question, claim.subject)

    def _stages(self, chain: Sequence[Move], claims: Sequence[Claim], asked: Sequence[str]) -> Iterator[Stage]:
        """The claims by how many replaced them in turn, each stage to the right of the one before."""
        depths = _depths(chain)
        stages = sorted(grouped(claims, lambda claim: depths[claim.number]).items())
        spans = [self._span(said) for _depth, said in stages]
        places = _apart([sum(span) / 2 if span else None for span in spans])
        for (depth, said), span, x in zip(stages, spans, places, strict=True):
            moves = [move for move in chain if depths[move.later.number] == depth]
            before = {move.earlier.number: move.earlier for move in moves}
            yield Stage(
                statements=tuple(self._statements(said, chain[-1].authority, with_question=len(asked) > 1)),
                change=_change(moves, before.values()) if moves else None,
                x=x,
                span=span if span and span[1] - span[0] >= 1 else None,
            )

    def _span(self, claims: Iterable[Claim]) -> tuple[float, float] | None:
        days = [claim.stated_on for claim in claims if claim.stated_on]
        if not days:
            return None
        return self._at(min(day.earliest for day in days)), self._at(max(day.latest for day in days))

    def _at(self, day: date) -> float:
        return self.scale.at((day - self.first).days)

    def _statements(self, claims: Iterable[Claim], authority: str, *, with_question: bool) -> Iterator[Statement]:
        alike = grouped(
            (self._statement(claim, authority, with_question=with_question) for claim in claims), _without_number
        )
        for found in alike.values():
            yield Statement(found[0].said, found[0].number, *_without_number(found[0])[1:], times=len(found))

    def _statement(self, claim: Claim, authority: str, *, with_question: bool) -> Statement:
        said = said_with_scope(claim, self.names)
        if not claim.answer and not claim.denies and claim.statement:
            said = _("%(said)s: %(summary)s") % {"said": said, "summary": claim.statement.removesuffix(".")}
        office = "" if claim.party == authority and not claim.told_by else self.names.voice(claim, Stance.ASSERTS)
        asked = self._asked(claim) if with_question else ""
        return Statement(said, claim.number, office, asked, claim.stated_on, self._published(claim))

    def _published(self, claim: Claim) -> PartialDate | None:
        """The first day on which a source that prints the claim came out, if that was certainly after it was stated."""
        days = [self.sources[each.source].published_on for each in claim.citations if each.role.is_print]
        first = min((day for day in days if day), key=lambda day: day.earliest, default=None)
        return first if first and claim.stated_on and claim.stated_on.is_before(first) else None


def _apart(places: Sequence[float | None]) -> list[float | None]:
    """The places of marks in a row, moved as little as it takes for none to hide another or to leave the calendar."""
    found = list(places)
    gap = min(APART, NOW / len(places))
    last = 0.0
    for position, place in enumerate(found):
        if place is not None:
            last = found[position] = max(place, last + gap)
    following = NOW + gap
    for position, place in reversed(list(enumerate(found))):
        if place is not None:
            following = found[position] = min(place, following - gap)
    return found


def _without_number(statement: Statement) -> tuple[str, str, str, PartialDate | None, PartialDate | None]:
    return statement.said, statement.office, statement.asked, statement.stated, statement.published


def _chains(moves: Iterable[Move]) -> list[list[Move]]:
    """The moves that share claims, together."""
    chain_of: dict[int, list[Move]] = {}
    for move in moves:
        ends = (move.earlier.number, move.later.number)
        met = list({id(found): found for end in ends if (found := chain_of.get(end)) is not None}.values())
        chain = max(met, key=len, default=[])
        joined = [move, *(each for found in met if found is not chain for each in found)]
        chain += joined
        for each in joined:
            chain_of[each.earlier.number] = chain_of[each.later.number] = chain
    chains = {id(chain): chain for chain in chain_of.values()}
    return [sorted(chain, key=lambda move: (move.later.number, move.earlier.number)) for chain in chains.values()]


def _depths(chain: Sequence[Move]) -> dict[int, int]:
    """By a claim's number, its stage: each after all that it replaced, and as late as what replaced it allows."""
    earlier: dict[int, set[int]] = defaultdict(set)
    later: dict[int, set[int]] = defaultdict(set)
    for move in chain:
        earlier[move.later.number].add(move.earlier.number)
        later[move.earlier.number].add(move.later.number)
    order = list(TopologicalSorter(earlier).static_order())
    depths: dict[int, int] = {}
    for number in order:
        depths[number] = 1 + max((depths[each] for each in earlier[number]), default=-1)
    for number in reversed(order):
        depths[number] = min((depths[each] - 1 for each in later[number]), default=depths[number])
    return depths


def _change(moves: Sequence[Move], before: Iterable[Claim]) -> StageChange:
    since, until = (first_day(days) for days in ([move.since for move in moves], [move.until for move in moves]))
    return StageChange(
        kinds=tuple(dict.fromkeys(move.link.kind for move in moves)),
        after=_after(since, until, [claim.stated_on for claim in before]),
        reasons=tuple(dict.fromkeys(move.link.reason for move in moves if move.link.reason)),
        words=tuple(dict.fromkeys(move.link.words for move in moves if move.link.words)),
        is_moved=any(move.is_moved for move in moves),
    )


def _after(since: PartialDate | None, until: PartialDate | None, shown: Sequence[PartialDate | None]) -> str:
    """How long after its first statement an answer was replaced; with that day where no statement shown was made then."""
    said = after(days_between(since, until))
    if since is None or until is None or since.precision is not DatePrecision.DAY or since in shown:
        return said
    return _("%(after)s (first stated %(day)s)") % {"after": said, "day": since}
