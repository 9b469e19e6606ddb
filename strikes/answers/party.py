"""An answer that names a party, or leaves open which of several."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import NEVER, Comparison, Ground, Span, Verdict
from strikes.answers.kind import Desk, Keys, Named
from strikes.answers.one_of import are_all_denied, are_all_within, are_apart, in_order, join, left_open
from strikes.vocabulary.terms import Rule, Unit

KEYS = frozenset({"party", "one_of"})
COLUMNS: dict[str, object] = {"value_party": None, "is_one_of": False}
NAMED: Named | None = Named.PARTY
given = Q(value_party__isnull=False) | Q(is_one_of=True)


def problems(answer: Answer) -> Problems:
    if answer.party and answer.one_of:
        yield "one_of", _("Name one party, or the several that are left open, not both.")
    if not answer.party and not answer.one_of:
        yield "party", _("Name the party.")


def show(answer: Answer, label: Label) -> str:
    return label(answer.party) if answer.party else join(answer.one_of, label)


def compare(one: Answer, other: Answer, ground: Ground) -> Verdict:
    """A party and a wider one do not exclude each other; one of several excludes what excludes them all."""
    first, second = _named(one), _named(other)
    if set(first) == set(second):
        return Verdict.SAME
    return Verdict.EXCLUDE if ground.is_exclusive and are_apart(first, second, ground) else Verdict.COMPATIBLE


def denied(denial: Answer, asserted: Answer, ground: Ground) -> bool:
    """Whether the party, or all that are left open, are among those denied or belong to them."""
    return are_all_denied(_named(asserted), _named(denial), ground)


def is_narrower(later: Answer, earlier: Answer, ground: Ground) -> bool:
    """Whether the later answer only says more precisely which party: an office, a part, or one of several left open."""
    return are_all_within(_named(later), _named(earlier), ground)


def span(answer: Answer, ground: Ground) -> Span | None:
    return None


def canonical(answer: Answer, unit: Unit | None) -> Answer:
    return in_order(answer)


def read(claim: Any) -> Answer:
    return Answer(party=claim.value_party.slug if claim.value_party else None, one_of=left_open(claim))


def columns(answer: Answer, unit: str, keys: Keys) -> dict[str, Any]:
    return {"value_party_id": keys.parties.get(answer.party or ""), "is_one_of": bool(answer.one_of)}


def _named(answer: Answer) -> tuple[str, ...]:
    return (answer.party,) if answer.party else answer.one_of


RULES = {Rule.SAME_OR_WITHIN: Comparison(compare, denied), Rule.NEVER: NEVER}
DESK = dict.fromkeys(
    RULES,
    Desk(
        gettext_lazy(
            "Who asserts or denies names a party. Where it is left open which of several, those stand below as alternatives."
        ),
        ["value_party", "is_one_of"],
    ),
)
