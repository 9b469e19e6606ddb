"""The rules run against what the second reader said must come out of each strike, party by party."""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Dossier
from strikes.rules.conflicts import Conflict
from strikes.rules.findings import Finding, findings
from strikes.rules.stands import Asked
from strikes.vocabulary.questions import read_questions
from tests.strikes.dossiers.test_second_reading import beside, dossier_of, every_dossier

QUESTIONS = read_questions()
FOUNDING_ARTICLE = "unidentified-reprint-al-jinah"


class Outcome:
    """What came out of one dossier, asked as the second reader writes it."""

    def __init__(self, dossier: Dossier) -> None:
        # The reader may name an authority by one of its offices.
        self.authority = {party.slug: party.authority or party.slug for party in dossier.parties}
        self.found = {finding.asked: finding for finding in findings(dossier, QUESTIONS)}

    def of(self, asked: str) -> tuple[Finding, str]:
        """The finding of `struck`, `damaged@mosque` or `munitions:hellfire`, and the choice that is meant."""
        asked, _colon, choice = asked.partition(":")
        question, _at, subject = asked.partition("@")
        return self.found[Asked(question, subject or None)], choice

    def conflicts(self, asked: str) -> list[Conflict]:
        question, _at, subject = asked.partition("@")
        finding = self.found.get(Asked(question, subject or None))
        return list(finding.conflicts()) if finding else []

    def between(self, asked: str, one: str, other: str) -> set[Verdict]:
        """In what conflicts the claims of two parties are."""
        finding, choice = self.of(asked)
        return {
            conflict.verdict
            for conflict in finding.conflicts()
            if not choice or {conflict.one.answer.choice, conflict.other.answer.choice} == {choice}
            if (sides := tuple({stand.claim.party for stand in side} for side in conflict.stands))
            if (one in sides[0] and other in sides[1]) or (other in sides[0] and one in sides[1])
        }


def parties(lane: Any) -> set[str]:
    return {stand.claim.party for stand in lane.stands}


def across(sides: list[list[str]]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(sides, 2):
        yield from product(one, other)


def departures(outcome: Outcome, expected: dict[str, Any]) -> list[str]:
    """Where rule and expectation part, each in words."""
    found: list[str] = []

    def note(key: str, asked: str, *rest: object) -> None:
        found.append(" ".join(map(str, (key, asked, *rest))))

    for key, verdict in (("disputed", Verdict.EXCLUDE), ("differ", Verdict.DIFFER)):
        for asked, sides in expected.get(key, {}).items():
            for one, other in across(sides):
                if verdict not in (verdicts := outcome.between(asked, one, other)):
                    note(key, asked, one, other, verdicts)
    for asked, parties_of in expected.get("not_in_conflict", {}).items():
        for one, other in combinations(parties_of, 2):
            if verdicts := outcome.between(asked, one, other):
                note("not_in_conflict", asked, one, other, verdicts)
    for asked in expected.get("not_disputed", []):
        # A question that nobody answers is named by the reader too, and is not disputed.
        if clashes := [each for each in outcome.conflicts(asked) if each.verdict is Verdict.EXCLUDE]:
            note("not_disputed", asked, [(parties(each.one), parties(each.other)) for each in clashes])
    for asked, alike in expected.get("same", {}).items():
        if not any(set(alike) <= parties(lane) for lane in outcome.of(asked)[0].lanes):
            note("same", asked, alike)
    for asked, moved in expected.get("moved", {}).items():
        was = {(move.authority, str(move.link.kind)) for move in outcome.of(asked)[0].moves}
        wanted = moved.items() if isinstance(moved, dict) else [(authority, None) for authority in moved]
        for authority, kind in wanted:
            if not any(outcome.authority[authority] == who and kind in (None, how) for who, how in was):
                note("moved", asked, authority, kind, was)
    for asked, updated in expected.get("updated", {}).items():
        was_updated = {move.authority for move in outcome.of(asked)[0].positions.moves if not move.is_moved}
        if missing := {outcome.authority[each] for each in updated} - was_updated:
            note("updated", asked, missing)
    for asked, torn in expected.get("two_voices", {}).items():
        if set(torn) - set(outcome.of(asked)[0].two_voices):
            note("two_voices", asked, torn, outcome.of(asked)[0].two_voices)
    return found


def of_the_article(dossier: Dossier) -> Dossier:
    """What the founding article alone holds."""
    claims = [claim for claim in dossier.claims if FOUNDING_ARTICLE in {each.source for each in claim.citations}]
    numbers = {claim.number for claim in claims}
    return replace(
        dossier,
        claims=tuple(
            replace(
                claim,
                supersedes=tuple(link for link in claim.supersedes if link.claim in numbers),
                relations=tuple(link for link in claim.relations if link.claim in numbers),
            )
            for claim in claims
        ),
    )


@every_dossier
def test_what_the_second_reader_expects_comes_out(path: Path):
    outcome = Outcome(dossier_of(path))

    assert departures(outcome, beside("expectations", path)) == []


@every_dossier
def test_what_the_second_reader_expects_of_the_founding_article_comes_out(path: Path):
    expected = beside("expectations", path).get("article_alone", {})

    outcome = Outcome(of_the_article(dossier_of(path)))

    assert departures(outcome, expected) == []
