"""A fixed cast of parties, what they say, and what comes out of it."""

from collections.abc import Iterable
from typing import Any

from strikes.dossiers.dossier import Dossier
from strikes.rules.findings import Finding, findings
from strikes.rules.stands import Asked
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, read

PARTIES: list[dict[str, Any]] = [
    {"slug": "state", "name": "The State", "kind": "state", "group": "conflict"},
    {"slug": "command", "name": "Its Command", "kind": "command", "group": "conflict", "authority": "state"},
    {"slug": "ministry", "name": "Its Ministry", "kind": "office", "group": "conflict", "authority": "state"},
    {"slug": "other-state", "name": "Another State", "kind": "state", "group": "conflict"},
    {"slug": "residents", "name": "Residents", "kind": "residents", "group": "ground", "is_collective": True},
    {"slug": "monitor", "name": "A Monitor", "kind": "monitor", "group": "monitors"},
    {"slug": "inquiry", "name": "An Inquiry", "kind": "court", "group": "investigators"},
    {"slug": "newsroom", "name": "A Newsroom", "kind": "newsroom", "group": "news"},
    {"slug": "posts", "name": "Posts", "kind": "unsigned", "group": "unsigned", "is_collective": True},
    {"slug": "officials", "name": "Officials", "kind": "officials", "group": "conflict", "is_collective": True},
]
PLACES: list[dict[str, Any]] = [
    {"slug": "syria", "name": "Syria", "level": "country"},
    {"slug": "aleppo", "name": "Aleppo", "level": "region", "parent": "syria"},
    {"slug": "idlib", "name": "Idlib", "level": "region", "parent": "syria"},
    {"slug": "al-jinah", "name": "al-Jinah", "level": "settlement", "parent": "aleppo"},
]


def says(number: int, party: str, question: str, answer: dict[str, Any] | None, **values: Any) -> dict[str, Any]:
    """A claim of the cast, cited once; without an answer it could not establish one."""
    stance = "asserts" if answer else "not_established"
    given = {"answer": answer} if answer else {"answer": None}
    claim = make_claim(number, party=party, question=question, **({"stance": stance} | given | values))
    return {key: value for key, value in claim.items() if value is not None}


def supersedes(number: int, kind: str = "updates") -> dict[str, Any]:
    return {"supersedes": [{"claim": number, "kind": kind}]}


def related(number: int, kind: str, by: str = "editor", reason: str = "") -> dict[str, Any]:
    relation = {"claim": number, "kind": kind, "by": by} | ({"reason": reason} if reason else {})
    return {"relations": [relation]}


def case(*claims: dict[str, Any], **parts: Any) -> Dossier:
    """A dossier of these claims, with the whole cast at hand."""
    subjects = {claim["subject"] for claim in claims if claim.get("subject")}
    known = {"subjects": [{"code": code, "kind": "building", "label": code} for code in sorted(subjects)]}
    return read(make_dossier(*claims, **({"parties": PARTIES, "places": PLACES} | known | parts)))


def all_found(dossier: Dossier) -> dict[Asked, Finding]:
    return {finding.asked: finding for finding in findings(dossier, QUESTIONS)}


def found(*claims: dict[str, Any], subject: str | None = None) -> Any:
    """What comes out on the question of the first of these claims; untyped, since tests ask it for what must be there."""
    return all_found(case(*claims))[Asked(claims[0]["question"], subject)]


def said(finding: Finding) -> tuple[Any, ...]:
    """A finding as a plain value: its state, who stands where, and which lanes are in conflict."""
    lanes = [(lane.voice, lane.answer, numbers(lane)) for lane in finding.lanes]
    conflicts = {
        (conflict.one.place, conflict.other.place, conflict.verdict, *map(_numbers, conflict.stands))
        for conflict in finding.conflicts()
    }
    return finding.state, lanes, conflicts, finding.two_voices


def numbers(lane: Any) -> tuple[int, ...]:
    return _numbers(lane.stands)


def _numbers(stands: Iterable[Any]) -> tuple[int, ...]:
    return tuple(sorted(stand.claim.number for stand in stands))
