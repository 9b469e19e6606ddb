"""The admin of the tree of places."""

from django.contrib import admin

from sources.admin import PermanentNames
from sources.echoes import SaysWhatWasUnderstood
from sources.refusals import RefusalsInWords
from sources.telling import TELLING
from strikes.admin.listed import Listed
from strikes.admin.typed import PointForm, PointShown
from strikes.models import Place, PlaceName


class PlaceNameInline(admin.TabularInline):
    model = PlaceName
    extra = 1


@admin.register(Place)
class PlaceAdmin(PermanentNames, PointShown, Listed, SaysWhatWasUnderstood, RefusalsInWords):
    form = PointForm
    formfield_overrides = TELLING
    list_display = ["name", "level", "parent", "country", "latitude", "longitude", "slug"]
    list_filter = ["level"]
    list_select_related = ["parent"]
    search_fields = ["name", "slug", "names__text"]
    autocomplete_fields = ["parent"]
    prepopulated_fields = {"slug": ["name"]}
    permanent = ("slug",)
    inlines = [PlaceNameInline]
    fields = ["level", "name", "slug", "parent", "country", "point"]


@admin.register(PlaceName)
class PlaceNameAdmin(Listed, RefusalsInWords):
    list_display = ["text", "language", "place"]
    list_filter = ["language"]
    list_select_related = ["place"]
    search_fields = ["text", "normalised", "place__name"]
    formfield_overrides = TELLING
    autocomplete_fields = ["place"]
