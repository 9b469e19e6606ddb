"""How accounts changed: chains of what replaced what, on a calendar."""

import itertools
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sources.dates.value import parse
from strikes.dossiers.codec import load
from strikes.incident.page import IncidentPage
from strikes.incident.timeline import APART, NOW, AuthorityLine, Timeline
from strikes.vocabulary.terms import SupersessionKind
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, read

INCIDENTS = Path("strikes/dossiers/incidents")


def timeline_of(*claims: dict[str, Any]) -> Timeline:
    return IncidentPage(read(make_dossier(*claims)), QUESTIONS).timeline


def line_at_al_jinah(question: str, authority: str) -> AuthorityLine:
    timeline = IncidentPage(load((INCIDENTS / "sy-2017-0316-a.json").read_bytes()), QUESTIONS).timeline
    lines = (*timeline.moved, *timeline.updated)
    return next(line for line in lines if line.authority.slug == authority and question in line.asked)


def replacing(number: int, kind: str = "updates", **values: Any) -> list[dict[str, Any]]:
    return [{"claim": number, "kind": kind} | values]


def test_a_count_that_is_brought_up_to_date_twice_is_one_line_and_no_move():
    timeline = timeline_of(
        make_claim(1, stated="2017-03-16"),
        make_claim(2, answer={"low": 46, "hedge": "at_least"}, stated="2017-03-17", supersedes=replacing(1)),
        make_claim(3, answer={"best": 49}, stated="2017-03-19", supersedes=replacing(2)),
    )

    assert timeline.moved == ()
    (line,) = timeline.updated
    assert [stage.statements[0].said for stage in line.stages] == ["42 people", "at least 46 people", "49 people"]
    assert [stage.change and stage.change.after for stage in line.stages] == [None, "after 1 day", "after 2 days"]
    assert line.is_held


def test_a_count_that_is_only_said_again_took_no_step():
    timeline = timeline_of(
        make_claim(1, stated="2017-03-16"), make_claim(2, stated="2017-03-17", supersedes=replacing(1))
    )

    assert not timeline


def test_a_changed_account_is_a_move_with_its_reason_and_the_words_that_say_so():
    replaced = replacing(1, "changes_account", reason="The inquiry found one.", words="we now assess")
    timeline = timeline_of(
        make_claim(1, party="centcom", answer={"hedge": "none_known"}, stated="2017-03-17"),
        make_claim(2, party="centcom", answer={"best": 1}, stated="2017-06-07", supersedes=replaced),
    )

    (line,) = timeline.moved
    step = line.stages[1].change
    assert step
    assert step.is_moved
    assert (step.kinds, step.after) == ((SupersessionKind.CHANGES_ACCOUNT,), "after 82 days")
    assert (step.reasons, step.words) == (("The inquiry found one.",), ("we now assess",))


def test_what_two_offices_said_alike_on_one_day_is_told_once_with_how_often():
    said = {"party": "centcom", "stated": "2017-03-17"}
    timeline = timeline_of(
        make_claim(1, **said),
        make_claim(2, **said),
        make_claim(3, party="centcom", answer={"best": 1}, supersedes=[*replacing(1), *replacing(2)]),
    )

    (line,) = timeline.updated
    (statement,) = line.stages[0].statements
    assert (statement.times, statement.office) == (2, "US Central Command")


def test_a_statement_stands_in_the_last_stage_that_what_replaced_it_allows():
    timeline = timeline_of(
        make_claim(1, stated="2017-03-16"),
        make_claim(2, stated="2017-03-17", answer={"best": 46}, supersedes=replacing(1)),
        make_claim(3, stated="2017-03-17", answer={"best": 47}),
        make_claim(4, stated="2017-03-18", answer={"best": 49}, supersedes=[*replacing(2), *replacing(3)]),
    )

    (line,) = timeline.updated
    assert [[each.number for each in stage.statements] for stage in line.stages] == [[1], [2, 3], [4]]


def test_the_days_run_from_the_first_statement_which_is_named_where_it_is_not_shown():
    account = replacing(2, "changes_account")
    timeline = timeline_of(
        make_claim(1, party="centcom", stated="2017-03-17"),
        make_claim(2, party="centcom", stated="2017-03-20"),
        make_claim(3, party="centcom", stated="2017-03-30", answer={"best": 1}, supersedes=account),
    )

    (line,) = timeline.moved
    assert line.stages[1].change
    assert line.stages[1].change.after == "after 13 days (first stated 17 March 2017)"


