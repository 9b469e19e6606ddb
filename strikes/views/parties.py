"""Parties: the list of them, the page of one, and all its steps of one kind."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from strikes.directory.parties import party_page, steps_page
from strikes.directory.search import search_parties
from strikes.views.public import public_page, shown
from strikes.vocabulary.terms import SupersessionKind


@public_page
def party_list(request: HttpRequest) -> HttpResponse:
    """Parties that speak in what is public, or are named there."""
    return render(request, "strikes/party_list.html", vars(search_parties(request.GET)))


@public_page
def party_detail(request: HttpRequest, party: str) -> HttpResponse:
    """One party: how its positions moved, and what it says, incident by incident."""
    return shown(request, "strikes/party_detail.html", party_page(party, request.GET.get("page")))


@public_page
def party_steps(request: HttpRequest, party: str, kind: str) -> HttpResponse:
    """All that one party corrected, or changed, or brought up to date."""
    page = steps_page(party, SupersessionKind(kind), request.GET.get("page"))
    return shown(request, "strikes/party_steps.html", page)
