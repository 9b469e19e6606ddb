"""Sources, publishers and parties: the list of each, and the page of one with all that rests on it or is said by it."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from sources.models import Source
from strikes.directory.catalogue import (
    PartySearch,
    PublisherSearch,
    Search,
    SourceSearch,
    listed_parties,
    listed_publishers,
    listed_sources,
)
from strikes.directory.lines import lines_of, step
from strikes.models import Claim, Listing, Supersession
from strikes.views.public import public_page
from strikes.vocabulary.terms import SupersessionKind

ROWS = 50
INCIDENTS = 20
STEPS = 20  # on the page of a party; all of them are at an address of their own


def _page(request: HttpRequest, rows: QuerySet[Any], size: int) -> "Page[Any]":
    """A page of rows by its number: thousands at most, so that counting them costs little."""
    return Paginator(rows, size).get_page(request.GET.get("page"))


def _found(request: HttpRequest, search: Search, template: str) -> HttpResponse:
    page = _page(request, search.rows, ROWS)
    kept = urlencode([(name, request.GET[name]) for name in search.filters if request.GET.get(name)])
    return render(request, template, {"search": search, "page": page, "kept": kept})


def _said(page: "Page[Any]", claims: Any) -> Any:
    return lines_of(claims, [listing.incident for listing in page])


@public_page
def source_list(request: HttpRequest) -> HttpResponse:
    """Sources that something public rests on."""
    return _found(request, SourceSearch(request.GET, listed_sources()), "sources/source_list.html")


@public_page
def source_detail(request: HttpRequest, source: str) -> HttpResponse:
    """One source, and the claims that rest on it, incident by incident."""
    relays = listed_sources()
    prefetched = listed_sources().prefetch_related(
        "addresses", "captures", Prefetch("relays", relays), Prefetch("relayed_by", relays)
    )
    found: Source = get_object_or_404(prefetched, code=source)
    page = _page(request, Listing.objects.citing(found).for_lines(), INCIDENTS)
    said = _said(page, Claim.objects.filter(citations__source=found).distinct())
    return render(request, "sources/source_detail.html", {"source": found, "page": page, "said": said})


@public_page
def publisher_list(request: HttpRequest) -> HttpResponse:
    """Publishers of what is public."""
    return _found(request, PublisherSearch(request.GET, listed_publishers()), "sources/publisher_list.html")


@public_page
def publisher_detail(request: HttpRequest, publisher: str) -> HttpResponse:
    """One publisher, and what it printed."""
    found = get_object_or_404(listed_publishers().select_related("parent"), slug=publisher)
    page = _page(request, listed_sources().filter(publisher=found), ROWS)
    parties, above = listed_parties().filter(publisher=found), listed_publishers().filter(children=found)
    context = {"publisher": found, "page": page, "parties": parties, "above": above}
    return render(request, "sources/publisher_detail.html", context)


@public_page
def party_list(request: HttpRequest) -> HttpResponse:
    """Parties that speak in what is public, or are named there."""
    return _found(request, PartySearch(request.GET, listed_parties()), "strikes/party_list.html")


@public_page
def party_detail(request: HttpRequest, party: str) -> HttpResponse:
    """One party: how its positions moved, and what it says, incident by incident."""
    found = get_object_or_404(listed_parties(), slug=party)
    page = _page(request, Listing.objects.told_by([found.pk]).for_lines(), INCIDENTS)
    links = Supersession.objects.published().of_voice(found)
    totals, steps = links.totals(), [step(link) for link in links.for_steps()[:STEPS]]
    context = {
        "party": found,
        "offices": listed_parties().filter(authority=found),
        "page": page,
        "said": _said(page, Claim.objects.of_voice(found)),
        "totals": totals.items(),
        "steps": steps,
        "has_more_steps": sum(totals.values()) > len(steps),
    }
    return render(request, "strikes/party_detail.html", context)


@public_page
def party_steps(request: HttpRequest, party: str, kind: str) -> HttpResponse:
    """All that one party corrected, or changed, or brought up to date."""
    found = get_object_or_404(listed_parties(), slug=party)
    links = Supersession.objects.published().of_voice(found).of_kind(SupersessionKind(kind))
    page = _page(request, links.for_steps(), ROWS)
    context = {"party": found, "kind": SupersessionKind(kind), "page": page, "steps": map(step, page)}
    return render(request, "strikes/party_steps.html", context)
