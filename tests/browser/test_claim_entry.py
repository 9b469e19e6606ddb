"""A source and three claims of a dossier as an editor types them, in Chromium: with mistakes, mended, and their cost."""

from collections import Counter
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sources.models import Source
from strikes.loading.load import load
from strikes.models import Claim, Incident
from tests.browser.conftest import SIZES
from tests.browser.entering import CLAIM, SOURCE, choose, form_of_claim, save, sign_in, take_first, word
from tests.builders import make_account

DOSSIER = Path("strikes/dossiers/incidents/sy-2017-0316-a.json")
# Of axe: without its own copies of the style sheets, which the policy of the site forbids, and what it finds wrong alone.
OPTIONS = {"preload": False, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}


@pytest.fixture
def jinah(transactional_db: None) -> Incident:
    """The strike at al-Jinah as it is coded, to which the next report is added."""
    load([DOSSIER])
    make_account("editor")
    return Incident.objects.get(code="SY-2017-0316-A")


def number_of(party: str, question: str) -> Claim:
    return Claim.objects.filter(party__slug=party, question__code=question).latest("number")


def test_a_source_and_three_claims_are_entered_mistaken_and_mended(page: Page, jinah: Incident):
    earlier = number_of("syrian-observatory", "killed")
    sign_in(page, "editor")

    # An address that is a source already, as a phone would share it, is told while it is typed.
    page.goto(SOURCE)
    page.locator("#id_addresses-0-url").press_sequentially("https://airwars.org/news/al-jinahnew/?utm_source=x")
    expect(page.locator(".field-url output").first).to_contain_text("already that of a source")
    page.locator("#id_addresses-0-url").fill("https://example.org/sohr-al-jinah")
    choose(page, "publisher", "Airwars", "Airwars")
    page.locator("#id_code").fill("sohr-2017-0318")
    page.locator("#id_title").fill("[The count at al-Jinah]")
    page.locator("#id_kind").select_option("statement")
    page.locator("#id_published").press_sequentially("18/19 March 2017")
    expect(page.locator(".field-published output")).to_contain_text("is not a date that this archive reads")
    page.locator("#id_published").fill("18 March 2017")
    expect(page.locator(".field-published output")).to_have_text("Understood as: 18 March 2017 (EDTF 2017-03-18)")
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()

    # A number with a hedge and an imprecise day, mistyped; it supersedes an earlier one.
    page.goto(form_of_claim(jinah, "killed", "syrian-observatory", "sohr-2017-0318"))
    page.locator("#id_stated").fill("03/04/2017")
    page.get_by_label("asserts", exact=True).check()
    page.locator("#id_counted").fill("fortynine or so")
    word(page, "reported speech")
    save(page)
    expect(page.get_by_text("“03/04/2017” can be 3 April 2017 or 4 March 2017.").first).to_be_visible()
    expect(page.get_by_text("“fortynine or so” is not a number that this archive reads.").first).to_be_visible()
    page.locator("#id_stated").fill("18 or 19 March 2017")
    page.locator("#id_counted").fill("at least 49 (so far)")
    expect(page.locator(".field-counted output")).to_contain_text("Two hedges stand here")
    page.locator("#id_counted").fill("at least 49")
    expect(page.locator(".field-counted output")).to_have_text("Understood as: at least 49")
    page.get_by_role("button", name="Add another Supersession").click()
    page.locator("#id_supersedes-0-earlier").select_option(str(earlier.pk))
    page.locator("#id_supersedes-0-kind").select_option("updates")
    save(page, "Save, and next claim of this party and source")
    expect(page.get_by_text("What does the party say next?")).to_be_visible()
    claim = number_of("syrian-observatory", "killed")
    assert claim.stated is not None
    assert (claim.count_low, claim.hedge, claim.stated.edtf) == (49, "at_least", "[2017-03-18,2017-03-19]")
    assert claim.supersedes.count() == 1

    # The next of the same party and source: a choice; and a place, its coordinates swapped at first.
    choose(page, "question", "where", "Where (place, where)")
    save(page, "Continue")
    page.get_by_role("button", name="Take the day of publication, 18 March 2017").click()
    page.get_by_label("asserts", exact=True).check()
    choose(page, "value_place", "al-jinah", "settlement")
    page.locator("#id_point").press_sequentially("lon 36.80 lat 36.11")
    expect(page.locator(".field-point output")).to_contain_text("Are the two swapped?")
    page.locator("#id_point").fill("36°06'28\"N 36°47'13\"E")
    page.locator("#id_location_precision").select_option("vicinity")
    word(page, "reported speech")
    save(page)
    expect(page.get_by_text("Coordinates understood as: 36.107778° north, 36.786944° east")).to_be_visible()
    assert number_of("syrian-observatory", "where").when is None

    page.goto(form_of_claim(jinah, "called", "syrian-observatory", "sohr-2017-0318"))
    page.get_by_label("asserts", exact=True).check()
    page.locator("#id_value_text").fill("a massacre")
    word(page, "the party's own words")
    save(page)
    assert number_of("syrian-observatory", "called").value_text == "a massacre"


def test_what_one_claim_costs(page: Page, jinah: Incident, cost: Counter[str]):
    """SOHR's 46 in a source that is here already, from the incident's link to the saved draft."""
    sign_in(page, "editor")
    page.goto("/admin/strikes/incident/")
    page.wait_for_load_state()
    cost.clear()

    page.get_by_role("link", name="Add a claim to SY-2017-0316-A").click()
    take_first(page, "kil", "Killed (number, killed)")
    page.keyboard.press("Tab")
    take_first(page, "syrian o", "Syrian Observatory")
    page.keyboard.press("Tab")
    take_first(page, "unid", "unidentified-reprint-al-jinah")
    save(page, "Continue")
    page.locator("#id_stated").click()
    page.keyboard.type("17 March 2017")
    page.get_by_label("asserts", exact=True).click()
    page.locator("#id_counted").click()
    page.keyboard.type("at least 46")
    word(page, "reported speech")
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()

    assert (cost["mousedown"], cost["keydown"]) == (7, 44)


def test_the_desk_fits_the_screen_and_axe_finds_nothing_in_any_size_and_scheme(page: Page, jinah: Incident):
    sign_in(page, "editor")
    claim = jinah.claims.filter(question__code="where", latitude__isnull=False)[0]
    source = Source.objects.get(code="airwars-2017-0607")
    addresses = {
        "index": "/admin/",
        "claims": "/admin/strikes/claim/?missing=day",
        "incidents": "/admin/strikes/incident/",
        "sources": "/admin/sources/source/",
        "step": f"{CLAIM}?incident={jinah.pk}",
        "claim": form_of_claim(jinah, "killed", "syrian-observatory", "airwars-2017-0607"),
        "change": f"/admin/strikes/claim/{claim.pk}/change/",
        "source": f"/admin/sources/source/{source.pk}/change/",
    }

    for address in addresses.values():
        page.goto(address)

        for scheme, width in SIZES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
            found = Axe().run(page, options=OPTIONS)
            assert not found.response["violations"], (address, scheme, width, found.generate_report())
