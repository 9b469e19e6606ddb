"""`confrontations` gives who faces whom on one question: at most one dispute, and one difference of numbers. Pure.

Every side has its own authorities: nobody stands there whose claim is not in conflict, on this question, with one that
stands across. Parties to the conflict, people on the ground, monitors, rescuers, investigators, and newsrooms that saw or
inquired themselves face each other first, then other newsrooms; a compilation faces only where nobody of first hand
stands on that side, and officials without a name only where nobody else does: on the page of the question, and never in
front (`rules.weight`).

Among conflicts of those who face each other so, the one with most authorities is taken; then one of two assertions
before an assertion and its denial; then the widest gap; then one with a party to the conflict. Of numbers the smallest
faces the largest, and those between are counted; what a whole says of the part faces where no number of the part itself
does. An answer that stands against both sides is a third side.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isfinite

from strikes.answers.comparison import Verdict
from strikes.answers.count import numbers_of
from strikes.dossiers.dossier import Relation
from strikes.rules.conflicts import Conflict, Lanes
from strikes.rules.lanes import Lane
from strikes.rules.stands import Rank, Stand, Voice
from strikes.vocabulary.terms import QuestionState

# The verdict that makes each state of conflict, the graver first.
VERDICT_OF = {QuestionState.DISPUTED: Verdict.EXCLUDE, QuestionState.DIFFER: Verdict.DIFFER}
RANKS = sorted(Rank, reverse=True)


@dataclass(frozen=True, eq=False)
class SideAnswer:
    """One answer on a side, with the claims that give it and are in conflict with one that stands across."""

    lane: Lane
    stands: tuple[Stand, ...]


@dataclass(frozen=True, eq=False)
class ConflictSide:
    """What stands on one side of a conflict: the answer that faces the others first, then those that go with it.

    `is_against_all`: each of its answers is in conflict with every side that comes before this one.
    """

    answers: tuple[SideAnswer, ...]
    is_against_all: bool = True

    @cached_property
    def stands(self) -> tuple[Stand, ...]:
        return tuple(stand for answer in self.answers for stand in answer.stands)

    @cached_property
    def authorities(self) -> tuple[str, ...]:
        """Those that stand here, each once, in the order of the answers."""
        return tuple(dict.fromkeys(stand.authority for stand in self.stands))

    @property
    def is_compiled(self) -> bool:
        """Whether only compilations stand here."""
        return all(stand.rank is Rank.COMPILATION for stand in self.stands)

    @property
    def is_unnamed(self) -> bool:
        """Whether only officials without a name stand here."""
        return all(stand.rank is Rank.UNNAMED for stand in self.stands)

    @property
    def is_of_conflict(self) -> bool:
        """Whether a party to the conflict stands here."""
        return any(stand.is_of_conflict for stand in self.stands)


@dataclass(frozen=True, eq=False)
class Confrontation:
    """A dispute (EXCLUDE), or numbers that differ (DIFFER), with two sides or more.

    The two that face each other come first; of these the smaller number, or else the side of a party to the conflict.
    `between` counts the answers between the smallest number and the largest, of those who can face. `relation` is the
    word that sets the first two against each other, where no rule does.
    """

    verdict: Verdict
    sides: tuple[ConflictSide, ...]
    between: int
    relation: Relation | None

    @property
    def state(self) -> QuestionState:
        """The state that the confrontation makes."""
        return next(state for state, verdict in VERDICT_OF.items() if verdict is self.verdict)

    @property
    def authorities(self) -> tuple[str, ...]:
        """All who face somebody, each once, in the order of the sides."""
        return tuple(dict.fromkeys(authority for side in self.sides for authority in side.authorities))

    @property
    def is_compiled(self) -> bool:
        """Whether compilations alone face each other."""
        return all(side.is_compiled for side in self.sides)

    @property
    def has_unnamed_side(self) -> bool:
        """Whether only officials without a name stand on one of the sides."""
        return any(side.is_unnamed for side in self.sides)

    @property
    def has_compiled_side(self) -> bool:
        """Whether only compilations stand on one of the sides."""
        return any(side.is_compiled for side in self.sides)


def answers_heard(side: ConflictSide, facing: Confrontation, lanes: Iterable[Lane]) -> tuple[SideAnswer, ...]:
    """The answers of a side; after the first, what those who only deny there assert themselves on the question.

    But nothing that stands on another side of the confrontation.
    """
    across = {answer.lane.place for other in facing.sides if other is not side for answer in other.answers}
    asserting = {stand.authority for stand in side.stands if stand.voice is not Voice.DENIES}
    denying = set(side.authorities) - asserting
    found = (
        (lane, tuple(stand for stand in lane.stands if stand.authority in denying and not stand.whole))
        for lane in lanes
        if lane.voice is Voice.ASSERTS and lane.place not in across
    )
    instead = (SideAnswer(lane, stands) for lane, stands in found if stands)
    return (*side.answers[:1], *instead, *side.answers[1:])


def confrontations(lanes: Lanes) -> tuple[Confrontation, ...]:
    """Who faces whom over these lanes: the disputed sides, and those of numbers that differ, where there are any."""
    found = (_confrontation(lanes, verdict) for verdict in VERDICT_OF.values())
    return tuple(each for each in found if each)


def _confrontation(lanes: Lanes, verdict: Verdict) -> Confrontation | None:
    """Who faces whom by this verdict; None where nobody does who can face."""
    conflicts = [each for each in lanes.found if each.verdict is verdict]
    for lowest in RANKS:
        ranked = _Ranked(verdict, conflicts, lowest)
        if ranked.facing:
            return ranked.confrontation()
    return None


class _Ranked:
    """Conflicts of one verdict among those alone who are of a rank, or above it."""

    def __init__(self, verdict: Verdict, conflicts: Sequence[Conflict], lowest: Rank) -> None:
        self.verdict = verdict
        lanes = dict.fromkeys(lane for each in conflicts for lane in (each.one, each.other))
        kept = {lane: lane.only(lambda stand: stand.rank >= lowest) for lane in lanes}
        self.facing = [found for each in conflicts if (found := each.among(kept[each.one], kept[each.other]))]
        self.lanes = sorted({lane for each in self.facing for lane in (each.one, each.other)}, key=_place)
        # By the places of two lanes; one authority in conflict with itself is among these.
        self.all = {(each.one.place, each.other.place): each for each in conflicts}
        standing = {(_scale(each), stand.authority) for each in self.facing for stand in _standing(each)}
        self.authorities_on = Counter(scale for scale, _authority in standing)

    def confrontation(self) -> Confrontation:
        chosen = max(self.facing, key=self._preference)
        one, other = _best_ranked(chosen)
        sides = _Sides(self, one, other)
        # Those of a higher rank first, whom those of a lower rank do not join.
        for lane in sorted(self.lanes, key=lambda lane: (-max(stand.rank for stand in lane.stands), lane.place)):
            if lane.place not in (one.place, other.place):
                sides.add(lane)
        return sides.confrontation(chosen)

    def conflict(self, lane: Lane, other: Lane) -> Conflict | None:
        """The conflict of two of these lanes, or of some claims of them, from the side of the first."""
        if found := self.all.get((lane.place, other.place)):
            return found.among(lane, other)
        found = self.all.get((other.place, lane.place))
        return found.turned.among(lane, other) if found else None

    def is_apart(self, lane: Lane, other: Lane) -> bool:
        """Whether the two cannot stand on one side."""
        return not {(lane.place, other.place), (other.place, lane.place)}.isdisjoint(self.all)

    def _preference(self, conflict: Conflict) -> tuple[float, ...]:
        """Of conflicts the first to be taken has the most of this."""
        standing = _standing(conflict)
        ranks = sum(max(stand.rank for stand in side) for side in conflict.stands)
        authorities = len({stand.authority for stand in standing})
        is_asserted = conflict.one.voice is conflict.other.voice is Voice.ASSERTS
        order = -conflict.one.place, -conflict.other.place
        if self.verdict is Verdict.DIFFER:
            on_scale = self.authorities_on[_scale(conflict)]
            is_own = not _is_bound(conflict.one) and not _is_bound(conflict.other)
            return ranks, on_scale, is_own, _reach(conflict), _gap(conflict), authorities, *order
        of_conflict = sum(any(stand.is_of_conflict for stand in side) for side in conflict.stands)
        return ranks, authorities, is_asserted, _gap(conflict), of_conflict, *order


class _Sides:
    """The sides of one confrontation, as lanes are added to the two that face each other."""

    def __init__(self, ranked: _Ranked, one: Lane, other: Lane) -> None:
        self.ranked = ranked
        self.first_two = (one, other)
        self.sides = [[SideAnswer(one, one.stands)], [SideAnswer(other, other.stands)]]
        self.between = 0

    def add(self, lane: Lane) -> None:
        """Put the lane where it stands, if it is in conflict with one of the two that face each other."""
        against = [self.ranked.conflict(lane, each) for each in self.first_two]
        for place, found in enumerate(against):
            side = self.sides[1 - place]
            if found and not against[1 - place] and self._goes_with(lane, side):
                self._join(side, lane, found.standing)
                return
        if not any(against):
            return
        if self.ranked.verdict is Verdict.DIFFER:
            self.between += self._lies_between(lane)
        else:
            standing = {each.claim.number: each for found in against if found for each in found.standing}
            self._join(self._third_side(lane), lane, tuple(standing.values()))

    def _lies_between(self, lane: Lane) -> bool:
        """Whether all that the lane states lies from the smallest number to the largest."""
        least, most = _ends(lane)
        ends = [_ends(each) for each in self.first_two]
        is_within = min(low for low, _high in ends) <= least and most <= max(high for _low, high in ends)
        return is_within and not _is_bound(lane)

    def _goes_with(self, lane: Lane, side: list[SideAnswer]) -> bool:
        """Whether the lane stands on this side of the first two: a number only where it states the same end."""
        if self.ranked.verdict is not Verdict.DIFFER:
            return self._fits(lane, side)
        end = 0 if side is self.sides[0] else 1
        return _ends(lane)[end] == _ends(side[0].lane)[end]

    def _fits(self, lane: Lane, side: Iterable[SideAnswer]) -> bool:
        return not any(self.ranked.is_apart(lane, answer.lane) for answer in side)

    def _third_side(self, lane: Lane) -> list[SideAnswer]:
        """The first further side on which the lane fits; a new one where there is none."""
        for side in self.sides[2:]:
            if self._fits(lane, side):
                return side
        self.sides.append([])
        return self.sides[-1]

    def _join(self, side: list[SideAnswer], lane: Lane, stands: Sequence[Stand]) -> None:
        """Add those who are not of a lower rank than who stands there already."""
        best = max(
            (stand.rank for answer in side for stand in answer.stands), default=max(each.rank for each in stands)
        )
        if kept := tuple(stand for stand in stands if stand.rank >= best):
            side.append(SideAnswer(lane, kept))

    def confrontation(self, chosen: Conflict) -> Confrontation:
        found = [
            ConflictSide(tuple(answers), self._is_against_all(answers, self.sides[:place]))
            for place, answers in enumerate(self.sides)
        ]
        first_two = found[:2]
        if chosen.verdict is Verdict.EXCLUDE:
            first_two.sort(key=lambda side: not side.is_of_conflict)
        return Confrontation(chosen.verdict, (*first_two, *found[2:]), self.between, chosen.relation)

    def _is_against_all(self, answers: Sequence[SideAnswer], sides: Sequence[Sequence[SideAnswer]]) -> bool:
        """Whether each of these answers is in conflict with every one of these sides."""
        return all(any(self._is_against(one, other) for other in side) for one in answers for side in sides)

    def _is_against(self, one: SideAnswer, other: SideAnswer) -> bool:
        return self.ranked.conflict(_only(one.lane, one.stands), _only(other.lane, other.stands)) is not None


def _best_ranked(conflict: Conflict) -> tuple[Lane, Lane]:
    """The two lanes of a conflict with those alone of the best rank who are in conflict across."""
    standing = conflict.standing
    if conflict.one.place == conflict.other.place:
        # Somebody says that two who give the very same answer contradict each other: one of them on this side.
        standing = (max(standing, key=lambda stand: (stand.rank, -stand.claim.number)),)
    one = _of_best_rank(conflict.one, standing)
    narrowed = conflict.among(one, conflict.other)
    assert narrowed
    other = _of_best_rank(conflict.other, narrowed.turned.standing)
    narrowed = conflict.among(one, other)
    assert narrowed
    return _only(one, narrowed.standing), other


def _of_best_rank(lane: Lane, standing: Sequence[Stand]) -> Lane:
    best = max(stand.rank for stand in standing)
    return _only(lane, [stand for stand in standing if stand.rank is best])


def _only(lane: Lane, stands: Iterable[Stand]) -> Lane:
    kept = {stand.claim.number for stand in stands}
    return lane.only(lambda stand: stand.claim.number in kept)


def _standing(conflict: Conflict) -> Iterator[Stand]:
    return (stand for side in conflict.stands for stand in side)


def _is_bound(lane: Lane) -> bool:
    """Whether it only says, by the number of a whole, how many the part can be at most."""
    return lane.stands[0].is_bound


def _scale(conflict: Conflict) -> str:
    return conflict.one.span.scale if conflict.one.span else ""


def _reach(conflict: Conflict) -> float:
    """From the smallest number of the lower answer to the largest of the higher, as stated where numbers are."""
    low, high = sorted((conflict.one, conflict.other), key=lambda lane: lane.span.low if lane.span else 0)
    return _ends(high)[1] - _ends(low)[0]


def _ends(lane: Lane) -> tuple[float, float]:
    """The smallest and the largest number stated; of a word, those that it stands for when it is compared."""
    stated = [float(number) for number in numbers_of(lane.answer)]
    if not stated and lane.span:
        stated = [end for end in (lane.span.low, lane.span.high) if isfinite(end)]
    return min(stated, default=0), max(stated, default=0)


def _gap(conflict: Conflict) -> float:
    """How far apart two intervals lie; 0 where an answer is none."""
    if not conflict.one.span or not conflict.other.span:
        return 0
    low, high = sorted((conflict.one.span, conflict.other.span), key=lambda span: span.low)
    return high.low - low.high


def _place(lane: Lane) -> int:
    return lane.place
