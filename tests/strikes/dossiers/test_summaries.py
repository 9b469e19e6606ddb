"""The summary at the head of each incident: short, attributed, and borne by the claims that stand beside it."""

import re
from pathlib import Path

from strikes.dossiers.dossier import Claim, Dossier
from strikes.vocabulary.terms import State
from tests.strikes.dossiers.test_second_reading import beside, dossier_of, every_dossier

MOST_WORDS = 40
NUMBER = re.compile(r"\d[\d,]*")


def sentences(path: Path) -> list[tuple[str, list[int]]]:
    """The sentences of a summary, each with the numbers of the claims that bear it."""
    return [(sentence["text"], sentence["claims"]) for sentence in beside("summaries", path)["sentences"]]


GENERIC = {"united", "unnamed", "people", "government", "ministry", "human", "rights", "local", "military", "with"}


def names_of(dossier: Dossier, slug: str | None) -> set[str]:
    """How a party may be called: by its names, or by those of the authority that it speaks for."""
    parties = {party.slug: party for party in dossier.parties}
    party = parties[slug or ""]
    of_authority = names_of(dossier, party.authority) if party.authority else set()
    return {name for name in (party.name, party.short_name) if name} | of_authority


def is_named(dossier: Dossier, claim: Claim, sentence: str) -> bool:
    """Whether the sentence names whose claim it is, by a word of its name; of one that is told by another, who tells it."""
    names = names_of(dossier, claim.told_by or claim.party)
    words = {word.lower() for name in names for word in re.findall(r"\w{2,}", name)} - GENERIC
    said = re.findall(r"\w+", sentence.lower())
    # “Syria says” names the Syrian government, and “the Pentagon says” the Department of Defense.
    return ("pentagon" in said and "defense" in words) or any(alike(one, other) for one in words for other in said)


def alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) > 4 and longer.startswith(shorter))


def numbers_that_stand_in(claim: Claim) -> set[str]:
    """Every number of the claim: of its answer, its own words, its summary, and its day."""
    texts = [repr(claim.answer), claim.statement, claim.stated or "", *(each.quotation for each in claim.citations)]
    return {number.replace(",", "") for text in texts for number in NUMBER.findall(text)}


@every_dossier
def test_the_summary_is_short_and_its_sentences_stand_beside_it(path: Path):
    summary = dossier_of(path).incident.summary

    assert 0 < len(summary.split()) <= MOST_WORDS
    assert summary == " ".join(text for text, _claims in sentences(path))


@every_dossier
def test_every_sentence_of_the_summary_is_borne_by_public_claims_of_those_whom_it_names(path: Path):
    dossier = dossier_of(path)
    claims = {claim.number: claim for claim in dossier.claims if claim.state is State.PUBLISHED}

    for text, numbers in sentences(path):
        assert set(numbers) <= claims.keys(), text
        assert numbers, text
        assert [number for number in numbers if not is_named(dossier, claims[number], text)] == [], text


@every_dossier
def test_every_number_in_the_summary_is_one_that_its_claims_state(path: Path):
    dossier = dossier_of(path)
    claims = {claim.number: claim for claim in dossier.claims}
    filed = {number.lstrip("0") for number in NUMBER.findall(dossier.incident.filed)}

    for text, numbers in sentences(path):
        stated = filed.union(*(numbers_that_stand_in(claims[number]) for number in numbers))
        assert {number.replace(",", "") for number in NUMBER.findall(text)} <= stated, text
