"""From rows to the dossier: one incident with everything in it as a plain value.

The whole one is for editors: drafts, withheld sources and all. The public one is made from published claims alone, of
a published incident, and holds nothing that is withheld; whatever the public sees is made from it.

What is ordered by its name is ordered here: a database orders texts by a collation of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch
from django.db.models.functions import JSONObject
from msgspec.structs import replace

from sources.closure import closure
from sources.models import Address, Capture, Publisher, Relay, Source
from sources.vocabulary import Consulted, PublisherKind, SourceKind
from strikes.dossiers import dossier as plain
from strikes.dossiers.canonical import show_moment
from strikes.models.alternative import Alternative
from strikes.models.citation import Citation
from strikes.models.claim import Claim
from strikes.models.incident import Incident, Subject
from strikes.models.links import ClaimRelation, Supersession
from strikes.models.party import Party
from strikes.models.place import Place, PlaceName
from strikes.vocabulary.terms import (
    Basis,
    CitationRole,
    HowNamed,
    LocationPrecision,
    PartyGroup,
    PartyKind,
    PlaceLevel,
    ProofStandard,
    RelatedBy,
    RelationKind,
    Scope,
    Stance,
    State,
    Strength,
    SubjectKind,
    SupersessionKind,
    Wording,
)


def whole_dossier(incident: Incident) -> plain.Dossier:
    """Everything recorded of the incident, for editors: a fixed number of queries."""
    rows = list(_rows(incident))
    return replace(_dossier(incident, rows, is_public=False), withdrawn=_notices(rows, incident))


def public_dossier(incident: Incident) -> plain.Dossier:
    """What the public may see of the incident: a fixed number of queries. ValueError if that is nothing."""
    if incident.state != State.PUBLISHED:
        raise ValueError(f"{incident.code} is not published")
    return _shown_to_the_public(incident, {State.PUBLISHED})


def preview_dossier(incident: Incident) -> plain.Dossier:
    """What the public would see of the incident if it and all its drafts were published: a fixed number of queries."""
    dossier = _shown_to_the_public(incident, {State.PUBLISHED, State.DRAFT})
    return replace(dossier, incident=replace(dossier.incident, state=State.PUBLISHED))


def _shown_to_the_public(incident: Incident, states: set[State]) -> plain.Dossier:
    """The claims of these states without what is withheld, and of all others no more than the notice of a withdrawal."""
    rows = list(_rows(incident))
    dossier = _dossier(incident, [claim for claim in rows if claim.state in states], is_public=True)
    return replace(dossier, withdrawn=_notices(claim for claim in rows if claim.state not in states))


def _notices(claims: Iterable[Claim], incident: Incident | None = None) -> tuple[plain.Withdrawal, ...]:
    own = [incident.notice()] if incident and incident.has_notice else []
    return (*own, *(claim.notice(claim.number) for claim in claims if claim.has_notice))


def own_dossier(incident: Incident) -> plain.Dossier:
    """What is the incident's alone, without what it shares with others: what a file is compared with."""
    claims = list(_rows(incident))
    numbers = {claim.number for claim in claims}
    return plain.Dossier(
        incident=_incident(incident),
        subjects=_subjects(incident.subjects.all()),
        claims=tuple(_claim(claim, {}, numbers, is_public=False) for claim in claims),
        withdrawn=_notices(claims, incident),
    )


def _rows(incident: Incident) -> Iterable[Claim]:
    return (
        incident.claims.select_related(
            "question", "subject", "party", "told_by", "choice", "value_party", "value_place"
        )
        .prefetch_related(
            Prefetch("alternatives", Alternative.objects.select_related("choice", "party")),
            Prefetch("citations", Citation.objects.select_related("source", "capture")),
        )
        .annotate(
            earlier=ArraySubquery(
                Supersession.objects.filter(later=OuterRef("pk"))
                .order_by("earlier__number")
                .values(link=JSONObject(claim="earlier__number", kind="kind", reason="reason", words="words"))
            ),
            related=ArraySubquery(
                ClaimRelation.objects.filter(from_claim=OuterRef("pk"))
                .order_by("to_claim__number", "kind", "by")
                .values(link=JSONObject(claim="to_claim__number", kind="kind", by="by", reason="reason"))
            ),
        )
        .order_by("number")
    )


