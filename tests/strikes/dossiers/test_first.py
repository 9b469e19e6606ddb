"""What the page of each strike puts first, and how accounts moved, held against what a reader of the words expects."""

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from strikes.dossiers.dossier import Dossier
from strikes.incident.page import IncidentPage
from strikes.rules.findings import Finding
from strikes.rules.sides import Confrontation
from strikes.vocabulary.questions import read_questions
from tests.strikes.dossiers.test_second_reading import beside, dossier_of, every_dossier

QUESTIONS = read_questions()
MOVES = {"changes_account", "corrects"}


class Front:
    """The questions that a page shows with their sides, before all others; and what came out on every question."""

    def __init__(self, dossier: Dossier) -> None:
        page = IncidentPage(dossier, QUESTIONS)
        # The reader may name an authority by one of its offices, and an office is seen where its authority stands.
        self.authority = {party.slug: party.authority or party.slug for party in dossier.parties}
        self.found = page.findings
        self.shown = [conflict.finding for conflict in page.main_conflicts.shown]

    def faces(self, found: Confrontation, expected: list[list[str]]) -> bool:
        """Whether each expected side is seen whole on a side of its own."""
        places = (
            [place for place, names in enumerate(self.named(found)) if all(self.stands(each, names) for each in side)]
            for side in expected
        )
        return any(len(set(chosen)) == len(expected) for chosen in product(*places))

    def named(self, found: Confrontation) -> list[set[str]]:
        """The parties and the authorities of each side."""
        return [{stand.claim.party for stand in side.stands} | {*side.authorities} for side in found.sides]

    def stands(self, party: str, names: set[str]) -> bool:
        return party in names or self.authority.get(party) in names

    def first_place(self, expected: dict[str, Any]) -> int | None:
        """The place among the first at which the expected sides face each other; None where they do not."""
        for place, finding in enumerate(self.shown):
            if is_asked(finding, [expected["asked"], *expected.get("or", [])]) and any(
                str(confrontation.state) == expected["state"] and self.faces(confrontation, expected["sides"])
                for confrontation in finding.confrontations
            ):
                return place
        return None

    def shows(self, unwanted: dict[str, Any]) -> bool:
        """Whether the question, or one party on it, or two of several that face each other, stand among the first."""
        parties = unwanted.get("parties", [])
        for finding in self.shown:
            if not is_asked(finding, [unwanted["asked"]]):
                continue
            sides = [names for each in finding.confrontations for names in self.named(each)]
            seen = [[self.stands(party, names) for names in sides] for party in parties]
            if len(parties) < 2 and all(map(any, seen)):
                return True
            if any(
                self.faces(each, [[one], [other]])
                for each in finding.confrontations
                for one, other in product(parties, parties)
                if one < other
            ):
                return True
        return False


def is_asked(finding: Finding, asked: Iterable[str]) -> bool:
    """Whether it is the finding of `struck`, of `damaged@mosque`, or of `damaged@*` whatever the subject."""
    question, subject = finding.asked
    named = f"{question}@{subject}" if subject else question
    return any(each in (named, f"{question}@*") for each in asked)


def departures(front: Front, expected: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Where what stands first and what was expected there part: the question, and what parts in words."""
    places = [front.first_place(each) for each in expected["first"]]
    for each, place in zip(expected["first"], places, strict=True):
        if place is None:
            yield each["asked"], f"not found ({each['state']}): {each['sides']}"
    if (found := [place for place in places if place is not None]) != sorted(found):
        yield "in another order", f"{[finding.asked for finding in front.shown]}"
    for each in expected["not_first"]:
        if front.shows(each):
            yield each["asked"], f"must not stand first {each.get('parties', '')}: {each['why']}"


def steps_missed(front: Front, expected: dict[str, Any]) -> Iterator[str]:
    """The changes of account that do not come out, and those that came out though no answer was changed."""
    for step in expected["steps"]:
        authority = front.authority.get(step["authority"])
        found = [finding for finding in front.found if is_asked(finding, step["asked"])]
        has_moved = any(change.authority == authority for finding in found for change in finding.changes)
        if has_moved != (step["kind"] in MOVES) and step["kind"] in {*MOVES, "no_move"}:
            yield f"{step['authority']} on {step['asked']}: {step['kind']}: {step['first']} … {step['last']}"


@every_dossier
def test_what_a_reader_expects_first_stands_first(path: Path):
    expected = beside("expectations", path)
    known = {each["asked"] for each in expected.get("rule_parts", [])}

    found = list(departures(Front(dossier_of(path)), expected))

    assert [(asked, words) for asked, words in found if asked not in known] == []
    assert {asked for asked, _words in found} == known, "A rule has come right: its entry under rule_parts goes."


@every_dossier
def test_accounts_moved_as_the_words_show(path: Path):
    assert list(steps_missed(Front(dossier_of(path)), beside("expectations", path))) == []
