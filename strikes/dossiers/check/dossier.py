"""Problems of a dossier that its schema cannot find: broken rules of the database, each with its place in the file.

Pure: a dossier and the vocabulary of questions go in, every problem found comes out.
"""

import zoneinfo
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache

from django.utils.translation import gettext as _

from sources.addresses import strip_address
from sources.dates.value import PartialDate
from strikes.dossiers.check.choices import choices
from strikes.dossiers.check.claims import ClaimChecks
from strikes.dossiers.check.names import in_circles, repeated, unknown
from strikes.dossiers.check.problems import Path, date_problems, point_problems, problem
from strikes.dossiers.check.unused import unused
from strikes.dossiers.check.withdrawn import withdrawn
from strikes.dossiers.choices import with_new_choices
from strikes.dossiers.codec import Problem
from strikes.dossiers.dossier import Dossier, Source
from strikes.vocabulary.questions import Questions
from strikes.vocabulary.terms import PlaceLevel

LONGEST_SPAN_DAYS = 366
NAMES = {
    "places": "slug",
    "publishers": "slug",
    "parties": "slug",
    "sources": "code",
    "subjects": "code",
    "claims": "number",
}
_time_zones = cache(zoneinfo.available_timezones)


def check(dossier: Dossier, questions: Questions) -> list[Problem]:
    """Every problem of the dossier, in the order of the file's parts; what is defined and not used comes last.

    `questions` is the vocabulary of the archive; the choices that the dossier brings are read as if they stood there.
    """
    checks: tuple[Callable[[Dossier], Iterator[Problem]], ...] = (
        _incident,
        _names_stand_once,
        _places,
        _publishers,
        _parties,
        _sources,
    )
    found = [one for checked in checks for one in checked(dossier)]
    vocabulary = with_new_choices(questions, dossier.choices)
    of_claims = ClaimChecks(dossier, vocabulary).problems()
    return [*found, *choices(dossier, questions), *of_claims, *withdrawn(dossier), *unused(dossier, vocabulary)]


def _incident(dossier: Dossier) -> Iterator[Problem]:
    incident = dossier.incident
    wrong = list(date_problems(incident.filed, ("incident", "filed")))
    yield from wrong
    if not wrong and _days(incident.filed_on) > LONGEST_SPAN_DAYS:
        sentence = _("An incident is filed under at most %(days)s days.")
        yield problem(("incident", "filed"), sentence, days=LONGEST_SPAN_DAYS)
    if incident.time_zone and incident.time_zone not in _time_zones():
        sentence = _("“%(name)s” is no time zone. Write its IANA name, such as Asia/Damascus.")
        yield problem(("incident", "time_zone"), sentence, name=incident.time_zone)
    yield from unknown(incident.place, {place.slug for place in dossier.places}, _("place"), ("incident", "place"))
    yield from point_problems(incident, ("incident",))
    yield from repeated(
        _("record"),
        (
            (
                (other.archive, other.identifier),
                f"{other.archive} {other.identifier}",
                _at("incident", "other_archives", i),
            )
            for i, other in enumerate(incident.other_archives)
        ),
    )


def _at(*path: str | int) -> Path:
    return path


def _days(when: PartialDate) -> int:
    return (when.latest - when.earliest).days + 1


def _names_stand_once(dossier: Dossier) -> Iterator[Problem]:
    for part, key in NAMES.items():
        names = [getattr(record, key) for record in getattr(dossier, part)]
        yield from repeated(key, ((name, name, (part, index, key)) for index, name in enumerate(names)))


def _places(dossier: Dossier) -> Iterator[Problem]:
    levels = {place.slug: PlaceLevel[place.level.upper()] for place in dossier.places}
    for index, place in enumerate(dossier.places):
        path = _at("places", index)
        yield from unknown(place.parent, levels, _("place"), (*path, "parent"))
        yield from point_problems(place, path)
        if (place.parent is None) != (place.level == "country"):
            sentence = _("A country lies in no other place, and every other place lies in one.")
            yield problem((*path, "parent"), sentence)
        elif place.parent in levels and levels[place.parent] >= PlaceLevel[place.level.upper()]:
            sentence = _("A place lies in a coarser one: a settlement in a district, a region or a country.")
            yield problem((*path, "parent"), sentence)
        names = [name.text for name in place.names]
        yield from repeated(_("name"), ((name, name, (*path, "names", i, "text")) for i, name in enumerate(names)))


