"""The finding on a question in sentences, which name who says what and how strongly. Pure.

    On civilians killed, US Central Command says: 1 person; against that, Airwars says: 37 to 62 people.

The words are this archive's own, and the answers are those of the claims. Nobody is named who has no claim on this
question that stands there. A third side is said as a third.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Claim
from strikes.rules.findings import Finding
from strikes.rules.sides import ConflictSide, Confrontation, said_instead
from strikes.rules.stands import Stand, grouped
from strikes.vocabulary.terms import AnswerKind, Hedge, QuestionState, Stance, Strength
from strikes.wording.claims import answer_of, answer_to, said_by
from strikes.wording.conflicts import according_to
from strikes.wording.lists import other_answers
from strikes.wording.names import DossierNames, lowered, said_of
from strikes.wording.told import tells

MOST_CLAUSES = 3  # of one side


class Sentences:
    """The sentences of one dossier's findings."""

    def __init__(self, names: DossierNames) -> None:
        self.names = names

    def finding(self, finding: Finding) -> str:
        """All that is said of the finding: a dispute and a difference of numbers are two sentences."""
        if finding.confrontations:
            return " ".join(self.confrontations(finding))
        return self._sentence(finding, self._without_conflict(finding))

    def confrontations(self, finding: Finding, most: int = MOST_CLAUSES) -> Iterator[str]:
        """A sentence of each confrontation, with at most so many answers of a side in words."""
        for place, found in enumerate(finding.confrontations):
            said = self.confrontation(found, finding, most)
            if found.verdict is Verdict.DIFFER:
                differ = _("the numbers also differ: %(said)s") if place else _("the numbers differ: %(said)s")
                said = differ % {"said": said}
            yield self._sentence(finding, said)

    def confrontation(self, found: Confrontation, finding: Finding, most: int = MOST_CLAUSES) -> str:
        """Who says what on each side, without the question."""
        first, *others = (self.side(side, finding, most) for side in found.sides)
        said = [first]
        for place, other in enumerate(others):
            is_against_all = found.sides[place + 1].is_against_all
            said.append((_against(place) if is_against_all else _("another answer: %(said)s")) % {"said": other})
        if number := found.between:
            between = ngettext("%(number)s answer lies between", "%(number)s answers lie between", number)
            said.append(between % {"number": number})
        if found.relation:
            said.append(according_to(found.relation.by))
        return "; ".join(said)

    def side(self, side: ConflictSide, finding: Finding, most: int = MOST_CLAUSES) -> str:
        """What is said on one side, the answer that faces the others first, and at most so many answers in words.

        After a denial stands what those who only deny say themselves.
        """
        answers = (*side.answers[:1], *said_instead(side, finding.lanes), *side.answers[1:])
        clauses = [self.clause(answer.stands) for answer in answers[:most]]
        return "; ".join([*clauses, *other_answers(len(answers) - most)])

    def clause(self, stands: Iterable[Stand]) -> str:
        """Who gives one answer, grouped by how strongly they say it, the plainest first."""
        by_strength = grouped(stands, lambda stand: stand.claim.strength)
        return "; ".join(self._clause(by_strength[strength]) for strength in Strength if strength in by_strength)

    def _sentence(self, finding: Finding, said: str) -> str:
        label = lowered(self.names.asked(*finding.asked))
        return _("On %(question)s, %(said)s.") % {"question": label, "said": said.removesuffix(".")}

    def _without_conflict(self, finding: Finding) -> str:
        """What the accounts make together where nobody faces anybody: all lanes, or the state where there are none."""
        if not finding.lanes:
            return self._beside(finding)
        clauses = [self.clause(lane.stands) for lane in finding.lanes[:MOST_CLAUSES]]
        said = "; ".join([*clauses, *other_answers(len(finding.lanes) - MOST_CLAUSES)])
        match finding.state:
            case QuestionState.NOT_IN_CONFLICT:
                return _("%(said)s. No rule sets these against each other") % {"said": said}
            case QuestionState.NOT_COMPARED:
                return _("%(said)s. No rule compares these") % {"said": said}
            case _:
                return said

    def _beside(self, finding: Finding) -> str:
        """What stands on a question on which nothing counts: who found no evidence, or what was said and why it does not."""
        said = [
            self._beside_in_words(claim)
            for claim, why in finding.positions.beside
            if not why.is_replaced and claim.answer
        ]
        if not said:
            is_gone = any(why.is_replaced for _claim, why in finding.positions.beside)
            return _("what was said is no longer held") if is_gone else str(finding.state.label)
        return _("%(said)s. No rule compares these") % {
            "said": "; ".join([*said[:MOST_CLAUSES], *other_answers(len(said) - MOST_CLAUSES)])
        }

    def _beside_in_words(self, claim: Claim) -> str:
        party = self.names.party(claim.party)
        if not claim.told_by:
            return _("%(party)s: %(said)s") % {"party": party, "said": said_by(claim, self.names)}
        told = tells(self.names.party(claim.told_by), party, claim.stance)
        return _("%(told)s: %(answer)s") % {"told": told, "answer": answer_of(claim, self.names)}

    def _clause(self, stands: Sequence[Stand]) -> str:
        slugs = list(dict.fromkeys(stand.claim.party for stand in stands))
        is_one = len(slugs) == 1 and not self.names.parties[slugs[0]].is_collective
        question = self.names.questions[stands[0].claim.question]
        # A number of the whole is compared as the most that the part can be, and said as it was stated.
        answer = answer_to(question, stands[0].claim.answer or stands[0].answer, self.names)
        said = _verbs(stands[0], question.kind, is_one=is_one) % {
            "parties": self.names.some_parties(slugs),
            "answer": answer,
        }
        if whole := stands[0].whole:
            said = _("%(said)s (%(of_whole)s)") % {"said": said, "of_whole": said_of(self.names.question(whole))}
        return said


