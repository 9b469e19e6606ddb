"""The opening of an incident's page: one paragraph that says what is filed, who speaks, and what they disagree on.

Pure. Every sentence says whose words it gives, and states nothing as a fact. A question in conflict has a sentence of
its own, the weightiest first: sides of two questions are never put together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Dossier
from strikes.rules.accused import WHO
from strikes.rules.findings import Finding
from strikes.rules.sides import answers_heard
from strikes.rules.spread import CLASSES_OF_DEAD, Spread, spread
from strikes.rules.stands import Stand, grouped
from strikes.rules.weight import Front, admissions, order_of_weight
from strikes.vocabulary.terms import QuestionState, SupersessionKind
from strikes.wording.conflicts import footnote_in_words
from strikes.wording.lists import first_few, more
from strikes.wording.names import DossierNames, lowered
from strikes.wording.sentences import Sentences
from strikes.wording.spreads import toll

MOST_SENTENCES = 4  # on questions in conflict
MOST_ANSWERS = 2  # of a side in such a sentence
MOST_LABELS = 4


@dataclass(frozen=True)
class _Opening:
    dossier: Dossier
    findings: Sequence[Finding]
    front: Front
    names: DossierNames
    sentences: Sentences

    def filed(self) -> str:
        incident = self.dossier.incident
        parties = len({claim.listed_under for claim in self.dossier.claims})
        sentence = ngettext(
            "%(parties)s party speaks of an event filed under %(day)s at %(place)s.",
            "%(parties)s parties speak of an event filed under %(day)s at %(place)s.",
            parties,
        )
        place = self.names.place(incident.place)
        return sentence % {"parties": parties, "day": incident.filed_on, "place": place}

    def who(self) -> Iterator[str]:
        """Who is said to have carried it out, where that is in no conflict; where it is, who says so of itself."""
        for finding in self.findings:
            if finding.asked != (WHO, None) or not finding.authorities:
                continue
            if not finding.conflicts_in:
                yield self.sentences.finding(finding)
            elif (admitting := admissions(finding)) and not self._is_told(finding, admitting):
                said = self.sentences.clause(admitting)
                yield _("On %(question)s, %(said)s.") % {"question": self.names.topic(*finding.asked), "said": said}

    def _is_told(self, finding: Finding, stands: Sequence[Stand]) -> bool:
        """Whether the sentence on the conflict names all of these."""
        told = {
            stand.claim.number
            for found in finding.confrontations
            if not found.has_unnamed_side
            for side in found.sides
            for answer in answers_heard(side, found, finding.lanes)[:MOST_ANSWERS]
            for stand in answer.stands
        }
        return finding in self.front.weighty[:MOST_SENTENCES] and {stand.claim.number for stand in stands} <= told

    def in_conflict(self) -> Iterator[str]:
        """A sentence of each of the weightiest conflicts, and the names of the others."""
        front = self.front.weighty
        if not front and not self.front.beneath:
            yield self._nothing()
        for finding in front[:MOST_SENTENCES]:
            yield from self.sentences.confrontations(finding, MOST_ANSWERS, in_front=True)
        if rest := front[MOST_SENTENCES:]:
            yield _("The accounts also part on: %(questions)s.") % {"questions": self._labels(rest)}
        for reason, found in self.front.beneath.items():
            yield f"{footnote_in_words(reason)} {self._labels(found)}."

    def _nothing(self) -> str:
        """That nobody faces anybody; and where somebody says that two answers can both be so, that this is set aside."""
        if any(finding.comparison.relations.not_contradicting for finding in self.findings):
            return _(
                "No rule of this archive sets the accounts recorded here against each other, but for answers of which it is said that both can be so."
            )
        return _("No rule of this archive sets the accounts recorded here against each other on any question.")

    def agreed(self) -> Iterator[str]:
        alike = [each for each in self.findings if each.state is QuestionState.SAME and each.asked.question != WHO]
        if alike:
            yield _("All who answer give the same answer on: %(questions)s.") % {"questions": self._labels(alike)}

    def dead(self) -> Iterator[str]:
        """How many are said to have died, from the smallest number to the largest, where no sentence before says it."""
        told = self.front.weighty[:MOST_SENTENCES]
        said = {finding.question.code: finding for finding in told if finding.asked.subject is None}
        for code in CLASSES_OF_DEAD:
            if (found := spread(self.dossier, code)) and not _is_said(found, said.get(code)):
                yield from toll(found, lowered(self.names.question(code)), self.names)

    def changed(self) -> Iterator[str]:
        """Every authority that changed its account, and every one that corrected itself, with the questions."""
        order = {code: place for place, code in enumerate(order_of_weight(self.findings))}
        changes = [
            (change.authority, change.kind, change.asked)
            for finding in sorted(self.findings, key=lambda each: order.get(each.asked.question, len(order)))
            for change in finding.changes
            if change.asked == finding.asked
        ]
        for (authority, kind), found in grouped(changes, lambda each: each[:2]).items():
            labels = dict.fromkeys(self.names.topic(*asked) for _authority, _kind, asked in found)
            values = {"party": self.names.party(authority), "questions": self._some(list(labels))}
            if kind is SupersessionKind.CORRECTS:
                yield _("%(party)s corrected itself on: %(questions)s.") % values
            else:
                yield _("%(party)s changed its account on: %(questions)s.") % values

    def _labels(self, findings: Sequence[Finding]) -> str:
        return self._some([self.names.topic(*each.asked) for each in findings])

    def _some(self, labels: list[str]) -> str:
        named, others = first_few(labels, MOST_LABELS)
        return "; ".join([*named, *more(others)])


def opening(
    dossier: Dossier, findings: Sequence[Finding], front: Front, names: DossierNames, sentences: Sentences
) -> tuple[str, ...]:
    """The sentences of the paragraph. Who changed its account comes first where nobody of first hand faces another."""
    said = _Opening(dossier, findings, front, names, sentences)
    changed, in_conflict = tuple(said.changed()), tuple(said.in_conflict())
    told = (*in_conflict, *said.dead(), *changed) if front.is_of_first_hand else (*changed, *in_conflict, *said.dead())
    return (said.filed(), *said.who(), *told, *said.agreed())


def _is_said(found: Spread, finding: Finding | None) -> bool:
    """Whether the sentence on the numbers that differ names both ends, and nothing stands beneath them."""
    if finding is None or found.beneath.compiled or found.beneath.in_words or found.beneath.unnamed:
        return False
    numbers = {
        stand.claim.number
        for each in finding.confrontations
        if each.verdict is Verdict.DIFFER and not each.has_unnamed_side
        for side in each.sides
        for stand in side.stands
    }
    return {found.least.claim, found.most.claim} <= numbers
