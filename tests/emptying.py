"""What a test committed, taken out again: only tables that hold rows are emptied, and the template's own rows stay.

Django's way empties every table, histories and all, and makes content types and permissions again: half a second.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.db import connection


class Emptying:
    """The tables of a fresh copy of the template: those with rows, which are kept, and those without."""

    def __init__(self, copy_again: Callable[[], None]) -> None:
        self.copy_again = copy_again
        tables = connection.introspection.table_names()
        self.kept = with_rows(tables)
        self.empty = [table for table in tables if table not in self.kept]
        self.rows = fingerprint(self.kept)
        self.is_put_off = False

    @contextmanager
    def put_off(self) -> Iterator[None]:
        """Leave what is committed for the time of a `with` block, and take it out at its end."""
        self.is_put_off = True
        yield
        self.is_put_off = False
        self.take_out()

    def take_out(self) -> None:
        """Empty what was empty; where the kept rows are not as they were, take another copy of the template."""
        if self.is_put_off:
            return
        if written := with_rows(self.empty):
            with connection.cursor() as cursor:
                cursor.execute(f"TRUNCATE {_quoted(written)} CASCADE")
        if fingerprint(self.kept) != self.rows:
            self.copy_again()


def with_rows(tables: Iterable[str]) -> list[str]:
    """Return those of the tables that hold a row, by one query."""
    asked = (f"SELECT '{table}' WHERE EXISTS (SELECT FROM {_quoted([table])})" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return [table for (table,) in cursor.fetchall()]


def fingerprint(tables: Iterable[str]) -> str:
    """Return a hash of all rows of the tables, by one query."""
    rows = " UNION ALL ".join(
        f"SELECT '{table} ' || held::text AS held FROM {_quoted([table])} held" for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT md5(string_agg(held, chr(10) ORDER BY held COLLATE "C")) FROM ({rows}) AS held')
        return str(cursor.fetchone()[0])


def _quoted(tables: Iterable[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, tables))
