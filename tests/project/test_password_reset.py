"""A new password by mail: where mail can be sent, and without saying who has an account."""

import importlib
import re
import threading
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.urls import clear_url_caches
from pytest_django import Settings

from strikes.project import urls
from tests.project.conftest import eventually

ADDRESS = "/admin/password_reset/"
NEW = "a long new password of an editor"


class SlowServer(BaseEmailBackend):
    """A mail server that answers once it is told to."""

    answers = threading.Event()
    sent: ClassVar[list[Any]] = []

    def send_messages(self, email_messages: Any) -> int:
        self.answers.wait(20)
        self.sent.extend(email_messages)
        return len(email_messages)


def read_addresses_again() -> None:
    importlib.reload(urls)
    clear_url_caches()


@pytest.fixture
def _with_mail(settings: Settings) -> Iterator[None]:
    settings.HAS_MAIL = True
    read_addresses_again()
    yield
    settings.HAS_MAIL = False
    read_addresses_again()


@pytest.fixture
def _editor(db: None) -> None:
    get_user_model().objects.create_user("editor", "editor@example.org", "forgotten", is_staff=True)


def ask(client: Client, address: str) -> tuple[int, str, bytes]:
    """Return the answer to whoever asks for a new password for a mail address."""
    answer = client.post(ADDRESS, {"email": address}, follow=True)
    (where, _), *_ = answer.redirect_chain
    return answer.status_code, where, answer.content


@pytest.mark.usefixtures("_editor")
def test_without_mail_there_is_neither_a_link_nor_a_page(client: Client):
    sign_in = client.get("/admin/login/").content.decode()
    client.login(username="editor", password="forgotten")

    assert "password_reset" not in sign_in
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.usefixtures("_with_mail", "_editor")
def test_an_editor_sets_a_new_password_by_the_link_that_is_mailed(client: Client):
    assert ADDRESS in client.get("/admin/login/").content.decode()

    ask(client, "editor@example.org")
    assert eventually(lambda: len(mail.outbox) == 1)
    (path,) = re.findall(r"http://testserver(/admin/reset/\S+)", str(mail.outbox[0].body))
    page = client.get(path, follow=True)
    done = client.post(page.redirect_chain[0][0], {"new_password1": NEW, "new_password2": NEW}, follow=True)

    assert mail.outbox[0].to == ["editor@example.org"]
    assert 'href="/admin/login/"' in done.content.decode()
    assert client.login(username="editor", password=NEW)
    assert "was invalid" in Client().get(path, follow=True).content.decode()


@pytest.mark.usefixtures("_with_mail", "_editor")
def test_the_answer_does_not_say_whether_there_is_an_account(client: Client):
    known = ask(client, "editor@example.org")
    unknown = ask(client, "nobody@example.org")

    assert known == unknown
    assert eventually(lambda: len(mail.outbox) == 1)


@pytest.mark.usefixtures("_with_mail", "_editor")
def test_the_answer_does_not_wait_for_the_mail_server(client: Client, settings: Settings):
    settings.EMAIL_BACKEND = f"{__name__}.{SlowServer.__name__}"

    status, where, _ = ask(client, "editor@example.org")

    assert (status, where) == (200, "/admin/password_reset/done/")
    assert not SlowServer.sent
    SlowServer.answers.set()
    assert eventually(lambda: len(SlowServer.sent) == 1)
