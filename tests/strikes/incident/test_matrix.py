"""The matrix: rows of answers, who stands in them, and what runs between."""

import pytest

from strikes.incident.matrix import letter, letters
from strikes.incident.mentions import MOST_PAIRED
from strikes.vocabulary.terms import QuestionState
from tests.strikes.dossiers.builders import make_claim
from tests.strikes.incident.pages import block, claim, jinah, lines, page_of, row, said_in

DENIES = {"stance": "denies"}


def test_parties_stand_under_their_group_in_the_row_of_their_answer():
    page = page_of(claim(1, "centcom", **DENIES), claim(2, "residents"), claim(3, "sohr", strength="likely"))

    found = block(page, "struck")

    assert [group.value for group in page.matrix.groups] == ["conflict", "ground", "monitors"]
    assert [[len(cell) for cell in row.cells] for row in found.rows] == [[0, 1, 1], [1, 0, 0]]
    assert said_in(row(found, "a mosque")) == [
        "Residents 17 Mar 2017",
        "Syrian Observatory for Human Rights 17 Mar 2017 (likely or apparent)",
    ]
    assert said_in(row(found, "not a mosque")) == ["US Central Command 17 Mar 2017"]


def test_the_line_of_dispute_runs_between_neighbours_and_letters_name_all_that_a_row_excludes():
    page = page_of(claim(1, "centcom", **DENIES), claim(2, "residents"))

    mosque, denied = block(page, "struck").rows

    assert (mosque.letter, mosque.line) == ("A", QuestionState.DISPUTED)
    assert [(each.state, each.letters) for each in mosque.against] == [(QuestionState.DISPUTED, "B")]
    assert [(each.state, each.letters) for each in denied.against] == [(QuestionState.DISPUTED, "A")]
    assert denied.line is None


def test_numbers_that_differ_have_a_line_that_is_not_the_line_of_dispute():
    page = page_of(claim(1, "sohr", "killed", answer={"best": 42}), claim(2, "centcom", "killed", answer={"best": 7}))

    assert [row.line for row in block(page, "killed").rows] == [QuestionState.DIFFER, None]


def test_what_is_no_longer_held_has_a_row_of_its_own_and_says_where_it_went():
    replaced = [{"claim": 1, "kind": "changes_account"}]
    religious = {"choice": "religious-building"}
    page = page_of(
        claim(1, "centcom", answer={"choice": "community-hall"}),
        claim(2, "centcom", answer=religious, stated="2017-06-07", supersedes=replaced),
        claim(3, "residents"),
        claim(4, "centcom", **DENIES),
    )

    found = block(page, "struck")

    former = next(row for row in found.rows if row.is_former)
    assert (former.letter, said_in(former)) == ("D", ["[US Central Command 17 Mar 2017 (changed to A, 7 Jun 2017)]"])
    assert said_in(found.rows[0]) == ["US Central Command 7 Jun 2017 (changed from D)"]


def test_what_says_the_same_again_changed_nothing_and_is_still_held():
    again = [{"claim": 1, "kind": "updates"}]
    page = page_of(
        claim(1, "centcom", "decision-basis", answer={"choice": "error"}),
        claim(2, "centcom", "decision-basis", answer={"choice": "error"}, stated="2017-06-07", supersedes=again),
    )

    assert lines(block(page, "decision-basis")) == {"an error": ["US Central Command 7 Jun 2017 17 Mar 2017"]}


def test_what_somebody_says_of_two_numbers_of_one_party_names_the_other_number():
    both = [{"claim": 1, "kind": "not_contradicting", "by": "editor", "reason": "The 6 are among the 56."}]
    page = page_of(
        make_claim(1, party="sohr", answer={"best": 56}),
        make_claim(2, party="sohr", question="children-killed", answer={"best": 6}, relations=both),
    )

    (related,) = block(page, "children-killed").related
    assert related.sentence == (
        "An editor of this archive: what Syrian Observatory for Human Rights said does not contradict its other answer "
        "(56 people (killed))."
    )


