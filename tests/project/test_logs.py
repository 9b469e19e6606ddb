"""What a log may say of a row."""

import logging

import pytest
from django.db import IntegrityError, connection

from strikes.project.logs import Discreet


def test_a_line_is_left_as_it_is():
    record = logging.LogRecord("django", logging.ERROR, "views.py", 1, "Internal Server Error: %s", ("/x/",), None)

    assert Discreet("%(levelname)s %(message)s").format(record) == "ERROR Internal Server Error: /x/"


@pytest.mark.django_db
def test_a_failing_row_is_not_told():
    name = "a withheld name\nover two lines"
    try:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE person (name text CHECK (name = ''))")
            cursor.execute("INSERT INTO person VALUES (%s)", [name])
    except IntegrityError as error:
        record = logging.LogRecord(
            "django", logging.ERROR, "views.py", 1, "It failed", (), (type(error), error, error.__traceback__)
        )

    said = Discreet().format(record)

    assert "violates check constraint" in said
    assert "During handling" in said or "The above exception" in said
    assert "withheld" not in said
    assert "two lines" not in said
