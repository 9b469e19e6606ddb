"""Yes or no. “Yes” is never denied: “no” is asserted."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import NEVER, Comparison, Ground, Span, Verdict
from strikes.answers.kind import Desk, Keys, Named
from strikes.vocabulary.questions import NO, YES
from strikes.vocabulary.terms import Rule, Unit

KEYS = frozenset({"yes"})
COLUMNS: dict[str, object] = {"yes_no": None}
NAMED: Named | None = Named.SIDE
given = Q(yes_no__isnull=False)


def problems(answer: Answer) -> Problems:
    if answer.yes is None:
        yield "yes", _("Say yes or no.")


def show(answer: Answer, label: Label) -> str:
    return label(YES if answer.yes else NO)


def compare(one: Answer, other: Answer, ground: Ground) -> Verdict:
    return Verdict.SAME if one.yes == other.yes else Verdict.EXCLUDE


def denied(denial: Answer, asserted: Answer, ground: Ground) -> bool:
    """Whether yes is asserted and called unlikely by the other, or no is."""
    return denial.yes == asserted.yes


def is_narrower(later: Answer, earlier: Answer, ground: Ground) -> bool:
    return later.yes == earlier.yes


def span(answer: Answer, ground: Ground) -> Span | None:
    return None


def canonical(answer: Answer, unit: Unit | None) -> Answer:
    return answer


def read(claim: Any) -> Answer:
    return Answer(yes=claim.yes_no)


def columns(answer: Answer, unit: str, keys: Keys) -> dict[str, Any]:
    return {"yes_no": answer.yes}


RULES = {Rule.YES_NO: Comparison(compare, denied), Rule.NEVER: NEVER}
DESK = dict.fromkeys(
    RULES, Desk(gettext_lazy("To a yes or no question “no” is asserted; “yes” is never denied."), ["yes_no"])
)
