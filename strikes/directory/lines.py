"""Claims of several incidents as lines: who says what, in as few words as a list needs.

Lines are made of what was approved, so that they cost little and show nothing that editors work on. Changes are rows of
the listings.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from strikes.directory.claim_rows import asked_of_row, said_by_row, voice_of_row
from strikes.dossiers.dossier import Claim, Dossier, Incident
from strikes.models import Claim as ClaimRow
from strikes.models import Incident as IncidentRow
from strikes.models.approved import approved_questions
from strikes.models.listing import Listing
from strikes.models.listing_change import ListingChange
from strikes.rules.stands import day_stated
from strikes.vocabulary.terms import Stance, SupersessionKind
from strikes.wording.changes import ChangedClaim, ClaimChange, days_in_words, first_of_each
from strikes.wording.claims import answer_of, strength_beside
from strikes.wording.names import DossierNames

# The claims of a dossier that belong to a list.
Listed = Callable[[Dossier], Iterable[Claim]]


@dataclass(frozen=True)
class ClaimLine:
    """A public claim with its answer in words, and the labels of who makes it, on what, and about what.

    `is_superseded` says that a later one replaced it. `told` is who tells it and of whom, where it is not the party's own:
    “Israel’s military says that Hamas said”; `strength` how strongly it is said, empty for what is said as a fact.
    """

    claim: Claim
    party: str
    question: str
    subject: str
    told: str
    answer: str
    strength: str
    is_superseded: bool


@dataclass(frozen=True)
class LinesOfIncident:
    """Lines of one incident, by question."""

    incident: Incident
    lines: tuple[ClaimLine, ...]


def lines_of(listings: Iterable[Listing], listed: Listed) -> Iterator[LinesOfIncident]:
    """The claims that belong to the list, incident by incident; each listing has its approved dossier at hand."""
    questions = approved_questions()
    order = {question.code: place for place, question in enumerate(questions.questions)}
    for listing in listings:
        dossier = listing.incident.approved.dossier
        names = DossierNames(dossier, questions)
        superseded = {link.claim for claim in dossier.claims for link in claim.supersedes}
        claims = sorted(listed(dossier), key=lambda claim: (order[claim.question], day_stated(claim)))
        lines = (_line(claim, names, is_superseded=claim.number in superseded) for claim in claims)
        yield LinesOfIncident(dossier.incident, tuple(lines))


def _line(claim: Claim, names: DossierNames, *, is_superseded: bool) -> ClaimLine:
    return ClaimLine(
        claim,
        party=names.parties[claim.party].name,
        question=names.question(claim.question),
        subject=names.subject(claim.subject),
        told=names.voice(claim) if claim.told_by else "",
        answer=answer_of(claim, names),
        strength=strength_beside(claim.stance, claim.strength),
        is_superseded=is_superseded,
    )


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


def _changed(claim: ClaimRow, incident: IncidentRow) -> ChangedClaim:
    return ChangedClaim(
        code=incident.code,
        number=claim.number,
        party=voice_of_row(claim, Stance.ASSERTS),
        asked=asked_of_row(claim),
        said=said_by_row(claim),
        stated_on=claim.stated,
    )
