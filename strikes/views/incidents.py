"""Incidents: the list, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from strikes.filters import IncidentFilters
from strikes.incident_page import IncidentPage
from strikes.models import Incident, Listing
from strikes.models.dossiers import public_dossier
from strikes.models.question import questions_in_archive
from strikes.paging import page
from strikes.views.public import public_page

PAGE_SIZE = 50


@public_page
def incident_list(request: HttpRequest) -> HttpResponse:
    """Published incidents that fit the filters, by day, change or number."""
    filters = IncidentFilters(request.GET, queryset=Listing.objects.all())
    if any(name in request.GET and not request.GET[name] for name in filters.filters):
        # A form sends its empty fields too. An address that people share holds what was asked for alone.
        return redirect(reverse("incident_list") + filters.query())
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    rows = filters.rows.for_list(filters.asked)
    shown = page(rows, filters.order, PAGE_SIZE, after=after, before=before)
    addresses = {"before": filters.query(before=shown.before), "after": filters.query(after=shown.after)}
    return render(request, "strikes/incident_list.html", {"filters": filters, "page": shown, **addresses})


@public_page
def incident_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One incident: where its accounts part, who stands where, and every account."""
    incident = get_object_or_404(Incident.objects.published().for_page(), code=code)
    page = IncidentPage(public_dossier(incident), questions_in_archive())
    context = {"incident": incident, "page": page, "accounts": page.accounts}
    return render(request, "strikes/incident_detail.html", context)
