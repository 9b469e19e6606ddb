"""What only a form with all its rows can say before the database does: how many rows are left beneath a claim."""

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
        is_cited = any(values.get("role") == CitationRole.EVIDENCE for values in self.left())
        if self.instance.state == State.PUBLISHED and not is_cited:
            raise ValidationError(UNCITED)


class AlternativeFormSet(PartFormSet):
    """What one claim leaves open: nothing, or the choice between at least two."""

    model = Alternative

    def clean(self) -> None:
        super().clean()
        if self.instance.is_one_of and len(list(self.left())) < 2:
            raise ValidationError(TOO_FEW)
