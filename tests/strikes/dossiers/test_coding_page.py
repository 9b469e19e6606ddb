"""The page for coders shows claims as they stand in the dossiers, and parts of files that would load."""

import json
import re
from pathlib import Path
from typing import Any

from tests.strikes.dossiers.builders import make_dossier, problems

PAGE = Path("strikes/dossiers/CODING.md").read_text()
CLAIMS = [
    claim
    for path in Path("strikes/dossiers/incidents").glob("*.json")
    for claim in json.loads(path.read_text())["claims"]
]
BLOCKS = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)]
CASES = 10  # taken from the dossiers; what follows are examples


def test_every_case_on_the_page_for_coders_stands_in_a_dossier():
    shown = [claim for case in BLOCKS[:CASES] for claim in (case if isinstance(case, list) else [case])]

    assert [claim for claim in shown if claim not in CLAIMS] == []


def test_every_example_on_the_page_for_coders_would_load():
    examples = BLOCKS[CASES:]

    headings = re.findall(r"^## (?:\d+\.|How the vocabulary grows)", PAGE, re.MULTILINE)
    assert len(examples) == len(headings) - CASES > 0
    assert [problems(whole(example)) for example in examples] == [[]] * len(examples)


def test_every_claim_that_a_rule_points_to_is_coded_as_the_rule_says():
    page = " ".join(PAGE.split())
    pointed_to = re.findall(r"([A-Z]{2}-\d{4}-\d{4}-[A-Z]), claim (\d+) \(`([\w-]+)`, `(\w+)`\)", page)

    assert len(pointed_to) == page.count(", claim ") > 12
    for code, number, question, stance in pointed_to:
        (claim,) = (each for each in claims_of(code) if each["number"] == int(number))
        assert (claim["question"], claim["stance"]) == (question, stance), (code, number)


def claims_of(code: str) -> list[dict[str, Any]]:
    claims: list[dict[str, Any]] = json.loads(Path(f"strikes/dossiers/incidents/{code.lower()}.json").read_text())[
        "claims"
    ]
    return claims


def whole(example: dict[str, Any]) -> dict[str, Any]:
    """A dossier of the example, with the parties and the sources that it does not define itself."""
    claims, parties = example["claims"], example.get("parties", [])
    speaking = {claim["party"] for claim in claims} - {party["slug"] for party in parties}
    parties += [{"slug": slug, "name": slug, "kind": "ngo", "group": "monitors"} for slug in sorted(speaking)]
    sources = {citation["source"] for claim in claims for citation in claim["citations"]}
    source = make_dossier()["sources"][0]
    choices = example.get("choices", [])
    return make_dossier(
        *claims, parties=parties, choices=choices, sources=[source | {"code": code} for code in sorted(sources)]
    )
