"""The finding on a question in one sentence, which names who says what and how strongly. Pure.

    On civilians killed: US Central Command says: 1 person – Airwars says: 37 to 62 people; UCDP says: 50 to 62 people.

The words are this archive's own. The answers are those of the claims. A dash stands between the two sides.
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.rules.conflicts import Conflict
from strikes.rules.findings import Finding
from strikes.rules.positions import Stand, grouped
from strikes.vocabulary.terms import Hedge, QuestionState, Stance, Strength
from strikes.wording.claims import answer_of
from strikes.wording.lists import other_answers
from strikes.wording.names import DossierNames, lowered, said_of

MOST_CLAUSES = 3  # of one side


class Sentences:
    """The sentences of one dossier's findings."""

    def __init__(self, names: DossierNames) -> None:
        self.names = names

    def finding(self, finding: Finding) -> str:
        """The whole sentence, with the question."""
        label = lowered(self.names.asked(*finding.asked))
        said = self.said(finding).removesuffix(".")
        return _("On %(question)s: %(said)s.") % {"question": label, "said": said}

    def said(self, finding: Finding) -> str:
        """Who says what, without the question."""
        if finding.sides:
            sides = (self.side(side) for side in (finding.sides.one, finding.sides.other, finding.sides.neither))
            return " – ".join(side for side in sides if side)
        if finding.state in (QuestionState.NO_CLAIM, QuestionState.NOT_COMPARED) or not finding.lanes:
            return str(finding.state.label)
        if finding.state is QuestionState.NOT_IN_CONFLICT:
            return self._counted(finding)
        clauses = [self.clause(lane.stands) for lane in finding.lanes[:MOST_CLAUSES]]
        return "; ".join([*clauses, *other_answers(len(finding.lanes) - MOST_CLAUSES)])

    def side(self, conflicts: Sequence[Conflict], most: int = MOST_CLAUSES) -> str:
        """What is said on one side, the answer that faces the other first, and at most so many answers in words."""
        clauses = [self.clause(conflict.standing) for conflict in conflicts[:most]]
        return "; ".join([*clauses, *other_answers(len(conflicts) - most)])

    def clause(self, stands: Iterable[Stand]) -> str:
        """Who gives one answer, grouped by how strongly they say it, the plainest first."""
        by_strength = grouped(stands, lambda stand: stand.claim.strength)
        return "; ".join(self._clause(by_strength[strength]) for strength in Strength if strength in by_strength)

    def _clause(self, stands: Sequence[Stand]) -> str:
        slugs = list(dict.fromkeys(stand.claim.party for stand in stands))
        is_one = len(slugs) == 1 and not self.names.parties[slugs[0]].is_collective
        answer = answer_of(stands[0].claim, self.names)
        said = _verbs(stands[0], is_one=is_one) % {"parties": self.names.some_parties(slugs), "answer": answer}
        if whole := stands[0].whole:
            said = _("%(said)s (%(of_whole)s)") % {"said": said, "of_whole": said_of(self.names.question(whole))}
        return said

    def _counted(self, finding: Finding) -> str:
        parties = len({stand.claim.party for lane in finding.lanes for stand in lane.stands})
        numbers = {"parties": parties, "answers": len(finding.lanes)}
        return _("%(parties)s parties give %(answers)s different answers, which can all be so") % numbers


def _verbs(stand: Stand, *, is_one: bool) -> str:
    """How the answer is said, for one party or for several."""
    number = 1 if is_one else 2
    claim = stand.claim
    if claim.stance is Stance.DENIES:
        return ngettext("%(parties)s denies: %(answer)s", "%(parties)s deny: %(answer)s", number)
    if claim.answer and claim.answer.hedge is Hedge.NONE_KNOWN:
        return ngettext("%(parties)s says that none is known", "%(parties)s say that none is known", number)
    match claim.strength:
        case Strength.LIKELY:
            return ngettext("%(parties)s says, as likely: %(answer)s", "%(parties)s say, as likely: %(answer)s", number)
        case Strength.POSSIBLE:
            return ngettext(
                "%(parties)s says, as possible: %(answer)s", "%(parties)s say, as possible: %(answer)s", number
            )
        case Strength.DOUBTS:
            return ngettext("%(parties)s doubts: %(answer)s", "%(parties)s doubt: %(answer)s", number)
        case Strength.UNLIKELY:
            return ngettext("%(parties)s calls unlikely: %(answer)s", "%(parties)s call unlikely: %(answer)s", number)
        case _:
            return ngettext("%(parties)s says: %(answer)s", "%(parties)s say: %(answer)s", number)
