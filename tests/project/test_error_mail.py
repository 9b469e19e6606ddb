"""What is mailed of an error: where it was raised and of what kind; nothing of rows, requests or settings."""

import logging.config
from collections.abc import Iterator

import pytest
from django.conf import settings as site
from django.core import mail
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

NAME = "A. Protected-Speaker"
OPERATOR = "operator@example.org"


class Broken(Exception):
    pass


def fails(request: HttpRequest) -> HttpResponse:
    speaker = request.POST["speaker"]
    try:
        int(speaker)
    except ValueError as error:
        raise Broken(f"{speaker} cannot be read") from error
    return HttpResponse()


def fails_in_the_database(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE speaker (name text CHECK (name = ''))")
        cursor.execute("INSERT INTO speaker VALUES (%s)", [request.POST["speaker"]])
    return HttpResponse()


urlpatterns = [path("fails/", fails), path("database/", fails_in_the_database)]


def mail_errors() -> None:
    root = {"handlers": ["stderr", "mail"], "level": "WARNING"}
    logging.config.dictConfig(site.LOGGING | {"root": root})


@pytest.fixture
def client(settings: Settings) -> Iterator[Client]:
    """A reader of a site that mails its errors, and that was broken."""
    settings.ROOT_URLCONF, settings.ADMINS = __name__, [("", OPERATOR)]
    mail_errors()
    yield Client(raise_request_exception=False)
    logging.config.dictConfig(site.LOGGING)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("/fails/", ["builtins.ValueError", f"{__name__}.Broken"]),
        ("/database/", ["psycopg.errors.CheckViolation", "django.db.utils.IntegrityError"]),
    ],
)
def test_an_error_is_mailed_by_place_and_kind_alone(client: Client, address: str, kinds: list[str]):
    client.cookies["sessionid"] = NAME
    answer = client.post(f"{address}?asked={NAME}", {"speaker": NAME}, headers={"X-Said": NAME})

    (sent,) = mail.outbox
    assert answer.status_code == 500
    assert sent.to == [OPERATOR]
    assert sent.subject == f"[Disputed Strikes] ERROR: Internal Server Error: {address}"
    lines = str(sent.body).splitlines()
    assert [line for line in lines if line in kinds] == kinds
    assert "test_error_mail.py" in str(sent.body)
    whole = sent.message().as_string()
    for secret in ("Protected-Speaker", "DETAIL", site.SECRET_KEY, "sessionid", "HTTP_"):
        assert secret not in whole


@pytest.mark.django_db
def test_the_log_has_the_words_that_the_mail_leaves_out(client: Client, capsys: pytest.CaptureFixture[str]):
    mail_errors()

    client.post("/fails/", {"speaker": "somebody"})

    assert "Broken: somebody cannot be read" in capsys.readouterr().err


def test_an_exception_that_came_of_itself_is_told_once(client: Client):
    error = Broken()
    error.__cause__ = error

    logging.getLogger("strikes").error("It failed", exc_info=error)

    assert str(mail.outbox[0].body).count("Broken") == 1


def test_a_warning_is_not_mailed_nor_a_host_that_is_not_ours(client: Client):
    logging.getLogger("strikes").warning("Something is odd")
    logging.getLogger("django.security.DisallowedHost").error("Invalid HTTP_HOST header")

    assert not mail.outbox


def test_a_subject_is_one_line_and_says_nothing_of_rows(client: Client):
    logging.getLogger("strikes").error("It failed:\nERROR: no\nDETAIL:  Failing row contains (%s).", NAME)

    assert mail.outbox[0].subject == "[Disputed Strikes] ERROR: It failed: ERROR: no"
    assert NAME not in str(mail.outbox[0].body)
