"""A plugin of pytest that leaves some tests out of the coverage, where it is asked for.

A floor cannot stand on examples that are drawn anew in each run. Of the others, being measured takes half as long again:
those are left out that reach no line which the rest does not.
"""

from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import coverage
import pytest

TESTS = Path(__file__).parent
UNMEASURED = [
    TESTS / name
    for name in (
        "browser",
        "project/test_demo.py",
        "strikes/admin/history/test_collisions.py",
        "strikes/admin/test_every_model.py",
        "strikes/admin/test_kept_ready.py",
        "strikes/admin/test_refusals.py",
        "strikes/loading/test_edits.py",
        "test_addresses.py",
        "test_refusals.py",
        "test_whole_site.py",
    )
]
STOPPED = pytest.StashKey[list[coverage.Coverage]]()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Import every module of the site while it is measured, whichever test needs it first."""
    assert all(path.exists() for path in UNMEASURED), "tests/measured.py names a module that is no longer there."
    for package in ("sources", "strikes") if coverage.Coverage.current() else ():
        for module in walk_packages([str(TESTS.parent / package)], f"{package}."):
            if not module.name.endswith(".wsgi"):  # a server's way in, which a test starts in a process of its own
                import_module(module.name)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> None:
    """Measure the test and what is made for it, or leave both out: until another test says otherwise."""
    is_left_out = item.get_closest_marker("hypothesis") or any(map(item.path.is_relative_to, UNMEASURED))
    _measure(item.config, is_on=not is_left_out)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[object], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Measure what is made once for all tests, whichever asks for it first."""
    was_on = coverage.Coverage.current() is not None
    _measure(request.config, is_on=was_on or fixturedef.scope == "session")
    try:
        return (yield)
    finally:
        _measure(request.config, is_on=was_on)


def _measure(config: pytest.Config, *, is_on: bool) -> None:
    """Measure from now on, or do not, where coverage is asked for at all.

    In a process of xdist two measure: one began with the imports, and the process's own stands on it.
    """
    stopped = config.stash.setdefault(STOPPED, [])
    while is_on and stopped:
        stopped.pop().start()
    while not is_on and (measuring := coverage.Coverage.current()):
        measuring.stop()
        stopped.append(measuring)
