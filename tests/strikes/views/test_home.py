"""The first page and the method."""

import inspect
from enum import EnumType

import pytest
from django.db.models import Choices
from django.test import Client
from django.utils.html import escape

from sources import vocabulary as of_sources
from strikes.answers import count
from strikes.incident.map import LEAST_HEIGHT, LEAST_WIDTH, Mark, draw
from strikes.models import Choice, Question
from strikes.vocabulary import terms
from strikes.wording.method import VOCABULARIES, Rules
from tests.archive import list_all
from tests.builders import make_citation, make_claim, make_incident, make_source

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


def test_the_first_page_says_for_how_many_public_claims_words_are_quoted_and_those_withheld_do_not_count(
    client: Client,
):
    shown = make_incident(state="published")
    quoted, withheld, _unquoted = (make_claim(incident=shown, published=True) for _number in range(3))
    hidden = make_claim(incident=shown, published=True)
    make_citation(quoted, quotation="They said so.")
    make_citation(withheld, quotation="They said so.", is_withheld=True)
    make_citation(hidden, quotation="They said so.", source=make_source(is_withheld=True))
    make_citation(make_claim(incident=shown), quotation="They said so.")
    make_citation(make_claim(published=True), quotation="They said so.")
    list_all()

    first = client.get("/").content.decode()
    page = client.get(f"/incidents/{shown.code}/").content.decode()

    assert "words quoted for 1 of 4 claims" in first
    assert "Words quoted for 1 of 4 claims." in page


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


def test_every_term_of_the_rules_stands_with_its_definition_where_disputes_are_explained(client: Client):
    page = client.get("/method/").content.decode()
    rules = page[page.index('id="disputes"') : page.index('id="questions"')]

    for term in (*terms.Rule, *terms.QuestionState, *terms.Beside):
        assert f"<b>{escape(term.label)}</b>: {escape(term.definition)}" in rules


@pytest.mark.parametrize(
    "words",
    [
        "<td>about 50</td><td>45 to 55</td>",
        "<td>nearly 50</td><td>45 to 50</td>",
        "<td>50, and at least 46</td><td>46 or more</td>",
        "<td>several</td><td>3 to 20</td>",
        "<td>dozens</td><td>24 to 99</td>",
        "<td>scores</td><td>40 to 199</td>",
        "<td>hundreds</td><td>200 to 999</td>",
        "<td>50 so far</td><td>50 or more</td>",
        "<td>fewer than 46</td><td>45 or fewer</td>",
        "<td>none known</td><td>in no range</td>",
        "where the party itself gave 49</td><td>25 to 49</td>",
        "reaches 10 % either way",
        "begins at 90 %",
        "taken 15 minutes either way, one said as “about” 30 minutes, one said as “just before” 30 minutes",
        "half a day (12 hours)",
        "exact site, 10 m; vicinity, 100 m; locality, 1000 m",
        "at most 40 pairs",
    ],
)
def test_every_number_of_the_rules_stands_on_the_method_page(client: Client, words: str):
    assert words in client.get("/method/").content.decode()


def test_every_word_that_stands_for_a_number_is_told_as_it_is_compared():
    told = dict(Rules(40).numbers)

    assert {str(hedge.label) for hedge in count.WORDS} <= told.keys()
    for hedge in terms.Hedge:
        assert any(str(hedge.label) in words for words in told) or hedge in (
            terms.Hedge.EXACT,
            terms.Hedge.ABOUT_OR_MORE,
            terms.Hedge.SO_FAR,
            terms.Hedge.MOST_OF,
        )
