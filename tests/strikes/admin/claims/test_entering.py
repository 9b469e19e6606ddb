"""A claim entered in two steps, what is typed understood and echoed, and what an editor is warned of."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sources.models import Source
from strikes.models import Claim, Incident
from tests.archive import Cast, make_cast, make_claims
from tests.builders import make_address, make_claim, make_relation, make_supersession, make_user, question
from tests.strikes.admin.claims.filling import claim_form, errors, filled, row

ADD = reverse("admin:strikes_claim_add")


def enter(client: Client, address: str, **typed: Any) -> list[str]:
    """Type into the form of a new claim, save it, and return what the admin says."""
    form = filled(client, address) | {"stance": "asserts"} | typed
    response = client.post(address, form, follow=True)
    assert not errors(response)
    return [str(said) for said in response.context["messages"]]


# The first step


def test_a_new_claim_is_asked_its_incident_question_and_party_first(as_editor: Client, incident: Incident):
    response = as_editor.get(ADD, {"incident": str(incident.pk)})

    step = response.context["step"]
    assert list(step.fields) == ["incident", "question", "party", "source"]
    assert step["incident"].value() == str(incident.pk)
    assert not step.errors


def test_a_step_with_something_missing_says_so(as_editor: Client, incident: Incident):
    response = as_editor.get(ADD, {"incident": f"{incident.pk}", "question": "", "party": ""})

    assert {*response.context["step"].errors} == {"question", "party"}


@pytest.mark.parametrize("name", ["incident", "question", "party", "source"])
@pytest.mark.parametrize("made_up", ["abc", "-1", "0", "9" * 30, "1.5", "\0", "é", "1,2"])
def test_parameters_made_up_by_hand_break_nothing(
    as_editor: Client, cast: Cast, incident: Incident, name: str, made_up: str
):
    known: dict[str, Any] = {
        "incident": incident.pk,
        "question": question("killed").pk,
        "party": cast.state.pk,
        "source": "",
    }

    alone, among = as_editor.get(ADD, {name: made_up}), as_editor.get(ADD, known | {name: made_up})

    assert (alone.status_code, among.status_code) == (200, 200)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("killed", {"counted", "unit"}),
        ("aircraft", {"choice", "is_one_of", "counted", "unit"}),
        ("carried-out-by", {"value_party", "is_one_of"}),
        ("where", {"value_place", "point", "location_precision"}),
        ("date", {"when"}),
        ("clock", {"clock_from", "clock_to", "hedge"}),
        ("building-hit", {"yes_no"}),
        ("called", {"value_text"}),
    ],
)
def test_only_the_fields_of_the_kind_of_answer_are_shown(
    as_editor: Client, cast: Cast, incident: Incident, code: str, shown: set[str]
):
    response = as_editor.get(claim_form(incident, code, cast.state))

    fieldsets = {fieldset.name: fieldset for fieldset in response.context["adminform"]}
    denied = set() if code == "building-hit" else {"denied"}  # “yes” is never denied
    assert {field for line in fieldsets["The answer"] for field in line.fields} == shown | denied
    assert not {"incident", "question", "number"} & {*response.context["adminform"].form.fields}


def test_yes_and_no_are_offered_in_the_words_of_the_question(as_editor: Client, cast: Cast, incident: Incident):
    address = claim_form(incident, "fighters-present", cast.state)

    page = as_editor.get(address).content.decode()
    enter(as_editor, address, yes_no="false")

    assert '<option value="true">yes: fighters were there</option>' in page
    assert '<option value="false">no: no fighters were there</option>' in page
    assert Claim.objects.get().yes_no is False


def test_a_claim_takes_the_next_number_and_keeps_its_question(as_editor: Client, cast: Cast, incident: Incident):
    make_claim(incident=incident, number=7)

    enter(as_editor, claim_form(incident, "killed", cast.state), counted="46")

    claim = Claim.objects.get(number=8)
    change = reverse("admin:strikes_claim_change", args=[claim.pk])
    as_editor.post(change, filled(as_editor, change) | {"question": question("injured").pk, "note": "Read."})
    claim.refresh_from_db()
    assert (claim.question.code, claim.note) == ("killed", "Read.")


def test_the_source_that_one_came_from_is_cited_and_its_day_offered_and_not_taken(
    as_editor: Client, cast: Cast, incident: Incident
):
    address = claim_form(incident, "killed", cast.state, source=cast.article.pk)
    page = as_editor.get(address).content.decode()
    assert 'data-offer="2017-03-17"' in page

    enter(as_editor, address, counted="46", **{"citations-0-wording": "own"})

    claim = Claim.objects.get()
    assert claim.stated is None
    assert [citation.source for citation in claim.citations.all()] == [cast.article]


def test_a_citation_that_only_has_its_source_is_not_lost_in_silence(as_editor: Client, cast: Cast, incident: Incident):
    address = claim_form(incident, "killed", cast.state, source=cast.article.pk)

    response = as_editor.post(address, filled(as_editor, address) | {"stance": "asserts", "counted": "46"})

    assert "This field is required." in errors(response)


def test_the_next_claim_is_of_the_same_party_and_source(as_editor: Client, cast: Cast, incident: Incident):
    address = claim_form(incident, "killed", cast.state, source=cast.article.pk)
    typed = {"counted": "46", "citations-0-wording": "own", "_addanother": "1", "stance": "asserts"}

    response = as_editor.post(address, filled(as_editor, address) | typed, follow=True)

    step = response.context["step"]
    values = [step[name].value() for name in ("incident", "question", "party", "source")]
    assert values == [str(incident.pk), None, str(cast.state.pk), str(cast.article.pk)]


def test_a_new_claim_can_supersede_one_of_its_incident(as_editor: Client, cast: Cast, incident: Incident):
    earlier = make_claim(incident=incident, number=1, party=cast.state)

    enter(
        as_editor,
        claim_form(incident, "killed", cast.state),
        counted="49",
        **row("supersedes", 0, earlier=earlier.pk, kind="updates"),
    )

    assert [link.earlier for link in Claim.objects.get(number=2).supersedes.all()] == [earlier]


# What is typed


@pytest.mark.parametrize(
    ("typed", "columns", "said"),
    [
        ("at least 46", (46, None, None, "at_least", "persons"), "at least 46"),
        ("10–17", (10, None, 17, "exact", "persons"), "10 to 17"),
        ("dozens", (None, None, None, "dozens", "persons"), "dozens"),
        ("three families", (None, 3, None, "exact", "families"), "3 families"),
    ],
)
def test_a_number_in_words_fills_the_columns_and_is_echoed(
    as_editor: Client, cast: Cast, incident: Incident, typed: str, columns: tuple[Any, ...], said: str
):
    messages = enter(as_editor, claim_form(incident, "killed", cast.state), counted=typed)

    claim = Claim.objects.get()
    assert (claim.count_low, claim.count_best, claim.count_high, claim.hedge, claim.unit) == columns
    assert f"Number understood as: {said}" in messages


def test_dates_and_coordinates_are_echoed_after_saving_and_in_the_form(
    as_editor: Client, cast: Cast, incident: Incident
):
    typed = {"stated": "16 or 17 March 2017", "point": "36°06'37\"N 36°48'01\"E", "location_precision": "locality"}

    messages = enter(as_editor, claim_form(incident, "where", cast.state), **typed)

    claim = Claim.objects.get()
    assert (claim.latitude, claim.longitude) == (36.110278, 36.800278)
    assert "Stated understood as: 16 or 17 March 2017 (EDTF [2017-03-16,2017-03-17])" in messages
    assert "Coordinates understood as: 36.110278° north, 36.800278° east" in messages
    page = as_editor.get(reverse("admin:strikes_claim_change", args=[claim.pk])).content.decode()
    assert "Understood as: 16 or 17 March 2017 (EDTF [2017-03-16,2017-03-17])" in page


def test_a_form_that_comes_back_says_how_the_rest_was_understood(as_editor: Client, cast: Cast, incident: Incident):
    address = claim_form(incident, "killed", cast.state)
    typed = {"stance": "asserts", "stated": "early May 2017", "counted": "a lot"}

    response = as_editor.post(address, filled(as_editor, address) | typed)

    page = response.content.decode()
    assert "“a lot” is not a number that this archive reads." in errors(response)
    assert 'value="a lot"' in page
    assert "Understood as: 1 to 10 May 2017" in page


@pytest.mark.parametrize(
    ("kind", "text", "said", "refused"),
    [
        ("date", "16–17 March 2017", "Understood as: 16 to 17 March 2017 (EDTF 2017-03-16/2017-03-17)", False),
        ("number", "46+", "Understood as: at least 46", False),
        ("point", "36.1, 36.8", "Understood as: 36.1° north, 36.8° east", False),
        ("date", "", "", False),
        ("number", "<b>", "“<b>” is not a number", True),
        ("point", "\0", "is not a point", True),
    ],
)
def test_what_is_being_typed_is_echoed(as_editor: Client, kind: str, text: str, said: str, refused: bool):
    answer = as_editor.get(reverse("desk:understood", args=[kind]), {"text": text})

    assert answer["Content-Type"] == "application/json"
    assert said in answer.json()["said"]
    assert answer.json()["refused"] is refused


@pytest.mark.parametrize("made_up", ["abc", "9" * 30, "\0"])
def test_keys_made_up_by_hand_come_back_as_a_sentence(as_editor: Client, cast: Cast, incident: Incident, made_up: str):
    address = claim_form(incident, "killed", cast.state)
    typed = {"party": made_up, "citations-0-source": made_up, "citations-0-wording": "own", "stance": "asserts"}

    posted = as_editor.post(address, filled(as_editor, address) | typed)
    opened = as_editor.get(reverse("admin:strikes_incident_add"), {"place": made_up})

    assert posted.status_code == 200
    assert "id_party_error" in errors(posted)
    assert "id_citations-0-source_error" in errors(posted)
    assert opened.status_code == 200


def test_nobody_else_is_answered(client: Client, as_editor: Client):
    assert client.get(reverse("desk:understood", args=["date"]), {"text": "2017"}).status_code == 302
    assert as_editor.get(reverse("desk:understood", args=["other"]), {"text": "2017"}).status_code == 404


def test_who_may_only_look_sees_each_kind_of_answer_in_words(client: Client, cast: Cast, incident: Incident):
    reader = make_user(is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename__in=["view_claim", "view_incident"]))
    client.force_login(reader)

    claims = make_claims(incident, cast)
    pages = [client.get(reverse("admin:strikes_claim_change", args=[claim.pk])) for claim in claims]
    filing = client.get(reverse("admin:strikes_incident_change", args=[incident.pk]))

    assert {page.status_code for page in pages} == {200}
    assert "at least 46 people" in pages[1].content.decode()
    assert "it was not hit" in pages[[claim.kind for claim in claims].index("yes_no")].content.decode()
    assert "36.1, 36.8" in filing.content.decode()
    assert client.get(ADD).status_code == 403


# Addresses that are known


def type_address(client: Client, source: Source, url: str) -> Any:
    address = reverse("admin:sources_source_change", args=[source.pk])
    return client.post(
        address, filled(client, address) | {"addresses-1-url": url, "addresses-1-position": "1"}, follow=True
    )


def test_an_address_that_is_a_source_leads_to_it(as_editor: Client, cast: Cast):
    link = f'<a href="{reverse("admin:sources_source_change", args=[cast.reprint.pk])}">'

    response = type_address(as_editor, cast.article, "http://example.org/reprint-one/?utm_source=x&fbclid=y#top")

    assert "This address is already that of a source. Cite that source instead:" in errors(response)
    assert link in response.content.decode()
    assert "fbclid=y" in response.content.decode()
    assert cast.article.addresses.count() == 1


@pytest.mark.parametrize("url", ["https://m.example.org/reprint-one", "https://example.org/reprint-one/amp"])
def test_a_twin_of_an_address_is_told_and_kept(as_editor: Client, cast: Cast, url: str):
    response = type_address(as_editor, cast.article, url)

    said = [str(message) for message in response.context["messages"]]
    assert any("This looks like another address" in each and "(reprint-one)" in each for each in said)
    assert cast.article.addresses.count() == 2


def test_an_address_is_told_while_it_is_typed(as_editor: Client, cast: Cast):
    asked = reverse("desk:understood", args=["address"])

    known = as_editor.get(asked, {"text": "https://m.example.org/reprint-one"}).json()
    own = as_editor.get(asked, {"text": "https://example.org/reprint-one", "besides": f"{cast.reprint.pk}"}).json()
    made_up = as_editor.get(asked, {"text": "https://example.org/reprint-one\0", "besides": "abc"})

    assert known["link"]["text"] == "Title of reprint-one (reprint-one)"
    assert own == {"said": ""}
    assert made_up.status_code == 200


def test_an_address_is_looked_for_in_one_query_however_many_there_are(cast: Cast, as_editor: Client):
    asked = reverse("desk:understood", args=["address"])
    counts = []
    for size in (2, 20):
        for number in range(size):
            make_address(f"https://example.org/{size}/story-{number}")
        with CaptureQueriesContext(connection) as queries:
            as_editor.get(asked, {"text": "https://example.org/2/story-1"})
        counts.append(len(queries))

    assert counts[0] == counts[1]


# Warnings


def test_a_warning_stands_on_the_form_and_is_said_after_saving_with_the_claim_beside_it(
    as_editor: Client, cast: Cast, incident: Incident
):
    first = make_claim(incident=incident, number=1, party=cast.state, stated="2017-03-17")

    messages = enter(as_editor, claim_form(incident, "killed", cast.state), counted="49", stated="17 March 2017")

    link = (
        f'<a href="{reverse("admin:strikes_claim_change", args=[first.pk])}">no. 1: Party state-one asserts: Killed: 46'
    )
    assert any("on the same day already." in said and link in said for said in messages)
    second = Claim.objects.get(number=2)
    page = as_editor.get(reverse("admin:strikes_claim_change", args=[second.pk])).content.decode()
    assert link in page
    assert "nothing here keeps the claim from being saved" in page


def test_the_form_of_a_claim_takes_as_many_queries_among_forty_as_among_fourteen(
    as_editor: Client, cast: Cast, incident: Incident
):
    counts = []
    for _size in (1, 2):
        claim = make_claims(incident, cast)[0]
        for number in range(5):
            make_claims(incident, make_cast(f"{claim.number}-{number}"))
        address = reverse("admin:strikes_claim_change", args=[claim.pk])
        as_editor.get(address)
        with CaptureQueriesContext(connection) as queries:
            as_editor.get(address)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_form_reads_the_claims_that_it_offers_once_however_many_links_there_are(
    as_editor: Client, cast: Cast, incident: Incident
):
    later = make_claim(incident=incident, party=cast.state)
    counts = []
    for _size in (1, 3):
        for earlier in [make_claim(incident=incident, party=cast.state) for _each in range(_size)]:
            make_supersession(later, earlier)
            make_relation(later, earlier)
        counts.append(reads_of_claims(as_editor, reverse("admin:strikes_claim_change", args=[later.pk])))

    assert counts == [3, 3]  # for what it denies, for the supersessions, and for the relations


def reads_of_claims(client: Client, address: str) -> int:
    """How often a page reads many claims."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return sum('ORDER BY "strikes_claim"."number"' in query["sql"] for query in queries)


def test_the_form_of_a_new_claim_takes_as_many_queries_among_many_as_among_few(
    as_editor: Client, cast: Cast, incident: Incident
):
    address, counts = claim_form(incident, "killed", cast.state), []
    for size in (1, 4):
        for number in range(size):
            make_claims(incident, make_cast(f"{size}-{number}"))
        as_editor.get(address)
        with CaptureQueriesContext(connection) as queries:
            as_editor.get(address)
        counts.append(len(queries))

    assert counts[0] == counts[1]
