"""`findings` gives what the accounts of a dossier make together: one `Finding` a question and subject. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from strikes.answers import KINDS
from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Claim, Dossier
from strikes.rules.changes import AccountChange, Links, Move
from strikes.rules.conflicts import Conflict, Lanes, Relations
from strikes.rules.grounds import Grounds
from strikes.rules.lanes import Lane, lanes_of
from strikes.rules.positions import Positions, positions
from strikes.rules.sides import VERDICT_OF, Confrontation, confrontations
from strikes.rules.stands import Asked
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import IN_CONFLICT, Beside, QuestionState, Rule, Stance


@dataclass(frozen=True, eq=False)
class Finding:
    """What the accounts of one question make together."""

    asked: Asked
    question: Question
    state: QuestionState
    lanes: tuple[Lane, ...]
    two_voices: tuple[str, ...]
    positions: Positions
    changes: tuple[AccountChange, ...]
    comparison: Lanes = field(repr=False)

    @cached_property
    def conflicts_in(self) -> tuple[QuestionState, ...]:
        """The states of conflict that hold, the graver first: a question can be disputed, and its numbers differ."""
        return _conflicts_in(self.comparison)

    @cached_property
    def confrontations(self) -> tuple[Confrontation, ...]:
        """Who faces whom: the sides that are disputed, then those of numbers that differ. None where nobody can face."""
        return confrontations(self.comparison)

    @property
    def moves(self) -> list[Move]:
        """The links by which an authority corrected or changed its account; several can be one change."""
        return [move for move in self.positions.moves if move.is_moved]

    @property
    def updates(self) -> list[Move]:
        """What was replaced without a move and reads otherwise: running counts, and what another party replaced."""
        return [move for move in self.positions.moves if not move.is_moved and move.reads_otherwise]

    def marked(self, stance: Stance) -> list[Claim]:
        """The claims of this stance that nothing replaced, such as *declines* or *is investigating*."""
        return [claim for claim, why in self.positions.beside if why is Beside.NO_ANSWER and claim.stance is stance]

    @cached_property
    def authorities(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(authority for lane in self.lanes for authority in lane.authorities))

    @cached_property
    def lane_of(self) -> dict[int, Lane]:
        """The lane in which a claim of this question stands, by the claim's number."""
        return {stand.claim.number: lane for lane in self.lanes for stand in lane.stands}

    def conflicts_of(self, lane: Lane) -> Iterator[Conflict]:
        """The lanes that this one excludes or differs from, between distinct authorities."""
        for other in self.lanes:
            if other is not lane and (conflict := self.comparison.conflict(lane, other)) and conflict.is_between:
                yield conflict

    def conflicts(self) -> Iterator[Conflict]:
        """The pairs of lanes in conflict between distinct authorities, of those that are compared."""
        return (each for each in self.comparison.conflicts() if each.is_between and each.one is not each.other)

    def parts(self, place: int) -> Conflict | None:
        """The conflict of the lane at this place with the next, if the line of dispute runs between the two."""
        if place + 1 == len(self.lanes):
            return None
        conflict = self.comparison.conflict(*self.lanes[place : place + 2])
        return conflict if conflict and conflict.is_between else None


def findings(dossier: Dossier, questions: Questions) -> tuple[Finding, ...]:
    """What comes out on every question that a claim of the dossier answers, in the order of the questions."""
    by_code = questions.by_code()
    relations = Relations(dossier.claims)
    grounds = Grounds(dossier)
    links = Links(dossier, questions)
    changes: dict[Asked, list[AccountChange]] = defaultdict(list)
    for change in links.changes:
        for asked in change.questions:
            changes[asked].append(change)
    return tuple(
        _finding(asked, by_code[asked.question], found, grounds, relations, changes.get(asked, ()))
        for asked, found in positions(dossier, questions, links).items()
    )


def _finding(
    asked: Asked,
    question: Question,
    found: Positions,
    grounds: Grounds,
    relations: Relations,
    changes: Iterable[AccountChange],
) -> Finding:
    ground = grounds.of(question)
    lanes = tuple(lanes_of(question, ground, found.stands))
    comparison = Lanes(question.rule, KINDS[question.kind].RULES[question.rule], ground, lanes, relations)
    excluding = [conflict for conflict in comparison.found if conflict.verdict is Verdict.EXCLUDE]
    two_voices = {authority for conflict in excluding for authority in conflict.within}
    return Finding(
        asked=asked,
        question=question,
        state=_state(comparison, found),
        lanes=lanes,
        two_voices=tuple(sorted(two_voices - grounds.collectives)),
        positions=found,
        changes=tuple(changes),
        comparison=comparison,
    )


def _conflicts_in(comparison: Lanes) -> tuple[QuestionState, ...]:
    verdicts = {each.verdict for each in comparison.found if each.is_between}
    return tuple(state for state in IN_CONFLICT if VERDICT_OF[state] in verdicts)


def _state(comparison: Lanes, found: Positions) -> QuestionState:
    lanes = comparison.lanes
    authorities = {authority for lane in lanes for authority in lane.authorities}
    if in_conflict := _conflicts_in(comparison):
        return in_conflict[0]
    if not authorities:
        is_answered = any(_answers(claim) for claim, _why in found.beside)
        return QuestionState.NOT_COMPARED if is_answered else QuestionState.NO_ANSWER
    if len(authorities) == 1:
        return QuestionState.ONE_ACCOUNT
    if comparison.rule is Rule.NEVER or comparison.leaves_out:
        return QuestionState.NOT_COMPARED
    return QuestionState.SAME if len(lanes) == 1 else QuestionState.NOT_IN_CONFLICT


def _answers(claim: Claim) -> bool:
    """Whether the claim says something to the question: an answer, a denial, or that no evidence of one was found."""
    return claim.stance is Stance.NO_EVIDENCE or (claim.stance.takes_position and bool(claim.answer or claim.denies))
