"""How many listings there are, counted up to a limit: counting a million takes longer than showing a page of them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import number_format

MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Count:
    """A number of listings. Any number above `MOST_COUNTED` stands for “more than that”."""

    number: int

    def __bool__(self) -> bool:
        return self.number > 0

    @property
    def is_more(self) -> bool:
        return self.number > MOST_COUNTED

    @property
    def most(self) -> str:
        """The limit, as a reader of the site's language writes it: 10,000."""
        return number_format(MOST_COUNTED, force_grouping=True)


def capped(rows: QuerySet[Any]) -> QuerySet[Any]:
    """At most one row more than `MOST_COUNTED`, in no order. The limit also keeps the planner from choosing a plan that
    serves only a short list."""
    return rows.order_by()[: MOST_COUNTED + 1]


def count(rows: QuerySet[Any]) -> Count:
    """The number of these rows: one query."""
    return Count(capped(rows).count())
