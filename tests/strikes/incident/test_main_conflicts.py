"""The main conflicts: which questions are shown, in which order, and how their sides are laid out."""

from tests.strikes.incident.pages import claim, jinah, names, page_of

MOSQUE, HALL, HOUSE = {"choice": "mosque"}, {"choice": "community-hall"}, {"choice": "dwelling"}
LAWFUL, UNLAWFUL = {"answer": {"choice": "lawful"}}, {"answer": {"choice": "unlawful"}}


def number(of: int, party: str, question: str, best: int) -> dict[str, object]:
    return claim(of, party, question, answer={"best": best})


def test_the_weightier_question_comes_first_disputed_or_differing():
    page = page_of(
        number(1, "sohr", "killed", 42),
        number(2, "centcom", "killed", 7),
        claim(3, "centcom", "lawful", **LAWFUL),
        claim(4, "residents", "lawful", **UNLAWFUL),
        claim(5, "sohr", "lawful", **UNLAWFUL),
        claim(6, "centcom", "struck", stance="denies"),
        claim(7, "residents", "struck"),
    )

    assert [conflict.finding.question.code for conflict in page.main_conflicts.shown] == ["struck", "killed", "lawful"]


def test_of_questions_alike_the_first_of_the_vocabulary_comes_first_and_the_sixth_is_only_named():
    counted = ["children-killed", "injured", "killed", "killed-civilians", "missing", "strikes", "women-killed"]
    claims = [
        number(2 * place + offset, party, question, 7 + 9 * offset)
        for place, question in enumerate(counted)
        for offset, party in ((1, "centcom"), (2, "sohr"))
    ]

    found = page_of(*claims).main_conflicts

    order = ["killed-civilians", "killed", "strikes", "children-killed", "women-killed", "injured", "missing"]
    assert [conflict.finding.question.code for conflict in found.shown] == order[:5]
    assert [finding.question.code for finding in found.also_differ] == order[5:]
    assert found.also_disputed == ()


def test_a_party_to_the_conflict_stands_first():
    page = page_of(claim(1, "residents"), claim(2, "centcom", stance="denies"))

    (conflict,) = page.main_conflicts.shown

    assert names(conflict.shown[0].sides[0].answers) == {"not a mosque": ["US Central Command"]}
    assert names(conflict.shown[0].sides[1].answers) == {"a mosque": ["Residents"]}


def test_numbers_stand_from_the_smallest_to_the_largest_whoever_states_them():
    page = page_of(number(1, "centcom", "killed", 90), number(2, "sohr", "killed", 42))

    (conflict,) = page.main_conflicts.shown

    assert [list(names(side.answers)) for side in conflict.shown[0].sides] == [["42 people"], ["90 people"]]


def test_a_third_answer_stands_against_both():
    page = page_of(claim(1, "centcom", answer=HALL), claim(2, "sohr"), claim(3, "residents", answer=HOUSE))

    (shown,) = page.main_conflicts.shown[0].shown

    assert [side.heading for side in shown.sides] == ["", "", "against both:"]
    assert [[*names(side.answers).values()] for side in shown.sides] == [
        [["US Central Command"]],
        [["Syrian Observatory for Human Rights"]],
        [["Residents"]],
    ]


def test_numbers_between_the_smallest_and_the_largest_are_counted():
    page = page_of(
        number(1, "centcom", "killed", 7), number(2, "sohr", "killed", 42), number(3, "residents", "killed", 90)
    )

    (shown,) = page.main_conflicts.shown[0].shown

    assert shown.notes == ("1 answer lies between",)
    assert len(shown.sides) == 2


def test_a_question_that_is_disputed_and_on_which_numbers_differ_shows_both():
    page = page_of(
        number(1, "sohr", "killed", 42),
        number(2, "residents", "killed", 90),
        claim(3, "centcom", "killed", stance="denies", answer={"low": 40, "hedge": "at_least"}),
    )

    (conflict,) = page.main_conflicts.shown

    assert [shown.state.value for shown in conflict.shown] == ["disputed", "differ"]


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

    assert list(found) == ["struck", "carried-out-by", "the-dead", "killed-civilians", "killed"]
    assert found["struck"].moves == (
        (
            "United States changed its account after 82 days: first a community or meeting hall; "
            "then a building of religious purpose"
        ),
    )
    assert names(found["struck"].shown[0].sides[1].answers) == {
        "not a mosque": ["US Central Command", "US Defense Department"],
        "a building of religious purpose": ["US Central Command"],
    }


def test_who_an_editor_takes_out_of_a_conflict_stands_on_no_side():
    ended = {"claim": 1, "kind": "not_contradicting", "by": "editor", "reason": "Of another day."}
    page = page_of(claim(1, "centcom", stance="denies"), claim(2, "residents"), claim(3, "sohr", relations=[ended]))

    (conflict,) = page.main_conflicts.shown

    assert names(conflict.shown[0].sides[1].answers) == {"a mosque": ["Residents"]}


def test_where_accounts_part_on_the_dead_one_of_the_five_is_theirs():
    questions = {"struck": (MOSQUE, HALL), "event-kind": ({"choice": "strike"}, {"choice": "planted-explosion"})}
    asked = [(question, *pair, subject) for question, pair in questions.items() for subject in (None, "hall", "mosque")]
    disputed = [
        claim(2 * place + offset, party, question, answer=answer, **({"subject": subject} if subject else {}))
        for place, (question, yes, no, subject) in enumerate(asked)
        for offset, (party, answer) in enumerate([("centcom", yes), ("residents", no)], 1)
    ]
    page = page_of(*disputed, number(91, "centcom", "killed", 1), number(92, "sohr", "killed", 9))

    assert page.main_conflicts.shown[-1].finding.question.code == "killed"


def test_a_clash_between_compilations_alone_is_a_footnote():
    compiled = {"basis": "compilation"}
    page = page_of(
        claim(1, "sohr", "killed", answer={"best": 3}, **compiled),
        claim(2, "residents", "killed", answer={"best": 9}, **compiled),
        claim(3, "centcom", stance="denies"),
        claim(4, "residents"),
    )

    assert [each.finding.question.code for each in page.main_conflicts.shown] == ["struck"]
    assert [(reason, [each.asked.question for each in found]) for reason, found in page.main_conflicts.footnotes] == [
        ("Compilations alone part on:", ["killed"])
    ]


def test_officials_without_a_name_alone_are_a_footnote():
    page = page_of(
        claim(1, "sohr", "killed", answer={"best": 3}, speaker={"how_named": "unnamed_official"}),
        claim(2, "residents", "killed", answer={"best": 9}),
    )

    assert page.main_conflicts.shown == ()
    assert [reason for reason, _found in page.main_conflicts.footnotes] == [
        "Officials who are not named alone stand against others on:"
    ]
