"""Two accounts, each signed in, and a published incident with who speaks of it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from strikes.models import Incident
from tests.archive import Cast, make_cast, make_whole_incident
from tests.builders import make_account


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast("one")


@pytest.fixture
def incident(cast: Cast) -> Incident:
    return make_whole_incident(cast, "SY-2017-0316-A")


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
