"""The database that the settings name: up for as long as a command runs, and refused in one sentence where unusable."""

import contextlib
import sys
from collections.abc import Iterator, Sequence

import psycopg
from django.conf import settings
from django.db import connection

from strikes.project.server_account import DatabaseRefused

OLDEST_MAJOR_VERSION = 15

WITHOUT_DATABASE = frozenset(
    {"check", "collectstatic", "compilemessages", "diffsettings", "findstatic", "help", "makemessages"}
    | {"startapp", "startproject", "version", "--help", "--version", "-h"}
)


@contextlib.contextmanager
def available(arguments: Sequence[str]) -> Iterator[None]:
    """Have a usable database for the time of a command; raise `DatabaseRefused` with a sentence where there is none."""
    command = arguments[1] if len(arguments) > 1 else "help"
    if command in WITHOUT_DATABASE or {"-h", "--help"} & set(arguments[2:]):
        yield
    elif not settings.EMBEDDED_POSTGRES:
        check_server()
        yield
    elif command == "demo":
        # It starts the database itself, to tell the newcomer.
        yield
    else:
        with settings.EMBEDDED_POSTGRES.running(tell):
            yield


def tell(message: str) -> None:
    """Print a line for whoever waits, apart from what the command itself prints."""
    print(message, file=sys.stderr, flush=True)


def check_server() -> None:
    """Connect as the settings say; raise `DatabaseRefused` with a sentence where that fails or the server is too old."""
    try:
        reached = connection.get_new_connection(connection.get_connection_params())
    except psycopg.Error as error:
        raise DatabaseRefused(connection_refusal(error)) from error
    version = reached.info.server_version
    reached.close()
    if refusal := version_refusal(version):
        raise DatabaseRefused(refusal)


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
