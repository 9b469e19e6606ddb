"""Pages asked for without a server, and what they are measured against: a page with one indexed query."""

import time
from collections.abc import Callable
from typing import Any

RUNS = 4


def asked(path: str, query: str = "") -> Any:
    """The answer at an address, its templates rendered."""
    from django.test import RequestFactory
    from django.urls import resolve

    found = resolve(path)
    request = RequestFactory().get(path, QUERY_STRING=query, HTTP_HOST="localhost")
    response = found.func(request, *found.args, **found.kwargs)
    assert response.status_code == 200, response
    return response


def one_query(code: str) -> str:
    """A page with one indexed query through base.html."""
    from django.template import engines
    from django.test import RequestFactory

    from strikes.models import Listing

    text = '{% extends "base.html" %}{% block content %}<h1>{{ listing.code }}</h1>{% endblock content %}'
    listing = Listing.objects.only("code").get(code=code)
    request = RequestFactory().get("/", HTTP_HOST="localhost")
    rendered: str = engines["django"].from_string(text).render({"listing": listing}, request)
    return rendered


def least(do: Callable[[], object]) -> float:
    """Seconds of the quickest of a few runs, the first not among them."""
    do()
    seconds = []
    for _run in range(RUNS):
        start = time.perf_counter()
        do()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def queries_of(do: Callable[[], object]) -> list[dict[str, str]]:
    """The queries of a page, the slowest first."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        do()
    return sorted(queries.captured_queries, key=lambda query: -float(query["time"]))
