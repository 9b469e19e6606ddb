"""Columns of the admin's lists."""

from typing import Any

from django.db.models import F
from django.db.models.expressions import OrderBy


class KnownFirst(F):
    """A column to sort by whose rows without a value come last, whichever way it is sorted."""

    def asc(self, **kwargs: Any) -> OrderBy:
        return super().asc(**kwargs, nulls_last=True)

    def desc(self, **kwargs: Any) -> OrderBy:
        return super().desc(**kwargs, nulls_last=True)
