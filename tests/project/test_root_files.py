"""What strangers look for at the root of a repository, and that it agrees with what it repeats."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def citation() -> dict[str, str]:
    """Return the keys and values of CITATION.cff, which holds plain scalars, and the name of its one author."""
    found = {}
    for line in (ROOT / "CITATION.cff").read_text().splitlines():
        if line == "authors:":
            continue
        key, value = re.fullmatch(r"(?:  - )?([a-z-]+): (\S.*)", line).groups()  # type: ignore[union-attr]
        # Plain in YAML, too: no quotation, no comment, no second key.
        assert value[0] not in "\"'[{&*!|>%@`#"
        assert not re.search(r": | #|:$", value), line
        assert key not in found
        found[key] = value
    return found


def test_the_citation_has_what_its_format_asks_for():
    assert {"cff-version": "1.2.0", "type": "software"}.items() <= citation().items()
    assert {"message", "title", "name"} <= citation().keys()


def test_the_citation_carries_the_version_and_the_licence_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert citation()["version"] == project["version"]
    assert citation()["license"] == project["license"]["text"]


def test_the_citation_names_the_holder_of_the_licence():
    (holder,) = re.findall(r"^Copyright \(c\) \d{4} (.+)$", (ROOT / "LICENSE").read_text(), re.MULTILINE)

    assert citation()["name"] == holder


def test_the_changelog_has_a_place_for_what_comes_next():
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)

    assert headings[0] == "[Unreleased]"


def test_every_file_that_the_readme_names_is_there():
    named = re.findall(r"`((?:strikes|sources|templates|static|tests)/[^` *]*)`", (ROOT / "README.md").read_text())

    assert len(named) > 30
    assert [name for name in named if not (ROOT / name).exists()] == []
