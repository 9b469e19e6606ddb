"""The numbers of an incident's page: whose, on which scale, with what they replaced and where they come from."""

from pathlib import Path
from typing import Any

from strikes.dossiers.codec import load
from strikes.incident.charts import Chart, Charts, NumberRow
from strikes.incident.page import IncidentPage
from strikes.vocabulary.terms import Beside, QuestionState
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, read

AL_JINAH = Path("strikes/dossiers/incidents/sy-2017-0316-a.json")


def numbers_of(*claims: dict[str, Any], **parts: Any) -> Charts:
    return IncidentPage(read(make_dossier(*claims, **parts)), QUESTIONS).charts


def chart_of(numbers: Charts, label: str) -> Chart:
    return next(chart for chart in (*numbers.drawn, *numbers.alone) if chart.label == label)


def row_of(chart: Chart, party: str) -> NumberRow:
    return next(row for row in chart.rows if row.claim.party == party)


def al_jinah() -> Charts:
    return IncidentPage(load(AL_JINAH.read_bytes()), QUESTIONS).charts


def test_two_numbers_make_a_chart_with_the_smallest_first():
    (chart,) = numbers_of(make_claim(1), make_claim(2, party="centcom", answer={"best": 1})).drawn

    assert [(row.party.slug, row.said) for row in chart.rows] == [("centcom", "1 person"), ("sohr", "42 people")]
    assert chart.state is QuestionState.DIFFER
    assert chart.gap
    assert chart.gap.said == "US Central Command says: 1 person; Syrian Observatory for Human Rights says: 42 people"


def test_none_and_nearly_none_leave_no_gap_between_them():
    charts = numbers_of(
        make_claim(1, question="killed-civilians", answer={"best": 0}, strength="doubts"),
        make_claim(2, question="killed-civilians", answer={"best": 0, "hedge": "nearly"}, party="united-states"),
        make_claim(3, question="harmed-civilians", answer={"hedge": "several"}, party="centcom"),
    )

    assert [chart.gap for chart in charts.drawn] == [None]


def test_one_number_needs_no_chart_whoever_states_it():
    numbers = numbers_of(make_claim(1), make_claim(2, party="centcom"))

    assert not numbers.drawn
    assert [[row.said for row in chart.rows] for chart in numbers.alone] == [["42 people", "42 people"]]


def test_words_and_what_was_taken_back_are_no_one_number():
    taken_back = make_claim(6, question="injured", stance="retracts", supersedes=[{"claim": 5, "kind": "corrects"}])
    del taken_back["answer"]
    numbers = numbers_of(
        make_claim(1),
        make_claim(2, question="children-killed", answer={"hedge": "some"}),
        make_claim(3, question="women-killed", answer={"best": 4}, stance="denies"),
        make_claim(4, question="staff-killed", answer={"best": 4}, scope="part"),
        make_claim(5, question="injured", answer={"best": 9}),
        taken_back,
    )

    assert {heading: [chart.label for chart in charts] for heading, charts in numbers.not_drawn} == {
        "Answered with one number": ["Killed"],
        "Answered without two numbers to set beside each other": [
            "Children killed",
            "Women killed",
            "Staff killed",
            "Injured",
        ],
    }


def test_what_replaced_the_same_words_says_nothing_of_it_and_earlier_numbers_are_counted():
    again, more = [{"claim": 1, "kind": "updates"}], [{"claim": 2, "kind": "updates"}]
    (chart,) = numbers_of(
        make_claim(1, answer={"hedge": "dozens"}, stated="2017-03-16"),
        make_claim(2, answer={"hedge": "dozens"}, stated="2017-03-17", supersedes=again),
        make_claim(3, answer={"best": 49}, stated="2017-03-18", supersedes=more),
    ).drawn

    (row,) = chart.rows
    assert (row.notes, chart.before) == (("updated from dozens, 17 March 2017",), 2)


def test_a_correction_of_what_a_number_covers_says_what_it_covers():
    link = [{"claim": 1, "kind": "corrects"}]
    wider = {"scope": "wider", "also_covers": "several places"}
    (chart,) = numbers_of(make_claim(1), make_claim(2, stated="2017-03-26", supersedes=link, **wider)).alone

    assert chart.rows[0].notes == (
        "replaced by 42 people (covers more than this event: several places), 26 March 2017",
    )


def test_an_earlier_number_stands_in_the_row_of_the_one_that_replaced_it():
    updates = [{"claim": 1, "kind": "updates"}]
    (chart,) = numbers_of(
        make_claim(1, stated="2017-03-16"), make_claim(2, answer={"best": 49}, stated="2017-03-17", supersedes=updates)
    ).drawn

    (row,) = chart.rows
    assert row.notes == ("updated from 42 people, 16 March 2017",)
    assert [stroke.kind.value for stroke in row.earlier] == ["mark"]


def test_the_open_end_of_an_earlier_number_is_not_drawn_as_that_of_the_number_now():
    updates = [{"claim": 1, "kind": "updates"}]
    (chart,) = numbers_of(
        make_claim(1, answer={"low": 46, "hedge": "at_least"}), make_claim(2, answer={"best": 49}, supersedes=updates)
    ).drawn

    assert [stroke.kind.value for stroke in chart.rows[0].earlier] == ["mark"]


