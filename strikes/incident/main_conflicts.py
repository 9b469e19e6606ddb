"""The main conflicts of an incident: at most five questions, each with its two sides. Pure.

They are chosen by this rule, which the method page states too: disputed questions before those whose numbers differ;
among these, the questions on which more authorities face each other; then in the order of the questions. Where accounts
differ on the number of the dead and none of the five asks for it, the question of civilians killed, or else of killed,
takes the place of the last. A question about two subjects counts as two.

A party to the conflict stands first; numbers stand from the smallest to the largest.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Claim
from strikes.incident.mentions import AnswerMentioned, Mentions
from strikes.rules.conflicts import Conflict
from strikes.rules.days_between import DaysBetween
from strikes.rules.findings import Finding
from strikes.rules.positions import Move, grouped
from strikes.vocabulary.terms import IN_CONFLICT, PartyGroup, QuestionState
from strikes.wording.changes import moved
from strikes.wording.claims import answered_by, answered_elsewhere
from strikes.wording.lists import other_answers
from strikes.wording.names import DossierNames

MOST_SHOWN = 5
MOST_ANSWERS = 3  # of one side; the others are counted
NUMBERS_OF_THE_DEAD = ("killed-civilians", "killed")


@dataclass(frozen=True)
class Side:
    """What is said on one side, the answer that faces the other first; `others` says how many more answers there are."""

    answers: tuple[AnswerMentioned, ...]
    others: str


@dataclass(frozen=True)
class MainConflict:
    """One question in conflict, with its two sides and a third answer against both, if there is one."""

    finding: Finding
    label: str
    first: Side
    second: Side
    neither: Side
    moves: tuple[str, ...]


@dataclass(frozen=True)
class MainConflicts:
    """The questions that are shown with their sides, and those that are only named."""

    shown: tuple[MainConflict, ...]
    also_disputed: tuple[Finding, ...]
    also_differ: tuple[Finding, ...]


def main_conflicts(findings: Iterable[Finding], names: DossierNames) -> MainConflicts:
    """The main conflicts among these findings, by the rule above."""
    ordered = by_rule(findings)
    shown = _with_the_dead(ordered)
    rest = [finding for finding in ordered if finding not in shown]
    return MainConflicts(
        shown=tuple(_conflict(finding, names) for finding in shown),
        also_disputed=tuple(finding for finding in rest if finding.state is QuestionState.DISPUTED),
        also_differ=tuple(finding for finding in rest if finding.state is QuestionState.DIFFER),
    )


def _with_the_dead(ordered: list[Finding]) -> list[Finding]:
    """The first findings, one of them on how many died if the accounts conflict on it."""
    shown = ordered[:MOST_SHOWN]
    whole = {finding.question.code: finding for finding in ordered if finding.asked.subject is None}
    of_the_dead = [whole[code] for code in NUMBERS_OF_THE_DEAD if code in whole]
    if not of_the_dead or any(finding in shown for finding in of_the_dead):
        return shown
    return [*shown[: MOST_SHOWN - 1], of_the_dead[0]]


def by_rule(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in conflict, the main ones first; `findings` come in the order of the questions."""
    found = [finding for finding in findings if finding.state in IN_CONFLICT]
    return sorted(found, key=lambda finding: (IN_CONFLICT.index(finding.state), -len(facing_authorities(finding))))


def facing_authorities(finding: Finding) -> set[str]:
    """The authorities that stand on one side or the other, or by a third answer against both."""
    sides = finding.sides
    conflicts = (*sides.one, *sides.other, *sides.neither) if sides else ()
    return {stand.authority for conflict in conflicts for stand in conflict.standing}


def in_order(finding: Finding, names: DossierNames) -> tuple[Sequence[Conflict], Sequence[Conflict]]:
    """The two sides as they are read: the smaller number, or a party to the conflict, first."""
    assert finding.sides
    one, other = finding.sides.one, finding.sides.other
    if finding.sides.one[0].verdict is Verdict.DIFFER:
        is_turned = one[0].one.place > other[0].one.place
    else:
        is_turned = _fights(other, names) and not _fights(one, names)
    return (other, one) if is_turned else (one, other)


def _fights(side: Sequence[Conflict], names: DossierNames) -> bool:
    """Whether a party to the conflict stands on this side."""
    slugs = {stand.claim.party for conflict in side for stand in conflict.standing}
    return any(names.parties[slug].group is PartyGroup.CONFLICT for slug in slugs)


def _conflict(finding: Finding, names: DossierNames) -> MainConflict:
    assert finding.sides
    first, second = in_order(finding, names)
    return MainConflict(
        finding=finding,
        label=names.asked(*finding.asked),
        first=_side(first, finding, names),
        second=_side(second, finding, names),
        neither=_side(finding.sides.neither, finding, names),
        moves=tuple(_moves(finding, names)),
    )


def _side(conflicts: Sequence[Conflict], finding: Finding, names: DossierNames) -> Side:
    mentions = Mentions(finding, names)
    answers = (
        AnswerMentioned(answered_by(claims[0], names), mentions.of(claims, with_answer=False))
        for conflict in conflicts[:MOST_ANSWERS]
        if (claims := [stand.claim for stand in conflict.standing])
    )
    return Side(tuple(answers), "".join(other_answers(len(conflicts) - MOST_ANSWERS)))


def _moves(finding: Finding, names: DossierNames) -> Iterator[str]:
    """Who moved, after how many days, from what to what; moves of one authority after as many days together."""

    def answers(claims: Iterable[Claim]) -> str:
        return "; ".join(dict.fromkeys(answered_elsewhere(claim, finding.asked, names) for claim in claims))

    for (authority, days), alike in grouped(finding.moves, _who_and_when).items():
        earlier, later = answers(move.earlier for move in alike), answers(move.later for move in alike)
        yield moved(names.party(authority), days, earlier, later)


def _who_and_when(move: Move) -> tuple[str, DaysBetween | None]:
    """The authority, and the days from the one statement to the other where these are known exactly."""
    return move.authority, move.days if move.days and move.days.is_exact else None
