"""The opening of an incident's page: one paragraph that says what is filed, who speaks, and what they disagree on.

Pure. Every sentence says whose words it gives, and states nothing as a fact. A question in conflict has a sentence of
its own, the weightiest first: sides of two questions are never put together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.dossiers.dossier import Dossier
from strikes.rules.accused import WHO
from strikes.rules.findings import Finding
from strikes.rules.spread import CLASSES_OF_DEAD, spread
from strikes.rules.stands import grouped
from strikes.rules.weight import by_weight, is_footnote
from strikes.vocabulary.terms import QuestionState
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
        """Who is said to have carried it out, where that is in no conflict."""
        for finding in self.findings:
            if finding.asked == (WHO, None) and finding.authorities and not finding.conflicts_in:
                yield self.sentences.finding(finding)

    def in_conflict(self) -> Iterator[str]:
        """A sentence of each of the weightiest conflicts, and the names of the others."""
        ordered = by_weight(self.findings)
        if not ordered:
            yield _("No rule of this archive sets the accounts recorded here against each other on any question.")
        footnotes = [finding for finding in ordered if is_footnote(finding, ordered)]
        weighty = [finding for finding in ordered if finding not in footnotes]
        for finding in weighty[:MOST_SENTENCES]:
            yield from self.sentences.confrontations(finding, MOST_ANSWERS)
        if rest := weighty[MOST_SENTENCES:]:
            yield _("In conflict also: %(questions)s.") % {"questions": self._labels(rest)}
        if footnotes:
            yield _("Compilations alone are in conflict on: %(questions)s.") % {"questions": self._labels(footnotes)}

    def agreed(self) -> Iterator[str]:
        alike = [each for each in self.findings if each.state is QuestionState.SAME and each.asked.question != WHO]
        if alike:
            yield _("Those who say give the same answer on: %(questions)s.") % {"questions": self._labels(alike)}

    def dead(self) -> Iterator[str]:
        """How many are said to have died, from the smallest number stated to the largest."""
        for code in CLASSES_OF_DEAD:
            if found := spread(self.dossier, code):
                yield from toll(found, lowered(self.names.question(code)), self.names)

    def changed(self) -> Iterator[str]:
        """Every authority that changed its account or corrected itself, with the questions."""
        changes = [
            (change.authority, finding.asked)
            for finding in by_weight(self.findings) + [each for each in self.findings if not each.conflicts_in]
            for change in finding.changes
            if change.asked == finding.asked
        ]
        for authority, found in grouped(changes, lambda each: each[0]).items():
            labels = dict.fromkeys(lowered(self.names.asked(*asked)) for _authority, asked in found)
            values = {"party": self.names.party(authority), "questions": self._some(list(labels))}
            yield _("%(party)s changed its account on: %(questions)s.") % values

    def _labels(self, findings: Sequence[Finding]) -> str:
        return self._some([lowered(self.names.asked(*each.asked)) for each in findings])

    def _some(self, labels: list[str]) -> str:
        named, others = first_few(labels, MOST_LABELS)
        return "; ".join([*named, *more(others)])


def opening(
    dossier: Dossier, findings: Sequence[Finding], names: DossierNames, sentences: Sentences
) -> tuple[str, ...]:
    """The sentences of the paragraph."""
    said = _Opening(dossier, findings, names, sentences)
    return (said.filed(), *said.who(), *said.in_conflict(), *said.dead(), *said.changed(), *said.agreed())
