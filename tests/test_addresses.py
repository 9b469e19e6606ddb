"""Addresses that no page of the site links to, one by one: an answer that fits, and never an error of the server."""

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.archive import list_all, make_cast, make_whole_incident

PAGE = "/incidents/SY-2017-0316-A/"


@pytest.fixture(scope="module")
def archive(module_db: DjangoDbBlocker) -> None:
    """One published incident."""
    with module_db.unblock():
        make_whole_incident(make_cast("one"), "SY-2017-0316-A")
        list_all()


@pytest.fixture
def site(archive: None, db: None) -> Client:
    """The site as a reader asks it whom an exception would reach as a page 500."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("page=0", 200),
        ("page=-1", 200),
        ("page=2", 200),
        ("page=1e3", 200),
        ("page=1.5", 200),
        ("page=last", 200),
        ("page=" + "9" * 30, 200),
        ("page=" + "9" * 5000, 200),
        ("page=%D9%A3", 200),  # an Arabic digit
        ("page=%C2%B2", 200),  # a digit in superscript, which is no number
        ("page=%00", 200),
        ("page=%FF%FE", 200),
        ("page=%ZZ%", 200),
        ("page[]=1", 200),
        ("page=1&page=two", 200),
        ("page", 200),
        ("page=%27%3B--", 200),
        ("=&&==&", 200),
        ("unknown=1&order_by=state&state=draft", 200),
        ("q=" + "x" * 100_000, 200),
    ],
)
@pytest.mark.parametrize("address", ["/incidents/", PAGE], ids=["list", "page"])
def test_whatever_the_query_string_a_page_is_answered(site: Client, address: str, query: str, status: int):
    response = site.get(address, QUERY_STRING=query)

    assert response.status_code == status
    assert b"Traceback" not in response.content


def test_more_parameters_than_anybody_means_are_refused(site: Client):
    response = site.get("/incidents/", QUERY_STRING="&".join(f"a{number}=1" for number in range(1001)))

    assert response.status_code == 400
    assert b"This address cannot be read" in response.content


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/incidents", 301),
        ("/incidents?page=2", 301),
        (PAGE.rstrip("/"), 301),
        ("/incidents//", 404),
        (PAGE + "claims/", 404),
        (PAGE + "claims/1", 301),
        (PAGE + "questions/", 404),
        (PAGE + "questions/killed", 301),
        (PAGE + "questions/killed/", 200),
        (PAGE + "questions/KILLED/", 404),
        (PAGE + "questions/kil%00led/", 404),
        (PAGE + "questions/%D9%A3/", 404),
        ("/questions", 301),
        ("/questions/killed/?page=x&state=%00", 200),
        ("/questions/nothing/", 404),
        ("/questions/killed%20/", 404),
        ("/questions/" + "x" * 5000 + "/", 404),
        (PAGE + "claims/0/", 404),
        (PAGE + "claims/01/", 404),
        (PAGE + "claims/-1/", 404),
        (PAGE + "claims/1.5/", 404),
        (PAGE + "claims/999999999/", 404),
        (PAGE + "claims/9999999999999999999/", 404),
        (PAGE + "claims/%D9%A3/", 404),
        ("/incidents/sy-2017-0316-a/", 404),
        ("/incidents/SY-2017-0316-B/", 404),
        ("/incidents/SY-2017-0316/", 404),
        ("/incidents/SY-2017-0316-A-A/", 404),
        ("/incidents/SY-2017-0316-A/garbage", 404),
        ("/incidents/SY-2017-0316-A/garbage/", 404),
        ("/incidents/SY-2017-0316-A%20/", 404),
        ("/incidents/SY-2017-0316-A%0A/", 404),
        ("/incidents/SY-2017-0316-A%00/", 404),
        ("/incidents/SY-2017-0316-%D0%90/", 404),  # a Cyrillic A
        ("/incidents/SY-%D9%A2017-0316-A/", 404),
        ("/incidents/%00/", 404),
        ("/incidents/%FF%FE/", 404),
        ("/incidents/%ZZ/", 404),
        ("/incidents/%25%32%30/", 404),
        ("/incidents/%0D%0AX-Header:%20x/", 404),
        ("/incidents/../admin", 404),
        ("/incidents/%2E%2E/%2E%2E/etc/passwd", 404),
        ("/static/../strikes/project/settings.py", 404),
        ("/static/%2E%2E/manage.py", 404),
        ("/static/css/", 404),
        ("/media/captures/", 404),
        ("/INCIDENTS/", 404),
        ("/healthz/", 404),
        ("/" + "x" * 10_000 + "/", 404),
        ("/.git/config", 404),
        ("/.env", 404),
    ],
)
def test_an_address_that_is_none_is_not_found_or_completed(site: Client, address: str, status: int):
    response = site.get(address)

    assert response.status_code == status
    assert b"Traceback" not in b"".join(response)


@pytest.mark.parametrize("path", ["//incidents/", "//example.org/incidents", "///example.org", "/\\example.org"])
def test_a_path_that_looks_like_another_site_leads_nowhere(site: Client, path: str):
    response = site.get("/", PATH_INFO=path)

    assert response.status_code == 404


@pytest.mark.parametrize("address", ["/incidents/", PAGE, "/healthz"])
@pytest.mark.parametrize(
    ("method", "status"),
    [("GET", 200), ("HEAD", 200), *((method, 405) for method in ("OPTIONS", "POST", "PUT", "PATCH", "DELETE", "BREW"))],
)
def test_pages_are_only_read(site: Client, address: str, method: str, status: int):
    response = site.generic(method, address)

    assert response.status_code == status
    assert (b"".join(response) == b"") == (method != "GET")


@pytest.mark.parametrize("host", ["not a host", "example.org", "testserver:port", "[::1", "testserver\x00", ""])
def test_a_host_that_is_not_the_site_is_refused(site: Client, host: str):
    response = site.get("/incidents/", headers={"host": host})

    assert response.status_code == 400
    assert b"This address cannot be read" in response.content


@pytest.mark.parametrize(
    "headers",
    [
        {"accept-language": "ar;q=x,\xff,*"},
        {"accept-language": "a" * 5000},
        {"cookie": "theme=\x00; %;=;"},
        {"cookie": "sessionid=" + "x" * 5000},
        {"if-modified-since": "yesterday"},
        {"if-none-match": "x"},
        {"range": "bytes=9-1"},
        {"accept": "nothing/at-all"},
        {"content-type": "multipart/form-data"},
        {"content-length": "none"},
    ],
    ids=str,
)
def test_headers_that_make_no_sense_change_nothing(site: Client, headers: dict[str, str]):
    plain = site.get(PAGE)

    odd = site.get(PAGE, headers=headers)

    assert (odd.status_code, odd.content) == (200, plain.content)
    assert not odd.cookies
