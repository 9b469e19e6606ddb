"""What is a change of account, what is none, and that each counts once."""

from typing import Any

import pytest

from strikes.rules.changes import AccountChange, Links, moves_of, update_of
from strikes.rules.stands import Asked
from strikes.vocabulary.terms import SupersessionKind
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import all_found, case, says

HALL, MOSQUE, RELIGIOUS = {"choice": "community-hall"}, {"choice": "mosque"}, {"choice": "religious-building"}
PARTIES: list[dict[str, Any]] = [
    {"slug": "coalition", "name": "A Coalition", "kind": "coalition", "group": "conflict"},
    {"slug": "state", "name": "The State", "kind": "state", "group": "conflict", "part_of": "coalition"},
    {"slug": "command", "name": "Its Command", "kind": "command", "group": "conflict", "authority": "state"},
]


def over(*numbers: int, kind: str = "changes_account") -> dict[str, Any]:
    return {"supersedes": [{"claim": number, "kind": kind} for number in numbers]}


def command(number: int, question: str, answer: dict[str, Any] | None, **values: Any) -> dict[str, Any]:
    return says(number, "command", question, answer, **values)


def changes(*claims: dict[str, Any], **parts: Any) -> tuple[AccountChange, ...]:
    return moves_of(case(*claims, **parts), QUESTIONS)


def joined(found: tuple[AccountChange, ...]) -> list[tuple[list[int], list[int]]]:
    return [([each.number for each in change.earlier], [each.number for each in change.later]) for change in found]


# Question, the earlier answer and values, the later answer and values, and whether the answer became another.
ANSWERS: list[tuple[str, Any, Any, Any, Any, bool]] = [
    ("struck", HALL, {}, MOSQUE, {}, True),
    ("struck", MOSQUE, {}, RELIGIOUS, {}, True),  # a wider one
    ("struck", RELIGIOUS, {}, MOSQUE, {}, False),  # a narrower one
    ("struck", HALL, {}, HALL, {}, False),
    ("struck", HALL, {"strength": "likely"}, HALL, {}, False),
    ("struck", HALL, {"strength": "possible"}, HALL, {}, False),
    ("struck", HALL, {}, HALL, {"strength": "unlikely"}, True),
    ("struck", HALL, {}, HALL, {"stance": "denies"}, True),
    ("struck", HALL, {"stance": "denies"}, HALL, {}, True),
    ("struck", HALL, {"stance": "denies"}, HALL, {"stance": "denies"}, False),
    ("struck", HALL, {"stance": "denies"}, MOSQUE, {"stance": "denies"}, True),
    ("struck", HALL, {"strength": "unlikely"}, HALL, {"stance": "denies"}, False),
    ("struck", {"one_of": ["mosque", "community-hall"]}, {}, HALL, {}, False),
    ("struck", HALL, {}, {"one_of": ["mosque", "community-hall"]}, {}, True),
    ("munitions", {"choice": "missile", "best": 4}, {}, {"choice": "hellfire", "best": 4}, {}, False),
    ("munitions", {"choice": "missile", "best": 4}, {}, {"choice": "hellfire", "best": 2}, {}, True),
    ("munitions", {"choice": "missile"}, {}, {"choice": "missile", "best": 2}, {}, False),
    ("munitions", {"choice": "missile", "best": 2}, {}, {"choice": "missile"}, {}, True),
    ("carried-out-by", {"party": "state"}, {}, {"party": "command"}, {}, False),
    ("carried-out-by", {"party": "command"}, {}, {"party": "state"}, {}, True),
    ("carried-out-by", {"one_of": ["state", "other-state"]}, {}, {"party": "other-state"}, {}, False),
    ("carried-out-by", {"party": "state"}, {}, {"party": "other-state"}, {}, True),
    ("killed", {"best": 3}, {}, {"high": 10, "hedge": "at_most"}, {}, True),
    ("killed", {"low": 10, "high": 17}, {}, {"best": 12}, {}, True),  # numbers are no tree
    ("killed", {"best": 12}, {}, {"best": 12, "hedge": "exact"}, {}, False),
    ("killed", {"best": 12}, {}, {"best": 12, "unit": "families"}, {}, True),
    ("killed", {"best": 12}, {}, {"best": 12, "unit": "persons"}, {}, False),
    ("killed", {"best": 200}, {}, {"best": 200}, {"scope": "wider"}, True),
    (
        "where",
        {"place": "aleppo", "precision": "region"},
        {},
        {"place": "al-jinah", "precision": "settlement"},
        {},
        False,
    ),
    ("where", {"place": "idlib", "precision": "region"}, {}, {"place": "aleppo", "precision": "region"}, {}, True),
    (
        "where",
        {"place": "al-jinah", "latitude": 36.1, "longitude": 36.8, "precision": "site"},
        {},
        {"place": "al-jinah", "precision": "settlement"},
        {},
        True,
    ),
    ("date", {"date": "2017-03"}, {}, {"date": "2017-03-16"}, {}, False),
    ("date", {"date": "2017-03-17"}, {}, {"date": "2017-03-16"}, {}, True),
    ("clock", {"clock_from": "19:00"}, {}, {"clock_from": "19:00"}, {}, False),
    ("clock", {"clock_from": "19:00"}, {}, {"clock_from": "20:00"}, {}, True),
    ("building-hit", {"yes": True}, {}, {"yes": True}, {}, False),
    ("building-hit", {"yes": True}, {}, {"yes": False}, {}, True),
    ("called", {"text": "A strike."}, {}, {"text": "A strike."}, {}, False),
    ("called", {"text": "A strike."}, {}, {"text": "A raid."}, {}, True),
    # To end a silence is no change, to find out or to give up is one.
    ("struck", None, {"stance": "declines"}, HALL, {}, False),
    ("struck", None, {"stance": "investigating"}, HALL, {}, False),
    ("struck", None, {"stance": "conditional"}, HALL, {}, False),
    ("struck", None, {"stance": "not_ruled_out"}, HALL, {}, False),
    ("struck", None, {"stance": "not_established"}, HALL, {}, True),
    ("struck", HALL, {"stance": "no_evidence"}, HALL, {}, True),
    ("struck", HALL, {}, None, {"stance": "investigating"}, True),
    ("struck", HALL, {}, HALL, {"stance": "no_evidence"}, True),
    ("struck", HALL, {}, None, {"stance": "retracts"}, True),
    ("struck", None, {"stance": "not_established"}, None, {"stance": "retracts"}, False),
]


