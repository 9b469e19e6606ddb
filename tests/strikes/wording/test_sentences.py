"""The sentence of a question: who says what, with the strength printed."""

from typing import Any

import pytest

from strikes.rules.stands import Asked
from strikes.wording.names import DossierNames
from strikes.wording.sentences import Sentences
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import PARTIES, all_found, case, related, says, supersedes

MOSQUE, HALL = {"choice": "mosque"}, {"choice": "community-hall"}


def sentence(*claims: dict[str, Any]) -> str:
    """The sentence of the first claim's question."""
    dossier = case(*claims)
    finding = all_found(dossier)[Asked(claims[0]["question"], None)]
    return Sentences(DossierNames(dossier, QUESTIONS)).finding(finding)


def test_a_dispute_names_who_says_what_on_either_side():
    assert sentence(says(1, "residents", "struck", MOSQUE), says(2, "command", "struck", HALL)) == (
        "On what was struck, Its Command says: a community or meeting hall; against that, Residents say: a mosque."
    )


def test_a_denial_is_said_as_one():
    assert sentence(says(1, "monitor", "struck", MOSQUE), says(2, "command", "struck", MOSQUE, stance="denies")) == (
        "On what was struck, Its Command denies: a mosque; against that, A Monitor says: a mosque."
    )


def test_who_only_denies_is_heard_with_what_it_says_itself():
    claims = [
        says(1, "residents", "struck", MOSQUE),
        says(2, "command", "struck", MOSQUE, stance="denies"),
        says(3, "ministry", "struck", {"choice": "religious-building"}),
    ]

    assert sentence(*claims) == (
        "On what was struck, Its Command denies: a mosque; Its Ministry says: a building of religious purpose; "
        "against that, Residents say: a mosque."
    )


def test_what_counts_in_nothing_is_said_with_whose_words_it_is():
    told = says(1, "state", "struck", MOSQUE, told_by="monitor")

    assert sentence(told) == ("On what was struck, A Monitor says that the State said: a mosque.")
    assert sentence(told | {"strength": "possible"}) == (
        "On what was struck, A Monitor says that the State said: a mosque (possible)."
    )
    given_up = [
        says(1, "state", "struck", MOSQUE),
        says(2, "state", "struck", None, stance="retracts", **supersedes(1, "corrects")),
    ]
    assert sentence(*given_up) == "On what was struck, what was said is no longer held."


def test_the_word_of_a_party_that_sets_two_answers_against_each_other_is_said_to_be_its_own():
    claims = [
        says(1, "state", "called", {"text": "a success"}),
        says(2, "residents", "called", {"text": "a massacre"}, **related(1, "contradicts", by="party")),
    ]

    assert sentence(*claims).endswith(". One of them says itself that the two contradict each other.")


def test_a_number_that_several_state_keeps_the_strength_of_each():
    claims = [
        says(1, "state", "killed", {"best": 7}),
        says(2, "other-state", "killed", {"best": 7}, strength="likely"),
        says(3, "monitor", "killed", {"best": 90}),
    ]

    assert sentence(*claims) == (
        "On killed, the numbers differ: 7 people (The State; Another State, likely or apparent) "
        "against 90 people (A Monitor)."
    )


def test_a_party_that_says_and_denies_is_named_once():
    claims = [
        says(1, "state", "struck", HALL),
        says(2, "state", "struck", MOSQUE, stance="denies"),
        says(3, "residents", "struck", MOSQUE),
    ]

    assert sentence(*claims) == (
        "On what was struck, The State says: a community or meeting hall, and denies: a mosque; "
        "against that, Residents say: a mosque."
    )


def test_what_else_an_authority_says_that_stands_on_a_side_is_its_second_voice():
    claims = [
        says(1, "command", "struck", MOSQUE),
        says(2, "ministry", "struck", HALL),
        says(3, "monitor", "struck", HALL),
        says(4, "inquiry", "struck", HALL),
    ]

    said = sentence(*claims)

    assert said.startswith("On what was struck, Its Command says: a mosque; against that, ")
    assert said.endswith("The State speaks with another voice too: Its Ministry says: a community or meeting hall.")


