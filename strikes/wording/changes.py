"""Steps: what took the place of what, from which words to which, and after how many days. Pure.

Only a correction or a changed account of the same authority is a move; a running count that is brought up to date is
not, and stands apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sources.dates.value import PartialDate
from strikes.dossiers.dossier import Claim, Incident
from strikes.rules.positions import Move
from strikes.vocabulary.terms import SupersessionKind
from strikes.wording.dossier import InWords, spoken


@dataclass(frozen=True)
class End:
    """A claim at one end of a step: who says what on which question, and the day."""

    code: str  # of the incident
    number: int
    party: str
    asked: str
    said: str
    stated: PartialDate | None


@dataclass(frozen=True)
class Step:
    """A later claim in place of an earlier one, of the incident of this title."""

    incident: str
    earlier: End
    later: End
    kind: SupersessionKind
    is_moved: bool
    reason: str
    words: str

    @property
    def days(self) -> tuple[int, int] | None:
        """The fewest and the most days that can lie between the statements; None where a day is not known."""
        earlier, later = self.earlier.stated, self.later.stated
        if not earlier or not later:
            return None
        return max((later.earliest - earlier.latest).days, 0), max((later.latest - earlier.earliest).days, 0)

    @property
    def is_same_party(self) -> bool:
        return self.earlier.party == self.later.party

    @property
    def is_same_question(self) -> bool:
        return self.earlier.asked == self.later.asked


def steps(moves: Iterable[Move], words: InWords, incident: Incident) -> tuple[Step, ...]:
    """These moves and updates of one incident in words, by the day of the later statement."""
    return tuple(
        Step(
            incident=incident.title,
            earlier=_end(move.earlier, words, incident.code),
            later=_end(move.later, words, incident.code),
            kind=move.link.kind,
            is_moved=move.is_moved,
            reason=move.link.reason,
            words=move.link.words,
        )
        for move in sorted(moves, key=_in_order)
    )


def _end(claim: Claim, words: InWords, code: str) -> End:
    return End(
        code=code,
        number=claim.number,
        party=words.party(claim.party),
        asked=words.asked(claim.question, claim.subject),
        said=spoken(claim.stance, claim.strength, words.claim(claim)),
        stated=claim.stated_on,
    )


def _in_order(move: Move) -> tuple[date, date, int, int]:
    """By the days stated, those of an unknown day last; then as the claims are numbered."""
    later, earlier = (
        (claim.stated_on.earliest if claim.stated_on else date.max) for claim in (move.later, move.earlier)
    )
    return later, earlier, move.later.number, move.earlier.number
