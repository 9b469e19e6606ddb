"""The state of a question, state by state."""

import pytest

from strikes.answers.comparison import Verdict
from strikes.vocabulary.terms import Beside, QuestionState, Stance
from tests.strikes.rules.cast import all_found, case, found, numbers, related, says, supersedes

MOSQUE, HALL, RELIGIOUS = {"choice": "mosque"}, {"choice": "community-hall"}, {"choice": "religious-building"}


def test_answers_that_exclude_each_other_are_disputed():
    finding = found(says(1, "residents", "struck", MOSQUE), says(2, "command", "struck", HALL))

    assert finding.state is QuestionState.DISPUTED
    assert finding.confrontations[0].verdict is Verdict.EXCLUDE
    assert finding.confrontations[0].relation is None


def test_a_narrower_answer_does_not_exclude_the_wider_one():
    finding = found(says(1, "residents", "struck", MOSQUE), says(2, "command", "struck", RELIGIOUS))

    assert finding.state is QuestionState.NOT_IN_CONFLICT


def test_what_one_denies_and_another_asserts_is_disputed():
    finding = found(says(1, "residents", "struck", MOSQUE), says(2, "command", "struck", MOSQUE, stance="denies"))

    assert finding.state is QuestionState.DISPUTED


def test_a_denial_of_the_narrower_leaves_the_wider_standing():
    finding = found(says(1, "residents", "struck", RELIGIOUS), says(2, "command", "struck", MOSQUE, stance="denies"))

    assert finding.state is QuestionState.NOT_IN_CONFLICT


def test_two_denials_are_not_in_conflict():
    finding = found(
        says(1, "residents", "struck", MOSQUE, stance="denies"), says(2, "command", "struck", HALL, stance="denies")
    )

    assert finding.state is QuestionState.NOT_IN_CONFLICT


@pytest.mark.parametrize("strength", ["doubts", "unlikely"])
def test_what_is_called_unlikely_or_doubted_is_denied(strength):
    finding = found(says(1, "residents", "struck", MOSQUE), says(2, "inquiry", "struck", MOSQUE, strength=strength))

    assert finding.state is QuestionState.DISPUTED


def test_what_is_called_likely_is_asserted():
    finding = found(says(1, "residents", "struck", MOSQUE), says(2, "inquiry", "struck", HALL, strength="likely"))

    assert finding.state is QuestionState.DISPUTED


@pytest.mark.parametrize("stance", ["asserts", "denies"])
def test_what_is_called_possible_rules_nothing_out(stance):
    possible = says(1, "inquiry", "struck", MOSQUE, strength="possible")

    finding = found(possible, says(2, "command", "struck", HALL if stance == "asserts" else MOSQUE, stance=stance))

    assert finding.state is QuestionState.NOT_IN_CONFLICT


def test_one_of_several_excludes_what_excludes_them_all():
    either = says(1, "residents", "carried-out-by", {"one_of": ["state", "other-state"]})

    with_neither = found(either, says(2, "inquiry", "carried-out-by", {"party": "monitor"}))
    with_one = found(either, says(2, "inquiry", "carried-out-by", {"party": "state"}))

    assert with_neither.state is QuestionState.DISPUTED
    assert with_one.state is QuestionState.NOT_IN_CONFLICT


def test_an_office_is_not_excluded_by_its_authority():
    finding = found(
        says(1, "residents", "carried-out-by", {"party": "command"}),
        says(2, "inquiry", "carried-out-by", {"party": "state"}),
    )

    assert finding.state is QuestionState.NOT_IN_CONFLICT


def test_on_a_question_that_is_not_exclusive_only_a_denial_disputes():
    drones = says(1, "state", "aircraft", {"choice": "uncrewed"})

    beside = found(drones, says(2, "inquiry", "aircraft", {"choice": "crewed"}))
    denied = found(drones, says(2, "inquiry", "aircraft", {"choice": "uncrewed"}, stance="denies"))

    assert beside.state is QuestionState.NOT_IN_CONFLICT
    assert denied.state is QuestionState.DISPUTED


