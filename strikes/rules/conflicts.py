"""Conflicts: which two lanes cannot both be so, between whom, and by which rule or whose word.

Two lanes are compared once, however many claims stand in them, and of many lanes only those that can decide.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import TypeAlias

from strikes.answers.comparison import Ground, Verdict
from strikes.dossiers.dossier import Claim, Relation
from strikes.rules.candidates import Candidates
from strikes.rules.ends import Pairs
from strikes.rules.lanes import Lane
from strikes.rules.positions import Stand, Voice
from strikes.vocabulary.terms import RelationKind, Rule

Numbers: TypeAlias = frozenset[tuple[int, int]]


@dataclass(frozen=True, eq=False)
class Conflict:
    """Two lanes of which not both can be so (EXCLUDE), or whose numbers do not meet (DIFFER).

    `relation` is None where the question's rule finds it, else the word of an editor or a party that finds what no rule
    does. `is_between` says whether distinct authorities are in conflict; `within` names those that are in conflict with
    themselves.
    """

    one: Lane
    other: Lane
    verdict: Verdict
    relation: Relation | None
    is_between: bool
    within: frozenset[str]
    # By numbers of claims: the pairs that somebody says do not contradict, and those that somebody says do.
    ended: Numbers = frozenset()
    said: Numbers = frozenset()

    @property
    def stands(self) -> tuple[tuple[Stand, ...], tuple[Stand, ...]]:
        """Who is in conflict with somebody else on the other side: of the one lane, and of the other."""
        return self.standing, self.turned.standing

    @cached_property
    def standing(self) -> tuple[Stand, ...]:
        """Of the one lane, who is in conflict with somebody else in the other."""
        if not self.relation:
            return _against(self.one, self.other, self.ended)
        said = {number for pair in self.said for number in pair}
        return tuple(stand for stand in self.one.stands if stand.claim.number in said)

    @cached_property
    def turned(self) -> "Conflict":
        """The same, from the other side."""
        ended, said = _turned(self.ended), _turned(self.said)
        return Conflict(
            self.other, self.one, self.verdict, self.relation, self.is_between, self.within, ended=ended, said=said
        )

    @property
    def reach(self) -> tuple[float, ...]:
        """How much it shows: exclusion before difference, then the more authorities, then the wider gap between
        intervals, then an answer and its denial, then the order of the lanes."""
        spans = sorted((lane.span for lane in (self.one, self.other) if lane.span), key=lambda span: span.low)
        gap = spans[1].low - spans[0].high if len(spans) == 2 else 0
        is_denial = self.one.voice is not self.other.voice
        return self.verdict, len(self._authorities()), gap, is_denial, -self.one.place, -self.other.place

    def _authorities(self) -> Collection[str]:
        """Those that are in conflict with somebody else."""
        if self.is_between and not self.ended and not self.relation:
            # Whoever is alone on one side is left out of the other, and not of both.
            return self.one.voices.keys() | self.other.voices.keys()
        return {stand.authority for side in self.stands for stand in side}


class Relations:
    """What editors and parties say of two claims: by each claim's number, the others and the relation."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.contradicting: dict[int, dict[int, Relation]] = {}
        self.not_contradicting: dict[int, dict[int, Relation]] = {}
        kinds = {
            RelationKind.CONTRADICTS: self.contradicting,
            RelationKind.NOT_CONTRADICTING: self.not_contradicting,
        }
        for claim in claims:
            for relation in claim.relations:
                if (found := kinds.get(relation.kind)) is not None:
                    found.setdefault(claim.number, {})[relation.claim] = relation
                    found.setdefault(relation.claim, {})[claim.number] = relation


