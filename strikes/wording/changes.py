"""What took the place of what, in words: from which claim to which, and after how many days. Pure.

Only a correction or a changed account of the same authority is a move. A running count that is brought up to date is
none, and stands apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sources.dates.value import PartialDate
from strikes.dossiers.dossier import Claim, Incident
from strikes.rules.days_between import DaysBetween, days_between
from strikes.rules.positions import Move
from strikes.vocabulary.terms import Stance, SupersessionKind
from strikes.wording.claims import said_by
from strikes.wording.days import after, between, short_day, stated_or_unknown
from strikes.wording.lists import with_and
from strikes.wording.names import DossierNames


@dataclass(frozen=True)
class ChangedClaim:
    """A claim of a change: who says what on which question of the incident with this code, and the day."""

    code: str
    number: int
    party: str
    asked: str
    said: str
    stated_on: PartialDate | None

    @property
    def stated(self) -> str:
        return stated_or_unknown(self.stated_on)


@dataclass(frozen=True)
class ClaimChange:
    """A later claim in place of an earlier one, of the incident with this title."""

    incident: str
    earlier: ChangedClaim
    later: ChangedClaim
    kind: SupersessionKind
    is_moved: bool
    reason: str
    words: str

    @property
    def days(self) -> str:
        """How many days lie between the statements, in words; empty where the day of one is not known."""
        days = days_between(self.earlier.stated_on, self.later.stated_on)
        return between(days) if days else ""

    @property
    def is_same_party(self) -> bool:
        return self.earlier.party == self.later.party

    @property
    def is_same_question(self) -> bool:
        return self.earlier.asked == self.later.asked


def changes_of(moves: Iterable[Move], names: DossierNames, incident: Incident) -> tuple[ClaimChange, ...]:
    """The moves and updates of one incident in words, by the day of the later statement."""
    return tuple(
        ClaimChange(
            incident=incident.title,
            earlier=_changed(move.earlier, names, incident.code),
            later=_changed(move.later, names, incident.code),
            kind=move.link.kind,
            is_moved=move.is_moved,
            reason=move.link.reason,
            words=move.link.words,
        )
        for move in sorted(moves, key=_in_order)
    )


def how_many(kind: SupersessionKind, number: int) -> str:
    """So many changes of one kind: “2 corrections”, “1 update, not a move”."""
    match kind:
        case SupersessionKind.CHANGES_ACCOUNT:
            said = ngettext("%(count)s changed account", "%(count)s changed accounts", number)
        case SupersessionKind.CORRECTS:
            said = ngettext("%(count)s correction", "%(count)s corrections", number)
        case _:
            said = ngettext("%(count)s update, not a move", "%(count)s updates, not moves", number)
    return said % {"count": number}


def moved(party: str, days: DaysBetween | None, earlier: str, later: str) -> str:
    """The sentence that a party gave up the earlier answer for the later one, with the days where they are exact."""
    values = {"party": party, "earlier": earlier, "later": later}
    if days is None or not days.is_exact:
        return _("%(party)s changed its account: first %(earlier)s, then %(later)s") % values
    values["after"] = after(days)
    return _("%(party)s changed its account %(after)s: first %(earlier)s, then %(later)s") % values


def came_from(earlier: Sequence[str], *, is_moved: bool) -> str:
    """The note beside a later claim: what it took the place of."""
    said = _("moved from %(before)s") if is_moved else _("updated from %(before)s")
    return said % {"before": with_and(earlier)}


def went_to(move: Move, place: str) -> str:
    """The note beside an earlier claim: where the later one stands, by its place, and the day of that."""
    values = {"place": place, "day": short_day(move.later.stated_on)}
    if move.later.stance is Stance.RETRACTS:
        return _("taken back, %(day)s") % values
    if move.is_moved:
        return _("moved to %(place)s, %(day)s") % values
    if move.link.kind is SupersessionKind.UPDATES:
        return _("updated to %(place)s, %(day)s") % values
    return _("superseded by %(place)s, %(day)s") % values


def replaced_by(later: str) -> str:
    """The note beside an earlier claim: what took its place."""
    return _("replaced by %(later)s") % {"later": later}


def _changed(claim: Claim, names: DossierNames, code: str) -> ChangedClaim:
    return ChangedClaim(
        code=code,
        number=claim.number,
        party=names.voice(claim, Stance.ASSERTS),
        asked=names.asked(claim.question, claim.subject),
        said=said_by(claim, names),
        stated_on=claim.stated_on,
    )


def _in_order(move: Move) -> tuple[date, date, int, int]:
    """By the days stated, those of an unknown day last; then as the claims are numbered."""
    later, earlier = (
        (claim.stated_on.earliest if claim.stated_on else date.max) for claim in (move.later, move.earlier)
    )
    return later, earlier, move.later.number, move.earlier.number
