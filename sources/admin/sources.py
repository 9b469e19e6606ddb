"""The admin of publishers, of sources, and of the copies that were kept.

Whoever knows what rests on them registers these classes: here nothing is known of claims.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.echoes import AddressForm, SaysWhatWasUnderstood, SaysWhoHasTheAddress
from sources.admin.fields import PartialDateField, PartialDateForm
from sources.admin.refusals import RefusalsInWords
from sources.admin.telling import TELLING
from sources.models import Address, Capture, Relay, Source


class PermanentNames(admin.ModelAdmin):
    """An admin in which the fields of `permanent` are fixed once they are saved: addresses are made of them."""

    permanent: tuple[str, ...] = ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *(self.permanent if obj else ())]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else super().get_prepopulated_fields(request, obj)


class PublisherAdmin(PermanentNames, RefusalsInWords):
    list_display = ["name", "kind", "country", "parent", "is_agency", "slug"]
    list_filter = ["kind", "is_agency"]
    list_select_related = ["parent"]
    search_fields = ["name__alike", "original_name__alike", "slug"]
    formfield_overrides = TELLING
    autocomplete_fields = ["parent"]
    prepopulated_fields = {"slug": ["name"]}
    permanent = ("slug",)
    fields = ["name", "slug", ("original_name", "original_language"), "kind", "country", "parent", "is_agency"]


class SourceForm(PartialDateForm):
    published = PartialDateField(label=_("Published"), required=False)


class AddressInline(admin.StackedInline):
    model = Address
    form = AddressForm
    fields = [("url", "position")]
    extra = 1


class RelayFormSet(forms.BaseInlineFormSet):
    @classmethod
    def get_default_prefix(cls) -> str:
        """A name: Django finds none, for want of a relation back from the source."""
        return "relays"


class RelayInline(admin.StackedInline):
    model = Relay
    formfield_overrides = TELLING
    formset = RelayFormSet
    fk_name = "relaying"
    extra = 0
    autocomplete_fields = ["relayed"]


class CaptureInline(admin.StackedInline):
    model = Capture
    extra = 0
    fields = [
        ("number", "seen_at"),
        "headline",
        "archive_url",
        "file",
        ("sha256", "size"),
        ("media_type", "http_status"),
        "text",
        "note",
    ]


class SourceAdmin(PermanentNames, SaysWhatWasUnderstood, SaysWhoHasTheAddress, RefusalsInWords):
    form = SourceForm
    formfield_overrides = TELLING
    list_display = ["code", "title", "publisher", "kind", "language", "shown_published", "is_withheld"]
    list_filter = ["kind", "consulted", "is_withheld", "language"]
    list_select_related = ["publisher"]
    search_fields = [
        "code",
        "title__alike",
        "original_title__alike",
        "authors__alike",
        "publisher__name__alike",
        "addresses__url",
    ]
    autocomplete_fields = ["publisher"]
    permanent = ("code",)
    inlines = [AddressInline, RelayInline, CaptureInline]
    fieldsets = [
        (None, {"fields": ["publisher", "kind", "code"]}),
        (
            _("What it says of itself"),
            {
                "description": _("As printed. What this archive supplies stands in square brackets."),
                "fields": ["title", ("original_title", "language"), "authors", "published"],
            },
        ),
        (
            _("How this archive knows it"),
            {
                "description": _(
                    "A reader must be able to tell a page that was read from one that another source quotes."
                ),
                "fields": ["consulted", "is_withheld", "note"],
            },
        ),
    ]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """An address finds its source as it is pasted, with what a tracker or a phone added to it."""
        if "://" in search_term:
            return queryset.at(search_term.strip()), False
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description=_("published"), ordering="published_earliest", empty_value="–")
    def shown_published(self, source: Source) -> Any:
        return source.published


class AddressAdmin(RefusalsInWords):
    list_display = ["url", "source", "position"]
    list_select_related = ["source"]
    search_fields = ["url", "source__code", "source__title"]
    formfield_overrides = TELLING
    autocomplete_fields = ["source"]


class RelayAdmin(RefusalsInWords):
    list_display = ["relaying", "relayed"]
    list_display_links = ["relaying", "relayed"]
    list_select_related = ["relaying", "relayed"]
    search_fields = ["relaying__code", "relaying__title", "relayed__code", "relayed__title"]
    formfield_overrides = TELLING
    autocomplete_fields = ["relaying", "relayed"]


class CaptureAdmin(PermanentNames, RefusalsInWords):
    list_display = ["__str__", "source", "seen_at", "headline", "has_file"]
    list_filter = ["seen_at", "media_type"]
    list_select_related = ["source"]
    search_fields = ["source__code", "source__title", "headline", "archive_url", "sha256"]
    formfield_overrides = TELLING
    autocomplete_fields = ["source"]
    permanent = ("source", "number")
    fields = ["source", *(CaptureInline.fields or [])]

    @admin.display(description=_("kept as a file"), boolean=True)
    def has_file(self, capture: Capture) -> bool:
        return bool(capture.file)