def test_what_gives_no_answer_is_said_by_its_summary_and_what_covers_more_says_so():
    open_question = make_claim(1, stance="not_ruled_out", statement="Other causes are possible.")
    del open_question["answer"]
    wider = {"scope": "wider", "also_covers": "several places"}
    timeline = timeline_of(
        open_question, make_claim(2, answer={"best": 49}, supersedes=replacing(1, "changes_account"), **wider)
    )

    (line,) = timeline.updated
    assert [stage.statements[0].said for stage in line.stages] == [
        "does not rule out: Other causes are possible",
        "49 people (covers more than this event: several places)",
    ]


def test_a_count_that_is_brought_up_to_date_a_thousand_times_is_one_line():
    claims = [
        make_claim(number, answer={"best": number}, stated="2017-03-16", supersedes=replacing(number - 1)[: number - 1])
        for number in range(1, 1_501)
    ]

    (line,) = timeline_of(*claims).updated

    assert [stage.statements[0].said for stage in line.stages[:2]] == ["1 person", "2 people"]
    assert len(line.marks) == 1_500
    assert all(0 <= (stage.x or 0) <= NOW for stage in line.marks)


def test_who_takes_everything_back_stands_by_nothing():
    retracted = make_claim(2, stance="retracts", answer=None, supersedes=replacing(1, "corrects"))
    del retracted["answer"]

    (line,) = timeline_of(make_claim(1), retracted).moved

    assert not line.is_held
    assert line.stages[-1].statements[0].said == "retracts"


def test_an_unknown_day_is_not_drawn_and_an_imprecise_one_is_drawn_as_its_span():
    timeline = timeline_of(
        make_claim(1),
        make_claim(2, answer={"best": 46}, stated="2017-04", supersedes=replacing(1)),
        make_claim(3, answer={"best": 49}, stated="2017-06-07", supersedes=replacing(2)),
    )

    (line,) = timeline.updated
    unknown, month, day = line.stages
    assert unknown.x is None
    assert month.span
    assert month.x
    assert month.span[0] < month.x < month.span[1]
    assert day.span is None
    assert line.marks == [month, day]


def test_the_day_of_publication_is_told_where_it_was_later():
    source = {"code": "wp-2017-0317", "publisher": "wp", "title": "Claims", "language": "en", "kind": "article"}
    claims = (
        make_claim(1, stated="2017-03-16"),
        make_claim(2, answer={"best": 46}, stated="2017-03-17", supersedes=replacing(1)),
    )
    dossier = make_dossier(*claims, sources=[source | {"published": "2017-03-17"}])

    (line,) = IncidentPage(read(dossier), QUESTIONS).timeline.updated

    assert [str(stage.statements[0].published or "") for stage in line.stages] == ["17 March 2017", ""]


@given(st.lists(st.dates(min_value=parse("2017-03-16").earliest), min_size=2, max_size=12))
def test_marks_of_a_line_never_hide_each_other_or_leave_the_calendar(days: list[Any]):
    claims = [
        make_claim(
            number,
            answer={"best": number},
            stated=day.isoformat(),
            supersedes=replacing(number - 1) if number > 1 else [],
        )
        for number, day in enumerate(sorted(days), 1)
    ]

    (line,) = timeline_of(*claims).updated

    places = [stage.x or 0 for stage in line.marks]
    assert all(later - earlier >= APART - 0.001 for earlier, later in itertools.pairwise(places))
    assert places[0] > 0
    assert places[-1] <= 100


def test_at_al_jinah_the_command_corrected_the_province_on_the_same_day():
    line = line_at_al_jinah("Where", "united-states")

    assert line.is_moved
    assert [stage.statements[0].said for stage in line.stages] == [
        "Idlib Governorate, Syria",
        "Aleppo Governorate, Syria",
    ]
    assert line.stages[1].change
    assert line.stages[1].change.after == "the same day"


def test_at_al_jinah_the_united_states_moved_after_82_days_from_none_known_to_one():
    line = line_at_al_jinah("Civilians killed", "united-states")

    first, last = line.stages
    assert [(each.said, each.times) for each in first.statements] == [("none known", 2)]
    assert {each.said for each in last.statements} == {"1 person (likely or apparent)"}
    assert last.change
    assert last.change.after == "after 82 days"


def test_at_al_jinah_running_counts_are_updates():
    observatory = line_at_al_jinah("Killed", "syrian-observatory")
    rescuers = line_at_al_jinah("Bodies recovered", "syrian-civil-defence")

    assert not observatory.is_moved
    assert not rescuers.is_moved
    assert [[each.said for each in stage.statements] for stage in observatory.stages] == [
        ["42 people", "42 people"],
        ["at least 46 people"],
        ["49 people"],
    ]
    assert [stage.statements[0].said for stage in rescuers.stages] == ["35 people", "38 people"]
