"""Loading dossiers: all of the files or none, in one transaction."""

import contextlib
import getpass
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Q

from sources.constraints import sentence, settle
from sources.history import written_by
from strikes.dossiers.codec import Problem
from strikes.listing.write import refresh, shared_changed
from strikes.loading.archive_checks import archive_problems
from strikes.loading.choices import add_choices, refused_choices
from strikes.loading.files import File, FileProblem, LoadRefused, read_files
from strikes.loading.incidents import IncidentWriter, QuestionKeys
from strikes.loading.shared import SharedRecords
from strikes.loading.tally import Tally
from strikes.models import Incident, Revision
from strikes.models.question import questions_in_archive

Progress = Callable[[Iterable[Any], str], Iterable[Any]]


def no_progress(items: Iterable[Any], label: str) -> Iterable[Any]:
    """Show nothing."""
    return items


def load(
    paths: Sequence[Path],
    *,
    user: AbstractBaseUser | None = None,
    is_trial: bool = False,
    adds_choices: bool = False,
    progress: Progress = no_progress,
) -> Tally:
    """Bring the archive to what the files say; `LoadRefused` names every problem found, and nothing is written.

    With `is_trial` all is done and taken back. With `adds_choices` the archive takes the choices that files bring and it
    has not; else such files are refused. `progress` wraps what is gone through, with a label.
    """
    files = read_files(progress(paths, "Reading"), questions_in_archive())
    if not adds_choices and (refused := list(refused_choices(files))):
        raise LoadRefused(refused)
    tally = Tally()
    account = user.get_username() if user else machine_account()
    with written_by(user, name=account, command="load_dossiers"), transaction.atomic():
        _write(files, {"loaded_by": user, "account_name": account}, tally, progress)
        if is_trial:
            transaction.set_rollback(True)
    return tally


def _write(files: Sequence[File], account: dict[str, Any], tally: Tally, progress: Progress) -> None:
    problems = list(archive_problems(files))
    if problems:
        raise LoadRefused(problems)
    shared, vocabulary = SharedRecords(files, tally), QuestionKeys()
    with _refused_by_database(_common(files)):
        adds_choices = add_choices(files, vocabulary, tally)
        shared.write()
    _lock(shared, files)
    written: set[int] = set()
    changes_notice = False
    for file in progress(sorted(files, key=lambda file: file.dossier.incident.code), "Loading"):
        writer = IncidentWriter(file, shared, vocabulary, tally)
        problems += writer.problems()
        if not problems:
            with _refused_by_database(file.path):
                written |= writer.write(account)
            changes_notice = changes_notice or writer.changes_notice
    if problems:
        raise LoadRefused(problems)
    # At the very end: what an edit of one file undoes, that of another may need undone.
    with _refused_by_database(_common(files)):
        settle()
    if shared.touched():
        shared_changed(lambda: shared.touched() | written, is_structural=True)
    else:
        refresh(written)
    if changes_notice or adds_choices:  # on pages of which no listing tells
        Revision.move()


def _lock(shared: SharedRecords, files: Sequence[File]) -> None:
    """Lock all incidents whose listings will be written, in the order of their codes: two loads at once, or a load and
    an editor, wait for each other instead of blocking each other."""
    wanted = Q(pk__in=shared.touched()) | Q(code__in=[file.dossier.incident.code for file in files])
    list(Incident.objects.filter(wanted).order_by("code").select_for_update(no_key=True).values_list("pk"))


@contextlib.contextmanager
def _refused_by_database(path: Path) -> Iterator[None]:
    """Say of which file the database speaks: rarely, as `check` and `archive_problems` come before it."""
    try:
        yield
    except DatabaseError as error:
        said = sentence(error) if isinstance(error, IntegrityError) else str(error).splitlines()[0]
        raise LoadRefused([FileProblem(path, Problem("", said))]) from error


def _common(files: Sequence[File]) -> Path:
    """The file, or the folder in which all of them lie: what they share is written at once."""
    return Path(os.path.commonpath([file.path.absolute() for file in files])) if files else Path()


def machine_account() -> str:
    """The account of the machine that runs this process, or its number where it has no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"
