"""Reasons: by which rule, or by whose word, two answers are in conflict or are not. Pure.

A page lists the pairs of answers under their reasons. What a rule finds never stands under the same reason as what
somebody says.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, TypeAlias

from django.utils.translation import gettext_lazy as _

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Relation
from strikes.rules.conflicts import Conflict
from strikes.rules.findings import Finding
from strikes.rules.lanes import Lane
from strikes.rules.stands import Stand, Voice, grouped
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import AnswerKind, QuestionState, RelatedBy, Rule
from strikes.wording.conflicts import related
from strikes.wording.sentences import Sentences

MOST_PAIRS = 40  # listed of one question and subject


@dataclass(frozen=True)
class Reason:
    """Why two answers are in conflict or are not: a rule with its definition, or the word of `by` with its reason."""

    label: Any
    definition: Any = ""
    by: RelatedBy | None = None


DENIAL = Reason(
    _("denial"),
    _("One denies what the other asserts: the answer itself, or anything that lies within it."),
)
NONE_OR_SOME = Reason(
    _("none against some"),
    _("None, or none known, excludes one or more."),
)
PART_OVER_WHOLE = Reason(
    _("a part above the whole"),
    _("The lowest number of a part lies above the highest that another gives of the whole."),
)


@dataclass(frozen=True)
class Pair:
    """Two answers with the parties that give them, and the numbers of the claims on the other side."""

    one: str
    other: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class PairsOfReason:
    """Pairs that one reason sets against each other, or beside each other.

    DISPUTED: not both can be so. DIFFER: the numbers do not meet. NOT_IN_CONFLICT: somebody says that both can be so.
    """

    reason: Reason
    state: QuestionState
    pairs: tuple[Pair, ...]


_Found: TypeAlias = tuple[Reason, QuestionState, Pair]


@dataclass(frozen=True)
class PairsByReason:
    """All pairs of one question that are in conflict, or the first of them, by reason."""

    of_reason: tuple[PairsOfReason, ...]
    has_more: bool = False
    are_chosen: bool = False  # too many answers to set each against each


def pairs_of_question(finding: Finding, sentences: Sentences) -> PairsByReason:
    """The pairs of answers of a question that are in conflict between distinct authorities."""
    found = list(islice(_all(finding), MOST_PAIRS + 1))
    pairs = (pair for conflict in found[:MOST_PAIRS] for pair in _pairs(conflict, finding, sentences))
    return PairsByReason(_by_reason(pairs), len(found) > MOST_PAIRS, finding.comparison.leaves_out)


def pairs_of_claim(number: int, finding: Finding, sentences: Sentences) -> PairsByReason:
    """The answers of others that this claim is in conflict with; it stands in a lane of the finding."""
    lane = finding.lane_of[number]
    found = list(islice(chain(finding.conflicts_of(lane), _within(finding, lane)), MOST_PAIRS + 1))
    pairs = (pair for conflict in found[:MOST_PAIRS] for pair in _of_claim(number, conflict, finding, sentences))
    return PairsByReason(_by_reason(pairs), len(found) > MOST_PAIRS)


def not_contradicting(finding: Finding, sentences: Sentences, number: int | None = None) -> tuple[PairsOfReason, ...]:
    """The pairs on the question of which somebody says that they do not contradict; of one claim, if `number` is given."""
    return _by_reason(_not_contradicting(finding, sentences, number))


def _not_contradicting(finding: Finding, sentences: Sentences, number: int | None) -> Iterator[_Found]:
    said = finding.comparison.relations.not_contradicting
    for mine in finding.lane_of if number is None else (number,):
        for theirs, relation in said.get(mine, {}).items():
            # Each relation is kept under both of its claims.
            if theirs in finding.lane_of and (number is not None or relation.claim == theirs):
                pair = _pair([_stand(finding, mine)], [_stand(finding, theirs)], sentences)
                yield _said(relation), QuestionState.NOT_IN_CONFLICT, pair


def reason_of(conflict: Conflict, question: Question) -> Reason:
    """By which rule two answers are in conflict."""
    if conflict.one.voice is not conflict.other.voice and Voice.DENIES in (conflict.one.voice, conflict.other.voice):
        return DENIAL
    if any(stand.is_bound for lane in (conflict.one, conflict.other) for stand in lane.stands):
        return PART_OVER_WHOLE
    if conflict.verdict is Verdict.DIFFER:
        return Reason(Rule.INTERVAL.label, Rule.INTERVAL.definition)
    one, other = conflict.one.answer, conflict.other.answer
    is_of_number = question.kind is AnswerKind.COUNT or (one.choice is not None and one.choice == other.choice)
    return NONE_OR_SOME if is_of_number else Reason(question.rule.label, question.rule.definition)


def _all(finding: Finding) -> Iterator[Conflict]:
    yield from finding.conflicts()
    for lane in finding.lanes:
        yield from _within(finding, lane)


def _within(finding: Finding, lane: Lane) -> Iterator[Conflict]:
    """The conflict of two who give the very same answer, which somebody's word alone can find."""
    if (conflict := finding.comparison.conflict(lane, lane)) and conflict.is_between:
        yield conflict


def _pairs(conflict: Conflict, finding: Finding, sentences: Sentences) -> Iterator[_Found]:
    if not conflict.relation:
        one, other = conflict.stands
        yield reason_of(conflict, finding.question), _state(conflict), _pair(one, other, sentences)
        return
    for mine, theirs in sorted(conflict.said):
        # Within one answer each pair is said both ways round.
        if conflict.one is not conflict.other or mine < theirs:
            yield _contradicting(finding, conflict, mine, theirs, sentences)


def _of_claim(number: int, conflict: Conflict, finding: Finding, sentences: Sentences) -> Iterator[_Found]:
    if conflict.relation:
        for mine, theirs in sorted(conflict.said):
            if mine == number:
                yield _contradicting(finding, conflict, mine, theirs, sentences)
        return
    own = conflict.one.by_number[number]
    others = [
        stand
        for stand in conflict.other.stands
        if stand.authority != own.authority and (number, stand.claim.number) not in conflict.ended
    ]
    if others:
        yield reason_of(conflict, finding.question), _state(conflict), _pair([own], others, sentences)


def _contradicting(finding: Finding, conflict: Conflict, mine: int, theirs: int, sentences: Sentences) -> _Found:
    relation = finding.comparison.relations.contradicting[mine][theirs]
    pair = _pair([conflict.one.by_number[mine]], [conflict.other.by_number[theirs]], sentences)
    return _said(relation), QuestionState.DISPUTED, pair


def _said(relation: Relation) -> Reason:
    return Reason(related(relation.kind, relation.by), relation.reason, relation.by)


def _pair(one: Iterable[Stand], other: Sequence[Stand], sentences: Sentences) -> Pair:
    numbers = tuple(dict.fromkeys(stand.claim.number for stand in other))
    return Pair(sentences.clause(one), sentences.clause(other), numbers)


def _by_reason(pairs: Iterable[_Found]) -> tuple[PairsOfReason, ...]:
    by_reason = grouped(pairs, lambda found: found[:2])
    return tuple(PairsOfReason(*key, tuple(pair for *_key, pair in found)) for key, found in by_reason.items())


def _state(conflict: Conflict) -> QuestionState:
    return QuestionState.DISPUTED if conflict.verdict is Verdict.EXCLUDE else QuestionState.DIFFER


def _stand(finding: Finding, number: int) -> Stand:
    lane: Lane = finding.lane_of[number]
    return lane.by_number[number]
