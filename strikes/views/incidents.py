"""Incidents: the list, the page of one, and the accounts in full."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from strikes.incident.responses import accounts_page, incident_page
from strikes.listing.criteria import has_empty, query_string
from strikes.listing.search import search
from strikes.models import Incident
from strikes.views.public import page_of_incident, public_incident, public_page


@public_page
def incident_list(request: HttpRequest) -> HttpResponse:
    """Published incidents that fit the filters, by day, change or number."""
    if has_empty(request.GET):
        # A form sends its empty fields too. An address that people share holds what was asked for alone.
        return redirect(reverse("strikes:incident_list") + query_string(request.GET))
    return render(request, "strikes/incident_list.html", {"found": search(request.GET)})


@page_of_incident
def incident_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One incident: where its accounts part, and who stands where; of all parties, or of those that are followed.

    Or that it was withdrawn.
    """
    incident = get_object_or_404(Incident.objects.answering().for_page(), code=code)
    return incident_page(incident, public_incident, request.GET.getlist("party")).response(request)


@page_of_incident
def incident_accounts(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that each party says of one incident, claim by claim; or that it was withdrawn."""
    incident = get_object_or_404(Incident.objects.answering().for_page(), code=code)
    return accounts_page(incident, public_incident).response(request)
