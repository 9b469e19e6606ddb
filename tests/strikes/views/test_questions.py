"""The pages of questions: of the archive, and of one incident."""

from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from strikes.models import Incident, Question
from tests.archive import Cast, list_all, make_cast, make_claims, make_whole_incident
from tests.builders import choice, make_claim, make_incident, make_party, make_relation
from tests.strikes.views.test_incidents import count_queries

pytestmark = pytest.mark.django_db
INCIDENT = "/incidents/SY-2017-0316-A/"


@pytest.fixture
def cast() -> Cast:
    return make_cast("one")


@pytest.fixture
def incident(cast: Cast) -> Incident:
    return make_whole_incident(cast, "SY-2017-0316-A")


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def killed(incident: Incident, number: int, many: int) -> None:
    fields: dict[str, Any] = {"hedge": "exact", "unit": "persons", "party": make_party(name=f"Party of {many}")}
    make_claim(incident=incident, number=901 + number, count_best=many, published=True, **fields)


def test_a_question_shows_its_claims_in_full_with_the_rule_that_parts_them(client: Client, incident: Incident):
    killed(incident, 1, 4)
    killed(incident, 2, 40)
    list_all()

    page = text(client, f"{INCIDENT}questions/killed/")

    assert "On killed, the numbers differ: 4 people (Party of 4) against 40 people (Party of 40)." in page
    assert "By the rule “intervals meet”:" in page
    for number in (902, 903):
        assert page.count(f'id="claim-{number}"') == 1
        assert f'href="#claim-{number}"' in page


def test_a_question_shows_who_says_that_two_claims_contradict_and_why(client: Client, incident: Incident):
    killed(incident, 1, 40)
    killed(incident, 2, 40)
    first, second = incident.claims.order_by("number")
    make_relation(second, first, kind="contradicts", by="editor", reason="Not the same forty.")
    list_all()

    page = text(client, f"{INCIDENT}questions/killed/")

    assert "An editor of this archive says that they contradict.</b> Not the same forty." in page


def test_a_question_that_nobody_answers_has_a_page_and_an_unknown_one_has_none(client: Client, incident: Incident):
    killed(incident, 1, 40)
    make_claim(incident=incident, question="struck", number=990)
    list_all()

    assert "No claim recorded here." in text(client, f"{INCIDENT}questions/struck/")
    assert client.get(f"{INCIDENT}questions/nothing/").status_code == 404
    assert client.get("/incidents/SY-2017-0316-B/questions/killed/").status_code == 404


def test_a_draft_stands_in_no_page_of_a_question(client: Client, incident: Incident):
    killed(incident, 1, 40)
    make_claim(incident=incident, number=990, count_best=77, hedge="exact", unit="persons")
    list_all()

    assert "77" not in text(client, f"{INCIDENT}questions/killed/")


def test_every_question_of_the_archive_has_a_page_with_its_rule_and_choices(client: Client):
    listed = text(client, "/questions/")

    for question in Question.objects.prefetch_related("choices"):
        assert f'href="/questions/{question.code}/"' in listed
        page = text(client, f"/questions/{question.code}/")
        for words in (question.label, question.definition, question.get_rule_display(), question.yes, question.no):
            assert escape(words) in page
        for each in question.choices.all():
            assert escape(each.label) in page
            assert escape(each.definition) in page
            assert escape(each.label) in listed
            assert escape(each.definition) in listed


def test_a_choice_says_how_many_public_claims_name_it_and_the_wider_one_is_not_counted_with_it(client: Client):
    mosque, school = choice("struck", "mosque"), choice("struck", "school")
    shown, draft = make_incident(state="published"), make_incident()
    make_claim(incident=shown, question="struck", choice=mosque, published=True)
    make_claim(incident=shown, question="struck", one_of=[mosque, school], published=True)
    make_claim(incident=shown, question="struck", choice=school)
    make_claim(incident=draft, question="struck", choice=school, published=True)
    list_all()

    page = " ".join(text(client, "/questions/struck/").split())

    assert uses_in(page, "mosque") == "2 claims"
    assert uses_in(page, "school") == "1 claim"
    assert uses_in(page, "mosque-complex") == "not used yet"
    assert "2 claims" in text(client, "/questions/")


def uses_in(page: str, code: str) -> str:
    """What the page says of the use of a choice."""
    return page.partition(f'<span class="code">{code}</span><span>')[2].partition("</span>")[0]


def test_a_page_of_choices_takes_as_many_queries_for_many_claims_as_for_few(client: Client):
    shown = make_incident(state="published")
    make_claim(incident=shown, question="struck", choice=choice("struck", "mosque"), published=True)
    list_all()
    few = [count_queries(client, address) for address in ("/questions/", "/questions/struck/")]
    for code in ("school", "hospital", "theatre", "station"):
        other = make_incident(state="published")
        make_claim(incident=other, question="struck", choice=choice("struck", code), published=True)
    list_all()

    assert [count_queries(client, address) for address in ("/questions/", "/questions/struck/")] == few


def test_a_part_leads_to_its_whole_and_a_whole_to_its_parts(client: Client):
    assert 'href="/questions/killed/"' in text(client, "/questions/children-killed/")
    assert 'href="/questions/children-killed/"' in text(client, "/questions/killed/")
    assert client.get("/questions/nothing/").status_code == 404


def test_a_question_leads_to_the_incidents_in_which_it_is_disputed_or_differs_and_to_no_other(client: Client):
    shown = {name: make_incident(state="published", title=name) for name in ("Disputed", "Differing", "Agreed")}
    for name, others in {"Disputed": 0, "Differing": 4, "Agreed": 40}.items():
        killed(shown[name], 1, 40)
        killed(shown[name], 2, others)
    killed(make_incident(title="Draft"), 1, 40)
    list_all()

    page, listed = text(client, "/questions/killed/"), text(client, "/questions/")

    assert page.index("Disputed</a>") < page.index("Differing</a>")
    assert f'href="/incidents/{shown["Disputed"].code}/questions/killed/"' in page
    for words in ("Agreed</a>", "Draft"):
        assert words not in page
    assert 'href="/incidents/?disputed=killed"' in listed
    assert "disputed in 1 incident" in listed
    assert "numbers differ in 1 incident" in listed
    assert "answered in 3 incidents" in listed


def test_a_question_without_disputes_says_so_and_pages_stay_within_the_list(client: Client):
    assert "In no incident that is published here." in text(client, "/questions/killed/?page=99")


def test_a_page_takes_as_many_queries_for_many_claims_as_for_few(client: Client, incident: Incident, cast: Cast):
    addresses = [f"{INCIDENT}questions/killed/", "/questions/", "/questions/killed/"]
    make_claims(incident, cast)
    list_all()
    few = {address: count_queries(client, address) for address in addresses}

    for number in range(6):
        make_claims(incident, make_cast(f"more-{number}"))
    list_all()
    many = {address: count_queries(client, address) for address in addresses}

    assert many == few
    assert max(many.values()) <= 20
