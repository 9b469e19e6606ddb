"""The whole dossier of an incident, for editors; and the incident with any of its claims and all that they name."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from msgspec.structs import replace

from strikes.dossiers import dossier as plain
from strikes.dossiers.choices import choices_brought
from strikes.models.claim import Claim
from strikes.models.dossiers.claims import claim_rows, claim_value, notices
from strikes.models.dossiers.shared import (
    party_rows,
    party_value,
    plain_places,
    plain_publishers,
    source_rows,
    source_value,
)
from strikes.models.dossiers.withheld import codes_of_withheld, hidden_source, is_hidden_citation, sources_shown
from strikes.models.incident import Incident, Subject
from strikes.models.party import with_those_named
from strikes.models.question import questions_in_archive
from strikes.vocabulary.questions import first_questions
from strikes.vocabulary.terms import LocationPrecision, State, SubjectKind


def whole_dossier(incident: Incident) -> plain.Dossier:
    """Everything recorded of the incident, for editors: a fixed number of queries."""
    rows = list(claim_rows(incident))
    dossier = dossier_of(incident, rows, is_public=False)
    return replace(dossier, choices=_choices_brought(rows, dossier), withdrawn=notices(rows, incident))


def own_dossier(incident: Incident) -> plain.Dossier:
    """The incident without the records that it shares with others: what a file is compared with."""
    claims = list(claim_rows(incident))
    numbers = {claim.number for claim in claims}
    return plain.Dossier(
        incident=_incident(incident),
        subjects=_subjects(incident.subjects.all()),
        claims=tuple(claim_value(claim, {}, numbers, is_public=False) for claim in claims),
        withdrawn=notices(claims, incident),
    )


def dossier_of(incident: Incident, claims: list[Claim], *, is_public: bool) -> plain.Dossier:
    """The incident with these claims of it and all that they name; without what is withheld, where it is public."""
    used = _Used.by(incident, claims, is_public=is_public)
    sources = list(source_rows(used.sources))
    if is_public:
        sources = sources_shown(sources, used.sources)
    parties = party_rows(with_those_named(used.parties))
    publishers = {source.publisher_id for source in sources if not (is_public and source.is_withheld)} | {
        party.publisher_id for party in parties if party.publisher_id
    }
    codes = codes_of_withheld(sources) if is_public else {}
    numbers = {claim.number for claim in claims}
    return plain.Dossier(
        incident=_incident(incident),
        places=tuple(plain_places(used.places)),
        publishers=tuple(plain_publishers(publishers)),
        parties=tuple(map(party_value, parties)),
        sources=tuple(
            hidden_source(source, codes[source.pk]) if source.pk in codes else source_value(source, codes)
            for source in sources
        ),
        subjects=_subjects(
            {claim.subject for claim in claims if claim.subject} if is_public else incident.subjects.all()
        ),
        claims=tuple(claim_value(claim, codes, numbers, is_public=is_public) for claim in claims),
    )


def _choices_brought(rows: Iterable[Claim], dossier: plain.Dossier) -> tuple[plain.NewChoice, ...]:
    """The choices that the dossier brings along: the vocabulary is read only where one may be among them."""
    every = first_questions().choices()
    used = {
        (row.question.code, choice.code)
        for row in rows
        for choice in (row.choice, *(each.choice for each in row.alternatives.all()))
        if choice
    }
    return choices_brought(dossier.claims, questions_in_archive()) if used - every else ()


def _subjects(rows: Iterable[Subject]) -> tuple[plain.Subject, ...]:
    values = (plain.Subject(code=row.code, kind=SubjectKind(row.kind), label=row.label) for row in rows)
    return tuple(sorted(values, key=lambda subject: subject.code))


@dataclass
class _Used:
    """The rows that an incident's claims name."""

    parties: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)
    sources: set[int] = field(default_factory=set)

    @classmethod
    def by(cls, incident: Incident, claims: Iterable[Claim], *, is_public: bool) -> "_Used":
        used = cls(places={incident.place_id})
        for claim in claims:
            alternatives = [alternative.party_id for alternative in claim.alternatives.all()]
            citations = claim.citations.all()
            alleging = [each.alleged_by_id for each in citations if not (is_public and is_hidden_citation(each))]
            parties = (claim.party_id, claim.told_by_id, claim.value_party_id, *alternatives, *alleging)
            used.parties.update(pk for pk in parties if pk)
            if claim.value_place_id:
                used.places.add(claim.value_place_id)
            used.sources.update(citation.source_id for citation in citations)
        return used


def _incident(incident: Incident) -> plain.Incident:
    assert incident.filed is not None
    return plain.Incident(
        code=incident.code,
        title=incident.title,
        summary=incident.summary,
        filed=incident.filed.edtf,
        clock_from=f"{incident.clock_from:%H:%M}" if incident.clock_from else None,
        clock_to=f"{incident.clock_to:%H:%M}" if incident.clock_to else None,
        time_zone=incident.time_zone,
        place=incident.place.slug,
        latitude=incident.latitude,
        longitude=incident.longitude,
        precision=LocationPrecision(incident.location_precision),
        located_by=incident.located_by,
        filing_note=incident.filing_note,
        state=State(incident.state),
        other_archives=tuple(
            plain.OtherArchive(archive=other.archive, identifier=other.identifier, url=other.url)
            for other in sorted(incident.other_archives.all(), key=lambda other: (other.archive, other.identifier))
        ),
    )
