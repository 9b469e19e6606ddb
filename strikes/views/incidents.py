"""Incidents: the list, the page of one, and the accounts in full."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from strikes.incident.responses import accounts_page, incident_page
from strikes.listing.filters import IncidentFilters
from strikes.listing.paging import page
from strikes.models import Incident, Listing
from strikes.views.public import public_incident, public_page

PAGE_SIZE = 50


@public_page
def incident_list(request: HttpRequest) -> HttpResponse:
    """Published incidents that fit the filters, by day, change or number."""
    filters = IncidentFilters(request.GET, queryset=Listing.objects.all())
    if any(name in request.GET and not request.GET[name] for name in filters.filters):
        # A form sends its empty fields too. An address that people share holds what was asked for alone.
        return redirect(reverse("strikes:incident_list") + filters.query())
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    rows = Listing.objects.for_list(filters.asked)
    shown = page(filters.rows, filters.order, PAGE_SIZE, after=after, before=before, shown=rows)
    addresses = {"before": filters.query(before=shown.before), "after": filters.query(after=shown.after)}
    return render(request, "strikes/incident_list.html", {"filters": filters, "page": shown, **addresses})


@public_page
def incident_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One incident: where its accounts part, and who stands where; of all parties, or of those that are followed.

    Or that it was withdrawn.
    """
    incident = get_object_or_404(Incident.objects.answering().for_page(), code=code)
    return incident_page(incident, public_incident, request.GET.getlist("party")).response(request)


@public_page
def incident_accounts(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that each party says of one incident, claim by claim; or that it was withdrawn."""
    incident = get_object_or_404(Incident.objects.answering().for_page(), code=code)
    return accounts_page(incident, public_incident).response(request)
