"""Numbers beside the rows of a list, looked up for the rows of one page alone."""

from django.db.models import Count, Model, OuterRef, Q, Subquery


def number_of(model: type[Model], relation: str, only: Q | None = None) -> Subquery:
    """How many rows this relation leads to from a row of the model, each once; `only` says which of them count.

    A subquery, and not a join: PostgreSQL answers it after it has cut out the page, whatever the length of the list.
    """
    row = model._base_manager.filter(pk=OuterRef("pk")).order_by().values("pk")
    return Subquery(row.annotate(total=Count(relation, filter=only, distinct=True)).values("total"))
