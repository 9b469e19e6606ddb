"""What the accounts of a question make together: states side by side, marks, and what faces the reader."""

from typing import Any

import pytest

from strikes.rules.stands import Asked
from strikes.vocabulary.terms import QuestionState, Stance
from tests.strikes.rules.cast import all_found, case, found, numbers, related, says, supersedes

HALL, MOSQUE, RELIGIOUS = {"choice": "community-hall"}, {"choice": "mosque"}, {"choice": "religious-building"}
DISPUTED, DIFFER = QuestionState.DISPUTED, QuestionState.DIFFER


def killed(number: int, party: str, answer: dict[str, Any] | None, **values: Any) -> dict[str, Any]:
    return says(number, party, "killed", answer, **values)


# Of one question: what is claimed, and the states of conflict that hold.
SIDE_BY_SIDE: dict[str, tuple[list[dict[str, Any]], tuple[QuestionState, ...]]] = {
    "none": ([killed(1, "monitor", {"best": 40}), killed(2, "inquiry", {"best": 40})], ()),
    "differ": ([killed(1, "monitor", {"best": 40}), killed(2, "inquiry", {"best": 50})], (DIFFER,)),
    "disputed": ([killed(1, "monitor", {"best": 40}), killed(2, "state", {"best": 0})], (DISPUTED,)),
    "none against two that differ": (
        [killed(1, "monitor", {"best": 40}), killed(2, "inquiry", {"best": 50}), killed(3, "state", {"best": 0})],
        (DISPUTED, DIFFER),
    ),
    "one denied among others": (
        [
            killed(1, "residents", {"best": 147}),
            killed(2, "inquiry", {"best": 117}),
            killed(3, "state", {"best": 26, "hedge": "about"}),
            killed(4, "officials", {"low": 100, "hedge": "at_least"}, stance="denies"),
        ],
        (DISPUTED, DIFFER),
    ),
    "said to contradict, and differing": (
        [killed(1, "monitor", {"best": 40}), killed(2, "inquiry", {"best": 50}, **related(1, "contradicts"))],
        (DISPUTED, DIFFER),
    ),
    "said not to contradict": (
        [killed(1, "monitor", {"best": 40}), killed(2, "inquiry", {"best": 50}, **related(1, "not_contradicting"))],
        (),
    ),
    "within one authority": ([killed(1, "command", {"best": 40}), killed(2, "ministry", {"best": 0})], ()),
}


@pytest.mark.parametrize("name", SIDE_BY_SIDE)
def test_disputed_and_numbers_differ_stand_beside_each_other(name):
    claimed, states = SIDE_BY_SIDE[name]

    finding = found(*claimed)

    assert finding.conflicts_in == states
    assert (finding.state in (DISPUTED, DIFFER)) is bool(states)
    assert not states or finding.state is states[0]


SILENT = ["not_established", "not_ruled_out", "declines", "investigating", "conditional"]


@pytest.mark.parametrize("stance", SILENT)
def test_where_somebody_spoke_without_answering_no_answer_is_recorded(stance):
    assert found(killed(1, "state", None, stance=stance)).state is QuestionState.NO_ANSWER


def test_to_find_no_evidence_is_no_silence_no_denial_and_no_position():
    finding = {"stance": "no_evidence"}

    alone = found(killed(1, "inquiry", {"low": 1, "hedge": "at_least"}, **finding))
    beside = found(killed(1, "inquiry", {"low": 1, "hedge": "at_least"}, **finding), killed(2, "monitor", {"best": 40}))

    assert (alone.state, alone.lanes) == (QuestionState.NOT_COMPARED, ())
    assert (beside.state, beside.conflicts_in, beside.authorities) == (QuestionState.ONE_ACCOUNT, (), ("monitor",))


@pytest.mark.parametrize(
    ("claimed", "state"),
    [
        ([killed(1, "posts", {"best": 50})], QuestionState.NOT_COMPARED),
        ([killed(1, "monitor", {"best": 50}, scope="part")], QuestionState.NOT_COMPARED),
        ([killed(1, "monitor", None, stance="denies")], QuestionState.NO_ANSWER),
        (
            [killed(1, "monitor", {"best": 50}), killed(2, "monitor", None, stance="retracts", **supersedes(1))],
            QuestionState.NOT_COMPARED,
        ),
    ],
    ids=str,
)
def test_where_nothing_counts_the_state_says_whether_anything_was_answered(claimed, state):
    assert found(*claimed).state is state


