"""What the page of each strike puts first, held against what a reader of the notes expects there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from strikes.dossiers.dossier import Dossier
from strikes.incident.page import IncidentPage
from strikes.rules.findings import Finding
from strikes.rules.sides import Confrontation
from strikes.rules.stands import Asked
from strikes.vocabulary.questions import read_questions
from tests.strikes.dossiers.test_second_reading import beside, dossier_of, every_dossier

QUESTIONS = read_questions()


class Front:
    """The questions that the page shows with their sides, before all others."""

    def __init__(self, dossier: Dossier) -> None:
        page = IncidentPage(dossier, QUESTIONS)
        # The reader may name an authority by one of its offices.
        self.authority = {party.slug: party.authority or party.slug for party in dossier.parties}
        self.shown = [conflict.finding for conflict in page.main_conflicts.shown]

    def asked(self, asked: str) -> Iterator[Finding]:
        """The findings on `struck`, on `damaged@mosque`, or on `damaged@*` whatever the subject."""
        question, _at, subject = asked.partition("@")
        for finding in self.shown:
            if finding.asked == Asked(question, subject or None) or (
                subject == "*" and finding.asked.question == question
            ):
                yield finding

    def faces(self, found: Confrontation, expected: list[list[str]]) -> bool:
        """Whether each expected side stands whole on one side, and no two of them on the same."""
        places = [{self._place(found, party) for party in side} for side in expected]
        return all(len(side) == 1 and None not in side for side in places) and len(set.union(*places)) == len(expected)

    def _place(self, found: Confrontation, party: str) -> int | None:
        """On which side the party stands: itself, or else its authority."""
        for place, side in enumerate(found.sides):
            if any(stand.claim.party == party for stand in side.stands):
                return place
        for place, side in enumerate(found.sides):
            if self.authority.get(party, party) in side.authorities:
                return place
        return None


def departures(front: Front, expected: dict[str, Any]) -> list[str]:
    """Where what stands first and what was expected there part, each in words."""
    found = [
        f"{each['asked']} ({each['state']}): {each['sides']}"
        for each in expected["first"]
        if not any(
            str(confrontation.state) == each["state"] and front.faces(confrontation, each["sides"])
            for finding in front.asked(each["asked"])
            for confrontation in finding.confrontations
        )
    ]
    unwanted = [
        f"not first: {each['asked']}"
        for each in expected.get("not_first", [])
        for finding in front.asked(each["asked"])
        if not each.get("sides")
        or any(front.faces(confrontation, each["sides"]) for confrontation in finding.confrontations)
    ]
    return found + unwanted


@every_dossier
def test_what_a_reader_expects_first_stands_first(path: Path):
    expected = beside("expectations", path)

    assert expected["first"]
    assert departures(Front(dossier_of(path)), expected) == []
