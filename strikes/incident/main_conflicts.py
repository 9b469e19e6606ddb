"""Where the accounts part: the questions that show it best, each with its two sides. Pure.

At most five are shown, chosen by this rule, which the method page states too: those that are disputed before those whose
numbers differ; among these, those on which more authorities face each other; then in the order of the questions. Where
accounts part on the number of the dead and none of the five asks for it, the last of the five gives way to the question
of civilians killed, or else of killed. A question is taken about one subject at a time.

A party to the conflict stands first; numbers stand from the smallest to the largest.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.answers.comparison import Verdict
from strikes.incident.mentions import Answered, Mentions, answered, answered_on
from strikes.rules.conflicts import Conflict
from strikes.rules.findings import Finding
from strikes.rules.positions import Move, grouped
from strikes.vocabulary.terms import PartyGroup, QuestionState
from strikes.wording.dossier import InWords

MOST_SHOWN = 5
MOST_ANSWERS = 3  # of one side; the others are counted
NUMBERS_OF_THE_DEAD = ("killed-civilians", "killed")
PARTED = (QuestionState.DISPUTED, QuestionState.DIFFER)


@dataclass(frozen=True)
class Side:
    """What is said on one side, the answer that faces the other first, and how many answers more there are."""

    answers: tuple[Answered, ...]
    more: int


@dataclass(frozen=True)
class Parting:
    """One question on which accounts part."""

    finding: Finding
    label: str
    first: Side
    second: Side
    neither: Side
    moves: tuple[str, ...]


@dataclass(frozen=True)
class Partings:
    """The questions that are shown with their sides, and those that are only named."""

    shown: tuple[Parting, ...]
    also_disputed: tuple[Finding, ...]
    also_differ: tuple[Finding, ...]


def partings(findings: Iterable[Finding], words: InWords) -> Partings:
    """Where the accounts part, by the rule above."""
    ordered = by_rule(findings)
    shown = _with_the_dead(ordered)
    rest = [finding for finding in ordered if finding not in shown]
    return Partings(
        shown=tuple(_parting(finding, words) for finding in shown),
        also_disputed=tuple(finding for finding in rest if finding.state is QuestionState.DISPUTED),
        also_differ=tuple(finding for finding in rest if finding.state is QuestionState.DIFFER),
    )


def _with_the_dead(ordered: list[Finding]) -> list[Finding]:
    """The first of them, and among these how many died if accounts part on it."""
    shown = ordered[:MOST_SHOWN]
    whole = {finding.question.code: finding for finding in ordered if finding.asked.subject is None}
    of_the_dead = [whole[code] for code in NUMBERS_OF_THE_DEAD if code in whole]
    if not of_the_dead or any(finding in shown for finding in of_the_dead):
        return shown
    return [*shown[: MOST_SHOWN - 1], of_the_dead[0]]


def by_rule(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose accounts part, those that show it best first. Findings come in the order of the questions."""
    parted = [finding for finding in findings if finding.state in PARTED]
    return sorted(parted, key=lambda finding: (PARTED.index(finding.state), -len(facing_authorities(finding))))


def facing_authorities(finding: Finding) -> set[str]:
    """The authorities that stand on one side or the other, or by a third answer against both."""
    sides = finding.sides
    conflicts = (*sides.one, *sides.other, *sides.neither) if sides else ()
    return {stand.authority for conflict in conflicts for stand in conflict.standing}


def in_order(finding: Finding, words: InWords) -> tuple[Sequence[Conflict], Sequence[Conflict]]:
    """The two sides as they are read: the smaller number, or a party to the conflict, first."""
    assert finding.sides
    one, other = finding.sides.one, finding.sides.other
    if finding.sides.one[0].verdict is Verdict.DIFFER:
        is_turned = one[0].one.place > other[0].one.place
    else:
        is_turned = _fights(other, words) and not _fights(one, words)
    return (other, one) if is_turned else (one, other)


def _fights(side: Sequence[Conflict], words: InWords) -> bool:
    """Whether a party to the conflict stands on this side."""
    slugs = {stand.claim.party for conflict in side for stand in conflict.standing}
    return any(words.parties[slug].group is PartyGroup.CONFLICT for slug in slugs)


def _parting(finding: Finding, words: InWords) -> Parting:
    assert finding.sides
    first, second = in_order(finding, words)
    return Parting(
        finding=finding,
        label=words.asked(*finding.asked),
        first=_side(first, finding, words),
        second=_side(second, finding, words),
        neither=_side(finding.sides.neither, finding, words),
        moves=tuple(_moves(finding, words)),
    )


def _side(conflicts: Sequence[Conflict], finding: Finding, words: InWords) -> Side:
    mentions = Mentions(finding, words)
    answers = (
        Answered(answered(words, claims[0]), mentions.of(claims, with_answer=False))
        for conflict in conflicts[:MOST_ANSWERS]
        if (claims := [stand.claim for stand in conflict.standing])
    )
    return Side(tuple(answers), max(0, len(conflicts) - MOST_ANSWERS))


def _moves(finding: Finding, words: InWords) -> Iterator[str]:
    """Who moved, after how many days, from what to what; moves of one authority on the same days together."""

    def answers(moves: Iterable[Move], which: str) -> str:
        claims = (getattr(move, which) for move in moves)
        return "; ".join(dict.fromkeys(answered_on(words, claim, finding.asked) for claim in claims))

    for (authority, days), moves in grouped(finding.moves, lambda move: (move.authority, move.days)).items():
        values = {"party": words.party(authority), "days": days}
        values |= {"earlier": answers(moves, "earlier"), "later": answers(moves, "later")}
        if days is None:
            yield _("%(party)s moved, from: %(earlier)s – to: %(later)s") % values
        elif days == 0:
            yield _("%(party)s moved the same day, from: %(earlier)s – to: %(later)s") % values
        else:
            sentence = ngettext(
                "%(party)s moved after %(days)s day, from: %(earlier)s – to: %(later)s",
                "%(party)s moved after %(days)s days, from: %(earlier)s – to: %(later)s",
                days,
            )
            yield sentence % values
