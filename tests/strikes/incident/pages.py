"""Pages of incidents for tests: of a small dossier, and of the strike at al-Jinah."""

from functools import cache
from pathlib import Path
from typing import Any

from strikes.dossiers.codec import load
from strikes.dossiers.dossier import Dossier
from strikes.incident.matrix import AnswerRow, Block
from strikes.incident.mentions import AnswerMentioned, Mention
from strikes.incident.page import IncidentPage
from tests.strikes.dossiers.builders import MINIMAL, QUESTIONS, make_claim, make_dossier, read

RESIDENTS = {
    "slug": "residents",
    "name": "Residents of al-Jinah",
    "short_name": "Residents",
    "kind": "residents",
    "group": "ground",
    "is_collective": True,
}
POSTS = {"slug": "posts", "name": "Social media posts", "kind": "unsigned", "group": "unsigned"}
PARTIES = [*MINIMAL["parties"], RESIDENTS, POSTS]
SUBJECTS = [
    {"code": "hall", "kind": "building", "label": "the hall"},
    {"code": "mosque", "kind": "building", "label": "the mosque nearby"},
]


def claim(number: int, party: str, question: str = "struck", **values: Any) -> dict[str, Any]:
    """A claim of a party, that a mosque was struck if it says nothing else."""
    answer = {"answer": {"choice": "mosque"}} if question == "struck" else {}
    values = answer | {"stated": "2017-03-17"} | values
    return make_claim(number, party=party, question=question, **values)


def page_of(*claims: dict[str, Any]) -> IncidentPage:
    dossier = read(make_dossier(*claims, parties=PARTIES, subjects=SUBJECTS))
    return IncidentPage(dossier, QUESTIONS)


def dossier_of(code: str) -> Dossier:
    return load(Path(f"strikes/dossiers/incidents/{code}.json").read_bytes())


@cache
def jinah() -> IncidentPage:
    return IncidentPage(dossier_of("sy-2017-0316-a"), QUESTIONS)


def block(page: IncidentPage, question: str, subject: str | None = None) -> Block:
    blocks = [each for topic in page.matrix.topics for each in topic.blocks]
    return next(each for each in blocks if each.finding.asked == (question, subject))


def row(block: Block, label: str) -> AnswerRow:
    return next(row for row in block.rows if row.label == label)


def said_in(row: AnswerRow) -> list[str]:
    """The parties of a row with what is said of each."""
    return [in_words(mention) for cell in row.cells for mention in cell]


def lines(block: Block) -> dict[str, list[str]]:
    return {answered.label: [in_words(mention) for mention in answered.mentions] for answered in block.lines}


def names(answers: tuple[AnswerMentioned, ...]) -> dict[str, list[str]]:
    return {answered.label: [mention.name for mention in answered.mentions] for answered in answers}


def in_words(mention: Mention) -> str:
    """“Residents 17 Mar 2017 (likely)”, in square brackets where it is no longer held."""
    said = "; ".join(
        " ".join([each.answer, *(day.text for day in each.days), *(f"({note})" for note in each.notes)]).strip()
        for each in mention.said
    )
    return f"[{mention.name} {said}]" if mention.is_former else f"{mention.name} {said}"