def test_an_updated_count_that_others_still_hold_stands_outlined_in_their_row():
    page = page_of(
        claim(1, "sohr", "killed", answer={"best": 42}),
        claim(2, "sohr", "killed", answer={"best": 46}, supersedes=[{"claim": 1, "kind": "updates"}]),
        claim(3, "residents", "killed", answer={"best": 42}),
    )

    assert said_in(row(block(page, "killed"), "42 people")) == [
        "Residents 17 Mar 2017",
        "[Syrian Observatory for Human Rights 17 Mar 2017 (updated to B, 17 Mar 2017)]",
    ]


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ("declines", "declines to say"),
        ("investigating", "is investigating"),
        ("not_established", "could not establish"),
        ("not_ruled_out", "does not rule out: a mosque"),
        ("conditional", "would, on a condition: a mosque"),
    ],
)
def test_a_stance_that_gives_no_answer_is_shown_beside_with_its_words(stance: str, words: str):
    marked = claim(3, "sohr", stance=stance)
    if ":" not in words:
        del marked["answer"]
    page = page_of(claim(1, "centcom", **DENIES), claim(2, "residents"), marked)

    assert said_in(row(block(page, "struck"), "no answer given")) == [
        f"Syrian Observatory for Human Rights {words} 17 Mar 2017"
    ]


def test_what_is_shown_and_not_compared_says_what_it_covers():
    page = page_of(
        claim(1, "sohr", "killed", answer={"best": 42}),
        claim(2, "centcom", "killed", answer={"best": 7}),
        claim(3, "residents", "killed", answer={"best": 90}, scope="wider", also_covers="the next village"),
        claim(4, "posts", "killed", answer={"best": 75}),
    )

    assert said_in(row(block(page, "killed"), "shown, not compared")) == [
        "Residents 90 people 17 Mar 2017 (covers more: the next village)",
        "Social media posts 75 people 17 Mar 2017 (not signed)",
    ]


def test_none_and_none_known_and_no_claim_are_three_things():
    page = page_of(
        claim(1, "centcom", "killed", answer={"hedge": "none_known"}),
        claim(2, "sohr", "killed", answer={"best": 0}),
        claim(3, "residents", "killed", answer={"best": 42}),
    )

    rows = block(page, "killed").rows

    assert [row.label for row in rows] == ["none known", "none", "42 people"]
    assert [bool(cell) for cell in rows[0].cells] == [True, False, False]


def test_none_known_of_a_whole_is_marked_so_on_its_part():
    page = page_of(
        claim(1, "centcom", "harmed-civilians", answer={"hedge": "none_known"}),
        claim(2, "residents", "killed-civilians", answer={"best": 42}),
    )

    assert said_in(row(block(page, "killed-civilians"), "none known")) == [
        "US Central Command 17 Mar 2017 (its number of all civilians killed or injured)"
    ]


def test_what_a_person_finds_is_told_apart_from_what_the_rule_finds():
    relation = {"claim": 2, "kind": "contradicts", "by": "editor", "reason": "A hall is none."}
    page = page_of(
        claim(1, "centcom", "building-use", answer={"choice": "religious"}, relations=[relation]),
        claim(2, "residents", "building-use", answer={"choice": "armed-group-use"}),
    )

    found = block(page, "building-use")

    assert {against.by for row in found.rows for against in row.against} == {"editor"}
    assert [(each.sentence, each.reason) for each in found.related] == [
        (
            "An editor of this archive: what US Central Command said contradicts what is said by Residents.",
            "A hall is none.",
        )
    ]


def test_a_row_names_those_who_are_in_conflict_where_not_all_of_it_are():
    ended = {"claim": 1, "kind": "not_contradicting", "by": "editor", "reason": "Of another day."}
    page = page_of(claim(1, "centcom", **DENIES), claim(2, "residents"), claim(3, "sohr", relations=[ended]))

    against = row(block(page, "struck"), "a mosque").against

    assert [(each.parties, each.letters) for each in against] == [(("Residents",), "B")]


def test_questions_on_which_accounts_part_come_first_and_one_account_last():
    page = page_of(
        claim(1, "residents", "strikes", answer={"best": 7}),
        claim(2, "sohr", "killed", answer={"best": 42}),
        claim(3, "centcom", "killed", answer={"best": 7}),
        claim(4, "centcom", "lawful", answer={"choice": "lawful"}),
        claim(5, "sohr", "lawful", answer={"choice": "unlawful"}),
    )

    assert [topic.question.code for topic in page.matrix.open] == ["lawful", "killed"]
    assert [topic.question.code for topic in page.matrix.brief] == ["strikes"]
    assert lines(block(page, "strikes")) == {"7 strikes": ["Residents 17 Mar 2017"]}


def test_a_question_asked_of_two_things_says_so():
    page = page_of(
        claim(1, "centcom", "building-hit", subject="mosque", answer={"yes": False}),
        claim(2, "residents", "building-hit", subject="hall", answer={"yes": True}),
    )

    (topic,) = page.matrix.topics

    assert topic.asked_of == "Asked of 2 things: the hall; the mosque nearby."


