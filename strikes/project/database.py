"""The database that the settings name: up for as long as a command runs, and refused in one sentence where unusable."""

import contextlib
from collections.abc import Iterator, Sequence

import psycopg
from django.conf import settings
from django.db import connection

from strikes.project.accounts import Refused

OLDEST_MAJOR_VERSION = 15

# `demo` starts the database itself, to say so to the newcomer.
WITHOUT_DATABASE = frozenset(
    {"check", "collectstatic", "compilemessages", "demo", "diffsettings", "findstatic", "help", "makemessages"}
    | {"startapp", "startproject", "version", "--help", "--version", "-h"}
)


def needs_database(arguments: Sequence[str]) -> bool:
    """Say whether a command line of manage.py comes to ask the database."""
    return len(arguments) > 1 and arguments[1] not in WITHOUT_DATABASE and not {"-h", "--help"} & set(arguments[2:])


@contextlib.contextmanager
def available() -> Iterator[None]:
    """Have a usable database for the time of a `with` block; raise `Refused` with a sentence where there is none."""
    with contextlib.ExitStack() as stack:
        if settings.EMBEDDED_POSTGRES:
            stack.enter_context(settings.EMBEDDED_POSTGRES.running())
        check_server()
        yield


def check_server() -> None:
    """Connect as the settings say; raise `Refused` with a sentence where that fails or the server is too old."""
    try:
        reached = connection.get_new_connection(connection.get_connection_params())
    except psycopg.Error as error:
        raise Refused(connection_refusal(error)) from error
    version = reached.info.server_version
    reached.close()
    if refusal := version_refusal(version):
        raise Refused(refusal)


def version_refusal(version: int) -> str:
    """Return the sentence that refuses a server by its version, as in 140011, or nothing."""
    if version >= OLDEST_MAJOR_VERSION * 10000:
        return ""
    return f"The database server is PostgreSQL {version // 10000}, and {OLDEST_MAJOR_VERSION} or later is needed."


def connection_refusal(error: Exception) -> str:
    """Return one sentence for a connection that failed, with libpq's last word for the reason."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    reason = lines[0] if lines else "no reason given"
    for noise in ("connection failed: ", "FATAL:  "):
        reason = reason.rpartition(noise)[2]
    return f"The database cannot be used: {reason.rstrip('.')}."
