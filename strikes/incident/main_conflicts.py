"""The main conflicts of an incident: the weightiest questions on which the accounts part, each with its sides. Pure.

They come in the order of weight that the method page states; five are shown with their sides. Where accounts differ on
the number of the dead and none of the five asks for it, civilians killed, or else killed, takes the place of the last. A
question about two subjects counts as two. A clash between compilations alone is a footnote.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strikes.incident.mentions import AnswerMentioned, Mentions
from strikes.rules.changes import AccountChange
from strikes.rules.findings import Finding
from strikes.rules.sides import ConflictSide, Confrontation, answers_heard
from strikes.rules.weight import Front
from strikes.vocabulary.terms import QuestionState
from strikes.wording.changes import moved
from strikes.wording.claims import answer_of_lane, answered_elsewhere
from strikes.wording.conflicts import according_to, against, footnote_in_words, lying_between
from strikes.wording.lists import other_answers
from strikes.wording.names import DossierNames

MOST_SHOWN = 5
MOST_ANSWERS = 3  # of one side; the others are counted
NUMBERS_OF_THE_DEAD = ("killed-civilians", "killed")


@dataclass(frozen=True)
class Side:
    """What is said on one side, the answer that faces the other first.

    `others` says how many more answers there are; `heading` stands over a side after the second.
    """

    answers: tuple[AnswerMentioned, ...]
    others: str
    heading: str


@dataclass(frozen=True)
class SidesShown:
    """Who faces whom, as disputed or as numbers that differ; `notes` say what lies between, and by whose word."""

    state: QuestionState
    sides: tuple[Side, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class MainConflict:
    """One question in conflict with its sides: those that are disputed, and those of numbers that differ."""

    finding: Finding
    label: str
    shown: tuple[SidesShown, ...]
    moves: tuple[str, ...]


@dataclass(frozen=True)
class MainConflicts:
    """The questions that are shown with their sides, and those that are only named; footnotes beneath, by the reason."""

    shown: tuple[MainConflict, ...]
    also_disputed: tuple[Finding, ...]
    also_differ: tuple[Finding, ...]
    footnotes: tuple[tuple[str, tuple[Finding, ...]], ...]


def main_conflicts(front: Front, names: DossierNames) -> MainConflicts:
    """The main conflicts among the findings that face the reader, by the rule above."""
    shown = _with_the_dead(front.weighty)
    rest = [finding for finding in front.weighty if finding not in shown]
    return MainConflicts(
        shown=tuple(_conflict(finding, names) for finding in shown),
        also_disputed=tuple(each for each in rest if QuestionState.DISPUTED in each.conflicts_in),
        also_differ=tuple(each for each in rest if QuestionState.DIFFER in each.conflicts_in),
        footnotes=tuple((footnote_in_words(reason), tuple(found)) for reason, found in front.beneath.items()),
    )


def _with_the_dead(ordered: Sequence[Finding]) -> list[Finding]:
    """The first findings, one of them on how many died if the accounts conflict on it."""
    shown = list(ordered[:MOST_SHOWN])
    whole = {finding.question.code: finding for finding in ordered if finding.asked.subject is None}
    of_the_dead = [whole[code] for code in NUMBERS_OF_THE_DEAD if code in whole]
    if not of_the_dead or any(finding in shown for finding in of_the_dead):
        return shown
    return [*shown[: MOST_SHOWN - 1], of_the_dead[0]]


def _conflict(finding: Finding, names: DossierNames) -> MainConflict:
    return MainConflict(
        finding=finding,
        label=names.asked(*finding.asked),
        shown=tuple(_shown(found, finding, names) for found in finding.confrontations if not found.has_unnamed_side),
        moves=tuple(change_in_words(change, finding, names) for change in finding.changes),
    )


def _shown(found: Confrontation, finding: Finding, names: DossierNames) -> SidesShown:
    return SidesShown(
        state=found.state,
        sides=tuple(_side(side, place, found, finding, names) for place, side in enumerate(found.sides)),
        notes=tuple(_notes(found)),
    )


def _notes(found: Confrontation) -> Iterator[str]:
    if found.between:
        yield lying_between(found.between)
    if found.relation:
        yield according_to(found.relation.by)


def _side(side: ConflictSide, place: int, facing: Confrontation, finding: Finding, names: DossierNames) -> Side:
    mentions = Mentions(finding, names)
    found = answers_heard(side, facing, finding.lanes)
    answers = (
        AnswerMentioned(
            answer_of_lane(answer.lane, names), mentions.of([each.claim for each in answer.stands], with_answer=False)
        )
        for answer in found[:MOST_ANSWERS]
    )
    others = "".join(other_answers(len(found) - MOST_ANSWERS))
    heading = f"{against(place, is_against_all=side.is_against_all)}:" if place > 1 else ""
    return Side(tuple(answers), others, heading)


def change_in_words(change: AccountChange, finding: Finding, names: DossierNames) -> str:
    """Who changed an account on the question of the finding, after how many days, from what to what."""
    earlier, later = (
        list(dict.fromkeys(answered_elsewhere(claim, finding.asked, names) for claim in claims))
        for claims in (change.earlier, change.later)
    )
    return moved(names.party(change.authority), change.kind, change.days, earlier, later)
