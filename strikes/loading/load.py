"""Loading dossiers: all of the files or none, in one transaction."""

import getpass
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, connection, transaction

from strikes.dossiers.codec import Problem
from strikes.loading.files import File, FileProblem, Refused, read_files
from strikes.loading.incidents import IncidentWriter, Vocabulary
from strikes.loading.questions import questions_in_archive
from strikes.loading.shared import SharedRecords
from strikes.loading.tally import Tally

Progress = Callable[[Iterable[Any], str], Iterable[Any]]


def no_progress(items: Iterable[Any], label: str) -> Iterable[Any]:
    """Show nothing."""
    return items


def load(
    paths: Sequence[Path],
    *,
    user: AbstractBaseUser | None = None,
    is_trial: bool = False,
    progress: Progress = no_progress,
) -> Tally:
    """Bring the archive to what the files say; `Refused` names every problem found, and nothing is written.

    With `is_trial` all is done and taken back. `progress` wraps what is gone through, with a label.
    """
    files = read_files(progress(paths, "Reading"), questions_in_archive())
    tally = Tally()
    with transaction.atomic():
        _write(files, user, tally, progress)
        if is_trial:
            transaction.set_rollback(True)
    return tally


def _write(files: Sequence[File], user: AbstractBaseUser | None, tally: Tally, progress: Progress) -> None:
    shared, vocabulary = SharedRecords(files, tally), Vocabulary()
    problems = list(shared.problems())
    if problems:
        raise Refused(problems)
    shared.write()
    account = {"loaded_by": user, "account_name": user.get_username() if user else getpass.getuser()}
    # In order of their codes, so that two loads at once wait for each other instead of blocking each other.
    for file in progress(sorted(files, key=lambda file: file.dossier.incident.code), "Loading"):
        writer = IncidentWriter(file, shared, vocabulary, tally)
        problems += writer.problems()
        if not problems:
            _written(writer, account)
    if problems:
        raise Refused(problems)


def _written(writer: IncidentWriter, account: dict[str, Any]) -> None:
    """Write one incident, and have the database say now what it would say at the end."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            writer.write(account)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError as error:
        # `check` says most of this with its place in the file; what is left depends on what the archive holds.
        raise Refused([FileProblem(writer.file.path, Problem("", str(error).splitlines()[0]))]) from error
