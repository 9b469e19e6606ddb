"""The order in which questions in conflict face the reader."""

from typing import Any

import pytest
from hypothesis import given

from strikes.rules.findings import findings
from strikes.rules.weight import WEIGHT, Footnote, by_weight, footnote, is_admitted, order_of_weight
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import all_found, case, says
from tests.strikes.rules.strategies import dossiers

COMPILED: dict[str, Any] = {"basis": "compilation"}
PLAIN: Any = (("state", {}), ("residents", {}))
# Two answers to each question that are in conflict.
OPPOSED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "event-kind": ({"choice": "strike"}, {"choice": "staged"}),
    "carried-out-by": ({"party": "other-state"}, {"party": "monitor"}),
    "struck": ({"choice": "mosque"}, {"choice": "community-hall"}),
    "harm-cause": ({"choice": "collapse"}, {"choice": "collapse"}),
    "the-dead": ({"choice": "civilians"}, {"choice": "fighters"}),
    "killed-civilians": ({"best": 1}, {"best": 40}),
    "killed": ({"best": 100}, {"best": 300}),
    "targeted": ({"choice": "fighters"}, {"choice": "fighters"}),
    "who-was-there": ({"choice": "civilians"}, {"choice": "fighters"}),
    "fighters-present": ({"yes": True}, {"yes": False}),
    "lawful": ({"choice": "lawful"}, {"choice": "unlawful"}),
    "precautions": ({"choice": "taken"}, {"choice": "not-sufficient"}),
    "munitions": ({"choice": "hellfire"}, {"choice": "hellfire"}),
    "event-number": ({"choice": "one"}, {"choice": "several"}),
    "injured": ({"best": 1}, {"best": 9}),
    "responsibility-accepted": ({"yes": True}, {"yes": False}),
}


def opposed(*questions: str, speaking: Any = PLAIN, **values: Any) -> list[dict[str, Any]]:
    """Claims of the first party against the second on each of these questions."""
    (one, of_one), (other, of_other) = speaking
    made = []
    for number, code in enumerate(questions, 1):
        is_denied = {"stance": "denies"} if OPPOSED[code][0] == OPPOSED[code][1] else {}
        made.append(says(number * 10, one, code, OPPOSED[code][0], **of_one, **values))
        made.append(says(number * 10 + 1, other, code, OPPOSED[code][1], **of_other, **is_denied, **values))
    return made


def order(*claims: dict[str, Any]) -> list[str]:
    return [finding.asked.question for finding in by_weight(findings(case(*claims), QUESTIONS))]


def test_questions_come_in_one_order_of_weight_then_in_that_of_the_vocabulary():
    assert order(*opposed(*OPPOSED)) == [
        "carried-out-by",
        "event-kind",
        "struck",
        "harm-cause",
        "the-dead",
        "killed-civilians",
        "killed",
        "targeted",
        "who-was-there",
        "fighters-present",
        "lawful",
        "precautions",
        "munitions",
        "event-number",
        "injured",
        "responsibility-accepted",
    ]


def test_every_question_of_the_order_is_one_of_the_vocabulary():
    assert set(WEIGHT) <= set(QUESTIONS.by_code())


ADMITTED = [
    ("state", {"party": "state"}, {}, True),
    ("command", {"party": "state"}, {}, True),
    ("state", {"party": "command"}, {}, True),
    ("state", {"one_of": ["state", "other-state"]}, {}, True),
    ("state", {"party": "state"}, {"strength": "likely"}, True),
    ("state", {"party": "state"}, {"strength": "unlikely"}, False),
    ("state", {"party": "state"}, {"stance": "denies"}, False),
    ("residents", {"party": "state"}, {}, False),
    ("state", {"party": "other-state"}, {}, False),
    ("state", {"party": "state"}, {"told_by": "other-state"}, False),
]


@pytest.mark.parametrize(("party", "answer", "values", "is_so"), ADMITTED, ids=str)
def test_who_did_it_comes_after_what_was_struck_where_the_accused_says_so_itself(party, answer, values, is_so):
    said = [says(1, party, "carried-out-by", answer, **values), *opposed("struck", "event-kind", "the-dead")]
    found = findings(case(*said), QUESTIONS)

    assert is_admitted(found) is is_so
    after = ("event-kind", "struck", "carried-out-by", "harm-cause")
    before = ("carried-out-by", "event-kind", "struck", "harm-cause")
    assert order_of_weight(found)[:4] == (after if is_so else before)
    assert sorted(order_of_weight(found)) == sorted(WEIGHT)


def test_a_claim_on_another_question_admits_nothing():
    assert not is_admitted(findings(case(says(1, "state", "called", {"text": "Ours."})), QUESTIONS))


def test_a_clash_of_compilations_alone_is_a_footnote_and_comes_last():
    both = (("monitor", COMPILED), ("inquiry", COMPILED))
    databases = opposed("carried-out-by", speaking=both)
    people = [{**claim, "number": claim["number"] + 100} for claim in opposed("injured")]

    assert order(*databases, *people) == ["injured", "carried-out-by"]
    found = findings(case(*databases, *people), QUESTIONS)
    assert {each.asked.question: footnote(each, found) for each in found} == {
        "carried-out-by": Footnote.COMPILED,
        "injured": None,
    }


def test_one_side_of_compilations_is_a_footnote_where_others_face_each_other_elsewhere():
    one_side = opposed("killed", speaking=(("state", {}), ("monitor", COMPILED)))
    elsewhere = [{**claim, "number": claim["number"] + 100} for claim in opposed("injured")]

    alone = all_found(case(*one_side))
    beside = all_found(case(*one_side, *elsewhere))

    assert [footnote(each, list(alone.values())) for each in alone.values()] == [None]
    assert [footnote(each, list(beside.values())) for each in beside.values()] == [Footnote.ONE_COMPILED, None]
    assert order(*one_side, *elsewhere) == ["injured", "killed"]


def test_a_question_with_one_conflict_of_first_hand_is_no_footnote():
    mixed = [
        says(1, "state", "killed", {"hedge": "none_known"}),
        says(2, "residents", "killed", {"best": 3}),
        says(3, "monitor", "killed", {"best": 30}, **COMPILED),
    ]

    found = findings(case(*mixed), QUESTIONS)

    assert not footnote(found[0], found)


def test_a_conflict_with_officials_without_a_name_alone_is_a_footnote():
    unnamed = opposed("killed", speaking=(("officials", {}), ("monitor", {})))
    found = findings(case(*unnamed), QUESTIONS)

    assert footnote(found[0], found) is Footnote.UNNAMED
    assert order(*unnamed) == ["killed"]


@given(dossiers(fewest=3))
def test_every_finding_in_conflict_has_a_place_and_footnotes_the_last(dossier):
    found = findings(dossier, QUESTIONS)

    ordered = by_weight(found)

    in_conflict = [finding for finding in found if finding.conflicts_in]
    assert sorted(map(id, ordered)) == sorted(map(id, in_conflict))
    footnotes = [footnote(finding, in_conflict) is not None for finding in ordered]
    assert footnotes == sorted(footnotes)
