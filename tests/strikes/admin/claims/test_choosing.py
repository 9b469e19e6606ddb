"""What a field that searches offers: rows told apart, the nearest first, in as many queries for many as for few."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from strikes.models import Incident
from tests.archive import Cast, make_cast, make_claims, make_whole_incident
from tests.builders import make_party


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast("one")


@pytest.fixture
def incident(cast: Cast) -> Incident:
    return make_whole_incident(cast, "SY-2017-0316-A")


def offered(client: Client, model: str, field: str, term: str) -> list[str]:
    asked: dict[str, str] = {"app_label": "strikes", "model_name": model, "field_name": field, "term": term}
    response = client.get(reverse("admin:autocomplete"), asked)
    return [each["text"] for each in response.json()["results"]]


@pytest.mark.parametrize(
    ("model", "field", "term", "text"),
    [
        ("claim", "party", "office-one", r"Party office-one \(state|government office.*speaks for Party state-one"),
        ("claim", "value_place", "town-one", r"Town one \(settlement, Region one, Country one\)"),
        (
            "citation",
            "source",
            "article-one",
            r"Title of article-one \(The paper-one, 17 March 2017, article, article-one\)",
        ),
        ("claim", "question", "injured", r"Injured \(number, injured\)"),
        ("claim", "incident", "SY-2017", r"Strike at Town one.*\(SY-2017-0316-A, Town one, published\)"),
        (
            "citation",
            "claim",
            "SY-2017",
            r"SY-2017-0316-A no\. 1: Party state-one asserts \(likely or apparent\): Killed: 1 person \(17 March 2017\)",
        ),
        ("citation", "capture", "article-one", r"article-one no\. 1 \(seen 18 March 2017, Headline 1 of article-one\)"),
    ],
)
def test_what_is_offered_can_be_told_apart(
    as_editor: Client, cast: Cast, incident: Incident, model: str, field: str, term: str, text: str
):
    make_claims(incident, cast)

    assert any(re.search(text, each) for each in offered(as_editor, model, field, term))


def test_what_is_offered_takes_as_many_queries_for_many_as_for_few(as_editor: Client, cast: Cast, incident: Incident):
    counts = []
    for word, size in (("few", 3), ("many", 12)):
        for number in range(size):
            make_party(name=f"Command {word} {number}", authority=make_party())
        with CaptureQueriesContext(connection) as queries:
            assert len(offered(as_editor, "claim", "party", f"Command {word}")) == size
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("asked", [{}, {"app_label": "x"}, {"term": "\0"}, {"page": "abc"}, {"page": "99"}])
def test_what_is_offered_to_parameters_made_up_by_hand(as_editor: Client, incident: Incident, asked: dict[str, str]):
    known = {"app_label": "strikes", "model_name": "claim", "field_name": "party"} if asked else {}

    assert as_editor.get(reverse("admin:autocomplete"), known | asked).status_code in (200, 400, 403, 404)


def test_what_is_called_as_typed_is_offered_before_what_is_called_alike(as_editor: Client, db: None):
    for name in ("A command of Syria", "Syria", "Syria Civil Defence"):
        make_party(name=name)

    names = [text.partition(" (")[0] for text in offered(as_editor, "claim", "party", "syria")]

    assert names == ["Syria", "Syria Civil Defence", "A command of Syria"]
    assert offered(as_editor, "claim", "question", "killed")[0].startswith("Killed (number")
