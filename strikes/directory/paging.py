"""Pages by number, for lists of some thousands at most: to count them costs little."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet


def numbered_page(rows: QuerySet[Any], number: str | None, size: int) -> "Page[Any]":
    """The page of this number, its rows read: two queries. The first page where the number cannot be read."""
    page = Paginator(rows, size).get_page(number)
    page.object_list = list(page.object_list)
    return page