def test_numbers_of_one_choice_are_compared_and_those_of_two_are_not():
    two = says(1, "inquiry", "munitions", {"choice": "hellfire", "best": 2})

    same_choice = found(two, says(2, "state", "munitions", {"choice": "hellfire", "low": 4, "hedge": "at_least"}))
    wider_choice = found(two, says(2, "state", "munitions", {"choice": "missile", "best": 4}))

    assert same_choice.state is QuestionState.DIFFER
    assert wider_choice.state is QuestionState.NOT_IN_CONFLICT


def test_numbers_that_do_not_meet_differ():
    finding = found(says(1, "monitor", "killed", {"best": 42}), says(2, "inquiry", "killed", {"best": 38}))

    assert finding.state is QuestionState.DIFFER


def test_none_or_none_known_against_some_is_disputed():
    some = says(1, "monitor", "killed", {"best": 42})

    none = found(some, says(2, "state", "killed", {"best": 0}))
    none_known = found(some, says(2, "state", "killed", {"hedge": "none_known"}))

    assert (none.state, none_known.state) == (QuestionState.DISPUTED, QuestionState.DISPUTED)


def test_none_none_known_and_no_claim_are_three_things():
    none, none_known = (
        found(says(1, "state", "killed", {"best": 0})),
        found(says(1, "state", "killed", {"hedge": "none_known"})),
    )
    nothing = found(says(1, "state", "killed", None, stance="declines"))

    assert none.lanes[0].answer != none_known.lanes[0].answer
    assert nothing.lanes == ()
    assert nothing.state is QuestionState.NO_ANSWER


def test_none_known_of_the_whole_is_read_on_the_part_and_says_so():
    finding = found(
        says(1, "monitor", "killed-civilians", {"hedge": "most_of"}),
        says(2, "state", "harmed-civilians", {"hedge": "none_known"}),
    )

    assert finding.state is QuestionState.DISPUTED
    assert [stand.whole for lane in finding.lanes for stand in lane.stands if stand.claim.number == 2] == [
        "harmed-civilians"
    ]


def test_some_of_the_part_says_nothing_of_the_whole():
    findings = all_found(
        case(
            says(1, "monitor", "killed-civilians", {"best": 1}),
            says(2, "state", "harmed-civilians", {"best": 4}),
        )
    )

    assert {finding.state for finding in findings.values()} == {QuestionState.ONE_ACCOUNT}


def test_most_of_is_more_than_half_of_the_partys_own_number():
    most, total = says(1, "monitor", "killed-civilians", {"hedge": "most_of"}), {"best": 49}

    with_total = found(most, says(2, "monitor", "killed", total), says(3, "inquiry", "killed-civilians", {"best": 24}))
    without = found(most, says(3, "inquiry", "killed-civilians", {"best": 24}))

    assert with_total.state is QuestionState.DIFFER
    assert without.state is QuestionState.NOT_IN_CONFLICT


def test_one_authority_is_one_account():
    finding = found(says(1, "command", "struck", HALL), says(2, "ministry", "struck", HALL))

    assert finding.state is QuestionState.ONE_ACCOUNT


def test_one_authority_that_contradicts_itself_has_two_voices():
    finding = found(says(1, "command", "struck", HALL), says(2, "ministry", "struck", MOSQUE))

    assert (finding.state, finding.two_voices) == (QuestionState.ONE_ACCOUNT, ("state",))


def test_a_collective_has_as_many_voices_as_it_likes():
    finding = found(says(1, "residents", "struck", HALL), says(2, "residents", "struck", MOSQUE))

    assert (finding.state, finding.two_voices) == (QuestionState.ONE_ACCOUNT, ())


def test_all_who_answer_alike_give_the_same_answer():
    finding = found(says(1, "residents", "struck", MOSQUE), says(2, "inquiry", "struck", MOSQUE))

    assert finding.state is QuestionState.SAME


