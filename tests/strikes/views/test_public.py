"""What all public pages share: an ETag that only publishing moves, and an answer 304 for one query."""

import re
from functools import partial

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from strikes.admin.publishing.listings import bring_up_to_date
from strikes.listing.write import refresh
from strikes.models.affected import incidents_affected
from tests.archive import list_all, make_cast, make_claims, make_whole_incident
from tests.builders import make_claim, make_party, make_place, make_source
from tests.test_whole_site import addresses

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def pages(module_db: DjangoDbBlocker) -> dict[str, HttpResponseBase]:
    """Every public page that can be read, as it was answered."""
    with module_db.unblock():
        cast = make_cast("public")
        make_claims(make_whole_incident(cast, "SY-2017-0316-A"), cast)
        list_all()
        client = Client()
        answers = {address: client.get(address) for address in addresses()}
    return {
        address: response for address, response in answers.items() if response.status_code == 200 and "ETag" in response
    }


def test_every_page_is_dated_kept_and_asked_for_again(pages: dict[str, HttpResponseBase]):
    assert "/incidents/" in pages
    for response in pages.values():
        assert "no-cache" in response["Cache-Control"]
        assert "public" in response["Cache-Control"]
        assert "Cookie" not in response.get("Vary", "")


def test_an_unchanged_page_is_answered_304_after_one_query(client: Client, pages: dict[str, HttpResponseBase]):
    for address, page in pages.items():
        with CaptureQueriesContext(connection) as queries:
            again = client.get(address, headers={"if-none-match": page["ETag"]})

        assert (again.status_code, len(queries), again.content) == (304, 1, b""), address


def test_a_draft_leaves_every_page_as_old_as_it_was_and_a_publication_leaves_those_of_other_incidents_alone(
    client: Client, pages: dict[str, HttpResponseBase]
):
    incident = make_claim(published=False).incident
    refresh([incident.pk])
    for address, page in pages.items():
        assert client.get(address, headers={"if-none-match": page["ETag"]})["ETag"] == page["ETag"]

    make_whole_incident(make_cast("new"), "SY-2017-0317-A")
    list_all()
    of_incident = {address for address in pages if address.startswith("/incidents/SY-2017-0316-A/")}
    assert {address for address, page in pages.items() if client.get(address)["ETag"] == page["ETag"]} == of_incident


def test_an_edit_of_what_nothing_public_names_leaves_every_page_as_old_as_it_was(
    client: Client, pages: dict[str, HttpResponseBase]
):
    for record in (make_party(), make_place(), make_source()):
        bring_up_to_date(record, partial(incidents_affected, record))

    assert all(client.get(address)["ETag"] == page["ETag"] for address, page in pages.items())


def test_every_page_has_a_tag_of_its_own_which_no_count_can_be_read_from(pages: dict[str, HttpResponseBase]):
    tags = [page["ETag"] for page in pages.values()]

    assert len(set(tags)) == len(tags)
    assert all(re.fullmatch(r'"[0-9a-f]{32}"', tag) for tag in tags)


def test_an_address_that_does_not_exist_is_never_unchanged(client: Client, pages: dict[str, HttpResponseBase]):
    for missing in ("/incidents/SY-2017-0316-A/claims/999/", "/incidents/SY-1999-0101-A/", "/parties/nobody/"):
        for tag in ("*", *(page["ETag"] for page in pages.values())):
            answer = client.get(missing, headers={"if-none-match": tag})
            assert (answer.status_code, answer.has_header("ETag")) == (404, False), (missing, tag)


def test_whoever_asks_whether_there_is_any_page_is_told(client: Client, pages: dict[str, HttpResponseBase]):
    assert client.get("/incidents/SY-2017-0316-A/", headers={"if-none-match": "*"}).status_code == 304


def test_an_answer_that_nothing_changed_is_kept_as_the_page_is(client: Client, pages: dict[str, HttpResponseBase]):
    for address, page in pages.items():
        again = client.get(address, headers={"if-none-match": page["ETag"]})
        for header in ("Cache-Control", "Vary", "ETag"):
            assert again[header] == page[header], (address, header)


def test_a_page_is_pressed_for_those_who_can_unpack_it(client: Client, pages: dict[str, HttpResponseBase]):
    pressed = client.get("/incidents/", headers={"accept-encoding": "gzip"})
    again = client.get("/incidents/", headers={"accept-encoding": "gzip", "if-none-match": pressed["ETag"]})

    assert pressed["Content-Encoding"] == "gzip"
    assert again.status_code == 304


def test_the_language_is_that_of_the_address_whatever_the_browser_prefers(
    client: Client, pages: dict[str, HttpResponseBase]
):
    plain = client.get("/incidents/")
    asked = client.get("/incidents/", headers={"accept-language": "ar", "cookie": "django_language=ar"})

    assert plain["Content-Language"] == asked["Content-Language"] == "en"
    assert asked.content == plain.content
    assert "Accept-Language" not in asked.get("Vary", "")
    assert client.get("/ar/incidents/").status_code == 404
