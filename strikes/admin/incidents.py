"""The admin of incidents, of their subjects and of the same event in other archives."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from sources.admin.fields import PartialDateField
from sources.admin.records import TabularParts
from strikes.admin.lists.columns import Missing, counted
from strikes.admin.lists.origins import DisputedOnOneOrigin
from strikes.admin.records import PublicRecordAdmin, PublishableAdmin
from strikes.admin.typed import PointForm, point_in_words
from strikes.models import Incident, OtherArchive, Subject
from strikes.vocabulary.terms import State

CLAIMS = counted(_("claims"), "number_of_claims", "strikes_claim", "incident__id__exact")
DRAFTS = counted(
    _("drafts"), "number_of_drafts", "strikes_claim", "incident__id__exact", state__exact=State.DRAFT.value
)


class IncidentForm(PointForm):
    filed = PartialDateField(label=_("Filed under"))


class OtherArchiveInline(TabularParts):
    model = OtherArchive


class SubjectInline(TabularParts):
    model = Subject


@admin.register(Incident)
class IncidentAdmin(PublishableAdmin):
    form = IncidentForm
    list_display = ["code", "title", "shown_filed", "place", "state", CLAIMS, DRAFTS, "new_claim"]
    list_filter = [Missing, DisputedOnOneOrigin, "state", "location_precision"]
    list_select_related = ["place"]
    search_fields = [
        "code",
        "title__alike",
        "place__name__alike",
        "place__names__text__alike",
        "other_archives__identifier",
    ]
    autocomplete_fields = ["place"]
    permanent = ("code",)
    readonly_fields = ["state", "withdrawn_on", "withdrawn_reason", "withdrawn_by"]
    closed = frozenset({State.PUBLISHED, State.WITHDRAWN})
    inlines = [SubjectInline, OtherArchiveInline]
    fieldsets = [
        (None, {"fields": ["code", "title", "summary"]}),
        (
            _("What it is filed under"),
            {
                "description": _(
                    "This archive's choice, and not a finding: it is shown beside the rival claims of day and place."
                ),
                "fields": [
                    "filed",
                    ("clock_from", "clock_to", "time_zone"),
                    "place",
                    ("point", "location_precision"),
                    "located_by",
                    "filing_note",
                ],
            },
        ),
        (
            _("Publication"),
            {
                "description": _(
                    "An incident is published here or in the list, by an account that did not edit it last. While it "
                    "is published this form is closed: “take back to draft” opens it, and takes the incident with all "
                    "its claims off the public pages."
                ),
                "fields": ["state", ("withdrawn_on", "withdrawn_by"), "withdrawn_reason"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.with_claims()

    @admin.display(description=_("filed under"), ordering="filed_earliest")
    def shown_filed(self, incident: Incident) -> Any:
        return incident.filed

    @admin.display(description=_("coordinates"), empty_value="–")
    def point(self, incident: Incident) -> str | None:
        """Where the form is closed."""
        return point_in_words(incident)

    @admin.display(description=_("new claim"))
    def new_claim(self, incident: Incident) -> Any:
        address = reverse("admin:strikes_claim_add", query={"incident": incident.pk})
        return format_html(
            '<a href="{}" aria-label="{}">{}</a>', address, _("Add a claim to %s") % incident.code, _("Add")
        )


@admin.register(OtherArchive)
class OtherArchiveAdmin(PublicRecordAdmin):
    list_display = ["archive", "identifier", "incident"]
    list_filter = ["archive"]
    list_select_related = ["incident"]
    search_fields = ["archive", "identifier", "incident__code", "incident__title"]
    autocomplete_fields = ["incident"]


@admin.register(Subject)
class SubjectAdmin(PublicRecordAdmin):
    list_display = ["label", "kind", "incident", "code"]
    list_filter = ["kind"]
    list_select_related = ["incident"]
    search_fields = ["label", "code", "incident__code", "incident__title"]
    autocomplete_fields = ["incident"]
    permanent = ("incident", "code")
    fields = ["incident", "kind", "label", "code"]
