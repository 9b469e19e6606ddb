"""The spread of the numbers of the dead in words: hedges kept, compilations beneath, no party's own toll alone."""

from typing import Any

import pytest

from strikes.wording.names import DossierNames
from strikes.wording.spreads import spread_said
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import case, says

CIVILIANS = "killed-civilians"


def spread(*claims: dict[str, Any], question: str = "killed") -> tuple[list[tuple[str, str]], list[str]] | None:
    """The ends, each with its party, and the lines beneath."""
    dossier = case(*claims)
    said = spread_said(dossier, question, DossierNames(dossier, QUESTIONS))
    return ([(end.said, end.party) for end in said.ends], list(said.beneath)) if said else None


HEDGES: list[tuple[dict[str, Any], str]] = [
    ({"best": 33}, "33"),
    ({"low": 33, "hedge": "at_least"}, "at least 33"),
    ({"low": 30, "hedge": "more_than"}, "more than 30"),
    ({"high": 90, "hedge": "at_most"}, "at most 90"),
    ({"high": 90, "hedge": "fewer_than"}, "fewer than 90"),
    ({"best": 300, "hedge": "about"}, "about 300"),
    ({"best": 600, "hedge": "nearly"}, "nearly 600"),
    ({"best": 27, "hedge": "so_far"}, "27 so far"),
    ({"low": 37, "high": 62}, "37 to 62"),
    ({"best": 1200}, "1,200"),
]


@pytest.mark.parametrize(("answer", "said"), HEDGES, ids=[said for _answer, said in HEDGES])
def test_the_one_number_stated_keeps_its_hedge(answer: dict[str, Any], said: str):
    assert spread(says(1, "monitor", "killed", answer)) == ([(said, "monitor")], [])


def test_each_end_keeps_its_hedge_and_of_a_range_only_its_own_number():
    said = spread(
        says(1, "monitor", "killed", {"low": 33, "hedge": "at_least"}),
        says(2, "inquiry", "killed", {"low": 40, "high": 62}),
        says(3, "other-state", "killed", {"best": 50, "hedge": "about"}),
    )

    assert said == ([("at least 33", "monitor"), ("62", "inquiry")], [])


def test_a_likely_number_says_so():
    ends, _beneath = spread(says(1, "monitor", "killed", {"best": 7}, strength="likely")) or ([], [])

    assert ends == [("7, likely or apparent", "monitor")]


def test_officials_without_a_name_stand_beneath_where_nobody_else_gives_a_number():
    assert spread(says(1, "officials", "killed", {"best": 70})) == ([], ["not named: 70 (Officials)"])


def test_compilations_stand_beneath_and_are_no_end():
    said = spread(
        says(1, "monitor", "killed", {"best": 42}),
        says(2, "inquiry", "killed", {"low": 37, "high": 99}, basis="compilation"),
    )

    assert said == ([("42", "monitor")], ["compilations: 37 to 99 (An Inquiry)"])


def test_compilations_alone_are_still_said():
    assert spread(says(1, "inquiry", "killed", {"best": 99}, basis="compilation")) == (
        [],
        ["compilations: 99 (An Inquiry)"],
    )


def test_the_number_of_whoever_struck_stands_beside_the_words_of_others():
    said = spread(
        says(1, "state", CIVILIANS, {"best": 1}, basis="own_operation"),
        says(2, "monitor", CIVILIANS, {"hedge": "most_of"}),
        says(3, "residents", "killed", {"best": 49}),
        question=CIVILIANS,
    )

    assert said == ([("1", "state")], ["most of them (A Monitor)", "numbers of killed only: 49 (Residents)"])


def test_who_gives_numbers_of_the_other_class_alone_is_named_beneath():
    said = spread(
        says(1, "monitor", CIVILIANS, {"best": 38}),
        says(2, "residents", "killed", {"best": 49}),
        says(3, "monitor", "killed", {"best": 46}),
        question=CIVILIANS,
    )

    assert said == ([("38", "monitor")], ["numbers of killed only: Residents"])


def test_the_number_of_whoever_struck_is_not_given_as_the_toll_where_nobody_else_says_anything():
    own = says(1, "command", CIVILIANS, {"best": 1}, basis="own_operation")

    assert spread(own, question=CIVILIANS) is None
    assert spread(own, says(2, "monitor", "carried-out-by", {"party": "state"}), question=CIVILIANS) is None


def test_who_speaks_of_the_other_class_alone_is_not_listed_where_nobody_speaks_of_this_one():
    assert spread(says(1, "monitor", "killed", {"best": 42}), question=CIVILIANS) is None
