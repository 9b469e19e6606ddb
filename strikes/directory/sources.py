"""The page of one source: all that is public of it, and the claims that rest on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.paginator import Page
from django.db.models import Prefetch

from sources.models import Source
from strikes.directory.lines import LinesOfIncident, lines_of
from strikes.directory.paging import numbered_page
from strikes.directory.public import listed_sources
from strikes.dossiers.dossier import Claim, Dossier
from strikes.models import Listing

INCIDENTS = 20


@dataclass(frozen=True)
class SourcePage:
    """A source with its addresses, captures and relays, and the claims that rest on it, for a page of incidents."""

    source: Source
    page: "Page[Any]"
    said: tuple[LinesOfIncident, ...]


def source_page(code: str, number: str | None) -> SourcePage | None:
    """The source of this code with the incidents of this page; None if no such source is public."""
    relays = listed_sources()
    related = ("addresses", "captures", Prefetch("relays", relays), Prefetch("relayed_by", relays))
    source = listed_sources().prefetch_related(*related).filter(code=code).first()
    if source is None:
        return None
    page = numbered_page(Listing.objects.citing(source).for_lines(), number, INCIDENTS)
    return SourcePage(source, page, tuple(lines_of(page, partial(_citing, source.code))))


def _citing(source: str, dossier: Dossier) -> Iterator[Claim]:
    return (claim for claim in dossier.claims if any(each.source == source for each in claim.citations))
