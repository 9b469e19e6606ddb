"""The vocabularies that the method page sets out: each term with its label and definition, as the code uses it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Choices
from django.utils.translation import gettext_lazy as _

from sources import vocabulary as of_sources
from sources.dates import DatePrecision
from strikes.vocabulary import terms


@dataclass(frozen=True)
class Vocabulary:
    """A fixed vocabulary, under the heading that readers see; `source` where it is taken from elsewhere."""

    code: str
    heading: Any
    choices: type[Choices]
    source: Any = ""

    @property
    def terms(self) -> list[tuple[str, Any, Any]]:
        """Each term's code, label and definition; some are plain enough to have none."""
        return [(str(term.value), term.label, getattr(term, "definition", "")) for term in self.choices]


VOCABULARIES = (
    Vocabulary("stance", _("Stance of a claim"), terms.Stance),
    Vocabulary("strength", _("Strength"), terms.Strength),
    Vocabulary(
        "proof",
        _("Standard of proof"),
        terms.ProofStandard,
        _(
            "Reports of United Nations commissions of inquiry; United States Department of Defense instructions on civilian harm assessments; the method of Iraq Body Count."
        ),
    ),
    Vocabulary("basis", _("Basis"), terms.Basis),
    Vocabulary("speaker", _("How a speaker is named"), terms.HowNamed),
    Vocabulary("hedge", _("Words that go with a number or an hour"), terms.Hedge),
    Vocabulary("unit", _("What a number counts"), terms.Unit),
    Vocabulary("scope", _("What a number covers"), terms.Scope),
    Vocabulary("kind", _("Kinds of answer"), terms.AnswerKind),
    Vocabulary("rule", _("How two answers to a question are compared"), terms.Rule),
    Vocabulary("state-of-question", _("State of a question"), terms.QuestionState),
    Vocabulary("beside", _("Why a claim is shown and decides nothing"), terms.Beside),
    Vocabulary("wording", _("Whose words are read at a place"), terms.Wording),
    Vocabulary("citation", _("What a citation does"), terms.CitationRole),
    Vocabulary("supersession", _("What a later claim does with an earlier one"), terms.SupersessionKind),
    Vocabulary("relation", _("How one claim bears on another"), terms.RelationKind),
    Vocabulary("related-by", _("Who relates two claims"), terms.RelatedBy),
    Vocabulary("party", _("Kinds of party"), terms.PartyKind),
    Vocabulary("group", _("Groups in which parties are set out"), terms.PartyGroup),
    Vocabulary("subject", _("Kinds of subject"), terms.SubjectKind),
    Vocabulary("place", _("Levels of place"), terms.PlaceLevel),
    Vocabulary("precision", _("Precision of a point"), terms.LocationPrecision),
    Vocabulary("date", _("Precision of a date"), DatePrecision, _("EDTF, ISO 8601-2, of the Library of Congress.")),
    Vocabulary("publisher", _("Kinds of publisher"), of_sources.PublisherKind),
    Vocabulary("source", _("Kinds of source"), of_sources.SourceKind),
    Vocabulary("consulted", _("How a source was read"), of_sources.Consulted),
    Vocabulary("state", _("State of a record"), terms.State),
)
