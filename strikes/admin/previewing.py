"""A record as the public would see it once it and its drafts were published, under the admin."""

import re
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, path, resolve, reverse
from django.utils import timezone

from strikes.models import Incident
from strikes.models.dossiers import preview_dossier
from strikes.pages import Page, claim_page, incident_page
from strikes.vocabulary.terms import State

# A link to a page of this site, and not to a place in the same page or to another site.
_LINK = re.compile(r'(<a\b[^>]*?) href="(/(?!/)[^"#?]*)([^"]*)"')


class Previewed(admin.ModelAdmin):
    """An admin with a preview of each record; the record says which incident it is of, and which claim there."""

    def preview_of(self, obj: Any) -> tuple[int, int | None]:
        """The key of the incident, and the number of the claim, if it is one."""
        raise NotImplementedError

    def is_answered(self, obj: Any) -> bool:
        """Whether the public address of the record answers."""
        raise NotImplementedError

    def public_address(self, obj: Any) -> str:
        """Where the public reads the record."""
        raise NotImplementedError

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.preview_view)
        return [path("<int:key>/preview/", view, name=self._name_of_preview), *super().get_urls()]

    @property
    def _name_of_preview(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_preview"

    def view_on_site(self, obj: Any) -> str | None:
        return self.public_address(obj) if self.is_answered(obj) else None

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        if obj and obj.pk:
            context["preview_address"] = reverse(f"admin:{self._name_of_preview}", args=[obj.pk])
        return super().render_change_form(request, context, *args, **kwargs)

    def preview_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """The public page of the record, with a bar that says what it is."""
        obj = self.get_object(request, str(key))
        if obj is None:
            raise Http404
        if not self.has_view_permission(request, obj):
            raise PermissionDenied
        incident_key, number = self.preview_of(obj)
        incident: Any = Incident.objects.for_page().get(pk=incident_key)
        page = _page(incident, number)
        form_address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[key])
        shown = page.response(request, is_preview=True, form_address=form_address)
        html = within_previews(shown.content.decode(), incident)
        return HttpResponse(html, headers={"X-Robots-Tag": "noindex"})


def _page(incident: Any, number: int | None) -> Page:
    if incident.state != State.WITHDRAWN:
        incident.publish()  # as it would be: it is not saved
        incident.listed_at = incident.listed_at or timezone.now()
    if number is None:
        return incident_page(incident, preview_dossier)
    page = claim_page(incident, number, preview_dossier)
    assert page is not None  # a claim is a draft or published, or has its notice
    return page


def within_previews(html: str, incident: Incident) -> str:
    """The page with its links to this incident and its claims leading to previews, and those to other pages inert."""
    claims = dict(incident.claims.values_list("number", "pk"))

    def lead(match: re.Match[str]) -> str:
        address = _preview_of(match[2], incident, claims)
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
    return reverse("admin:strikes_incident_preview", args=[incident.pk]) if found.url_name == "incident_detail" else ""
