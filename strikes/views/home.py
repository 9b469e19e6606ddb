"""The first page: what this archive is, what changed last, and where the strikes are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from strikes.incident.map import Mark, draw
from strikes.models import Listing
from strikes.views.public import public_page

LATEST = 8


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Three sentences, the latest changes, a map, and one strike as a way in."""
    listings = Listing.objects.for_list()
    context = {
        "latest": listings.order_by("-changed_at", "code")[:LATEST],
        "way_in": listings.order_by("-parties", "code").first(),
        "map": draw([Mark(*place) for place in Listing.objects.by_degree()]),
        "totals": Listing.objects.totals(),
    }
    return render(request, "home.html", context)