def _dossier(incident: Incident, claims: list[Claim], *, is_public: bool) -> plain.Dossier:
    used = _Used.by(incident, claims)
    sources = list(_source_rows(used.sources))
    if is_public:
        sources = _shown(sources, used.sources)
    parties = _party_rows(used.parties)
    publishers = {source.publisher_id for source in sources if not (is_public and source.is_withheld)} | {
        party.publisher_id for party in parties if party.publisher_id
    }
    codes = {
        source.pk: f"withheld-{number}" for number, source in enumerate(sources, 1) if is_public and source.is_withheld
    }
    numbers = {claim.number for claim in claims}
    return plain.Dossier(
        incident=_incident(incident),
        places=tuple(plain_places(used.places)),
        publishers=tuple(plain_publishers(publishers)),
        parties=tuple(map(_party, parties)),
        sources=tuple(_withheld(source, codes) if source.pk in codes else _source(source, codes) for source in sources),
        subjects=_subjects(
            {claim.subject for claim in claims if claim.subject} if is_public else incident.subjects.all()
        ),
        claims=tuple(_claim(claim, codes, numbers, is_public=is_public) for claim in claims),
    )


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
    def by(cls, incident: Incident, claims: Iterable[Claim]) -> "_Used":
        used = cls(places={incident.place_id})
        for claim in claims:
            parties = (
                claim.party_id,
                claim.authority_id,
                claim.told_by_id,
                claim.value_party_id,
                claim.value_party and claim.value_party.authority_id,
            )
            alternatives = [alternative.party for alternative in claim.alternatives.all() if alternative.party]
            told_by = claim.told_by.authority_id if claim.told_by else None
            used.parties.update(pk for pk in (*parties, told_by) if pk)
            used.parties.update(pk for party in alternatives for pk in (party.pk, party.authority_id) if pk)
            if claim.value_place_id:
                used.places.add(claim.value_place_id)
            used.sources.update(citation.source_id for citation in claim.citations.all())
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


def plain_places(ids: Iterable[int]) -> Iterator[plain.Place]:
    """The places with these ids and all above them, the widest first."""
    names = PlaceName.objects.filter(place=OuterRef("pk")).order_by("pk")
    places = (
        Place.objects.filter(pk__in=closure(Place, "id", "parent", ids))
        .select_related("parent")
        .annotate(in_words=ArraySubquery(names.values(name=JSONObject(text="text", language="language"))))
    )
    for place in sorted(places, key=lambda place: (place.level, place.slug)):
        yield plain.Place(
            slug=place.slug,
            name=place.name,
            level=PlaceLevel(place.level).name.lower(),  # type: ignore[arg-type]
            parent=place.parent.slug if place.parent else None,
            country=place.country,
            latitude=place.latitude,
            longitude=place.longitude,
            names=tuple(plain.PlaceName(**name) for name in place.in_words),  # type: ignore[attr-defined]
        )


def plain_publishers(ids: Iterable[int]) -> Iterator[plain.Publisher]:
    """The publishers with these ids and all that they belong to."""
    publishers = Publisher.objects.filter(pk__in=closure(Publisher, "id", "parent", ids)).select_related("parent")
    for publisher in sorted(publishers, key=lambda publisher: publisher.slug):
        yield plain.Publisher(
            slug=publisher.slug,
            name=publisher.name,
            kind=PublisherKind(publisher.kind),
            country=publisher.country,
            parent=publisher.parent.slug if publisher.parent else None,
            is_agency=publisher.is_agency,
            original_name=publisher.original_name,
            original_language=publisher.original_language,
        )


def _party_rows(ids: Iterable[int]) -> list[Party]:
    parties = Party.objects.filter(pk__in=ids).select_related("authority", "publisher")
    return sorted(parties, key=lambda party: party.slug)


def plain_parties(ids: Iterable[int]) -> Iterator[plain.Party]:
    """The parties with these ids."""
    return map(_party, _party_rows(ids))


def _party(party: Party) -> plain.Party:
    return plain.Party(
        slug=party.slug,
        name=party.name,
        short_name=party.short_name,
        kind=PartyKind(party.kind),
        group=PartyGroup(party.group),
        authority=party.authority.slug if party.authority else None,
        publisher=party.publisher.slug if party.publisher else None,
        country=party.country,
        is_collective=party.is_collective,
        original_name=party.original_name,
        original_language=party.original_language,
        note=party.note,
    )


def plain_sources(ids: Iterable[int]) -> Iterator[plain.Source]:
    """The sources with these ids and all that they relay, whole: for editors."""
    return (_source(source, {}) for source in _source_rows(ids))


def _source_rows(ids: Iterable[int]) -> list[Source]:
    sources = (
        Source.objects.filter(pk__in=closure(Relay, "relaying", "relayed", ids))
        .select_related("publisher")
        .prefetch_related(Prefetch("captures", Capture.objects.order_by("number")))
        .annotate(
            urls=ArraySubquery(Address.objects.filter(source=OuterRef("pk")).order_by("position", "pk").values("url")),
            relayed=ArraySubquery(
                Relay.objects.filter(relaying=OuterRef("pk"))
                .order_by()
                .values(source=JSONObject(pk="relayed_id", code="relayed__code"))
            ),
        )
    )
    return sorted(sources, key=lambda source: source.code)


