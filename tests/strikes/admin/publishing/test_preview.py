"""A preview is the public page as it will be, for staff alone."""

import re
from urllib.parse import urljoin

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from strikes.admin.publishing.preview import address_of_preview as preview
from strikes.models import Claim, Incident
from strikes.vocabulary.terms import State
from tests.archive import list_all, make_cast, make_claims, make_whole_incident
from tests.builders import NOTICE, make_user
from tests.crawl import everything

PAGE = "/incidents/SY-2017-0316-A/"


@pytest.fixture
def draft(db: None) -> Incident:
    """A draft of which nothing is public, with a claim of every kind that is a draft too."""
    cast = make_cast("one")
    incident = make_whole_incident(cast, "SY-2017-0316-A", State.DRAFT)
    make_claims(incident, cast, State.DRAFT)
    return incident


def text_of(page: str) -> str:
    """The page without its bar and without where its links lead."""
    without_bar = re.sub(r"<aside class=\"preview-bar\".*?</aside>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r'(<(a|link)\b[^>]*?) href="[^"#]*(#[^"]*)?"', r"\1", without_bar))


def test_a_preview_reads_as_the_page_will_once_all_is_published(draft: Incident, as_editor: Client, client: Client):
    claim = draft.claims.get(number=2)
    previews = [preview(draft), preview(claim), f"{preview(draft)}accounts/", f"{preview(draft)}questions/killed/"]
    shown = [as_editor.get(address).content.decode() for address in previews]
    assert client.get(PAGE).status_code == 404

    Claim.objects.update(state=State.PUBLISHED, has_been_published=True, approved_by=make_user())
    Incident.objects.update(state=State.PUBLISHED, has_been_published=True)
    list_all()
    addresses = (PAGE, f"{PAGE}claims/2/", f"{PAGE}accounts/", f"{PAGE}questions/killed/")
    public = [client.get(address).content.decode() for address in addresses]

    assert "Preview." in shown[0]
    assert "Preview." not in public[0]
    assert [text_of(page) for page in shown] == [text_of(page) for page in public]


def test_what_is_withheld_from_readers_is_withheld_from_a_preview(draft: Incident, as_editor: Client):
    page = as_editor.get(preview(draft)).content.decode()
    page += as_editor.get(preview(draft.claims.get(is_protected=True))).content.decode()

    assert "withholds to protect a speaker" in page
    for hidden in ("Title of withheld-one", "hidden-one", "Printed, one."):
        assert hidden not in page
    assert "role for residents-one" not in as_editor.get(preview(draft.claims.get(is_protected=True))).content.decode()


def test_links_to_the_incident_lead_to_previews_and_all_others_to_public_pages(draft: Incident, as_editor: Client):
    shown = [preview(draft), preview(draft.claims.get(number=2)), f"{preview(draft)}questions/killed/"]

    links = {link for address in shown for link in links_of(address, as_editor.get(address).content.decode())}

    of_incident = {link for link in links if draft.code in link}
    assert {preview(claim) for claim in draft.claims.all()} <= of_incident
    assert {preview(draft), f"{preview(draft)}accounts/", f"{preview(draft)}questions/killed/"} <= of_incident
    assert all(link.startswith("/admin/preview/") for link in of_incident)
    assert {as_editor.get(link).status_code for link in of_incident} == {200}
    assert {"/incidents/", "/parties/", "/sources/", "https://example.org/article-one"} <= links
    desk = {link for link in links - of_incident if link.startswith("/admin/")}
    assert all(link.endswith("/change/") for link in desk)


def links_of(address: str, page: str) -> set[str]:
    """Where the links of a page lead, whichever place there they name."""
    return {urljoin(address, link).partition("#")[0] for link in re.findall(r'<a\b[^>]*? href="([^"]*)"', page)}


def test_a_preview_is_cited_by_the_public_address(draft: Incident, as_editor: Client):
    page = as_editor.get(preview(draft.claims.get(number=2))).content.decode()

    assert f'<span class="address">http://testserver{PAGE}claims/2/</span>' in page


def test_no_page_after_a_preview_leads_to_previews(draft: Incident, as_editor: Client, client: Client):
    as_editor.get(preview(draft))
    Incident.objects.update(state=State.PUBLISHED, has_been_published=True)
    list_all()

    assert "/admin/" not in client.get(PAGE).content.decode()


def test_a_preview_of_a_question_that_nobody_asks_is_not_found(draft: Incident, as_editor: Client):
    assert as_editor.get(f"{preview(draft)}questions/nothing/").status_code == 404


