"""Several things in one phrase. Pure."""

from collections.abc import Sequence
from typing import TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Item = TypeVar("Item")


def with_and(names: Sequence[str]) -> str:
    """The names as one says them: “A”, “A and B”, “A, B and C”; “A; B, unnamed; and C” where one has a comma."""
    if len(names) < 2:
        return "".join(names)
    *several, last = names
    if any("," in name for name in names):
        said = _("%(several)s; and %(last)s") if len(names) > 2 else _("%(several)s, and %(last)s")
        return said % {"several": "; ".join(several), "last": last}
    return _("%(several)s and %(last)s") % {"several": ", ".join(several), "last": last}


def first_few(items: Sequence[Item], most: int) -> tuple[list[Item], int]:
    """The first `most` items, and the number of the others; all items where only one would be left out."""
    if len(items) <= most + 1:
        return list(items), 0
    return list(items[:most]), len(items) - most


def others(number: int) -> list[str]:
    """“2 others”, for the end of a list of names; empty where there are none."""
    return [ngettext("%(number)s other", "%(number)s others", number) % {"number": number}] if number else []


def more(number: int) -> list[str]:
    """“2 more”, for the end of a list of questions; empty where there are none."""
    return [_("%(number)s more") % {"number": number}] if number else []


def other_answers(number: int) -> list[str]:
    """“and 2 other answers”, for the end of a list of answers; empty where there are none."""
    if number <= 0:
        return []
    return [ngettext("and %(number)s other answer", "and %(number)s other answers", number) % {"number": number}]
