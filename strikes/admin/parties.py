"""The admin of parties."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from strikes.admin.lists.columns import Missing, counted
from strikes.admin.records import PublicRecordAdmin
from strikes.models import Party

CLAIMS = counted(_("claims"), "number_of_claims", "strikes_claim", "party__id__exact")


@admin.register(Party)
class PartyAdmin(PublicRecordAdmin):
    list_display = ["name", "kind", "group", "authority", "country", "is_collective", CLAIMS, "slug"]
    list_filter = [Missing, "group", "kind", "is_collective"]
    list_select_related = ["authority"]
    search_fields = ["name__alike", "short_name__alike", "original_name__alike", "slug"]
    autocomplete_fields = ["authority", "publisher"]
    prepopulated_fields = {"slug": ["name"]}
    permanent = ("slug",)
    fieldsets = [
        (None, {"fields": ["name", "slug", "short_name", ("original_name", "original_language")]}),
        (
            _("Who it is"),
            {
                "description": _(
                    "A party makes claims, or is said to have acted. Who prints its words is a publisher."
                ),
                "fields": ["kind", "group", "country", "is_collective"],
            },
        ),
        (
            _("Whose position it states"),
            {
                "description": _(
                    "An office states the position of its authority, and the two are never told as two voices."
                ),
                "fields": ["authority", "publisher"],
            },
        ),
        (None, {"fields": ["note"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.with_claims()
