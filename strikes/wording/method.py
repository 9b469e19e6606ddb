"""What the method page sets out: the vocabularies and the numbers of the rules, as the code uses them."""

from dataclasses import dataclass
from math import ceil, floor, inf
from typing import Any

from django.db.models import Choices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources import vocabulary as of_sources
from sources.dates.value import DatePrecision
from strikes.answers import count, place, time
from strikes.answers.answer import Answer
from strikes.rules.version import CHANGES, VERSION
from strikes.vocabulary import terms
from strikes.vocabulary.terms import Hedge


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

# A number in each of its forms; what each is compared as is asked of the code that compares.
_EXAMPLES = (
    Answer(best=46),
    Answer(low=37, high=62),
    Answer(best=50, low=46),
    Answer(best=50, high=62),
    *(Answer(best=50, hedge=hedge) for hedge in (Hedge.ABOUT, Hedge.ABOUT_OR_MORE, Hedge.NEARLY, Hedge.SO_FAR)),
    *(Answer(low=46, hedge=hedge) for hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN)),
    *(Answer(high=46, hedge=hedge) for hedge in (Hedge.AT_MOST, Hedge.FEWER_THAN)),
    Answer(low=25, high=30, hedge=Hedge.AT_MOST),
    Answer(low=100, high=300, hedge=Hedge.LOW_END),
    *(Answer(hedge=hedge) for hedge in count.WORDS),
    Answer(hedge=Hedge.MOST_OF),
    Answer(hedge=Hedge.NONE_KNOWN),
)
_OF_HOW_MANY = 49  # whom the party itself counted, in the example of “most of them”


class Rules:
    """The numbers of the rules in words. `most_pairs` is how many pairs of answers a page lists of one question."""

    def __init__(self, most_pairs: int) -> None:
        self.most_pairs = most_pairs

    beside = tuple(terms.Beside)
    states = tuple(terms.QuestionState)
    of_questions = tuple(terms.Rule)
    not_compared = terms.QuestionState.NOT_COMPARED
    version = VERSION
    changes = tuple(reversed(CHANGES))

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """A number as it is stated, and as it is compared."""
        rows = [(count.show_bare(answer), _range(answer)) for answer in _EXAMPLES]
        most = Answer(hedge=Hedge.MOST_OF, low=_OF_HOW_MANY, high=_OF_HOW_MANY)
        words = gettext("most of them, where the party itself gave %(number)s") % {"number": _OF_HOW_MANY}
        return [*rows, (words, _range(most))]

    @property
    def about_percent(self) -> int:
        return round(count.ABOUT * 100)

    @property
    def nearly_percent(self) -> int:
        return round(count.NEARLY * 100)

    @property
    def clock_minutes(self) -> int:
        return time.MARGIN_MINUTES[Hedge.EXACT]

    @property
    def about_clock_minutes(self) -> int:
        return time.MARGIN_MINUTES[Hedge.ABOUT]

    @property
    def nearly_clock_minutes(self) -> int:
        return time.MARGIN_MINUTES[Hedge.NEARLY]

    @property
    def open_hours(self) -> int:
        return time.HALF_A_DAY // 60

    @property
    def radii(self) -> list[tuple[Any, int]]:
        """The precisions of which circles are compared, with their radius in metres."""
        return [(precision.label, metres) for precision, metres in place.RADIUS_M.items()]


def _range(answer: Answer) -> str:
    """What the number is compared as."""
    found = count.interval(answer)
    if found is None:
        return gettext("in no range")
    # A share of a number is a fraction, of which no person is a part.
    low, high = (end if end in (-inf, inf) else round(end, 6) for end in found)
    if high == inf:
        return gettext("%(low)s or more") % {"low": ceil(low)}
    if low == -inf:
        return gettext("%(high)s or fewer") % {"high": floor(high)}
    low, high = ceil(low), floor(high)
    return str(low) if low == high else gettext("%(low)s to %(high)s") % {"low": low, "high": high}
