"""Following chosen parties: a column each, whatever an address asks for."""

import pytest

from strikes.incident.followed import MOST_FOLLOWED
from tests.strikes.incident.pages import claim, jinah, page_of


def test_each_party_chosen_has_a_column_by_group_and_a_blank_where_no_claim_is_recorded():
    page = page_of(claim(1, "residents"), claim(2, "centcom", "killed", answer={"best": 7}), claim(3, "sohr"))

    found = page.followed(["residents", "centcom"])

    assert found
    assert [party.slug for party in found.parties] == ["centcom", "residents"]
    assert [(row.label, [bool(cell.said) for cell in row.cells]) for row in found.rows] == [
        ("What was struck", [False, True]),
        ("Killed", [True, False]),
    ]
    assert found.unanswered == 0


def test_a_cell_names_those_followed_whom_it_excludes_or_differs_from():
    page = page_of(
        claim(1, "centcom", stance="denies"),
        claim(2, "residents"),
        claim(3, "centcom", "killed", answer={"best": 7}),
        claim(4, "residents", "killed", answer={"best": 42}),
        claim(5, "sohr"),
    )

    found = page.followed(["centcom", "residents"])

    assert found
    assert [[cell.excludes for cell in row.cells] for row in found.rows] == [
        ["≠ Residents", "≠ US Central Command"],
        ["", ""],
    ]
    assert [[cell.differs for cell in row.cells] for row in found.rows][1] == [
        "differs from Residents",
        "differs from US Central Command",
    ]


def test_questions_that_none_of_them_answers_are_counted_and_not_shown():
    page = page_of(claim(1, "residents"), claim(2, "sohr", "killed"))

    found = page.followed(["residents"])

    assert found
    assert (len(found.rows), found.unanswered) == (1, 1)


@pytest.mark.parametrize("asked", [["nobody"], [""], ["\x00", "nobody"], ["united-states"], ["residents\n"]])
def test_a_party_that_does_not_speak_here_is_left_out_and_counted(asked: list[str]):
    found = page_of(claim(1, "residents")).followed(asked)

    assert found
    assert (found.parties, found.rows, found.unknown) == ((), (), len(asked))


def test_more_parties_than_fit_are_left_out_and_counted():
    slugs = [account.party.slug for of_group in jinah().accounts.groups for account in of_group.accounts]

    found = jinah().followed(slugs)

    assert found
    assert (len(found.parties), found.too_many, found.unknown) == (MOST_FOLLOWED, len(slugs) - MOST_FOLLOWED, 0)


def test_an_earlier_answer_says_in_words_where_it_went():
    found = jinah().followed(["us-department-of-defense"])

    assert found
    (cell,) = next(row.cells for row in found.rows if row.finding.asked == ("struck", None))
    assert [(said.answer, said.notes, said.is_former) for said in cell.said] == [
        ("not a mosque", (), False),
        ("a community or meeting hall", ("changed to a building of religious purpose, 7 Jun 2017",), True),
    ]


def test_nobody_is_followed_where_no_party_is_asked_for():
    assert page_of(claim(1, "residents")).followed([]) is None
