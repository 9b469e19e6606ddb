"""The list of incidents and the page of one."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.archive import make_cast, make_claims, make_whole_incident

PAGE = "/incidents/SY-2017-0316-A/"


def count_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_takes_two_queries_however_long_it_is(client: Client, db: None):
    for number in range(1, 3):
        make_whole_incident(make_cast(f"{number}"), f"SY-2017-{number:04}-A")
    assert count_queries(client, "/incidents/") == 2

    for number in range(3, 20):
        make_whole_incident(make_cast(f"{number}"), f"SY-2017-{number:04}-A")
    assert count_queries(client, "/incidents/") == 2


def test_the_page_of_an_incident_takes_as_many_queries_for_many_claims_as_for_few(client: Client, db: None):
    incident = make_whole_incident(make_cast("place"), "SY-2017-0316-A")
    make_claims(incident, make_cast("one"))
    few = count_queries(client, PAGE)

    for number in range(6):
        make_claims(incident, make_cast(f"more-{number}"))
    many = count_queries(client, PAGE)

    assert incident.claims.count() == 7 * 13
    assert many == few
