"""The permanent address of a claim."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from strikes.incident.responses import claim_page
from strikes.models import Incident
from strikes.views.public import page_of_incident, public_incident


@page_of_incident
def claim_detail(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One claim, with all that it rests on, and a line to cite it by; or that it was withdrawn."""
    incident = get_object_or_404(Incident.objects.answering().for_page(), code=code)
    page = claim_page(incident, number, public_incident)
    if page is None:
        raise Http404
    return page.response(request)
