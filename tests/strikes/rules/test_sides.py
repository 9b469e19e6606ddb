"""Who faces whom: each side with its own authorities, those of first hand first."""

from functools import partial
from operator import is_
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Dossier
from strikes.rules.findings import Finding, findings
from strikes.rules.sides import Confrontation, answers_heard
from strikes.rules.stands import Asked, Rank
from strikes.vocabulary.terms import Basis, QuestionState
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import PARTIES, all_found, case, found, related, says
from tests.strikes.rules.strategies import SPEAKING, claims, dossiers

MOSQUE, HALL, HOUSE, VEHICLE, RELIGIOUS = (
    {"choice": code} for code in ("mosque", "community-hall", "dwelling", "vehicle", "religious-building")
)
COMPILED: dict[str, Any] = {"basis": "compilation"}
UNNAMED: dict[str, Any] = {"speaker": {"role": "an official", "how_named": "unnamed_official"}}


def struck(number: int, party: str, answer: dict[str, Any], **values: Any) -> dict[str, Any]:
    return says(number, party, "struck", answer, **values)


def killed(number: int, party: str, answer: dict[str, Any], **values: Any) -> dict[str, Any]:
    return says(number, party, "killed", answer, **values)


def laid_out(confrontation: Confrontation) -> list[list[list[int]]]:
    """The sides, each with its answers, each with the numbers of its claims."""
    return [
        [sorted(stand.claim.number for stand in answer.stands) for answer in side.answers]
        for side in confrontation.sides
    ]


def facing(*claims: dict[str, Any]) -> list[list[list[list[int]]]]:
    return [laid_out(each) for each in found(*claims).confrontations]


