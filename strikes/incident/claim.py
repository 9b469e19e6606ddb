"""The page of one claim: who agrees with it, what it is in conflict with and why, and where it comes from. Pure."""

from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _

from strikes.answers import count
from strikes.dossiers.dossier import Party
from strikes.incident.accounts import Entry, NumberedSource
from strikes.incident.question import NamedOrigins, PartyClaim, QuestionPages
from strikes.incident.reasons import PairsByReason, PairsOfReason, not_contradicting, pairs_of_claim
from strikes.rules.findings import Finding
from strikes.rules.stands import Asked, Voice, voice_of
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import Beside, Rule
from strikes.wording.origins import without_origin_in_words

NO_PAIRS = PairsByReason(())


@dataclass(frozen=True)
class ClaimPage:
    """One claim among the other claims on its question.

    `why_not_compared` is None where the claim is a position. `same_answer_by` are the claims of others that give the
    very same answer. `on_parts` are the questions on which a number of a whole is read too, each with the answers that
    it is in conflict with there. `without_origin` is the sentence that it counts with no origin. `before` and `after` are the numbers of the neighbouring claims.
    """

    entry: Entry
    question: Question
    party: Party
    authority: Party | None
    sources: tuple[NumberedSource, ...]
    finding: Finding
    why_not_compared: Beside | None
    same_answer_by: tuple[PartyClaim, ...]
    in_conflict: PairsByReason
    not_contradicting: tuple[PairsOfReason, ...]
    has_two_voices: bool
    origins: NamedOrigins
    without_origin: str
    on_parts: tuple[tuple[Question, PairsByReason], ...]
    before: int | None
    after: int | None

    @property
    def speaking(self) -> Party:
        """The party that it is listed under."""
        return self.entry.teller or self.party

    @property
    def cited_as(self) -> str:
        """Who says it, before “on” and the question."""
        return _("%(voice)s,") % {"voice": self.entry.voice} if self.entry.teller else self.party.name

    @property
    def is_alone(self) -> bool:
        """Whether no other authority answers the question."""
        return len(self.finding.authorities) < 2

    @property
    def is_none(self) -> bool:
        """Whether it says that there is none, or that none is known."""
        answer = self.entry.claim.answer
        return answer is not None and count.interval(answer) in count.NONE

    @property
    def is_possible(self) -> bool:
        """Whether it is a position that says no more than that something is possible."""
        return self.why_not_compared is None and voice_of(self.entry.claim) is Voice.POSSIBLE

    @property
    def is_never_compared(self) -> bool:
        return self.question.rule is Rule.NEVER

    @property
    def is_origin(self) -> bool:
        """Whether it rests on what its party did, counted, saw or inquired into."""
        claim = self.entry.claim
        return not claim.told_by and claim.basis.is_first_hand


def claim_page(number: int, pages: QuestionPages) -> ClaimPage:
    """The page of the claim of this number; KeyError if there is none."""
    accounts, sentences = pages.accounts, pages.sentences
    entry = accounts.entry(number)
    claim, party = entry.claim, accounts.parties[entry.claim.party]
    asked = Asked(claim.question, claim.subject)
    finding = next(found for found in pages.findings[claim.question] if found.asked == asked)
    lane = finding.lane_of.get(number)
    before, after = _neighbours(number, sorted(accounts.claims))
    return ClaimPage(
        entry=entry,
        question=finding.question,
        party=party,
        authority=accounts.parties.get(party.authority or ""),
        sources=accounts.with_relayed(cited.source.number for cited in entry.citations),
        finding=finding,
        why_not_compared=next((why for each, why in finding.positions.beside if each.number == number), None),
        same_answer_by=tuple(pages.of_stand(each, lane) for each in lane.stands if each.claim.number != number)
        if lane
        else (),
        in_conflict=pairs_of_claim(number, finding, sentences) if lane else NO_PAIRS,
        not_contradicting=not_contradicting(finding, sentences, number) if lane else (),
        has_two_voices=lane is not None and lane.by_number[number].authority in finding.two_voices,
        origins=(origins := pages.origins([number])),
        without_origin="" if origins.known else without_origin_in_words(claim, pages.lineage, pages.names),
        on_parts=tuple(
            (each.question, pairs_of_claim(number, each, sentences))
            for each in chain(*pages.findings.values())
            if each is not finding and number in each.lane_of
        ),
        before=before,
        after=after,
    )


def _neighbours(number: int, numbers: list[int]) -> tuple[int | None, int | None]:
    """The numbers before and after this one in order."""
    place = numbers.index(number)
    return (numbers[place - 1] if place else None), next(iter(numbers[place + 1 :]), None)
