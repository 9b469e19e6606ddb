"""Settings as the environment gives them: loud on nonsense, and all of it at once."""

import os
import runpy
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.project.conftest import OURS, Run

KEY = "a-random-text-that-is-long-enough-for-a-test-0123456789"
PRODUCTION = {
    "SECRET_KEY": KEY,
    "ALLOWED_HOSTS": "strikes.example.org, www.strikes.example.org",
    "DATABASE_URL": "postgresql://strikes:secret@db.example.org/strikes",
}


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in OURS & set(os.environ):
        monkeypatch.delenv(name)


def read(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> dict[str, Any]:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(Path(__file__).parents[2] / "strikes" / "project" / "settings.py"))


def test_without_a_key_they_are_for_development(monkeypatch: pytest.MonkeyPatch):
    settings = read(monkeypatch, {})

    assert not settings["IS_PRODUCTION"]
    assert not settings["DEBUG"]
    assert not settings["SECURE_SSL_REDIRECT"]
    assert settings["EMBEDDED_POSTGRES"]
    assert settings["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]


def test_with_a_key_they_are_for_production(monkeypatch: pytest.MonkeyPatch):
    settings = read(monkeypatch, PRODUCTION)

    assert settings["IS_PRODUCTION"]
    assert settings["EMBEDDED_POSTGRES"] is None
    assert settings["ALLOWED_HOSTS"] == ["strikes.example.org", "www.strikes.example.org"]
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] > 0
    assert settings["SECURE_PROXY_SSL_HEADER"] is None
    assert settings["DATABASES"]["default"]["HOST"] == "db.example.org"


def test_every_connection_tells_the_triggers_of_history_what_they_ask(monkeypatch: pytest.MonkeyPatch):
    embedded = read(monkeypatch, {})["DATABASES"]["default"]["OPTIONS"]
    address = PRODUCTION["DATABASE_URL"] + "?sslmode=require&options=-c%20jit%3Doff"
    server = read(monkeypatch, PRODUCTION | {"DATABASE_URL": address})["DATABASES"]["default"]["OPTIONS"]

    assert embedded["options"] == "-c pgtrigger.ignore={}"
    assert server["options"] == "-c jit=off -c pgtrigger.ignore={}"
    assert server["sslmode"] == "require"


MAIL = {"EMAIL_URL": "smtps://archive:pass%23word@mail.example.org", "DEFAULT_FROM_EMAIL": "Archive <a@example.org>"}


def test_without_a_mail_server_nothing_is_mailed(monkeypatch: pytest.MonkeyPatch):
    settings = read(monkeypatch, PRODUCTION)

    assert not settings["HAS_MAIL"]
    assert settings["ADMINS"] == []
    assert settings["LOGGING"]["root"]["handlers"] == ["stderr"]


def test_mail_goes_out_by_the_server_that_is_named(monkeypatch: pytest.MonkeyPatch):
    settings = read(monkeypatch, PRODUCTION | MAIL)

    assert settings["HAS_MAIL"]
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("mail.example.org", 465)
    assert (settings["EMAIL_HOST_USER"], settings["EMAIL_HOST_PASSWORD"]) == ("archive", "pass#word")
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (False, True)
    assert settings["DEFAULT_FROM_EMAIL"] == settings["SERVER_EMAIL"] == "Archive <a@example.org>"
    assert settings["LOGGING"]["root"]["handlers"] == ["stderr"]


def test_errors_are_mailed_where_somebody_is_named(monkeypatch: pytest.MonkeyPatch):
    settings = read(monkeypatch, PRODUCTION | MAIL | {"ADMINS": "one@example.org, two@example.org"})

    assert settings["ADMINS"] == [("", "one@example.org"), ("", "two@example.org")]
    assert settings["LOGGING"]["root"]["handlers"] == ["stderr", "mail"]


@pytest.mark.parametrize(
    ("variables", "missing"),
    [
        ({"EMAIL_URL": MAIL["EMAIL_URL"]}, "DEFAULT_FROM_EMAIL"),
        ({"ADMINS": "one@example.org"}, "EMAIL_URL"),
    ],
)
def test_mail_that_could_not_go_out_is_refused(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], missing: str
):
    with pytest.raises(ImproperlyConfigured) as refused:
        read(monkeypatch, PRODUCTION | variables)

    assert str(refused.value) == f"The environment does not fit: {missing} is missing."


