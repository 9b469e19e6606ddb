"""Finding incidents in Chromium: by date and by place, page by page, with and without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import DjangoDbBlocker

from strikes.listing import search
from strikes.loading.load import load

DOSSIERS = sorted(Path("strikes/dossiers/incidents").glob("*.json"))
WIDTHS = [390, 1280]


@pytest.fixture(scope="module", autouse=True)
def archive(module_commits: DjangoDbBlocker) -> None:
    with module_commits.unblock():
        load(DOSSIERS)


@pytest.fixture(autouse=True)
def _pages_of_four(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "PAGE_SIZE", 4)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def browser_context_args(browser_context_args: dict[str, object], request: pytest.FixtureRequest) -> dict[str, object]:
    return browser_context_args | {"java_script_enabled": request.param}


def titles(page: Page) -> list[str]:
    return page.locator(".incident-row h3").all_inner_texts()


def open_filters(page: Page) -> None:
    if not page.get_by_label("From", exact=True).is_visible():
        page.get_by_text("Filter by date, place, party, question and words").click()


@pytest.mark.parametrize("width", WIDTHS)
def test_filtering_by_date_and_by_place(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/incidents/")
    expect(page.get_by_role("heading", name="18 incidents")).to_be_visible()

    open_filters(page)
    page.get_by_label("From", exact=True).fill("2017-03-17")
    page.get_by_label("To", exact=True).fill("2017-03")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="2 incidents")).to_be_visible()
    assert titles(page) == ["Strike at al-Mansoura, 20–21 March 2017", "Explosion at al-Jadida, Mosul, 17 March 2017"]

    page.get_by_label("Place", exact=True).fill("الموصل")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="1 incident")).to_be_visible()
    assert "date_from=2017-03-17" in page.url

    page.get_by_role("link", name="Remove all filters").click()
    expect(page.get_by_role("heading", name="18 incidents")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_wrong_date_stays_in_its_field_with_a_sentence(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/incidents/?country=syria")

    page.get_by_label("From", exact=True).fill("March")
    page.get_by_role("button", name="Show").click()

    expect(page.get_by_text("“March” is not a date that this filter reads.")).to_be_visible()
    expect(page.get_by_label("From", exact=True)).to_have_value("March")
    expect(page.get_by_role("heading", name="5 incidents")).to_be_visible()


def turn_to(page: Page, link: str) -> None:
    """Follow a link to the next rows or those before, until they are there."""
    shown = titles(page)[0]
    page.get_by_role("link", name=link).first.click()
    expect(page.locator(".incident-row h3").first).not_to_have_text(shown)


@pytest.mark.parametrize("width", WIDTHS)
def test_paging_forward_and_back_and_reading_jinah_and_a_claim(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/incidents/?sort=newest")
    first = titles(page)
    seen = list(first)

    turned = 0
    while page.get_by_role("link", name="Next page").count():
        turn_to(page, "Next page")
        turned += 1
        seen += titles(page)
    assert len(seen) == len(set(seen)) == 18

    for _number in range(turned):
        turn_to(page, "Previous page")
    assert titles(page) == first

    page.goto("/incidents/?place=Jinah")
    page.get_by_role("link", name="Strike at al-Jinah, 16 March 2017").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Strike at al-Jinah")
    page.locator(".speakers").get_by_role("link", name="Human Rights Watch").click()
    folded = page.locator("#party-human-rights-watch")
    assert folded.get_attribute("open") is None
    folded.locator("summary").click()
    expect(folded.locator(".claim").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    folded.locator(".claim").first.get_by_role("link", name="claim ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Claim ")
    expect(page.get_by_text("Human Rights Watch on “")).to_be_visible()
