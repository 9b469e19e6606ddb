"""The finding on a question in sentences, which name who says what and how strongly. Pure.

    On civilians killed, US Central Command says: 1 person; against that, Airwars says: 37 to 62 people.

The words are this archive's own, and the answers are those of the claims. Nobody is named who has no claim on this
question that stands there. A third side is said as a third.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.answers import KINDS
from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Claim
from strikes.rules.findings import Finding
from strikes.rules.sides import ConflictSide, Confrontation, answers_heard
from strikes.rules.stands import Stand, Voice, grouped
from strikes.vocabulary.terms import Beside, Hedge, QuestionState, RelatedBy, Stance, Strength
from strikes.wording.claims import answer_to, said_by, told_answer
from strikes.wording.conflicts import against, lying_between
from strikes.wording.lists import other_answers
from strikes.wording.names import DossierNames, said_of
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

    def confrontations(self, finding: Finding, most: int = MOST_CLAUSES, *, in_front: bool = False) -> Iterator[str]:
        """A sentence of each confrontation, with at most so many answers of a side in words.

        In front officials without a name stand in none.
        """
        said = [found for found in finding.confrontations if not (in_front and found.has_unnamed_side)]
        for found in said:
            if found.verdict is Verdict.DIFFER:
                yield self._sentence(finding, self._differ(found, most, is_also=found is not said[0]))
            else:
                yield self._sentence(finding, self._dispute(found, finding, most))
            yield from self._whose_word(found)
        yield from self._two_voices(finding)

    def side(self, side: ConflictSide, found: Confrontation, finding: Finding, most: int = MOST_CLAUSES) -> str:
        """What is said on one side, the answer that faces the others first, and at most so many answers in words.

        After a denial stands what those who only deny say themselves.
        """
        return self._clauses([answer.stands for answer in answers_heard(side, found, finding.lanes)], most)

    def _dispute(self, found: Confrontation, finding: Finding, most: int) -> str:
        said = [self.side(side, found, finding, most) for side in found.sides]
        for place, side in enumerate(found.sides[1:], 1):
            parted = _("%(against)s, %(said)s") if side.is_against_all else _("%(against)s: %(said)s")
            said[place] = parted % {
                "against": against(place, is_against_all=side.is_against_all),
                "said": said[place],
            }
        return "; ".join(said)

    def _differ(self, found: Confrontation, most: int, *, is_also: bool) -> str:
        """The numbers from the smallest to the largest: “33 people (US Central Command) against 90 people (UNAMA)”."""
        sides = [
            "; ".join(
                [
                    *(self._number(answer.stands) for answer in side.answers[:most]),
                    *other_answers(len(side.answers) - most),
                ]
            )
            for side in found.sides
        ]
        said = _(" against ").join(sides)
        if found.between:
            said = f"{said}; {lying_between(found.between)}"
        differ = _("the numbers also differ: %(said)s") if is_also else _("the numbers differ: %(said)s")
        return differ % {"said": said}

    def _number(self, stands: Sequence[Stand]) -> str:
        """A number with who states it, how strongly, and of which whole."""
        by_strength = grouped(stands, lambda stand: stand.claim.strength)
        said = []
        for strength, alike in by_strength.items():
            notes = [self.names.some_parties([stand.claim.party for stand in alike])]
            notes += [str(strength.label)] if strength is not Strength.FACT else []
            notes += [said_of(self.names.question(alike[0].whole))] if alike[0].whole else []
            said.append(", ".join(notes))
        return _("%(number)s (%(notes)s)") % {"number": self._answer(stands[0]), "notes": "; ".join(said)}

    def _whose_word(self, found: Confrontation) -> Iterator[str]:
        """By whose word the first two sides stand against each other, where no rule sets them so."""
        match found.relation and found.relation.by:
            case RelatedBy.EDITOR:
                yield _("An editor of this archive sets these two against each other.")
            case RelatedBy.PARTY:
                yield _("One of them says itself that the two contradict each other.")

    def _two_voices(self, finding: Finding) -> Iterator[str]:
        """What else an authority says that stands in a confrontation and excludes its own answer."""
        shown = {
            stand.claim.number for found in finding.confrontations for side in found.sides for stand in side.stands
        }
        facing = {authority for found in finding.confrontations for authority in found.authorities}
        for authority in finding.two_voices:
            others = [
                tuple(
                    stand for stand in lane.stands if stand.authority == authority and stand.claim.number not in shown
                )
                for lane in finding.lanes
            ]
            if authority in facing and (left := [stands for stands in others if stands]):
                values = {"party": self.names.party(authority), "said": self._clauses(left, MOST_CLAUSES)}
                yield _("%(party)s speaks with another voice too: %(said)s.") % values

    def _clauses(self, answers: Sequence[Sequence[Stand]], most: int) -> str:
        """Several answers, each with who gives it; a party that gives one after the other is named once."""
        said: list[str] = []
        before: list[str] = []
        for stands in answers:
            parties = _parties(stands)
            if parties == before and len({stand.claim.strength for stand in stands}) == 1:
                said[-1] = _("%(said)s, and %(more)s") % {"said": said[-1], "more": self._clause(stands, named=False)}
            else:
                said.append(self.clause(stands))
            before = parties
        return "; ".join([*said[:most], *other_answers(len(said) - most)])

    def clause(self, stands: Iterable[Stand]) -> str:
        """Who gives one answer, grouped by how strongly they say it, the plainest first."""
        by_strength = grouped(stands, lambda stand: stand.claim.strength)
        return "; ".join(self._clause(by_strength[strength]) for strength in Strength if strength in by_strength)

    def _sentence(self, finding: Finding, said: str) -> str:
        topic = self.names.topic(*finding.asked)
        return _("On %(question)s, %(said)s.") % {"question": topic, "said": said.removesuffix(".")}

    def _without_conflict(self, finding: Finding) -> str:
        """What the accounts make together where nobody faces anybody: all lanes, or the state where there are none."""
        if not finding.lanes:
            return self._beside(finding)
        if len(finding.lanes) > 1 and finding.state is QuestionState.NOT_IN_CONFLICT:
            return self._different(finding)
        said = self._clauses([lane.stands for lane in finding.lanes], MOST_CLAUSES)
        return _("%(said)s. No rule compares these") % {"said": said} if len(finding.lanes) > 1 else said

    def _different(self, finding: Finding) -> str:
        """Different answers that no rule sets against each other; one that only says the first more precisely is called so."""
        first, *others = finding.lanes
        kind, ground = KINDS[finding.question.kind], finding.comparison.ground
        narrower = [
            lane
            for lane in others
            if first.voice is lane.voice is Voice.ASSERTS and kind.is_narrower(lane.answer, first.answer, ground)
        ]
        said = self._clauses([lane.stands for lane in finding.lanes if lane not in narrower], MOST_CLAUSES)
        for lane in narrower:
            said = _("%(said)s; more narrowly, %(narrower)s") % {"said": said, "narrower": self.clause(lane.stands)}
        if len(narrower) == len(others):
            return said
        return _("%(said)s. No rule sets these against each other") % {"said": said}

    def _beside(self, finding: Finding) -> str:
        """What stands on a question on which nothing counts: who found no evidence, or what was said and why it does not."""
        said = [
            self._beside_in_words(claim, why)
            for claim, why in finding.positions.beside
            if not why.is_replaced and claim.answer
        ]
        if not said:
            is_gone = any(why.is_replaced for _claim, why in finding.positions.beside)
            return _("what was said is no longer held") if is_gone else str(finding.state.label)
        return "; ".join([*said[:MOST_CLAUSES], *other_answers(len(said) - MOST_CLAUSES)])

    def _beside_in_words(self, claim: Claim, why: Beside) -> str:
        """What one party says that does not count, with the reason."""
        party = self.names.party(claim.party)
        if claim.told_by:
            told = tells(self.names.party(claim.told_by), party, claim.stance)
            return _("%(told)s: %(answer)s") % {"told": told, "answer": told_answer(claim, self.names)}
        values = {"party": party, "said": said_by(claim, self.names), "why": why.label}
        if why in (Beside.NO_ANSWER, Beside.NO_EVIDENCE):
            return _("%(party)s: %(said)s") % values
        return _("%(party)s: %(said)s (%(why)s)") % values

    def _clause(self, stands: Sequence[Stand], *, named: bool = True) -> str:
        """Who gives an answer, all as strongly; without the parties where they were named just before."""
        slugs = _parties(stands)
        is_one = len(slugs) == 1 and not self.names.parties[slugs[0]].is_collective
        values = {"parties": self._speakers(slugs) if named else "", "answer": self._answer(stands[0])}
        said = (_verbs(stands[0], is_one=is_one) % values).strip()
        if whole := stands[0].whole:
            said = _("%(said)s (%(of_whole)s)") % {"said": said, "of_whole": said_of(self.names.question(whole))}
        return said

    def _speakers(self, slugs: Sequence[str]) -> str:
        """The parties before their verb: a name that holds a comma is closed with one, “US officials, unnamed, say”."""
        said = self.names.some_parties(slugs)
        last = self.names.party(slugs[-1])
        return f"{said}," if "," in last and said.endswith(last) else said

    def _answer(self, stand: Stand) -> str:
        """The answer as it was stated: a number of the whole is compared as the most that the part can be."""
        question = self.names.questions[stand.claim.question]
        return answer_to(question, stand.claim.answer or stand.answer, self.names)


def _parties(stands: Iterable[Stand]) -> list[str]:
    return list(dict.fromkeys(stand.claim.party for stand in stands))


def _verbs(stand: Stand, *, is_one: bool) -> str:
    """How the answer is said, for one party or for several."""
    claim, answer = stand.claim, stand.answer
    number = 1 if is_one else 2
    if claim.stance is Stance.DENIES:
        return _denies(claim.strength, number)
    if answer.hedge is Hedge.NONE_KNOWN:
        return ngettext("%(parties)s says that none is known", "%(parties)s say that none is known", number)
    match claim.strength:
        case Strength.LIKELY:
            return ngettext(
                "%(parties)s says that this is likely: %(answer)s",
                "%(parties)s say that this is likely: %(answer)s",
                number,
            )
        case Strength.POSSIBLE:
            return ngettext(
                "%(parties)s says that this is possible: %(answer)s",
                "%(parties)s say that this is possible: %(answer)s",
                number,
            )
        case Strength.DOUBTS:
            return ngettext("%(parties)s doubts: %(answer)s", "%(parties)s doubt: %(answer)s", number)
        case Strength.UNLIKELY:
            return ngettext(
                "%(parties)s says that this is unlikely: %(answer)s",
                "%(parties)s say that this is unlikely: %(answer)s",
                number,
            )
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
