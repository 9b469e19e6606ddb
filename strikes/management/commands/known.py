"""Prints the permanent names under which this archive knows a party, a publisher, a place or a source."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from strikes.directory.known import KINDS, Known, find
from strikes.wording.counts import in_incidents


class Command(BaseCommand):
    help = "Prints what the archive has under a name, in any script and with or without accents: the best first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=KINDS, help="of what to look for")
        parser.add_argument("words", nargs="+", metavar="WORDS", help="all of which stand in its names")

    def handle(self, *, kind: str, words: list[str], **options: Any) -> None:
        found = find(kind, words)
        if found.is_near:
            nearest = " The nearest are:" if found.known else ""
            self.stdout.write(f"None of the {kind} has all of these words in a name.{nearest}")
        for known in found.known:
            self.stdout.write(_line(known))
        if found.more:
            self.stdout.write(f"… and {found.more} more: add a word.")


def _line(known: Known) -> str:
    others = f" ({'; '.join(known.other_names)})" if known.other_names else ""
    notes = "; ".join([*known.notes, in_incidents(known.incidents)])
    return f"{known.slug}  {known.name}{others}  {notes}"
