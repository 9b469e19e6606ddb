"""The warnings of a claim, put together for its form and said after it is saved."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html

from sources.admin.telling import with_what_tells
from strikes.admin.telling import tell_within
from strikes.models import Claim
from strikes.rules.warnings import Said, warnings
from strikes.vocabulary.terms import AnswerKind, Basis, HowNamed, PartyGroup, PartyKind, Scope, Stance


@dataclass(frozen=True)
class Shown:
    """A warning with the claim beside it."""

    sentence: str
    other: str = ""
    address: str = ""

    def __str__(self) -> str:
        return (
            format_html('{} <a href="{}">{}</a>', self.sentence, self.address, self.other)
            if self.other
            else self.sentence
        )


def warnings_of(claim: Claim) -> list[Shown]:
    """What an editor is warned of in a claim that is saved."""
    rows = with_what_tells(Claim.objects.filter(incident=claim.incident_id)).prefetch_related("supersedes__earlier")
    found = {row.number: row for row in rows}
    this = found.pop(claim.number)
    others = [said(row) for row in found.values() if row.question_id == this.question_id]
    return [
        _shown(each.sentence, found.get(each.other or 0)) for each in warnings(said(this), others, this.incident.filed)
    ]


def _shown(sentence: str, other: Claim | None) -> Shown:
    if other is None:
        return Shown(sentence)
    return Shown(sentence, tell_within(other), reverse("admin:strikes_claim_change", args=[other.pk]))


def said(claim: Claim) -> Said:
    """The claim as the rules read it; what it refers to must be at hand."""
    kind = AnswerKind(claim.kind)
    return Said(
        number=claim.number,
        question=claim.question_id,
        subject=claim.subject_id,
        party=claim.party_id,
        authority=claim.authority_id,
        party_kind=PartyKind(claim.party.kind),
        is_collective=claim.party.is_collective,
        is_signed=claim.party.group != PartyGroup.UNSIGNED,
        how_named=HowNamed(claim.how_named),
        told_by=claim.told_by_id,
        stance=Stance(claim.stance),
        basis=Basis(claim.basis),
        scope=Scope(claim.scope),
        is_one_answer=claim.question.is_exclusive or kind is AnswerKind.COUNT,
        is_apparent_error=claim.is_apparent_error,
        stated=claim.stated,
        answer=claim.answer,
        denies=claim.denied_id,
        supersedes=frozenset(link.earlier.number for link in claim.supersedes.all()),
    )
