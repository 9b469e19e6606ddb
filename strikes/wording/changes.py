"""What took the place of what, in words: from which claim to which, and after how many days. Pure.

Only a correction or a changed account of the same authority is a move. A running count that is brought up to date is
none, and stands apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sources.dates.value import PartialDate
from strikes.dossiers.dossier import Claim, Incident
from strikes.rules.changes import AccountChange, Move
from strikes.rules.days_between import DaysBetween
from strikes.vocabulary.terms import Stance, SupersessionKind
from strikes.wording.claims import said_with_scope
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
    """Later claims in place of earlier ones, of the incident with this title; of those that say the same, the first.

    `days` says how many days lie between the two answers; it is empty where the day of one is not known.
    """

    incident: str
    earlier: tuple[ChangedClaim, ...]
    later: tuple[ChangedClaim, ...]
    kind: SupersessionKind
    days: str
    reason: str
    words: str

    @property
    def code(self) -> str:
        return self.later[0].code

    @property
    def asked(self) -> str:
        """The question, with its subject, of the later answer."""
        return self.later[0].asked

    @property
    def asked_before(self) -> str:
        """The question of the earlier answer where that is another; else empty."""
        before = self.earlier[0].asked
        return before if before != self.asked else ""

    @property
    def is_moved(self) -> bool:
        return self.kind is not SupersessionKind.UPDATES

    @property
    def is_same_party(self) -> bool:
        return len({claim.party for claim in (*self.earlier, *self.later)}) == 1


def changes_of(changes: Iterable[AccountChange], names: DossierNames, incident: Incident) -> tuple[ClaimChange, ...]:
    """The changes of account and the updates of one incident in words, by the day of the later answer."""
    return tuple(_in_words(change, names, incident) for change in sorted(changes, key=_in_order))


def first_of_each(claims: Iterable[ChangedClaim]) -> tuple[ChangedClaim, ...]:
    """Of the claims of one party that read the same, the first."""
    found: dict[tuple[str, str, str], ChangedClaim] = {}
    for claim in claims:
        found.setdefault((claim.party, claim.asked, claim.said), claim)
    return tuple(found.values())


def days_in_words(days: DaysBetween | None) -> str:
    """How many days lie between two answers; empty where the day of one is not known."""
    return between(days) if days else ""


def once(texts: Iterable[str]) -> str:
    """The texts one after the other, each once."""
    return " ".join(dict.fromkeys(text for text in texts if text))


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


def moved(
    party: str, kind: SupersessionKind, days: DaysBetween | None, earlier: Sequence[str], later: Sequence[str]
) -> str:
    """The sentence that a party gave up the earlier answers for the later ones, and after how many days, if they are known."""
    is_correction = kind is SupersessionKind.CORRECTS
    did = _("%(party)s corrected itself") if is_correction else _("%(party)s changed its account")
    did %= {"party": party}
    if days:
        did = _("%(did)s %(after)s") % {"did": did, "after": after(days)}
    values = {"did": did, "earlier": with_and(earlier), "later": with_and(later)}
    return _("%(did)s: first %(earlier)s; then %(later)s") % values


def came_from(earlier: Sequence[str], kind: SupersessionKind) -> str:
    """The note beside a later claim: what it took the place of."""
    match kind:
        case SupersessionKind.CHANGES_ACCOUNT:
            said = _("changed from %(before)s")
        case SupersessionKind.CORRECTS:
            said = _("corrected from %(before)s")
        case SupersessionKind.UPDATES:
            said = _("updated from %(before)s")
        case _:
            assert_never(kind)
    return said % {"before": with_and(earlier)}


def went_to(move: Move, place: str) -> str:
    """The note beside an earlier claim: where the later one stands, by its place, and the day of that."""
    values = {"place": place, "day": short_day(move.later.stated_on)}
    if move.later.stance is Stance.RETRACTS:
        return _("taken back, %(day)s") % values
    if move.is_moved and move.link.kind is SupersessionKind.CORRECTS:
        return _("corrected to %(place)s, %(day)s") % values
    if move.is_moved:
        return _("changed to %(place)s, %(day)s") % values
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
        said=said_with_scope(claim, names),
        stated_on=claim.stated_on,
    )


def _in_words(change: AccountChange, names: DossierNames, incident: Incident) -> ClaimChange:
    links = [move.link for move in change.moves]
    return ClaimChange(
        incident=incident.title,
        earlier=first_of_each(_changed(claim, names, incident.code) for claim in change.earlier),
        later=first_of_each(_changed(claim, names, incident.code) for claim in change.later),
        kind=change.kind,
        days=days_in_words(change.days),
        reason=once(link.reason for link in links),
        words=once(link.words for link in links),
    )


def _in_order(change: AccountChange) -> tuple[date, date, int, int]:
    """By the days of the two answers, those of an unknown day last; then as the claims are numbered."""
    until, since = (day.earliest if day else date.max for day in (change.until, change.since))
    return until, since, change.later[0].number, change.earlier[0].number
