"""Dossiers as JSON values for tests: a minimal one that is valid, and ways to change it."""

import copy
import json
from typing import Any

from strikes.dossiers.check.dossier import check
from strikes.dossiers.codec import Problem, Unreadable, load
from strikes.dossiers.dossier import Dossier
from strikes.vocabulary.questions import read_questions

QUESTIONS = read_questions()
MINIMAL: dict[str, Any] = {
    "incident": {
        "code": "SY-2017-0316-A",
        "title": "Strike at al-Jinah, 16 March 2017",
        "filed": "2017-03-16",
        "place": "al-jinah",
        "precision": "settlement",
    },
    "places": [
        {"slug": "syria", "name": "Syria", "level": "country", "country": "SY"},
        {"slug": "al-jinah", "name": "al-Jinah", "level": "settlement", "parent": "syria"},
    ],
    "publishers": [{"slug": "wp", "name": "The Washington Post", "kind": "newspaper"}],
    "parties": [
        {"slug": "sohr", "name": "Syrian Observatory for Human Rights", "kind": "monitor", "group": "monitors"},
        {"slug": "united-states", "name": "United States", "kind": "state", "group": "conflict"},
        {
            "slug": "centcom",
            "name": "US Central Command",
            "kind": "command",
            "group": "conflict",
            "authority": "united-states",
        },
    ],
    "sources": [
        {"code": "wp-2017-0317", "publisher": "wp", "title": "Mounting claims", "language": "en", "kind": "article"}
    ],
    "claims": [],
}


def make_claim(number: int = 1, **values: Any) -> dict[str, Any]:
    """A published claim of the monitor that 42 were killed, cited once."""
    return {
        "number": number,
        "question": "killed",
        "party": "sohr",
        "stance": "asserts",
        "answer": {"best": 42},
        "citations": [{"source": "wp-2017-0317", "wording": "reported"}],
    } | values


def make_dossier(*claims: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """The minimal dossier with these claims, of the monitor and of Central Command if none is given."""
    return copy.deepcopy(MINIMAL) | {"claims": list(claims) or [make_claim(1), make_claim(2, party="centcom")]} | parts


def with_key(data: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy in which the value stands at a path such as `claims/0/answer`."""
    changed = copy.deepcopy(data)
    *above, last = (int(step) if step.isdigit() else step for step in path.split("/"))
    inner: Any = changed
    for step in above:
        inner = inner[step]
    inner[last] = value
    return changed


def read(data: dict[str, Any]) -> Dossier:
    """The dossier that a JSON value is; Unreadable where it departs from the schema."""
    return load(json.dumps(data).encode())


def problems(data: dict[str, Any]) -> list[tuple[str, str]]:
    """All that is wrong with a JSON value, by schema or by check, as (pointer, sentence)."""
    try:
        found: list[Problem] = check(read(data), QUESTIONS)
    except Unreadable as error:
        found = error.problems
    return [(problem.pointer, problem.sentence) for problem in found]
