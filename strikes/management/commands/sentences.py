"""Prints what the pages of incidents say, a sentence or a phrase a line, for a person to read aloud."""

from argparse import ArgumentParser
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string

from strikes.incident.page import IncidentPage
from strikes.incident.responses import Page, claim_page, incident_page, question_page
from strikes.models import Incident, Listing
from strikes.models.dossiers.public import public_dossier
from strikes.models.question import questions_in_archive

BLOCKS = {
    "p",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "summary",
    "figcaption",
    "legend",
    "div",
    "section",
}
# What is the same on every page, or is no sentence: ways to other pages, drawings, quotations, the list of sources.
SKIPPED = {"head", "nav", "footer", "form", "svg", "blockquote", "script"}
PARTED = {"small", "span", "b", "cite"}  # they stand apart on the page by their style


class Command(BaseCommand):
    help = "Prints every sentence of every published incident, by the page and the part of it where it stands."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="*", metavar="CODE", help="an incident's permanent code; all without any")

    def handle(self, *, codes: list[str], **options: Any) -> None:
        incidents = Incident.objects.published().for_page().order_by("code")
        if codes:
            incidents = incidents.filter(code__in=codes)
            if missing := sorted(set(codes) - set(incidents.values_list("code", flat=True))):
                raise CommandError("There is no published incident " + ", ".join(missing) + ".")
        for incident in incidents:
            self.stdout.write(f"# {incident.code} {incident.title}")
            for part, lines in _parts(incident).items():
                self.stdout.write("\n".join(["", f"## {part}", *lines]))
            self.stdout.write("")


def _parts(incident: Incident) -> dict[str, list[str]]:
    """What the pages of an incident say, by page and part; what several pages of one kind say stands once."""
    found: dict[str, list[str]] = {}
    row = render_to_string("strikes/_incident_row.html", {"listing": Listing.objects.for_list().get(incident=incident)})
    for page, html in [("list", row), *_pages(incident)]:
        before = {part: set(lines) for part, lines in found.items()}
        for heading, line in _Reader().read(html):
            part = f"{page}: {heading}" if heading else page
            if line not in before.get(part, ()):
                found.setdefault(part, []).append(line)
    return found


def _pages(incident: Incident) -> Iterator[tuple[str, str]]:
    """Each page of an incident, by the name of its kind."""
    shown = IncidentPage(public_dossier(incident), questions_in_archive())

    def page_of(_incident: Any) -> IncidentPage:
        return shown

    pages: list[tuple[str, Page | None]] = [
        ("incident", incident_page(incident, page_of)),
        *(("question", question_page(incident, code, page_of)) for code in shown.pages_of_questions.findings),
        *(("claim", claim_page(incident, number, page_of)) for number in sorted(shown.accounts.claims)),
    ]
    for name, page in pages:
        if page:
            yield name, render_to_string(page.template, page.context)


class _Reader(HTMLParser):
    """Reads a page line by line: each line with the heading of its part."""

    def read(self, html: str) -> list[tuple[str, str]]:
        self.lines: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.part = self.skipped = ""
        self.depth = 0
        self.feed(html)
        return self.lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipped:
            self.depth += tag == self.skipped
        elif tag in SKIPPED or ("class", "sources") in attrs:
            self.skipped, self.depth = tag, 1
        elif tag in BLOCKS:
            self._end_line()
        else:
            self.words.append("“" if tag == "q" else " " if tag in PARTED else "")

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            self.depth -= tag == self.skipped
            if not self.depth:
                self.skipped = ""
        elif tag in BLOCKS:
            self._end_line(is_heading=tag == "h2")
        elif tag == "q":
            self.words.append("”")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words.append(data)

    def _end_line(self, *, is_heading: bool = False) -> None:
        line = " ".join("".join(self.words).split())
        self.words = []
        if is_heading:
            self.part = line
        elif line:
            self.lines.append((self.part, line))
