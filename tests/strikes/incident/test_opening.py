"""The opening paragraph: neutral, and every sentence attributed."""

import pytest

from strikes.incident.page import IncidentPage
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.incident.pages import claim, dossier_of, jinah, page_of

WHO = "carried-out-by"


def says(number: int, party: str, **values: object) -> dict[str, object]:
    return claim(number, party, WHO, **{"answer": {"party": "united-states"}} | values)


def test_it_begins_with_what_is_filed_and_how_many_speak():
    page = page_of(claim(1, "residents"), claim(2, "sohr"))

    assert page.opening[0] == "2 parties speak of an event filed under 16 March 2017 at al-Jinah, Syria."


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        (
            [says(1, "centcom")],
            "On who carried it out one account is recorded here: US Central Command says: United States.",
        ),
        (
            [says(1, "centcom"), says(2, "sohr")],
            "The 2 parties that say who carried it out give the same answer: United States.",
        ),
        (
            [says(1, "residents"), says(2, "sohr"), says(3, "centcom", stance="denies")],
            "Of 3 parties that say who carried it out, 2 say: United States; 1 denies: United States.",
        ),
    ],
)
def test_it_counts_who_is_said_to_have_carried_it_out_and_names_nobody_as_a_fact(
    claims: list[dict[str, object]], sentence: str
):
    assert page_of(*claims).opening[1] == sentence


def test_two_offices_of_one_authority_are_counted_once():
    page = page_of(says(1, "centcom"), says(2, "united-states"), says(3, "sohr"))

    assert page.opening[1].startswith("The 2 parties")


def test_it_says_what_is_agreed_what_is_disputed_and_between_whom():
    page = page_of(
        claim(1, "centcom", stance="denies"),
        claim(2, "residents"),
        claim(3, "sohr", "missing", answer={"best": 3}),
        claim(4, "residents", "missing", answer={"best": 3}),
    )

    assert page.opening[1:] == (
        "Those who say give the same answer on: missing or under rubble.",
        "Disputed, with United States on one side and Residents on the other: what was struck.",
    )


def test_of_the_dead_it_gives_the_smallest_and_the_largest_number_each_with_its_party():
    page = page_of(
        claim(1, "centcom", "killed", answer={"best": 7}),
        claim(2, "sohr", "killed", answer={"low": 42, "hedge": "at_least"}),
    )

    assert page.opening[-1] == (
        "On killed the numbers differ, from 7 (US Central Command) to 42 or more (Syrian Observatory for Human Rights)."
    )


def test_where_nothing_is_disputed_it_says_so():
    assert "No accounts recorded here exclude each other." in page_of(claim(1, "residents")).opening


def test_jinah_names_the_united_states_on_one_side_and_the_groups_on_the_other():
    paragraph = " ".join(jinah().opening)

    assert "30 parties speak of an event filed under 16 March 2017 at al-Jinah" in paragraph
    assert "5 say: United States" in paragraph
    assert (
        "with United States on one side and people on the ground, monitors and rescuers and investigators and courts"
        in paragraph
    )
    assert "On killed the numbers differ, from 27 (Fraternity Foundation) to 62 (UCDP)." in paragraph


@pytest.mark.parametrize("code", ["af-2015-1003-a", "iq-2017-0317-a", "ua-2022-0316-a", "ye-2013-1212-a"])
def test_it_holds_for_other_strikes(code: str):
    page = IncidentPage(dossier_of(code), QUESTIONS)

    assert page.opening[0].startswith(f"{page.accounts.count_of_parties} parties speak")
    assert all(sentence.endswith(".") for sentence in page.opening)
