"""Sources and publishers: the list of each, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from strikes.directory.publishers import publisher_page
from strikes.directory.search import search_publishers, search_sources
from strikes.directory.sources import source_page
from strikes.views.public import public_page, shown


@public_page
def source_list(request: HttpRequest) -> HttpResponse:
    """Sources that something public rests on."""
    return render(request, "sources/source_list.html", vars(search_sources(request.GET)))


@public_page
def source_detail(request: HttpRequest, source: str) -> HttpResponse:
    """One source, and the claims that rest on it, incident by incident."""
    return shown(request, "sources/source_detail.html", source_page(source, request.GET.get("page")))


@public_page
def publisher_list(request: HttpRequest) -> HttpResponse:
    """Publishers of what is public."""
    return render(request, "sources/publisher_list.html", vars(search_publishers(request.GET)))


@public_page
def publisher_detail(request: HttpRequest, publisher: str) -> HttpResponse:
    """One publisher, and what it printed."""
    return shown(request, "sources/publisher_detail.html", publisher_page(publisher, request.GET.get("page")))
