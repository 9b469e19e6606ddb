"""Fields that offer only what fits: the choices of a question, the subjects and the other claims of an incident."""

from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext as _

from sources.admin.generic import ModelChoiceField
from strikes.admin.telling import tell_within
from strikes.models import Claim, Question


class _ByQuestion(ModelChoiceIterator):
    """Choices under their question: several questions have a choice of one and the same label."""

    def __iter__(self) -> Any:
        yield ("", self.field.empty_label)
        rows = self.queryset.select_related("question").order_by("question__position", "question", "position", "pk")
        for question, choices in groupby(rows, key=lambda choice: choice.question):
            yield (str(question), [self.choice(choice) for choice in choices])


class ChoiceOfQuestion(ModelChoiceField):
    """A choice, set out under the question that it answers."""

    iterator = _ByQuestion


class ClaimOfIncident(ModelChoiceField):
    """Another claim of the incident, with enough to tell it by; those to the same question stand first."""

    def offer(self, claims: QuerySet[Claim], question: Question) -> None:
        """Offer these claims. They are read here once, and not again for each row of a formset."""
        self.queryset = claims
        same: list[tuple[int, str]] = []
        others: list[tuple[int, str]] = []
        for claim in claims:
            (same if claim.question_id == question.pk else others).append((claim.pk, tell_within(claim)))
        groups = [(_("To the same question"), same), (_("To other questions"), others)]
        self.choices = [("", self.empty_label), *(group for group in groups if group[1])]
