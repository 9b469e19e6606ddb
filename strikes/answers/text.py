"""An answer in words; never compared by rule."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import NEVER, Ground, Span
from strikes.answers.kind import Desk, Keys, Named
from strikes.vocabulary.terms import Rule, Unit

KEYS = frozenset({"text"})
COLUMNS: dict[str, object] = {"value_text": ""}
NAMED: Named | None = None
given = ~Q(value_text="")
# Words are never compared by machine, not even with the very same words.
RULES = {Rule.NEVER: NEVER}
DESK = {Rule.NEVER: Desk(gettext_lazy("In words; never compared by rule."), ["value_text"])}


def problems(answer: Answer) -> Problems:
    if not answer.text:
        yield "text", _("Give the answer in words.")


def show(answer: Answer, label: Label) -> str:
    return answer.text or ""


def is_narrower(later: Answer, earlier: Answer, ground: Ground) -> bool:
    """Whether it is the very same text: words are compared no further."""
    return later == earlier


def span(answer: Answer, ground: Ground) -> Span | None:
    return None


def canonical(answer: Answer, unit: Unit | None) -> Answer:
    return answer


def read(claim: Any) -> Answer:
    return Answer(text=claim.value_text or None)


def columns(answer: Answer, unit: str, keys: Keys) -> dict[str, Any]:
    return {"value_text": answer.text or ""}