def test_a_denied_claim_stands_as_a_denial_of_its_answer():
    finding = found(killed(1, "monitor", {"best": 40}), killed(2, "state", None, stance="denies", denies=1))

    assert finding.state is DISPUTED
    assert [numbers(lane) for lane in finding.lanes] == [(1,), (2,)]
    assert finding.lanes[1].answer.best == 40


def test_a_denied_claim_denies_no_other_number():
    finding = found(
        killed(1, "monitor", {"best": 40}),
        killed(2, "state", None, stance="denies", denies=1),
        killed(3, "inquiry", {"best": 50}),
    )

    [dispute, differing] = finding.confrontations
    assert {stand.claim.number for side in dispute.sides for stand in side.stands} == {1, 2}
    assert {stand.claim.number for side in differing.sides for stand in side.stands} == {1, 3}


@pytest.mark.parametrize("strength", ["fact", "likely"])
def test_what_is_denied_as_likely_is_denied(strength):
    denial = killed(2, "state", {"best": 40}, stance="denies", strength=strength)

    assert found(killed(1, "monitor", {"best": 40}), denial).state is DISPUTED


def test_a_report_that_was_overtaken_makes_no_state():
    report = killed(1, "newsroom", {"best": 5}, **related(2, "overtaken_by", reason="Its own report says it."))

    finding = found(report, killed(2, "inquiry", {"best": 40}))

    assert (finding.state, finding.conflicts_in) == (QuestionState.ONE_ACCOUNT, ())


def test_a_mark_is_of_claims_that_nothing_replaced():
    finding = found(
        killed(1, "state", None, stance="declines"),
        killed(2, "state", None, stance="investigating", **supersedes(1)),
        killed(3, "monitor", {"best": 3}, scope="part"),
    )

    assert [claim.number for claim in finding.marked(Stance.DECLINES)] == []
    assert [claim.number for claim in finding.marked(Stance.INVESTIGATING)] == [2]
    assert [claim.number for claim in finding.marked(Stance.ASSERTS)] == []


def test_two_voices_are_of_answers_that_exclude_each_other_and_not_of_numbers_that_differ():
    assert found(killed(1, "command", {"best": 3}), killed(2, "ministry", {"best": 9})).two_voices == ()
    assert found(killed(1, "command", {"best": 0}), killed(2, "ministry", {"best": 9})).two_voices == ("state",)


def test_two_voices_come_in_order_and_with_the_disputes_of_others():
    finding = found(
        says(1, "state", "struck", HALL),
        says(2, "command", "struck", MOSQUE),
        says(3, "monitor", "struck", MOSQUE),
        says(4, "monitor", "struck", HALL),
        says(5, "residents", "struck", HALL),
        says(6, "residents", "struck", MOSQUE),
    )

    assert (finding.two_voices, finding.state) == (("monitor", "state"), DISPUTED)


def test_a_change_is_seen_on_the_questions_that_it_touches_and_no_other():
    changes = all_found(
        case(
            says(1, "state", "struck", HALL),
            says(2, "state", "struck", RELIGIOUS, **supersedes(1, "changes_account")),
            says(3, "state", "struck", HALL, subject="annex"),
            says(4, "state", "killed", {"best": 1}),
        )
    )

    assert {asked: len(finding.changes) for asked, finding in changes.items()} == {
        Asked("struck"): 1,
        Asked("struck", "annex"): 0,
        Asked("killed"): 0,
    }


def test_the_lanes_of_a_finding_are_found_by_claim_and_by_authority():
    finding = found(
        says(1, "command", "struck", MOSQUE), says(2, "ministry", "struck", HALL), says(3, "monitor", "struck", HALL)
    )

    assert {number: lane.place for number, lane in finding.lane_of.items()} == {1: 0, 2: 1, 3: 1}
    assert finding.authorities == ("state", "monitor")
