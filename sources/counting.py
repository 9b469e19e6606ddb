"""Counts for the rows of a list, looked up for the rows of one page alone."""

from django.db.models import Count, Model, OuterRef, Q, Subquery


def number_of(model: type[Model], relation: str, only: Q | None = None) -> Subquery:
    """The number of rows that this relation leads to from a row, each once; `only` limits which of them count.

    A subquery, and not a join: PostgreSQL answers it after it has cut out the page, whatever the length of the list.
    """
    row = model._base_manager.filter(pk=OuterRef("pk")).order_by().values("pk")
    return Subquery(row.annotate(total=Count(relation, filter=only, distinct=True)).values("total"))