def _against(place: int) -> str:
    """How the side at this place after the first begins."""
    if place == 0:
        return _("against that, %(said)s")
    return _("against both, %(said)s") if place == 1 else _("against all of these, %(said)s")


def _verbs(stand: Stand, kind: AnswerKind, *, is_one: bool) -> str:
    """How the answer is said, for one party or for several."""
    claim, answer = stand.claim, stand.answer
    number = 1 if is_one else 2
    if claim.stance is Stance.DENIES:
        return _denies(claim.strength, number)
    if answer.hedge is Hedge.NONE_KNOWN:
        return ngettext("%(parties)s says that none is known", "%(parties)s say that none is known", number)
    match claim.strength:
        case Strength.LIKELY:
            return ngettext("%(parties)s says, as likely: %(answer)s", "%(parties)s say, as likely: %(answer)s", number)
        case Strength.POSSIBLE:
            return ngettext(
                "%(parties)s says, as possible: %(answer)s", "%(parties)s say, as possible: %(answer)s", number
            )
        case Strength.DOUBTS if kind is AnswerKind.YES_NO and answer.yes:
            return ngettext("%(parties)s doubts it", "%(parties)s doubt it", number)
        case Strength.UNLIKELY if kind is AnswerKind.YES_NO and answer.yes:
            return ngettext("%(parties)s calls it unlikely", "%(parties)s call it unlikely", number)
        case Strength.DOUBTS:
            return ngettext("%(parties)s doubts: %(answer)s", "%(parties)s doubt: %(answer)s", number)
        case Strength.UNLIKELY:
            return ngettext("%(parties)s calls unlikely: %(answer)s", "%(parties)s call unlikely: %(answer)s", number)
        case _:
            return ngettext("%(parties)s says: %(answer)s", "%(parties)s say: %(answer)s", number)


def _denies(strength: Strength, number: int) -> str:
    """A denial, with its strength; it never says “doubts” or “unlikely”, which would deny twice."""
    match strength:
        case Strength.LIKELY:
            return ngettext(
                "%(parties)s says that this is likely not so: %(answer)s",
                "%(parties)s say that this is likely not so: %(answer)s",
                number,
            )
        case Strength.POSSIBLE:
            return ngettext(
                "%(parties)s says that this is possibly not so: %(answer)s",
                "%(parties)s say that this is possibly not so: %(answer)s",
                number,
            )
        case _:
            return ngettext("%(parties)s denies: %(answer)s", "%(parties)s deny: %(answer)s", number)
