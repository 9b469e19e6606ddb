"""Candidates: of all pairs of lanes, those among which every conflict that decides is found.

What decides is whether any two authorities are in conflict, which of them are in conflict with themselves, and which
two lanes face each other best. Few lanes are compared each with each, save that of intervals the ends alone need be. Of
many, so that no question costs the square of its answers:

- of intervals, the pairs that lie furthest apart; of circles and clock times the same, as they are seen from each side;
- of other answers, the conflict that is found first between the lanes with most authorities, and within each authority;
- of denials, those that look at the same name, and those whose interval holds the one that is asserted.
"""

from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice, product
from types import ModuleType
from typing import Protocol

from strikes.answers.answer import Answer
from strikes.answers.comparison import Ground, Span, Verdict
from strikes.answers.outlines import outlines
from strikes.rules.ends import Pairs, Ranged, at_the_ends, by_authority, colour, from_the_ends, holding
from strikes.rules.lanes import Lane
from strikes.rules.positions import Voice

FEW = 60


class Found(Protocol):
    """A conflict of two lanes, as much of it as is needed to know whether to go on looking."""

    @property
    def is_between(self) -> bool: ...

    @property
    def within(self) -> Container[str]: ...


@dataclass(frozen=True)
class Candidates:
    """The lanes of one question that rule something out.

    `verdict` compares two of them by the question's rule, and `conflict` says whom this concerns. `exempt` counts the
    claims that somebody says do not contradict one of a lane's own.
    """

    module: ModuleType
    ground: Ground
    lanes: Sequence[Lane]
    verdict: Callable[[Lane, Lane], Verdict]
    conflict: Callable[[Lane, Lane], Found | None]
    exempt: Callable[[Lane], int]

    def pairs(self) -> Pairs:
        """The pairs that may be in conflict by the rule."""
        spanned = [(lane, lane.span) for lane in self.lanes if lane.span]
        others = [lane for lane in self.lanes if not lane.span]
        if len(self.lanes) > FEW:
            yield from self._of_many(spanned, others)
        elif any(self.exempt(lane) for lane, _span in spanned):
            # The ends of the intervals may be a pair of which somebody says that it is none.
            yield from combinations(self.lanes, 2)
        else:
            yield from at_the_ends(spanned)
            yield from combinations(others, 2)
            yield from product(others, (lane for lane, _span in spanned))

    def _of_many(self, spanned: Sequence[Ranged], others: Sequence[Lane]) -> Pairs:
        asserted = [lane for lane in others if lane.voice is Voice.ASSERTS]
        seen = self._outlined(asserted)
        in_range = {lane.place: lane for lane, _span in (*spanned, *seen)}
        plain = [lane for lane in asserted if lane.place not in in_range]
        yield from self._of_intervals(spanned)
        yield from self._of_intervals(seen)
        yield from self._found_first(plain, list(in_range.values()))
        yield from self._denied([lane for lane in others if lane.voice is Voice.DENIES], spanned, asserted)

    def _outlined(self, lanes: Sequence[Lane]) -> list[Ranged]:
        if not self.ground.is_exclusive or not lanes:
            return []
        centre = next((lane.answer for lane in lanes if lane.answer.latitude is not None), lanes[0].answer)
        return [(lane, span) for lane in lanes for span in outlines(lane.answer, centre)]

    def _of_intervals(self, ranged: Sequence[Ranged]) -> Pairs:
        exempt = {lane.place: number for lane, _span in ranged if (number := self.exempt(lane))}
        yield from self._apart(at_the_ends(each for each in ranged if each[0].place not in exempt))
        if exempt:
            yield from self._apart(from_the_ends(ranged, exempt))

    def _found_first(self, plain: Sequence[Lane], in_range: Sequence[Lane]) -> Pairs:
        for wanted in (Verdict.EXCLUDE, Verdict.DIFFER):
            found = [*self._heaviest(plain, plain, wanted), *self._heaviest(plain, in_range, wanted)]
            yield from found
            if found:
                break
        own_plain, own_in_range = by_authority(plain), by_authority(in_range)
        for authority, own in own_plain.items():
            pairs = chain(combinations(own, 2), product(own, own_in_range.get(authority, ())))
            within = (pair for pair in self._apart(pairs, Verdict.EXCLUDE) if self._is_within(pair, authority))
            yield from islice(within, 1)

    def _is_within(self, pair: tuple[Lane, Lane], authority: str) -> bool:
        found = self.conflict(*pair)
        return found is not None and authority in found.within

    def _heaviest(self, lanes: Iterable[Lane], others: Iterable[Lane], wanted: Verdict) -> Pairs:
        """What is found while there may still be a pair with more authorities, the lanes with most of them first."""
        others = sorted(others, key=_weight)
        by_colour: dict[Hashable, list[Lane]] = {}
        best = 0
        for one in sorted(lanes, key=_weight):
            if colour(one) not in by_colour:
                by_colour[colour(one)] = [lane for lane in others if colour(lane) != colour(one)]
            for other in by_colour[colour(one)]:
                most = len(one.voices) + len(other.voices)
                if most <= best:
                    break
                found = self.conflict(one, other) if self.verdict(one, other) is wanted else None
                if found and found.is_between:
                    best = most
                    yield _in_order(one, other)
                    break

    def _denied(self, denials: Sequence[Lane], spanned: Sequence[Ranged], asserted: Sequence[Lane]) -> Pairs:
        ranged = [(lane, span) for lane in denials if (span := self.module.span(lane.answer, self.ground))]
        places = {lane.place for lane, _span in ranged}
        plain = [lane for lane in denials if lane.place not in places]
        alike = self._looking_alike(plain, [*(lane for lane, _span in spanned), *asserted])
        yield from self._apart(alike)
        yield from self._apart(product((lane for lane, _span in ranged), asserted))
        yield from self._apart(holding(ranged, spanned, colour))
        exempt = [lane for lane, _span in ranged if self.exempt(lane)]
        yield from self._apart(product(exempt, (lane for lane, _span in spanned)))
        own_spanned, own_ranged = _by_authority(spanned), _by_authority(ranged)
        for authority in own_ranged.keys() & own_spanned.keys():
            own = holding(own_ranged[authority], own_spanned[authority], lambda lane: lane.place)
            yield from self._apart(own)

    def _looking_alike(self, denials: Iterable[Lane], asserted: Iterable[Lane]) -> Pairs:
        """A denial with whatever is asserted under a name that it denies, or in the same words."""
        by_name: dict[Hashable, list[Lane]] = {}
        for lane in denials:
            for name in (*_names(lane.answer), lane.answer):
                by_name.setdefault(name, []).append(lane)
        for lane in asserted:
            names = _names(lane.answer)
            wider = (above for name in names for above in self.ground.above.get(name, ()))
            for name in (*names, *wider, lane.answer):
                yield from ((denial, lane) for denial in by_name.get(name, ()))

    def _apart(self, pairs: Iterable[tuple[Lane, Lane]], least: Verdict = Verdict.DIFFER) -> Pairs:
        return (_in_order(one, other) for one, other in pairs if self.verdict(one, other) >= least)


def _by_authority(ranged: Iterable[Ranged]) -> dict[str, list[Ranged]]:
    spans: dict[int, Span] = {lane.place: span for lane, span in ranged}
    own = by_authority(lane for lane, _span in ranged)
    return {authority: [(lane, spans[lane.place]) for lane in lanes] for authority, lanes in own.items()}


def _names(answer: Answer) -> tuple[str, ...]:
    named = (answer.party, answer.choice, answer.place, *answer.one_of)
    return tuple(name for name in named if name)


def _weight(lane: Lane) -> tuple[int, int]:
    """The order in which lanes are looked at: those with most authorities first."""
    return -len(lane.voices), lane.place


def _in_order(one: Lane, other: Lane) -> tuple[Lane, Lane]:
    return (one, other) if one.place < other.place else (other, one)
