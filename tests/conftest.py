"""The database of the tests: the server that DATABASE_URL names, or an embedded one of their own."""

import contextlib
import gc
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings as site
from django.db import connection, transaction
from django.test import TransactionTestCase, override_settings
from pytest_django import DjangoDbBlocker

from strikes.project.postgres import Cluster
from strikes.project.server_account import DatabaseRefused
from tests.emptying import Emptying
from tests.template import copy_template, drop_copy, use_template

# How long one example takes says nothing on a machine that others share. See tests/examples.py.
hypothesis.settings.register_profile("landing", deadline=None, max_examples=20)
hypothesis.settings.register_profile("nightly", deadline=None, max_examples=100)
hypothesis.settings.load_profile("landing")
TESTS = Path(__file__).parent
# Constraints and triggers, histories, searches and their collation, the loader, listings, and races.
SERVER = [
    "test_refusals.py",
    "project/test_health.py",
    "sources/test_history.py",
    "strikes/admin/lists/test_search.py",
    "strikes/listing",
    "strikes/loading",
    "strikes/models",
]
DECIDED = [TESTS / name for name in SERVER]
LONGEST = [TESTS / name for name in ("test_whole_site.py", "browser", "strikes/admin", "project/test_demo.py")]
CLUSTER = Cluster(site.BASE_DIR, "postgres-tests", durable=False)


def pytest_configure(config: pytest.Config) -> None:
    """Under xdist the controller keeps the server up, and the last of its workers to end does not matter."""
    if site.IS_PRODUCTION or site.DEBUG:
        pytest.exit("Unset SECRET_KEY and DEBUG: tests run on development settings.", returncode=1)
    if config.getoption("numprocesses", None) and site.EMBEDDED_POSTGRES:
        server = contextlib.ExitStack()
        server.enter_context(embedded_server())
        config.add_cleanup(server.close)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the tests of which the server decides the outcome, before `-m` chooses among all."""
    if any(item.path.is_relative_to(path) for path in DECIDED):
        item.add_marker(pytest.mark.server)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have the longest modules come first: each stays in one process, and none works alone at the end."""
    assert all(path.exists() for path in (*DECIDED, *LONGEST)), "tests/conftest.py names a module that is not there."
    order = len(LONGEST)
    items.sort(key=lambda item: next((n for n, path in enumerate(LONGEST) if item.path.is_relative_to(path)), order))


def pytest_collection_finish() -> None:
    """Let the collector of garbage look rarely, and never at what stays to the end."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@contextlib.contextmanager
def embedded_server() -> Iterator[None]:
    """Keep the server of the tests up, or end the run with one sentence."""
    try:
        with CLUSTER.running():
            yield
    except DatabaseRefused as error:
        pytest.exit(str(error), returncode=1)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Have a server before the test database is made on it."""
    if not site.EMBEDDED_POSTGRES:
        yield
        return
    connection.settings_dict.update(CLUSTER.connection_settings())
    is_worker = hasattr(request.config, "workerinput")
    with contextlib.nullcontext() if is_worker else embedded_server():
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
    testrun_uid: str,
) -> Iterator[Emptying]:
    """Have a copy of the template, with the questions of the vocabulary, and empty it after each test that commits.

    `--create-db` makes the template again; `--reuse-db` leaves the copy at the end, to be looked into.
    """
    options = request.config.option
    process = getattr(request.config, "workerinput", {}).get("workerid", "main")
    with pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock():
            database = connection.settings_dict["NAME"]
            use_template(made_by=testrun_uid if options.create_db else "", verbosity=options.verbose)
            copy_template(process)
            emptying = Emptying(copy_again=partial(copy_template, process, force=True))
        # Django's end of a test that commits, which pytest-django calls.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: emptying.take_out())
        yield emptying
        if not options.reuse_db:
            with django_db_blocker.unblock():
                drop_copy(database)


@pytest.fixture(scope="module")
def module_db(django_db_setup: Emptying, django_db_blocker: DjangoDbBlocker) -> Iterator[DjangoDbBlocker]:
    """Let the module's own fixtures make rows, `with module_db.unblock():`, on which each of its tests stands.

    What a test writes is rolled back to them after it, and they are after the module's last test. A test that commits
    cannot stand on them.
    """
    whole = transaction.atomic()
    with django_db_blocker.unblock():
        whole.__enter__()
    yield django_db_blocker
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


@pytest.fixture(scope="module")
def module_commits(django_db_setup: Emptying, django_db_blocker: DjangoDbBlocker) -> Iterator[DjangoDbBlocker]:
    """Let the module's own fixtures commit rows, `with module_commits.unblock():`, which its tests only read.

    For tests that commit, such as those with a live server: what is committed stays until the module's last test.
    """
    with django_db_blocker.unblock(), django_db_setup.put_off(), django_db_blocker.block():
        yield django_db_blocker


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Spare each test account the tenth of a second that a good hash takes."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def database_address() -> Any:
    """Return the test database as DATABASE_URL would name it, for processes that a test starts."""
    from psycopg.conninfo import make_conninfo

    parts = connection.settings_dict
    return make_conninfo(
        dbname=parts["NAME"],
        user=parts["USER"] or None,
        password=parts["PASSWORD"] or None,
        host=parts["HOST"] or None,
        port=parts["PORT"] or None,
    )
