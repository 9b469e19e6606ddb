"""The admin of incidents, of their subjects and of the same event in other archives."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from sources.admin.echoes import SaysWhatWasUnderstood
from sources.admin.fields import PartialDateField, PartialDateForm
from sources.admin.refusals import RefusalsInWords
from sources.admin.sources import PermanentNames
from sources.admin.telling import TELLING
from strikes.admin.lists.columns import Missing, counted
from strikes.admin.lists.origins import DisputedOnOneOrigin
from strikes.admin.publishing.listed import Listed
from strikes.admin.publishing.publish import PUBLISHED, TAKEN_BACK, Publishing
from strikes.admin.publishing.withdraw import WITHDRAWN
from strikes.admin.typed import PointForm, PointShown
from strikes.models import Claim, Incident, OtherArchive, Subject
from strikes.vocabulary.terms import State

CLAIMS = counted(_("claims"), "number_of_claims", "strikes_claim", "incident__id__exact")
DRAFTS = counted(
    _("drafts"), "number_of_drafts", "strikes_claim", "incident__id__exact", state__exact=State.DRAFT.value
)
# Entries in the log that are no change of an incident; the last is a form saved as it opened.
NO_EDITS = [PUBLISHED, TAKEN_BACK, WITHDRAWN, "[]"]


class IncidentForm(PointForm, PartialDateForm):
    filed = PartialDateField(label=_("Filed under"))


class OtherArchiveInline(admin.TabularInline):
    model = OtherArchive
    extra = 0


class SubjectInline(admin.TabularInline):
    model = Subject
    extra = 0


@admin.register(Incident)
class IncidentAdmin(PermanentNames, PointShown, SaysWhatWasUnderstood, Publishing):
    form = IncidentForm
    formfield_overrides = TELLING
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

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: Any = super().get_queryset(request)
        return rows.with_claims()

    def name_of(self, obj: Incident) -> str:
        return obj.code

    def is_answered(self, obj: Incident) -> bool:
        return obj.state == State.PUBLISHED or obj.has_notice

    def preview_of(self, obj: Incident) -> tuple[int, int | None]:
        return obj.pk, None

    def consequences(self, rows: Iterable[Incident]) -> list[str]:
        rows = list(rows)
        listed = sum(incident.state == State.PUBLISHED for incident in rows)
        claims = Claim.objects.published().filter(incident__in=rows).count()
        said = _(
            "Incidents withdrawn: %(incidents)s. Listings removed: %(listed)s. Claims that go with them: %(claims)s."
        )
        return [
            said % {"incidents": len(rows), "listed": listed, "claims": claims},
            str(_("The addresses of all their claims answer 410 too, with the same day and reason.")),
        ]

    def last_editor(self, obj: Incident) -> int | None:
        """An incident keeps no account of its editor: the admin's own log tells who changed it last."""
        entries = LogEntry.objects.filter(content_type=get_content_type_for_model(obj), object_id=str(obj.pk))
        edits = entries.filter(action_flag__in=[ADDITION, CHANGE]).exclude(change_message__in=NO_EDITS)
        return edits.order_by("-action_time", "-pk").values_list("user", flat=True).first()

    def approve(self, obj: Incident, user: Any) -> None:
        if self.last_editor(obj) == user.pk:
            raise ValidationError(_("An incident is published by someone other than its last editor."))
        super().approve(obj, user)

    @admin.display(description=_("filed under"), ordering="filed_earliest")
    def shown_filed(self, incident: Incident) -> Any:
        return incident.filed

    @admin.display(description=_("new claim"))
    def new_claim(self, incident: Incident) -> Any:
        address = reverse("admin:strikes_claim_add", query={"incident": incident.pk})
        return format_html(
            '<a href="{}" aria-label="{}">{}</a>', address, _("Add a claim to %s") % incident.code, _("Add")
        )


@admin.register(OtherArchive)
class OtherArchiveAdmin(Listed, RefusalsInWords):
    list_display = ["archive", "identifier", "incident"]
    list_filter = ["archive"]
    list_select_related = ["incident"]
    search_fields = ["archive", "identifier", "incident__code", "incident__title"]
    formfield_overrides = TELLING
    autocomplete_fields = ["incident"]


@admin.register(Subject)
class SubjectAdmin(PermanentNames, Listed, RefusalsInWords):
    list_display = ["label", "kind", "incident", "code"]
    list_filter = ["kind"]
    list_select_related = ["incident"]
    search_fields = ["label", "code", "incident__code", "incident__title"]
    formfield_overrides = TELLING
    autocomplete_fields = ["incident"]
    permanent = ("incident", "code")
    fields = ["incident", "kind", "label", "code"]
