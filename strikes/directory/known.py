"""What the archive knows under a name: parties, publishers, places and sources, for whoever codes a report.

Names are compared as `sources.names` compares them, by their accents, marks and case alike.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from sources.models import Publisher, Source
from sources.names import likeness, normalise
from strikes.models import Party, Place
from strikes.models.affected import incidents_naming

MOST_SHOWN = 30
MOST_NEAR = 3  # of those that are suggested where nothing fits
MOST_RANKED = 1_000  # of those that fit, from which the best are taken


@dataclass(frozen=True)
class Known:
    """A record by its permanent name: its name, its other names, what else there is to tell it by, and the number of
    incidents that name it or something of it."""

    slug: str
    name: str
    other_names: tuple[str, ...]
    notes: tuple[str, ...]
    incidents: int


@dataclass(frozen=True)
class Found:
    """The best of the records that fit, and how many more there are; where none fits, those that come nearest."""

    known: tuple[Known, ...]
    more: int = 0
    is_near: bool = False


@dataclass(frozen=True)
class Kind:
    """One kind of record: its rows with what is told of them, where its names stand, and how it is told.

    `names` are paths of columns, the permanent name first and the name after it.
    """

    rows: Callable[[], QuerySet[Any]]
    names: tuple[str, ...]
    notes: Callable[[Any], Iterable[str]]


def find(kind: str, words: Sequence[str]) -> Found:
    """The records of this kind (a key of `KINDS`) that have each of these words in one of their names, the best first.

    Where no record has, the three whose names are most like the words.
    """
    of_kind = KINDS[kind]
    asked = " ".join(words)
    fitting = list(_fitting(of_kind, words)[:MOST_RANKED])
    named = _with_names(of_kind, fitting)
    if named:
        best = sorted(named, key=lambda each: _rank(asked, each[1]))
        known = [_known(kind, row, names) for row, names in best[:MOST_SHOWN]]
        return Found(tuple(known), more=len(named) - len(known))
    near = _nearest(of_kind, asked)
    return Found(tuple(_known(kind, row, names) for row, names in _with_names(of_kind, near)), is_near=True)


def _fitting(kind: Kind, words: Sequence[str]) -> QuerySet[Any]:
    rows = kind.rows()
    for word in words:
        condition = Q(pk=None)
        for name in kind.names:
            condition |= Q((f"{name}__alike", word))
        rows = rows.filter(pk__in=rows.model._base_manager.filter(condition).values("pk"))
    return rows


def _nearest(kind: Kind, asked: str) -> list[Any]:
    """The rows with a name most like what is asked, the most alike first: all names are read, and their rows are not."""
    alike: dict[int, float] = {}
    for name in kind.names:
        for key, text in kind.rows().order_by().values_list("pk", name).iterator():
            alike[key] = max(alike.get(key, 0), likeness(asked, text or ""))
    nearest = sorted(alike, key=lambda key: (-alike[key], key))[:MOST_NEAR]
    rows = kind.rows().in_bulk(nearest)
    return [rows[key] for key in nearest if alike[key]]


def _with_names(kind: Kind, rows: Sequence[Any]) -> list[tuple[Any, list[str]]]:
    """The rows, each with its names: the permanent one, the name, then the others."""
    names: dict[int, list[str]] = {row.pk: [] for row in rows}
    for name in kind.names:
        for key, text in kind.rows().filter(pk__in=names).order_by("pk").values_list("pk", name):
            # The first two stand always, though they may be alike.
            if text and (len(names[key]) < 2 or text not in names[key]):
                names[key].append(text)
    return [(row, names[row.pk]) for row in rows]


def _rank(asked: str, names: Sequence[str]) -> tuple[int, int, str]:
    """The best first: who is called so, whose name begins so, who has it as whole words; then the shorter name."""
    wanted = normalise(asked)
    texts = [normalise(name) for name in names]
    tests: tuple[Callable[[str], bool], ...] = (
        lambda text: text == wanted,
        lambda text: text.startswith(wanted),
        lambda text: set(wanted.split()) <= set(text.split()),
    )
    rank = next((place for place, test in enumerate(tests) if any(map(test, texts))), len(tests))
    return rank, len(names[1]), names[0]


def _known(kind: str, row: Any, names: Sequence[str]) -> Known:
    slug, name, *others = names
    notes = tuple(note for note in KINDS[kind].notes(row) if note)
    return Known(slug, name, tuple(others), notes, len(incidents_naming(**{kind: [row.pk]})))


def _of_party(party: Party) -> Iterator[str]:
    yield str(party.get_kind_display())
    yield f"speaks for {party.authority.slug}" if party.authority else ""
    yield f"part of {party.part_of.slug}" if party.part_of else ""
    yield party.country


def _of_publisher(publisher: Publisher) -> Iterator[str]:
    yield str(publisher.get_kind_display())
    yield f"belongs to {publisher.parent.slug}" if publisher.parent else ""
    yield publisher.country


def _of_place(place: Place) -> Iterator[str]:
    yield str(place.get_level_display())
    yield f"in {place.parent.slug}" if place.parent else ""
    yield place.country


def _of_source(source: Source) -> Iterator[str]:
    yield str(source.get_kind_display())
    yield source.publisher.slug
    yield source.published.edtf if source.published else "day unknown"
    yield source.language


KINDS = {
    "parties": Kind(
        lambda: Party.objects.select_related("authority", "part_of"),
        ("slug", "name", "short_name", "original_name"),
        _of_party,
    ),
    "publishers": Kind(
        lambda: Publisher.objects.select_related("parent"), ("slug", "name", "original_name"), _of_publisher
    ),
    "places": Kind(lambda: Place.objects.select_related("parent"), ("slug", "name", "names__text"), _of_place),
    "sources": Kind(
        lambda: Source.objects.select_related("publisher"),
        ("code", "title", "original_title", "authors", "publisher__name"),
        _of_source,
    ),
}
