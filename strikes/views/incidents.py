"""Incidents: the list, and the page of one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from strikes.accounts import Accounts
from strikes.models import Incident
from strikes.models.dossiers import public_dossier
from strikes.models.question import questions_in_archive

PAGE_SIZE = 50


@require_safe
def incident_list(request: HttpRequest) -> HttpResponse:
    """What is published, newest first."""
    page = Paginator(Incident.objects.published().for_list(), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "strikes/incident_list.html", {"page": page})


@require_safe
def incident_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Every account of one incident."""
    incident = get_object_or_404(Incident.objects.published().for_page(), code=code)
    accounts = Accounts(public_dossier(incident), questions_in_archive())
    return render(request, "strikes/incident_detail.html", {"incident": incident, "accounts": accounts})
