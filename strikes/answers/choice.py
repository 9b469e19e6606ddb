"""An answer from a question's choices; where things are counted, with a number: “four Hellfire missiles”."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec.structs import replace

from strikes.answers import count
from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import NEVER, Comparison, Ground, Span, Verdict
from strikes.answers.kind import Desk, Keys, Named
from strikes.answers.one_of import are_all_denied, are_all_within, are_apart, in_order, join, left_open
from strikes.vocabulary.terms import Hedge, Rule, Unit

KEYS = frozenset({"choice", "one_of"}) | count.KEYS
COLUMNS: dict[str, object] = {"choice": None, "is_one_of": False, **count.COLUMNS}
NAMED: Named | None = Named.CHOICE
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


def compare(one: Answer, other: Answer, ground: Ground) -> Verdict:
    """Wider and narrower choices do not exclude each other; numbers are compared of one and the same choice alone."""
    first, second = _named(one), _named(other)
    if set(first) == set(second):
        return count.compare(_number(one), _number(other), ground)
    return Verdict.EXCLUDE if ground.is_exclusive and are_apart(first, second, ground) else Verdict.COMPATIBLE


def denied(denial: Answer, asserted: Answer, ground: Ground) -> bool:
    """Whether what is asserted is, or lies beneath, what is denied; of a number of it, lies within that number."""
    if not are_all_denied(_named(asserted), _named(denial), ground):
        return False
    return not _is_counted(denial) or (
        set(_named(asserted)) == set(_named(denial)) and count.denied(_number(denial), _number(asserted), ground)
    )


def is_narrower(later: Answer, earlier: Answer, ground: Ground) -> bool:
    """Whether the later answer is the same choice or lies beneath it, and gives no other number than was given."""
    is_within = are_all_within(_named(later), _named(earlier), ground)
    return is_within and (not _is_counted(earlier) or count.is_same(_number(earlier), _number(later), ground))


def span(answer: Answer, ground: Ground) -> Span | None:
    """The number of a choice that stands beside others."""
    if ground.is_exclusive or not answer.choice or not _is_counted(answer):
        return None
    found = count.span(answer, ground)
    return found and Span(f"{answer.choice} {found.scale}", found.low, found.high)


def canonical(answer: Answer, unit: Unit | None) -> Answer:
    return count.canonical(in_order(answer), unit)


def read(claim: Any) -> Answer:
    code = claim.choice.code if claim.choice else None
    return replace(count.read(claim), choice=code, one_of=left_open(claim))


def columns(answer: Answer, unit: str, keys: Keys) -> dict[str, Any]:
    named = {"choice_id": keys.choices.get(answer.choice or ""), "is_one_of": bool(answer.one_of)}
    return named | count.columns(answer, unit, keys)


def _named(answer: Answer) -> tuple[str, ...]:
    return (answer.choice,) if answer.choice else answer.one_of


def _is_counted(answer: Answer) -> bool:
    return bool(answer.keys & (count.KEYS - {"unit"}))


def _number(answer: Answer) -> Answer:
    """The number that goes with the choice; without one, that there was some."""
    return answer if _is_counted(answer) else replace(answer, hedge=Hedge.SOME)


RULES = {Rule.SAME_OR_WITHIN: Comparison(compare, denied), Rule.NEVER: NEVER}
DESK = dict.fromkeys(
    RULES,
    Desk(
        gettext_lazy(
            "Who asserts or denies gives a choice, with a number where things are counted. Where it is left open which "
            "of several, those stand below as alternatives."
        ),
        ["choice", "is_one_of", count.FIELDS],
    ),
)
