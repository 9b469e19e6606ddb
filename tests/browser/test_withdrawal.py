"""A claim published and withdrawn in Chromium on a phone's screen, and the page that then stands at its address."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from strikes.models import Claim
from tests.archive import make_cast, make_whole_incident
from tests.browser.conftest import SCHEMES
from tests.browser.entering import sign_in
from tests.builders import make_account, make_citation, make_claim


@pytest.fixture
def draft(transactional_db: None) -> Claim:
    cast = make_cast("one")
    draft = make_claim(
        incident=make_whole_incident(cast, "SY-2017-0316-A"),
        number=1,
        question="called",
        party=cast.state,
        value_text="a strike on fighters",
        last_edited_by=make_account("editor"),
    )
    make_citation(draft, source=cast.article)
    make_account("reviewer")
    return draft


def check(page: Page, width: int) -> None:
    """The page fits once its styles are there, and axe finds nothing, light or dark."""
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    only = {"runOnly": ["color-contrast", "label", "target-size"]} if "/admin/" in page.url else {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options=only if "/preview/" not in page.url else {})
        assert not found.response["violations"], (scheme, found.generate_report())


def test_a_claim_is_published_and_withdrawn_with_a_reason(page: Page, draft: Claim, complaints: list[str]):
    page.set_viewport_size({"width": 390, "height": 844})
    form = f"/admin/strikes/claim/{draft.pk}/change/"
    sign_in(page, "editor")
    page.goto(form)
    expect(page.get_by_text("Accounts that can publish it: reviewer.")).to_be_visible()
    check(page, 390)

    sign_in(page, "reviewer")
    page.goto(form)
    page.get_by_role("link", name="Preview").click()
    expect(page.get_by_text("Readers cannot see this page.")).to_be_visible()
    expect(page.get_by_text("a strike on fighters")).to_be_visible()
    check(page, 390)
    page.get_by_role("link", name="Back to the form").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("SY-2017-0316-A claim 1 is published.")).to_be_visible()

    page.get_by_role("button", name="Withdraw…").click()
    expect(page.get_by_role("heading", name="What will happen")).to_be_visible()
    check(page, 390)
    page.get_by_label("Reason").fill("It was entered twice.")
    page.get_by_role("button", name="Withdraw", exact=True).click()
    expect(page.get_by_text("SY-2017-0316-A claim 1 is withdrawn.")).to_be_visible()
    check(page, 390)

    response = page.goto("/incidents/SY-2017-0316-A/claims/1/")
    assert response is not None
    assert response.status == 410
    expect(page.get_by_role("heading", name="Claim 1 was withdrawn")).to_be_visible()
    expect(page.get_by_text("It was entered twice.")).to_be_visible()
    check(page, 390)
    page.get_by_role("link", name="SY-2017-0316-A").click()
    expect(page.get_by_role("heading", name="Withdrawn from this archive")).to_be_visible()
    check(page, 390)
    # Chromium says of the page itself that it is gone.
    complaints[:] = [said for said in complaints if "410 (Gone)" not in said]
