"""The requirements files satisfy pyproject.toml, and name nothing but packages. No network is asked."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
RUNTIME = PROJECT["dependencies"]
EVERYTHING = RUNTIME + PROJECT["optional-dependencies"]["dev"]


def pinned(name: str) -> dict[str, Requirement]:
    """Return the lines of a requirements file by package, which must each be one version with its hashes."""
    text = (ROOT / name).read_text().replace("\\\n", " ")
    found: dict[str, Requirement] = {}
    for line in (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")):
        requirement = Requirement(line.partition(" --hash=")[0])
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), line
        assert "--hash=sha256:" in line, line
        found[canonicalize_name(requirement.name)] = requirement
    return found


@pytest.mark.parametrize(("name", "declared"), [("requirements.txt", RUNTIME), ("requirements-dev.txt", EVERYTHING)])
def test_every_declared_dependency_is_pinned_to_a_version_that_fits(name: str, declared: list[str]):
    pins = pinned(name)

    for wanted in map(Requirement, declared):
        pin = pins[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(next(iter(pin.specifier)).version), f"{pin} does not fit {wanted}"


def test_the_development_file_contains_the_runtime_one():
    everything = pinned("requirements-dev.txt")

    for name, pin in pinned("requirements.txt").items():
        assert everything[name].specifier == pin.specifier, name


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_no_address_and_no_path_stand_in_a_requirements_file(name: str):
    text = (ROOT / name).read_text()

    assert "/" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)
