"""The permanent address of a claim."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from strikes.incident_page import IncidentPage
from strikes.models import Listing
from strikes.models.dossiers import public_dossier
from strikes.models.question import questions_in_archive
from strikes.views.public import public_page


@public_page
def claim_detail(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One claim, with all that it rests on, how it stands to the others, and a line to cite it by."""
    listing = get_object_or_404(Listing.objects.for_page(), code=code)
    page = IncidentPage(public_dossier(listing.incident), questions_in_archive())
    if number not in page.accounts.claims:
        raise Http404
    bearing = page.claim(number)
    context = {"listing": listing, "incident": listing.incident, "accounts": page.accounts, "bearing": bearing}
    return render(request, "strikes/claim_detail.html", context | {"told": bearing.told})
