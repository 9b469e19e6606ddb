"""Rows of claims and places in words, by the same functions as those of a dossier. What a row refers to is at hand."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from strikes.models.claim import Claim
from strikes.models.place import Place
from strikes.vocabulary.questions import NO, YES
from strikes.vocabulary.terms import AnswerKind, PlaceLevel, Stance, Strength, Unit
from strikes.wording.claims import show_answer, with_stance, with_strength
from strikes.wording.names import asked, short_name
from strikes.wording.places import place_in_words
from strikes.wording.told import tells


def answer_of_row(claim: Claim) -> str:
    """The answer of a claim in words, or that it denies another; empty where it gives none."""
    answer, unit = claim.answer, claim.question.unit
    if answer is None:
        return _("what another claim says") if claim.denied_id else ""
    return show_answer(answer, AnswerKind(claim.kind), Unit(unit) if unit else None, dict(_labels(claim)).__getitem__)


def said_by_row(claim: Claim) -> str:
    """The answer of a claim with what its party says of it: “denies: a mosque”."""
    return with_stance(AnswerKind(claim.kind), Stance(claim.stance), Strength(claim.strength), answer_of_row(claim))


def voice_of_row(claim: Claim, stance: Stance | None = None) -> str:
    """Under which name a claim stands: its party, or who tells it and of whom; as `DossierNames.voice`."""
    if claim.told_by is None:
        return short_name(claim.party)
    teller = claim.told_by
    said = stance or Stance(claim.stance)
    return tells(short_name(teller), short_name(claim.party), said, is_many=teller.is_collective)


def told_by_row(claim: Claim) -> str:
    """What is known only through another party, with that party first: “Israel’s military says that Hamas said: none”."""
    answer = with_strength(Stance(claim.stance), Strength(claim.strength), answer_of_row(claim))
    return f"{voice_of_row(claim)}: {answer}" if answer else voice_of_row(claim)


def asked_of_row(claim: Claim) -> str:
    """The label of the question of a claim, with the subject that it is asked about."""
    return asked(claim.question.label, claim.subject.label if claim.subject else "")


def place_of_row(place: Place) -> str:
    """A place with the region and the country that it lies in, and a site with its town or village too."""
    above = [(each.name, PlaceLevel(each.level)) for each in place.above]
    return place_in_words(place.name, above, is_site=place.level == PlaceLevel.SITE)


def _labels(claim: Claim) -> Iterator[tuple[str, str]]:
    """The permanent names that the answer of a claim uses, each with its label."""
    yield from ((YES, claim.question.yes), (NO, claim.question.no))
    for row in (claim, *(claim.alternatives.all() if claim.is_one_of else ())):
        if row.choice:
            yield row.choice.code, row.choice.label
        party = row.value_party if isinstance(row, Claim) else row.party
        if party:
            yield party.slug, party.name
    if claim.value_place:
        yield claim.value_place.slug, place_of_row(claim.value_place)