@pytest.mark.parametrize(("question", "earlier", "of_earlier", "later", "of_later", "is_another"), ANSWERS, ids=str)
def test_only_another_answer_is_a_change(question, earlier, of_earlier, later, of_later, is_another):
    for kind in ("changes_account", "corrects"):
        said = (
            command(1, question, earlier, **of_earlier),
            command(2, question, later, **of_later, **over(1, kind=kind)),
        )
        found = changes(*said)

        assert joined(found) == ([([1], [2])] if is_another else [])
        assert all(change.kind == kind for change in found)
    assert (
        changes(
            command(1, question, earlier, **of_earlier),
            command(2, question, later, **of_later, **over(1, kind="updates")),
        )
        == ()
    )


WHO: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
    ({"party": "command"}, {"party": "command"}, True),
    ({"party": "command"}, {"party": "ministry"}, True),
    ({"party": "command"}, {"party": "state"}, True),
    ({"party": "command"}, {"party": "other-state"}, False),
    ({"party": "residents"}, {"party": "residents"}, False),
    ({"party": "officials"}, {"party": "officials"}, False),
    ({"party": "state", "speaker": {"how_named": "unnamed_official"}}, {"party": "state"}, False),
    ({"party": "state"}, {"party": "state", "speaker": {"how_named": "unnamed_official"}}, False),
    ({"party": "state"}, {"party": "state", "speaker": {"how_named": "spokesperson"}}, True),
]


@pytest.mark.parametrize(("earlier", "later", "is_own"), WHO, ids=str)
def test_only_an_authority_that_speaks_for_itself_changes_its_account(earlier, later, is_own):
    found = changes(
        says(1, question="struck", answer=HALL, **earlier),
        says(2, question="struck", answer=MOSQUE, **later, **over(1)),
    )

    assert [change.authority for change in found] == (["state"] if is_own else [])


def test_one_change_counts_once_however_many_claims_it_joins():
    found = changes(
        command(1, "struck", HALL),
        says(2, "ministry", "struck", HALL),
        command(3, "struck", RELIGIOUS, **over(1, 2)),
        says(4, "ministry", "struck", RELIGIOUS, **over(1)),
    )

    assert joined(found) == [([1, 2], [3, 4])]
    assert found[0].parties == {"state", "command", "ministry"}
    assert len(found[0].moves) == 3


