"""The admin of the tree of places."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.records import TabularParts
from strikes.admin.lists.columns import Missing, counted
from strikes.admin.records import PublicRecordAdmin
from strikes.admin.typed import PointForm, point_in_words
from strikes.models import Place, PlaceName

INCIDENTS = counted(_("incidents"), "number_of_incidents", "strikes_incident", "place__id__exact")
CLAIMS = counted(_("claims"), "number_of_claims", "strikes_claim", "value_place__id__exact")


class PlaceNameInline(TabularParts):
    model = PlaceName
    extra = 1


@admin.register(Place)
class PlaceAdmin(PublicRecordAdmin):
    form = PointForm
    list_display = ["name", "level", "parent", "country", "latitude", "longitude", INCIDENTS, CLAIMS, "slug"]
    list_filter = [Missing, "level"]
    list_select_related = ["parent"]
    search_fields = ["name__alike", "slug", "names__text__alike"]
    autocomplete_fields = ["parent"]
    prepopulated_fields = {"slug": ["name"]}
    permanent = ("slug",)
    inlines = [PlaceNameInline]
    fields = ["level", "name", "slug", "parent", "country", "point"]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.with_uses()

    @admin.display(description=_("coordinates"), empty_value="–")
    def point(self, place: Place) -> str | None:
        """Where the form is closed."""
        return point_in_words(place)


@admin.register(PlaceName)
class PlaceNameAdmin(PublicRecordAdmin):
    list_display = ["text", "language", "place"]
    list_filter = ["language"]
    list_select_related = ["place"]
    search_fields = ["text__alike", "place__name__alike"]
    autocomplete_fields = ["place"]
