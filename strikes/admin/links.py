"""The lists of what stands under claims. A change there is a change of the claim, as in the claim's own form."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from strikes.admin.claims.admin import say_draft_again
from strikes.admin.claims.saving import edit
from strikes.admin.lists.columns import Missing
from strikes.admin.records import PublicRecordAdmin
from strikes.listing.write import lock
from strikes.models import Alternative, Citation, ClaimRelation, Supersession
from strikes.models.affected import incidents_affected


class _PartAdmin(PublicRecordAdmin):
    """An admin of parts of a claim; the first of `permanent` is the field that refers to the claim."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if form.has_changed():
            self._mark(request, obj)
        super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self._mark(request, obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        parts = list(queryset.select_related(self.permanent[0]))
        with transaction.atomic():
            lock(key for part in parts for key in incidents_affected(part))
            for part in parts:
                self._mark(request, part)
            super().delete_queryset(request, queryset)

    def _mark(self, request: HttpRequest, part: Any) -> None:
        """Have the claim be edited by this account."""
        claim = getattr(part, self.permanent[0])
        if edit(claim, request.user):
            say_draft_again(request, claim)
        claim.save()


@admin.register(Citation)
class CitationAdmin(_PartAdmin):
    permanent = ("claim",)
    list_display = ["claim", "source", "capture", "locator", "wording", "role", "is_withheld"]
    list_filter = [Missing, "role", "wording", "is_withheld"]
    list_select_related = ["claim__incident", "source", "capture__source"]
    search_fields = ["claim__incident__code", "source__code", "source__title", "quotation", "translation"]
    autocomplete_fields = ["claim", "source", "capture", "alleged_by"]


@admin.register(Alternative)
class AlternativeAdmin(_PartAdmin):
    permanent = ("claim",)
    list_display = ["claim", "party", "choice"]
    list_select_related = ["claim__incident", "party", "choice"]
    search_fields = ["claim__incident__code", "party__name", "choice__label"]
    autocomplete_fields = ["claim", "party", "choice"]


@admin.register(Supersession)
class SupersessionAdmin(_PartAdmin):
    permanent = ("later",)
    list_display = ["later", "kind", "earlier", "incident"]
    list_filter = ["kind"]
    list_select_related = ["later__incident", "earlier__incident", "incident"]
    search_fields = ["incident__code", "reason", "words"]
    autocomplete_fields = ["later", "earlier"]


@admin.register(ClaimRelation)
class ClaimRelationAdmin(_PartAdmin):
    permanent = ("from_claim",)
    list_display = ["from_claim", "kind", "to_claim", "by", "incident"]
    list_filter = ["kind", "by"]
    list_select_related = ["from_claim__incident", "to_claim__incident", "incident"]
    search_fields = ["incident__code", "reason"]
    autocomplete_fields = ["from_claim", "to_claim"]
