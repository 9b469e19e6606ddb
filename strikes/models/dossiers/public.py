"""The public dossier of an incident: whatever the public sees is made from it."""

from msgspec.structs import replace

from strikes.dossiers.dossier import Dossier
from strikes.models.dossiers.claims import claim_rows, notices
from strikes.models.dossiers.whole import dossier_of
from strikes.models.incident import Incident
from strikes.vocabulary.terms import State


def public_dossier(incident: Incident) -> Dossier:
    """The incident as the public may see it, by a fixed number of queries; ValueError if it is not published."""
    if incident.state != State.PUBLISHED:
        raise ValueError(f"{incident.code} is not published")
    return _shown_to_the_public(incident, {State.PUBLISHED})


def preview_dossier(incident: Incident) -> Dossier:
    """The incident as the public would see it if it and all its drafts were published, by a fixed number of queries."""
    dossier = _shown_to_the_public(incident, {State.PUBLISHED, State.DRAFT})
    return replace(dossier, incident=replace(dossier.incident, state=State.PUBLISHED))


def _shown_to_the_public(incident: Incident, states: set[State]) -> Dossier:
    """The claims of these states without what is withheld, and of all others no more than the notice of a withdrawal."""
    rows = list(claim_rows(incident))
    dossier = dossier_of(incident, [claim for claim in rows if claim.state in states], is_public=True)
    return replace(dossier, withdrawn=notices(claim for claim in rows if claim.state not in states))
