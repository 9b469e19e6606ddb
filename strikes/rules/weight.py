"""`by_weight` puts the findings in conflict in the order in which they face the reader. Pure.

Questions come in one fixed order of weight, and those that are not named in it after these, in the order of the
vocabulary. Where the accused itself says that it carried it out, who did comes after what was struck. Disputes and
numbers that differ are not two classes. A clash between compilations alone is a footnote, and so is one that has only
compilations on a side while parties of first hand face each other elsewhere, or officials without a name: footnotes
come last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from strikes.rules.accused import WHO
from strikes.rules.findings import Finding
from strikes.rules.stands import Stand, Voice

STRUCK = "struck"
WEIGHT = (
    WHO,
    "event-kind",
    STRUCK,
    "harm-cause",
    "the-dead",
    "killed-civilians",
    "killed",
    "targeted",
    "who-was-there",
    "fighters-present",
    "lawful",
    "precautions",
    "munitions",
)


class Footnote(Enum):
    """Why a question in conflict stands beneath the others."""

    COMPILED = "compilations alone face each other"
    ONE_COMPILED = "on one side stand compilations alone, and elsewhere others face each other"
    UNNAMED = "on one side stand officials without a name alone"


@dataclass(frozen=True)
class Front:
    """The findings in conflict: those that can stand in front, the weightiest first, and the footnotes by the reason."""

    weighty: tuple[Finding, ...]
    beneath: Mapping[Footnote, list[Finding]]

    @property
    def is_of_first_hand(self) -> bool:
        """Whether on some question that stands in front nobody faces a compilation alone."""
        return any(not found.has_compiled_side for finding in self.weighty for found in finding.confrontations)


def in_front(findings: Iterable[Finding]) -> Front:
    """The findings in conflict as they face the reader; `findings` come in the order of the questions."""
    ordered = _by_weight(findings)
    beneath: dict[Footnote, list[Finding]] = {}
    for finding, reason in ordered:
        if reason:
            beneath.setdefault(reason, []).append(finding)
    return Front(tuple(finding for finding, reason in ordered if reason is None), beneath)


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in conflict, the weightiest first and footnotes last."""
    return [finding for finding, _reason in _by_weight(findings)]


def _by_weight(findings: Iterable[Finding]) -> list[tuple[Finding, Footnote | None]]:
    """The findings in conflict in their order, each with the reason why it is a footnote, if it is one."""
    all_found = list(findings)
    place = {code: position for position, code in enumerate(order_of_weight(all_found))}
    found = [finding for finding in all_found if finding.conflicts_in]
    reasons = [(finding, footnote(finding, found)) for finding in found]
    return sorted(reasons, key=lambda each: (each[1] is not None, place.get(each[0].asked.question, len(place))))


def order_of_weight(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The questions that are named in the order of weight, for an incident with these findings."""
    if not is_admitted(findings):
        return WEIGHT
    others = [code for code in WEIGHT if code != WHO]
    after = others.index(STRUCK) + 1
    return (*others[:after], WHO, *others[after:])


def is_admitted(findings: Iterable[Finding]) -> bool:
    """Whether a party says of itself, or of a wider or narrower party, that it carried it out."""
    return any(admissions(finding) for finding in findings if finding.asked.question == WHO)


def admissions(finding: Finding) -> tuple[Stand, ...]:
    """The stands on who carried it out of those who name themselves, or a wider or narrower party."""
    ground = finding.comparison.ground
    return tuple(
        stand
        for stand in finding.positions.stands
        if stand.voice is Voice.ASSERTS
        and any(not ground.is_apart(name, stand.authority) for _key, name in stand.answer.names)
    )


def footnote(finding: Finding, findings: Sequence[Finding]) -> Footnote | None:
    """Why this finding in conflict never stands in front; None where it can. `findings` are all that are in conflict."""
    facing = finding.confrontations
    if all(each.has_unnamed_side for each in facing):
        return Footnote.UNNAMED
    if all(each.is_compiled for each in facing):
        return Footnote.COMPILED
    is_first_hand_elsewhere = any(
        not (each.has_compiled_side or each.has_unnamed_side)
        for other in findings
        if other is not finding
        for each in other.confrontations
    )
    is_one_sided = all(each.has_compiled_side or each.has_unnamed_side for each in facing)
    return Footnote.ONE_COMPILED if is_first_hand_elsewhere and is_one_sided else None
