"""What incidents share: places, publishers, parties and sources, matched by their permanent name before they are made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from sources.addresses import Stripped, strip_address
from sources.dates import parse
from sources.models import Address, Capture, Publisher, Relay, Source
from strikes.dossiers import dossier as plain
from strikes.dossiers.codec import Problem, pointer
from strikes.loading.files import File, FileProblem
from strikes.loading.tally import Tally
from strikes.models import Party, Place, PlaceName
from strikes.models.dossiers import plain_parties, plain_places, plain_publishers, plain_sources
from strikes.models.place import normalise
from strikes.vocabulary.terms import PlaceLevel

Ids = dict[str, int]
Waves = list[list[Any]]


class SharedRecords:
    """The shared records of a load: written once for all its files, and their ids by permanent name."""

    def __init__(self, files: Sequence[File], tally: Tally) -> None:
        self.files, self.tally = files, tally
        self.places: Ids = {}
        self.publishers: Ids = {}
        self.parties: Ids = {}
        self.voices: Ids = {}
        self.sources: Ids = {}
        self.captures: dict[tuple[str, int], int] = {}

    def write(self) -> None:
        """Make what is not there and change what differs: a number of statements that does not grow with the files."""
        places = self._values("places", "slug")
        levels: Waves = [
            [place for place in places.values() if place.level == level.name.lower()] for level in PlaceLevel
        ]
        self._sync(Place, "slug", levels, plain_places, self._place, self.places, self._write_names)
        publishers = self._values("publishers", "slug")
        self._sync(Publisher, "slug", _by_depth(publishers), plain_publishers, self._publisher, self.publishers)
        parties = self._values("parties", "slug").values()
        offices: Waves = [
            [party for party in parties if not party.authority],
            [party for party in parties if party.authority],
        ]
        self._sync(Party, "slug", offices, plain_parties, self._party, self.parties)
        self.voices = {party.slug: self.parties[party.authority or party.slug] for party in parties}
        sources = self._values("sources", "code")
        self._sync(
            Source,
            "code",
            [list(sources.values())],
            plain_sources,
            self._source,
            self.sources,
            self._write_under_sources,
        )
        numbers = Capture.objects.filter(source__in=self.sources.values()).values_list("source__code", "number", "pk")
        self.captures = {(code, number): pk for code, number, pk in numbers}

    def problems(self) -> Iterator[FileProblem]:
        """What only the archive can tell: an address that is another source's, a capture that the file would drop."""
        sources = self._values("sources", "code")
        addresses = [strip_address(url) for source in sources.values() for url in source.addresses]
        known = Address.objects.annotate(stripped=Stripped("url")).filter(stripped__in=addresses)
        # What stands under a source of this load is written anew, so that an address may pass between two of them.
        elsewhere = dict(known.exclude(source__code__in=sources).values_list("stripped", "source__code"))
        kept: dict[str, set[int]] = {}
        for code, number in Capture.objects.filter(source__code__in=sources).values_list("source__code", "number"):
            kept.setdefault(code, set()).add(number)
        for file in self.files:
            for index, source in enumerate(file.dossier.sources):
                yield from self._source_problems(file, index, source, elsewhere, kept)

    def _source_problems(
        self, file: File, index: int, source: plain.Source, elsewhere: dict[str, str], kept: dict[str, set[int]]
    ) -> Iterator[FileProblem]:
        for number, address in enumerate(source.addresses):
            if other := elsewhere.get(strip_address(address)):
                sentence = _("This address is that of the source “%(code)s” already.") % {"code": other}
                yield FileProblem(file.path, Problem(pointer("sources", index, "addresses", number), sentence))
        for number in sorted(kept.get(source.code, set()) - {capture.number for capture in source.captures}):
            sentence = _("The archive keeps capture %(number)s of this source, and the file does not have it.") % {
                "number": number
            }
            yield FileProblem(file.path, Problem(pointer("sources", index, "captures"), sentence))

    def _values(self, part: str, key: str) -> dict[str, Any]:
        return {getattr(value, key): value for file in self.files for value in getattr(file.dossier, part)}

    def _sync(
        self,
        model: type[models.Model],
        key: str,
        waves: Waves,
        read: Callable[[Iterable[int]], Iterable[Any]],
        columns: Callable[[Any], dict[str, Any]],
        ids: Ids,
        write_under: Callable[[list[Any]], None] | None = None,
    ) -> None:
        """Bring the rows of one model to the values, each wave after those that it refers to."""
        names = [getattr(value, key) for wave in waves for value in wave]
        ids |= dict(model._default_manager.filter(**{f"{key}__in": names}).values_list(key, "pk"))
        before = {getattr(value, key): value for value in read(list(ids.values()))}
        label, changed = str(model._meta.verbose_name_plural), []
        for wave in waves:
            differing = [value for value in wave if self.tally.compare(label, before.get(getattr(value, key)), value)]
            new = [value for value in differing if getattr(value, key) not in ids]
            rows = model._default_manager.bulk_create(
                [model(**{key: getattr(value, key)}, **columns(value)) for value in new]
            )
            ids |= {getattr(row, key): row.pk for row in rows}
            for value in differing:
                if value not in new:
                    model._default_manager.filter(pk=ids[getattr(value, key)]).update(**columns(value))
            changed += differing
        if write_under:
            write_under(changed)

    def _place(self, place: plain.Place) -> dict[str, Any]:
        values = {name: getattr(place, name) for name in ("name", "country", "latitude", "longitude")}
        return values | {"level": PlaceLevel[place.level.upper()], "parent_id": self.places.get(place.parent or "")}

    def _write_names(self, places: list[plain.Place]) -> None:
        PlaceName.objects.filter(place__in=[self.places[place.slug] for place in places]).delete()
        PlaceName.objects.bulk_create(
            PlaceName(
                place_id=self.places[place.slug],
                text=name.text,
                language=name.language,
                normalised=normalise(name.text),
            )
            for place in places
            for name in place.names
        )

    def _publisher(self, publisher: plain.Publisher) -> dict[str, Any]:
        values = {
            name: getattr(publisher, name)
            for name in ("name", "kind", "country", "is_agency", "original_name", "original_language")
        }
        return values | {"parent_id": self.publishers.get(publisher.parent or "")}

    def _party(self, party: plain.Party) -> dict[str, Any]:
        names = (
            "name",
            "short_name",
            "kind",
            "group",
            "country",
            "is_collective",
            "original_name",
            "original_language",
            "note",
        )
        values = {name: getattr(party, name) for name in names}
        return values | {
            "authority_id": self.parties.get(party.authority or ""),
            "publisher_id": self.publishers.get(party.publisher or ""),
        }

    def _source(self, source: plain.Source) -> dict[str, Any]:
        names = ("title", "original_title", "language", "kind", "authors", "consulted", "is_withheld", "note")
        published = parse(source.published) if source.published else None
        return {name: getattr(source, name) for name in names} | {
            "publisher_id": self.publishers[source.publisher],
            "published_earliest": published.earliest if published else None,
            "published_latest": published.latest if published else None,
            "published_precision": published.precision if published else "",
        }

    def _write_under_sources(self, sources: list[plain.Source]) -> None:
        ids = [self.sources[source.code] for source in sources]
        Address.objects.filter(source__in=ids).delete()
        Address.objects.bulk_create(
            Address(source_id=self.sources[source.code], position=position, url=url)
            for source in sources
            for position, url in enumerate(source.addresses)
        )
        Relay.objects.filter(relaying__in=ids).delete()
        Relay.objects.bulk_create(
            Relay(relaying_id=self.sources[source.code], relayed_id=self.sources[relayed])
            for source in sources
            for relayed in source.relays
        )
        # Captures are evidence: they are added and described anew, and never removed.
        names = ("headline", "archive_url", "sha256", "size", "media_type", "http_status", "text", "note")
        Capture.objects.bulk_create(
            [
                Capture(
                    source_id=self.sources[source.code],
                    number=capture.number,
                    seen_at=datetime.fromisoformat(capture.seen_at) if capture.seen_at else None,
                    **{name: getattr(capture, name) for name in names},
                )
                for source in sources
                for capture in source.captures
            ],
            update_conflicts=True,
            unique_fields=["source", "number"],
            update_fields=["seen_at", *names],
        )


def _by_depth(publishers: dict[str, plain.Publisher]) -> Waves:
    """Publishers in waves: those that belong to none, those that belong to them, and so on."""
    waves: Waves = []
    left, done = list(publishers.values()), set[str]()
    while left:
        wave = [publisher for publisher in left if publisher.parent is None or publisher.parent in done]
        waves.append(wave)
        done |= {publisher.slug for publisher in wave}
        left = [publisher for publisher in left if publisher.slug not in done]
    return waves