def test_an_answer_within_another_is_said_to_be_narrower():
    claims = says(1, "monitor", "struck", {"choice": "religious-building"}), says(2, "inquiry", "struck", MOSQUE)

    assert sentence(*claims) == (
        "On what was struck, A Monitor says: a building of religious purpose; more narrowly, An Inquiry says: a mosque."
    )


def test_officials_without_a_name_are_heard_on_the_question_and_not_in_front():
    claims = says(1, "officials", "struck", HALL), says(2, "residents", "struck", MOSQUE)
    dossier = case(*claims)
    finding = all_found(dossier)[Asked("struck", None)]
    sentences = Sentences(DossierNames(dossier, QUESTIONS))

    assert sentences.finding(finding) == (
        "On what was struck, Officials say: a community or meeting hall; against that, Residents say: a mosque."
    )
    assert [*sentences.confrontations(finding, in_front=True)] == []


DENIALS = [
    ("fact", "Its Command denies: a mosque"),
    ("likely", "Its Command says that this is likely not so: a mosque"),
    ("possible", "Its Command says that this is possibly not so: a mosque"),
]


@pytest.mark.parametrize(("strength", "words"), DENIALS)
def test_a_denial_keeps_its_strength(strength: str, words: str):
    denial = says(1, "command", "struck", MOSQUE, stance="denies", strength=strength)

    assert sentence(denial) == f"On what was struck, {words}."


@pytest.mark.parametrize(
    ("strength", "words"),
    [
        ("fact", "says: fighters were there"),
        ("doubts", "doubts: fighters were there"),
        ("unlikely", "says that this is unlikely: fighters were there"),
        ("likely", "says that this is likely: fighters were there"),
    ],
)
def test_a_yes_keeps_its_strength_in_the_words_of_the_question(strength: str, words: str):
    claim = says(1, "command", "fighters-present", {"yes": True}, strength=strength)

    assert sentence(claim) == f"On whether fighters were there, Its Command {words}."


def test_yes_against_no_says_what_each_side_says():
    claims = [
        says(1, "state", "fighters-present", {"yes": True}),
        says(2, "monitor", "fighters-present", {"yes": False}),
    ]

    said = sentence(*claims)

    assert said == (
        "On whether fighters were there, The State says: fighters were there; "
        "against that, A Monitor says: no fighters were there."
    )


def test_a_third_answer_is_a_third_side_and_a_fourth_a_fourth():
    answers = ["mosque", "community-hall", "dwelling", "street"]
    parties = ["state", "monitor", "inquiry", "newsroom"]
    claims = [
        says(number, party, "struck", {"choice": answer})
        for number, (party, answer) in enumerate(zip(parties, answers, strict=True), 1)
    ]

    said = sentence(*claims[:3])

    assert said.count("against that, ") == said.count("against both, ") == 1
    assert all(name in said for name in ("The State", "A Monitor", "An Inquiry"))


def test_a_further_answer_of_an_authority_that_stands_there_already_is_said_to_be_against_nobody_of_its_own():
    said = sentence(
        says(1, "command", "struck", {"choice": "dwelling"}),
        says(2, "monitor", "struck", {"choice": "mosque"}),
        says(3, "ministry", "struck", {"choice": "community-hall"}),
    )

    assert said.count("against that, ") == 1
    assert "against both" not in said
    assert "; another answer: Its Command says" in said


def test_numbers_that_differ_say_so_from_the_smallest_to_the_largest_and_count_those_between():
    claims = [
        says(number, party, "killed", {"best": best})
        for number, (party, best) in enumerate([("inquiry", 50), ("state", 7), ("monitor", 90)], 1)
    ]

    assert sentence(*claims) == (
        "On killed, the numbers differ: 7 people (The State) against 90 people (A Monitor); 1 answer lies between."
    )


