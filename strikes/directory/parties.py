"""The pages of one party: what it says, incident by incident, and how its positions moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.paginator import Page

from strikes.directory.lines import LinesOfIncident, change_of, lines_of
from strikes.directory.paging import numbered_page
from strikes.directory.public import listed_parties
from strikes.dossiers.dossier import Claim, Dossier
from strikes.models import Listing, ListingChange, Party
from strikes.rules.stands import counted_for
from strikes.vocabulary.terms import SupersessionKind
from strikes.wording.changes import ClaimChange

INCIDENTS = 20
STEPS = 20  # on the page of a party; all of them are at an address of their own
STEPS_OF_KIND = 50


@dataclass(frozen=True)
class PartyPage:
    """A party, what it says in a page of incidents, and the latest of the changes that it made.

    `offices` state its position, and `joint` are the parties in which it speaks as one with others; what they say and
    changed is listed here too. `own_claims` counts those of the party alone. `members` are those of a joint party.
    """

    party: Party
    offices: tuple[Party, ...]
    joint: tuple[Party, ...]
    members: tuple[Party, ...]
    own_claims: int
    page: "Page[Any]"
    said: tuple[LinesOfIncident, ...]
    totals: tuple[tuple[SupersessionKind, int], ...]
    changes: tuple[ClaimChange, ...]
    has_more_changes: bool


@dataclass(frozen=True)
class StepsPage:
    """A party, and a page of all the changes of one kind that it made."""

    party: Party
    kind: SupersessionKind
    page: "Page[Any]"
    changes: tuple[ClaimChange, ...]


def party_page(slug: str, number: str | None) -> PartyPage | None:
    """The party of this permanent name with this page of incidents; None if no such party is public."""
    party = _listed(slug)
    if party is None:
        return None
    page = numbered_page(Listing.objects.speaking_or_quoted(party).for_lines(), number, INCIDENTS)
    found = ListingChange.objects.of_party(party)
    totals, changes = found.totals(), tuple(change_of(change) for change in found.for_steps()[:STEPS])
    offices = tuple(listed_parties().filter(authority=party))
    joint = tuple(listed_parties().filter(memberships__member=party))
    others: Any = (*offices, *joint)
    return PartyPage(
        party,
        offices=offices,
        joint=joint,
        members=tuple(listed_parties().filter(joint_memberships__joint=party)),
        own_claims=party.claims_listed - sum(other.claims_listed for other in others),  # type: ignore[attr-defined]
        page=page,
        said=tuple(lines_of(page, partial(_voiced_by, party.slug))),
        totals=tuple(totals.items()),
        changes=changes,
        has_more_changes=sum(totals.values()) > len(changes),
    )


def _voiced_by(party: str, dossier: Dossier) -> Iterator[Claim]:
    """The claims that the party makes or tells, by itself, through an office or jointly; and what others say it said."""
    parties = {each.slug: each for each in dossier.parties}
    speaking = {slug for slug in parties if party in counted_for([slug], parties)}
    return (claim for claim in dossier.claims if claim.party in speaking or claim.told_by in speaking)


def steps_page(slug: str, kind: SupersessionKind, number: str | None) -> StepsPage | None:
    """The changes of this kind that the party of this permanent name made; None if no such party is public."""
    party = _listed(slug)
    if party is None:
        return None
    found = ListingChange.objects.of_party(party).of_kind(kind)
    page = numbered_page(found.for_steps(), number, STEPS_OF_KIND)
    return StepsPage(party, kind, page, tuple(map(change_of, page)))


def _listed(slug: str) -> Party | None:
    return listed_parties().filter(slug=slug).first()
