"""What incidents share as values: places, publishers, parties and sources."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch
from django.db.models.functions import JSONObject

from sources.closure import closure
from sources.models import Address, Capture, Publisher, Relay, Source
from sources.vocabulary import Consulted, PublisherKind, SourceKind
from strikes.dossiers import dossier as plain
from strikes.dossiers.canonical import show_moment
from strikes.models.party import Membership, Party
from strikes.models.place import Place, PlaceName
from strikes.vocabulary.terms import PartyGroup, PartyKind, PlaceLevel


def plain_places(ids: Iterable[int]) -> Iterator[plain.Place]:
    """The places with these ids and all above them, the widest first."""
    names = PlaceName.objects.filter(place=OuterRef("pk")).order_by("pk")
    places = (
        Place.objects.filter(pk__in=closure(Place, "id", "parent", ids))
        .select_related("parent")
        .annotate(in_words=ArraySubquery(names.values(name=JSONObject(text="text", language="language"))))
    )
    for place in sorted(places, key=lambda place: (place.level, place.slug)):
        yield plain.Place(
            slug=place.slug,
            name=place.name,
            level=PlaceLevel(place.level).name.lower(),  # type: ignore[arg-type]
            parent=place.parent.slug if place.parent else None,
            country=place.country,
            latitude=place.latitude,
            longitude=place.longitude,
            names=tuple(plain.PlaceName(**name) for name in place.in_words),  # type: ignore[attr-defined]
        )


def plain_publishers(ids: Iterable[int]) -> Iterator[plain.Publisher]:
    """The publishers with these ids and all that they belong to."""
    publishers = Publisher.objects.filter(pk__in=closure(Publisher, "id", "parent", ids)).select_related("parent")
    for publisher in sorted(publishers, key=lambda publisher: publisher.slug):
        yield plain.Publisher(
            slug=publisher.slug,
            name=publisher.name,
            kind=PublisherKind(publisher.kind),
            country=publisher.country,
            parent=publisher.parent.slug if publisher.parent else None,
            is_agency=publisher.is_agency,
            original_name=publisher.original_name,
            original_language=publisher.original_language,
        )


def party_rows(ids: Any) -> list[Party]:
    """The parties with these ids, by permanent name, each with what its value needs."""
    members = Membership.objects.filter(joint=OuterRef("pk")).order_by().values("member__slug")
    parties = (
        Party.objects.filter(pk__in=ids)
        .select_related("authority", "part_of", "publisher")
        .annotate(members=ArraySubquery(members))
    )
    return sorted(parties, key=lambda party: party.slug)


def plain_parties(ids: Iterable[int]) -> Iterator[plain.Party]:
    """The parties with these ids."""
    return map(party_value, party_rows(ids))


def party_value(party: Party) -> plain.Party:
    return plain.Party(
        slug=party.slug,
        name=party.name,
        short_name=party.short_name,
        kind=PartyKind(party.kind),
        group=PartyGroup(party.group),
        authority=party.authority.slug if party.authority else None,
        part_of=party.part_of.slug if party.part_of else None,
        members=tuple(sorted(party.members)),  # type: ignore[attr-defined]
        publisher=party.publisher.slug if party.publisher else None,
        country=party.country,
        is_collective=party.is_collective,
        original_name=party.original_name,
        original_language=party.original_language,
        note=party.note,
    )


def plain_sources(ids: Iterable[int]) -> Iterator[plain.Source]:
    """The sources with these ids and all that they relay, whole: for editors."""
    return (source_value(source, {}) for source in source_rows(ids))


def plain_sources_shown(ids: Iterable[int]) -> Iterator[plain.Source]:
    """The sources with these ids and all that they relay, as the public reads those that are not withheld."""
    rows = source_rows(ids)
    withheld = {row.pk: "" for row in rows if row.is_withheld}
    return (source_value(row, withheld) for row in rows if not row.is_withheld)


def source_rows(ids: Iterable[int]) -> list[Source]:
    """The sources with these ids and all that they relay, by code, each with what its value needs."""
    sources = (
        Source.objects.filter(pk__in=closure(Relay, "relaying", "relayed", ids))
        .select_related("publisher")
        .prefetch_related(Prefetch("captures", Capture.objects.order_by("number")))
        .annotate(
            urls=ArraySubquery(Address.objects.filter(source=OuterRef("pk")).order_by("position", "pk").values("url")),
            relayed=ArraySubquery(
                Relay.objects.filter(relaying=OuterRef("pk"))
                .order_by()
                .values(source=JSONObject(pk="relayed_id", code="relayed__code"))
            ),
        )
    )
    return sorted(sources, key=lambda source: source.code)


def source_value(source: Source, withheld: dict[int, str]) -> plain.Source:
    """The source as a value; it relays none of `withheld`, which has the codes of withheld sources by key."""
    return plain.Source(
        code=source.code,
        publisher=source.publisher.slug,
        title=source.title,
        original_title=source.original_title,
        language=source.language,
        kind=SourceKind(source.kind),
        addresses=tuple(source.urls),  # type: ignore[attr-defined]
        authors=source.authors,
        published=source.published.edtf if source.published else None,
        relays=tuple(sorted(each["code"] for each in source.relayed if each["pk"] not in withheld)),  # type: ignore[attr-defined]
        consulted=Consulted(source.consulted),
        is_withheld=source.is_withheld,
        note=source.note,
        captures=tuple(map(_capture, source.captures.all())),
    )


def _capture(capture: Capture) -> plain.Capture:
    return plain.Capture(
        number=capture.number,
        seen_at=show_moment(capture.seen_at) if capture.seen_at else None,
        headline=capture.headline,
        archive_url=capture.archive_url,
        sha256=capture.sha256,
        size=capture.size,
        media_type=capture.media_type,
        http_status=capture.http_status,
        text=capture.text,
        note=capture.note,
    )
