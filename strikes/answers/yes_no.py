"""Yes or no. “Yes” is never denied: “no” is asserted."""

from django.db.models import Q
from django.utils.translation import gettext as _

from strikes.answers.answer import Answer, Label, Problems

KEYS = frozenset({"yes"})
COLUMNS = ("yes_no",)
given = Q(yes_no__isnull=False)


def problems(answer: Answer) -> Problems:
    if answer.yes is None:
        yield "yes", _("Say yes or no.")


def show(answer: Answer, label: Label) -> str:
    return _("yes") if answer.yes else _("no")
