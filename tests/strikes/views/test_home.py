"""The first page and the method."""

import inspect
from enum import EnumType

import pytest
from django.db.models import Choices
from django.test import Client
from django.utils.html import escape

from sources import vocabulary as of_sources
from strikes.map import LEAST_HEIGHT, LEAST_WIDTH, Mark, draw
from strikes.method import VOCABULARIES
from strikes.models import Choice, Question
from strikes.vocabulary import terms
from tests.archive import list_all
from tests.builders import make_incident

pytestmark = pytest.mark.django_db


def test_an_empty_archive_has_a_first_page(client: Client):
    page = client.get("/").content.decode()

    assert "Nothing is published yet." in page
    assert "0 incidents" in page


def test_the_first_page_leads_to_what_changed_and_draws_only_what_has_a_point(client: Client):
    shown = make_incident(state="published", latitude=36.1, longitude=36.8, location_precision="locality")
    make_incident(state="published", latitude=33.0, longitude=38.0, location_precision="region")
    draft = make_incident(latitude=50.0, longitude=30.0, location_precision="site")
    list_all()

    page = client.get("/").content.decode()

    assert f'href="/incidents/{shown.code}/"' in page
    assert draft.title not in page
    assert page.count("<circle") == 1
    assert 'cx="36.80" cy="-36.10"' in page
    assert "1 incident is filed under a district or wider" in page


def test_a_map_shows_all_its_marks_with_a_margin_and_never_less_than_a_region():
    one = draw([Mark(36.1, 36.8, 1)])
    many = draw([Mark(-80, -179, 1), Mark(89, 179, 3)])

    assert draw([]) is None
    assert one
    assert (one.width, one.height) == (LEAST_WIDTH, LEAST_HEIGHT)
    assert one.x < 36.8 < one.x + one.width
    assert one.y < -36.1 < one.y + one.height
    assert many
    assert (many.x, many.width) == (-180, 360)


def test_every_term_of_every_vocabulary_stands_on_the_method_page(client: Client):
    page = client.get("/method/").content.decode()
    found = {
        each
        for module in (terms, of_sources)
        for _name, each in inspect.getmembers(
            module, lambda value: isinstance(value, EnumType) and issubclass(value, Choices)
        )
        if each.__module__ == module.__name__ and each.choices
    }

    assert found <= {vocabulary.choices for vocabulary in VOCABULARIES}
    for vocabulary in VOCABULARIES:
        for code, label, _definition in vocabulary.terms:
            assert f'{escape(label)}<span class="code">{code}</span>' in page


def test_every_question_and_choice_stands_on_the_method_page_with_its_definition(client: Client):
    page = client.get("/method/").content.decode()

    for question in Question.objects.all():
        assert f'id="question-{question.code}"' in page
        assert escape(question.definition) in page
    for choice in Choice.objects.all():
        assert f"<li>{escape(choice.label)}" in page
