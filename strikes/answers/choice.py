"""An answer from a question's choices; where things are counted, with a number: “four Hellfire missiles”."""

from django.db.models import Q
from django.utils.translation import gettext as _

from strikes.answers import count
from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.one_of import join

KEYS = frozenset({"choice", "one_of"}) | count.KEYS
COLUMNS = ("choice", "is_one_of", *count.COLUMNS)
given = Q(choice__isnull=False) | Q(is_one_of=True)


def problems(answer: Answer) -> Problems:
    if answer.choice and answer.one_of:
        yield "one_of", _("Give one choice, or the several that are left open, not both.")
    if not answer.choice and not answer.one_of:
        yield "choice", _("Give one of the question's choices.")
    if answer.keys & count.KEYS:
        yield from count.problems(answer)


def show(answer: Answer, label: Label) -> str:
    thing = label(answer.choice) if answer.choice else join(answer.one_of, label)
    if not answer.keys & (count.KEYS - {"unit"}):
        return thing
    # The choice itself says what is counted, unless the claim counts in another unit.
    number = count.show_number(answer) if answer.unit else count.show_bare(answer)
    return _("%(thing)s: %(number)s") % {"thing": thing, "number": number}
