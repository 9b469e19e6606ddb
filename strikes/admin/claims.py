"""The admin of claims: one form, in the order in which one reads a report."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import ForeignKey, Max
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.admin import PermanentNames
from sources.forms import PartialDateField, PartialDateForm
from strikes.admin.choosing import ChoiceOfQuestion, typed_key
from strikes.admin.claim_fieldsets import FIELDSETS
from strikes.admin.parts import AlternativeInline, CitationInline, RelationInline, SupersessionInline
from strikes.admin.publishing import Publishing
from strikes.models import Choice, Claim, Subject
from strikes.vocabulary.terms import State


def mark_edited(claim: Claim, request: HttpRequest) -> None:
    """Note who edits; what was published goes back to draft, since nobody has approved what it says now."""
    claim.last_edited_by_id = request.user.pk
    claim.approved_by = claim.approved_in = None
    if claim.state == State.PUBLISHED:
        claim.state = State.DRAFT
        said = _("Claim %(number)s is a draft again, and off the public pages until someone else publishes it.")
        # Not before it is so: the database may refuse yet.
        transaction.on_commit(lambda: messages.warning(request, said % {"number": claim.number}))


class ClaimForm(PartialDateForm):
    stated = PartialDateField(label=gettext_lazy("Stated"), required=False)
    when = PartialDateField(label=gettext_lazy("Happened"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if number := self.fields.get("number"):
            number.required = False
            number.help_text = gettext_lazy("Permanent within the incident. Empty: the next that is free.")

    def clean_number(self) -> int | None:
        number, incident = self.cleaned_data["number"], self.cleaned_data.get("incident")
        if number is None and incident:
            return (incident.claims.aggregate(last=Max("number"))["last"] or 0) + 1
        return number

    def _get_validation_exclusions(self) -> set[str]:
        """Have the model check what follows from question and party too, once they are chosen."""
        follows = {"kind": "question", "authority": "party"}
        known = {name for name, origin in follows.items() if self.cleaned_data.get(origin)}
        return super()._get_validation_exclusions() - known

    def _post_clean(self) -> None:
        # The rules of what is published are asked when it is published: a change makes a draft of it.
        if self.has_changed():
            self.instance.state = State.DRAFT if self.instance.state == State.PUBLISHED else self.instance.state
        super()._post_clean()


@admin.register(Claim)
class ClaimAdmin(PermanentNames, Publishing):
    form = ClaimForm
    fieldsets = FIELDSETS
    list_display = ["shown", "question", "party", "stance", "shown_stated", "state", "last_edited_by", "approved_by"]
    list_filter = ["state", "stance", "basis", "is_protected", "kind", "question"]
    list_select_related = ["incident", "question", "party", "last_edited_by", "approved_by"]
    search_fields = [
        "incident__code",
        "incident__title",
        "party__name",
        "question__label",
        "speaker_name",
        "statement",
        "citations__quotation",
    ]
    autocomplete_fields = ["incident", "question", "party", "told_by", "value_party", "value_place"]
    permanent = ("incident", "number")
    readonly_fields = ["state", "last_edited_by", "approved_by", "approved_in", "changed_at"]
    inlines = [CitationInline, AlternativeInline, SupersessionInline, RelationInline]

    def name_of(self, obj: Claim) -> str:
        return _("%(incident)s claim %(number)s") % {"incident": obj.incident.code, "number": obj.number}

    def approve(self, obj: Claim, user: Any) -> None:
        obj.approved_by = user
        super().approve(obj, user)

    def reopen(self, obj: Claim) -> None:
        obj.approved_by = obj.approved_in = None
        super().reopen(obj)

    def formfield_for_foreignkey(self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "choice":
            kwargs["form_class"] = ChoiceOfQuestion
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        fields: dict[str, forms.Field] = form.base_fields
        if isinstance(subject := fields.get("subject"), forms.ModelChoiceField):
            incident = obj.incident_id if obj else typed_key(request, "incident")
            subject.queryset = Subject.objects.filter(incident=incident)
        question = typed_key(request, "question") or (obj.question_id if obj else None)
        if isinstance(choice := fields.get("choice"), forms.ModelChoiceField) and question:
            choice.queryset = Choice.objects.filter(question=question)
        return form

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        """Save what was changed; a save that changes nothing leaves editor, approval and state as they are."""
        if form.has_changed():
            self._edited(request, obj, form)
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A change of a citation or another part of the claim is a change of the claim."""
        if not form.has_changed() and any(formset.has_changed() for formset in formsets):
            self._edited(request, form.instance, form)
            form.instance.save()
        super().save_related(request, form, formsets, change)

    def _edited(self, request: HttpRequest, claim: Claim, form: Any) -> None:
        # The form may have made a draft of it already: what counts is where it stands in the archive.
        claim.state = Claim.objects.filter(pk=claim.pk).values_list("state", flat=True).first() or State.DRAFT
        mark_edited(claim, request)

    @admin.display(description=gettext_lazy("claim"), ordering=("incident__code"))
    def shown(self, claim: Claim) -> str:
        return self.name_of(claim)

    @admin.display(description=gettext_lazy("stated"), ordering="stated_earliest", empty_value="–")
    def shown_stated(self, claim: Claim) -> Any:
        return claim.stated
