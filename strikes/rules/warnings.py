"""`warnings` gives what an editor is warned of in a claim, and not kept from, beside the others of its incident.

Nothing here reads the database, and nothing decides: two claims of one day can both be right, and so can a statement
made before the strike (a warning, a plan), or an account that was never taken back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from sources.dates.value import PartialDate
from strikes.answers.answer import Answer
from strikes.rules.counted import why_not_counted
from strikes.vocabulary.terms import Basis, HowNamed, PartyKind, Scope, Stance


@dataclass(frozen=True, kw_only=True)
class Said:
    """A claim as the rules read it. Parties and authorities are compared by key; `is_one_answer` says whether two
    answers to its question cannot both be given by one voice: an exclusive question, or a number."""

    number: int
    question: int
    subject: int | None
    party: int
    authority: int
    party_kind: PartyKind
    is_collective: bool
    is_signed: bool
    how_named: HowNamed
    told_by: int | None
    stance: Stance
    basis: Basis
    scope: Scope
    is_one_answer: bool
    is_apparent_error: bool
    stated: PartialDate | None
    answer: Answer | None
    denies: int | None = None
    supersedes: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Warning:  # noqa: A001
    """A sentence, and the number of the other claim that it is about, if it is."""

    sentence: str
    other: int | None = None


def warnings(claim: Said, others: Iterable[Said], filed: PartialDate) -> list[Warning]:
    """All that an editor is warned of in a claim, beside the other claims of its incident."""
    others = list(others)
    return [
        *_same_day(claim, others),
        *_before(claim, filed),
        *_publisher(claim),
        *_differs(claim, others),
    ]


def _same_day(claim: Said, others: list[Said]) -> Iterator[Warning]:
    for other in others:
        is_same = (claim.party, claim.question, claim.subject) == (other.party, other.question, other.subject)
        if is_same and claim.stated and claim.stated == other.stated:
            yield Warning(_("The same party answers the same question on the same day already."), other.number)


def _before(claim: Said, filed: PartialDate) -> Iterator[Warning]:
    if claim.stated and claim.stated.is_before(filed):
        days = {"stated": claim.stated, "filed": filed}
        yield Warning(_("Stated on %(stated)s, before the day under which the strike is filed, %(filed)s.") % days)


def _publisher(claim: Said) -> Iterator[Warning]:
    if claim.party_kind is PartyKind.NEWSROOM and not claim.basis.is_first_hand:
        yield Warning(
            _("The party is a newsroom, which is one only for what it saw or worked out itself. Who told it so?")
        )


def _differs(claim: Said, others: list[Said]) -> Iterator[Warning]:
    """Another account of the same authority, earlier or later, and no link that says which stands."""
    if not _takes_a_position(claim):
        return
    replaced = {number for each in (claim, *others) for number in each.supersedes}
    for other in others:
        if other.number in replaced or claim.number in replaced or not _is_of_one_voice(claim, other):
            continue
        if claim.stated and other.stated and claim.stated.is_before(other.stated):
            yield Warning(
                _("A later claim of the same authority differs, and does not supersede this one."), other.number
            )
        elif claim.stated and other.stated and other.stated.is_before(claim.stated):
            yield Warning(
                _("An earlier claim of the same authority differs, and this one does not supersede it."), other.number
            )


def _takes_a_position(claim: Said) -> bool:
    """Whether it counts, whatever replaced it, and is made by a voice that can move."""
    can_move = not claim.is_collective and claim.how_named is not HowNamed.UNNAMED_OFFICIAL
    return can_move and why_not_counted(claim, is_signed=claim.is_signed) is None


def _is_of_one_voice(claim: Said, other: Said) -> bool:
    """Whether the two are one authority's, to one question, and say different things."""
    is_same = (claim.authority, claim.question, claim.subject) == (other.authority, other.question, other.subject)
    differs = (claim.stance, claim.answer) != (other.stance, other.answer)
    return is_same and differs and _takes_a_position(other) and (claim.is_one_answer or claim.stance != other.stance)
