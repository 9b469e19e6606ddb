"""Definitions that nothing in the file names: they would be lost between a load and a dump.

A subject may stand alone: it belongs to the incident, whoever speaks of it.
"""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _

from strikes.answers import KINDS
from strikes.answers.kind import Named
from strikes.dossiers.check.problems import problem
from strikes.dossiers.codec import Problem
from strikes.dossiers.dossier import Dossier
from strikes.vocabulary.questions import Questions


def unused(dossier: Dossier, questions: Questions) -> Iterator[Problem]:
    """A place, publisher, party or source on which neither the incident nor any claim rests."""
    sources = _reached(_cited(dossier), {source.code: source.relays for source in dossier.sources})
    parties = _reached(_parties_named(dossier, questions), {party.slug: party.names for party in dossier.parties})
    parents = {publisher.slug: [publisher.parent] if publisher.parent else [] for publisher in dossier.publishers}
    publishers = _reached(_publishers_named(dossier, parties, sources), parents)
    above = {place.slug: [place.parent] if place.parent else [] for place in dossier.places}
    places = _reached(_places_named(dossier, questions), above)
    parts = (
        ("places", "slug", places, _("place")),
        ("publishers", "slug", publishers, _("publisher")),
        ("parties", "slug", parties, _("party")),
        ("sources", "code", sources, _("source")),
    )
    for part, key, used, what in parts:
        for index, record in enumerate(getattr(dossier, part)):
            name = getattr(record, key)
            if name not in used:
                sentence = _("Nothing in the file names the %(what)s “%(name)s”.")
                yield problem((part, index, key), sentence, what=what, name=name)


def _reached(named: Iterable[str], edges: Mapping[str, Iterable[str]]) -> set[str]:
    """The names, and those that they lead to."""
    reached, ahead = set[str](), list(named)
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead.extend(edges.get(name, ()))
    return reached


def _cited(dossier: Dossier) -> Iterator[str]:
    return (citation.source for claim in dossier.claims for citation in claim.citations)


def _parties_named(dossier: Dossier, questions: Questions) -> Iterator[str]:
    for claim in dossier.claims:
        yield from filter(None, [claim.party, claim.told_by, *(each.alleged_by for each in claim.citations)])
    yield from _answered(dossier, questions, Named.PARTY)


def _publishers_named(dossier: Dossier, parties: set[str], sources: set[str]) -> Iterator[str]:
    yield from (source.publisher for source in dossier.sources if source.code in sources)
    yield from (party.publisher for party in dossier.parties if party.publisher and party.slug in parties)


def _places_named(dossier: Dossier, questions: Questions) -> Iterator[str]:
    yield dossier.incident.place
    yield from _answered(dossier, questions, Named.PLACE)


def _answered(dossier: Dossier, questions: Questions, named: Named) -> Iterator[str]:
    """The names in the answers to questions that ask for such."""
    asking = {question.code for question in questions.questions if KINDS[question.kind].NAMED is named}
    for claim in dossier.claims:
        if claim.answer and claim.question in asking:
            yield from (name for _key, name in claim.answer.names)
