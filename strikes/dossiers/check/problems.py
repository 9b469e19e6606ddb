"""The checks that several parts of a dossier share: each gives problems with their place in the file."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from django.utils.translation import gettext as _

from sources.dates.value import parse
from strikes.dossiers.codec import Problem, pointer

Path: TypeAlias = tuple[str | int, ...]  # keys and indexes, from the whole file down


def problem(path: Path, sentence: str, **values: Any) -> Problem:
    """A problem at a path, with values for the sentence's placeholders."""
    return Problem(pointer(*path), sentence % values)


def date_problems(text: str | None, path: Path) -> Iterator[Problem]:
    """The problem of a date, if one is given and it cannot be read."""
    if text is None:
        return
    try:
        parse(text)
    except ValueError as error:
        yield Problem(pointer(*path), str(error))


def point_problems(record: Any, path: Path) -> Iterator[Problem]:
    """Half a point is none."""
    if (record.latitude is None) != (record.longitude is None):
        yield problem((*path, "latitude"), _("A point needs both latitude and longitude."))
