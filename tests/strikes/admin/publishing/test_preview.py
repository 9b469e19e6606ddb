"""A preview is the public page as it will be, for staff alone."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from strikes.admin.publishing.preview import within_previews
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


def preview(row: Incident | Claim) -> str:
    return reverse(f"admin:strikes_{row._meta.model_name}_preview", args=[row.pk])


def text_of(page: str) -> str:
    """The page without its bar and without where its links lead."""
    without_bar = re.sub(r"<aside class=\"preview-bar\".*?</aside>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r'(<a\b[^>]*?) href="[^"#]*(#[^"]*)?"', r"\1", without_bar))


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


def test_links_lead_to_previews_or_nowhere_in_this_site(draft: Incident, as_editor: Client):
    claim = draft.claims.get(number=2)
    pages = [as_editor.get(preview(row)).content.decode() for row in (draft, claim)]

    links = {link for page in pages for link in re.findall(r'<a\b[^>]*? href="([^"]*)"', page)}

    inside = {link for link in links if not link.startswith(("#", "https://"))}
    assert preview(claim) in inside
    assert preview(draft) in inside
    assert all((link.startswith("/admin/strikes/") and "/preview/" in link) or "/change/" in link for link in inside)
    assert "https://example.org/article-one" in links


def test_a_preview_of_a_question_that_nobody_asks_is_not_found(draft: Incident, as_editor: Client):
    assert as_editor.get(f"{preview(draft)}questions/nothing/").status_code == 404


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ('<a href="/incidents/">x</a>', "<a>x</a>"),
        ('<a rel="next" href="/incidents/?page=2">x</a>', '<a rel="next">x</a>'),
        ('<a class="a" href="/nowhere/#b">x</a>', '<a class="a">x</a>'),
        ('<a href="/">x</a>', "<a>x</a>"),
        ('<a href="claims/999/">x</a>', "<a>x</a>"),
        ('<a href="#sources">x</a>', '<a href="#sources">x</a>'),
        ('<a href="//example.org/">x</a>', '<a href="//example.org/">x</a>'),
        ('<link rel="icon" href="/static/a.svg">', '<link rel="icon" href="/static/a.svg">'),
        ('<a href="/incidents/SY-2017-0316-B/">x</a>', "<a>x</a>"),
        ('<a href="/incidents/SY-2017-0316-A/claims/999/">x</a>', "<a>x</a>"),
    ],
)
def test_each_link_by_itself(draft: Incident, link: str, led: str):
    assert within_previews(link, draft) == led


def test_a_place_in_a_page_is_kept(draft: Incident):
    link = within_previews(f'<a href="{PAGE}#claim-2">x</a><a href="accounts/#party-a">y</a>', draft)

    assert link == f'<a href="{preview(draft)}#claim-2">x</a><a href="{preview(draft)}accounts/#party-a">y</a>'


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


@pytest.mark.parametrize("key", ["0", "999999", "9" * 18, "9" * 30, "-1", "x", "1.5", "%D9%A3", "%00"])
def test_an_address_of_no_record_is_not_found(draft: Incident, as_editor: Client, key: str):
    for model in ("incident", "claim"):
        response = as_editor.get(f"/admin/strikes/{model}/{key}/preview/")
        # Where the address is none of a preview the admin takes it for a key, and leads home.
        assert response.status_code in (302, 404), key


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
