"""The opening of an incident's page: one paragraph that says what is filed, who speaks, what is agreed and what is not.

Pure. Every sentence says whose words it gives, and states nothing as a fact. Where parties agree or disagree they are
counted by authority, so that two offices of one state are one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.answers.count import figure
from strikes.dossiers.dossier import Dossier
from strikes.incident.main_conflicts import by_rule, in_order
from strikes.rules.conflicts import Conflict
from strikes.rules.findings import Finding
from strikes.rules.positions import Stand, Voice, grouped
from strikes.rules.spread import CLASSES_OF_DEAD, End, spread_of
from strikes.vocabulary.terms import PartyGroup, PartyKind, QuestionState
from strikes.wording.claims import answer_of
from strikes.wording.lists import first_few, more, with_and
from strikes.wording.names import DossierNames, lowered
from strikes.wording.numbers import bound
from strikes.wording.sentences import Sentences

WHO = "carried-out-by"
MOST_NAMED = 2  # authorities of a side that is no party to the conflict; more are named by their groups
MOST_AGREED = 4


@dataclass(frozen=True)
class _Opening:
    dossier: Dossier
    findings: Sequence[Finding]
    names: DossierNames
    sentences: Sentences

    def filed(self) -> str:
        incident = self.dossier.incident
        parties = len({claim.party for claim in self.dossier.claims})
        sentence = ngettext(
            "%(parties)s party speaks of an event filed under %(day)s at %(place)s.",
            "%(parties)s parties speak of an event filed under %(day)s at %(place)s.",
            parties,
        )
        place = self.names.place(incident.place)
        return sentence % {"parties": parties, "day": incident.filed_on, "place": place}

    def who(self) -> Iterator[str]:
        """Who is said to have carried it out, and by how many parties."""
        found = [each for each in self.findings if each.asked == (WHO, None) and each.authorities]
        if not found:
            return
        finding = found[0]
        values = {"all": len(finding.authorities), "said": self.sentences.clause(finding.lanes[0].stands)}
        if len(finding.authorities) == 1:
            yield _("On who carried it out one account is recorded here: %(said)s.") % values
        elif finding.state is QuestionState.SAME:
            values |= {"answer": answer_of(finding.lanes[0].stands[0].claim, self.names)}
            yield _("The %(all)s parties that say who carried it out give the same answer: %(answer)s.") % values
        else:
            values |= {"said": "; ".join(self._named(finding))}
            yield _("Of %(all)s parties that say who carried it out, %(said)s.") % values

    def _named(self, finding: Finding) -> Iterator[str]:
        """How many parties give each answer, the most frequent first; an answer of parties counted before only if disputed."""
        counted = set[str]()
        for lane in sorted(finding.lanes, key=lambda lane: (list(Voice).index(lane.voice), -len(lane.authorities))):
            if counted.issuperset(lane.authorities) and not any(finding.conflicts_of(lane)):
                continue
            counted |= set(lane.authorities)
            number = len(lane.authorities)
            values = {"number": number, "answer": answer_of(lane.stands[0].claim, self.names)}
            match lane.voice:
                case Voice.ASSERTS:
                    said = ngettext("%(number)s says: %(answer)s", "%(number)s say: %(answer)s", number)
                case Voice.DENIES:
                    said = ngettext("%(number)s denies: %(answer)s", "%(number)s deny: %(answer)s", number)
                case _:
                    said = ngettext(
                        "%(number)s says, as possible: %(answer)s", "%(number)s say, as possible: %(answer)s", number
                    )
            yield said % values

    def agreed(self) -> Iterator[str]:
        alike = [each for each in self.findings if each.state is QuestionState.SAME and each.asked.question != WHO]
        if alike:
            yield _("Those who say give the same answer on: %(questions)s.") % {"questions": self._labels(alike)}

    def disputed(self) -> Iterator[str]:
        """What is disputed, between whom; questions with the same parties to the conflict together."""
        found = [each for each in by_rule(self.findings) if each.state is QuestionState.DISPUTED]
        if not found:
            yield _("No accounts recorded here exclude each other.")
        for first, alike in grouped(found, self._first).items():
            others = self._named_side([each for finding in alike for each in in_order(finding, self.names)[1]])
            values = {"one": with_and(first), "other": with_and(others), "questions": self._labels(alike)}
            yield _("Disputed, with %(one)s on one side and %(other)s on the other: %(questions)s.") % values

    def numbers(self) -> Iterator[str]:
        """The dead on which the numbers differ, from the smallest to the largest that anybody states."""
        for finding in self.findings:
            is_counted = finding.state is QuestionState.DIFFER and finding.asked.subject is None
            if is_counted and finding.asked.question in CLASSES_OF_DEAD:
                stands = (stand for lane in finding.lanes if lane.voice is Voice.ASSERTS for stand in lane.stands)
                if found := spread_of(stand.claim for stand in stands if not stand.whole):
                    question = lowered(finding.question.label)
                    least, most = self._end(found.least, is_least=True), self._end(found.most, is_least=False)
                    values = {"question": question, "least": least, "most": most}
                    yield _("On %(question)s the numbers differ, from %(least)s to %(most)s.") % values

    def _first(self, finding: Finding) -> tuple[str, ...]:
        """The parties to the conflict that stand first; where there are none, who stands there."""
        side = in_order(finding, self.names)[0]
        return self._fighting(side) or self._named_side(side)

    def _fighting(self, side: Iterable[Conflict]) -> tuple[str, ...]:
        """The parties to the conflict on a side; unnamed officials, who bind nobody, where there are no others."""
        stands = [each for each in _stands(side) if self._group(each) is PartyGroup.CONFLICT]
        bound = [each for each in stands if self.names.parties[each.authority].kind is not PartyKind.OFFICIALS]
        return tuple(dict.fromkeys(self.names.party(each.authority) for each in bound or stands))

    def _named_side(self, side: Sequence[Conflict]) -> tuple[str, ...]:
        """Who stands on a side: parties to the conflict by name, of others more than a few by their groups."""
        others = [each for each in _stands(side) if self._group(each) is not PartyGroup.CONFLICT]
        names = dict.fromkeys(self.names.party(each.authority) for each in others)
        if len(names) > MOST_NAMED:
            groups = {self._group(each) for each in others}
            names = dict.fromkeys(str(group.label) for group in PartyGroup if group in groups)
        return (*self._fighting(side), *names)

    def _group(self, stand: Stand) -> PartyGroup:
        return self.names.parties[stand.claim.party].group

    def _end(self, end: End, *, is_least: bool) -> str:
        """One end of the numbers stated, with its party: “49 or more (Syrian Observatory)”."""
        beside = bound(is_more=end.is_open and not is_least, is_fewer=end.is_open and is_least)
        number = f"{figure(end.number)} {beside}" if beside else figure(end.number)
        return _("%(number)s (%(party)s)") % {"number": number, "party": self.names.party(end.party)}

    def _labels(self, findings: Sequence[Finding]) -> str:
        labels, others = first_few([lowered(self.names.asked(*each.asked)) for each in findings], MOST_AGREED)
        return "; ".join([*labels, *more(others)])


def opening(
    dossier: Dossier, findings: Sequence[Finding], names: DossierNames, sentences: Sentences
) -> tuple[str, ...]:
    """The sentences of the paragraph."""
    said = _Opening(dossier, findings, names, sentences)
    return (said.filed(), *said.who(), *said.agreed(), *said.disputed(), *said.numbers())


def _stands(side: Iterable[Conflict]) -> Iterator[Stand]:
    return (stand for conflict in side for stand in conflict.standing)
