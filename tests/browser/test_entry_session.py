"""An editor's session with the strike in Kunduz: a source and three claims entered, three slips mended, all published."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sources.models import Source
from strikes.loading.load import load
from strikes.models import Claim, Incident
from tests.browser.entering import SOURCE, choose, form_of_claim, save, sign_in, take_first, word
from tests.builders import make_account

DOSSIER = Path("strikes/dossiers/incidents/af-2015-1003-a.json")
KUNDUZ = "AF-2015-1003-A"


@pytest.fixture
def kunduz(transactional_db: None) -> Incident:
    """The incident with its parties, places and sources, before any claim and one of the sources were entered."""
    load([DOSSIER])
    Claim.objects.filter(incident__code=KUNDUZ).delete()
    Source.objects.get(code="celebcafe-2015-11").delete()
    make_account("editor")
    make_account("reviewer")
    return Incident.objects.get(code=KUNDUZ)


def test_a_source_and_three_claims_are_entered_mended_published_and_found(page: Page, kunduz: Incident):
    sign_in(page, "editor")
    enter_source(page)
    enter_first_count(page)
    enter_later_count(page, kunduz)
    enter_place(page, kunduz)

    sign_in(page, "reviewer")
    publish_what_is_ready(page)

    page.goto(f"/incidents/{KUNDUZ}/")
    expect(page.locator("main")).to_contain_text("at least 30 people")
    page.get_by_role("link", name="All accounts on one page").click()
    for number, words in ((1, "22"), (2, "at least 30"), (3, "Trauma Centre")):
        expect(page.locator(f"#claim-{number}")).to_contain_text(words, ignore_case=True)
    page.goto(f"/incidents/{KUNDUZ}/claims/2/")
    expect(page.locator("main")).to_contain_text("stated November 2015")
    page.goto("/sources/celebcafe-2015-11/")
    expect(page.locator("main")).to_contain_text("MSF posts grim details from Afghan hospital strike")


def enter_source(page: Page) -> None:
    page.goto(SOURCE)
    choose(page, "publisher", "celeb", "CelebCafe")
    page.locator("#id_kind").select_option("article")
    page.locator("#id_code").fill("celebcafe-2015-11")
    page.locator("#id_title").fill("MSF posts grim details from Afghan hospital strike")
    page.locator("#id_published").fill("November 2015")
    page.locator("#id_addresses-0-url").fill("https://celebcafe.org/?p=177481")
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()


def enter_first_count(page: Page) -> None:
    """From the list of incidents, by keys; a number that cannot be read, and a citation that says not whose words."""
    page.goto("/admin/strikes/incident/")
    page.get_by_role("link", name=f"Add a claim to {KUNDUZ}").click()
    take_first(page, "killed", "Killed (number, killed)")
    page.keyboard.press("Tab")
    take_first(page, "médecins", "Médecins Sans Frontières")
    page.keyboard.press("Tab")
    take_first(page, "gunship", "arkansas-democrat-gazette-2015-1006")
    save(page, "Continue")
    page.get_by_label("asserts", exact=True).check()
    page.locator("#id_stated").fill("5 October 2015")
    page.locator("#id_counted").fill("twenty too")
    page.locator("#id_note").fill("Printed by the press with MSF as its source.")
    save(page)

    expect(page.get_by_text("“twenty too” is not a number that this archive reads.").first).to_be_visible()
    expect(page.locator(".field-wording .errorlist")).to_have_text("This field is required.")
    expect(page.locator("#id_note")).to_have_value("Printed by the press with MSF as its source.")
    page.locator("#id_counted").fill("twenty-two")
    word(page, "reported speech")
    save(page)
    expect(page.get_by_text("Number understood as: 22")).to_be_visible()


def enter_later_count(page: Page, kunduz: Incident) -> None:
    """It supersedes the first; its day can be read in two ways, and all that the source allows to say is the month."""
    page.goto(form_of_claim(kunduz, "killed", "medecins-sans-frontieres", "celebcafe-2015-11"))
    page.get_by_label("asserts", exact=True).check()
    page.locator("#id_stated").fill("5/11/2015")
    page.locator("#id_counted").fill("at least 30")
    page.locator("#id_basis").select_option("own_inquiry")
    word(page, "a third party's summary")
    page.get_by_role("button", name="Add another Supersession").click()
    page.locator("#id_supersedes-0-earlier").select_option(label=option_of(page, "no. 1:"))
    page.locator("#id_supersedes-0-kind").select_option("updates")
    save(page)

    expect(page.get_by_text("“5/11/2015” can be 11 May 2015 or 5 November 2015.").first).to_be_visible()
    expect(page.locator("#id_counted")).to_have_value("at least 30")
    expect(page.locator("#id_supersedes-0-kind")).to_have_value("updates")
    page.get_by_role("button", name="Take the day of publication, November 2015").click()
    save(page)
    expect(page.get_by_text("Stated understood as: November 2015")).to_be_visible()


def option_of(page: Page, words: str) -> str:
    return page.locator("#id_supersedes-0-earlier option", has_text=words).inner_text()


def enter_place(page: Page, kunduz: Incident) -> None:
    """Its quotation is typed, and the source forgotten."""
    page.goto(form_of_claim(kunduz, "where", "us-military"))
    page.locator("#id_stated").fill("3 October 2015")
    page.get_by_label("asserts", exact=True).check()
    choose(page, "value_place", "trauma", "MSF trauma centre")
    page.locator("#id_location_precision").select_option("vicinity")
    page.locator("#id_statement").fill("The strike was in the vicinity of the hospital.")
    page.locator("#id_citations-0-quotation").fill("in the vicinity")
    word(page, "the party's own words")
    save(page)

    expect(page.locator(".field-source .errorlist").first).to_have_text("This field is required.")
    expect(page.locator("#id_citations-0-quotation")).to_have_value("in the vicinity")
    choose(page, "citations-0-source", "celebcafe-2015-10", "MSF staff leave Afghan city")
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()


def publish_what_is_ready(page: Page) -> None:
    """By the way that the front page shows."""
    page.goto("/admin/")
    page.get_by_role("link", name="only publication: cited and answered 3").click()
    page.get_by_role("checkbox").first.check()
    page.locator("select[name=action]").select_option("publish")
    page.get_by_role("button", name="Go").click()
    claims = ", ".join(f"{KUNDUZ} claim {number}" for number in (1, 2, 3))
    expect(page.get_by_text(f"3 are published: {claims}.")).to_be_visible()
