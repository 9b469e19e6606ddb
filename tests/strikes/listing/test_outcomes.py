"""What comes out on each question, over all its subjects."""

from pathlib import Path
from typing import Any

from strikes.dossiers.codec import load
from strikes.incident.page import IncidentPage
from strikes.listing.outcomes import Faced, Outcome, outcomes
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

    assert found.state is QuestionState.DISPUTED
    assert found.disputed == Faced("the-mosque", ("The State says: it was not hit", "Residents say: it was hit"))
    assert (found.differing, found.claims, found.authorities) == (None, 4, 3)


def test_a_denial_does_not_hide_that_the_numbers_differ():
    found = outcome(
        says(1, "state", "killed-civilians", {"low": 100, "hedge": "at_least"}, stance="denies"),
        says(2, "residents", "killed-civilians", {"best": 140}),
        says(3, "monitor", "killed-civilians", {"best": 26}),
        says(4, "inquiry", "killed-civilians", {"best": 86}),
    )

    assert found.disputed
    assert found.differing == Faced("", ("A Monitor says: 26 people", "Residents say: 140 people"))
    assert found.disputed.sides[0] == "The State denies: at least 100 people"


def test_numbers_that_differ_on_one_subject_stand_beside_a_dispute_on_another():
    found = outcome(
        says(1, "state", "killed", {"best": 0}, subject="the-mosque"),
        says(2, "residents", "killed", {"best": 9}, subject="the-mosque"),
        says(3, "monitor", "killed", {"best": 38}),
        says(4, "inquiry", "killed", {"best": 46}),
    )

    assert found.disputed
    assert found.disputed.subject == "the-mosque"
    assert found.differing == Faced("", ("A Monitor says: 38 people", "An Inquiry says: 46 people"))


def test_without_a_conflict_there_are_no_sides():
    found = outcome(says(1, "residents", "struck", MOSQUE))

    assert (found.state, found.disputed, found.differing) == (QuestionState.ONE_ACCOUNT, None, None)


def test_a_party_to_the_conflict_is_told_first_and_the_smaller_number():
    struck = outcome(says(1, "residents", "struck", MOSQUE), says(2, "command", "struck", HALL))
    killed = outcome(says(1, "state", "killed", {"best": 46}), says(2, "monitor", "killed", {"best": 38}))

    assert struck.disputed == Faced("", ("Its Command says: a community or meeting hall", "Residents say: a mosque"))
    assert killed.differing == Faced("", ("A Monitor says: 38 people", "The State says: 46 people"))


def test_origins_are_those_of_the_positions_alone():
    found = outcome(
        says(1, "monitor", "killed", {"best": 42}, basis="counted", **supersedes(2)),
        says(2, "monitor", "killed", {"best": 40}, basis="counted"),
        says(3, "newsroom", "killed", {"best": 42}, basis="told_by", **related(1, "repeats")),
        says(4, "posts", "killed", {"best": 46}, basis="counted"),
    )

    assert (found.origins, found.authorities, found.is_moved) == (1, 2, False)


def test_a_move_is_seen_on_its_question():
    moved = page(
        says(1, "command", "struck", HALL),
        says(2, "ministry", "struck", MOSQUE, **supersedes(1, "changes_account")),
        says(3, "residents", "called", {"text": "A strike."}),
    )

    assert {each.question for each in outcomes(moved) if each.is_moved} == {"struck"}


def test_al_jinah_is_told_by_the_weightiest_question():
    dossier = load(Path("strikes/dossiers/incidents/sy-2017-0316-a.json").read_bytes())
    found = sorted((each for each in outcomes(IncidentPage(dossier, QUESTIONS)) if each.disputed), key=_place)

    struck = found[0]

    assert struck.question == "struck"
    assert struck.is_moved
    assert struck.disputed
    assert struck.disputed.sides[0].endswith("say: a mosque")
    assert struck.disputed.sides[1].startswith("US Central Command")


def _place(outcome: Outcome) -> int:
    return outcome.place
