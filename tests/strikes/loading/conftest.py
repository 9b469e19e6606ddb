"""An archive that knows its questions: goes as soon as the whole suite's database does."""

import pytest
from pytest_django import DjangoDbBlocker

from strikes.loading.questions import load_questions
from strikes.vocabulary.questions import read_questions


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Load the vocabulary once, beneath every test's own transaction."""
    with django_db_blocker.unblock():
        load_questions(read_questions().questions)
