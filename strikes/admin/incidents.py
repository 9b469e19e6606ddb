"""The admin of incidents, of their subjects and of the same event in other archives."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from sources.admin import PermanentNames
from sources.echoes import SaysWhatWasUnderstood
from sources.forms import PartialDateField, PartialDateForm
from sources.refusals import RefusalsInWords
from sources.telling import TELLING
from strikes.admin.listed import Listed
from strikes.admin.origins import DisputedOnOneOrigin
from strikes.admin.publishing import PUBLISHED, TAKEN_BACK, Publishing
from strikes.admin.typed import PointForm, PointShown
from strikes.models import Incident, OtherArchive, Subject
from strikes.vocabulary.terms import State


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
    list_display = ["code", "title", "shown_filed", "place", "state", "claims", "new_claim"]
    list_filter = ["state", "location_precision", DisputedOnOneOrigin]
    list_select_related = ["place"]
    # Spelled out: rows that are counted together lose the order of the model.
    ordering = ["-filed_earliest", "-pk"]
    search_fields = ["code", "title", "place__name", "place__names__text"]
    autocomplete_fields = ["place"]
    permanent = ("code",)
    readonly_fields = ["state"]
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
                    "An incident is published in the list, by an account that did not edit it last. While it is "
                    "published this form is closed: the action “take back to draft” opens it, and takes the incident "
                    "with all its claims off the public pages."
                ),
                "fields": ["state"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).annotate(number_of_claims=Count("claims", distinct=True))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.state == State.PUBLISHED)

    def name_of(self, obj: Incident) -> str:
        return obj.code

    def approve(self, obj: Incident, user: Any) -> None:
        """An incident keeps no account of its editor: the admin's own log tells who changed it last."""
        entries = LogEntry.objects.filter(content_type=get_content_type_for_model(obj), object_id=str(obj.pk))
        edits = entries.filter(action_flag__in=[ADDITION, CHANGE]).exclude(change_message__in=[PUBLISHED, TAKEN_BACK])
        last = edits.order_by("-action_time", "-pk").first()
        if last and last.user_id == user.pk:
            raise ValidationError(_("An incident is published by someone other than its last editor."))
        super().approve(obj, user)

    @admin.display(description=_("filed under"), ordering="filed_earliest")
    def shown_filed(self, incident: Incident) -> Any:
        return incident.filed

    @admin.display(description=_("claims"), ordering="number_of_claims")
    def claims(self, incident: Any) -> Any:
        address = reverse("admin:strikes_claim_changelist", query={"incident__id__exact": incident.pk})
        return format_html('<a href="{}">{}</a>', address, incident.number_of_claims)

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
