"""Numbers of a wider or a narrower class of people than the one asked for: who gives such a number alone. Pure.

Nothing is carried from one question to another. A reader who finds one number of the civilians killed is told that others
counted the killed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.rules.findings import Finding
from strikes.rules.stands import Stand, Voice, grouped
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import AnswerKind, Strength
from strikes.wording.lists import first_few, others
from strikes.wording.names import DossierNames

MOST_NUMBERS = 3


@dataclass(frozen=True)
class OtherClass:
    """A wider or narrower class, and the numbers of it by those who give none of the class asked for, in words."""

    question: Question
    is_wider: bool
    numbers: str


def other_classes(finding: Finding, findings: Iterable[Finding], names: DossierNames) -> tuple[OtherClass, ...]:
    """The wider classes of a finding that counts, then the narrower ones, in the order of the questions."""
    if finding.question.kind is not AnswerKind.COUNT or not finding.lanes:
        return ()
    found = []
    for other in findings:
        is_wider = other.question.code in finding.question.included_in
        is_class = is_wider or finding.question.code in other.question.included_in
        numbers = list(_numbers(other, set(finding.authorities), names)) if is_class else []
        if numbers and other.asked.subject == finding.asked.subject:
            shown, more = first_few(numbers, MOST_NUMBERS)
            found.append(OtherClass(other.question, is_wider, "; ".join([*shown, *others(more)])))
    return tuple(sorted(found, key=lambda each: not each.is_wider))


def _numbers(finding: Finding, answering: set[str], names: DossierNames) -> Iterator[str]:
    """Each number with the parties that give it for this class, those of the authorities in `answering` left out."""
    for lane in finding.lanes:
        stated = [each for each in lane.stands if not each.whole and each.authority not in answering]
        if lane.voice is Voice.ASSERTS and (answer := _number(stated)):
            for strength, alike in grouped(stated, lambda each: each.claim.strength).items():
                by = [names.some_parties(each.claim.party for each in alike)]
                by += [] if strength is Strength.FACT else [str(strength.label)]
                yield _("%(number)s (%(by)s)") % {"number": count.show_bare(answer), "by": ", ".join(by)}


def _number(stands: Sequence[Stand]) -> Answer | None:
    """The number in the party's own words: a comparison puts a figure in for “most of them”. None for a word."""
    answer = stands[0].claim.answer if stands else None
    return answer if answer and count.numbers_of(answer) else None
