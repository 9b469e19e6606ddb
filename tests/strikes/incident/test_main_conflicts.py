"""The main conflicts: which questions are shown, in which order, and how their sides are laid out."""

from tests.strikes.incident.pages import claim, jinah, names, page_of

LAWFUL, UNLAWFUL = {"answer": {"choice": "lawful"}}, {"answer": {"choice": "unlawful"}}


def number(of: int, party: str, question: str, best: int) -> dict[str, object]:
    return claim(of, party, question, answer={"best": best})


def test_disputed_questions_come_before_numbers_that_differ_and_more_authorities_before_fewer():
    page = page_of(
        number(1, "sohr", "killed", 42),
        number(2, "centcom", "killed", 7),
        number(3, "residents", "killed", 90),
        claim(4, "centcom", "struck", stance="denies"),
        claim(5, "residents", "struck"),
        claim(6, "centcom", "lawful", **LAWFUL),
        claim(7, "residents", "lawful", **UNLAWFUL),
        claim(8, "sohr", "lawful", **UNLAWFUL),
    )

    assert [conflict.finding.question.code for conflict in page.main_conflicts.shown] == ["lawful", "struck", "killed"]


def test_of_questions_alike_the_first_of_the_vocabulary_comes_first_and_the_sixth_is_only_named():
    counted = ["children-killed", "injured", "killed", "killed-civilians", "missing", "strikes", "women-killed"]
    claims = [
        number(2 * place + offset, party, question, 7 + 9 * offset)
        for place, question in enumerate(counted)
        for offset, party in ((1, "centcom"), (2, "sohr"))
    ]

    found = page_of(*claims).main_conflicts

    order = ["strikes", "killed", "killed-civilians", "children-killed", "women-killed", "injured", "missing"]
    assert [conflict.finding.question.code for conflict in found.shown] == order[:5]
    assert [finding.question.code for finding in found.also_differ] == order[5:]
    assert found.also_disputed == ()


def test_a_party_to_the_conflict_stands_first():
    page = page_of(claim(1, "residents"), claim(2, "centcom", stance="denies"))

    (conflict,) = page.main_conflicts.shown

    assert names(conflict.first.answers) == {"denied: a mosque": ["US Central Command"]}
    assert names(conflict.second.answers) == {"a mosque": ["Residents"]}


def test_numbers_stand_from_the_smallest_to_the_largest_whoever_states_them():
    page = page_of(number(1, "centcom", "killed", 90), number(2, "sohr", "killed", 42))

    (conflict,) = page.main_conflicts.shown

    assert [list(names(side.answers)) for side in (conflict.first, conflict.second)] == [["42 people"], ["90 people"]]


def test_a_third_answer_stands_against_both():
    page = page_of(
        number(1, "centcom", "killed", 7), number(2, "sohr", "killed", 42), number(3, "residents", "killed", 90)
    )

    (conflict,) = page.main_conflicts.shown

    assert names(conflict.neither.answers) == {"42 people": ["Syrian Observatory for Human Rights"]}


def test_one_subject_is_taken_at_a_time():
    page = page_of(
        claim(1, "centcom", "building-hit", subject="mosque", answer={"yes": False}),
        claim(2, "residents", "building-hit", subject="mosque", answer={"yes": True}),
        claim(3, "residents", "building-hit", subject="hall", answer={"yes": True}),
    )

    assert [conflict.label for conflict in page.main_conflicts.shown] == [
        "Was the named building hit: the mosque nearby"
    ]


def test_jinah_says_who_moved_after_how_many_days_from_what_to_what():
    found = {conflict.finding.question.code: conflict for conflict in jinah().main_conflicts.shown}

    assert list(found) == ["why-gathered", "struck", "who-was-there", "lawful", "killed-civilians"]
    assert found["struck"].moves == (
        "United States moved after 82 days, from: a community or meeting hall – to: a building of religious purpose",
    )
    assert names(found["struck"].first.answers) == {"denied: a mosque": ["US Central Command", "US Defense Department"]}


def test_who_an_editor_takes_out_of_a_conflict_stands_on_no_side():
    ended = {"claim": 1, "kind": "not_contradicting", "by": "editor", "reason": "Of another day."}
    page = page_of(claim(1, "centcom", stance="denies"), claim(2, "residents"), claim(3, "sohr", relations=[ended]))

    (conflict,) = page.main_conflicts.shown

    assert names(conflict.second.answers) == {"a mosque": ["Residents"]}


def test_where_accounts_part_on_the_dead_one_of_the_five_is_theirs():
    shown = [conflict.finding.question.code for conflict in jinah().main_conflicts.shown]

    assert len(shown) == 5
    assert shown[-1] == "killed-civilians"
    assert "killed" in [finding.question.code for finding in jinah().main_conflicts.also_differ]