def test_https_is_turned_off_by_choice_alone(monkeypatch: pytest.MonkeyPatch):
    settings = read(monkeypatch, PRODUCTION | {"HTTPS": "0"})

    assert not settings["SECURE_SSL_REDIRECT"]
    assert not settings["SESSION_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] == 0


def test_a_forwarded_protocol_is_believed_where_the_proxy_is_trusted(monkeypatch: pytest.MonkeyPatch):
    settings = read(monkeypatch, PRODUCTION | {"TRUST_PROXY": "1"})

    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_production_names_everything_that_is_missing(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(ImproperlyConfigured) as refused:
        read(monkeypatch, {"SECRET_KEY": KEY})

    assert str(refused.value) == "The environment does not fit: ALLOWED_HOSTS is missing; DATABASE_URL is missing."


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SECRET_KEY", "", "SECRET_KEY must be a random text of at least 50 characters"),
        ("SECRET_KEY", "short", "SECRET_KEY must be a random text of at least 50 characters"),
        ("SECRET_KEY", "a" * 60, "SECRET_KEY must be a random text of at least 50 characters"),
        ("ALLOWED_HOSTS", "", "ALLOWED_HOSTS must be host names"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must be host names"),
        ("ALLOWED_HOSTS", "https://strikes.example.org", "ALLOWED_HOSTS must be host names"),
        ("ALLOWED_HOSTS", "strikes.example.org:443", "ALLOWED_HOSTS must be host names"),
        ("DATABASE_URL", "", "DATABASE_URL must name a database"),
        ("DATABASE_URL", "mysql://strikes@db/strikes", "DATABASE_URL must be an address such as postgresql://"),
        ("DATABASE_URL", "postgresql://strikes@db", "DATABASE_URL must name a database"),
        ("DATABASE_URL", "postgresql://strikes@db:five/strikes", "DATABASE_URL must have a number for its port"),
        ("DEBUG", "perhaps", "DEBUG must be 1 or 0"),
        ("HTTPS", "https", "HTTPS must be 1 or 0"),
        ("TRUST_PROXY", "10.0.0.1", "TRUST_PROXY must be 1 or 0"),
        ("HSTS_SECONDS", "a year", "HSTS_SECONDS must be a whole number"),
        ("HSTS_SECONDS", "-1", "HSTS_SECONDS must not be negative"),
        ("MEDIA_ROOT", "media", "MEDIA_ROOT must be a whole path"),
        ("STATIC_ROOT", "static", "STATIC_ROOT must be a whole path"),
        ("EMAIL_URL", "", "EMAIL_URL must be an address such as smtp"),
        ("EMAIL_URL", "mail.example.org", "EMAIL_URL must be an address such as smtp"),
        ("EMAIL_URL", "imap://a:secret@mail.example.org", "EMAIL_URL must be an address such as smtp"),
        ("EMAIL_URL", "smtps://a:secret@mail.example.org:x", "EMAIL_URL must be an address such as smtp"),
        ("EMAIL_URL", "smtps://a:secret@mail.example.org/?tls=1", "EMAIL_URL must end with its host or port"),
        ("DEFAULT_FROM_EMAIL", "the archive", "DEFAULT_FROM_EMAIL must be a mail address"),
        ("ADMINS", "", "ADMINS must be mail addresses"),
        ("ADMINS", "one@example.org; two@example.org", "ADMINS must be mail addresses"),
    ],
)
def test_nonsense_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str):
    with pytest.raises(ImproperlyConfigured, match=said) as refused:
        read(monkeypatch, PRODUCTION | {name: value})

    assert "secret@" not in str(refused.value)


def test_two_wrong_variables_are_both_named(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(ImproperlyConfigured, match=r"HTTPS must be 1 or 0; MEDIA_ROOT must be a whole path"):
        read(monkeypatch, PRODUCTION | {"HTTPS": "maybe", "MEDIA_ROOT": "here"})


def test_captures_are_not_put_among_the_public_static_files(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(ImproperlyConfigured, match="must not lie in one another"):
        read(monkeypatch, PRODUCTION | {"STATIC_ROOT": "/srv/files", "MEDIA_ROOT": "/srv/files/media"})


def test_manage_py_says_it_in_one_sentence(run: Run):
    process = run("manage.py", "check", HTTPS="maybe")

    _, errors = process.communicate(timeout=30)

    assert process.returncode == 1
    assert errors == "The environment does not fit: HTTPS must be 1 or 0.\n"


def test_production_settings_have_nothing_to_warn_of(run: Run, tmp_path: Path):
    process = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    _, errors = process.communicate(timeout=30)

    assert process.returncode == 0, errors


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_readme_explains_every_variable(name: str):
    readme = Path(__file__).parents[2] / "README.md"

    assert f"`{name}`" in readme.read_text()
