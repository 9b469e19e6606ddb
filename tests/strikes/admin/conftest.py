"""Two accounts, each signed in."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_account


@pytest.fixture
def editor(db: None) -> User:
    return make_account("editor")


@pytest.fixture
def reviewer(db: None) -> User:
    return make_account("reviewer")


@pytest.fixture
def as_editor(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def as_reviewer(reviewer: User) -> Client:
    client = Client()
    client.force_login(reviewer)
    return client
