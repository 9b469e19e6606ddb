"""The lists of the admin find what an editor remembers of a row."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from sources.models import Publisher, Source
from sources.names import normalise
from strikes.models import Claim, Incident, OtherArchive, Party, Place, PlaceName, Question
from tests.builders import (
    Fields,
    make_address,
    make_capture,
    make_citation,
    make_claim,
    make_incident,
    make_party,
    make_place,
    make_publisher,
    make_source,
)
from tests.strikes.admin.test_every_model import MODELS, address


def found(client: Client, model: type[Model], words: str) -> set[Any]:
    response = client.get(address(model, "changelist"), {"q": words})
    return {*response.context["cl"].queryset}


CLAIMS = [
    ("46", {1, 2, 4}),
    ("at least 46", {2}),
    ("46 people", {1, 2}),
    ("forty-six", {1, 2, 4}),
    ("10–17", {3}),
    ("17", {3, 17}),
    ("dozens", {5}),
    ("#17", {17}),
    ("claim 3", {3}),
    ("SY-2017-0316-A 17", {17}),
    ("sy-2017-0316-a #17", {17}),
    ("SY-2017-0316-A claim 17", {17}),
    ("SY-2017-0316-A", {1, 2, 3, 4, 5, 17}),
    ("prayer had begun", {17}),
    ('"evening prayer"', {17}),
    ('"prayer evening"', set()),
    ("not said by anybody", set()),
    ("99999999999999999999", set()),
    ("#99999999999999999999", set()),
]


def test_a_claim_is_found_by_a_number_its_own_number_or_a_phrase(subtests: pytest.Subtests, as_editor: Client):
    incident, party = make_incident(code="SY-2017-0316-A", title="Strike"), make_party(name="The party")
    many: Fields = {"hedge": "at_least", "unit": "persons"}
    make_claim(incident=incident, number=1, party=party)
    make_claim(incident=incident, number=2, count_low=46, **many, party=party)
    make_claim(incident=incident, number=3, count_low=10, count_high=17, hedge="exact", unit="persons", party=party)
    make_claim(incident=incident, number=4, count_high=46, hedge="at_most", unit="families", party=party)
    make_claim(incident=incident, number=5, hedge="dozens", unit="persons", party=party)
    last = make_claim(incident=incident, number=17, count_best=300, hedge="exact", unit="persons", party=party)
    make_citation(last, quotation="The evening prayer had begun, 17 of them said.")

    for words, numbers in CLAIMS:
        with subtests.test(words=words):
            assert {claim.number for claim in found(as_editor, Claim, words)} == numbers


SIDES = [
    ("yes", {1, 3}),
    ("no", {2}),
    ("fighters were there", {1, 2}),
    ('"no fighters were there"', {2}),
    ("hit", {3}),
    ("spared", set()),
]


def test_a_claim_is_found_by_yes_and_no_and_by_the_words_that_its_question_has_for_them(
    subtests: pytest.Subtests, as_editor: Client, db: None
):
    incident, party = make_incident(title="Strike"), make_party(name="The party")
    for number, (asked, said) in enumerate(
        [("fighters-present", True), ("fighters-present", False), ("building-hit", True)], 1
    ):
        make_claim(incident=incident, number=number, party=party, question=asked, yes_no=said)
    Question.objects.update(label="Asked")

    for words, numbers in SIDES:
        with subtests.test(words=words):
            assert {claim.number for claim in found(as_editor, Claim, words)} == numbers


PARTIES = ["medecins", "Médecins", "MSF", "أطباء", "اطباء بلا", "doctors without"]


def test_a_party_and_its_claims_are_found_by_any_of_its_names(subtests: pytest.Subtests, as_editor: Client):
    names: Fields = {
        "name": "Médecins Sans Frontières (Doctors Without Borders)",
        "short_name": "MSF",
        "original_name": "أَطِبّاء بلا حدود",
    }
    party = make_party(**names)
    make_party()
    claim = make_claim(party=party)
    make_claim()

    for words in PARTIES:
        with subtests.test(words=words):
            assert found(as_editor, Party, words) == {party}
            assert found(as_editor, Claim, words) == {claim}


PLACES = ["al jina", "Al-Jīna", "الجينة", "aljinah"]


def test_a_place_and_its_incidents_are_found_by_any_of_its_names(subtests: pytest.Subtests, as_editor: Client):
    place = make_place(name="al-Jīna")
    for text in ("الجينة", "Aljinah"):
        PlaceName.objects.create(place=place, text=text)
    incident = make_incident(place=place)
    make_incident()

    for words in PLACES:
        with subtests.test(words=words):
            assert found(as_editor, Place, words) == {place}
            assert found(as_editor, Incident, words) == {incident}


def test_an_incident_is_found_by_its_code_and_by_its_number_in_another_archive(as_editor: Client):
    incident = make_incident(code="SY-2017-0316-A")
    OtherArchive.objects.create(incident=incident, archive="Airwars", identifier="CS578")
    make_incident(code="SY-2018-0316-A")

    assert found(as_editor, Incident, "2017-0316") == found(as_editor, Incident, "cs578") == {incident}


SOURCES = [
    "https://example.org/story",
    "http://www.example.org/story/?utm_source=x#top",
    "https://m.example.org/story",
    "https://example.org/",
    "example.org/story",
    "https://web.archive.org/web/2017/https://example.org/copy",
    "sudwest",
    "Südwest",
    "عنوان",
    "zeitung",
]


def test_a_source_is_found_by_an_address_as_it_is_pasted_and_by_its_names(subtests: pytest.Subtests, as_editor: Client):
    source = make_source(title="Südwest report", original_title="عُنوان", publisher=make_publisher(name="Die Zeitung"))
    make_address("https://example.org/story", source)
    make_capture(
        source, archive_url="https://web.archive.org/web/2017/https://example.org/copy", seen_at=datetime.now(UTC)
    )
    make_address("https://example.net/story")

    for words in SOURCES:
        with subtests.test(words=words):
            assert found(as_editor, Source, words) == {source}


def test_a_publisher_is_found_by_its_name_in_any_script(as_editor: Client):
    publisher = make_publisher(name="Türk Ajansı", original_name="Україна")
    make_publisher()

    assert found(as_editor, Publisher, "turk") == found(as_editor, Publisher, "украіна") == {publisher}


@pytest.mark.parametrize(
    "text", ["Médecins", "al-Jīna", "الجِيـنَة", "Ma'arrat an-Nuʿmān", "Łódź", "Київ", "ΑΘΉΝΑ", "ﬁne", "Việt Nam", "東京"]
)
def test_the_database_compares_names_as_python_does(text: str, db: None):
    party = make_party(name=f"before {text} after")

    assert Party.objects.get(name__alike=normalise(text)) == party
    assert Party.objects.get(name__alike=text) == party


ANYTHING = ["\0", "%", "_", "\\", "'", '"', "#", "://", "#0", "46 \0", "é" * 5000, "no. ", "https://["]


def test_a_search_of_any_text_is_answered(subtests: pytest.Subtests, as_editor: Client, db: None):
    make_claim(published=True)

    for model in MODELS:
        with subtests.test(model=model.__name__):
            answers = {
                words: as_editor.get(address(model, "changelist"), {"q": words}).status_code for words in ANYTHING
            }

            assert answers == dict.fromkeys(ANYTHING, 200)


MADE_UP = [
    "missing=%00",
    "state__exact=%00",
    "kind__exact=%00",
    "slug=%00",
    "pk=%00",
    "pk__in=a,%00",
    "incident__id__exact=abc",
    "citations__source__id__exact=abc",
    "o=abc",
    "p=abc",
    "p=%00",
    "all=",
    "nothing__of__the__kind=1",
    "e=1",
]


def test_addresses_of_lists_made_up_by_hand_break_nothing(subtests: pytest.Subtests, as_editor: Client, db: None):
    make_claim(published=True)

    for query in MADE_UP:
        with subtests.test(query=query):
            answers = {as_editor.get(f"{address(model, 'changelist')}?{query}").status_code for model in MODELS}

            assert answers <= {200, 302, 400}