def _publishers(dossier: Dossier) -> Iterator[Problem]:
    parents = {publisher.slug: publisher.parent for publisher in dossier.publishers}
    circle = set(in_circles({slug: [parent] for slug, parent in parents.items() if parent}))
    for index, publisher in enumerate(dossier.publishers):
        path = _at("publishers", index, "parent")
        yield from unknown(publisher.parent, parents, _("publisher"), path)
        if publisher.slug in circle:
            yield problem(path, _("A publisher cannot belong to itself, by whatever way round."))


def _parties(dossier: Dossier) -> Iterator[Problem]:
    authorities = {party.slug: party.authority for party in dossier.parties}
    publishers = {publisher.slug for publisher in dossier.publishers}
    circle = set(in_circles({party.slug: party.names for party in dossier.parties}))
    joint = {party.slug for party in dossier.parties if party.members}
    for index, party in enumerate(dossier.parties):
        path = _at("parties", index)
        yield from unknown(party.authority, authorities, _("party"), (*path, "authority"))
        yield from unknown(party.publisher, publishers, _("publisher"), (*path, "publisher"))
        if party.authority == party.slug or (party.authority and authorities.get(party.authority)):
            sentence = _(
                "An authority speaks for itself: name the party at the top, not another office, "
                "and not the party itself."
            )
            yield problem((*path, "authority"), sentence)
        yield from unknown(party.part_of, authorities, _("party"), (*path, "part_of"))
        if party.slug in circle and (party.part_of or party.members):
            key = "part_of" if party.part_of else "members"
            yield problem((*path, key), _("A party cannot be part of itself, by whatever way round."))
        if party.part_of and party.part_of == party.authority:
            yield problem((*path, "part_of"), _("It speaks for this party, or it is only a part of it: choose one."))
        if party.members and party.authority:
            yield problem((*path, "authority"), _("A joint party is its own authority: it speaks for no other."))
        for number, member in enumerate(party.members):
            here = _at(*path, "members", number)
            yield from unknown(member, authorities, _("party"), here)
            if member in joint:
                yield problem(here, _("The members of a joint party are no joint parties themselves."))


def _sources(dossier: Dossier) -> Iterator[Problem]:
    codes = {source.code for source in dossier.sources}
    publishers = {publisher.slug for publisher in dossier.publishers}
    circle = set(in_circles({source.code: source.relays for source in dossier.sources}))
    for index, source in enumerate(dossier.sources):
        path = _at("sources", index)
        yield from unknown(source.publisher, publishers, _("publisher"), (*path, "publisher"))
        yield from date_problems(source.published, (*path, "published"))
        for number, relayed in enumerate(source.relays):
            yield from unknown(relayed, codes, _("source"), (*path, "relays", number))
        if source.code in circle:
            yield problem((*path, "relays"), _("A source cannot relay itself, by whatever way round."))
        yield from _captures(source, path)
    yield from repeated(
        _("address"),
        (
            (strip_address(address), address, ("sources", index, "addresses", number))
            for index, source in enumerate(dossier.sources)
            for number, address in enumerate(source.addresses)
        ),
    )


def _captures(source: Source, path: Path) -> Iterator[Problem]:
    numbers = [capture.number for capture in source.captures]
    yield from repeated(_("number"), ((n, n, (*path, "captures", index, "number")) for index, n in enumerate(numbers)))
    for index, capture in enumerate(source.captures):
        try:
            datetime.fromisoformat(capture.seen_at or "2000-01-01T00:00:00Z").astimezone(UTC)
        except (ValueError, OverflowError):
            # The schema's format also takes what Python's calendar does not have, such as a leap second.
            yield problem((*path, "captures", index, "seen_at"), _("“%(text)s” is no moment."), text=capture.seen_at)
