"""Two accounts stand behind what is public."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from strikes.models import Citation, Claim, Incident
from strikes.vocabulary.terms import State
from tests.archive import Cast, make_whole_incident
from tests.builders import make_citation, make_claim
from tests.strikes.admin.claims.filling import claim_form, filled, row

CLAIMS = reverse("admin:strikes_claim_changelist")
INCIDENTS = reverse("admin:strikes_incident_changelist")


@pytest.fixture
def claim(cast: Cast, editor: User) -> Claim:
    """A draft with its citation, last edited by the editor, of a published incident."""
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    claim = make_claim(
        incident=incident,
        number=1,
        question="called",
        party=cast.state,
        value_text="a strike",
        last_edited_by=editor,
    )
    make_citation(claim, source=cast.article)
    return claim


@pytest.fixture
def published(claim: Claim, as_reviewer: Client) -> Claim:
    act(as_reviewer, CLAIMS, "publish", claim)
    claim.refresh_from_db()
    assert claim.state == State.PUBLISHED
    return claim


def act(client: Client, address: str, action: str, *rows: Claim | Incident) -> list[str]:
    """Choose an action for these rows; return what the admin says to it, without its links."""
    response = client.post(address, {"action": action, "_selected_action": [row.pk for row in rows]}, follow=True)
    return said(response)


def said(response: Any) -> list[str]:
    return [strip_tags(str(message)) for message in response.context["messages"]]


def change(claim: Claim) -> str:
    return reverse("admin:strikes_claim_change", args=[claim.pk])


def test_an_editor_saves_a_draft_and_a_reviewer_publishes_it(
    cast: Cast, as_editor: Client, as_reviewer: Client, editor: User, reviewer: User, client: Client
):
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    page = reverse("strikes:incident_accounts", args=[incident.code])
    address = claim_form(incident, "killed", cast.state)
    form = filled(as_editor, address) | {"stance": "asserts", "stated": "March 2017", "counted": "at least 46"}
    form |= row("citations", 0, source=cast.article.pk, quotation="At least 46 were killed.", wording="own")

    as_editor.post(address, form)
    claim = Claim.objects.get()
    draft = client.get(page).content.decode()
    said = act(as_reviewer, CLAIMS, "publish", claim)
    claim.refresh_from_db()

    assert "At least 46 were killed." not in draft
    assert said == ["SY-2017-0316-A claim 1 is published."]
    assert (claim.state, claim.last_edited_by, claim.approved_by) == (State.PUBLISHED, editor, reviewer)
    assert claim.stated is not None
    assert claim.stated.edtf == "2017-03"
    assert "At least 46 were killed." in client.get(page).content.decode()


def test_nobody_publishes_what_they_edited_last(claim: Claim, as_editor: Client):
    said = act(as_editor, CLAIMS, "publish", claim)

    claim.refresh_from_db()
    assert said == [
        "SY-2017-0316-A claim 1 is not published: A claim is approved by someone other than its last editor."
    ]
    assert (claim.state, claim.approved_by) == (State.DRAFT, None)


def test_of_several_those_that_break_a_rule_are_refused_by_name(claim: Claim, cast: Cast, as_reviewer: Client):
    uncited = make_claim(incident=claim.incident, number=2, question="called", party=cast.office, value_text="a raid")

    said = act(as_reviewer, CLAIMS, "publish", claim, uncited)

    assert said[0] == "SY-2017-0316-A claim 1 is published."
    assert said[1].startswith("SY-2017-0316-A claim 2 is not published: A published claim needs at least one citation")
    assert list(Claim.objects.filter(state=State.PUBLISHED)) == [claim]


def test_no_form_publishes(claim: Claim, as_reviewer: Client):
    as_reviewer.post(change(claim), filled(as_reviewer, change(claim)) | {"state": "published", "note": "Changed."})

    claim.refresh_from_db()
    assert (claim.state, claim.note) == (State.DRAFT, "Changed.")


@pytest.mark.django_db(transaction=True)  # the message waits for the commit
def test_a_change_to_a_published_claim_makes_it_a_draft_of_the_account_that_changed_it(
    published: Claim, as_reviewer: Client, reviewer: User
):
    form = filled(as_reviewer, change(published)) | {"value_text": "a massacre"}

    response = as_reviewer.post(change(published), form, follow=True)

    warning = "Claim 1 is a draft again, and off the public pages until someone else publishes it."
    assert warning in [str(said) for said in response.context["messages"]]
    published.refresh_from_db()
    assert (published.state, published.last_edited_by, published.approved_by) == (State.DRAFT, reviewer, None)


def test_a_save_that_changes_nothing_leaves_a_published_claim_published(
    published: Claim, as_editor: Client, editor: User, reviewer: User
):
    response = as_editor.post(change(published), filled(as_editor, change(published)))

    published.refresh_from_db()
    assert response.status_code == 302
    assert (published.state, published.last_edited_by, published.approved_by) == (State.PUBLISHED, editor, reviewer)


def test_a_change_to_a_citation_alone_is_a_change_of_the_claim(published: Claim, as_reviewer: Client, reviewer: User):
    form = filled(as_reviewer, change(published)) | {"citations-0-quotation": "Other words."}

    as_reviewer.post(change(published), form)

    published.refresh_from_db()
    assert published.citations.get().quotation == "Other words."
    assert (published.state, published.last_edited_by, published.approved_by) == (State.DRAFT, reviewer, None)


def test_a_citation_changed_in_its_own_form_is_a_change_of_the_claim_too(
    published: Claim, as_editor: Client, editor: User
):
    address = reverse("admin:strikes_citation_change", args=[published.citations.get().pk])

    as_editor.post(address, filled(as_editor, address) | {"quotation": "Other words."})

    published.refresh_from_db()
    assert (published.state, published.last_edited_by, published.approved_by) == (State.DRAFT, editor, None)


def test_a_citation_deleted_in_its_own_list_is_a_change_of_the_claim_too(published: Claim, as_editor: Client):
    address = reverse("admin:strikes_citation_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [published.citations.get().pk], "post": "yes"}

    as_editor.post(address, chosen)

    published.refresh_from_db()
    assert not Citation.objects.exists()
    assert (published.state, published.approved_by) == (State.DRAFT, None)


def test_what_is_published_cannot_be_deleted(published: Claim, as_editor: Client):
    addresses = [change(published), reverse("admin:strikes_incident_change", args=[published.incident_id])]

    for address in addresses:
        assert as_editor.post(address.replace("/change/", "/delete/"), {"post": "yes"}).status_code == 403
    act(as_editor, CLAIMS, "delete_selected", published)

    assert Claim.objects.get() == published


def test_an_incident_is_published_by_someone_other_than_its_last_editor(
    cast: Cast, as_editor: Client, as_reviewer: Client, client: Client
):
    incident = make_whole_incident(cast, "SY-2017-0316-A", State.DRAFT)
    address = reverse("admin:strikes_incident_change", args=[incident.pk])
    as_editor.post(
        address, filled(as_editor, address) | {"filed": "2017-03-16/2017-03-19", "title": "Strike at Town"}, follow=True
    )

    by_editor = act(as_editor, INCIDENTS, "publish", incident)
    by_reviewer = act(as_reviewer, INCIDENTS, "publish", incident)

    incident.refresh_from_db()
    assert by_editor == [
        "SY-2017-0316-A is not published: An incident is published by someone other than its last editor."
    ]
    assert by_reviewer == ["SY-2017-0316-A is published."]
    assert incident.filed is not None
    assert (incident.title, incident.filed.edtf) == ("Strike at Town", "2017-03-16/2017-03-19")
    assert client.get(reverse("strikes:incident_detail", args=[incident.code])).status_code == 200


def test_the_form_of_a_published_incident_is_closed_until_it_is_taken_back(cast: Cast, as_editor: Client):
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    address = reverse("admin:strikes_incident_change", args=[incident.pk])

    closed = as_editor.post(address, {"title": "Other"})
    said = act(as_editor, INCIDENTS, "take_back", incident)
    form = filled(as_editor, address)

    assert closed.status_code == 403
    assert said == ["SY-2017-0316-A is a draft again."]
    assert form["filed"] == "[2017-03-16,2017-03-17]"


def test_a_claim_taken_back_is_approved_by_nobody(published: Claim, as_reviewer: Client):
    act(as_reviewer, CLAIMS, "take_back", published)

    published.refresh_from_db()
    assert (published.state, published.approved_by, published.approved_in) == (State.DRAFT, None, None)