def test_the_same_change_by_two_offices_is_one_though_they_share_no_claim():
    found = changes(
        command(1, "struck", HALL, stated="2017-03-17"),
        says(2, "ministry", "struck", HALL, stated="2017-03-18"),
        command(3, "struck", RELIGIOUS, stated="2017-06-07", **over(1)),
        says(4, "ministry", "struck", RELIGIOUS, stated="2017-06-08", **over(2)),
    )

    assert joined(found) == [([1, 2], [3, 4])]


def test_one_change_after_the_other_are_two():
    found = changes(
        command(1, "killed", {"best": 0}, stated="2017-03-17"),
        command(2, "killed", {"low": 5, "high": 7}, stated="2017-04-01", **over(1)),
        command(3, "killed", {"best": 33}, stated="2017-05-01", **over(2)),
    )

    assert joined(found) == [([1], [2]), ([2], [3])]


def test_to_and_fro_and_to_again_are_three_changes():
    found = changes(
        command(1, "struck", HALL, stated="2017-03-17"),
        command(2, "struck", MOSQUE, stated="2017-03-18", **over(1)),
        command(3, "struck", HALL, stated="2017-03-19", **over(2)),
        command(4, "struck", MOSQUE, stated="2017-03-20", **over(3)),
    )

    assert joined(found) == [([1], [2]), ([2], [3]), ([3], [4])]


def test_two_questions_and_two_subjects_are_two_changes():
    found = changes(
        command(1, "struck", HALL),
        command(2, "targeted", {"choice": "fighters"}),
        command(3, "struck", HALL, subject="annex"),
        command(4, "struck", MOSQUE, **over(1)),
        command(5, "targeted", {"choice": "school"}, **over(2)),
        command(6, "struck", MOSQUE, subject="annex", **over(3)),
    )

    assert joined(found) == [([1], [4]), ([2], [5]), ([3], [6])]


def test_a_change_across_questions_counts_once_and_is_seen_on_both():
    claimed = (
        command(1, "harmed-civilians", {"hedge": "none_known"}),
        command(2, "harmed-civilians", {"hedge": "none_known"}),
        command(3, "killed-civilians", {"best": 1}, **over(1, 2)),
        command(4, "harmed-civilians", {"best": 1}, **over(1, 2)),
    )

    found = changes(*claimed)

    assert joined(found) == [([1, 2], [3, 4])]
    assert found[0].asked == Asked("harmed-civilians")
    assert found[0].questions == {Asked("harmed-civilians"), Asked("killed-civilians")}
    assert [len(finding.changes) for finding in all_found(case(*claimed)).values()] == [1, 1]


def test_denied_then_admitted_is_one_change_though_it_was_taken_back_in_between():
    for kind in ("updates", "changes_account"):
        found = changes(
            command(1, "carried-out-by", {"party": "state"}, stance="denies", stated="2017-03-17"),
            command(2, "carried-out-by", None, stance="retracts", stated="2017-03-20", **over(1, kind="corrects")),
            command(3, "carried-out-by", {"party": "state"}, stated="2017-03-24", **over(2, kind=kind)),
        )

        assert joined(found) == [([1], [3])]
        assert found[0].days == (7, 7)


def test_what_was_taken_back_by_an_update_and_became_another_answer_is_a_change():
    found = changes(
        command(1, "struck", HALL),
        command(2, "struck", None, stance="retracts", **over(1, kind="updates")),
        command(3, "struck", MOSQUE, **over(2)),
    )

    assert joined(found) == [([1], [3])]


def test_what_was_only_taken_back_is_a_change_to_no_answer():
    assert joined(changes(command(1, "struck", HALL), command(2, "struck", None, stance="retracts", **over(1)))) == [
        ([1], [2])
    ]


def test_a_change_is_a_correction_only_where_all_its_links_are():
    both = changes(
        command(1, "struck", HALL),
        says(2, "ministry", "struck", HALL),
        command(3, "struck", RELIGIOUS, **over(1, kind="corrects")),
        says(4, "ministry", "struck", RELIGIOUS, **over(2)),
    )
    one = changes(command(1, "struck", HALL), command(3, "struck", RELIGIOUS, **over(1, kind="corrects")))

    assert [each.kind for each in (*both, *one)] == [SupersessionKind.CHANGES_ACCOUNT, SupersessionKind.CORRECTS]


# The day of the earlier statement and that of the later, and the days between; filed under 16 March 2017.
DAYS = [
    ("2017-03-17", "2017-06-07", (82, 82)),
    ("2017-03", "2017-06-07", (68, 83)),  # never from before the event
    ("2017-03-10", "2017-03-18", (2, 2)),
    ("2017-03-17", "2017", (0, 289)),
    (None, "2017-06-07", None),
    ("2017-03-17", None, None),
]


