"""When two addresses are one document, and when they are likely one."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Value
from django.db.models.functions import Cast
from hypothesis import given
from hypothesis import strategies as st

from sources.addresses import Stripped, strip_address, strip_twin
from sources.admin.known_addresses import owner
from tests.builders import make_address
from tests.examples import examples

STORY = "https://example.org/2017/strike"
ONE = [
    "http://example.org/2017/strike",
    "https://www.example.org/2017/strike/",
    "https://example.org/2017/strike#dead",
    "https://example.org/2017/strike?utm_source=x&utm_medium=y",
    "https://example.org/2017/strike/?fbclid=abc#dead",
    "https://example.org/2017/strike?gclid=abc",
]
TWINS = [
    "https://m.example.org/2017/strike",
    "https://mobile.example.org/2017/strike",
    "https://amp.example.org/2017/strike?utm_source=x",
    "https://example.org/2017/strike/amp/",
    "https://example.org/2017/strike.amp",
    "https://example.org/2017/strike?amp=1",
    "https://Example.org/2017/strike?outputType=amp",
]
OTHERS = [
    "https://example.org/2017/strike-2",
    "https://example.org/2017/strike?id=5",
    "https://example.com/2017/strike",
    "https://example.org/2017/strike/amplified",
    "https://m.org/2017/strike",
]


@pytest.mark.parametrize("url", ONE)
def test_one_document_has_one_address(url):
    assert strip_address(url) == strip_address(STORY)


@pytest.mark.parametrize("url", TWINS)
def test_a_twin_is_likely_the_same_document(url):
    assert strip_address(url) != strip_address(STORY)
    assert strip_twin(url) == strip_twin(STORY)


@pytest.mark.parametrize("url", OTHERS)
def test_another_address_is_another_document(url):
    assert strip_twin(url) != strip_twin(STORY)


def test_what_a_tracker_adds_leaves_the_rest_of_the_query():
    assert strip_address("https://example.org/a?utm_source=x&id=5&fbclid=y") == "example.org/a?id=5"


@examples(60)
@given(st.lists(st.sampled_from(["https://", "http://", "WWW.", "a.org", "/", "?", "&", "#", "utm_x=1", "id=2", "="])))
@pytest.mark.django_db
def test_the_database_strips_as_python_does(parts):
    url = "".join(parts)
    rows = ContentType.objects.annotate(stripped=Stripped(Cast(Value(url), CharField())))  # any row will do

    assert rows.values_list("stripped", flat=True)[0] == strip_address(url)


@pytest.mark.django_db
@pytest.mark.parametrize("stored", [STORY, *TWINS[:6]])
@pytest.mark.parametrize("typed", [STORY, *ONE, *TWINS])
def test_the_source_of_an_address_is_found_by_any_of_its_twins(stored, typed):
    source = make_address(stored).source
    make_address("https://example.org/2017/strike-2")

    assert owner(typed) == (source, strip_address(stored) == strip_address(typed))
    assert owner(typed, source.pk) is None


@pytest.mark.django_db
@pytest.mark.parametrize("typed", OTHERS)
def test_no_source_is_found_by_another_address(typed):
    make_address(STORY)

    assert owner(typed) is None
