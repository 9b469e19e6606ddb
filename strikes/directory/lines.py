"""Claims of several incidents as lines: who says what, in as few words as a list needs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from strikes.directory.claim_rows import answer_of_row, asked_of_row, said_by_row, voice_of_row
from strikes.models.claim import Claim
from strikes.models.incident import Incident
from strikes.models.listing_change import ListingChange
from strikes.vocabulary.terms import Stance, Strength, SupersessionKind
from strikes.wording.changes import ChangedClaim, ClaimChange, days_in_words, first_of_each
from strikes.wording.claims import strength_beside


@dataclass(frozen=True)
class ClaimLine:
    """A published claim with its answer in words; `is_superseded` says that a later published claim replaced it.

    `told` is who tells it and of whom, where it is not the party's own: “Israel’s military says that Hamas said”.
    """

    claim: Claim
    told: str
    answer: str
    is_superseded: bool

    @property
    def strength(self) -> str:
        """How strongly it is said, in words; empty for what is said as a fact."""
        return strength_beside(Stance(self.claim.stance), Strength(self.claim.strength))


@dataclass(frozen=True)
class LinesOfIncident:
    """Lines of one incident, by question."""

    incident: Incident
    lines: tuple[ClaimLine, ...]


def lines_of(claims: Any, incidents: Iterable[Incident]) -> Iterator[LinesOfIncident]:
    """What of these claims is public, for each of the incidents in its order: a fixed number of queries."""
    incidents = list(incidents)
    rows = (
        claims.published()
        .filter(incident__in=incidents)
        .select_related(
            "question",
            "subject",
            "party",
            "told_by",
            "choice",
            "value_party",
            "value_place__parent__parent__parent__parent",
        )
        .prefetch_related("alternatives__choice", "alternatives__party", "superseded_by__later")
        .order_by("question__position", "stated_earliest", "number")
    )
    by_incident: dict[int, list[ClaimLine]] = {}
    for claim in rows:
        is_superseded = any(link.later.state == claim.state for link in claim.superseded_by.all())
        by_incident.setdefault(claim.incident_id, []).append(_line(claim, is_superseded=is_superseded))
    for incident in incidents:
        yield LinesOfIncident(incident, tuple(by_incident.get(incident.pk, ())))


def _line(claim: Claim, *, is_superseded: bool) -> ClaimLine:
    return ClaimLine(claim, voice_of_row(claim) if claim.told_by else "", answer_of_row(claim), is_superseded)


def change_of(change: ListingChange) -> ClaimChange:
    """A change of `for_steps` in words."""
    incident, claims = change.listing.incident, list(change.claims.all())
    return ClaimChange(
        incident=incident.title,
        earlier=first_of_each(_changed(each.claim, incident) for each in claims if not each.is_later),
        later=first_of_each(_changed(each.claim, incident) for each in claims if each.is_later),
        kind=SupersessionKind(change.kind),
        days=days_in_words(change.days),
        reason=change.reason,
        words=change.words,
    )


def _changed(claim: Claim, incident: Incident) -> ChangedClaim:
    return ChangedClaim(
        code=incident.code,
        number=claim.number,
        party=voice_of_row(claim, Stance.ASSERTS),
        asked=asked_of_row(claim),
        said=said_by_row(claim),
        stated_on=claim.stated,
    )
