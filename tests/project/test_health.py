"""/healthz, as a load balancer asks it."""

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import Settings


@pytest.mark.django_db
def test_healthz_says_ok_where_the_database_answers(client: Client):
    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok"}


@pytest.mark.django_db
def test_healthz_is_neither_stored_nor_redirected_nor_sets_a_cookie(client: Client, settings: Settings):
    settings.SECURE_SSL_REDIRECT = True

    response = client.get("/healthz")

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_healthz_answers_503_and_no_reason_where_the_database_does_not(client: Client, monkeypatch: pytest.MonkeyPatch):
    def fail() -> None:
        raise OperationalError('connection to "db.internal" failed for user "strikes"')

    monkeypatch.setattr(connection, "cursor", fail)

    response = client.get("/healthz")

    assert response.status_code == 503
    assert response.json() == {"status": "unavailable", "database": "no answer"}


def test_healthz_is_only_read(client: Client):
    assert client.post("/healthz").status_code == 405
