"""Claims as values, with their speakers, citations and links; and the notices of those that were withdrawn."""

from collections.abc import Iterable

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Prefetch
from django.db.models.functions import JSONObject

from strikes.dossiers import dossier as plain
from strikes.models.alternative import Alternative
from strikes.models.citation import Citation
from strikes.models.claim import Claim
from strikes.models.dossiers.withheld import HIDDEN_OF_CITATION, HIDDEN_SPEAKER, is_hidden_citation
from strikes.models.incident import Incident
from strikes.models.links import ClaimRelation, Supersession
from strikes.vocabulary.terms import (
    Basis,
    CitationRole,
    HowNamed,
    ProofStandard,
    RelatedBy,
    RelationKind,
    Scope,
    Stance,
    State,
    Strength,
    SupersessionKind,
    Wording,
)


def claim_rows(incident: Incident) -> Iterable[Claim]:
    """The claims of an incident by number, each with all that its value needs: a fixed number of queries."""
    return (
        incident.claims.select_related(
            "question", "subject", "party", "told_by", "choice", "value_party", "value_place"
        )
        .prefetch_related(
            Prefetch("alternatives", Alternative.objects.select_related("choice", "party")),
            Prefetch("citations", Citation.objects.select_related("source", "capture", "alleged_by")),
        )
        .annotate(
            number_denied=F("denied__number"),
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


def notices(claims: Iterable[Claim], incident: Incident | None = None) -> tuple[plain.Withdrawal, ...]:
    """The notices of withdrawal of these claims, and that of the incident before them."""
    own = [incident.notice()] if incident and incident.has_notice else []
    return (*own, *(claim.notice(claim.number) for claim in claims if claim.has_notice))


def claim_value(claim: Claim, withheld: dict[int, str], numbers: set[int], *, is_public: bool) -> plain.Claim:
    """The claim as a value. `withheld` has the codes of withheld sources by key; links lead to claims of `numbers` alone."""
    return plain.Claim(
        number=claim.number,
        question=claim.question.code,
        subject=claim.subject.code if claim.subject else None,
        party=claim.party.slug,
        speaker=_speaker(claim, is_public=is_public),
        stance=Stance(claim.stance),
        answer=claim.answer,
        denies=claim.number_denied if claim.number_denied in numbers else None,  # type: ignore[attr-defined]
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
        return HIDDEN_SPEAKER
    speaker = plain.Speaker(
        name=claim.speaker_name,
        role=claim.speaker_role,
        how_named=HowNamed(claim.how_named),
        reason_unnamed=claim.reason_unnamed,
    )
    return plain.THE_ORGANISATION if speaker == plain.THE_ORGANISATION else speaker


def _citation(citation: Citation, withheld: dict[int, str], *, is_public: bool) -> plain.Citation:
    is_hidden = is_public and is_hidden_citation(citation)
    seen = {} if is_hidden else {name: getattr(citation, name) for name in HIDDEN_OF_CITATION}
    return plain.Citation(
        source=withheld.get(citation.source_id, citation.source.code),
        capture=citation.capture.number if citation.capture and not is_hidden else None,
        alleged_by=citation.alleged_by.slug if citation.alleged_by and not is_hidden else None,
        wording=Wording(citation.wording),
        role=CitationRole(citation.role),
        is_withheld=citation.is_withheld or is_hidden,
        **seen,
    )
