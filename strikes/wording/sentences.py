"""What comes out on a question, said in one sentence that names who says what, with the strength printed. Pure.

    On civilians killed: US Central Command says: 1 person – Airwars says: 37 to 62 people; UCDP says: 50 to 62 people.

The words are this archive's own, but for the answers, which are those of the claims. A dash parts the sides.
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.rules.conflicts import Conflict
from strikes.rules.findings import Finding
from strikes.rules.positions import Stand, grouped
from strikes.vocabulary.terms import Hedge, QuestionState, Stance, Strength
from strikes.wording.dossier import InWords, lowered

MOST_NAMED = 3  # parties of one clause; the others are counted
MOST_CLAUSES = 3  # of one side


class Sentences:
    """The sentences of one dossier's findings."""

    def __init__(self, words: InWords) -> None:
        self.words = words

    def finding(self, finding: Finding) -> str:
        """The state of a question, and why."""
        label = lowered(self.words.asked(*finding.asked))
        said = self.said(finding).removesuffix(".")
        return _("On %(question)s: %(said)s.") % {"question": label, "said": said}

    def said(self, finding: Finding) -> str:
        """Who says what, without the question."""
        if finding.sides:
            parts = (self.side(side) for side in (finding.sides.one, finding.sides.other, finding.sides.neither))
            return " – ".join(part for part in parts if part)
        if finding.state in (QuestionState.NO_CLAIM, QuestionState.NOT_COMPARED) or not finding.lanes:
            return str(finding.state.label)
        if finding.state is QuestionState.NOT_IN_CONFLICT:
            return self._counted(finding)
        clauses = [self.clause(lane.stands) for lane in finding.lanes[:MOST_CLAUSES]]
        return "; ".join([*clauses, *self._more(len(finding.lanes) - MOST_CLAUSES)])

    def side(self, conflicts: Sequence[Conflict], most: int = MOST_CLAUSES) -> str:
        """What is said on one side, the answer that faces the other first, and at most so many answers in words."""
        clauses = [self.clause(conflict.standing) for conflict in conflicts[:most]]
        return "; ".join([*clauses, *self._more(len(conflicts) - most)])

    def clause(self, stands: Iterable[Stand]) -> str:
        """Who stands by one answer: by how strongly they say so, those that say so most plainly first."""
        by_strength = grouped(stands, lambda stand: stand.claim.strength)
        return "; ".join(self._clause(by_strength[strength]) for strength in Strength if strength in by_strength)

    def parties(self, stands: Iterable[Stand]) -> str:
        """The parties of these claims, the first of them by name."""
        return self.named(stand.claim.party for stand in stands)

    def named(self, slugs: Iterable[str]) -> str:
        """These parties, the first few by name and the others counted."""
        names = [self.words.party(slug) for slug in dict.fromkeys(slugs)]
        if len(names) > MOST_NAMED + 1:
            more = len(names) - MOST_NAMED
            names = [*names[:MOST_NAMED], ngettext("%(more)s other", "%(more)s others", more) % {"more": more}]
        return _and(names)

    def _clause(self, stands: Sequence[Stand]) -> str:
        slugs = list(dict.fromkeys(stand.claim.party for stand in stands))
        is_one = len(slugs) == 1 and not self.words.parties[slugs[0]].is_collective
        answer = self.words.claim(stands[0].claim)
        said = _verbs(stands[0], is_one=is_one) % {"parties": self.named(slugs), "answer": answer}
        if whole := stands[0].whole:
            label = lowered(self.words.questions[whole].label)
            said = _("%(said)s (said of %(whole)s)") % {"said": said, "whole": label}
        return said

    def _counted(self, finding: Finding) -> str:
        parties = len({stand.claim.party for lane in finding.lanes for stand in lane.stands})
        numbers = {"parties": parties, "answers": len(finding.lanes)}
        return _("%(parties)s parties give %(answers)s different answers, which can all be so") % numbers

    def _more(self, number: int) -> list[str]:
        if number <= 0:
            return []
        return [ngettext("and %(more)s other answer", "and %(more)s other answers", number) % {"more": number}]


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


def _and(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(several)s and %(last)s") % {"several": ", ".join(names[:-1]), "last": names[-1]}
