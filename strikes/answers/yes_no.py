"""Yes or no. “Yes” is never denied: “no” is asserted."""

from django.db.models import Q
from django.utils.translation import gettext as _

from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import NEVER, Comparison, Ground, Span, Verdict
from strikes.vocabulary.terms import Rule

KEYS = frozenset({"yes"})
COLUMNS = ("yes_no",)
given = Q(yes_no__isnull=False)


def problems(answer: Answer) -> Problems:
    if answer.yes is None:
        yield "yes", _("Say yes or no.")


def show(answer: Answer, label: Label) -> str:
    return _("yes") if answer.yes else _("no")


def compare(one: Answer, other: Answer, ground: Ground) -> Verdict:
    return Verdict.SAME if one.yes == other.yes else Verdict.EXCLUDE


def denied(denial: Answer, asserted: Answer, ground: Ground) -> bool:
    """Whether yes is asserted and called unlikely by the other, or no is."""
    return denial.yes == asserted.yes


def span(answer: Answer, ground: Ground) -> Span | None:
    return None


RULES = {Rule.YES_NO: Comparison(compare, denied), Rule.NEVER: NEVER}
