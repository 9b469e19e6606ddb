"""An answer in words; never compared by rule."""

from django.db.models import Q
from django.utils.translation import gettext as _

from strikes.answers.answer import Answer, Label, Problems

KEYS = frozenset({"text"})
COLUMNS = ("value_text",)
given = ~Q(value_text="")


def problems(answer: Answer) -> Problems:
    if not answer.text:
        yield "text", _("Give the answer in words.")


def show(answer: Answer, label: Label) -> str:
    return answer.text or ""
