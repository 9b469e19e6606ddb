"""The opening paragraph: neutral, every sentence attributed, and a sentence of its own for each question in conflict."""

import pytest

from strikes.incident.page import IncidentPage
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.incident.pages import claim, dossier_of, jinah, page_of

WHO = "carried-out-by"
CODES = ["af-2015-1003-a", "iq-2017-0317-a", "ua-2022-0316-a", "ye-2013-1212-a"]


def says(number: int, party: str, **values: object) -> dict[str, object]:
    return claim(number, party, WHO, **{"answer": {"party": "united-states"}} | values)


def killed(number: int, party: str, question: str = "killed", **answer: object) -> dict[str, object]:
    return claim(number, party, question, answer=answer)


def test_it_begins_with_what_is_filed_and_how_many_speak():
    page = page_of(claim(1, "residents"), claim(2, "sohr"))

    assert page.opening[0] == "2 parties speak of an event filed under 16 March 2017 at al-Jinah, Syria."


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        ([says(1, "centcom")], "On who carried it out, US Central Command says: United States."),
        (
            [says(1, "centcom"), says(2, "sohr")],
            "On who carried it out, US Central Command and Syrian Observatory for Human Rights say: United States.",
        ),
        (
            [says(1, "residents"), says(2, "sohr"), says(3, "centcom", stance="denies")],
            (
                "On who carried it out, US Central Command denies: United States; against that, "
                "Residents and Syrian Observatory for Human Rights say: United States."
            ),
        ),
    ],
)
def test_it_says_who_is_said_to_have_carried_it_out_and_by_whom(claims: list[dict[str, object]], sentence: str):
    assert page_of(*claims).opening[1] == sentence


def test_questions_with_the_same_party_on_one_side_are_not_put_together():
    page = page_of(
        claim(1, "centcom", stance="denies"),
        claim(2, "residents"),
        claim(3, "centcom", "lawful", answer={"choice": "lawful"}),
        claim(4, "sohr", "lawful", answer={"choice": "unlawful"}),
    )

    struck, lawful = page.opening[1:3]

    assert struck.startswith("On what was struck, US Central Command denies")
    assert "Observatory" not in struck
    assert "Residents" not in lawful


def test_what_is_agreed_comes_last():
    page = page_of(
        claim(1, "centcom", stance="denies"),
        claim(2, "residents"),
        claim(3, "sohr", "missing", answer={"best": 3}),
        claim(4, "residents", "missing", answer={"best": 3}),
    )

    assert page.opening[-1] == "All who answer give the same answer on: missing or under rubble."


def test_after_four_questions_in_conflict_the_others_are_named():
    counted = ["women-killed", "men-killed", "children-killed", "injured", "missing", "strikes"]
    page = page_of(
        *(
            killed(2 * place + offset, party, question, best=7 + 9 * offset)
            for place, question in enumerate(counted)
            for offset, party in ((1, "centcom"), (2, "sohr"))
        )
    )

    assert sum("the numbers differ" in sentence for sentence in page.opening) == 4
    assert any(sentence.startswith("The accounts also part on: ") for sentence in page.opening)


def test_where_nothing_is_in_conflict_it_does_not_say_that_all_can_be_so():
    assert "No rule of this archive sets the accounts recorded here against each other on any question." in (
        page_of(claim(1, "residents")).opening
    )


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        (
            [killed(1, "centcom", low=7, hedge="at_least"), killed(2, "sohr", low=42, hedge="at_least")],
            (
                "On killed, the numbers compared run from at least 7 (US Central Command) "
                "to at least 42 (Syrian Observatory for Human Rights)."
            ),
        ),
        (
            [killed(1, "residents", best=9, hedge="so_far"), killed(2, "sohr", best=9, hedge="so_far")],
            "On killed, one number is compared: 9 so far (Residents).",
        ),
        (
            [says(1, "sohr"), killed(2, "centcom", best=1), killed(3, "residents", hedge="dozens")],
            (
                "On killed, the only number compared is given by those whose strike it is said to be: "
                "1 (US Central Command). Beside it: dozens (Residents)."
            ),
        ),
        (
            [
                killed(1, "residents", best=9),
                claim(2, "sohr", "killed", answer={"low": 5, "high": 12}, basis="compilation"),
                claim(3, "centcom", "killed", answer={"best": 70}, speaker={"how_named": "unnamed_official"}),
            ],
            (
                "On killed, one number is compared: 9 (Residents); compilations: 5 to 12 (Syrian Observatory for Human "
                "Rights); not named: 70 (US Central Command)."
            ),
        ),
    ],
)
def test_numbers_of_the_dead_keep_their_hedge_and_their_party(claims: list[dict[str, object]], sentence: str):
    assert sentence in page_of(*claims).opening


