"""Previews: the pages of an incident as the public would see them once it and its drafts were published.

Their addresses have the shape of the public ones, and within them links to pages of the incident lead to previews, since
the addresses of a page are made as `settings.PREVIEW_URLCONF` says while it is rendered.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import get_urlconf, path, reverse, set_urlconf
from django.utils import timezone

from strikes.admin.publishing.publishable import PublishableRow
from strikes.admin.publishing.withdrawal import address_of_form
from strikes.incident.page import IncidentPage
from strikes.incident.responses import Page, accounts_page, claim_page, incident_page, question_page
from strikes.models import Claim, Incident
from strikes.models.dossiers.public import preview_dossier
from strikes.models.question import questions_in_archive
from strikes.vocabulary.terms import State


def preview_incident(request: HttpRequest, code: str) -> HttpResponse:
    parties = request.GET.getlist("party")
    return _preview(request, code, lambda incident: incident_page(incident, _with_drafts, parties))


def preview_accounts(request: HttpRequest, code: str) -> HttpResponse:
    return _preview(request, code, lambda incident: accounts_page(incident, _with_drafts))


def preview_question(request: HttpRequest, code: str, question: str) -> HttpResponse:
    return _preview(request, code, lambda incident: question_page(incident, question, _with_drafts))


def preview_claim(request: HttpRequest, code: str, number: int) -> HttpResponse:
    return _preview(request, code, lambda incident: claim_page(incident, number, _with_drafts), number)


# By the names of the public pages.
urlpatterns = [
    path("", admin.site.admin_view(preview_incident), name="incident_detail"),
    path("accounts/", admin.site.admin_view(preview_accounts), name="incident_accounts"),
    path("claims/<int:number>/", admin.site.admin_view(preview_claim), name="claim_detail"),
    path("questions/<slug:question>/", admin.site.admin_view(preview_question), name="question_of_incident"),
]


def address_of_preview(row: PublishableRow) -> str:
    if isinstance(row, Claim):
        return reverse("desk:preview:claim_detail", args=[row.incident.code, row.number])
    return reverse("desk:preview:incident_detail", args=[row.code])


def _preview(
    request: HttpRequest, code: str, page_of: Callable[[Any], Page | None], number: int | None = None
) -> HttpResponse:
    """A page of an incident, with a bar that says what it is and leads back to the form: the incident's, or the claim's.

    Not found where there is no page: for a question that the archive does not ask.
    """
    incident: Any = get_object_or_404(Incident.objects.for_page(), code=code)
    row = incident if number is None else get_object_or_404(incident.claims, number=number)
    if not admin.site.get_model_admin(type(row)).has_view_permission(request, row):
        raise PermissionDenied
    page = page_of(_as_published(incident))
    if page is None:
        raise Http404
    form_address = address_of_form(row)
    with _addresses_of_previews():
        shown = page.response(request, is_preview=True, form_address=form_address)
    return HttpResponse(shown.content, headers={"X-Robots-Tag": "noindex"})


def _as_published(incident: Any) -> Any:
    """The incident as it would be published; it is not to be saved."""
    if incident.state != State.WITHDRAWN:
        incident.publish()
        incident.listed_at = incident.listed_at or timezone.now()
    return incident


def _with_drafts(incident: Incident) -> IncidentPage:
    return IncidentPage(preview_dossier(incident), questions_in_archive())


@contextmanager
def _addresses_of_previews() -> Iterator[None]:
    """Within this, addresses of an incident's pages are made as those of their previews; all others as ever."""
    before = get_urlconf()
    set_urlconf(settings.PREVIEW_URLCONF)
    try:
        yield
    finally:
        set_urlconf(before)
