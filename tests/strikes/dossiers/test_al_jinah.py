"""What the strike at al-Jinah must show, row by row, from the coded dossier."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from strikes.answers.comparison import Verdict
from strikes.dossiers.codec import load
from strikes.dossiers.dossier import Dossier
from strikes.rules.findings import Finding, findings
from strikes.rules.origins import Lineage
from strikes.rules.stands import Asked
from strikes.vocabulary.terms import Beside, QuestionState, Stance, SupersessionKind
from strikes.wording.names import DossierNames
from strikes.wording.sentences import Sentences
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.dossiers.test_expectations import of_the_article

DISPUTED, DIFFER = QuestionState.DISPUTED, QuestionState.DIFFER


@cache
def dossier() -> Dossier:
    return load(Path("strikes/dossiers/incidents/sy-2017-0316-a.json").read_bytes())


@cache
def all_found() -> dict[Asked, Finding]:
    return {finding.asked: finding for finding in findings(dossier(), QUESTIONS)}


def found(question: str, subject: str | None = None) -> Any:
    return all_found()[Asked(question, subject)]


def parties(stands: Any) -> set[str]:
    return {stand.claim.party for stand in stands}


def lane(finding: Finding, **answer: Any) -> Any:
    """The lane of this answer."""
    return next(
        each for each in finding.lanes if all(getattr(each.answer, key) == value for key, value in answer.items())
    )


def moved(finding: Finding) -> list[tuple[str, int, int, int | None]]:
    exact = [move.days.fewest if move.days and move.days.is_exact else None for move in finding.moves]
    numbers = [(move.authority, move.earlier.number, move.later.number) for move in finding.moves]
    return [(*each, days) for each, days in zip(numbers, exact, strict=True)]


def test_who_carried_it_out_is_the_same_answer_from_all_who_name_the_united_states():
    finding = found("carried-out-by")

    assert set(lane(finding, party="united-states").authorities) == {
        "united-states",
        "russia",
        "bellingcat",
        "forensic-architecture",
        "human-rights-watch",
        "un-commission-of-inquiry-syria",
        "syrian-observatory",
        "hayat-tahrir-al-sham",
        "reprint-on-al-jinah",
    }
    # Ahrar al-Sham named the Coalition, which Central Command denies, and a civil defence official believed that it was
    # Russia. Forensic Architecture's one word, “unilateral”, is no denial of the Coalition.
    coalition = lane(finding, party="us-led-coalition")
    assert {
        party for conflict in finding.conflicts_of(coalition) for side in conflict.stands for party in parties(side)
    } == {
        "ahrar-al-sham",
        "us-central-command",
        "syrian-civil-defence",
    }


def test_the_posts_of_the_first_hours_stand_beside_who_carried_it_out():
    beside = {claim.number: why for claim, why in found("carried-out-by").positions.beside}

    posts = [claim for claim in dossier().claims if claim.number in (1, 2)]
    assert [claim.answer.one_of for claim in posts if claim.answer] == [
        ("russia", "syrian-government"),
        ("united-states", "us-led-coalition"),
    ]
    assert (beside[1], beside[2]) == (Beside.UNSIGNED, Beside.UNSIGNED)


def test_an_unnamed_officials_two_strikes_are_possible_and_dispute_nothing():
    finding = found("event-number")

    assert (finding.state, lane(finding, choice="two").voice) == (QuestionState.NOT_IN_CONFLICT, "possible")


def test_what_was_struck_is_disputed_and_the_united_states_moved():
    finding = found("struck")

    assert finding.state is DISPUTED
    assert {stand.claim.party for side in finding.confrontations[0].sides for stand in side.stands} == {
        "us-central-command",
        "us-department-of-defense",
        "residents-of-al-jinah",
        "local-activists-al-jinah",
        "syrian-observatory",
        "ahrar-al-sham",
        "fraternity-foundation",
        "human-rights-watch",
        "forensic-architecture",
        "un-commission-of-inquiry-syria",
        "witnesses-al-jinah",
    }
    assert moved(finding) == [("united-states", 39, 60, 82), ("united-states", 41, 60, 82)]


def test_the_two_unnamed_officials_stand_beside_and_are_in_no_conflict():
    finding = found("struck")

    complex_lane = lane(finding, choice="mosque-complex")
    assert "us-officials-unnamed" in parties(complex_lane.stands)
    assert list(finding.conflicts_of(complex_lane)) == []


def test_whether_the_mosque_was_hit_is_asked_of_two_buildings():
    of_one, of_other = found("building-hit", "mosque"), found("building-hit", "mosque-nearby")

    assert of_one.state is QuestionState.NO_ANSWER
    assert [claim.party for claim in of_one.marked(Stance.NOT_ESTABLISHED)] == ["reprint-on-al-jinah"]
    assert (of_other.state, of_other.lanes[0].answer.yes) == (QuestionState.SAME, False)


def test_where_was_corrected_and_no_two_points_are_in_dispute():
    finding = found("where")

    assert finding.state is QuestionState.NOT_IN_CONFLICT
    assert [(move.link.kind, move.earlier.answer.place, move.later.answer.place) for move in finding.moves] == [
        (SupersessionKind.CORRECTS, "idlib-governorate", "aleppo-governorate")
    ]
    printed = {citation.printed for claim in dossier().claims for citation in claim.citations if citation.printed}
    assert {"Raqqa", "Idlib"} <= {word for text in printed for word in text.replace(",", " ").replace(".", " ").split()}


def test_on_the_killed_the_numbers_differ_and_counts_are_updates():
    finding = found("killed")

    assert finding.state is DIFFER
    assert finding.moves == []
    assert {(move.earlier.number, move.later.number) for move in finding.updates} >= {(110, 115), (105, 110)}
    assert [(move.authority, move.link.kind) for move in found("bodies-recovered").positions.moves] == [
        ("syrian-civil-defence", SupersessionKind.UPDATES)
    ]


def test_every_printing_of_the_observatorys_number_is_one_claim():
    number = next(claim for claim in dossier().claims if claim.number == 110)
    lineage = Lineage(dossier())

    assert len({citation.source for citation in number.citations}) > 1
    # What it rests on is not stated in the material read; its count stands for itself, however often it is printed.
    assert lineage.origins([110]).unknown == (110,)


def test_on_civilians_killed_the_numbers_differ_and_the_united_states_moved():
    finding = found("killed-civilians")

    assert finding.state is DIFFER
    assert {party for party, *_rest in moved(finding)} == {"united-states"}
    assert {conflict.verdict for conflict in finding.conflicts()} == {Verdict.DIFFER}
    likely = found("harmed-civilians").lanes[0].stands[0].claim
    assert (likely.number, likely.strength, likely.stated) == (143, "likely", "2017-06-07")


def test_from_the_founding_article_alone_civilians_killed_is_disputed():
    alone = of_the_article(dossier())
    finding = next(each for each in findings(alone, QUESTIONS) if each.asked.question == "killed-civilians")

    sentence = Sentences(DossierNames(alone, QUESTIONS)).finding(finding)

    assert finding.state is DISPUTED
    assert sentence == (
        "On civilians killed, US Defense Department says that none is known (its number of all civilians killed or injured); against that, "
        "Syrian Observatory says: most of them."
    )


@pytest.mark.parametrize("question", ["the-dead", "why-gathered", "lawful", "precautions"])
def test_these_are_disputed(question):
    assert found(question).state is DISPUTED


def test_when_is_agreed_within_the_clock_rule_and_the_reprint_has_two_renderings():
    assert found("date").state is QuestionState.SAME
    assert found("clock").state is QuestionState.NOT_IN_CONFLICT
    reprints = next(claim for claim in dossier().claims if claim.number == 29)
    assert len(reprints.citations) > 1
