"""An answer that names a party, or leaves open which of several."""

from django.db.models import Q
from django.utils.translation import gettext as _

from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.one_of import join

KEYS = frozenset({"party", "one_of"})
COLUMNS = ("value_party", "is_one_of")
given = Q(value_party__isnull=False) | Q(is_one_of=True)


def problems(answer: Answer) -> Problems:
    if answer.party and answer.one_of:
        yield "one_of", _("Name one party, or the several that are left open, not both.")
    if not answer.party and not answer.one_of:
        yield "party", _("Name the party.")


def show(answer: Answer, label: Label) -> str:
    return label(answer.party) if answer.party else join(answer.one_of, label)
