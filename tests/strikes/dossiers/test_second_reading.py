"""What the second reader laid beside each dossier: where each claim of the notes went, and what must come out."""

import json
from pathlib import Path
from typing import Any

import pytest

from strikes.dossiers.codec import load
from strikes.dossiers.dossier import Dossier
from strikes.vocabulary.questions import read_questions

INCIDENTS = sorted(Path("strikes/dossiers/incidents").glob("*.json"))
BESIDE = Path(__file__).parent
KEYS = {
    "disputed",
    "differ",
    "moved",
    "updated",
    "same",
    "not_in_conflict",
    "not_disputed",
    "two_voices",
    "article_alone",
}
# What is said in sentences or in a shape of its own.
TOLD = {"first", "not_first", "never", "steps", "changed", "rule_parts"}

every_dossier = pytest.mark.parametrize("path", INCIDENTS, ids=lambda path: path.stem)


def beside(folder: str, path: Path) -> Any:
    return json.loads((BESIDE / folder / path.name).read_text())


def dossier_of(path: Path) -> Dossier:
    return load(path.read_bytes())


@every_dossier
def test_every_claim_of_the_notes_is_found_in_the_dossier(path: Path):
    numbers = {claim.number for claim in dossier_of(path).claims}

    coverage = beside("coverage", path)

    assert {number for part in coverage.values() for found in part.values() for number in found} <= numbers
    assert [note for note, found in coverage["notes"].items() if not found] == []


@every_dossier
def test_what_must_come_out_speaks_of_the_dossiers_questions_and_parties(path: Path):
    dossier, questions = dossier_of(path), read_questions().by_code()
    named = {party.slug for party in dossier.parties}

    expectation = beside("expectations", path)

    assert set(expectation) <= KEYS | TOLD
    facing = [party for each in expectation["first"] for side in each["sides"] for party in side]
    assert {*facing, *(step["authority"] for step in expectation["steps"])} <= named
    for said in [expectation, expectation.get("article_alone", {})]:
        for key in KEYS & said.keys() - {"article_alone"}:
            assert {code_of(question) for question in said[key]} <= questions.keys(), key
            if isinstance(said[key], dict):
                assert set(parties_in(said[key])) <= named, key


def code_of(question: str) -> str:
    """A question without its subject and choice: damaged@mosque, munitions:hellfire."""
    return question.partition("@")[0].partition(":")[0]


def parties_in(said: dict[str, Any]) -> list[str]:
    """The parties under each question, whether listed, in sides, or with a kind of move each."""
    found: list[str] = []
    for value in said.values():
        for side in value:
            found += [side] if isinstance(side, str) else side
    return found


@every_dossier
def test_no_dossier_is_without_its_second_reading(path: Path):
    assert (BESIDE / "coverage" / path.name).exists()
    assert (BESIDE / "expectations" / path.name).exists()
