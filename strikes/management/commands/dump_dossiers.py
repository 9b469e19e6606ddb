from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from strikes.dossiers.codec import dump
from strikes.models import Incident
from strikes.models.dossiers.whole import whole_dossier
from strikes.rules.version import VERSION


class Command(BaseCommand):
    help = "Writes incidents as dossiers, drafts and withheld sources included: for editors, not for the public."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="*", metavar="CODE", help="an incident's permanent code")
        parser.add_argument("--all", action="store_true", help="every incident")
        parser.add_argument(
            "--output",
            type=Path,
            metavar="FOLDER",
            help="write one file an incident there instead of to standard output",
        )

    def handle(self, *, codes: list[str], output: Path | None, **options: Any) -> None:
        if bool(codes) == options["all"]:
            raise CommandError("Name the codes of incidents, or --all.")
        if output is None and (options["all"] or len(codes) > 1):
            raise CommandError("Several dossiers need a folder: --output FOLDER.")
        incidents = Incident.objects.select_related("place").order_by("code")
        if codes:
            incidents = incidents.filter(code__in=codes)
            if missing := sorted(set(codes) - set(incidents.values_list("code", flat=True))):
                raise CommandError("There is no incident " + ", ".join(missing) + ".")
        for incident in incidents.iterator(chunk_size=100):
            content = dump(whole_dossier(incident), rules=VERSION)
            if output:
                self._write(output, f"{incident.code.lower()}.json", content)
            else:
                self.stdout.write(content.decode(), ending="")

    def _write(self, folder: Path, name: str, content: bytes) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        except OSError as error:
            raise CommandError(f"{folder / name} cannot be written: {error.strerror}.") from error
