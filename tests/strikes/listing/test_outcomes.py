"""What comes out on each question, over all its subjects."""

from pathlib import Path
from typing import Any

from strikes.dossiers.codec import load
from strikes.incident.page import IncidentPage
from strikes.listing.outcomes import Outcome, moves_by_party, outcomes
from strikes.vocabulary.terms import QuestionState
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import case, related, says, supersedes

MOSQUE, HALL = {"choice": "mosque"}, {"choice": "community-hall"}


def page(*claims: dict[str, Any]) -> IncidentPage:
    return IncidentPage(case(*claims), QUESTIONS)


def outcome(*claims: dict[str, Any]) -> Outcome:
    (found,) = outcomes(page(*claims))
    return found


def test_of_several_subjects_the_gravest_state_is_told_with_its_subject():
    found = outcome(
        says(1, "residents", "building-hit", {"yes": True}, subject="the-mosque"),
        says(2, "state", "building-hit", {"yes": False}, subject="the-mosque"),
        says(3, "monitor", "building-hit", {"yes": True}, subject="a-house"),
        says(4, "monitor", "building-hit", {"yes": True}),
    )

    assert (found.state, found.subject) == (QuestionState.DISPUTED, "the-mosque")
    assert (found.claims, found.authorities, found.facing) == (4, 3, 2)
    assert set(found.sides) == {"Residents say: yes", "The State says: no"}


def test_without_a_conflict_there_are_no_sides_and_nobody_faces_anybody():
    found = outcome(says(1, "residents", "struck", MOSQUE))

    assert (found.state, found.sides, found.facing) == (QuestionState.ONE_ACCOUNT, ("", ""), 0)


def test_a_party_to_the_conflict_is_told_first_and_the_smaller_number():
    struck = outcome(says(1, "residents", "struck", MOSQUE), says(2, "command", "struck", HALL))
    killed = outcome(says(1, "state", "killed", {"best": 46}), says(2, "monitor", "killed", {"best": 38}))

    assert struck.sides == ("Its Command says: a community or meeting hall", "Residents say: a mosque")
    assert killed.sides == ("A Monitor says: 38 people", "The State says: 46 people")


def test_origins_are_those_of_the_positions_alone():
    found = outcome(
        says(1, "monitor", "killed", {"best": 42}, basis="counted", **supersedes(2)),
        says(2, "monitor", "killed", {"best": 40}, basis="counted"),
        says(3, "newsroom", "killed", {"best": 42}, basis="told_by", **related(1, "repeats")),
        says(4, "posts", "killed", {"best": 46}, basis="counted"),
    )

    assert (found.origins, found.authorities, found.is_moved) == (1, 2, False)


def test_a_move_is_counted_once_for_the_authority_and_for_the_office_that_spoke():
    moved = page(
        says(1, "command", "struck", HALL),
        says(2, "ministry", "struck", MOSQUE, **supersedes(1, "changes_account")),
        says(3, "residents", "called", {"text": "A strike."}),
    )

    assert moves_by_party(moved.findings) == {"state": 1, "ministry": 1}
    assert {each.question for each in outcomes(moved) if each.is_moved} == {"struck"}


def test_al_jinah_is_told_by_what_most_authorities_face_each_other_on():
    dossier = load(Path("strikes/dossiers/incidents/sy-2017-0316-a.json").read_bytes())
    found = {each.question: each for each in outcomes(IncidentPage(dossier, QUESTIONS))}
    disputed = [each for each in found.values() if each.state is QuestionState.DISPUTED]

    first, second = sorted(disputed, key=lambda each: -each.facing)[:2]

    assert (first.question, second.question) == ("why-gathered", "struck")
    assert second.is_moved
    assert second.sides[0] == "US Central Command and US Defense Department deny: a mosque"
    assert second.sides[1].endswith("say: a mosque")
    assert {found["killed"].state, found["killed-civilians"].state} == {QuestionState.DIFFER}
