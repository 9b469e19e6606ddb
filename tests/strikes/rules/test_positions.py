"""What an authority stands by, what stands beside with its reason, and in which order."""

import pytest

from strikes.rules.positions import positions
from strikes.rules.stands import Asked, Voice
from strikes.vocabulary.terms import Beside
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import case, says, supersedes

TEN = {"best": 10}


def test_claims_come_as_they_were_stated_and_those_of_an_unknown_day_last():
    dossier = case(
        says(1, "monitor", "killed", {"best": 1}),
        says(2, "inquiry", "killed", {"best": 2}, stated="2017-03-18"),
        says(3, "state", "killed", {"best": 3}, stated="2017-03-17"),
        says(4, "residents", "killed", {"best": 4}, stated="2017-03-17"),
        says(5, "other-state", "killed", {"best": 5}, stated="2017-03"),
        says(6, "newsroom", "killed", None),
        says(7, "monitor", "killed", None, stated="2017-03-18"),
    )

    [found] = positions(dossier, QUESTIONS).values()

    assert [stand.claim.number for stand in found.stands] == [3, 4, 2, 5, 1]
    assert [claim.number for claim, _why in found.beside] == [7, 6]


def test_questions_come_in_their_order_and_subjects_by_their_code():
    dossier = case(
        says(1, "monitor", "killed", TEN),
        says(2, "monitor", "struck", {"choice": "mosque"}, subject="hall"),
        says(3, "monitor", "struck", {"choice": "mosque"}),
        says(4, "monitor", "struck", {"choice": "mosque"}, subject="annex"),
    )

    assert list(positions(dossier, QUESTIONS)) == [
        Asked("struck"),
        Asked("struck", "annex"),
        Asked("struck", "hall"),
        Asked("killed"),
    ]


@pytest.mark.parametrize(
    ("values", "voice"),
    [
        ({}, Voice.ASSERTS),
        ({"strength": "likely"}, Voice.ASSERTS),
        ({"strength": "possible"}, Voice.POSSIBLE),
        ({"strength": "doubts"}, Voice.DENIES),
        ({"strength": "unlikely"}, Voice.DENIES),
        ({"stance": "denies"}, Voice.DENIES),
        ({"stance": "denies", "strength": "likely"}, Voice.DENIES),
    ],
    ids=str,
)
def test_a_claim_is_read_in_one_voice(values, voice):
    [found] = positions(case(says(1, "monitor", "killed", TEN, **values)), QUESTIONS).values()

    assert [stand.voice for stand in found.stands] == [voice]


def test_an_office_stands_for_its_authority_and_whoever_fights_is_known():
    dossier = case(
        says(1, "command", "killed", TEN), says(2, "monitor", "killed", TEN), says(3, "officials", "killed", TEN)
    )

    [found] = positions(dossier, QUESTIONS).values()

    assert [(stand.authority, stand.is_of_conflict) for stand in found.stands] == [
        ("state", True),
        ("monitor", False),
        ("officials", True),
    ]


def test_what_replaced_a_claim_says_whether_it_was_moved_superseded_or_taken_back():
    dossier = case(
        says(1, "state", "struck", {"choice": "mosque"}),
        says(2, "state", "struck", {"choice": "dwelling"}, **supersedes(1, "changes_account")),
        says(3, "monitor", "struck", {"choice": "mosque"}),
        says(4, "monitor", "struck", {"choice": "dwelling"}, **supersedes(3, "updates")),
        says(5, "inquiry", "struck", {"choice": "mosque"}),
        says(6, "inquiry", "struck", None, stance="retracts", **supersedes(5, "corrects")),
        says(7, "newsroom", "struck", {"choice": "mosque"}),
        says(8, "residents", "struck", {"choice": "dwelling"}, **supersedes(7, "changes_account")),
    )

    [found] = positions(dossier, QUESTIONS).values()

    assert [stand.claim.number for stand in found.stands] == [2, 4, 8]
    assert {claim.number: why for claim, why in found.beside} == {
        1: Beside.SUPERSEDED,
        3: Beside.SUPERSEDED,
        5: Beside.RETRACTED,
        6: Beside.NO_ANSWER,
        7: Beside.SUPERSEDED,
    }
    assert [(move.earlier.number, move.later.number, move.is_moved) for move in found.moves] == [
        (1, 2, True),
        (3, 4, False),
        (5, 6, True),
        (7, 8, False),
    ]


def test_a_link_across_questions_stands_under_both_and_one_across_subjects_too():
    dossier = case(
        says(1, "state", "harmed-civilians", {"hedge": "none_known"}),
        says(2, "state", "killed-civilians", TEN, **supersedes(1)),
        says(3, "state", "struck", {"choice": "mosque"}, subject="annex"),
        says(4, "state", "struck", {"choice": "mosque"}, **supersedes(3)),
        says(5, "state", "injured", TEN),
    )

    assert {asked: len(found.moves) for asked, found in positions(dossier, QUESTIONS).items()} == {
        Asked("struck"): 1,
        Asked("struck", "annex"): 1,
        Asked("killed-civilians"): 1,
        Asked("harmed-civilians"): 1,
        Asked("injured"): 0,
    }
