"""The smallest and the largest number of the dead that anybody stated, each with whose it is and how it was said."""

from typing import Any

import pytest

from strikes.answers.answer import Answer
from strikes.rules.spread import Beneath, End, beneath, spread
from strikes.vocabulary.terms import Hedge, Strength
from tests.strikes.rules.cast import case, related, says, supersedes

LEAST, MOST = End(40, False, "monitor", 1), End(50, False, "inquiry", 2)
STATE_DID = {"party": "state"}


def killed(number: int, party: str, answer: dict[str, Any] | None, **values: Any) -> dict[str, Any]:
    return says(number, party, "killed", answer, **values)


def civilians(number: int, party: str, answer: dict[str, Any], **values: Any) -> dict[str, Any]:
    return says(number, party, "killed-civilians", answer, **values)


def ends(*claims: dict[str, Any]) -> tuple[End, End]:
    """The ends of 40 (the monitor's), 50 (the inquiry's), and what these claims say."""
    stated = killed(1, "monitor", {"best": 40}), killed(2, "inquiry", {"best": 50})
    found = spread(case(*stated, *claims), "killed")
    assert found
    return found.least, found.most


def numbers(claims: Any) -> list[int]:
    return [claim.number for claim in claims]


def test_each_end_is_the_number_of_one_party():
    assert ends() == (LEAST, MOST)
    assert ends(killed(3, "other-state", {"best": 60})) == (LEAST, End(60, False, "other-state", 3))
    assert ends(killed(3, "other-state", {"best": 30})) == (End(30, False, "other-state", 3), MOST)


def test_a_range_reaches_both_ways():
    both = ends(killed(3, "other-state", {"low": 10, "best": 45, "high": 90}))

    assert both == (End(10, False, "other-state", 3), End(90, False, "other-state", 3))


def test_where_nobody_states_a_number_there_is_none():
    assert spread(case(killed(1, "monitor", {"hedge": "dozens"})), "killed") is None
    assert spread(case(killed(1, "monitor", {"best": 40})), "killed-civilians") is None
    assert spread(case(killed(1, "monitor", {"best": 40}, basis="compilation")), "killed") is None


LEFT_OUT: dict[str, list[dict[str, Any]]] = {
    "denied": [killed(3, "other-state", {"best": 1}, stance="denies")],
    "called unlikely": [killed(3, "other-state", {"best": 1}, strength="unlikely")],
    "doubted": [killed(3, "other-state", {"best": 1}, strength="doubts")],
    "no evidence found": [killed(3, "other-state", {"best": 1}, stance="no_evidence")],
    "not established": [killed(3, "other-state", None)],
    "not ruled out": [killed(3, "other-state", {"best": 1}, stance="not_ruled_out")],
    "part only": [killed(3, "other-state", {"best": 1}, scope="part")],
    "wider": [killed(3, "other-state", {"best": 99}, scope="wider")],
    "of a subject": [killed(3, "other-state", {"best": 1}, subject="hall")],
    "apparent error": [killed(3, "other-state", {"best": 1}, is_apparent_error=True)],
    "compilation": [killed(3, "other-state", {"best": 1}, basis="compilation")],
    "told by another": [killed(3, "other-state", {"best": 1}, told_by="newsroom")],
    "not signed": [killed(3, "posts", {"best": 1})],
    "of another unit": [killed(3, "other-state", {"best": 1, "unit": "families"})],
    "none known": [killed(3, "other-state", {"hedge": "none_known"})],
    "a word": [killed(3, "other-state", {"hedge": "several"})],
    "most of": [killed(3, "other-state", {"hedge": "most_of"})],
    "another question": [says(3, "other-state", "injured", {"best": 1})],
    "superseded": [killed(3, "other-state", {"best": 1}), killed(4, "other-state", {"best": 45}, **supersedes(3))],
    "retracted": [
        killed(3, "other-state", {"best": 1}),
        killed(4, "other-state", None, stance="retracts", **supersedes(3, "corrects")),
    ],
    "overtaken": [
        killed(3, "other-state", {"best": 1}, **related(4, "overtaken_by", reason="It was stated.")),
        killed(4, "state", {"best": 45}),
    ],
}


@pytest.mark.parametrize("reason", LEFT_OUT)
def test_what_is_no_partys_own_number_of_the_people_killed_in_this_event_is_left_out(reason: str):
    assert ends(*LEFT_OUT[reason]) == (LEAST, MOST)


def test_what_is_left_out_would_be_an_end_if_it_counted():
    assert ends(killed(3, "other-state", {"best": 1}))[0] == End(1, False, "other-state", 3)
    assert ends(killed(3, "other-state", {"best": 99}))[1] == End(99, False, "other-state", 3)


