"""The admin of claims: one form, in the order in which one reads a report."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.admin.lists import KnownFirst
from sources.admin.telling import with_what_tells
from strikes.admin.claims.choosing import ChoiceOfQuestion, ClaimOfIncident
from strikes.admin.claims.fieldsets import fieldsets_for
from strikes.admin.claims.first_step import ask, begin, begun
from strikes.admin.claims.form import ClaimForm, asked
from strikes.admin.claims.parts import AlternativeInline, CitationInline, RelationInline, SupersessionInline
from strikes.admin.claims.saving import edit
from strikes.admin.claims.warnings import warnings_of
from strikes.admin.lists.columns import Missing, counted
from strikes.admin.publishing.publishable import name_of
from strikes.admin.records import PublishableAdmin
from strikes.admin.typed import point_in_words
from strikes.answers import KINDS
from strikes.directory.claim_rows import answer_of_row, said_by_row, told_by_row
from strikes.models import Choice, Claim, Subject
from strikes.vocabulary.terms import AnswerKind, Stance

# The fields of a claim that offer only what fits it.
OWN_FIELDS: dict[str, Any] = {"choice": ChoiceOfQuestion, "denied": ClaimOfIncident}
CITATIONS = counted(gettext_lazy("citations"), "number_of_citations", "strikes_citation", "claim__id__exact")


def say_draft_again(request: HttpRequest, claim: Claim) -> None:
    """Say that saving it has taken a claim off the public pages; not before it is so: the database may refuse yet."""
    said = _("Claim %(number)s is a draft again, and off the public pages until someone else publishes it.")
    transaction.on_commit(lambda: messages.warning(request, said % {"number": claim.number}))


@admin.register(Claim)
class ClaimAdmin(PublishableAdmin):
    form = ClaimForm
    radio_fields = {"stance": admin.HORIZONTAL}
    list_display = [
        "shown",
        "question",
        "party",
        "said",
        "shown_stated",
        CITATIONS,
        "state",
        "last_edited_by",
        "approved_by",
    ]
    list_filter = [Missing, "state", "stance", "basis", "is_protected", "kind", "question"]
    list_select_related = ["last_edited_by", "approved_by"]
    search_fields = ["statement"]  # has the admin show its box; what is searched says `get_search_results`
    autocomplete_fields = ["party", "told_by", "value_party", "value_place"]
    permanent = ("number",)
    readonly_fields = [
        "incident",
        "question",
        "state",
        "last_edited_by",
        "approved_by",
        "approved_in",
        "changed_at",
        "withdrawn_on",
        "withdrawn_reason",
        "withdrawn_by",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        rows: Any = super().get_queryset(request)
        return with_what_tells(rows.with_citations())

    def lookup_allowed(self, lookup: str, value: str, request: Any = None) -> bool:
        """The list of sources leads to the claims that cite one."""
        return lookup == "citations__source__id__exact" or super().lookup_allowed(lookup, value, request)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """By a claim's own number, alone or after its incident's code; by a number that it states; or by words."""
        for found in (queryset.numbered(search_term), queryset.counting(search_term)):
            if found is not None:
                return found, False
        return queryset.matching(search_term), False

    def formfield_for_foreignkey(self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in OWN_FIELDS:
            kwargs["form_class"] = OWN_FIELDS[db_field.name]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        step = begin(request)
        if not step.is_valid():
            return ask(request, self.admin_site, step)
        request.begun = step.cleaned_data  # type: ignore[attr-defined]
        known = {name: row.pk for name, row in step.cleaned_data.items() if row and name != "question"}
        again = {"change_first_step": reverse("admin:strikes_claim_add", query=known)}
        return super().add_view(request, form_url, again | (extra_context or {}))

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        return {"party": begun(request)["party"].pk}

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        is_closed = obj is not None and not self.has_change_permission(request, obj)
        return fieldsets_for(asked(obj, begun(request)), is_new=obj is None, is_closed=is_closed)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        is_open = "is_one_of" in KINDS[AnswerKind(asked(obj, begun(request)).kind)].COLUMNS
        return [CitationInline, *([AlternativeInline] if is_open else []), SupersessionInline, RelationInline]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        shown = set(flatten_fieldsets(self.get_fieldsets(request, obj)))
        if obj and not self.has_change_permission(request, obj):
            shown = set()
        # A box that is not shown would empty the columns that it stands for.
        fields = {name: field for name, field in form.base_fields.items() if name in shown}
        incident = obj.incident_id if obj else begun(request)["incident"]
        if isinstance(subject := fields.get("subject"), forms.ModelChoiceField):
            subject.queryset = with_what_tells(Subject.objects.filter(incident=incident))
        question = asked(obj, begun(request))
        if isinstance(choice := fields.get("choice"), forms.ModelChoiceField):
            choice.queryset = Choice.objects.filter(question=question)
        if isinstance(denied := fields.get("denied"), ClaimOfIncident):
            others = Claim.objects.filter(incident=incident, question=question, stance=Stance.ASSERTS)
            denied.offer(with_what_tells(others.exclude(pk=obj and obj.pk)).order_by("number"), question)
        form.base_fields, form.begun = fields, begun(request)
        return form

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> Any:
        """Have the first citation of a new claim open with the source that one came from."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        source = begun(request).get("source")
        if isinstance(inline, CitationInline) and source and request.method == "GET":
            kwargs["initial"] = [{"source": source.pk}]
        return kwargs

    def response_add(self, request: HttpRequest, obj: Claim, post_url_continue: str | None = None) -> HttpResponse:
        return self._another(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Claim) -> HttpResponse:
        return self._another(request, obj) or super().response_change(request, obj)

    def _another(self, request: HttpRequest, claim: Claim) -> HttpResponse | None:
        """To the next claim of the same party in the same source, where that was asked for."""
        if "_addanother" not in request.POST:
            return None
        known = {"incident": claim.incident_id, "party": claim.party_id}
        citation = claim.citations.first()
        if citation:
            known["source"] = citation.source_id
        said = _("%(claim)s is saved. What does the party say next?") % {"claim": name_of(claim)}
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:strikes_claim_add", query=known))

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        claim = self.get_object(request, object_id)
        shown = warnings_of(claim) if claim and request.method == "GET" else []
        return super().change_view(request, object_id, form_url, {"warnings": shown} | (extra_context or {}))

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        """Save what was changed; a save that changes nothing leaves editor, approval and state as they are."""
        if form.has_changed():
            self._edit(request, obj)
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A change of a citation or another part of the claim is a change of the claim."""
        if not form.has_changed() and any(formset.has_changed() for formset in formsets):
            self._edit(request, form.instance)
            form.instance.save()
        super().save_related(request, form, formsets, change)

    def _edit(self, request: HttpRequest, claim: Claim) -> None:
        if edit(claim, request.user):
            say_draft_again(request, claim)

    def after_save(self, request: HttpRequest, record: Claim, form: Any, formsets: Any) -> None:
        super().after_save(request, record, form, formsets)
        if "_continue" not in request.POST:  # the form that comes next shows them
            for shown in warnings_of(record):
                self.message_user(request, str(shown), messages.WARNING)

    @admin.display(description=gettext_lazy("number"), empty_value="–")
    def counted(self, claim: Claim) -> str:
        return answer_of_row(claim)

    @admin.display(description=gettext_lazy("yes or no"), empty_value="–")
    def side(self, claim: Claim) -> str:
        """Where the form is closed: in the words of the question."""
        return answer_of_row(claim)

    @admin.display(description=gettext_lazy("says"))
    def said(self, claim: Claim) -> str:
        return told_by_row(claim) if claim.told_by else said_by_row(claim)

    @admin.display(description=gettext_lazy("claim"), ordering=("incident__code"))
    def shown(self, claim: Claim) -> str:
        return name_of(claim)

    @admin.display(description=gettext_lazy("stated"), ordering=KnownFirst("stated_earliest"), empty_value="–")
    def shown_stated(self, claim: Claim) -> Any:
        return claim.stated

    @admin.display(description=gettext_lazy("coordinates"), empty_value="–")
    def point(self, claim: Claim) -> str | None:
        """Where the form is closed."""
        return point_in_words(claim)