# What is claimed of one question, and the sides of each confrontation: answers by the numbers of their claims.
CASES: dict[str, tuple[list[dict[str, Any]], list[list[list[list[int]]]]]] = {
    "two answers": ([struck(1, "residents", MOSQUE), struck(2, "inquiry", HALL)], [[[[1]], [[2]]]]),
    "a party to the conflict first": ([struck(1, "residents", HALL), struck(2, "state", MOSQUE)], [[[[2]], [[1]]]]),
    "a database in the place of officials without a name": (
        [
            killed(1, "state", {"best": 0}),
            killed(2, "officials", {"low": 1, "hedge": "at_least"}),
            killed(3, "monitor", {"best": 2}, **COMPILED),
        ],
        [[[[1]], [[3]]]],
    ),
    "nobody else": ([struck(1, "residents", MOSQUE)], []),
    "no conflict": ([struck(1, "residents", MOSQUE), struck(2, "inquiry", RELIGIOUS)], []),
    "all who give an answer": (
        [struck(1, "residents", MOSQUE), struck(2, "inquiry", MOSQUE), struck(3, "state", HALL)],
        [[[[3]], [[1, 2]]]],
    ),
    "whoever is not in conflict is left out": (
        [struck(1, "state", HALL), struck(2, "residents", MOSQUE), struck(3, "command", MOSQUE)],
        [[[[1]], [[2]]]],
    ),
    "an answer that goes with a side": (
        [
            struck(1, "state", HALL),
            struck(2, "residents", MOSQUE),
            struck(3, "inquiry", MOSQUE),
            struck(4, "monitor", RELIGIOUS),
        ],
        [[[[1]], [[2, 3], [4]]]],
    ),
    "a third answer is a third side": (
        [struck(1, "state", HALL), struck(2, "residents", MOSQUE), struck(3, "monitor", HOUSE)],
        [[[[1]], [[2]], [[3]]]],
    ),
    "and a fourth a fourth": (
        [
            struck(1, "state", HALL),
            struck(2, "residents", MOSQUE),
            struck(3, "monitor", HOUSE),
            struck(4, "inquiry", VEHICLE),
        ],
        [[[[1]], [[2]], [[3]], [[4]]]],
    ),
    "third answers that can both be so are one side": (
        [
            struck(1, "state", HALL),
            struck(2, "other-state", HALL),
            struck(3, "residents", HOUSE),
            struck(4, "inquiry", HOUSE),
            struck(5, "monitor", MOSQUE),
            struck(6, "newsroom", RELIGIOUS),
        ],
        [[[[1, 2]], [[3, 4]], [[5]]]],
    ),
    "two third answers of which one is within the other are one side": (
        [
            struck(1, "state", HALL),
            struck(2, "other-state", HALL),
            struck(3, "residents", HOUSE),
            struck(4, "inquiry", HOUSE),
            struck(5, "monitor", MOSQUE),
            struck(6, "monitor", RELIGIOUS),
        ],
        [[[[1, 2]], [[3, 4]], [[6], [5]]]],
    ),
    "answers of one side do not exclude each other": (
        [
            struck(1, "state", MOSQUE, stance="denies"),
            struck(2, "other-state", MOSQUE, stance="denies"),
            struck(3, "residents", MOSQUE),
            struck(4, "monitor", MOSQUE),
            struck(5, "inquiry", HALL),
        ],
        [[[[1, 2], [5]], [[3, 4]]]],
    ),
    "an assertion before a denial": (
        [
            struck(1, "state", MOSQUE, stance="denies"),
            struck(2, "residents", MOSQUE),
            struck(3, "inquiry", HALL),
        ],
        [[[[3], [1]], [[2]]]],
    ),
    "most authorities": (
        [
            struck(1, "state", HALL),
            struck(2, "residents", MOSQUE),
            struck(3, "monitor", HOUSE),
            struck(4, "inquiry", HOUSE),
        ],
        [[[[1]], [[3, 4]], [[2]]]],
    ),
    "compilations do not face where others do": (
        [
            struck(1, "state", HALL),
            struck(2, "residents", MOSQUE),
            struck(3, "monitor", MOSQUE, **COMPILED),
            struck(4, "inquiry", HOUSE, **COMPILED),
        ],
        [[[[1]], [[2]]]],
    ),
    "a compilation faces where nobody else stands": (
        [
            struck(1, "state", HALL),
            struck(2, "other-state", HALL, **COMPILED),
            struck(3, "monitor", MOSQUE, **COMPILED),
        ],
        [[[[1]], [[3]]]],
    ),
    "two compilations": (
        [struck(1, "inquiry", HALL, **COMPILED), struck(2, "monitor", MOSQUE, **COMPILED)],
        [[[[2]], [[1]]]],
    ),
    "a newsroom after those of first hand": (
        [struck(1, "state", HALL), struck(2, "residents", MOSQUE), struck(3, "newsroom", HOUSE)],
        [[[[1]], [[2]]]],
    ),
    "a newsroom that inquired itself beside those of first hand": (
        [
            struck(1, "state", HALL),
            struck(2, "residents", MOSQUE),
            struck(3, "newsroom", MOSQUE, basis="own_inquiry"),
        ],
        [[[[1]], [[2, 3]]]],
    ),
    "a newsroom before a compilation": (
        [struck(1, "state", HALL), struck(2, "newsroom", MOSQUE), struck(3, "monitor", HOUSE, **COMPILED)],
        [[[[1]], [[2]]]],
    ),
    "a newsroom that compiles is a compilation": (
        [struck(1, "state", HALL), struck(2, "newsroom", MOSQUE, **COMPILED), struck(3, "residents", HOUSE)],
        [[[[1]], [[3]]]],
    ),
    "officials without a name face only where nobody else does": (
        [struck(1, "officials", HALL), struck(2, "state", HALL, **UNNAMED), struck(3, "residents", MOSQUE)],
        [[[[1, 2]], [[3]]]],
    ),
    "and hide nobody": (
        [struck(1, "officials", HALL), struck(2, "state", HOUSE), struck(3, "residents", MOSQUE)],
        [[[[2]], [[3]]]],
    ),
    "the smallest number faces the largest": (
        [
            killed(1, "monitor", {"best": 46}),
            killed(2, "state", {"best": 26}),
            killed(3, "inquiry", {"best": 97}),
            killed(4, "residents", {"best": 147}),
        ],
        [[[[2]], [[4]]]],
    ),
    "a number that states the same end stands on its side": (
        [
            killed(1, "state", {"best": 26}),
            killed(2, "residents", {"best": 147}),
            killed(3, "monitor", {"low": 147, "hedge": "at_least"}),
            killed(4, "inquiry", {"low": 100, "hedge": "at_least"}),
            killed(5, "other-state", {"high": 26, "hedge": "at_most"}),
        ],
        [[[[5], [1]], [[2], [3]]]],
    ),
    "and so does a range": (
        [
            killed(1, "state", {"best": 26}),
            killed(2, "residents", {"best": 147}),
            killed(3, "monitor", {"low": 140, "high": 147}),
            killed(4, "other-state", {"low": 26, "high": 30}),
            killed(5, "inquiry", {"low": 20, "best": 26}),
        ],
        [[[[1], [4]], [[2], [3]]]],
    ),
    "disputed first, then differing": (
        [
            killed(1, "state", {"low": 100, "hedge": "at_least"}, stance="denies"),
            killed(2, "monitor", {"best": 117}),
            killed(3, "residents", {"best": 147}),
            killed(4, "inquiry", {"best": 26}),
        ],
        [[[[1]], [[2], [3]]], [[[4]], [[3]]]],
    ),
    "none against some, beside numbers that differ": (
        [
            killed(1, "state", {"hedge": "none_known"}),
            killed(2, "monitor", {"best": 117}),
            killed(3, "residents", {"best": 147}),
        ],
        [[[[1]], [[2], [3]]], [[[2]], [[3]]]],
    ),
    "numbers of the thing on which most face each other": (
        [
            says(1, "state", "munitions", {"choice": "hellfire", "best": 1}),
            says(2, "monitor", "munitions", {"choice": "hellfire", "best": 90}),
            says(3, "inquiry", "munitions", {"choice": "bomb", "best": 2}),
            says(4, "residents", "munitions", {"choice": "bomb", "best": 3}),
            says(5, "other-state", "munitions", {"choice": "bomb", "best": 4}),
        ],
        [[[[3]], [[5]]]],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_faces_whom(name):
    claimed, expected = CASES[name]

    assert facing(*claimed) == expected


@pytest.mark.parametrize("name", CASES)
def test_who_faces_whom_is_the_same_in_whichever_order_it_is_claimed(name):
    claimed, expected = CASES[name]

    assert facing(*reversed(claimed)) == expected


def test_the_answers_between_are_counted_and_not_those_that_are_in_conflict_with_neither():
    differing = found(
        killed(1, "state", {"best": 26}),
        killed(2, "residents", {"best": 147}),
        killed(3, "monitor", {"best": 46}),
        killed(4, "inquiry", {"best": 97}),
        killed(5, "newsroom", {"low": 20, "hedge": "at_least"}),
        killed(6, "officials", {"best": 60}),
    ).confrontations[0]

    assert differing.verdict is Verdict.DIFFER
    # The newsroom's can be either; officials without a name face nobody.
    assert differing.between == 2


def test_the_number_of_a_whole_faces_where_no_number_of_the_part_does_and_is_not_counted_between():
    whole = killed(1, "state", {"best": 30})
    parts = [
        says(2, "inquiry", "killed-civilians", {"best": 40}),
        says(3, "residents", "killed-civilians", {"best": 90}),
        says(4, "monitor", "killed-civilians", {"best": 60}),
    ]

    def differing(*claims: dict[str, Any]) -> tuple[list[list[list[int]]], int]:
        found = all_found(case(*claims))[Asked("killed-civilians")].confrontations[0]
        return laid_out(found), found.between

    assert differing(whole, parts[1]) == ([[[1]], [[3]]], 0)
    assert differing(whole, *parts) == ([[[2]], [[3]]], 1)


def test_between_two_sides_of_a_dispute_nothing_is_counted():
    assert found(struck(1, "state", HALL), struck(2, "residents", MOSQUE)).confrontations[0].between == 0


def test_a_side_says_whether_it_is_against_all_before_it():
    state, residents, inquiry = (
        struck(1, "command", HOUSE),
        struck(2, "residents", MOSQUE),
        struck(3, "inquiry", MOSQUE),
    )

    third = found(state, residents, inquiry, struck(4, "monitor", HALL)).confrontations[0]
    of_one_authority = found(state, residents, inquiry, struck(4, "ministry", HALL)).confrontations[0]
    fourth = found(
        state, residents, inquiry, struck(4, "monitor", HALL), struck(5, "ministry", VEHICLE), struck(6, "posts", HALL)
    ).confrontations[0]

    assert (laid_out(third), [side.is_against_all for side in third.sides]) == ([[[1]], [[2, 3]], [[4]]], [True] * 3)
    # Its own authority stands on the first side.
    assert laid_out(of_one_authority) == [[[4]], [[2, 3]], [[1]]]
    assert [side.is_against_all for side in of_one_authority.sides] == [True, True, False]
    assert laid_out(fourth) == [[[1]], [[2, 3]], [[4]], [[5]]]
    assert [side.is_against_all for side in fourth.sides] == [True, True, True, False]


def test_the_word_that_sets_two_against_each_other_comes_with_them():
    told = says(
        1, "state", "called", {"text": "It was announced."}, **related(2, "contradicts", reason="Of one thing.")
    )
    said = [
        says(2, "residents", "called", {"text": "It was not."}),
        says(3, "inquiry", "called", {"text": "Who knows."}),
    ]

    dispute = found(told, *said).confrontations[0]

    assert laid_out(dispute) == [[[1]], [[2]]]
    assert dispute.relation
    assert dispute.relation.reason == "Of one thing."
    assert found(struck(1, "state", HALL), struck(2, "residents", MOSQUE)).confrontations[0].relation is None


def test_two_who_give_the_very_same_answer_can_be_said_to_contradict_each_other():
    said = struck(1, "state", HALL, **related(2, "contradicts")), struck(2, "residents", HALL)
    third = struck(3, "inquiry", HALL)

    assert facing(*said, third) == [[[[1]], [[2]]]]
    assert facing(*said, struck(3, "inquiry", HALL, **related(1, "contradicts"))) == [[[[1]], [[2, 3]]]]


def test_two_numbers_can_differ_and_be_said_to_contradict():
    finding = found(
        killed(1, "state", {"best": 26}),
        killed(2, "residents", {"best": 147}, **related(1, "contradicts")),
        killed(3, "monitor", {"best": 147}),
    )

    assert finding.conflicts_in == (QuestionState.DISPUTED, QuestionState.DIFFER)
    assert [laid_out(each) for each in finding.confrontations] == [[[[1]], [[2]]], [[[1]], [[2, 3]]]]


def test_those_of_whom_an_editor_says_that_both_can_be_so_do_not_face_each_other():
    finding = found(
        struck(1, "residents", MOSQUE),
        struck(2, "state", HALL, **related(1, "not_contradicting")),
        struck(3, "inquiry", MOSQUE, **COMPILED),
    )

    # Of the two on the one side, the compilation alone is in conflict with the state.
    assert [laid_out(each) for each in finding.confrontations] == [[[[2]], [[3]]]]


def test_a_side_says_who_stands_there_and_whether_it_is_compiled_alone():
    dispute = found(
        struck(1, "command", HALL),
        struck(2, "ministry", HALL),
        struck(3, "monitor", MOSQUE, **COMPILED),
    ).confrontations[0]

    state, monitor = dispute.sides
    assert (state.authorities, monitor.authorities, dispute.authorities) == (
        ("state",),
        ("monitor",),
        ("state", "monitor"),
    )
    assert (state.is_of_conflict, monitor.is_of_conflict) == (True, False)
    assert (state.is_compiled, monitor.is_compiled) == (False, True)
    assert (dispute.is_compiled, dispute.has_compiled_side) == (False, True)


RANKS = [
    ("state", {}, Rank.FIRST_HAND),
    ("residents", {"basis": "told_by"}, Rank.FIRST_HAND),
    ("monitor", COMPILED, Rank.COMPILATION),
    ("newsroom", {}, Rank.NEWSROOM),
    ("newsroom", {"basis": "own_inquiry"}, Rank.FIRST_HAND),
    ("newsroom", {"basis": "imagery"}, Rank.FIRST_HAND),
    ("newsroom", COMPILED, Rank.COMPILATION),
    ("officials", {}, Rank.UNNAMED),
    ("state", UNNAMED, Rank.UNNAMED),
    ("officials", COMPILED, Rank.UNNAMED),
    ("state", {"speaker": {"how_named": "spokesperson", "role": "spokesman"}}, Rank.FIRST_HAND),
]


@pytest.mark.parametrize(("party", "values", "rank"), RANKS, ids=str)
def test_a_claim_has_a_rank(party, values, rank):
    assert found(struck(1, party, HALL, **values)).positions.stands[0].rank is rank


def shown(finding: Finding) -> dict[Verdict, set[tuple[str, ...]]]:
    """By verdict, the authorities of each side where no side is compiled, and none of officials without a name."""
    return {
        each.verdict: {side.authorities for side in each.sides}
        for each in finding.confrontations
        if not each.has_compiled_side and not each.has_unnamed_side
    }


@given(dossiers(fewest=3))
def test_whoever_stands_on_a_side_is_in_conflict_with_somebody_across(dossier):
    for finding in findings(dossier, QUESTIONS):
        for confrontation in finding.confrontations:
            for side in confrontation.sides:
                across = [each for other in confrontation.sides if other is not side for each in other.answers]
                for answer in side.answers:
                    for stand in answer.stands:
                        one = answer.lane.only(partial(is_, stand))
                        conflicts = [
                            conflict
                            for other in across
                            for conflict in finding.comparison.between(one, other.lane)
                            if conflict.is_between and conflict.verdict is confrontation.verdict
                        ]
                        assert conflicts
                        assert stand.claim.question == finding.asked.question or stand.whole


@given(dossiers(fewest=3))
def test_nobody_of_a_lower_rank_faces_where_somebody_of_a_higher_is_in_conflict(dossier):
    for finding in findings(dossier, QUESTIONS):
        conflicts = [each for each in finding.comparison.found if each.is_between]
        for confrontation in finding.confrontations:
            ranks = [{stand.rank for stand in side.stands} for side in confrontation.sides]
            assert all(len(side) == 1 for side in ranks)
            best = [
                each.among(*(lane.only(lambda stand: stand.rank is Rank.FIRST_HAND) for lane in (each.one, each.other)))
                for each in conflicts
                if each.verdict is confrontation.verdict
            ]
            if any(best):
                assert ranks == [{Rank.FIRST_HAND}] * len(ranks)


@given(dossiers(fewest=3))
def test_whoever_can_face_and_is_in_conflict_makes_somebody_face(dossier):
    for finding in findings(dossier, QUESTIONS):
        verdicts = {each.verdict for each in finding.comparison.found if each.is_between}
        assert {each.verdict for each in finding.confrontations} == verdicts
        assert [each.verdict for each in finding.confrontations] == sorted(verdicts, reverse=True)


@given(dossiers(fewest=3), st.data())
def test_a_databases_coding_takes_the_place_of_databases_and_of_unnamed_officials_alone(dossier, data):
    question = dossier.claims[0].question
    coding = replace(data.draw(claims(99, question, ["database"])), basis=Basis.COMPILATION, told_by=None)
    database = replace(dossier.parties[0], slug="database", kind="monitor", group="monitors", authority=None)
    parties = (*dossier.parties, database)

    before = findings(dossier, QUESTIONS)
    with_coding = all_found(replace(dossier, claims=(*dossier.claims, coding), parties=parties))

    for finding in before:
        after = shown(with_coding[finding.asked])
        assert {verdict: sides for verdict, sides in after.items() if verdict in shown(finding)} == shown(finding)


@given(dossiers(fewest=3), st.randoms(use_true_random=False))
def test_who_faces_whom_does_not_hang_on_the_order_of_claims(dossier, random):
    def all_sides(dossier: Dossier) -> dict[Any, Any]:
        found = all_found(dossier).items()
        return {asked: [(laid_out(each), each.between) for each in finding.confrontations] for asked, finding in found}

    shuffled = list(dossier.claims)
    random.shuffle(shuffled)

    assert all_sides(replace(dossier, claims=tuple(shuffled))) == all_sides(dossier)


def test_the_cast_has_a_party_of_each_rank():
    assert set(SPEAKING) == {party["slug"] for party in PARTIES}
    assert {party["kind"] for party in PARTIES} >= {"officials", "newsroom", "unsigned"}
    assert case(struck(1, "state", HALL)).parties


def test_whoever_denies_is_not_heard_with_what_stands_across():
    denial = struck(1, "state", RELIGIOUS, stance="denies")
    finding = found(denial, struck(2, "state", MOSQUE), struck(3, "residents", MOSQUE))
    (dispute,) = finding.confrontations

    heard = [
        [stand.claim.number for answer in answers_heard(side, dispute, finding.lanes) for stand in answer.stands]
        for side in dispute.sides
    ]

    assert heard == [[1], [3]]


def test_whoever_denies_is_heard_with_what_it_says_itself():
    denial = struck(1, "state", RELIGIOUS, stance="denies")
    finding = found(denial, struck(2, "state", HALL), struck(3, "residents", MOSQUE))
    (dispute,) = finding.confrontations

    assert [len(answers_heard(side, dispute, finding.lanes)) for side in dispute.sides] == [2, 1]
