"""The list of incidents and the page of one."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.archive import list_all, make_cast, make_claims, make_whole_incident

PAGE = "/incidents/SY-2017-0316-A/"


LISTS = [
    "/incidents/",
    "/incidents/?date_from=2017&country=place-1&q=strike&sort=killed",
    "/incidents/?place=nowhere&party=none",
    "/incidents/?disputed=building-hit&without=nobody",
    "/incidents/?disputed=killed&stated_since=2010&differ=killed",
    "/incidents/?disputed=any&moved=any&moved_by=state-1&differ=any&one_account=any",
    "/incidents/?near=36.1,36.8&date_from=2017&date_to=2017",
]
PAGES = [PAGE, f"{PAGE}accounts/", f"{PAGE}?party=state-one&party=residents-one"]


def count_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_takes_as_many_queries_however_long_it_is(client: Client, db: None):
    def add(first: int, last: int) -> None:
        for number in range(first, last):
            cast = make_cast(f"{number}")
            make_claims(make_whole_incident(cast, f"SY-2017-{number:04}-A"), cast)
        list_all()

    add(1, 3)
    few = {address: count_queries(client, address) for address in LISTS}
    add(3, 20)
    many = {address: count_queries(client, address) for address in LISTS}

    assert many == few
    assert max(many.values()) <= 20


def test_the_page_of_an_incident_takes_as_many_queries_for_many_claims_as_for_few(client: Client, db: None):
    incident = make_whole_incident(make_cast("place"), "SY-2017-0316-A")
    make_claims(incident, make_cast("one"))
    list_all()
    few = {address: count_queries(client, address) for address in PAGES}

    for number in range(6):
        make_claims(incident, make_cast(f"more-{number}"))
    list_all()
    many = {address: count_queries(client, address) for address in PAGES}

    assert incident.claims.count() == 7 * 15
    assert many == few
    assert max(many.values()) <= 3
