"""The page of one publisher: what it printed, and the party that it is in its own voice."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from sources.models import Publisher
from strikes.directory.paging import numbered_page
from strikes.directory.public import listed_parties, listed_publishers, listed_sources
from strikes.models import Party

SOURCES = 50


@dataclass(frozen=True)
class PublisherPage:
    """A publisher, a page of its sources, the parties that it speaks as, and the publisher that it belongs to, if any."""

    publisher: Publisher
    page: "Page[Any]"
    parties: tuple[Party, ...]
    above: tuple[Publisher, ...]


def publisher_page(slug: str, number: str | None) -> PublisherPage | None:
    """The publisher of this permanent name with this page of its sources; None if no such publisher is public."""
    publisher = listed_publishers().filter(slug=slug).first()
    if publisher is None:
        return None
    return PublisherPage(
        publisher,
        numbered_page(listed_sources().filter(publisher=publisher), number, SOURCES),
        parties=tuple(listed_parties().filter(publisher=publisher)),
        above=tuple(listed_publishers().filter(children=publisher)),
    )
