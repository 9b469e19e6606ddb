"""Chromium on the site: no error in its console, and no request that leaves the site."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
)
# A page is opened once, and looked at in each of these schemes and widths.
SCHEMES = ("light", "dark")
SIZES = [(scheme, width) for scheme in SCHEMES for width in (390, 1280)]
# How long a page takes says nothing on a machine that others share; what never comes fails all the same.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch the Chromium that the system has."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        reason = "No Chromium found: install the package chromium."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    # Playwright's event loop makes Django believe that a query would block it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {**browser_type_launch_args, "executable_path": chromium, "args": FLAGS.split()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Ask for no motion: a colour on its way to another is no colour of the page."""
    return {**browser_context_args, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """Let a test name addresses by their path: `page.goto("/incidents/")`."""
    return live_server.url


@pytest.fixture
def complaints() -> list[str]:
    """What went wrong in the browser; a test that expects an error takes it out of here."""
    return []


@pytest.fixture
def page(context: BrowserContext, live_server: LiveServer, complaints: list[str]) -> Iterator[Page]:
    """Return a page of the site, and fail at the end where it complained."""
    site = urlsplit(live_server.url).netloc

    def keep_inside(route: Route) -> None:
        if urlsplit(route.request.url).netloc == site:
            route.continue_()
        else:
            complaints.append(f"a request left the site: {route.request.url}")
            route.abort()

    context.route("**/*", keep_inside)
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert not complaints


@pytest.fixture
def cost(page: Page) -> Counter[str]:
    """Clicks and keys of the page's user, counted by the browser."""
    counted: Counter[str] = Counter()
    page.expose_function("countOne", lambda kind: counted.update([kind]))
    page.add_init_script(
        "for (const kind of ['mousedown', 'keydown']) addEventListener(kind, () => countOne(kind), true)"
    )
    return counted
