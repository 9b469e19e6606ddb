"""The checks that several parts of a dossier share: each gives problems with their place in the file."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
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


def unknown(name: str | None, names: Collection[str], what: str, path: Path) -> Iterator[Problem]:
    """A name, if one is given, that the file does not define."""
    if name is not None and name not in names:
        yield problem(path, _("The file does not define the %(what)s “%(name)s”."), what=what, name=name)


def repeated(what: str, found: Iterable[tuple[Hashable, object, Path]]) -> Iterator[Problem]:
    """A problem for each record that is there a second time; `found` gives what is compared, its name and its path."""
    seen = set()
    for key, name, path in found:
        if key in seen:
            yield problem(path, _("The %(what)s “%(name)s” stands here a second time."), what=what, name=name)
        seen.add(key)


def in_circles(edges: Mapping[Any, Iterable[Any]]) -> Iterator[Any]:
    """The nodes from which one comes back to themselves."""
    for start in edges:
        seen, ahead = set(), list(edges[start])
        while ahead:
            node = ahead.pop()
            if node not in seen:
                seen.add(node)
                ahead.extend(edges.get(node, ()))
        if start in seen:
            yield start