def test_words_are_never_compared():
    finding = found(
        says(1, "residents", "called", {"text": "A massacre."}), says(2, "state", "called", {"text": "A strike."})
    )

    assert finding.state is QuestionState.NOT_COMPARED


BESIDE = [
    ({"scope": "part"}, Beside.PART),
    ({"scope": "wider"}, Beside.WIDER),
    ({"is_apparent_error": True}, Beside.ERROR),
    ({"told_by": "other-state"}, Beside.TOLD),
    ({"party": "posts"}, Beside.UNSIGNED),
    ({"stance": "declines", "answer": None}, Beside.NO_ANSWER),
]


@pytest.mark.parametrize(("values", "why"), BESIDE)
def test_what_is_not_compared_stands_beside_with_the_reason(values, why):
    beside = says(2, "monitor", "killed", {"best": 3}) | values

    finding = found(
        says(1, "inquiry", "killed", {"best": 38}), {key: value for key, value in beside.items() if value is not None}
    )

    assert finding.state is QuestionState.ONE_ACCOUNT
    assert [(claim.number, reason) for claim, reason in finding.positions.beside] == [(2, why)]


def test_where_all_stands_beside_nothing_is_compared():
    finding = found(says(1, "posts", "killed", {"best": 50}), says(2, "monitor", "killed", {"best": 3}, scope="part"))

    assert finding.state is QuestionState.NOT_COMPARED


def test_subjects_are_compared_each_by_itself():
    findings = all_found(
        case(
            says(1, "residents", "building-hit", {"yes": True}, subject="mosque"),
            says(2, "state", "building-hit", {"yes": False}, subject="mosque-nearby"),
        )
    )

    assert [finding.state for finding in findings.values()] == [QuestionState.ONE_ACCOUNT] * 2


def test_a_changed_account_is_a_move_and_a_running_count_is_not():
    moved = found(
        says(1, "command", "struck", HALL, stated="2017-03-17"),
        says(2, "command", "struck", RELIGIOUS, stated="2017-06-07", **supersedes(1, "changes_account")),
    )
    updated = found(
        says(1, "monitor", "killed", {"best": 42}), says(2, "monitor", "killed", {"best": 46}, **supersedes(1))
    )

    assert [(move.authority, move.days) for move in moved.moves] == [("state", (82, 82))]
    assert (updated.moves, [move.authority for move in updated.updates]) == ([], ["monitor"])


def test_days_are_counted_between_days_and_not_from_a_month():
    finding = found(
        says(1, "command", "struck", HALL, stated="2017-03"),
        says(2, "command", "struck", RELIGIOUS, stated="2017-06-07", **supersedes(1, "changes_account")),
    )

    # Of March, the days from the event on.
    assert [move.days for move in finding.moves] == [(68, 83)]


def test_a_collective_does_not_move():
    finding = found(
        says(1, "residents", "struck", HALL),
        says(2, "residents", "struck", MOSQUE, **supersedes(1, "changes_account")),
    )

    assert finding.moves == []


def test_a_move_across_questions_stands_under_both():
    findings = all_found(
        case(
            says(1, "state", "harmed-civilians", {"hedge": "none_known"}),
            says(2, "state", "killed-civilians", {"best": 1}, **supersedes(1, "changes_account")),
        )
    )

    assert [len(finding.moves) for finding in findings.values()] == [1, 1]


def test_stances_that_give_no_answer_are_marks():
    finding = found(
        says(1, "residents", "struck", MOSQUE),
        says(2, "state", "struck", None, stance="declines"),
        says(3, "inquiry", "struck", None, stance="investigating"),
    )

    assert finding.state is QuestionState.ONE_ACCOUNT
    assert [claim.number for claim in finding.marked(Stance.DECLINES)] == [2]
    assert [claim.number for claim in finding.marked(Stance.INVESTIGATING)] == [3]