def test_one_denial_does_not_hide_that_the_numbers_differ():
    claims = [
        says(1, "monitor", "killed-civilians", {"best": 117}),
        says(2, "residents", "killed-civilians", {"best": 147}),
        says(3, "command", "killed-civilians", {"best": 26, "hedge": "about"}),
        says(4, "other-state", "killed-civilians", {"low": 100, "hedge": "at_least"}, stance="denies"),
    ]

    said = sentence(*claims)

    assert said.startswith("On civilians killed, Another State denies: at least 100 people; against that, ")
    assert (
        "On civilians killed, the numbers also differ: about 26 people (Its Command) against 147 people (Residents)"
        in said
    )


def test_the_word_that_sets_two_answers_against_each_other_is_named():
    claims = [
        says(1, "state", "called", {"text": "a success"}),
        says(2, "residents", "called", {"text": "a massacre"}, **related(1, "contradicts")),
    ]

    assert sentence(*claims).endswith(". An editor of this archive sets these two against each other.")


STRENGTHS = [
    ("likely", "An Inquiry says that this is likely: 1 person"),
    ("possible", "An Inquiry says that this is possible: 1 person"),
    ("doubts", "An Inquiry doubts: 1 person"),
    ("unlikely", "An Inquiry says that this is unlikely: 1 person"),
]


@pytest.mark.parametrize(("strength", "words"), STRENGTHS)
def test_the_strength_is_printed(strength, words):
    assert sentence(says(1, "inquiry", "killed", {"best": 1}, strength=strength)) == f"On killed, {words}."


def test_none_known_is_not_said_as_none():
    assert sentence(says(1, "monitor", "killed", {"best": 3}), says(2, "state", "killed", {"hedge": "none_known"})) == (
        "On killed, The State says that none is known; against that, A Monitor says: 3 people."
    )


def test_what_is_read_of_the_whole_says_so():
    claims = (
        says(1, "monitor", "killed-civilians", {"best": 3}),
        says(2, "state", "harmed-civilians", {"hedge": "none_known"}),
    )

    assert sentence(*claims) == (
        "On civilians killed, The State says that none is known (its number of all civilians killed or injured); against that, "
        "A Monitor says: 3 people."
    )


def test_a_name_that_holds_a_comma_is_closed_with_one():
    parties = [{**party, "name": "Officials, unnamed"} if party["slug"] == "officials" else party for party in PARTIES]
    dossier = case(says(1, "officials", "struck", MOSQUE), parties=parties)
    (finding,) = all_found(dossier).values()

    assert Sentences(DossierNames(dossier, QUESTIONS)).finding(finding) == (
        "On what was struck, Officials, unnamed, say: a mosque."
    )


def test_many_parties_are_counted_and_the_first_named():
    names = ["state", "other-state", "monitor", "inquiry", "newsroom"]

    assert sentence(*(says(number, party, "struck", MOSQUE) for number, party in enumerate(names, 1))) == (
        "On what was struck, The State, Another State, A Monitor and 2 others say: a mosque."
    )


def test_a_number_of_the_whole_is_said_as_it_was_stated():
    claims = (
        says(1, "monitor", "killed-civilians", {"best": 85}),
        says(2, "state", "killed", {"best": 70, "hedge": "about"}),
    )

    assert sentence(*claims) == (
        "On civilians killed, the numbers differ: about 70 people (The State, its number of all killed) "
        "against 85 people (A Monitor)."
    )


def test_different_answers_that_no_rule_sets_against_each_other_are_said_and_not_judged():
    claims = says(1, "state", "aircraft", {"choice": "mq-9"}), says(2, "inquiry", "aircraft", {"choice": "crewed"})

    assert sentence(*claims) == (
        "On aircraft, An Inquiry says: crewed aircraft; The State says: MQ-9 Reaper. "
        "No rule sets these against each other."
    )


def test_who_is_no_longer_in_conflict_is_not_named_in_it():
    claims = (
        says(1, "residents", "struck", MOSQUE),
        says(2, "command", "struck", HALL, **related(1, "not_contradicting")),
        says(3, "inquiry", "struck", MOSQUE),
    )

    assert "Residents" not in sentence(*claims)
