"""The one stylesheet: joined from its parts, and found by whatever looks for static files."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings as site
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from strikes.project.stylesheet import NAME, PARTS, StylesheetFinder, rebased

STATIC = site.BASE_DIR / "static"
LAYERS = ("reset", "base", "layout", "components", "pages", "print")


def found() -> Path:
    return Path(finders.find(NAME) or "nowhere")


@pytest.fixture
def var(settings: Settings, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    return tmp_path


@pytest.mark.django_db
def test_a_page_asks_for_one_stylesheet(client: Client):
    page = client.get("/").content.decode()

    assert re.findall(r'<link rel="stylesheet" href="(.*?)">', page) == [f"/static/{NAME}"]


def test_it_holds_every_file_in_order():
    stylesheet = found().read_text()

    places = [stylesheet.index((STATIC / part).read_text()) for part in PARTS]

    assert places == sorted(places)


def test_no_file_is_left_out_but_that_of_the_desk():
    files = {file.relative_to(STATIC).as_posix() for file in STATIC.rglob("*.css")}

    assert files == {*PARTS, "css/admin.css"}
    assert len(set(PARTS)) == len(PARTS)


def test_the_order_of_the_layers_comes_first_and_each_file_wraps_itself_in_one():
    texts = [re.sub(r"/\*.*?\*/", "", (STATIC / part).read_text(), flags=re.DOTALL).strip() for part in PARTS]

    assert texts[0].startswith(f"@layer {', '.join(LAYERS)};")
    for part, text in zip(PARTS, texts, strict=True):
        assert re.match(rf"(@layer [a-z, ]+;\s*)?@layer ({'|'.join(LAYERS)}) {{", text), part


def test_a_change_of_a_part_shows_when_it_is_asked_for_again(var: Path, tmp_path: Path):
    finder = StylesheetFinder()
    finder.static = tmp_path / "static"
    for part in PARTS:
        (finder.static / part).parent.mkdir(parents=True, exist_ok=True)
        (finder.static / part).write_text(f"/* {part} */")

    before = Path(finder.find(NAME)).read_text()
    (finder.static / PARTS[-1]).write_text("/* changed */")
    after = Path(finder.find(NAME)).read_text()

    assert before.endswith("/* css/print.css */")
    assert after == before.replace("/* css/print.css */", "/* changed */")


def test_it_is_not_written_again_where_nothing_changed(var: Path):
    finder = StylesheetFinder()

    first = Path(finder.find(NAME)).stat()
    second = Path(finder.find(NAME)).stat()

    assert (first.st_ino, first.st_mtime_ns) == (second.st_ino, second.st_mtime_ns)


@pytest.mark.parametrize("path", ["css/tokens.css", "js/choosing.js", "css/nowhere.css"])
def test_it_finds_nothing_else(var: Path, path: str):
    assert StylesheetFinder().find(path) == []
    assert not (var / "stylesheet").exists()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("url(../../img/mark.svg)", "url(../img/mark.svg)"),
        ('url("../../img/mark.svg#sign")', 'url("../img/mark.svg#sign")'),
        ("url( 'dot.svg' )", "url( 'components/dot.svg' )"),
        ("url(/static/img/mark.svg)", "url(/static/img/mark.svg)"),
        ('url("data:image/svg+xml,<svg/>")', 'url("data:image/svg+xml,<svg/>")'),
        ("url(#sign)", "url(#sign)"),
        ("URL(https://example.org/a.svg)", "URL(https://example.org/a.svg)"),
    ],
)
def test_the_address_of_a_file_beside_a_part_leads_to_the_same_file(written: str, meant: str):
    assert rebased(f"a {{ mask: {written}; }}", "css/components/marks.css") == f"a {{ mask: {meant}; }}"


def test_the_name_of_the_collected_one_changes_with_its_bytes(settings: Settings, var: Path):
    settings.STATIC_ROOT = var / "collected"
    settings.STORAGES = site.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    hashed = json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())["paths"][NAME]
    assert re.fullmatch(r"css/site\.[0-9a-f]{12}\.css", hashed)
    assert (settings.STATIC_ROOT / hashed).read_bytes() == found().read_bytes()
