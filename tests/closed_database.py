"""A database that is closed while templates are rendered: what a page shows must have been read before.

with closed_while_rendering():
    client.get("/incidents/")
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connection
from django.template.base import Template


class QueryWhileRendering(AssertionError):
    """A template has asked the database."""


@contextmanager
def closed_while_rendering() -> Iterator[None]:
    """Fail where any template, of a page, of a part of it or of a form's field, runs a query while it is rendered.

    The queries are answered, and the failure comes at the end of the template: raised at once, it would be taken for
    False inside `{% if not … %}`.
    """
    render = Template.render

    def watched(template: Template, context: Any) -> str:
        asked: list[str] = []
        with connection.execute_wrapper(_noting(asked)):
            rendered = render(template, context)
        if asked:
            raise QueryWhileRendering(f"{template.name or 'a template'} ran {len(asked)} queries: {asked[0]}")
        return rendered

    with mock.patch.object(Template, "render", watched):
        yield


def _noting(asked: list[str]) -> Callable[..., Any]:
    """A wrapper for `execute_wrapper` that notes each query, and runs it."""

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(str(sql))
        return execute(sql, params, many, context)

    return note