def test_a_contradiction_that_an_editor_states_is_a_dispute_with_the_reason():
    finding = found(
        says(1, "residents", "called", {"text": "It was announced."}),
        says(2, "state", "called", {"text": "It was not."}, **related(1, "contradicts", reason="Of one thing.")),
    )

    assert finding.state is QuestionState.DISPUTED
    assert (finding.confrontations[0].relation.by, finding.confrontations[0].relation.reason) == (
        "editor",
        "Of one thing.",
    )


def test_an_editor_ends_what_a_rule_finds_between_two_claims():
    finding = found(
        says(1, "residents", "struck", MOSQUE), says(2, "command", "struck", HALL, **related(1, "not_contradicting"))
    )

    assert finding.state is QuestionState.NOT_IN_CONFLICT


def test_what_an_editor_ends_between_two_claims_stands_between_the_others():
    finding = found(
        says(1, "residents", "struck", MOSQUE),
        says(2, "command", "struck", HALL, **related(1, "not_contradicting")),
        says(3, "inquiry", "struck", MOSQUE),
    )

    assert finding.state is QuestionState.DISPUTED
    assert [[stand.claim.number for stand in side.stands] for side in finding.confrontations[0].sides] == [[2], [3]]


def test_an_editor_ends_the_difference_of_two_numbers_and_not_of_a_third():
    ended = says(2, "monitor", "killed", {"best": 42}, **related(1, "not_contradicting"))
    low = says(1, "inquiry", "killed", {"best": 38})

    alone = found(low, ended)
    with_third = found(low, ended, says(3, "other-state", "killed", {"best": 40}))

    assert alone.state is QuestionState.NOT_IN_CONFLICT
    assert with_third.state is QuestionState.DIFFER


def test_a_contradiction_within_one_authority_makes_two_voices():
    finding = found(
        says(1, "command", "aircraft", {"choice": "crewed"}),
        says(2, "ministry", "aircraft", {"choice": "uncrewed"}, **related(1, "contradicts")),
    )

    assert (finding.state, finding.two_voices) == (QuestionState.ONE_ACCOUNT, ("state",))


def test_the_line_of_dispute_runs_between_lanes_that_exclude_each_other():
    finding = found(
        says(1, "residents", "struck", RELIGIOUS),
        says(2, "monitor", "struck", MOSQUE),
        says(3, "command", "struck", MOSQUE, stance="denies"),
    )

    assert [bool(finding.parts(lane.place)) for lane in finding.lanes] == [False, True, False]


def test_the_line_of_dispute_runs_not_between_two_answers_of_one_authority():
    finding = found(says(1, "ministry", "struck", MOSQUE), says(2, "command", "struck", HALL))

    assert [finding.parts(lane.place) for lane in finding.lanes] == [None, None]
    assert [list(finding.conflicts_of(lane)) for lane in finding.lanes] == [[], []]
    assert [each.within for each in finding.comparison.found] == [{"state"}]
    assert list(finding.conflicts()) == []


def test_one_authority_is_in_no_conflict_with_itself_however_often_it_says_the_one_and_the_other():
    often = [
        says(1, "ministry", "struck", MOSQUE),
        says(2, "state", "struck", MOSQUE),
        says(3, "command", "struck", HALL),
        says(4, "state", "struck", HALL),
    ]
    ended = says(5, "monitor", "struck", HALL, **related(1, "not_contradicting"))

    assert found(*often).state is QuestionState.ONE_ACCOUNT
    # Of the monitor and the state, one pair is said not to contradict, and another is left.
    assert found(*often, ended).state is QuestionState.DISPUTED
    assert found(often[0], *often[2:], ended).state is QuestionState.NOT_IN_CONFLICT


def test_few_numbers_of_which_two_are_said_not_to_contradict_are_compared_each_with_each():
    finding = found(
        says(1, "monitor", "killed", {"best": 10}),
        says(2, "inquiry", "killed", {"best": 40}, **related(1, "not_contradicting")),
        says(3, "residents", "killed", {"best": 12}),
    )

    conflicts = {(numbers(each.one), numbers(each.other)) for each in finding.conflicts()}

    assert finding.state is QuestionState.DIFFER
    assert conflicts == {((1,), (3,)), ((3,), (2,))}
