"""The steps of an editor in the admin, as a hand takes them."""

from playwright.sync_api import Page, expect

from sources.models import Source
from strikes.models import Incident, Party, Question

CLAIM, SOURCE = "/admin/strikes/claim/add/", "/admin/sources/source/add/"


def sign_in(page: Page, name: str) -> None:
    page.context.clear_cookies()
    page.goto("/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("password")
    page.get_by_role("button", name="Log in").click()


def choose(page: Page, field: str, typed: str, option: str) -> None:
    """Type into one of the admin's fields that search, and take what it finds."""
    page.locator(f"#id_{field} + .select2").click()
    page.locator(".select2-container--open .select2-search__field").press_sequentially(typed)
    page.locator(".select2-results__option", has_text=option).click()


def take_first(page: Page, typed: str, option: str) -> None:
    """Type where the focus is, a field that searches, and take the first that it finds, without a click."""
    expect(page.locator(".select2-selection:focus")).to_be_visible()
    page.keyboard.type(typed)
    expect(page.locator(".select2-results__option--highlighted")).to_contain_text(option)
    page.keyboard.press("Enter")


def word(page: Page, whose: str) -> None:
    """Say whose words the first citation quotes."""
    page.locator("#id_citations-0-wording").get_by_label(whose).check()


def save(page: Page, name: str = "Save") -> None:
    page.get_by_role("button", name=name, exact=True).click()
    # Once its scripts have run, a new form puts the focus into its first box: what is typed before goes there.
    page.wait_for_load_state()


def form_of_claim(incident: Incident, question: str, party: str, source: str = "") -> str:
    """The address at which the form of a claim opens past its first step."""
    known = {
        "incident": incident.pk,
        "question": Question.objects.get(code=question).pk,
        "party": Party.objects.get(slug=party).pk,
    }
    if source:
        known["source"] = Source.objects.get(code=source).pk
    return f"{CLAIM}?{'&'.join(f'{name}={key}' for name, key in known.items())}"
