"""Problems of names in a dossier: a name that the file does not define, a name that is there twice, a circle of names."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from strikes.dossiers.check.problems import Path, problem
from strikes.dossiers.codec import Problem


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
