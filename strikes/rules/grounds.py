"""`Grounds` gives what comparisons need beside the answers: which choice, party and place lies within which. Pure."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from strikes.answers import KINDS
from strikes.answers.comparison import Ground
from strikes.answers.kind import Named
from strikes.dossiers.dossier import Dossier, Party
from strikes.vocabulary.questions import Question


class Grounds:
    """The grounds on which the answers of one dossier are compared."""

    def __init__(self, dossier: Dossier) -> None:
        self.filed = dossier.incident.filed_on
        self.collectives = {party.slug for party in dossier.parties if party.is_collective}
        self.parties = wider_parties(dossier.parties)
        self.joint = frozenset(party.slug for party in dossier.parties if party.members)
        places = {place.slug: [place.parent] if place.parent else [] for place in dossier.places}
        self.places = _all_above(places)

    def of(self, question: Question) -> Ground:
        return Ground(question.is_exclusive, question.unit, self._above(question), self.joint, self.filed)

    def _above(self, question: Question) -> Mapping[str, tuple[str, ...]]:
        match KINDS[question.kind].NAMED:
            case Named.PARTY:
                return self.parties
            case Named.PLACE:
                return self.places
            case Named.CHOICE:
                return {choice.code: path for choice, path in question.all_choices()}
            case Named.SIDE | None:
                return {}
            case never:
                assert_never(never)


def wider_parties(parties: tuple[Party, ...]) -> dict[str, tuple[str, ...]]:
    """By the slug of each party, those that it lies within: its authority, what it is part of, and what it is a member of."""
    above: dict[str, list[str]] = {party.slug: [] for party in parties}
    for party in parties:
        above[party.slug] += [slug for slug in (party.authority, party.part_of) if slug]
        for member in party.members:
            above.setdefault(member, []).append(party.slug)
    return _all_above(above)


def _all_above(above: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """By each name, all that lie above it, the nearest first."""
    return {name: tuple(_chain(name, above)) for name in above}


def _chain(name: str, above: Mapping[str, list[str]]) -> Iterator[str]:
    ahead, seen = list(above[name]), {name}
    for each in ahead:
        if each not in seen:
            seen.add(each)
            yield each
            ahead += above.get(each, ())
