"""The database of the tests: the server that DATABASE_URL names, or an embedded one of their own."""

import contextlib
from collections.abc import Iterator
from functools import partial
from typing import Any

import hypothesis
import pytest
from django.conf import settings as site
from django.db import connection
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker, Settings

from strikes.project.postgres import Cluster
from strikes.project.server_account import Refused
from tests.emptying import Emptying
from tests.template import copy_template, use_template

# How long one example takes says nothing on a machine that others share.
hypothesis.settings.register_profile("shared", deadline=None)
hypothesis.settings.load_profile("shared")
CLUSTER = Cluster(site.BASE_DIR, "postgres-tests", durable=False)


def pytest_configure(config: pytest.Config) -> None:
    """Under xdist the controller keeps the server up, and the last of its workers to end does not matter."""
    if site.IS_PRODUCTION or site.DEBUG:
        pytest.exit("Unset SECRET_KEY and DEBUG: tests run on development settings.", returncode=1)
    if config.getoption("numprocesses", None) and site.EMBEDDED_POSTGRES:
        server = contextlib.ExitStack()
        server.enter_context(embedded_server())
        config.add_cleanup(server.close)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave two kinds of tests out of the coverage: drawn examples, and those that drive a browser.

    A floor cannot stand on what is drawn anew in each run, and being measured would double the time of these tests.
    """
    if config.pluginmanager.hasplugin("_cov"):
        for item in items:
            if item.get_closest_marker("hypothesis") or item.get_closest_marker("browser"):
                item.add_marker("no_cover")


@contextlib.contextmanager
def embedded_server() -> Iterator[None]:
    """Keep the server of the tests up, or end the run with one sentence."""
    try:
        with CLUSTER.running():
            yield
    except Refused as error:
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
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        database = connection.settings_dict["NAME"]
        use_template(made_by=testrun_uid if options.create_db else "", verbosity=options.verbose)
        copy_template(process)
        emptying = Emptying(copy_again=partial(copy_template, process))
        # Django's end of a test that commits, which pytest-django calls.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: emptying.take_out())
        yield emptying
        connection.creation.destroy_test_db(database, verbosity=options.verbose, keepdb=options.reuse_db)


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    """Spare each test account the tenth of a second that a good hash takes."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


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
