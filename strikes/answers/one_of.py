"""Several answers of which a claim leaves open which: “Russia or Syria”."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from strikes.answers.answer import Label


def join(members: Sequence[str], label: Label) -> str:
    """The members in words, at least two."""
    *first, last = map(label, members)
    return _("%(several)s or %(last)s") % {"several": ", ".join(first), "last": last}