def test_what_is_withdrawn_stands_in_no_preview_and_its_own_shows_the_notice(draft: Incident, as_editor: Client):
    claim = draft.claims.get(question__code="called")
    Claim.objects.filter(pk=claim.pk).update(state=State.WITHDRAWN, has_been_published=True, **NOTICE)

    of_incident, of_claim = (as_editor.get(preview(row)) for row in (draft, claim))

    assert "massacre, says one" not in of_incident.content.decode()
    assert "It was entered twice." in of_incident.content.decode()
    assert of_claim.status_code == 200
    assert "was withdrawn from this archive on 26 November 2026" in of_claim.content.decode()
    assert "massacre, says one" not in of_claim.content.decode()


def test_a_draft_that_was_withdrawn_is_previewed_as_it_will_stand(draft: Incident, as_editor: Client, client: Client):
    claim = draft.claims.get(question__code="called")
    Claim.objects.filter(pk=claim.pk).update(has_been_published=True, **NOTICE)
    Incident.objects.update(has_been_published=True, **NOTICE)

    assert "massacre, says one" in as_editor.get(preview(draft)).content.decode()
    assert "massacre, says one" in as_editor.get(preview(claim)).content.decode()
    assert client.get(PAGE).status_code == 410
    Incident.objects.update(state=State.WITHDRAWN)
    assert "massacre, says one" not in as_editor.get(preview(claim)).content.decode()
    assert "was withdrawn from this archive" in as_editor.get(preview(draft)).content.decode()


def test_a_preview_is_never_kept_and_saves_nothing(draft: Incident, as_editor: Client):
    response = as_editor.get(preview(draft))

    assert {"private", "no-store"} <= {part.strip() for part in response["Cache-Control"].split(",")}
    assert "ETag" not in response
    assert response["X-Robots-Tag"] == "noindex"
    draft.refresh_from_db()
    assert (draft.state, draft.has_been_published) == (State.DRAFT, False)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_previews_are_for_staff_who_may_look(draft: Incident, client: Client):
    looker = make_user(is_staff=True)
    looker.user_permissions.set(Permission.objects.filter(codename__in=["view_incident", "view_claim"]))

    for row in (draft, draft.claims.get(number=1)):
        assert client.get(preview(row)).status_code == 302
        assert signed_in(make_user(is_staff=True)).get(preview(row)).status_code == 403
        assert signed_in(looker).get(preview(row)).status_code == 200


@pytest.mark.parametrize("code", ["0", "SY-2017-0316-B", "sy-2017-0316-a", "9" * 30, "-1", "%D9%A3"])
def test_an_address_of_no_record_is_not_found(draft: Incident, as_editor: Client, code: str):
    for rest in ("", "accounts/", "claims/1/", "questions/killed/"):
        assert as_editor.get(f"/admin/preview/{code}/{rest}").status_code == 404, rest
    for number in ("0", "999", "x", "9" * 30):
        assert as_editor.get(f"/admin/preview/{draft.code}/claims/{number}/").status_code == 404, number


def test_the_form_leads_to_the_preview_and_to_what_is_public(draft: Incident, as_editor: Client):
    claim = draft.claims.get(number=1)
    form = reverse("admin:strikes_claim_change", args=[claim.pk])
    before = as_editor.get(form).content.decode()

    Claim.objects.update(state=State.PUBLISHED, has_been_published=True, approved_by=make_user())
    Incident.objects.update(state=State.PUBLISHED, has_been_published=True)
    after = as_editor.get(form).content.decode()

    assert f'href="{preview(claim)}"' in before
    assert "View on site" not in before
    assert f'href="{PAGE}claims/1/" class="viewsitelink"' in after
    closed = as_editor.get(reverse("admin:strikes_incident_change", args=[draft.pk])).content.decode()
    assert f'href="{preview(draft)}"' in closed
    assert f'href="{PAGE}" class="viewsitelink"' in closed


def test_a_preview_takes_as_many_queries_for_many_claims_as_for_few(draft: Incident, as_editor: Client):
    counts = []
    for times in (0, 6):
        for number in range(times):
            make_claims(draft, make_cast(f"more-{number}"), State.DRAFT)
        for row in (draft, draft.claims.get(number=1)):
            as_editor.get(preview(row))
            with CaptureQueriesContext(connection) as queries:
                everything(as_editor.get(preview(row)))
            counts.append(len(queries))

    assert counts[:2] == counts[2:]