@pytest.mark.parametrize(("earlier", "later", "days"), DAYS, ids=str)
def test_days_run_from_statement_to_statement_and_not_from_before_the_event(earlier, later, days):
    dossier = case(command(1, "struck", HALL, stated=earlier), command(2, "struck", MOSQUE, stated=later, **over(1)))

    assert [change.days for change in moves_of(dossier, QUESTIONS)] == [days]
    assert [move.days for move in Links(dossier, QUESTIONS).moves] == [days]


def test_days_run_from_the_first_statement_of_the_answer_and_to_the_first_of_the_later_one():
    found = changes(
        says(1, "ministry", "struck", HALL, stated="2017-03-17"),
        command(2, "struck", HALL, stated="2017-03-20"),
        command(3, "struck", MOSQUE, stated="2017-03-27", **over(2)),
        command(4, "struck", MOSQUE, stated="2017-04-27", **over(2)),
        # None of these stated it first.
        says(5, "state", "struck", HALL, stated="2017-03-16", is_apparent_error=True),
        says(6, "state", "struck", HALL, stated="2017-03-16", told_by="other-state"),
        says(7, "state", "struck", HALL, stated="2017-03-16", speaker={"how_named": "unnamed_official"}),
        says(8, "other-state", "struck", HALL, stated="2017-03-16"),
        command(9, "struck", RELIGIOUS, stated="2017-03-16"),
        command(10, "struck", HALL, subject="annex", stated="2017-03-16"),
    )

    assert [
        (change.since.edtf, change.until.edtf, change.days) for change in found if change.since and change.until
    ] == [("2017-03-17", "2017-03-27", (10, 10))]


def test_changes_come_by_the_day_of_the_later_answer_and_those_of_an_unknown_day_last():
    found = changes(
        command(1, "struck", HALL),
        command(2, "killed", {"best": 1}),
        command(3, "injured", {"best": 1}),
        command(4, "struck", MOSQUE, **over(1)),
        command(5, "killed", {"best": 2}, stated="2017-05-01", **over(2)),
        command(6, "injured", {"best": 2}, stated="2017-04-01", **over(3)),
    )

    assert joined(found) == [([3], [6]), ([2], [5]), ([1], [4])]


def test_a_denied_claim_is_the_answer_that_a_denial_without_one_gives():
    denial = command(2, "killed", None, stance="denies", denies=1)
    number = says(1, "residents", "killed", {"best": 40})

    assert joined(changes(number, denial, command(3, "killed", {"best": 40}, **over(2)))) == [([2], [3])]
    assert changes(number, denial, command(3, "killed", {"best": 40}, stance="denies", **over(2))) == ()


READINGS: list[tuple[Any, Any, Any, Any, bool]] = [
    (HALL, {}, HALL, {}, False),
    (HALL, {}, MOSQUE, {}, True),
    (HALL, {}, HALL, {"strength": "likely"}, True),
    (HALL, {}, HALL, {"stance": "denies"}, True),
    (HALL, {}, HALL, {"scope": "part"}, True),
    (HALL, {}, HALL, {"subject": "annex"}, True),
]


@pytest.mark.parametrize(("earlier", "of_earlier", "later", "of_later", "is_listed"), READINGS, ids=str)
def test_an_update_that_changes_nothing_is_not_listed(earlier, of_earlier, later, of_later, is_listed):
    dossier = case(
        command(1, "struck", earlier, **of_earlier), command(2, "struck", later, **of_later, **over(1, kind="updates"))
    )

    finding = all_found(dossier)[Asked("struck")]

    assert [move.later.number for move in finding.updates] == ([2] if is_listed else [])
    assert [move.later.number for move in finding.positions.moves] == [2]


def test_a_part_of_a_coalition_is_an_authority_of_its_own():
    found = changes(
        says(1, "coalition", "struck", HALL), says(2, "state", "struck", MOSQUE, **over(1)), parties=PARTIES
    )

    assert found == ()


def test_an_update_can_be_read_as_a_change_that_is_no_move():
    first = command(1, "killed", {"best": 1}, stated="2017-03-17")
    second = command(2, "killed", {"best": 2}, stated="2017-03-18")
    [link] = Links(case(first, second | over(1, kind="updates")), QUESTIONS).moves

    update = update_of(link)

    assert (update.kind, update.authority, update.asked) == (SupersessionKind.UPDATES, "state", Asked("killed"))
    assert joined((update,)) == [([1], [2])]
    assert (update.since, update.until, update.moves) == (link.since, link.until, (link,))
