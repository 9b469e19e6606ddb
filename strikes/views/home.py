"""The first page: what this archive is, what changed last, and where the strikes are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from strikes.listing.home import first_page
from strikes.views.public import public_page


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Three sentences, the latest changes, a map, and one strike as a way in."""
    return render(request, "home.html", vars(first_page()))