@dataclass(frozen=True)
class Comparison:
    """The lanes of one question, and how any two of them stand to each other."""

    rule: Rule
    module: ModuleType
    ground: Ground
    lanes: tuple[Lane, ...]
    relations: Relations

    def decisive(self) -> Iterator[Conflict]:
        """Conflicts enough to tell the state, who has two voices, and which two lanes face each other best."""
        for one, other in dict.fromkeys(self._candidates()):
            if conflict := self.conflict(one, other):
                yield conflict

    def conflict(self, one: Lane, other: Lane) -> Conflict | None:
        """The conflict of two lanes, by the rule or by somebody's word; None if both can be so."""
        verdict = self._by_rule(one, other)
        said = dict(_pairs(self.relations.contradicting, one, other))
        found = self._found(one, other, verdict) if verdict > Verdict.COMPATIBLE else None
        if not said or (found and found.is_between and verdict is Verdict.EXCLUDE):
            return found
        voices = {pair: (one.by_number[pair[0]].authority, other.by_number[pair[1]].authority) for pair in said}
        pairs = frozenset(pair for pair, (mine, theirs) in voices.items() if mine != theirs)
        torn = frozenset(mine for mine, theirs in voices.values() if mine == theirs)
        return Conflict(one, other, Verdict.EXCLUDE, said[min(said)], bool(pairs), torn, said=pairs)

    def _found(self, one: Lane, other: Lane, verdict: Verdict) -> Conflict | None:
        """What the rule finds, without the pairs of claims of which somebody says that they do not contradict."""
        ended = frozenset(pair for pair, _relation in _pairs(self.relations.not_contradicting, one, other))
        first, second = one.voices, other.voices
        if not ended and first.keys().isdisjoint(second):
            return Conflict(one, other, verdict, None, is_between=True, within=frozenset())
        ends = Counter((one.by_number[mine].authority, other.by_number[theirs].authority) for mine, theirs in ended)
        both = first.keys() & second.keys()
        within = frozenset(each for each in both if first[each] * second[each] > ends[each, each])
        between = first.total() * second.total() - sum(first[each] * second[each] for each in both)
        is_between = between > sum(number for (mine, theirs), number in ends.items() if mine != theirs)
        return Conflict(one, other, verdict, None, is_between, within, ended) if is_between or within else None

    def _by_rule(self, one: Lane, other: Lane) -> Verdict:
        if one is other or self.rule is Rule.NEVER:
            return Verdict.SAME
        match one.voice, other.voice:
            case Voice.ASSERTS, Voice.ASSERTS:
                verdict: Verdict = self.module.compare(one.answer, other.answer, self.ground)
                return verdict
            case Voice.DENIES, Voice.ASSERTS:
                is_denied = self.module.denied(one.answer, other.answer, self.ground)
            case Voice.ASSERTS, Voice.DENIES:
                is_denied = self.module.denied(other.answer, one.answer, self.ground)
            case _:
                is_denied = False
        return Verdict.EXCLUDE if is_denied else Verdict.COMPATIBLE

    def _candidates(self) -> Pairs:
        """Pairs among which every conflict that decides is found."""
        if self.rule is not Rule.NEVER:
            lanes = [lane for lane in self.lanes if lane.voice is not Voice.POSSIBLE]
            exempt = self.relations.not_contradicting
            by_rule = Candidates(
                self.module,
                self.ground,
                lanes,
                self._by_rule,
                self.conflict,
                lambda lane: sum(len(exempt.get(number, ())) for number in lane.by_number) if exempt else 0,
            )
            yield from by_rule.pairs()
        yield from self._said()

    def _said(self) -> Pairs:
        """The pairs of which somebody says that they contradict each other."""
        lane_of = {number: lane for lane in self.lanes for number in lane.by_number}
        for mine, others in self.relations.contradicting.items():
            for theirs in others:
                if mine in lane_of and theirs in lane_of:
                    one, other = lane_of[mine], lane_of[theirs]
                    yield (one, other) if one.place <= other.place else (other, one)


def _turned(pairs: Numbers) -> Numbers:
    return frozenset((theirs, mine) for mine, theirs in pairs) if pairs else pairs


def _against(one: Lane, other: Lane, ended: Numbers) -> tuple[Stand, ...]:
    """Who of the one lane is in conflict with another authority of the other, where these pairs are none."""
    others = other.voices
    if not ended and (len(others) > 1 or others.keys().isdisjoint(one.voices)):
        return one.stands
    ends = Counter(mine for mine, theirs in ended if one.by_number[mine].authority != other.by_number[theirs].authority)
    return tuple(stand for stand in one.stands if others.total() - others[stand.authority] > ends[stand.claim.number])


def _pairs(
    relations: Mapping[int, Mapping[int, Relation]], one: Lane, other: Lane
) -> Iterator[tuple[tuple[int, int], Relation]]:
    """The numbers of the claims of two lanes that are related so, with the relation."""
    if not relations:
        return
    for mine in relations.keys() & one.by_number.keys():
        for theirs, relation in relations[mine].items():
            if theirs in other.by_number:
                yield (mine, theirs), relation
