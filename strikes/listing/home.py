"""What the first page shows of the list: the latest changes, a map, and one strike as a way in."""

from dataclasses import dataclass

from strikes.incident.map import Map, Mark, draw
from strikes.models import Listing

LATEST = 8


@dataclass(frozen=True)
class FirstPage:
    """The incidents changed last, the one of which most parties speak, where all of them are, and how many there are."""

    latest: tuple[Listing, ...]
    way_in: Listing | None
    map: Map | None
    totals: dict[str, int]


def first_page() -> FirstPage:
    """What the first page shows, read in a fixed number of queries."""
    listings = Listing.objects.for_list()
    return FirstPage(
        latest=tuple(listings.order_by("-changed_at", "code")[:LATEST]),
        way_in=listings.order_by("-parties", "code").first(),
        map=draw([Mark(*place) for place in Listing.objects.by_degree()]),
        totals=Listing.objects.totals(),
    )
