"""Writing the records that incidents share, matched by permanent name: places, publishers, parties and sources."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import models

from sources.dates.value import parse
from sources.models import Address, Capture, Publisher, Relay, Source
from sources.names import normalise
from strikes.dossiers import dossier as plain
from strikes.loading.files import SHARED, File
from strikes.loading.tally import Tally
from strikes.models import Membership, Party, Place, PlaceName
from strikes.models.affected import incidents_naming
from strikes.models.dossiers.shared import plain_parties, plain_places, plain_publishers, plain_sources
from strikes.vocabulary.terms import PlaceLevel

Ids = dict[str, int]
Waves = list[list[Any]]


class SharedRecords:
    """The shared records of a load: written once for all its files, and their ids by permanent name."""

    def __init__(self, files: Sequence[File], tally: Tally) -> None:
        self.files, self.tally = files, tally
        self.changed: dict[str, dict[str, Any]] = {part: {} for part in SHARED}
        self.places: Ids = {}
        self.publishers: Ids = {}
        self.parties: Ids = {}
        self.voices: Ids = {}
        self.sources: Ids = {}
        self.captures: dict[tuple[str, int], int] = {}

    def write(self) -> None:
        """Make what is not there and change what differs: a number of statements that does not grow with the files."""
        places = self._values("places")
        levels: Waves = [[place for place in places if place.level == level.name.lower()] for level in PlaceLevel]
        self._sync("places", Place.objects, levels, plain_places, self._place, self.places)
        self._write_names()
        publishers = _in_waves(self._values("publishers"), lambda publisher: [publisher.parent])
        self._sync("publishers", Publisher.objects, publishers, plain_publishers, self._publisher, self.publishers)
        parties = self._values("parties")
        # None of these speaks as one of several any more, or the database would not let it speak for another.
        Membership.objects.filter(joint__slug__in=[party.slug for party in parties if party.authority]).delete()
        waves = _in_waves(parties, lambda party: [party.authority, party.part_of])
        self._sync("parties", Party.objects, waves, plain_parties, self._party, self.parties)
        self._write_members()
        self.voices = {party.slug: self.parties[party.authority or party.slug] for party in parties}
        self._sync("sources", Source.objects, [self._values("sources")], plain_sources, self._source, self.sources)
        self._write_under_sources()
        numbers = Capture.objects.filter(source__in=self.sources.values()).values_list("source__code", "number", "pk")
        self.captures = {(code, number): pk for code, number, pk in numbers}

    def touches(self, dossier: plain.Dossier) -> bool:
        """Whether this load made or changed anything that the dossier defines for all."""
        return any(
            getattr(value, key) in self.changed[part]
            for part, key in SHARED.items()
            for value in getattr(dossier, part)
        )

    def touched(self) -> set[int]:
        """The incidents of the archive that name anything which this load made or changed."""
        ids = {part: [getattr(self, part)[name] for name in changed] for part, changed in self.changed.items()}
        return incidents_naming(**ids)

    def _values(self, part: str) -> list[Any]:
        """The records of one part of all files, each once: two files may define one record, if they say the same."""
        key = SHARED[part]
        return list(
            {getattr(value, key): value for file in self.files for value in getattr(file.dossier, part)}.values()
        )

    def _sync(
        self,
        part: str,
        rows: models.Manager[Any],
        waves: Waves,
        read: Callable[[Iterable[int]], Iterable[Any]],
        columns: Callable[[Any], dict[str, Any]],
        ids: Ids,
    ) -> None:
        """Bring the rows of one model to the values, each wave after those that it refers to."""
        key = SHARED[part]
        names = [getattr(value, key) for wave in waves for value in wave]
        ids |= dict(rows.filter(**{f"{key}__in": names}).values_list(key, "pk"))
        before = {getattr(value, key): value for value in read(list(ids.values()))}
        for wave in waves:
            differing = [value for value in wave if self.tally.compare(part, before.get(getattr(value, key)), value)]
            new = [value for value in differing if getattr(value, key) not in before]
            made = rows.bulk_create([rows.model(**{key: getattr(value, key)}, **columns(value)) for value in new])
            ids |= {getattr(row, key): row.pk for row in made}
            for value in differing:
                if getattr(value, key) in before:
                    rows.filter(pk=ids[getattr(value, key)]).update(**columns(value))
            self.changed[part] |= {getattr(value, key): value for value in differing}

    def _place(self, place: plain.Place) -> dict[str, Any]:
        values = {name: getattr(place, name) for name in ("name", "country", "latitude", "longitude")}
        values["normalised"] = normalise(place.name)
        return values | {"level": PlaceLevel[place.level.upper()], "parent_id": self.places.get(place.parent or "")}

    def _write_names(self) -> None:
        places = self.changed["places"].values()
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
            "part_of_id": self.parties.get(party.part_of or ""),
            "publisher_id": self.publishers.get(party.publisher or ""),
        }

    def _write_members(self) -> None:
        parties = self.changed["parties"].values()
        Membership.objects.filter(joint__in=[self.parties[party.slug] for party in parties]).delete()
        Membership.objects.bulk_create(
            Membership(joint_id=self.parties[party.slug], member_id=self.parties[member])
            for party in parties
            for member in party.members
        )

    def _source(self, source: plain.Source) -> dict[str, Any]:
        names = ("title", "original_title", "language", "kind", "authors", "consulted", "is_withheld", "note")
        published = parse(source.published) if source.published else None
        return {name: getattr(source, name) for name in names} | {
            "publisher_id": self.publishers[source.publisher],
            "published_earliest": published.earliest if published else None,
            "published_latest": published.latest if published else None,
            "published_precision": published.precision if published else "",
        }

    def _write_under_sources(self) -> None:
        sources = self.changed["sources"].values()
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


def _in_waves(records: Iterable[Any], refers_to: Callable[[Any], Iterable[str | None]]) -> Waves:
    """The records in waves: those that refer to none of the others, those that refer to them, and so on.

    They refer to each other by slug, and never in a circle.
    """
    waves: Waves = []
    left, done = list(records), set[str | None]({None})
    while left:
        waves.append([record for record in left if done.issuperset(refers_to(record))])
        done |= {record.slug for record in waves[-1]}
        left = [record for record in left if record.slug not in done]
    return waves
