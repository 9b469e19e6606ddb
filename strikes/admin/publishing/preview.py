"""A record as the public would see it once it and its drafts were published, under the admin."""

import re
from typing import Any
from urllib.parse import urljoin

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, path, resolve, reverse
from django.utils import timezone

from strikes.incident.page import IncidentPage
from strikes.incident.responses import Page, accounts_page, claim_page, incident_page, question_page
from strikes.models import Incident
from strikes.models.dossiers.public import preview_dossier
from strikes.models.question import questions_in_archive
from strikes.vocabulary.terms import State

# A link to a page of this site, from its root or from the incident's page, and not to a place in the same page or to
# another site.
_LINK = re.compile(r'(<a\b[^>]*?) href="((?:/(?!/)|[a-z]+/)[^"#?]*)([^"]*)"')

# By the names of public pages of an incident, those of their previews and what stands in their addresses.
OTHER_PAGES = {
    "incident_detail": ("admin:strikes_incident_preview",),
    "incident_accounts": ("admin:strikes_incident_preview_accounts",),
    "question_of_incident": ("admin:strikes_incident_preview_question", "question"),
}


class Previewed(admin.ModelAdmin):
    """An admin with a preview of each record; the record says which incident it is of, and which claim there."""

    def preview_of(self, obj: Any) -> tuple[int, int | None]:
        """The key of the incident, and the number of the claim, if it is one."""
        raise NotImplementedError

    def is_answered(self, obj: Any) -> bool:
        """Whether the public address of the record answers."""
        raise NotImplementedError

    def get_urls(self) -> list[Any]:
        view, name = self.admin_site.admin_view(self.preview_view), self._name_of_preview
        return [
            path("<int:key>/preview/", view, name=name),
            path("<int:key>/preview/accounts/", view, {"part": "accounts"}, name=f"{name}_accounts"),
            path("<int:key>/preview/questions/<slug:question>/", view, name=f"{name}_question"),
            *super().get_urls(),
        ]

    @property
    def _name_of_preview(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_preview"

    def view_on_site(self, obj: Any) -> str | None:
        return str(obj.get_absolute_url()) if self.is_answered(obj) else None

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        if obj and obj.pk:
            context["preview_address"] = reverse(f"admin:{self._name_of_preview}", args=[obj.pk])
        return super().render_change_form(request, context, *args, **kwargs)

    def preview_view(self, request: HttpRequest, key: int, part: str = "", question: str = "") -> HttpResponse:
        """The public page of the record, or another of its incident, with a bar that says what it is."""
        obj = self.get_object(request, str(key))
        if obj is None:
            raise Http404
        if not self.has_view_permission(request, obj):
            raise PermissionDenied
        incident_key, number = self.preview_of(obj)
        incident: Any = Incident.objects.for_page().get(pk=incident_key)
        page = _page(incident, number, part, question)
        if page is None:
            raise Http404
        form_address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[key])
        shown = page.response(request, is_preview=True, form_address=form_address)
        html = within_previews(shown.content.decode(), incident)
        return HttpResponse(html, headers={"X-Robots-Tag": "noindex"})


def _page(incident: Any, number: int | None, part: str, question: str) -> Page | None:
    """None for a question that the archive does not ask."""
    if incident.state != State.WITHDRAWN:
        incident.publish()  # as it would be: it is not saved
        incident.listed_at = incident.listed_at or timezone.now()
    if part == "accounts":
        return accounts_page(incident, _with_drafts)
    if question:
        return question_page(incident, question, _with_drafts)
    if number is None:
        return incident_page(incident, _with_drafts)
    return claim_page(incident, number, _with_drafts)


def _with_drafts(incident: Incident) -> IncidentPage:
    return IncidentPage(preview_dossier(incident), questions_in_archive())


def within_previews(html: str, incident: Incident) -> str:
    """The page with its links to this incident and its claims leading to previews, and those to other pages inert."""
    claims = dict(incident.claims.values_list("number", "pk"))
    here = incident.get_absolute_url()

    def lead(match: re.Match[str]) -> str:
        address = _preview_of(urljoin(here, match[2]), incident, claims)
        return f'{match[1]} href="{address}{match[3]}"' if address else match[1]

    return _LINK.sub(lead, html)


def _preview_of(address: str, incident: Incident, claims: dict[int, int]) -> str:
    try:
        found = resolve(address)
    except Resolver404:
        return ""
    if found.namespace == "admin":
        return address
    if found.kwargs.get("code") != incident.code:
        return ""
    if found.url_name == "claim_detail" and found.kwargs["number"] in claims:
        return reverse("admin:strikes_claim_preview", args=[claims[found.kwargs["number"]]])
    name, *more = OTHER_PAGES.get(found.url_name or "", ("",))
    return reverse(name, args=[incident.pk, *(found.kwargs[each] for each in more)]) if name else ""