def _shown(sources: Iterable[Source], cited: set[int]) -> list[Source]:
    """The sources cited, and those that they relay: but nothing behind one that is withheld, which would tell of it."""
    by_id = {source.pk: source for source in sources}
    shown, ahead = set(), set(cited)
    while ahead:
        pk = ahead.pop()
        shown.add(pk)
        if not by_id[pk].is_withheld:
            ahead |= {each["pk"] for each in by_id[pk].relayed if not by_id[each["pk"]].is_withheld} - shown  # type: ignore[attr-defined]
    return [source for source in by_id.values() if source.pk in shown]


def _source(source: Source, withheld: dict[int, str]) -> plain.Source:
    return plain.Source(
        code=source.code,
        publisher=source.publisher.slug,
        title=source.title,
        original_title=source.original_title,
        language=source.language,
        kind=SourceKind(source.kind),
        addresses=tuple(source.urls),  # type: ignore[attr-defined]
        authors=source.authors,
        published=source.published.edtf if source.published else None,
        relays=tuple(sorted(each["code"] for each in source.relayed if each["pk"] not in withheld)),  # type: ignore[attr-defined]
        consulted=Consulted(source.consulted),
        is_withheld=source.is_withheld,
        note=source.note,
        captures=tuple(map(_capture, source.captures.all())),
    )


def _withheld(source: Source, codes: dict[int, str]) -> plain.Source:
    """What may be shown of a source that would name a protected speaker: that there is one, and its kind."""
    return plain.Source(
        code=codes[source.pk],
        publisher="",
        title="",
        language="",
        kind=SourceKind(source.kind),
        is_withheld=True,
    )


def _capture(capture: Capture) -> plain.Capture:
    return plain.Capture(
        number=capture.number,
        seen_at=show_moment(capture.seen_at) if capture.seen_at else None,
        headline=capture.headline,
        archive_url=capture.archive_url,
        sha256=capture.sha256,
        size=capture.size,
        media_type=capture.media_type,
        http_status=capture.http_status,
        text=capture.text,
        note=capture.note,
    )


def _claim(claim: Claim, withheld: dict[int, str], numbers: set[int], *, is_public: bool) -> plain.Claim:
    return plain.Claim(
        number=claim.number,
        question=claim.question.code,
        subject=claim.subject.code if claim.subject else None,
        party=claim.party.slug,
        speaker=_speaker(claim, is_public=is_public),
        stance=Stance(claim.stance),
        answer=claim.answer,
        strength=Strength(claim.strength),
        proof_standard=ProofStandard(claim.proof_standard) if claim.proof_standard else None,
        basis=Basis(claim.basis),
        told_by=claim.told_by.slug if claim.told_by else None,
        stated=claim.stated.edtf if claim.stated else None,
        scope=Scope(claim.scope),
        also_covers=claim.also_covers,
        statement=claim.statement,
        note=claim.note,
        is_apparent_error=claim.is_apparent_error,
        is_protected=claim.is_protected,
        # What is made for the public shows a claim as it is published: a preview too.
        state=State.PUBLISHED if is_public else State(claim.state),
        citations=tuple(_citation(citation, withheld, is_public=is_public) for citation in claim.citations.all()),
        supersedes=tuple(
            plain.Supersession(**link | {"kind": SupersessionKind(link["kind"])})
            for link in claim.earlier  # type: ignore[attr-defined]
            if link["claim"] in numbers
        ),
        relations=tuple(
            plain.Relation(**link | {"kind": RelationKind(link["kind"]), "by": RelatedBy(link["by"])})
            for link in claim.related  # type: ignore[attr-defined]
            if link["claim"] in numbers
        ),
    )


def _speaker(claim: Claim, *, is_public: bool) -> plain.Speaker:
    if is_public and claim.is_protected:
        # The public label is all that is shown: even a role can tell who it was.
        return plain.Speaker(how_named=HowNamed.PROTECTED)
    speaker = plain.Speaker(
        name=claim.speaker_name,
        role=claim.speaker_role,
        how_named=HowNamed(claim.how_named),
        reason_unnamed=claim.reason_unnamed,
    )
    return plain.THE_ORGANISATION if speaker == plain.THE_ORGANISATION else speaker


def _citation(citation: Citation, withheld: dict[int, str], *, is_public: bool) -> plain.Citation:
    is_hidden = is_public and (citation.is_withheld or citation.source_id in withheld)
    seen = (
        {}
        if is_hidden
        else {
            name: getattr(citation, name)
            for name in ("locator", "quotation", "language", "translation", "translator", "printed")
        }
    )
    return plain.Citation(
        source=withheld.get(citation.source_id, citation.source.code),
        capture=citation.capture.number if citation.capture and not is_hidden else None,
        wording=Wording(citation.wording),
        role=CitationRole(citation.role),
        is_withheld=citation.is_withheld or is_hidden,
        **seen,
    )
