"""The pages of one party: what it says, incident by incident, and how its positions moved."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from strikes.directory.lines import LinesOfIncident, lines_of, step
from strikes.directory.paging import numbered_page
from strikes.directory.public import listed_parties
from strikes.models import Claim, Listing, Party, Supersession
from strikes.vocabulary.terms import SupersessionKind
from strikes.wording.changes import Step

INCIDENTS = 20
STEPS = 20  # on the page of a party; all of them are at an address of their own
STEPS_OF_KIND = 50


@dataclass(frozen=True)
class PartyPage:
    """A party, its offices, what they say in a page of incidents, and the latest of the steps that they made."""

    party: Party
    offices: tuple[Party, ...]
    page: "Page[Any]"
    said: tuple[LinesOfIncident, ...]
    totals: tuple[tuple[SupersessionKind, int], ...]
    steps: tuple[Step, ...]
    has_more_steps: bool


@dataclass(frozen=True)
class StepsPage:
    """A party, and a page of all the steps of one kind that it made."""

    party: Party
    kind: SupersessionKind
    page: "Page[Any]"
    steps: tuple[Step, ...]


def party_page(slug: str, number: str | None) -> PartyPage | None:
    """The party of this permanent name with this page of incidents; None if no such party is public."""
    party = _listed(slug)
    if party is None:
        return None
    page = numbered_page(Listing.objects.told_by([party.pk]).for_lines(), number, INCIDENTS)
    links = Supersession.objects.published().of_voice(party)
    totals, steps = links.totals(), tuple(step(link) for link in links.for_steps()[:STEPS])
    return PartyPage(
        party,
        offices=tuple(listed_parties().filter(authority=party)),
        page=page,
        said=tuple(lines_of(Claim.objects.of_voice(party), [listing.incident for listing in page])),
        totals=tuple(totals.items()),
        steps=steps,
        has_more_steps=sum(totals.values()) > len(steps),
    )


def steps_page(slug: str, kind: SupersessionKind, number: str | None) -> StepsPage | None:
    """The steps of this kind that the party of this permanent name made; None if no such party is public."""
    party = _listed(slug)
    if party is None:
        return None
    links = Supersession.objects.published().of_voice(party).of_kind(kind)
    page = numbered_page(links.for_steps(), number, STEPS_OF_KIND)
    return StepsPage(party, kind, page, tuple(map(step, page)))


def _listed(slug: str) -> Party | None:
    return listed_parties().filter(slug=slug).first()
