"""The permanent address of a claim."""

from typing import Any

import pytest
from django.test import Client

from tests.archive import list_all, make_cast, make_claims, make_whole_incident
from tests.builders import make_claim, make_supersession
from tests.strikes.views.test_incidents import count_queries

pytestmark = pytest.mark.django_db
INCIDENT = "/incidents/SY-2017-0316-A/"


def test_a_claim_is_shown_whole_with_a_line_to_cite_it_by(client: Client):
    cast = make_cast("one")
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    first, second, *_rest = make_claims(incident, cast)
    list_all()

    page = client.get(f"{INCIDENT}claims/{first.number}/").content.decode()

    assert f"{first.party.name} on “{first.question.label}”, claim {first.number} in “{incident.title}”" in page
    assert f"http://testserver{INCIDENT}claims/{first.number}/" in page
    assert first.citations.all()[0].source.title in page
    assert f'rel="next" href="{INCIDENT}claims/{second.number}/"' in page


def test_claims_that_supersede_each_other_lead_to_each_other(client: Client):
    cast = make_cast("one")
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    earlier = make_claim(incident=incident, number=901, published=True)
    later = make_claim(incident=incident, party=earlier.party, number=902, published=True)
    make_supersession(later, earlier)
    list_all()

    assert f'href="{INCIDENT}claims/902/"' in client.get(f"{INCIDENT}claims/901/").content.decode()
    assert f'href="{INCIDENT}claims/901/"' in client.get(f"{INCIDENT}claims/902/").content.decode()


def test_a_claim_says_whom_it_is_in_conflict_with_by_which_rule_and_where_it_comes_from(client: Client):
    incident = make_whole_incident(make_cast("one"), "SY-2017-0316-A")
    for number, many in ((901, 4), (902, 40)):
        fields: dict[str, Any] = {"hedge": "exact", "unit": "persons", "basis": "counted", "count_best": many}
        make_claim(incident=incident, number=number, published=True, **fields)
    list_all()

    page = client.get(f"{INCIDENT}claims/901/").content.decode()

    assert "This claim is a position, and is compared with the others." in page
    assert "By the rule “intervals meet”:" in page
    assert f'href="{INCIDENT}claims/902/">claim 902</a>' in page
    assert "This is an origin:" in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"is_apparent_error": True}, "This claim is shown and not compared (apparent error)."),
        ({"scope": "part", "also_covers": "one wave"}, "This claim is shown and not compared (of a part only)."),
        ({"strength": "possible"}, "It is shown, and excludes nothing."),
        ({"question": "called"}, "are never compared by rule"),
    ],
)
def test_a_claim_that_is_not_compared_says_why(client: Client, fields: dict[str, Any], sentence: str):
    incident = make_whole_incident(make_cast("one"), "SY-2017-0316-A")
    make_claim(incident=incident, number=901, published=True, **fields)
    list_all()

    assert sentence in client.get(f"{INCIDENT}claims/901/").content.decode()


def test_a_draft_is_answered_as_what_never_was(client: Client):
    incident = make_whole_incident(make_cast("one"), "SY-2017-0316-A")
    make_claim(incident=incident, number=901)
    list_all()

    draft, never = (client.get(f"{INCIDENT}claims/{number}/") for number in (901, 902))

    assert draft.status_code == never.status_code == 404
    assert draft.content == never.content


def test_a_claim_takes_as_many_queries_beside_many_as_beside_few(client: Client):
    incident = make_whole_incident(make_cast("place"), "SY-2017-0316-A")
    number = make_claims(incident, make_cast("one"))[0].number
    list_all()
    few = count_queries(client, f"{INCIDENT}claims/{number}/")

    for key in range(6):
        make_claims(incident, make_cast(f"more-{key}"))
    list_all()

    assert count_queries(client, f"{INCIDENT}claims/{number}/") == few


def test_what_is_told_by_another_says_the_teller_first_wherever_it_stands(client: Client):
    cast = make_cast("one")
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    told = next(claim for claim in make_claims(incident, cast) if claim.told_by)
    list_all()
    lead = f"{cast.newsroom.short_name} says that {cast.residents.short_name} said"
    address = f"{INCIDENT}claims/{told.number}/"
    source = told.citations.all()[0].source

    page = client.get(address).content.decode()
    assert f"<title>Claim {told.number}: {lead}, on “{told.question.label}”" in page
    assert f'<span class="stance">{lead}:</span>' in page
    assert f"{lead}, on “{told.question.label}”, claim {told.number} in “{incident.title}”" in page
    for other in (
        INCIDENT,
        f"{INCIDENT}accounts/",
        f"{INCIDENT}questions/{told.question.code}/",
        f"/sources/{source.code}/",
    ):
        assert lead in client.get(other).content.decode(), other


def test_a_party_says_how_strongly_it_speaks_on_its_own_page_too(client: Client):
    incident = make_whole_incident(make_cast("one"), "SY-2017-0316-A")
    fields: dict[str, Any] = {"hedge": "exact", "unit": "persons", "count_best": 1}
    plain = make_claim(incident=incident, published=True, **fields)
    claim = make_claim(incident=incident, published=True, strength="likely", **fields)
    list_all()

    assert (
        "<strong>1 person</strong> (likely or apparent)" in client.get(f"/parties/{claim.party.slug}/").content.decode()
    )
    assert "<strong>1 person</strong> (" not in client.get(f"/parties/{plain.party.slug}/").content.decode()
