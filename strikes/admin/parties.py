"""The admin of parties."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from sources.admin import PermanentNames
from sources.refusals import RefusalsInWords
from sources.telling import TELLING
from strikes.admin.listed import Listed
from strikes.models import Party


@admin.register(Party)
class PartyAdmin(PermanentNames, Listed, RefusalsInWords):
    list_display = ["name", "kind", "group", "authority", "country", "is_collective", "slug"]
    list_filter = ["group", "kind", "is_collective"]
    list_select_related = ["authority"]
    search_fields = ["name", "short_name", "original_name", "slug"]
    formfield_overrides = TELLING
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
