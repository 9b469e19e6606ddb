"""An answer in words; never compared by rule."""

from django.db.models import Q
from django.utils.translation import gettext as _

from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import NEVER, Ground, Span
from strikes.vocabulary.terms import Rule

KEYS = frozenset({"text"})
COLUMNS = ("value_text",)
given = ~Q(value_text="")
# Words are never compared by machine, not even with the very same words.
RULES = {Rule.NEVER: NEVER}


def problems(answer: Answer) -> Problems:
    if not answer.text:
        yield "text", _("Give the answer in words.")


def show(answer: Answer, label: Label) -> str:
    return answer.text or ""


def span(answer: Answer, ground: Ground) -> Span | None:
    return None
