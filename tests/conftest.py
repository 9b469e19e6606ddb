"""The database of the tests: the server that DATABASE_URL names, or an embedded one of their own."""

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as site
from django.db import connection
from pytest_django import Settings

from strikes.project.server_account import Refused
from strikes.project.postgres import Cluster

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
