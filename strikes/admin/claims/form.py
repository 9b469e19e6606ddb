"""The form of a claim: what is typed in words stands for the columns of its answer."""

from typing import Any

from django import forms
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.admin.fields import PartialDateField
from sources.models import Source
from strikes.admin.claims.fieldsets import desk_of
from strikes.admin.typed import CountField, PointForm
from strikes.answers import KINDS
from strikes.answers.answer import Answer
from strikes.models import Claim, Incident, Question
from strikes.vocabulary.terms import AnswerKind, State, Unit

_ANSWER_COLUMNS = {column for module in KINDS.values() for column in module.COLUMNS}
_SMALL = {"rows": 2, "class": "vLargeTextField"}


class ClaimForm(PointForm):
    """A claim on an incident and a question that are chosen already: `begun` holds them, for a new one."""

    begun: dict[str, Any] = {}

    stated = PartialDateField(label=gettext_lazy("Stated"), required=False)
    when = PartialDateField(label=gettext_lazy("Happened"), required=False)
    counted = CountField(label=gettext_lazy("Number"), required=False)

    class Meta:
        widgets = {
            "statement": forms.Textarea(attrs=_SMALL),
            "note": forms.Textarea(attrs=_SMALL),
            "value_text": forms.Textarea(attrs=_SMALL),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and self.begun:
            self.instance.incident, self.instance.question = self.begun["incident"], self.begun["question"]
        if self.begun.get("source"):
            self._offer_day(self.begun["source"])
        question = self.instance.question
        if "counted" in self.fields:
            self._show_unit(self.instance)
        if side := self.fields.get("yes_no"):
            said = {"true": _("yes: %s") % question.yes, "false": _("no: %s") % question.no}
            side.widget.choices = [("unknown", "---------"), *said.items()]
        if hedge := self.fields.get("hedge"):
            offered = desk_of(question).hedges
            hedge.choices = [("", "---------"), *((each, each.label) for each in offered)]  # type: ignore[attr-defined]

    def _offer_day(self, source: Source) -> None:
        """The day of publication is likely the day of the statement, and is not taken for it."""
        if source.published and (stated := self.fields.get("stated")):
            words = {"date": source.published}
            stated.widget.attrs["data-offer"] = source.published.edtf
            stated.widget.attrs["data-offer-label"] = _("Take the day of publication, %(date)s") % words
            stated.help_text = f"{_('The source was published on: %(date)s.') % words} {stated.help_text}"

    def _show_unit(self, claim: Claim) -> None:
        """Have the unit say only what the question does not."""
        own = claim.question.unit
        if claim.hedge:
            self.initial["unit"] = "" if claim.unit == own else claim.unit
        asked = Unit(own).label if own else _("as written")
        self.fields["unit"].choices = [("", asked), *(each for each in Unit.choices if each[0] != own)]  # type: ignore[attr-defined]
        self.fields["unit"].help_text = _("Only where the party counts something else.") if own else ""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        claim = self.instance
        if claim.number is None:
            claim.number = next_number(claim.incident)
        # The rules of what is published are asked when it is published: a change makes a draft of it (saving.py).
        if self.has_changed() and claim.state == State.PUBLISHED:
            claim.state = State.DRAFT
        if "unit" in self.cleaned_data and "counted" in self.cleaned_data:
            self.cleaned_data["unit"] = self._unit(self.cleaned_data["counted"], self.cleaned_data["unit"])
        return cleaned

    def _unit(self, counted: Answer | None, chosen: str) -> str:
        """The unit that the words name, else the one chosen, else the question's own."""
        if counted is None:
            return chosen
        if counted.unit and chosen and counted.unit != chosen:
            names = {"typed": counted.unit.label, "chosen": Unit(chosen).label}
            self.add_error("unit", _("The number counts %(typed)s, and the unit says %(chosen)s.") % names)
        question = self.instance.question
        fallback = Unit.PERSONS if question.kind == AnswerKind.COUNT else ""
        return counted.unit or chosen or question.unit or fallback

    def checked(self) -> set[str]:
        """Also the answer's columns, whatever its kind, but for those whose box could not be read: its own sentence is
        enough; the claim denied in its place; and what follows from question and party."""
        unread = {column for name, box in self.boxes.items() if name in self.errors for column in box.columns(name)}
        answer = (_ANSWER_COLUMNS - unread) | {"denied", "kind"}
        return super().checked() | answer | ({"authority"} if self.cleaned_data.get("party") else set())


def next_number(incident: Incident) -> int:
    """The number of the incident's next claim; whoever else would take it waits until the transaction ends."""
    Incident.objects.select_for_update(no_key=True).get(pk=incident.pk)
    return int(incident.claims.aggregate(last=Max("number"))["last"] or 0) + 1


def asked(claim: Claim | None, begun: dict[str, Any]) -> Question:
    """The question of a claim, or of one about to be entered."""
    question: Question = claim.question if claim else begun["question"]
    return question