def test_a_number_replaced_under_another_question_says_where_it_went():
    updates = [{"claim": 1, "kind": "updates"}]
    recovered = make_claim(2, question="bodies-recovered", answer={"best": 38}, stated="2017-04-18", supersedes=updates)
    numbers = numbers_of(make_claim(1), recovered, make_claim(3, party="centcom", answer={"best": 1}))

    row = row_of(chart_of(numbers, "Killed"), "sohr")
    assert row.why_not_compared is Beside.SUPERSEDED
    assert not row.strokes
    assert row.earlier
    assert row.notes == ("replaced by 38 people (bodies recovered), 18 April 2017",)
    later = row_of(chart_of(numbers, "Bodies recovered"), "sohr")
    assert later.notes == ("updated from 42 people (killed), on a day not known",)


def test_numbers_of_a_part_or_of_more_and_slips_are_listed_and_not_drawn():
    wider = make_claim(3, answer={"best": 84}, scope="wider", also_covers="the market")
    slip = make_claim(4, answer={"best": 420}, is_apparent_error=True)
    (chart,) = numbers_of(make_claim(1), make_claim(2, party="centcom", answer={"best": 1}), wider, slip).drawn

    assert [row.said for row in chart.rows] == ["1 person", "42 people"]
    assert [(row.said, row.listed) for row in chart.listed] == [
        ("84 people", "; covers more: the market"),
        ("420 people", "; apparent error"),
    ]
    assert chart.ticks[-1].label == "40"


def test_things_are_counted_one_kind_at_a_time():
    hellfires = {"choice": "hellfire", "best": 2}
    numbers = numbers_of(
        make_claim(1, question="munitions", answer=hellfires),
        make_claim(2, question="munitions", party="centcom", answer={"choice": "hellfire", "best": 4}),
        make_claim(3, question="munitions", answer={"choice": "bomb", "best": 10}),
    )

    assert [(chart.label, chart.state) for chart in numbers.drawn] == [
        ("Munitions: AGM-114 Hellfire missiles", QuestionState.DIFFER)
    ]
    assert [(chart.label, chart.state) for chart in numbers.alone] == [("Munitions: bombs", None)]


def test_people_and_families_have_a_scale_each():
    families = {"best": 50, "unit": "families"}
    numbers = numbers_of(make_claim(1), make_claim(2, party="centcom", answer=families))

    assert [chart.rows[0].said for chart in numbers.alone] == ["42 people", "50 families"]


def test_none_known_of_the_whole_is_read_on_the_part_and_says_so():
    none = make_claim(1, question="harmed-civilians", party="centcom", answer={"hedge": "none_known"})
    numbers = numbers_of(none, make_claim(2, question="killed-civilians"))

    chart = chart_of(numbers, "Civilians killed")
    row = row_of(chart, "centcom")
    assert (row.said, row.notes) == ("none known", ("its number of all civilians killed or injured",))
    assert chart.state is QuestionState.DISPUTED
    assert chart.gutter
    assert not chart.gap


def test_at_al_jinah_the_observatory_has_one_row_with_all_that_it_counted_before():
    chart = chart_of(al_jinah(), "Killed")

    (row,) = [row for row in chart.rows if row.claim.party == "syrian-observatory"]
    assert chart.state is QuestionState.DIFFER
    assert row.said == "49 people"
    assert row.notes[0] == ("updated from 42 people, 16 March 2017, and at least 46 people, 17 March 2017")
    assert "printed by 3 publishers" in row.rests_on
    assert "printed differently, WION: At least 42 civilians." in row.notes


def test_at_al_jinah_the_united_states_moved_from_none_known_to_one_civilian():
    row = row_of(chart_of(al_jinah(), "Civilians killed"), "us-central-command")

    assert row.said == "1 person (likely or apparent)"
    assert row.notes[0] == "changed from none known (civilians killed or injured), 17 March 2017"
    assert [stroke.kind.value for stroke in row.earlier] == ["none"]


def test_at_al_jinah_numbers_that_nobody_signs_stand_last_and_are_not_compared():
    chart = chart_of(al_jinah(), "Killed")

    unsigned = [row.party.slug for row in chart.rows if not row.is_compared]
    assert unsigned == ["social-media-posts", "unnamed-reports"] == [row.party.slug for row in chart.rows[-2:]]
    assert chart.gap
    assert chart.gap.said == "UN Commission (Syria) says: 38 people; Tahrir al-Sham (HTS) says: more than 60 people"


def test_at_al_jinah_38_bodies_go_back_to_one_origin_however_many_print_them():
    chart = chart_of(al_jinah(), "Bodies recovered, children")

    assert chart.origins == "1 known origin (White Helmets), printed by 2 publishers"


def test_a_compilation_is_no_origin_and_does_not_count_as_silence():
    chart = chart_of(al_jinah(), "Civilians killed")

    assert chart.origins == (
        "1 known origin (United States), printed by 3 publishers; 2 compilations, no origins of their own; "
        "6 claims do not say"
    )


def test_numbers_in_conflict_come_first_and_people_before_things():
    charts = al_jinah().drawn

    assert [chart.label for chart in charts][:3] == ["People present", "Killed", "Civilians killed"]
    assert [chart.is_open for chart in charts] == sorted((chart.is_open for chart in charts), reverse=True)
