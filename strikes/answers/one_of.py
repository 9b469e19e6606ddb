"""Several answers of which a claim leaves open which: “Russia or Syria”."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from msgspec.structs import replace

from strikes.answers.answer import Answer, Label
from strikes.answers.comparison import Ground


def in_order(answer: Answer) -> Answer:
    """The answer with what it leaves open in the order of the names."""
    members = tuple(sorted(answer.one_of))
    return answer if members == answer.one_of else replace(answer, one_of=members)


def left_open(claim: Any) -> tuple[str, ...]:
    """What a claim leaves open, by permanent name and in order."""
    return tuple(sorted(member.name for member in claim.alternatives.all())) if claim.is_one_of else ()


def join(members: Sequence[str], label: Label) -> str:
    """The members in words, at least two."""
    *first, last = map(label, members)
    return _("%(several)s or %(last)s") % {"several": ", ".join(first), "last": last}


def are_apart(one: Sequence[str], other: Sequence[str], ground: Ground) -> bool:
    """Whether nothing that the one leaves open lies within what the other does, or the other way round."""
    return all(ground.is_apart(first, second) for first in one for second in other)


def are_all_denied(names: Sequence[str], denied: Sequence[str], ground: Ground) -> bool:
    """Whether each of the names is denied: is one of those that are, or lies beneath one."""
    return all(any(ground.is_denied_with(name, each) for each in denied) for name in names)


def are_all_within(names: Sequence[str], wider: Sequence[str], ground: Ground) -> bool:
    """Whether each of the names lies within one of the wider ones."""
    return all(any(ground.is_within(name, each) for each in wider) for name in names)
