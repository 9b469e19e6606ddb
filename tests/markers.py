"""Markers: in every text field of chosen rows a string that stands nowhere else, so that a leak tells where it is from.

The fields are found by walking the models: a new one is marked without a word here.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import IntegrityError, connection, models, transaction

from sources.history import HISTORIES
from strikes.models import Incident

MARKER = re.compile(rb"zq\d{5}x", re.IGNORECASE)
# Keys of rows begin here, so that one can be told in a page from a year or a count.
FIRST_KEY = 731_000_001
KEY = re.compile(rb"731[^0-9a-z]?000[^0-9a-z]?\d{3}")

Rows = dict[type[models.Model], set[int]]


def all_models() -> list[type[models.Model]]:
    """Every model of both apps that something is entered in, and the accounts."""
    return [*HISTORIES, User]


def all_rows() -> Rows:
    return {model: set(model._default_manager.values_list("pk", flat=True)) for model in all_models()}


def begin_keys_high() -> None:
    """Until the end of the transaction."""
    with connection.cursor() as cursor:
        for model in all_models():
            cursor.execute(f"ALTER SEQUENCE {model._meta.db_table}_id_seq RESTART WITH {FIRST_KEY}")


def text_fields(model: type[models.Model]) -> Iterator[models.Field]:
    """Fields that hold words of their own and have room for a marker: neither fixed vocabularies nor countries."""
    for each in model._meta.concrete_fields:
        is_text = isinstance(each, models.CharField | models.TextField | models.FileField) and not each.choices
        if is_text and (each.max_length is None or each.max_length > 2):
            yield each


@dataclass
class Markers:
    """Where each marker stands."""

    places: dict[str, str] = field(default_factory=dict)

    def mark(self, rows: Rows, leaving: Collection[str] = ()) -> None:
        """Mark every text field of these rows, apart from those named, and those that a constraint keeps empty."""
        for model, keys in rows.items():
            names = [each.name for each in text_fields(model) if each.name not in leaving]
            for row in model._default_manager.filter(pk__in=keys):
                self._mark(row, names)

    def _mark(self, row: models.Model, names: Iterable[str]) -> None:
        if isinstance(row, Incident):
            # An address must stay one for the public to ask for it.
            names = [name for name in names if name != "code"]
            self.places[row.code.lower()] = "Incident.code"
        new = {name: self._next(f"{type(row).__name__}.{name}") for name in names}
        if not self._write(row, new):
            for name, marker in new.items():
                if not self._write(row, {name: marker}):
                    del self.places[marker]

    def _write(self, row: models.Model, values: dict[str, str]) -> bool:
        try:
            with transaction.atomic():
                type(row)._default_manager.filter(pk=row.pk).update(**values)
        except IntegrityError:
            return False
        return True

    def _next(self, place: str) -> str:
        marker = f"zq{len(self.places) + 10_000}x"
        self.places[marker] = place
        return marker

    def found_in(self, page: bytes) -> set[str]:
        """The fields whose markers stand in these bytes."""
        lower = page.lower()
        codes = {code for code in self.places if not code.startswith("zq") and code.encode() in lower}
        return {self.places[marker] for marker in codes | {match.decode() for match in MARKER.findall(lower)}}
