"""A database's address, as DATABASE_URL holds it, in the words of Django's settings."""

from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

CONNECT_SECONDS = 10
EXAMPLE = "postgresql://user:password@host:5432/name"

# What Django calls each part; all the rest (sslmode, options, …) is passed on to the driver as it is.
PARTS = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def parse(address: str) -> dict[str, Any]:
    """Return NAME, USER, …, OPTIONS for a libpq address; raise ValueError in words that repeat no part of it."""
    try:
        parts: dict[str, Any] = dict(conninfo_to_dict(address))
    except psycopg.Error:
        raise ValueError(f"must be an address such as {EXAMPLE}") from None
    if not str(parts.get("port", "0")).replace(",", "").isdigit():
        raise ValueError(f"must have a number for its port, as in {EXAMPLE}")
    if not parts.get("dbname") and not parts.get("service"):
        raise ValueError(f"must name a database, as in {EXAMPLE}")
    parts.setdefault("connect_timeout", CONNECT_SECONDS)
    return {name: parts.pop(part) for part, name in PARTS.items() if part in parts} | {"OPTIONS": parts}


def with_option(options: dict[str, Any], setting: str) -> dict[str, Any]:
    """The driver's OPTIONS, with one more setting of the server, such as `jit=off`, for each connection.

    The triggers of pgtrigger read “pgtrigger.ignore”: where a connection leaves it unset, each row raises an error and
    catches it, and a load takes three times as long.
    """
    return options | {"options": f"{options.get('options', '')} -c {setting}".strip()}
