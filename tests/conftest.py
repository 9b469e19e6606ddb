"""The database of the tests: the server that DATABASE_URL names, or an embedded one of their own."""

import contextlib
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings as site
from django.db import connection
from pytest_django import DjangoDbBlocker, Settings

from strikes.loading.questions import load_questions
from strikes.project.postgres import Cluster
from strikes.project.server_account import Refused
from strikes.vocabulary.questions import read_questions

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


@contextlib.contextmanager
def embedded_server() -> Iterator[None]:
    """Keep the server of the tests up, or end the run with one sentence."""
    try:
        with CLUSTER.running():
            yield
    except Refused as error:
        pytest.exit(str(error), returncode=1)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, django_db_modify_db_settings_parallel_suffix: None
) -> Iterator[None]:
    """Have a server before pytest-django makes the test database on it."""
    if not site.EMBEDDED_POSTGRES:
        yield
        return
    connection.settings_dict.update(CLUSTER.connection_settings())
    is_worker = hasattr(request.config, "workerinput")
    with contextlib.nullcontext() if is_worker else embedded_server():
        yield


# Every test has the questions of the vocabulary. They are loaded once, before the first test, and stay: what an
# ordinary test does is rolled back. A transactional one ends by emptying all tables; pytest-django runs those last, and
# each of them, like each with a live server, loads the questions again for itself.


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Have the questions in the test database."""
    with django_db_blocker.unblock():
        load_questions(read_questions().questions)


@pytest.fixture(autouse=True)
def _questions_again(request: pytest.FixtureRequest) -> None:
    """Have them again where a transactional test before this one has emptied the tables."""
    marker = request.node.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or {"transactional_db", "live_server"} & {*request.fixturenames}:
        request.getfixturevalue("transactional_db")
        load_questions(read_questions().questions)


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