def test_a_number_of_the_accused_is_not_given_as_the_toll_where_nobody_else_speaks():
    page = page_of(says(1, "sohr"), killed(2, "centcom", best=1))

    assert not any("On killed" in sentence for sentence in page.opening)


def test_a_spread_that_the_sentence_before_gives_is_not_given_twice():
    page = page_of(killed(1, "centcom", best=7), killed(2, "sohr", best=42))

    assert [sentence for sentence in page.opening if sentence.startswith("On killed")] == [
        (
            "On killed, the numbers differ: 7 people (US Central Command) "
            "against 42 people (Syrian Observatory for Human Rights)."
        )
    ]


def test_a_number_that_nobody_named_gives_is_added_to_the_spread_that_a_sentence_gave():
    unnamed = claim(3, "centcom", "killed", answer={"best": 70}, speaker={"how_named": "unnamed_official"})
    page = page_of(killed(1, "centcom", best=7), killed(2, "sohr", best=42), unnamed)

    assert any("; not named: 70 (US Central Command)." in sentence for sentence in page.opening)


def test_who_admits_it_is_named_where_others_dispute_it():
    both = {"claim": 3, "kind": "not_contradicting", "by": "editor", "reason": "Both can be so."}
    page = page_of(
        says(1, "centcom", relations=[both]), says(2, "sohr"), says(3, "residents", answer={"party": "sohr"})
    )

    assert page.opening[1] == "On who carried it out, US Central Command says: United States."


def test_who_admits_it_is_named_once_where_the_sentence_on_the_dispute_does_so():
    page = page_of(says(1, "centcom"), says(2, "sohr"), says(3, "residents", answer={"party": "sohr"}))

    (sentence,) = (sentence for sentence in page.opening if "US Central Command" in sentence)
    assert sentence == (
        "On who carried it out, US Central Command and Syrian Observatory for Human Rights say: United States; "
        "against that, Residents say: Syrian Observatory for Human Rights."
    )


def test_who_corrected_itself_did_not_change_its_account():
    corrected = {"claim": 1, "kind": "corrects"}
    page = page_of(
        claim(1, "centcom", "who-was-there", answer={"choice": "fighters"}),
        claim(
            2, "centcom", "who-was-there", answer={"choice": "civilians"}, stated="2017-06-01", supersedes=[corrected]
        ),
    )

    assert "United States corrected itself on: who was there." in page.opening


def test_answers_of_which_it_is_said_that_both_can_be_so_are_excepted_where_nobody_faces_anybody():
    both = {"claim": 1, "kind": "not_contradicting", "by": "editor", "reason": "Both can be so."}
    page = page_of(
        claim(1, "centcom", "who-was-there", answer={"choice": "fighters"}),
        claim(2, "residents", "who-was-there", answer={"choice": "civilians"}, relations=[both]),
    )

    assert (
        "No rule of this archive sets the accounts recorded here against each other, "
        "but for answers of which it is said that both can be so."
    ) in page.opening


def test_who_changed_its_account_is_named_even_where_nothing_else_is_disputed():
    changed = {"claim": 1, "kind": "changes_account"}
    page = page_of(
        claim(1, "centcom", "who-was-there", answer={"choice": "fighters"}),
        claim(2, "centcom", "who-was-there", answer={"choice": "civilians"}, stated="2017-06-01", supersedes=[changed]),
    )

    assert page.opening[1] == "United States changed its account on: who was there."


def test_jinah_sets_no_group_against_the_united_states():
    paragraph = " ".join(jinah().opening)

    assert "33 parties speak of an event filed under 16 March 2017 at al-Jinah" in paragraph
    assert (
        "say: a mosque; against that, US Central Command and US Defense Department deny: a mosque; "
        "US Central Command says: a building of religious purpose. "
    ) in paragraph
    assert "people on the ground" not in paragraph
    assert "UCDP against" not in paragraph


@pytest.mark.parametrize("code", CODES)
def test_it_holds_for_other_strikes(code: str):
    page = IncidentPage(dossier_of(code), QUESTIONS)

    assert page.opening[0].startswith(f"{page.accounts.count_of_parties} parties speak")
    assert all(sentence.endswith(".") for sentence in page.opening)
