"""The public pages in Chromium: axe finds nothing, nothing scrolls sideways, and the console stays silent."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django import DjangoDbBlocker

from tests.archive import list_all, make_cast, make_claims, make_whole_incident
from tests.browser.conftest import SIZES

ADDRESSES = {
    "home": "/",
    "method": "/method/",
    "list": "/incidents/",
    "filters": "/incidents/?date_from=x&near=1&km=-1",
    "nothing": "/incidents/?date_to=1900&q=strike",
    "page": "/incidents/SY-2017-0316-A/",
    "accounts": "/incidents/SY-2017-0316-A/accounts/",
    "followed": "/incidents/SY-2017-0316-A/?party=state-one&party=residents-one&party=nobody",
    "claim": "/incidents/SY-2017-0316-A/claims/1/",
    "question of an incident": "/incidents/SY-2017-0316-A/questions/killed/",
    "questions": "/questions/",
    "question": "/questions/killed/",
    "sources": "/sources/",
    "source": "/sources/post-one/",
    "publishers": "/publishers/",
    "publisher": "/publishers/platform-one/",
    "parties": "/parties/?kind=x",
    "party": "/parties/state-one/",
    "steps": "/parties/state-one/corrects/",
    "not found": "/incidents/SY-2017-0316-Z/",
}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def archive(module_commits: DjangoDbBlocker) -> None:
    with module_commits.unblock():
        cast = make_cast("one")
        make_claims(make_whole_incident(cast, "SY-2017-0316-A"), cast)
        list_all()


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_page_is_accessible_and_fits_in_every_size_and_scheme(
    archive: None, page: Page, complaints: list[str], name: str
):
    page.goto(ADDRESSES[name])

    for scheme, width in SIZES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]})

        assert found.violations_count == 0, (scheme, width, found.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (scheme, width)
    if name == "not found":
        assert ["404" in complaint for complaint in complaints] == [True]
        complaints.clear()
