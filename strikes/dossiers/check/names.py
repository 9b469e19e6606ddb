"""Problems of names in a dossier: a name that the file does not define, a name that is there twice, a circle of names."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from sources.names import likeness
from strikes.dossiers.check.problems import Path, problem
from strikes.dossiers.codec import Problem
from strikes.vocabulary.questions import Question

MOST_NEAR = 3  # names that are suggested in place of one that is not there


def unknown(name: str | None, names: Collection[str], what: str, path: Path) -> Iterator[Problem]:
    """A name, if one is given, that the file does not define."""
    if name is not None and name not in names:
        yield problem(path, _("The file does not define the %(what)s “%(name)s”."), what=what, name=name)


def no_such_question(code: str, questions: Mapping[str, Question], path: Path) -> Problem:
    """The problem of a question that the archive does not ask, with those that its code comes nearest to."""
    sentence = _("This archive has no question “%(code)s”. %(nearest)s")
    labels = {question.code: question.label for question in questions.values()}
    return problem(path, sentence, code=code, nearest=_nearest(code, labels))


def no_such_choice(code: str, question: str, labels: Mapping[str, str], path: Path) -> Problem:
    """The problem of a choice that a question has not, with those that it comes nearest to; `labels` are by code."""
    sentence = _("“%(code)s” is no choice of the question “%(label)s”. %(nearest)s")
    return problem(path, sentence, code=code, label=question, nearest=_nearest(code, labels))


def _nearest(code: str, labels: Mapping[str, str]) -> str:
    near = sorted(labels, key=lambda known: (-likeness(code, known), known))[:MOST_NEAR]
    found = [f"{known} ({labels[known]})" for known in near]
    return _("The nearest are: %(found)s.") % {"found": "; ".join(found)} if found else _("It has none.")


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
