"""The keys of rows and of all rows that can be reached from them, in one query."""

from collections.abc import Iterable

from django.db import models
from django.db.models.expressions import RawSQL

from sources.constraints import column


def closure(edges: type[models.Model], child: str, parent: str, ids: Iterable[int]) -> RawSQL:
    """The ids, and those reached from them along `edges` from column `child` to column `parent`; for `pk__in`."""
    table, child, parent = edges._meta.db_table, column(edges, child), column(edges, parent)
    return RawSQL(  # noqa: S611 - names of tables and columns alone
        f"""WITH RECURSIVE reached(id) AS (
                SELECT unnest(%s::bigint[])
                UNION SELECT edge.{parent} FROM {table} edge JOIN reached ON edge.{child} = reached.id
                WHERE edge.{parent} IS NOT NULL
            ) SELECT id FROM reached""",  # noqa: S608
        [list(ids)],
    )
