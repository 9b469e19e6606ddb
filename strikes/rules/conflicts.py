"""`Lanes` gives the conflicts between the lanes of a question: between whom, and by which rule or whose word. Pure.

Two lanes are compared once, however many claims stand in them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import TypeAlias, assert_never

from strikes.answers.comparison import Comparison, Ground, Verdict
from strikes.dossiers.dossier import Claim, Relation
from strikes.rules.lanes import Lane
from strikes.rules.stands import Stand, Voice, grouped
from strikes.vocabulary.terms import RelationKind, Rule

Numbers: TypeAlias = frozenset[tuple[int, int]]

# Lanes that are compared each with each: 4,950 pairs, a tenth of a second. The strikes known have at most nine.
MOST_COMPARED = 100


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
        said = {mine for mine, _theirs in self.said}
        return tuple(stand for stand in self.one.stands if stand.claim.number in said)

    @cached_property
    def turned(self) -> "Conflict":
        """The same, from the other side."""
        ended, said = _turned(self.ended), _turned(self.said)
        return Conflict(
            self.other, self.one, self.verdict, self.relation, self.is_between, self.within, ended=ended, said=said
        )

    def among(self, one: Lane, other: Lane) -> "Conflict | None":
        """The same conflict between these claims alone of its two lanes; None where none of them are in conflict."""
        if one is self.one and other is self.other:
            return self if self.is_between else None
        if not one.stands or not other.stands:
            return None
        ended, said = (_kept(pairs, one, other) for pairs in (self.ended, self.said))
        found = replace(self, one=one, other=other, is_between=True, ended=ended, said=said)
        return found if found.standing else None


class Relations:
    """What editors and parties say of two claims: by each claim's number, the others and the relation."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.contradicting: dict[int, dict[int, Relation]] = {}
        self.not_contradicting: dict[int, dict[int, Relation]] = {}
        for claim in claims:
            for relation in claim.relations:
                if (found := self._of_kind(relation.kind)) is not None:
                    found.setdefault(claim.number, {})[relation.claim] = relation
                    found.setdefault(relation.claim, {})[claim.number] = relation

    def _of_kind(self, kind: RelationKind) -> dict[int, dict[int, Relation]] | None:
        match kind:
            case RelationKind.CONTRADICTS:
                return self.contradicting
            case RelationKind.NOT_CONTRADICTING:
                return self.not_contradicting
            case (
                RelationKind.RELIES_ON
                | RelationKind.REPEATS
                | RelationKind.CASTS_DOUBT
                | RelationKind.SUPPORTS
                | RelationKind.OVERTAKEN_BY
            ):
                return None
            case _:
                assert_never(kind)


@dataclass(frozen=True)
class Lanes:
    """The lanes of one question, and how any two of them stand to each other."""

    rule: Rule
    comparison: Comparison
    ground: Ground
    lanes: tuple[Lane, ...]
    relations: Relations

    @cached_property
    def compared(self) -> tuple[Lane, ...]:
        """The lanes that are compared each with each: all, or of too many those with most authorities.

        Of lanes with as many authorities, those nearest to either end come first: the smallest and the largest number.
        """
        if self.rule is Rule.NEVER or len(self.lanes) <= MOST_COMPARED:
            return () if self.rule is Rule.NEVER else self.lanes
        last = len(self.lanes) - 1
        first = sorted(self.lanes, key=lambda lane: (-len(lane.voices), min(lane.place, last - lane.place)))
        return tuple(sorted(first[:MOST_COMPARED], key=_place))

    @cached_property
    def found(self) -> tuple[Conflict, ...]:
        """Every conflict: of the lanes that are compared by the rule, and those that somebody's word alone finds.

        Two lanes can be in two: their numbers differ, and somebody says that two claims of them contradict.
        """
        pairs = dict.fromkeys([*combinations(self.compared, 2), *self._said()])
        return tuple(conflict for one, other in pairs for conflict in self.between(one, other))

    @property
    def leaves_out(self) -> bool:
        """Whether there are more lanes than are compared by the rule."""
        return self.rule is not Rule.NEVER and len(self.compared) < len(self.lanes)

    def conflicts(self) -> Iterator[Conflict]:
        """The conflicts, of two lanes the gravest alone."""
        for alike in grouped(self.found, lambda each: (each.one, each.other)).values():
            yield max(alike, key=_gravity)

    def conflict(self, one: Lane, other: Lane) -> Conflict | None:
        """The gravest conflict of two lanes, by the rule or by somebody's word; None if both can be so."""
        return max(self.between(one, other), key=_gravity, default=None)

    def between(self, one: Lane, other: Lane) -> Iterator[Conflict]:
        """The conflicts of two lanes: one by the rule, and one by somebody's word where no rule finds that."""
        verdict = self._by_rule(one, other)
        found = self._found(one, other, verdict) if verdict > Verdict.COMPATIBLE else None
        if found:
            yield found
        said = dict(_pairs(self.relations.contradicting, one, other))
        if said and not (found and found.is_between and verdict is Verdict.EXCLUDE):
            yield self._of_word(one, other, said)

    def _of_word(self, one: Lane, other: Lane, said: Mapping[tuple[int, int], Relation]) -> Conflict:
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
        if one is other:
            return Verdict.SAME
        match one.voice:
            case Voice.ASSERTS if other.voice is Voice.ASSERTS:
                return self.comparison.compare(one.answer, other.answer, self.ground)
            case Voice.ASSERTS:
                is_denied = self._is_denied(other, one)
            case Voice.DENIES:
                is_denied = self._is_denied(one, other)
            case Voice.POSSIBLE:
                is_denied = False
            case _:
                assert_never(one.voice)
        return Verdict.EXCLUDE if is_denied else Verdict.COMPATIBLE

    def _is_denied(self, denial: Lane, asserted: Lane) -> bool:
        is_denial = denial.voice is Voice.DENIES and asserted.voice is Voice.ASSERTS
        return is_denial and self.comparison.denied(denial.answer, asserted.answer, self.ground)

    def _said(self) -> list[tuple[Lane, Lane]]:
        """The pairs of which somebody says that they contradict each other, in the order of the lanes."""
        if not self.relations.contradicting:
            return []
        lane_of = {number: lane for lane in self.lanes for number in lane.by_number}
        pairs = {
            (min(mine, theirs, key=_place), max(mine, theirs, key=_place))
            for number, others in self.relations.contradicting.items()
            for other in others
            if (mine := lane_of.get(number)) and (theirs := lane_of.get(other))
        }
        return sorted(pairs, key=lambda pair: (pair[0].place, pair[1].place))


def _gravity(conflict: Conflict) -> tuple[bool, Verdict]:
    return conflict.is_between, conflict.verdict


def _place(lane: Lane) -> int:
    return lane.place


def _kept(pairs: Numbers, one: Lane, other: Lane) -> Numbers:
    """Of these pairs, those whose claims both stand in the lanes."""
    if not pairs:
        return pairs
    return frozenset((mine, theirs) for mine, theirs in pairs if mine in one.by_number and theirs in other.by_number)


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
