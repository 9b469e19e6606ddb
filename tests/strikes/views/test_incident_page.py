"""The page of an incident as it is served: al-Jinah's rows, parties followed in the address, and every account."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from strikes.loading.load import load
from tests.archive import list_all, make_cast, make_claims, make_whole_incident

pytestmark = pytest.mark.django_db
PAGE = "/incidents/SY-2017-0316-A/"
MATRIX_BYTES = 340  # for each claim of al-Jinah


@pytest.fixture
def jinah() -> None:
    load([Path("strikes/dossiers/incidents/sy-2017-0316-a.json")])


@pytest.fixture
def whole() -> None:
    cast = make_cast("one")
    make_claims(make_whole_incident(cast, "SY-2017-0316-A"), cast)
    list_all()


def get(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    """What a reader reads of it, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def between(page: str, start: str, end: str) -> str:
    return page[page.index(start) :].partition(end)[0]


def test_jinah_shows_where_the_accounts_part_and_who_stands_where(client: Client, jinah: None):
    page = get(client, PAGE)

    struck = between(page, '<tbody id="q-struck"', "</tbody>")
    assert "33 parties speak of an event filed under 16 March 2017" in words(between(page, 'class="opening"', "</p>"))
    assert "United States changed its account after 82 days" in words(between(page, 'class="parting"', "</section>"))
    assert re.search(r'<tr class="line-disputed"[^>]*><th scope="row"[^>]*><b>D</b> a mosque', struck)
    assert "F a community or meeting hall no longer held" in words(struck)
    assert "changed to A, 7 Jun 2017" in words(struck)
    carried_out = words(between(page, '<tbody id="q-carried-out-by"', "</tbody>"))
    assert "shown, not compared Social media posts Russia or Syrian government 16 Mar 2017 not signed" in carried_out
    assert (
        "An editor of this archive: what Ahrar al-Sham said does not contradict what is said by US Central Command"
        in carried_out
    )
    hit = words(between(page, 'id="q-building-hit"', 'id="q-protected-list"'))
    assert "Asked of 2 things: the mosque of the residents’ account; the mosque that US officials say" in hit
    where = words(between(page, 'id="q-where"', 'id="q-clock"'))
    assert "printed differently by Newsweek: “Rural Raqqa Province” as the place" in where


def test_jinah_is_light_and_every_claim_is_within_reach(client: Client, jinah: None):
    page, accounts = get(client, PAGE), get(client, f"{PAGE}accounts/")

    numbers = set(re.findall(r'href="claims/(\d+)/"', page))
    matrix = between(page, '<section class="stands"', "</section>")
    assert len(numbers) == 326
    assert set(re.findall(r'id="claim-(\d+)"', accounts)) == numbers
    assert len(matrix.encode()) < MATRIX_BYTES * len(numbers)


def test_every_anchor_of_the_table_of_contents_and_of_the_questions_named_stands_on_the_page(
    client: Client, jinah: None
):
    page = get(client, PAGE)

    named = set(re.findall(r'href="#([^"]+)"', between(page, "<article", '<section aria-labelledby="sources"')))
    other_parts = {"numbers", "moved", "where"}
    assert {"parting", "matrix", "accounts", "sources", "q-struck", "q-killed"} <= named
    assert {anchor for anchor in named - other_parts if f'id="{anchor}"' not in page} == set()


def test_the_table_keeps_its_roles_and_headers(client: Client, jinah: None):
    table = between(get(client, PAGE), '<table class="matrix"', "</table>")

    assert len(re.findall(r'<th scope="col" role="columnheader">', table)) == 7
    assert not re.findall(r"<th (?!scope)", table)
    assert len(re.findall(r"<tr", table)) == len(re.findall(r'<tr[^>]* role="row"', table))


def test_parties_chosen_in_the_address_stand_side_by_side(client: Client, whole: None):
    page = get(client, f"{PAGE}?party=state-one&party=residents-one")

    table = between(page, '<table class="matrix followed"', "</table>")
    assert "Party state-one Party residents-one" in words(table)
    assert "no claim recorded here" in words(table)
    assert re.findall(r'value="([^"]+)" checked', page) == ["state-one", "residents-one"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("party=never-there", "1 of the parties asked for has no claim recorded here, and is left out."),
        ("party=&party=%00&party=%FF", "3 of the parties asked for have no claim recorded here, and are left out."),
        (
            "party=state-one&party=never-there",
            "1 of the parties asked for has no claim recorded here, and is left out.",
        ),
    ],
)
def test_a_party_that_is_none_is_left_out_with_a_sentence(client: Client, whole: None, query: str, sentence: str):
    page = client.get(PAGE, QUERY_STRING=query)

    assert page.status_code == 200
    assert sentence in words(page.content.decode())
    assert b"never-there" not in page.content


def test_the_accounts_are_listed_with_their_days_and_lead_to_the_account(client: Client, whole: None):
    page, accounts = get(client, PAGE), get(client, f"{PAGE}accounts/")

    listed = between(page, '<section class="speakers"', "</section>")
    assert 'href="accounts/#party-residents-one"' in listed
    assert re.search(r"Party residents-one طرف residents-one \d claims, stated 17 March 2017", words(listed))
    assert 'id="party-residents-one"' in accounts
    assert "قال الأهالي one" in accounts


def test_accounts_of_what_is_not_public_are_answered_as_what_never_was(client: Client, db: None):
    make_whole_incident(make_cast("one"), "SY-2017-0316-A", "draft")

    draft, never = (client.get(f"/incidents/SY-2017-0316-{letter}/accounts/") for letter in "AB")

    assert draft.status_code == never.status_code == 404
    assert draft.content == never.content