# Each hedge with a number, and whether the number is open where it is the smallest, and where it is the largest.
HEDGES: list[tuple[dict[str, Any], int, bool, bool]] = [
    ({"best": 60}, 60, False, False),
    ({"best": 60, "hedge": "about"}, 60, False, False),
    ({"low": 60, "hedge": "at_least"}, 60, False, True),
    ({"low": 60, "hedge": "more_than"}, 60, False, True),
    ({"best": 60, "hedge": "so_far"}, 60, False, True),
    ({"best": 60, "hedge": "about_or_more"}, 60, False, True),
    ({"high": 60, "hedge": "at_most"}, 60, True, False),
    ({"high": 60, "hedge": "fewer_than"}, 60, True, False),
    ({"best": 60, "hedge": "nearly"}, 60, True, False),
    ({"low": 60, "high": 60, "hedge": "low_end"}, 60, False, False),
]


@pytest.mark.parametrize(("answer", "number", "is_open_below", "is_open_above"), HEDGES, ids=str)
def test_an_end_keeps_its_hedge_and_says_where_it_is_open(answer, number, is_open_below, is_open_above):
    found = spread(case(killed(1, "monitor", answer, strength="likely")), "killed")

    assert found
    assert (found.least.number, found.most.number) == (number, number)
    assert (found.least.is_open, found.most.is_open) == (is_open_below, is_open_above)
    for end in (found.least, found.most):
        assert end.answer == Answer(**answer | ({"hedge": Hedge(answer["hedge"])} if "hedge" in answer else {}))
        assert end.strength is Strength.LIKELY


def test_every_hedge_with_a_number_is_tested_and_every_other_is_a_word():
    with_number = {answer.get("hedge", "exact") for answer, *_rest in HEDGES}

    for hedge in set(Hedge) - with_number:
        assert spread(case(killed(1, "monitor", {"hedge": hedge.value})), "killed") is None


# Two claims that state one number, the first of them entered first, and whose is the smallest, and the largest.
TIES = [
    ({"best": 60}, {"best": 60}, 1, 1),
    ({"best": 60}, {"low": 60, "hedge": "at_least"}, 1, 2),
    ({"low": 60, "hedge": "at_least"}, {"low": 60, "hedge": "more_than"}, 1, 2),
    ({"best": 60}, {"high": 60, "hedge": "at_most"}, 2, 1),
    ({"high": 60, "hedge": "at_most"}, {"high": 60, "hedge": "fewer_than"}, 2, 1),
    ({"best": 60}, {"best": 60, "hedge": "so_far"}, 1, 2),
    ({"best": 60}, {"best": 60, "hedge": "about"}, 2, 2),
    ({"best": 60}, {"best": 60, "hedge": "nearly"}, 2, 1),
    ({"best": 60, "hedge": "about"}, {"best": 60, "hedge": "about_or_more"}, 1, 2),
    ({"low": 60, "hedge": "at_least"}, {"low": 60, "hedge": "at_least"}, 1, 1),
]


@pytest.mark.parametrize(("one", "other", "least", "most"), TIES, ids=str)
def test_of_equal_numbers_the_one_that_may_reach_further_is_the_end_then_the_one_entered_first(one, other, least, most):
    for first, second in (("monitor", "inquiry"), ("inquiry", "monitor")):
        found = spread(case(killed(1, first, one), killed(2, second, other)), "killed")

        assert found
        assert (found.least.claim, found.most.claim) == (least, most)
        assert found.least.party == (first if least == 1 else second)


def test_what_is_only_possible_is_an_end_that_says_so():
    _least, most = ends(killed(3, "other-state", {"best": 60}, strength="possible"))

    assert (most.number, most.strength) == (60, Strength.POSSIBLE)


def test_words_compilations_and_numbers_of_the_other_class_are_beneath():
    dossier = case(
        civilians(1, "state", {"best": 4}, stated="2017-03-20"),
        civilians(2, "residents", {"hedge": "most_of"}, stated="2017-03-19"),
        civilians(3, "monitor", {"low": 37, "high": 62}, basis="compilation"),
        killed(4, "inquiry", {"best": 38}),
        killed(5, "state", {"best": 40}),
        killed(6, "monitor", {"best": 50}),
        civilians(7, "officials", {"hedge": "none_known"}),
        civilians(8, "newsroom", {"hedge": "several", "unit": "families"}),
        says(9, "other-state", "killed-fighters", {"best": 3}),
        killed(10, "other-state", {"hedge": "dozens"}),
        civilians(11, "officials", {"best": 90}),
        civilians(12, "other-state", {"best": 1}, speaker={"how_named": "unnamed_official"}),
    )

    found = spread(dossier, "killed-civilians")

    assert found
    assert (found.least.claim, found.most.claim) == (1, 1)
    assert numbers(found.beneath.in_words) == [2]
    assert numbers(found.beneath.compiled) == [3]
    assert numbers(found.beneath.unnamed) == [11, 12]
    # The state and the monitor say something of the civilians already.
    assert numbers(found.beneath.of_other_class) == [4]
    assert found.beneath == beneath(dossier, "killed-civilians")


