"""How one claim stands to the others on its question: with whom, against whom and why, and what it goes back to. Pure."""

from dataclasses import dataclass
from itertools import chain

from strikes.incident.accounts import Told
from strikes.incident.conflicts_explained import Conflicts, Pairs, conflicts_of_claim, ended
from strikes.incident.question import Origins, QuestionPages, Voiced
from strikes.rules.findings import Finding
from strikes.rules.origins import ROOTS
from strikes.rules.positions import Asked, Voice, voice_of
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import Basis, Beside, Rule


@dataclass(frozen=True)
class Bearing:
    """One claim among the others. `beside` says why it decides nothing; None where it is a position.

    `also_by` are the claims of others that give the very same answer; `on_parts` are the questions on which none of a
    whole is read too, each with what it is in conflict with there.
    """

    told: Told
    finding: Finding
    beside: Beside | None
    is_possible: bool
    also_by: tuple[Voiced, ...]
    conflicts: Conflicts
    ended: tuple[Pairs, ...]
    has_two_voices: bool
    origins: Origins
    on_parts: tuple[tuple[Question, Conflicts], ...]

    @property
    def is_never_compared(self) -> bool:
        return self.finding.question.rule is Rule.NEVER

    @property
    def is_origin(self) -> bool:
        """Whether it rests on what its party did, counted, saw or inquired into."""
        claim = self.told.entry.claim
        return not claim.told_by and claim.basis in ROOTS

    @property
    def is_compilation(self) -> bool:
        return self.told.entry.claim.basis is Basis.COMPILATION


def bearing(number: int, pages: QuestionPages) -> Bearing:
    """How the claim of this number stands to the others; KeyError if there is none."""
    told = pages.accounts.told(number)
    claim = told.entry.claim
    asked = Asked(claim.question, claim.subject)
    finding = next(found for found in pages.findings[claim.question] if found.asked == asked)
    beside = next((why for each, why in finding.positions.beside if each.number == number), None)
    lane = None if beside else finding.lane_of[number]
    authority = lane.by_number[number].authority if lane else ""
    return Bearing(
        told=told,
        finding=finding,
        beside=beside,
        is_possible=lane is not None and voice_of(claim) is Voice.POSSIBLE,
        also_by=tuple(pages.stand(each) for each in lane.stands if each.claim.number != number) if lane else (),
        conflicts=conflicts_of_claim(number, finding, pages.sentences) if lane else Conflicts(()),
        ended=ended(finding, pages.sentences, number) if lane else (),
        has_two_voices=authority in finding.two_voices,
        origins=pages.origins([number]),
        on_parts=tuple(
            (each.question, conflicts_of_claim(number, each, pages.sentences))
            for each in chain(*pages.findings.values())
            if each is not finding and number in each.lane_of
        ),
    )
