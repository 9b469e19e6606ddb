"""Pages of the list: each incident stands on one page, whatever is published meanwhile."""

from itertools import product

import pytest
from django.test import Client

from strikes.listing.paging import ORDERS, PageOfRows, page
from strikes.listing.write import refresh
from strikes.models import Listing
from tests.builders import make_claim
from tests.strikes.listing.test_filters import publish_incident

pytestmark = pytest.mark.django_db


def walk(sort: str, size: int = 3) -> tuple[list[list[str]], list[PageOfRows]]:
    """Every page forwards."""
    pages = [page(Listing.objects.all(), ORDERS[sort], size)]
    while pages[-1].after:
        pages.append(page(Listing.objects.all(), ORDERS[sort], size, after=pages[-1].after))
    return [[listing.code for listing in each.rows] for each in pages], pages


@pytest.mark.parametrize("sort", ORDERS)
def test_pages_hold_every_incident_once_forwards_and_backwards(sort: str):
    for number in range(10):
        incident = publish_incident(filed=f"2017-03-{number % 3 + 1:02}")
        if number % 2:
            make_claim(incident=incident, count_best=number % 4, hedge="exact", unit="persons", published=True)
            refresh([incident.pk])

    codes, pages = walk(sort)
    back = [page(Listing.objects.all(), ORDERS[sort], 3, before=each.before) for each in pages[1:]]

    assert sorted(code for each in codes for code in each) == sorted(Listing.objects.values_list("code", flat=True))
    assert [[listing.code for listing in each.rows] for each in back] == codes[:-1]
    assert (pages[0].before, pages[-1].after) == ("", "")
    assert back[0].before == ""


def test_what_is_published_meanwhile_neither_repeats_nor_hides_a_row():
    for day in range(1, 8):
        publish_incident(filed=f"2017-03-{day:02}")
    first = page(Listing.objects.all(), ORDERS["newest"], 3)

    publish_incident(filed="2017-03-31")
    second = page(Listing.objects.all(), ORDERS["newest"], 3, after=first.after)

    days = [listing.filed_earliest.day for listing in [*first.rows, *second.rows]]
    assert days == [7, 6, 5, 4, 3, 2]


CURSORS = [
    "x",
    ",",
    "2017-03-16",
    "2017-13-01,A",
    "%00,A",
    "2017-03-16,%00",
    "99999-01-01,A",
    "9" * 5000 + ",A",
    "-1e9,A",
]


def test_a_cursor_that_names_no_row_shows_the_first_page_and_says_so(subtests: pytest.Subtests, client: Client):
    publish_incident()

    for name, sort, cursor in product(("after", "before"), ORDERS, CURSORS):
        with subtests.test(name=name, sort=sort, cursor=cursor):
            response = client.get("/incidents/", QUERY_STRING=f"sort={sort}&{name}={cursor}")

            assert response.status_code == 200
            assert "This is the first." in response.content.decode()
