"""Which party, place and choice lies within which, and what that leaves compatible."""

from typing import Any

import pytest

from strikes.rules.grounds import Grounds, wider_parties
from strikes.vocabulary.terms import QuestionState
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import all_found, case, says


def party(slug: str, **values: Any) -> dict[str, Any]:
    return {"slug": slug, "name": slug, "kind": "armed_group", "group": "conflict"} | values


PARTIES = [
    party("groups"),
    party("jihad", part_of="groups"),
    party("brigade", authority="jihad"),
    party("hamas", part_of="groups"),
    party("four-states", members=["one-state", "two-state"]),
    party("one-state"),
    party("two-state"),
    party("one-army", authority="one-state"),
    party("monitor", kind="monitor", group="monitors"),
    party("residents", kind="residents", group="ground"),
]
WITHIN = {
    "groups": (),
    "jihad": ("groups",),
    "brigade": ("jihad", "groups"),
    "hamas": ("groups",),
    "four-states": (),
    "one-state": ("four-states",),
    "two-state": ("four-states",),
    "one-army": ("one-state", "four-states"),
    "monitor": (),
    "residents": (),
}
TEXT: dict[str, Any] = says(1, "monitor", "called", {"text": "A strike."})


def test_a_party_lies_within_its_authority_what_it_is_part_of_and_those_it_speaks_together_with():
    assert wider_parties(case(TEXT, parties=PARTIES).parties) == WITHIN


def test_parties_in_a_circle_end():
    circle = [party("one", part_of="two"), party("two", part_of="one"), party("monitor")]

    assert wider_parties(case(TEXT, parties=circle).parties) == {"one": ("two",), "two": ("one",), "monitor": ()}


# What is asserted, what is asserted or denied against it, and whether that is a dispute.
ASSERTED = [
    ("jihad", "groups", False),
    ("brigade", "groups", False),
    ("jihad", "brigade", False),
    ("jihad", "hamas", True),
    ("brigade", "hamas", True),
    ("one-state", "four-states", False),
    ("one-army", "four-states", False),
    ("one-state", "two-state", True),
    ("groups", "four-states", True),
]
DENIED = [
    ("jihad", "jihad", True),
    ("jihad", "groups", True),
    ("brigade", "groups", True),
    ("groups", "jihad", False),
    ("hamas", "jihad", False),
    ("four-states", "four-states", True),
    ("one-state", "four-states", False),  # who did not do it together with others can have done it alone
    ("four-states", "one-state", False),
]


def is_disputed(asserted: str, other: str, **values: Any) -> bool:
    one = says(1, "monitor", "carried-out-by", {"party": asserted})
    two = says(2, "residents", "carried-out-by", {"party": other}, **values)
    [finding] = all_found(case(one, two, parties=PARTIES)).values()
    return finding.state is QuestionState.DISPUTED


@pytest.mark.parametrize(("one", "other", "is_so"), ASSERTED)
def test_a_party_and_a_wider_one_do_not_exclude_each_other(one, other, is_so):
    assert is_disputed(one, other) is is_so
    assert is_disputed(other, one) is is_so


@pytest.mark.parametrize(("asserted", "denied", "is_so"), DENIED)
def test_a_denial_reaches_what_lies_beneath_and_no_member_of_a_joint_party(asserted, denied, is_so):
    assert is_disputed(asserted, denied, stance="denies") is is_so


def test_a_denied_state_leaves_open_that_it_or_another_did():
    either = says(1, "monitor", "carried-out-by", {"one_of": ["jihad", "one-state"]})
    denial = says(2, "residents", "carried-out-by", {"party": "jihad"}, stance="denies")

    [finding] = all_found(case(either, denial, parties=PARTIES)).values()

    assert finding.state is QuestionState.NOT_IN_CONFLICT


def test_places_and_choices_have_grounds_of_their_own():
    grounds, by_code = Grounds(case(TEXT)), QUESTIONS.by_code()

    assert grounds.of(by_code["where"]).above["al-jinah"] == ("aleppo", "syria")
    assert grounds.of(by_code["struck"]).is_within("mosque", "religious-building")
    assert grounds.of(by_code["carried-out-by"]).above["command"] == ("state",)
    assert grounds.of(by_code["killed"]).above == {}
    assert grounds.of(by_code["munitions"]).unit == by_code["munitions"].unit
    assert grounds.of(by_code["struck"]).is_exclusive
    assert not grounds.of(by_code["munitions"]).is_exclusive
    assert grounds.collectives == {"residents", "posts", "officials"}
    assert grounds.of(by_code["date"]).filed == case(TEXT).incident.filed_on


# Under which days it is filed, the two days that are stated, and whether that is a dispute.
NIGHTS = [
    ("2017-03-16/2017-03-17", "2017-03-16", "2017-03-17", False),
    ("2017-03-16/2017-03-17", "2017-03-16/2017-03-17", "2017-03-17", False),
    ("2017-03-16/2017-03-17", "2017-03-16", "2017-03-18", True),
    ("2017-03-16/2017-03-17", "2017-03-15", "2017-03-16", True),
    ("2017-03-16/2017-03-18", "2017-03-16", "2017-03-17", True),
    ("2017-03-16", "2017-03-16", "2017-03-17", True),
    ("[2017-03-16,2017-03-17]", "2017-03-16", "2017-03-17", True),  # filed under a dispute, and not under a night
    ("2017-03-16", "[2017-03-22,2017-03-25]", "2017-03-23", True),
    ("2017-03-16", "[2017-03-22,2017-03-25]", "2017-03-25", False),
]


@pytest.mark.parametrize(("filed", "one", "other", "is_so"), NIGHTS)
def test_two_days_of_one_night_are_no_dispute(filed, one, other, is_so):
    said = says(1, "monitor", "date", {"date": one}), says(2, "residents", "date", {"date": other})
    incident = {"code": "SY-2017-0316-A", "title": "T", "filed": filed, "place": "al-jinah", "precision": "settlement"}

    for claims in (said, reversed(said)):
        [finding] = all_found(case(*claims, incident=incident)).values()
        assert (finding.state is QuestionState.DISPUTED) is is_so
