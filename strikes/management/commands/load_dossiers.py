from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from strikes.loading.files import LoadRefused, find_files
from strikes.loading.load import load


class Command(BaseCommand):
    help = "Loads incidents from dossier files: all of them or, if anything is wrong, none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a dossier, or a folder of them")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be added, changed and left; write nothing"
        )
        parser.add_argument(
            "--new-choices", action="store_true", help="add the choices that files bring and this archive has not"
        )
        parser.add_argument("--by", metavar="USERNAME", help="the account of this archive in whose name it is loaded")

    def handle(
        self, *, paths: list[Path], dry_run: bool, new_choices: bool, by: str | None, verbosity: int, **options: Any
    ) -> None:
        files = find_files(paths)
        if not files:
            raise CommandError("There is no dossier in: " + ", ".join(map(str, paths)) + ".")
        user = get_user_model().objects.filter(username=by).first() if by else None
        if by and user is None:
            raise CommandError(f"There is no account “{by}”.")

        def progress(items: Iterable[Any], label: str) -> Iterable[Any]:
            bar: Iterable[Any] = tqdm(items, label, unit="dossier", disable=not verbosity, total=len(files))
            return bar

        try:
            tally = load(files, user=user, is_trial=dry_run, adds_choices=new_choices, progress=progress)
        except LoadRefused as refused:
            lines = [str(problem) for problem in refused.problems]
            raise CommandError("\n".join([*lines, f"Nothing was loaded: {len(lines)} found."])) from None
        if verbosity:
            self.stdout.write("\n".join([*tally.lines(), "Nothing was written." if dry_run else "Loaded."]))
