"""Lists that know which version of a record a reviewer had before them when they chose to publish it."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html

from sources.history import versions


def note_versions(rows: Sequence[Any]) -> None:
    """Have each of these rows of one model carry the version that its list shows: two queries, however many rows."""
    found = versions(type(rows[0]), [row.pk for row in rows]) if rows else {}
    for row in rows:
        row.listed_version = found[row.pk]


def box_of_version(row: Any) -> Any:
    """What a row of the list sends back of the version that it shows."""
    return format_html('<input type="hidden" name="version-{}" value="{}">', row.pk, row.listed_version)


def is_as_listed(request: HttpRequest, row: Any) -> bool:
    """Whether a record, locked by now, is what the list showed that sent this request.

    So it is taken to be where a form sent it, and not a list; never where it stands on another page of the list.
    """
    listed = request.POST.get(f"version-{row.pk}")
    if listed is None:
        return request.POST.get("select_across") != "1"
    return listed == str(versions(type(row), [row.pk])[row.pk])
