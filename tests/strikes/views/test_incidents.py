"""The list of incidents and the page of one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.archive import list_all, make_cast, make_claims, make_whole_incident

PAGE = "/incidents/SY-2017-0316-A/"


def count_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?date_from=2017&country=place-1&q=strike&sort=killed",
        "?place=nowhere&party=none",
        "?disputed=building-hit&without=nobody",
        "?disputed=killed&stated_since=2010&differ=killed",
    ],
)
def test_the_list_takes_as_many_queries_however_long_it_is(client: Client, db: None, query: str):
    for number in range(1, 3):
        cast = make_cast(f"{number}")
        make_claims(make_whole_incident(cast, f"SY-2017-{number:04}-A"), cast)
    list_all()
    few = count_queries(client, f"/incidents/{query}")

    for number in range(3, 20):
        cast = make_cast(f"{number}")
        make_claims(make_whole_incident(cast, f"SY-2017-{number:04}-A"), cast)
    list_all()
    assert count_queries(client, f"/incidents/{query}") == few <= 20


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}accounts/", f"{PAGE}?party=state-one&party=residents-one"])
def test_the_page_of_an_incident_takes_as_many_queries_for_many_claims_as_for_few(
    client: Client, db: None, address: str
):
    incident = make_whole_incident(make_cast("place"), "SY-2017-0316-A")
    make_claims(incident, make_cast("one"))
    few = count_queries(client, address)

    for number in range(6):
        make_claims(incident, make_cast(f"more-{number}"))
    many = count_queries(client, address)

    assert incident.claims.count() == 7 * 13
    assert many == few <= 12