def test_two_claims_of_one_day_are_told_once_and_both_stay_within_reach():
    page = page_of(claim(1, "centcom", **DENIES), claim(2, "centcom", **DENIES), claim(3, "residents"))

    (said,) = row(block(page, "struck"), "not a mosque").cells[0][0].said

    assert [(day.number, day.is_again) for day in said.days] == [(1, False), (2, True)]


@pytest.mark.parametrize(
    ("places", "words"), [([0], "A"), ([25, 26], "Z, AA"), ([0, 2, 3, 4, 6], "A, C–E, G"), ([3, 1], "B, D")]
)
def test_rows_are_named_by_letters(places: list[int], words: str):
    assert letters(places) == words
    assert letter(places[0]) in words


def test_more_rows_than_anybody_follows_by_letters_keep_their_lines():
    parties = ("centcom", "sohr")
    page = page_of(*(claim(n, parties[n % 2], "killed", answer={"best": n}) for n in range(1, MOST_PAIRED + 2)))

    rows = block(page, "killed").rows

    assert len(rows) == MOST_PAIRED + 1
    assert {row.against for row in rows} == {()}
    assert rows[0].line is QuestionState.DIFFER


# What the strike at al-Jinah must show.


def test_jinah_the_united_states_is_the_same_answer_from_all_that_name_it_beside_what_nobody_signs():
    found = block(jinah(), "carried-out-by")

    named = next(row for row in found.rows if row.label == "United States")
    assert {mention.name for cell in named.cells for mention in cell} == {
        "US Central Command",
        "US Defense Department",
        "Russian Foreign Min.",
        "Bellingcat",
        "Forensic Architecture",
        "Human Rights Watch",
        "UN Commission (Syria)",
        "Syrian Observatory",
        "Tahrir al-Sham (HTS)",
        "The reprint, own voice",
    }
    (posts,) = [mention for cell in row(found, "shown, not compared").cells for mention in cell]
    assert [said.answer for said in posts.said] == ["Russia or Syrian government", "United States or US-led Coalition"]
    assert lines(block(jinah(), "event-number")) == {
        "one event": ["US Central Command 17 Mar 2017"],
        "possible: two separate events": ["US officials, unnamed 17 Mar 2017"],
        "does not rule out: two separate events": ["US officials, unnamed 16 Mar 2017"],
    }


def test_jinah_what_was_struck_is_disputed_and_the_united_states_moved():
    found = block(jinah(), "struck")

    assert found.finding.state is QuestionState.DISPUTED
    assert said_in(row(found, "a community or meeting hall")) == [
        "[US Defense Department 17 Mar 2017 17 Mar 2017 (changed to A, 7 Jun 2017)]"
    ]
    assert "US Central Command 7 Jun 2017 (changed from F)" in said_in(row(found, "a building of religious purpose"))
    assert "US officials, unnamed 4 May 2017" in said_in(row(found, "a mosque complex or a part of it"))
    assert row(found, "a mosque").line is QuestionState.DISPUTED
    assert {mention.name for cell in row(found, "a mosque").cells for mention in cell} >= {
        "Residents",
        "Human Rights Watch",
        "Forensic Architecture",
    }


def test_jinah_whether_the_mosque_was_hit_is_shown_of_two_buildings():
    topic = next(topic for topic in jinah().matrix.topics if topic.question.code == "building-hit")

    assert topic.asked_of == (
        "Asked of 2 things: the mosque of the residents’ account; "
        "the mosque that US officials say stands near the building they hit."
    )
    assert [block.finding.state for block in topic.blocks] == [QuestionState.NO_ANSWER, QuestionState.SAME]
    assert lines(topic.blocks[0]) == {"could not establish it": ["The reprint, own voice 17 Mar 2017"]}
    assert lines(topic.blocks[1]) == {
        "it was not hit": [
            "US Central Command 16 Mar 2017",
            "US officials, unnamed 16 Mar 2017",
            "US Defense Department 17 Mar 2017",
        ]
    }


def test_jinah_where_was_corrected_and_what_is_printed_differently_disputes_nothing():
    found = block(jinah(), "where")

    said = lines(found)
    aleppo = said["Aleppo Governorate, Syria"][0]
    assert found.finding.state is QuestionState.NOT_IN_CONFLICT
    assert "corrected from Idlib Governorate, Syria" in aleppo
    assert "printed differently by Newsweek: “Rural Raqqa Province” as the place" in aleppo
    assert "printed differently by The Washington Times: Idlib province" in aleppo
    assert said["Idlib Governorate, Syria"] == [
        "[US Central Command 17 Mar 2017 (corrected to Aleppo Governorate, Syria, 17 Mar 2017)]"
    ]
