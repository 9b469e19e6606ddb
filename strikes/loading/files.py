"""Reading dossiers from files, and everything that is wrong with them before the archive is touched."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from sources.addresses import strip_address
from strikes.dossiers.canonical import canonical
from strikes.dossiers.check.dossier import check
from strikes.dossiers.choices import new_to
from strikes.dossiers.codec import Problem, Unreadable, load, pointer
from strikes.dossiers.dossier import Dossier, NewChoice
from strikes.vocabulary.questions import Questions

SHARED = {"places": "slug", "publishers": "slug", "parties": "slug", "sources": "code"}


@dataclass(frozen=True)
class File:
    """A dossier in its canonical form, and the file that it came from.

    `positions` says where a record stands in the file itself, by its part and its permanent name; `new_choices` are
    those that the archive has not, by their places in the file.
    """

    path: Path
    sha256: str
    dossier: Dossier
    positions: Mapping[tuple[str, str], int]
    new_choices: Mapping[int, NewChoice]


@dataclass(frozen=True)
class FileProblem:
    """A problem and its file."""

    path: Path
    problem: Problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem.pointer or '/'}: {self.problem.sentence}"


class LoadRefused(Exception):
    """Files that cannot be loaded; `problems` names everything found, and nothing was written."""

    def __init__(self, problems: Sequence[FileProblem]) -> None:
        super().__init__(problems)
        self.problems = problems


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the JSON files of the folders named, each once, in order of their names."""
    found: dict[Path, Path] = {}
    for path in paths:
        for one in sorted(path.glob("*.json")) if path.is_dir() else [path]:
            found.setdefault(one.resolve(), one)
    return list(found.values())


def read_files(paths: Iterable[Path], questions: Questions) -> list[File]:
    """Read and check; `LoadRefused` with every problem of every file."""
    files, problems = [], []
    for path in paths:
        try:
            content = path.read_bytes()
            dossier = load(content)
        except OSError as error:
            problems.append(
                FileProblem(path, Problem("", _("The file cannot be read: %(reason)s.") % {"reason": error.strerror}))
            )
        except Unreadable as error:
            problems += [FileProblem(path, problem) for problem in error.problems]
        else:
            found = check(dossier, questions)
            problems += [FileProblem(path, problem) for problem in found]
            if not found:
                files.append(_file(path, content, dossier, questions))
    problems += _disagreements(files)
    if problems:
        raise LoadRefused(problems)
    return files


def _file(path: Path, content: bytes, dossier: Dossier, questions: Questions) -> File:
    return File(
        path,
        hashlib.sha256(content).hexdigest(),
        canonical(dossier, questions),
        _positions(dossier),
        new_to(questions, dossier.choices),
    )


def _positions(dossier: Dossier) -> dict[tuple[str, str], int]:
    return {
        (part, getattr(record, key)): index
        for part, key in SHARED.items()
        for index, record in enumerate(getattr(dossier, part))
    }


def _disagreements(files: Sequence[File]) -> Iterator[FileProblem]:
    """Two files that define one thing in two ways, or are one incident, or give one address to two sources."""
    seen: dict[tuple[str, str], tuple[Path, object]] = {}
    for file in files:
        for part, key, value, where in _shared(file):
            first, known = seen.setdefault((part, key), (file.path, value))
            if known != value or (part == "incident" and first != file.path):
                sentence = _("%(first)s defines “%(key)s” in another way.") % {"first": first, "key": key}
                if part == "incident":
                    sentence = _("%(first)s is the same incident.") % {"first": first}
                if part == "address":
                    sentence = _("%(first)s gives this address to the source “%(code)s”.") % {
                        "first": first,
                        "code": known,
                    }
                yield FileProblem(file.path, Problem(where, sentence))


def _shared(file: File) -> Iterator[tuple[str, str, object, str]]:
    """The records that other files may define too: part, name, value, and place in the file."""
    code = file.dossier.incident.code
    yield "incident", code, code, pointer("incident", "code")
    for part, key in SHARED.items():
        for value in getattr(file.dossier, part):
            name = getattr(value, key)
            yield part, name, value, pointer(part, file.positions[part, name])
    for place, choice in file.new_choices.items():
        yield "choice", f"{choice.question}: {choice.code}", choice, pointer("choices", place)
    for source in file.dossier.sources:
        for number, address in enumerate(source.addresses):
            where = pointer("sources", file.positions["sources", source.code], "addresses", number)
            yield "address", strip_address(address), source.code, where
