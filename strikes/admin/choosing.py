"""Fields that offer only what fits: the choices of a question, the subjects and the other claims of an incident."""

from itertools import groupby
from typing import Any

from django.forms import ModelChoiceField
from django.forms.models import ModelChoiceIterator

from strikes.admin.telling import tell_within
from strikes.models import Claim


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
    """Another claim of the incident, with enough to tell it by."""

    def label_from_instance(self, obj: Claim) -> str:
        return tell_within(obj)
