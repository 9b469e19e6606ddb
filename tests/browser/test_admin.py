"""A claim on its way through the admin, in Chromium under the site's strict policy: entered, published, read."""

import pytest
from playwright.sync_api import Page, expect

from tests.archive import make_cast, make_whole_incident
from tests.browser.entering import choose, sign_in, word
from tests.builders import make_account

CLAIMS, INCIDENTS = "/admin/strikes/claim/", "/admin/strikes/incident/"


@pytest.fixture
def archive(transactional_db: None) -> None:
    make_whole_incident(make_cast("one"), "SY-2017-0316-A")
    make_account("editor")
    make_account("reviewer")


def test_an_editor_enters_a_claim_mends_it_and_a_reviewer_publishes_it(page: Page, archive: None):
    sign_in(page, "editor")
    page.goto(INCIDENTS)
    page.get_by_role("link", name="Add a claim to SY-2017-0316-A").click()
    choose(page, "question", "killed or inj", "Civilians killed or injured")
    choose(page, "party", "office", "Party office-one")
    page.get_by_role("button", name="Continue").click()
    page.locator("#id_stated").fill("some day in March")
    page.get_by_label("asserts", exact=True).check()
    page.locator("#id_counted").fill("none known")
    choose(page, "citations-0-source", "article", "Title of article-one")
    page.locator("#id_citations-0-quotation").fill("We do not currently assess there were any civilian casualties")
    word(page, "the party's own words")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_text("“some day in March” is not a date that this archive reads.")).to_be_visible()
    expect(page.locator("#id_citations-0-quotation")).to_have_value(
        "We do not currently assess there were any civilian casualties"
    )
    page.locator("#id_stated").fill("17 March 2017")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".success")).to_be_visible()

    sign_in(page, "reviewer")
    page.goto(CLAIMS)
    page.get_by_role("checkbox").nth(1).check()
    page.locator("select[name=action]").select_option("publish")
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("SY-2017-0316-A claim 1 is published.")).to_be_visible()

    page.goto("/incidents/SY-2017-0316-A/accounts/")
    expect(page.locator("#claim-1")).to_contain_text("none known")
    expect(page.locator("#claim-1")).to_contain_text("stated 17 March 2017")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_form_of_a_claim_fits_the_screen(page: Page, archive: None, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, "editor")

    page.goto(f"{CLAIMS}add/")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
