"""`by_weight` puts the findings in conflict in the order in which they face the reader. Pure.

Questions come in one fixed order of weight, and those that are not named in it after these, in the order of the
vocabulary. Where the accused itself says that it carried it out, who did comes after what was struck. Disputes and
numbers that differ are not two classes. A clash between compilations alone is a footnote, and so is one that has only
compilations on a side while parties of first hand face each other elsewhere: footnotes come last.
"""

from collections.abc import Iterable, Sequence

from strikes.rules.accused import WHO
from strikes.rules.findings import Finding
from strikes.rules.stands import Voice

STRUCK = "struck"
WEIGHT = (
    WHO,
    "event-kind",
    STRUCK,
    "the-dead",
    "killed-civilians",
    "killed",
    "targeted",
    "who-was-there",
    "fighters-present",
    "lawful",
    "precautions",
)


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in conflict, the weightiest first; `findings` come in the order of the questions."""
    all_found = list(findings)
    place = {code: position for position, code in enumerate(order_of_weight(all_found))}
    found = [finding for finding in all_found if finding.conflicts_in]
    return sorted(
        found,
        key=lambda finding: (is_footnote(finding, found), place.get(finding.asked.question, len(place))),
    )


def order_of_weight(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The questions that are named in the order of weight, for an incident with these findings."""
    if not is_admitted(findings):
        return WEIGHT
    others = [code for code in WEIGHT if code != WHO]
    after = others.index(STRUCK) + 1
    return (*others[:after], WHO, *others[after:])


def is_admitted(findings: Iterable[Finding]) -> bool:
    """Whether a party says of itself, or of a wider or narrower party, that it carried it out."""
    return any(
        not finding.comparison.ground.is_apart(name, stand.authority)
        for finding in findings
        if finding.asked.question == WHO
        for stand in finding.positions.stands
        if stand.voice is Voice.ASSERTS
        for _key, name in stand.answer.names
    )


def is_footnote(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Whether the finding is a clash of compilations, or has none but these on a side while others have not.

    A finding in conflict in which nobody can face anybody is one too: officials without a name stand in all its
    conflicts.
    """
    facing = finding.confrontations
    if all(each.is_compiled for each in facing):
        return True
    is_first_hand_elsewhere = any(
        not each.has_compiled_side for other in findings if other is not finding for each in other.confrontations
    )
    return is_first_hand_elsewhere and all(each.has_compiled_side for each in facing)
