"""The admin of publishers, of sources, and of the copies that were kept.

Whoever knows what rests on them registers these classes: here nothing is known of claims.
"""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.fields import PartialDateField
from sources.admin.forms import PartFormSet, RecordForm
from sources.admin.known_addresses import AddressForm, twins
from sources.admin.lists import KnownFirst
from sources.admin.records import RecordAdmin, StackedParts
from sources.models import Address, Capture, Relay, Source


class PublisherAdmin(RecordAdmin):
    list_display = ["name", "kind", "country", "parent", "is_agency", "slug"]
    list_filter = ["kind", "is_agency"]
    list_select_related = ["parent"]
    search_fields = ["name__alike", "original_name__alike", "slug"]
    autocomplete_fields = ["parent"]
    prepopulated_fields = {"slug": ["name"]}
    permanent = ("slug",)
    fields = ["name", "slug", ("original_name", "original_language"), "kind", "country", "parent", "is_agency"]


class SourceForm(RecordForm):
    published = PartialDateField(label=_("Published"), required=False)


class AddressInline(StackedParts):
    model = Address
    form = AddressForm
    fields = [("url", "position")]
    extra = 1


class RelayFormSet(PartFormSet):
    @classmethod
    def get_default_prefix(cls) -> str:
        """A name: Django finds none, for want of a relation back from the source."""
        return "relays"


class RelayInline(StackedParts):
    model = Relay
    formset = RelayFormSet
    fk_name = "relaying"
    autocomplete_fields = ["relayed"]


class CaptureInline(StackedParts):
    model = Capture
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


class SourceAdmin(RecordAdmin):
    form = SourceForm
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

    def after_save(self, request: HttpRequest, record: Source, form: Any, formsets: Any) -> None:
        super().after_save(request, record, form, formsets)
        for said in twins(record, formsets):
            self.message_user(request, said, messages.WARNING)

    @admin.display(description=_("published"), ordering=KnownFirst("published_earliest"), empty_value="–")
    def shown_published(self, source: Source) -> Any:
        return source.published


class AddressAdmin(RecordAdmin):
    list_display = ["url", "source", "position"]
    list_select_related = ["source"]
    search_fields = ["url", "source__code", "source__title"]
    autocomplete_fields = ["source"]


class RelayAdmin(RecordAdmin):
    list_display = ["relaying", "relayed"]
    list_display_links = ["relaying", "relayed"]
    list_select_related = ["relaying", "relayed"]
    search_fields = ["relaying__code", "relaying__title", "relayed__code", "relayed__title"]
    autocomplete_fields = ["relaying", "relayed"]


class CaptureAdmin(RecordAdmin):
    list_display = ["__str__", "source", "seen_at", "headline", "has_file"]
    list_filter = ["seen_at", "media_type"]
    list_select_related = ["source"]
    search_fields = ["source__code", "source__title", "headline", "archive_url", "sha256"]
    autocomplete_fields = ["source"]
    permanent = ("source", "number")
    fields = ["source", *(CaptureInline.fields or [])]

    @admin.display(description=_("kept as a file"), boolean=True)
    def has_file(self, capture: Capture) -> bool:
        return bool(capture.file)
