"""The buttons of a form that publish, withdraw and take back, and what is said where many are published at once."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from strikes.models import Claim, Incident, Listing
from strikes.vocabulary.terms import State
from tests.archive import Cast, list_all, make_cast, make_whole_incident
from tests.builders import make_account, make_citation, make_claim, make_user
from tests.strikes.admin.claims.filling import filled
from tests.strikes.admin.publishing.test_publish import CLAIMS, change, said
from tests.strikes.admin.publishing.test_withdraw import WAITS, count_queries, form_of, page_for


def press(client: Client, row: Claim | Incident, button: str, **typed: str) -> Any:
    form = filled(client, form_of(row)) if client.get(form_of(row)).context["has_change_permission"] else {}
    return client.post(form_of(row), form | typed | {button: "x"}, follow=True)


def test_the_buttons_of_an_incident_act_while_its_form_is_closed(
    incident: Incident, as_editor: Client, as_reviewer: Client
):
    page = as_editor.get(form_of(incident)).content.decode()
    asked = press(as_editor, incident, "_withdraw")
    taken_back = said(press(as_editor, incident, "_take_back"))
    published = said(press(as_reviewer, incident, "_publish"))

    assert ["_take_back" in page, "_withdraw" in page, "_publish" in page, "_save" in page] == [
        True,
        True,
        False,
        False,
    ]
    assert asked.redirect_chain == [(page_for(incident), 302)]
    assert taken_back == ["SY-2017-0316-A is a draft again."]
    assert published == ["SY-2017-0316-A is published."]


def test_the_button_publishes_what_was_saved_by_another(
    incident: Incident, cast: Cast, as_reviewer: Client, editor: User, reviewer: User
):
    draft = make_claim(
        incident=incident, number=1, question="called", party=cast.state, value_text="a raid", last_edited_by=editor
    )
    make_citation(draft, source=cast.article)

    messages = said(press(as_reviewer, draft, "_publish"))

    draft.refresh_from_db()
    assert messages == ["SY-2017-0316-A claim 1 is published."]
    assert (draft.state, draft.approved_by) == (State.PUBLISHED, reviewer)


@pytest.mark.django_db(transaction=True)
def test_what_was_typed_before_the_button_is_saved_and_waits_for_another(
    transactional_db: None, editor: User, as_reviewer: Client
):
    cast = make_cast("one")
    draft = make_claim(
        incident=make_whole_incident(cast, "SY-2017-0316-A"),
        number=1,
        question="called",
        value_text="a raid",
        last_edited_by=editor,
    )
    make_citation(draft)

    messages = said(press(as_reviewer, draft, "_publish", note="Read anew."))

    draft.refresh_from_db()
    assert (draft.state, draft.note) == (State.DRAFT, "Read anew.")
    assert messages == [
        f"SY-2017-0316-A claim 1 is saved, and not published. {WAITS} Accounts that can publish it: editor.",
    ]


def test_where_this_account_cannot_publish_the_form_says_who_can(
    incident: Incident, as_editor: Client, editor: User, reviewer: User
):
    draft = make_claim(incident=incident, number=1, last_edited_by=editor)
    make_user(username="reader", is_staff=True)
    shown = as_editor.get(form_of(draft)).content.decode()
    reviewer.delete()
    alone = as_editor.get(form_of(draft)).content.decode()
    for name in "abcdefg":
        make_account(name)
    many = as_editor.get(form_of(draft)).content.decode()

    assert "_publish" not in shown
    assert f"{WAITS} Accounts that can publish it: reviewer." in shown
    assert "No other account can yet." in alone
    assert "Accounts that can publish it: a, b, c, d, e and 2 more." in many


# Many at once


def make_drafts(incident: Incident, cast: Cast, numbers: range, *, cited: bool) -> list[Claim]:
    drafts = [
        make_claim(incident=incident, number=number, question="called", party=cast.state, value_text=f"a raid {number}")
        for number in numbers
    ]
    for draft in drafts if cited else ():
        make_citation(draft, source=cast.article)
    return drafts


def test_of_many_each_refusal_is_one_message_with_a_link(incident: Incident, cast: Cast, as_reviewer: Client):
    good = make_drafts(incident, cast, range(1, 4), cited=True)
    bad = make_drafts(incident, cast, range(4, 64), cited=False)
    chosen = {"action": "publish", "_selected_action": [row.pk for row in [*bad, *good]]}

    response = as_reviewer.post(CLAIMS, chosen, follow=True)

    first, *refused = [str(message) for message in response.context["messages"]]
    names = ", ".join(f"SY-2017-0316-A claim {number}" for number in (1, 2, 3))
    assert first == f"3 are published: {names}."
    assert len(refused) == 60
    for row, message in zip(bad, refused, strict=True):
        start = f'<a href="{change(row)}">SY-2017-0316-A claim {row.number}</a> is not published: A published claim'
        assert message.startswith(start)
        assert message in response.content.decode()
    assert Claim.objects.filter(state=State.PUBLISHED).count() == 3
    assert Listing.objects.get().claims == 3


@pytest.mark.parametrize("cited", [True, False])
def test_publishing_takes_as_many_queries_a_claim_however_many_are_chosen(
    incident: Incident, cast: Cast, as_reviewer: Client, *, cited: bool
):
    counts = []
    list_all()
    # The first of all also looks up what is kept from then on.
    for numbers in (range(1, 2), range(2, 4), range(4, 9), range(10, 30)):
        rows = make_drafts(incident, cast, numbers, cited=cited)
        counts.append(
            count_queries(as_reviewer, CLAIMS, {"action": "publish", "_selected_action": [row.pk for row in rows]})
        )

    per_claim = (counts[2] - counts[1]) / 3
    assert (counts[3] - counts[2]) / 15 == per_claim <= 9
