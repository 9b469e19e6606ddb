"""The permanent address of a claim."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from strikes.accounts import Accounts
from strikes.models import Listing
from strikes.models.dossiers import public_dossier
from strikes.models.question import questions_in_archive
from strikes.views.public import public_page


@public_page
def claim_detail(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One claim, with all that it rests on, and a line to cite it by."""
    listing = get_object_or_404(Listing.objects.for_page(), code=code)
    accounts = Accounts(public_dossier(listing.incident), questions_in_archive())
    if number not in accounts.claims:
        raise Http404
    context = {"listing": listing, "incident": listing.incident, "accounts": accounts, "told": accounts.told(number)}
    return render(request, "strikes/claim_detail.html", context)
