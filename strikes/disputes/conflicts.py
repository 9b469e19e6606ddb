"""Conflicts: which two lanes cannot both be so, between whom, and by which rule or whose word.

Two lanes are compared once, however many claims stand in them. Numbers and days are compared by the ends of their
intervals, so that no question costs the square of its claims.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, combinations_with_replacement
from types import ModuleType

from strikes.answers.comparison import Ground, Verdict
from strikes.disputes.lanes import Lane
from strikes.dossiers.dossier import Claim, Relation
from strikes.positions import Stand, Voice, grouped
from strikes.vocabulary.terms import RelationKind, Rule

Pairs = frozenset[tuple[int, int]]


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
    ended: Pairs = frozenset()
    said: Pairs = frozenset()

    @cached_property
    def stands(self) -> tuple[tuple[Stand, ...], tuple[Stand, ...]]:
        """Who is in conflict with somebody else on the other side: of the one lane, and of the other."""
        if self.relation:
            said = {number for pair in self.said for number in pair}
            one, other = (
                [each for each in lane.stands if each.claim.number in said] for lane in (self.one, self.other)
            )
            return tuple(one), tuple(other)
        turned = self.turned
        return _against(self.one, self.other, self.ended), _against(turned.one, turned.other, turned.ended)

    @property
    def turned(self) -> "Conflict":
        """The same, from the other side."""
        ended, said = (frozenset((theirs, mine) for mine, theirs in pairs) for pairs in (self.ended, self.said))
        return replace(self, one=self.other, other=self.one, ended=ended, said=said)

    @property
    def reach(self) -> tuple[float, ...]:
        """How much it shows: exclusion before difference, then the more authorities, then the wider gap between
        intervals, then an answer and its denial, then the order of the lanes."""
        authorities = {stand.authority for side in self.stands for stand in side}
        spans = sorted((lane.span for lane in (self.one, self.other) if lane.span), key=lambda span: span.low)
        gap = spans[1].low - spans[0].high if len(spans) == 2 else 0
        is_denial = self.one.voice is not self.other.voice
        return self.verdict, len(authorities), gap, is_denial, -self.one.place, -self.other.place


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

    def _candidates(self) -> Iterator[tuple[Lane, Lane]]:
        """Pairs among which every conflict that decides is found."""
        lanes = [lane for lane in self.lanes if lane.voice is not Voice.POSSIBLE and self.rule is not Rule.NEVER]
        spanned = [lane for lane in lanes if lane.span]
        if any(self._is_spoken_of(lane, self.relations.not_contradicting) for lane in spanned):
            # The ends of the intervals may be a pair of which somebody says that it is none.
            yield from combinations(lanes, 2)
        else:
            yield from _at_the_ends(spanned)
            others = [lane for lane in lanes if not lane.span]
            yield from combinations(others, 2)
            yield from ((one, other) for one in others for other in spanned)
        spoken_of = [lane for lane in self.lanes if self._is_spoken_of(lane, self.relations.contradicting)]
        yield from combinations_with_replacement(spoken_of, 2)

    def _is_spoken_of(self, lane: Lane, relations: Mapping[int, Mapping[int, Relation]]) -> bool:
        return any(stand.claim.number in relations for stand in lane.stands)


def _against(one: Lane, other: Lane, ended: Pairs) -> tuple[Stand, ...]:
    """Who of the one lane is in conflict with another authority of the other, where these pairs are none."""
    others = other.voices
    ends = Counter(mine for mine, theirs in ended if one.by_number[mine].authority != other.by_number[theirs].authority)
    return tuple(stand for stand in one.stands if others.total() - others[stand.authority] > ends[stand.claim.number])


def _pairs(
    relations: Mapping[int, Mapping[int, Relation]], one: Lane, other: Lane
) -> Iterator[tuple[tuple[int, int], Relation]]:
    """The numbers of the claims of two lanes that are related so, with the relation."""
    for mine in relations.keys() & one.by_number.keys():
        for theirs, relation in relations[mine].items():
            if theirs in other.by_number:
                yield (mine, theirs), relation


def _at_the_ends(lanes: Iterable[Lane]) -> Iterator[tuple[Lane, Lane]]:
    """Of lanes with intervals, the pairs that lie furthest apart: of each scale within each authority, and between two.

    If any two intervals of two authorities do not meet, then those do not of which the one ends first and the other
    begins last, of distinct authorities; the first two authorities at either end hold such a pair.
    """
    for alike in grouped(lanes, lambda lane: lane.span and lane.span.scale).values():
        of_authority: dict[str, list[Lane]] = {}
        for lane in alike:
            for authority in lane.authorities:
                of_authority.setdefault(authority, []).append(lane)
        ends = [(min(own, key=_high), max(own, key=_low)) for own in of_authority.values()]
        yield from ends
        first = sorted((lowest for lowest, _highest in ends), key=_high)
        last = sorted((highest for _lowest, highest in ends), key=_low, reverse=True)
        yield from ((one, other) for one in first[:2] for other in last[:2])


def _high(lane: Lane) -> float:
    assert lane.span
    return lane.span.high


def _low(lane: Lane) -> float:
    assert lane.span
    return lane.span.low