def test_what_is_beneath_comes_in_the_order_in_which_it_was_stated():
    found = beneath(
        case(
            civilians(1, "residents", {"hedge": "dozens"}, stated="2017-03-20"),
            civilians(2, "monitor", {"hedge": "most_of"}, stated="2017-03-18"),
            killed(3, "inquiry", {"best": 38}),
            killed(4, "other-state", {"best": 38}, stated="2017-03-19"),
        ),
        "killed-civilians",
    )

    assert (numbers(found.in_words), numbers(found.of_other_class)) == ([2, 1], [4, 3])


def test_what_is_beneath_no_number_is_given_all_the_same():
    dossier = case(civilians(1, "residents", {"hedge": "dozens"}))

    assert spread(dossier, "killed-civilians") is None
    assert numbers(beneath(dossier, "killed-civilians").in_words) == [1]
    assert beneath(dossier, "killed-civilians")
    assert not beneath(case(says(1, "monitor", "injured", {"best": 1})), "killed-civilians")


@pytest.mark.parametrize("filled", ["in_words", "compiled", "unnamed", "of_other_class"])
def test_there_is_something_beneath_as_soon_as_one_claim_is(filled: str):
    assert Beneath(**{filled: case(killed(1, "monitor", {"best": 1})).claims})


ACCUSED = {
    "named by another": [says(8, "residents", "carried-out-by", STATE_DID)],
    "named as likely": [says(8, "residents", "carried-out-by", STATE_DID, strength="likely")],
    "left open with another": [says(8, "residents", "carried-out-by", {"one_of": ["state", "other-state"]})],
    "named by an office": [says(8, "residents", "carried-out-by", {"party": "command"})],
    "admitted": [says(8, "command", "carried-out-by", STATE_DID)],
    "of its own operation": [says(8, "ministry", "munitions", {"choice": "missile"}, basis="own_operation")],
    "responsibility accepted": [says(8, "state", "responsibility-accepted", {"yes": True})],
}
NOT_ACCUSED: dict[str, list[dict[str, Any]]] = {
    "nobody": [],
    "another": [says(8, "residents", "carried-out-by", {"party": "other-state"})],
    "cleared": [says(8, "residents", "carried-out-by", STATE_DID, stance="denies")],
    "doubted": [says(8, "residents", "carried-out-by", STATE_DID, strength="unlikely")],
    "told by another": [says(8, "residents", "carried-out-by", STATE_DID, told_by="other-state")],
    "of another's operation": [says(8, "other-state", "munitions", {"choice": "missile"}, basis="own_operation")],
    "a rescuer's operation": [says(8, "monitor", "munitions", {"choice": "missile"}, basis="own_operation")],
    "responsibility refused": [says(8, "state", "responsibility-accepted", {"yes": False})],
}


@pytest.mark.parametrize("reason", ACCUSED)
def test_the_numbers_of_whoever_is_said_to_have_carried_it_out_are_marked_where_they_stand_alone(reason: str):
    own = civilians(1, "command", {"best": 1})

    alone = spread(case(own, *ACCUSED[reason]), "killed-civilians")
    with_other = spread(case(own, civilians(2, "monitor", {"best": 40}), *ACCUSED[reason]), "killed-civilians")

    assert alone
    assert alone.is_of_accused_alone
    assert with_other
    assert not with_other.is_of_accused_alone


@pytest.mark.parametrize("reason", NOT_ACCUSED)
def test_a_number_that_stands_alone_is_not_marked_where_its_party_is_not_said_to_have_done_it(reason: str):
    found = spread(case(civilians(1, "command", {"best": 1}), *NOT_ACCUSED[reason]), "killed-civilians")

    assert found
    assert not found.is_of_accused_alone


def test_the_word_of_another_beside_the_number_of_the_accused_is_no_number():
    found = spread(
        case(
            civilians(1, "command", {"best": 1}),
            civilians(2, "residents", {"hedge": "most_of"}),
            says(3, "residents", "carried-out-by", STATE_DID),
        ),
        "killed-civilians",
    )

    assert found
    assert found.is_of_accused_alone
    assert numbers(found.beneath.in_words) == [2]


def test_a_part_of_an_accused_party_is_accused_too_and_the_whole_of_an_accused_part():
    parties = [
        {"slug": "coalition", "name": "A Coalition", "kind": "coalition", "group": "conflict"},
        {"slug": "member", "name": "A Member", "kind": "state", "group": "conflict", "part_of": "coalition"},
        {"slug": "monitor", "name": "A Monitor", "kind": "monitor", "group": "monitors"},
    ]

    def is_marked(speaker: str, named: str) -> bool:
        who = says(2, "monitor", "carried-out-by", {"party": named})
        found = spread(case(civilians(1, speaker, {"best": 1}), who, parties=parties), "killed-civilians")
        assert found
        return found.is_of_accused_alone

    assert is_marked("member", "coalition")
    assert is_marked("coalition", "member")
    assert not is_marked("monitor", "coalition")
