"""What was public is withdrawn with a reason, in the list or by the button of the form, and stays in the archive."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from strikes.admin.claims.form import next_number
from strikes.listing.write import refresh
from strikes.models import Claim, Incident, Listing, Revision
from strikes.vocabulary.terms import State
from tests.archive import Cast, list_all, make_cast, make_claims, make_whole_incident
from tests.builders import make_citation, make_claim, make_supersession, make_user, publish
from tests.strikes.admin.claims.filling import filled
from tests.strikes.admin.publishing.test_publish import CLAIMS, INCIDENTS, act, said

REASON = "It was entered twice; see claim 2."
STAYS = "Its address goes on saying that it was withdrawn, until it is published anew."
WAITS = "You edited it last, so somebody else publishes it."


@pytest.fixture
def claim(incident: Incident, cast: Cast) -> Claim:
    """A claim that is public."""
    claim = make_published(incident, cast, 1)
    refresh([incident.pk])
    return claim


def make_published(incident: Incident, cast: Cast, number: int) -> Claim:
    words = f"a strike, {number}"
    claim = make_claim(incident=incident, number=number, question="called", party=cast.state, value_text=words)
    make_citation(claim, source=cast.article)
    publish(claim)
    return claim


def page_for(*rows: Claim | Incident) -> str:
    name = f"admin:strikes_{rows[0]._meta.model_name}_withdraw"
    return reverse(name, query={"ids": ",".join(str(row.pk) for row in rows)})


def withdraw(client: Client, *rows: Claim | Incident, reason: str = REASON) -> list[str]:
    return said(client.post(page_for(*rows), {"reason": reason}, follow=True))


def form_of(row: Claim | Incident) -> str:
    return reverse(f"admin:strikes_{row._meta.model_name}_change", args=[row.pk])


def test_the_action_leads_to_a_page_that_says_what_will_happen(claim: Claim, as_editor: Client):
    chosen = {"action": "withdraw", "_selected_action": [claim.pk]}

    response = as_editor.post(CLAIMS, chosen, follow=True)

    page = response.content.decode()
    assert response.redirect_chain == [(page_for(claim), 302)]
    assert "/incidents/SY-2017-0316-A/claims/1/ answers 410 (gone)" in page
    assert "Claims withdrawn: 1. Incidents whose page and listing change: 1 (SY-2017-0316-A)." in page
    assert "The record stays in the archive" in page


def test_a_claim_withdrawn_leaves_every_page_and_its_address_says_why(
    claim: Claim, cast: Cast, as_editor: Client, editor: User, client: Client
):
    before = Revision.current()

    messages = withdraw(as_editor, claim, reason=" It was entered\r\n twice. ")

    claim.refresh_from_db()
    assert messages == ["SY-2017-0316-A claim 1 is withdrawn. Its address says so: /incidents/SY-2017-0316-A/claims/1/"]
    assert (claim.state, claim.withdrawn_reason, claim.withdrawn_by) == ("withdrawn", "It was entered twice.", editor)
    assert claim.withdrawn_on is not None
    assert (Listing.objects.get().claims, Revision.current() > before) == (0, True)
    assert client.get("/incidents/SY-2017-0316-A/claims/1/").status_code == 410
    page = client.get("/incidents/SY-2017-0316-A/").content.decode()
    assert "a strike, 1" not in page
    assert "Withdrawn from this archive" in page
    assert "It was entered twice." in page
    assert client.get(f"/sources/{cast.article.code}/").status_code == 404


def test_an_incident_withdrawn_takes_its_claims_and_its_listing_with_it(
    claim: Claim, incident: Incident, as_editor: Client, client: Client
):
    page = as_editor.get(page_for(incident)).content.decode()

    withdraw(as_editor, incident)

    assert "Incidents withdrawn: 1. Listings removed: 1. Claims that go with them: 1." in page
    assert not Listing.objects.exists()
    for address in ("/incidents/SY-2017-0316-A/", "/incidents/SY-2017-0316-A/claims/1/"):
        response = client.get(address)
        assert response.status_code == 410
        assert REASON in response.content.decode()
        assert incident.title not in response.content.decode()
    assert incident.title not in client.get("/incidents/").content.decode()
    claim.refresh_from_db()
    assert claim.state == State.PUBLISHED


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 501])
def test_without_a_reason_that_fits_nothing_is_withdrawn_and_what_was_typed_stays(
    claim: Claim, as_editor: Client, reason: str
):
    response = as_editor.post(page_for(claim), {"reason": reason})

    claim.refresh_from_db()
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert response.context["form"]["reason"].value() == reason
    assert claim.state == State.PUBLISHED


def test_what_was_never_public_is_not_withdrawn_and_what_else_was_chosen_is(
    claim: Claim, incident: Incident, cast: Cast, as_editor: Client
):
    draft = make_claim(incident=incident, number=2)
    unseen = make_published(make_whole_incident(cast, "SY-2017-0317-A", State.DRAFT), cast, 1)

    messages = withdraw(as_editor, claim, draft, unseen)

    assert messages[0].startswith("SY-2017-0316-A claim 1 is withdrawn.")
    assert messages[1:] == [
        f"{name} is not withdrawn: It was never public: edit the draft, or delete it."
        for name in ("SY-2017-0316-A claim 2", "SY-2017-0317-A claim 1")
    ]
    assert list(Claim.objects.filter(state=State.WITHDRAWN)) == [claim]


def test_a_draft_that_was_public_once_can_be_withdrawn(claim: Claim, as_editor: Client, client: Client):
    act(as_editor, CLAIMS, "take_back", claim)

    withdraw(as_editor, claim)

    assert client.get("/incidents/SY-2017-0316-A/claims/1/").status_code == 410


@pytest.mark.parametrize("ids", ["", "x", "1,", "1,,2", "-1", "1.5", "٣", "9" * 19, ",".join("1" * 101), "1\x00"])
def test_an_address_that_names_no_rows_is_not_found(claim: Claim, as_editor: Client, ids: str):
    for model in ("claim", "incident"):
        address = reverse(f"admin:strikes_{model}_withdraw", query={"ids": ids})
        assert as_editor.get(address).status_code == 404
        assert as_editor.post(address, {"reason": "x"}).status_code == 404


def test_more_than_a_hundred_at_a_time_are_refused(claim: Claim, incident: Incident, as_editor: Client):
    claims = [make_claim(incident=incident, number=number) for number in range(2, 102)]

    assert act(as_editor, CLAIMS, "withdraw", claim, *claims) == [
        "At most 100 are withdrawn at a time, for one reason."
    ]


def test_who_may_only_look_cannot_withdraw(claim: Claim):
    client = Client()
    client.force_login(make_looker())

    assert client.get(page_for(claim)).status_code == 403
    assert client.post(page_for(claim), {"reason": REASON}).status_code == 403
    assert "_withdraw" not in client.get(form_of(claim)).content.decode()


def make_looker() -> User:
    looker = make_user(is_staff=True)
    looker.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    return looker


# What was withdrawn, and back


def test_a_withdrawn_record_is_closed_and_never_deleted(claim: Claim, incident: Incident, as_editor: Client):
    withdraw(as_editor, claim)
    withdraw(as_editor, incident)

    for row in (claim, incident):
        assert as_editor.post(form_of(row), {"note": "Other"}).status_code == 403
        assert as_editor.post(form_of(row).replace("/change/", "/delete/"), {"post": "yes"}).status_code == 403
        assert "_take_back" in as_editor.get(form_of(row)).content.decode()
    act(as_editor, CLAIMS, "delete_selected", claim)
    assert Claim.objects.get() == claim


def test_a_number_is_never_given_again(claim: Claim, incident: Incident, as_editor: Client):
    withdraw(as_editor, claim)
    assert next_number(incident) == 2

    act(as_editor, CLAIMS, "take_back", claim)
    deleted = as_editor.post(form_of(claim).replace("/change/", "/delete/"), {"post": "yes"})

    assert deleted.status_code == 403
    assert next_number(incident) == 2


def test_a_withdrawn_claim_is_published_only_by_way_of_a_draft_and_the_notice_stays_until_then(
    claim: Claim, as_editor: Client, as_reviewer: Client, client: Client
):
    address = "/incidents/SY-2017-0316-A/claims/1/"
    withdraw(as_editor, claim)
    gone = client.get(address).content

    refused = act(as_reviewer, CLAIMS, "publish", claim)
    back = act(as_editor, CLAIMS, "take_back", claim)
    while_draft = client.get(address)
    published = act(as_reviewer, CLAIMS, "publish", claim)

    assert refused == ["SY-2017-0316-A claim 1 is not published: It is withdrawn. Take it back to draft first."]
    assert back == [
        f"SY-2017-0316-A claim 1 is a draft again. {STAYS}",
    ]
    assert (while_draft.status_code, while_draft.content) == (410, gone)
    assert published == ["SY-2017-0316-A claim 1 is published."]
    claim.refresh_from_db()
    assert (claim.withdrawn_reason, claim.withdrawn_on, claim.withdrawn_by) == ("", None, None)
    assert client.get(address).status_code == 200


def test_a_withdrawal_is_no_edit_of_an_incident(incident: Incident, as_editor: Client, as_reviewer: Client):
    list_all()
    withdraw(as_editor, incident)
    act(as_editor, INCIDENTS, "take_back", incident)
    as_editor.post(form_of(incident), filled(as_editor, form_of(incident)))  # as it opened

    assert act(as_editor, INCIDENTS, "publish", incident)[-1] == "SY-2017-0316-A is published."


def test_a_withdrawn_claim_supersedes_nothing_and_is_superseded_by_nothing(
    claim: Claim, incident: Incident, cast: Cast, as_editor: Client, client: Client
):
    later, last = (make_published(incident, cast, number) for number in (2, 3))
    make_supersession(later, claim, reason="Read so, secretly.", words="We were wrong.")
    make_supersession(last, later, reason="Read so, again.")

    withdraw(as_editor, later)

    page = client.get("/incidents/SY-2017-0316-A/").content.decode()
    for address in ("/incidents/SY-2017-0316-A/claims/1/", "/incidents/SY-2017-0316-A/claims/3/"):
        page += client.get(address).content.decode()
    for hidden in ("a strike, 2", "Read so", "We were wrong", "superseded"):
        assert hidden not in page


# How many queries


def count_queries(client: Client, address: str, data: dict[str, Any]) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.post(address, data).status_code == 302
    return len(queries)


def test_withdrawing_takes_a_few_queries_a_claim_and_its_page_a_fixed_number(
    incident: Incident, cast: Cast, as_editor: Client
):
    shown, done = [], []
    # The first of all also looks up what is kept from then on.
    for numbers in (range(1, 2), range(2, 4), range(4, 9), range(10, 30)):
        rows = [make_published(incident, cast, number) for number in numbers]
        list_all()
        with CaptureQueriesContext(connection) as queries:
            as_editor.get(page_for(*rows))
        shown.append(len(queries))
        done.append(count_queries(as_editor, page_for(*rows), {"reason": REASON}))

    assert shown[1] == shown[2] == shown[3]
    assert (done[2] - done[1]) / 3 == (done[3] - done[2]) / 15 <= 3


def test_who_withdrew_stands_in_the_log_and_on_no_page(claim: Claim, as_editor: Client, editor: User, client: Client):
    withdraw(as_editor, claim)

    entry = LogEntry.objects.latest("pk")
    assert (entry.user, entry.change_message, entry.object_id) == (editor, "Withdrawn.", str(claim.pk))
    assert "editor" not in client.get("/incidents/SY-2017-0316-A/claims/1/").content.decode()


def test_the_page_of_an_incident_takes_as_many_queries_with_many_withdrawn_claims_as_with_one(
    incident: Incident, cast: Cast, client: Client
):
    counts = []
    for key in ("a", "b"):
        for number in range(3 if key == "b" else 1):
            make_claims(incident, make_cast(f"{key}{number}"), State.WITHDRAWN)
        make_claims(incident, make_cast(f"shown-{key}"))
        list_all()
        for address in ("/incidents/SY-2017-0316-A/", "/incidents/SY-2017-0316-A/claims/1/"):
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counts.append(len(queries))

    assert counts[:2] == counts[2:]
