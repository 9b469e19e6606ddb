"""The sentence of a question: who says what, with the strength printed."""

from typing import Any

import pytest

from strikes.wording.names import DossierNames
from strikes.wording.sentences import Sentences
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import all_found, case, related, says

MOSQUE, HALL = {"choice": "mosque"}, {"choice": "community-hall"}


def sentence(*claims: dict[str, Any]) -> str:
    """The sentence of the first claim's question."""
    dossier = case(*claims)
    finding = next(iter(all_found(dossier).values()))
    return Sentences(DossierNames(dossier, QUESTIONS)).finding(finding)


def test_a_dispute_names_who_says_what_on_either_side():
    assert sentence(says(1, "residents", "struck", MOSQUE), says(2, "command", "struck", HALL)) == (
        "On what was struck: Residents say: a mosque – Its Command says: a community or meeting hall."
    )


def test_a_denial_is_said_as_one():
    assert sentence(says(1, "monitor", "struck", MOSQUE), says(2, "command", "struck", MOSQUE, stance="denies")) == (
        "On what was struck: A Monitor says: a mosque – Its Command denies: a mosque."
    )


STRENGTHS = [
    ("likely", "An Inquiry says, as likely: 1 person"),
    ("possible", "An Inquiry says, as possible: 1 person"),
    ("doubts", "An Inquiry doubts: 1 person"),
    ("unlikely", "An Inquiry calls unlikely: 1 person"),
]


@pytest.mark.parametrize(("strength", "words"), STRENGTHS)
def test_the_strength_is_printed(strength, words):
    assert sentence(says(1, "inquiry", "killed", {"best": 1}, strength=strength)) == f"On killed: {words}."


def test_none_known_is_not_said_as_none():
    assert sentence(says(1, "monitor", "killed", {"best": 3}), says(2, "state", "killed", {"hedge": "none_known"})) == (
        "On killed: The State says that none is known – A Monitor says: 3 people."
    )


def test_what_is_read_of_the_whole_says_so():
    claims = (
        says(1, "monitor", "killed-civilians", {"best": 3}),
        says(2, "state", "harmed-civilians", {"hedge": "none_known"}),
    )

    assert sentence(*claims) == (
        "On civilians killed: The State says that none is known (said of civilians killed or injured) – "
        "A Monitor says: 3 people."
    )


def test_many_parties_are_counted_and_the_first_named():
    names = ["state", "other-state", "monitor", "inquiry", "newsroom"]

    assert sentence(*(says(number, party, "struck", MOSQUE) for number, party in enumerate(names, 1))) == (
        "On what was struck: The State, Another State, A Monitor and 2 others say: a mosque."
    )


def test_answers_that_can_all_be_so_are_counted():
    claims = says(1, "state", "aircraft", {"choice": "mq-9"}), says(2, "inquiry", "aircraft", {"choice": "crewed"})

    assert sentence(*claims) == "On aircraft: 2 parties give 2 different answers, which can all be so."


def test_who_is_no_longer_in_conflict_is_not_named_in_it():
    claims = (
        says(1, "residents", "struck", MOSQUE),
        says(2, "command", "struck", HALL, **related(1, "not_contradicting")),
        says(3, "inquiry", "struck", MOSQUE),
    )

    assert "Residents" not in sentence(*claims)
