"""Pages of a long list by the last row seen, not by a number: what is added meanwhile neither repeats nor hides a row,
and the thousandth page costs what the first does.

A page is asked for as `after` or `before` a row, which is named by what the list is sorted by and by the row's code:
`after=2017-03-16,SY-2017-0316-A`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, F, Func, QuerySet, Value
from django.db.models.lookups import GreaterThan, LessThan
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Order:
    """An order of rows that have a `code`: by one column, and by code where two rows have the same there."""

    label: Any
    column: str
    is_descending: bool
    read: Callable[[str], Any]

    def sort(self, rows: QuerySet[Any], *, backwards: bool = False) -> QuerySet[Any]:
        falls = self.is_descending != backwards
        return rows.order_by(*((F(name).desc() if falls else F(name).asc()) for name in (self.column, "code")))

    def beyond(self, rows: QuerySet[Any], cursor: str, *, backwards: bool) -> QuerySet[Any]:
        """The rows after the row that the cursor names, or before it; ValueError if the cursor names no row."""
        key, _comma, code = cursor.partition(",")
        if not code or "\0" in cursor:
            raise ValueError(cursor)
        falls = self.is_descending != backwards
        # As one comparison of two pairs, which an index on both columns answers.
        here = Func(F(self.column), F("code"), function="ROW", output_field=CharField())
        there = Func(Value(self.read(key)), Value(code), function="ROW", output_field=CharField())
        return rows.filter((LessThan if falls else GreaterThan)(here, there))

    def cursor(self, row: Any) -> str:
        value = getattr(row, self.column)
        return f"{value if isinstance(value, int) else value.isoformat()},{row.code}"


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _number(text: str) -> int:
    number = int(text)
    if not -1 <= number < 2**31:
        raise ValueError(text)
    return number


ORDERS = {
    "newest": Order(_("day of the strike, newest first"), "filed_earliest", True, date.fromisoformat),
    "oldest": Order(_("day of the strike, oldest first"), "filed_earliest", False, date.fromisoformat),
    "changed": Order(_("last change"), "changed_at", True, _moment),
    "killed": Order(_("number killed, by anyone’s count"), "killed_key", True, _number),
}


@dataclass(frozen=True)
class PageOfRows:
    """Rows that have been read, and the cursors of the pages before and after them, empty where there are none."""

    rows: tuple[Any, ...]
    before: str = ""
    after: str = ""
    is_misnamed: bool = False  # the address named a row in a way that cannot be read: this is the first page


def page(
    rows: QuerySet[Any],
    order: Order,
    size: int,
    *,
    after: str = "",
    before: str = "",
    shown: QuerySet[Any] | None = None,
) -> PageOfRows:
    """The page of rows that `after` or `before` names, read in one query. `shown` are the same rows with all that a page
    shows of them: its tables are joined to the rows of the page alone, and not to all rows that must be sorted."""
    backwards = bool(before) and not after
    is_misnamed, wanted = False, rows
    if cursor := after or before:
        try:
            wanted = order.beyond(rows, cursor, backwards=backwards)
        except (ValueError, OverflowError):
            is_misnamed, backwards, cursor = True, False, ""
    some = order.sort(wanted, backwards=backwards)[: size + 1]
    if shown is not None:
        some = order.sort(shown.filter(pk__in=some.values("pk")), backwards=backwards)
    found = list(some)
    has_more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    has_before, has_after = (has_more, True) if backwards else (bool(cursor), has_more)
    return PageOfRows(
        rows=tuple(found),
        before=order.cursor(found[0]) if found and has_before else "",
        after=order.cursor(found[-1]) if found and has_after else "",
        is_misnamed=is_misnamed,
    )
