"""What only a form with all its rows can say before the database does: how many rows are left beneath a claim."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

from sources.admin.forms import PartFormSet
from strikes.models import Alternative, Citation
from strikes.models.claim import TOO_FEW, UNCITED
from strikes.vocabulary.terms import CitationRole, State


class CitationFormSet(PartFormSet):
    """The citations of one claim. A published one keeps at least one where it can be read."""

    model = Citation

    def clean(self) -> None:
        super().clean()
        is_cited = any(values.get("role") == CitationRole.EVIDENCE for values in _left(self))
        if self.instance.state == State.PUBLISHED and not is_cited:
            raise ValidationError(UNCITED)


class AlternativeFormSet(PartFormSet):
    """What one claim leaves open: nothing, or the choice between at least two."""

    model = Alternative

    def clean(self) -> None:
        super().clean()
        if self.instance.is_one_of and len(list(_left(self))) < 2:
            raise ValidationError(TOO_FEW)


def _left(formset: PartFormSet) -> Iterator[dict[str, Any]]:
    """What was entered in each row that is not to be removed."""
    for form in formset.forms:
        values = getattr(form, "cleaned_data", {})
        if values and not values.get("DELETE"):
            yield values
