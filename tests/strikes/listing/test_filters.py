"""The filters of the list: what each finds, and what becomes of a value that cannot be read."""

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from sources.names import normalise
from strikes.listing.counts import Count
from strikes.listing.filters import FILTERS
from strikes.listing.search import IncidentsFound, search
from strikes.listing.write import refresh
from strikes.models import Incident, PlaceName
from strikes.vocabulary.terms import State
from tests.builders import make_claim, make_incident, make_party, make_place

pytestmark = pytest.mark.django_db


def publish_incident(**fields: Any) -> Incident:
    incident = make_incident(**{"state": State.PUBLISHED} | fields)
    refresh([incident.pk])
    return incident


def asked(query: str) -> IncidentsFound:
    return search(QueryDict(query))


def found(query: str) -> set[str]:
    return {listing.code for listing in asked(query).page.rows}


def errors(query: str) -> set[str]:
    return set(asked(query).form.errors)


def numbers(query: str) -> tuple[int, int, int]:
    """How many are found, how many of them only because their date is uncertain, and how many others may lie there."""
    result = asked(query)
    return result.total.number, result.uncertain.number, result.without_point.fine.number


# Dates

DATES = {
    "day": "2017-03-16",
    "range": "2017-03-14/2017-03-18",
    "month": "2017-03",
    "year": "2017",
    "about": "2017-03-16~",
    "one of two": "[2019-02-01,2019-02-20]",
    "long range": "2019-02-01/2019-02-20",
}


BY_DATE = [
    ("date_from=2017-03-16&date_to=2017-03-16", {"day", "range", "month", "year", "about"}),
    ("date_from=2017-03-17&date_to=2017-03-17", {"range", "month", "year", "about"}),
    ("date_from=2017-03-18&date_to=2017-03-18", {"range", "month", "year"}),
    ("date_from=2017-03-19&date_to=2018", {"month", "year"}),
    ("date_to=2017-03-01", {"month", "year"}),
    ("date_from=2017-04&date_to=2018", {"year"}),
    ("date_from=2018&date_to=2018", set()),
    ("date_to=2016", set()),
    ("date_from=2017-03&date_to=2017-03&certain=on", {"day", "range", "month", "about"}),
    ("date_from=2017&date_to=2017&certain=on", {"day", "range", "month", "year", "about"}),
    ("date_from=2017-03-15&date_to=2018&certain=on", {"day", "about"}),
    ("date_to=2017-03-17&certain=on", {"day", "about"}),
    ("date_from=2019-02-10&date_to=2019-02-12", {"long range"}),
    ("date_from=2019-02-01&date_to=2019-02-01", {"one of two", "long range"}),
    ("date_from=2019-02-20&date_to=2019-02-20", {"one of two", "long range"}),
    ("date_from=2019-02-02&date_to=2019-02-20", {"one of two", "long range"}),
    ("date_from=2019-02-10", {"one of two", "long range"}),
    ("date_to=2019-02-10&date_from=2018", {"one of two", "long range"}),
    ("date_from=2019-02&date_to=2019-02&certain=on", {"one of two", "long range"}),
    ("date_from=2019-02-10&date_to=2019-02-20&certain=on", set()),
    ("certain=on", set(DATES)),
]


def test_a_date_filter_is_an_overlap_or_on_request_certainly_within(subtests: pytest.Subtests):
    codes = {name: publish_incident(filed=filed).code for name, filed in DATES.items()}

    for query, expected in BY_DATE:
        with subtests.test(query=query):
            assert found(query) == {codes[name] for name in expected}


def test_the_count_says_how_many_are_there_only_because_their_date_is_uncertain():
    for filed in DATES.values():
        publish_incident(filed=filed)

    assert numbers("date_from=2017-03-16&date_to=2017-03-16") == (5, 4, 0)
    assert numbers("date_from=2017-03-16&date_to=2017-03-16&certain=on") == (1, 0, 0)
    assert numbers("date_to=2017-03-16") == (5, 4, 0)
    assert numbers("date_from=2019-02-10&date_to=2019-02-20") == (2, 2, 0)
    assert numbers("") == (7, 0, 0)


# Places


def make_places() -> tuple[Any, Any, Any]:
    syria = make_place(slug="syria", name="Syria")
    aleppo = make_place(slug="aleppo-governorate", name="Aleppo Governorate", parent=syria)
    district = make_place(parent=aleppo, slug="atarib-district", name="Atarib District")
    jinah = make_place(slug="al-jinah", name="al-Jinah", parent=district)
    PlaceName.objects.create(place=jinah, text="الجِينة", language="ar")
    return syria, aleppo, jinah


BY_PLACE = [
    ("country=syria", {"country", "region", "settlement"}),
    ("region=aleppo-governorate", {"region", "settlement"}),
    ("place=Aleppo", {"region", "settlement"}),
    ("place=al-jinah", {"settlement"}),
    ("place=AL+JINAH", {"settlement"}),
    ("place=Jinah", {"settlement"}),
    ("place=%D8%A7%D9%84%D8%AC%D9%8A%D9%86%D8%A9", {"settlement"}),
    ("place=syria&region=aleppo-governorate", {"region", "settlement"}),
    ("place=Jin", set()),
    ("place=Utopia", set()),
    ("place=.*", set()),
]


def test_places_of_the_tree_and_typed_names_in_any_script(subtests: pytest.Subtests):
    places = dict(zip(("country", "region", "settlement"), make_places(), strict=True))
    codes = {name: publish_incident(place=place).code for name, place in places.items()}
    publish_incident()

    for query, expected in BY_PLACE:
        with subtests.test(query=query):
            assert found(query) == {codes[name] for name in expected}


def test_only_places_that_something_public_is_filed_under_are_offered():
    syria, _aleppo, _jinah = make_places()
    publish_incident(place=syria)
    make_incident(place=make_place(slug="hidden", name="Hidden"))

    result = asked("country=hidden")

    assert [code for code, _label in result.form.fields["country"].widget.choices] == ["", "syria"]
    assert set(result.form.errors) == {"country"}
    assert result.total == Count(1)


POINTS = {
    "jinah": (36.11, 36.8),
    "aleppo": (36.2, 37.16),
    "fiji east": (-17.0, 179.9),
    "fiji west": (-17.0, -179.9),
    "pole": (89.9, 10.0),
}


BY_POINT = [
    ("near=36.11,36.80&km=1", {"jinah"}),
    ("near=36.11,36.80&km=30", {"jinah"}),
    ("near=36.11,36.80&km=40", {"jinah", "aleppo"}),
    ("near=36.11,36.80", {"jinah"}),
    ("near=-17,180&km=20", {"fiji east", "fiji west"}),
    ("near=-17,-179.95&km=20", {"fiji east", "fiji west"}),
    ("near=90,0&km=20", {"pole"}),
    ("near=89.95,-170&km=30", {"pole"}),
    ("near=0,0&km=20000", {"jinah", "aleppo", "fiji east", "fiji west", "pole"}),
    ("bbox=36,36,37,37", {"jinah"}),
    ("bbox=179,-18,-179,-16", {"fiji east", "fiji west"}),
    ("bbox=-180,-90,180,90", {"jinah", "aleppo", "fiji east", "fiji west", "pole"}),
    ("bbox=0,0,0,0", set()),
]


def test_near_a_point_and_in_a_box_across_the_date_line_and_the_poles(subtests: pytest.Subtests):
    codes = {
        name: publish_incident(latitude=latitude, longitude=longitude, location_precision="site").code
        for name, (latitude, longitude) in POINTS.items()
    }
    publish_incident()

    for query, expected in BY_POINT:
        with subtests.test(query=query):
            assert found(query) == {codes[name] for name in expected}


def test_a_circle_is_not_cut_by_the_box_around_it():
    publish_incident(latitude=1.0, longitude=100.0, location_precision="site")

    assert len(found("near=2,100&km=111.197")) == 1
    assert len(found("near=2,100&km=111.19")) == 0


# What has no point: the query, how many others are filed coarsely, how many finely.
WITHOUT_POINT = [
    ("near=36.11,36.80", (2, 1)),
    ("near=36.11,36.80&km=0.1", (2, 1)),
    ("near=37.5,36.80&km=1", (2, 1)),
    ("bbox=36,36,37,37", (2, 1)),
    ("bbox=-180,-90,180,90", (3, 5)),
    ("near=36.11,36.80&bbox=36,36,37,37", (2, 1)),
    ("near=36.11,36.80&date_from=2018", (0, 0)),
    ("near=48.5,37.5", (1, 2)),
    ("near=0,0", (0, 0)),
    ("country=syria", (0, 0)),
]


def test_others_without_a_point_are_counted_where_they_may_lie_there_and_by_why(subtests: pytest.Subtests):
    syria, ukraine, yemen = (make_place(slug=slug) for slug in ("syria", "ukraine", "yemen"))
    publish_incident(place=syria, latitude=36.1, longitude=36.8, location_precision="site")
    publish_incident(place=ukraine, latitude=48.7, longitude=37.5, location_precision="locality")
    for place, precisions in (
        (syria, ["district", "country", "settlement"]),
        (ukraine, ["region", "site", "vicinity"]),
        (yemen, ["site", "site"]),
    ):
        for precision in precisions:
            publish_incident(place=place, location_precision=precision)
    publish_incident(place=yemen, latitude=15.0, longitude=44.0, location_precision="site")

    for query, (coarse, fine) in WITHOUT_POINT:
        with subtests.test(query=query):
            result = asked(query).without_point
            assert (result.coarse, result.fine) == (Count(coarse), Count(fine))


def test_the_sentence_on_what_has_no_point_says_why(client: Client):
    syria = make_place(slug="syria")
    publish_incident(place=syria, latitude=36.1, longitude=36.8, location_precision="site")
    publish_incident(place=syria, location_precision="site")
    publish_incident(place=syria, location_precision="district", latitude=36.1, longitude=36.8)

    page = client.get("/incidents/?near=36.11,36.80").content.decode()

    assert "1 other, filed under a district or wider, may lie in this area" in page
    assert "1 other, filed under a settlement or finer, may lie in this area: no point is recorded for it" in page


# Parties and words


def test_a_party_is_found_by_its_names_and_with_the_offices_that_speak_for_it():
    state = make_party(slug="united-states", name="United States", short_name="US", original_name="الولايات")
    office = make_party(slug="centcom", name="US Central Command", authority=state)
    incident, other = publish_incident(), publish_incident()
    make_claim(incident=incident, party=office, published=True)
    make_claim(incident=other, party=state)
    refresh([incident.pk, other.pk])

    for typed in ("united-states", "united states", "US", "الولايات", "centcom", "us central command"):
        assert found(f"party={typed}") == {incident.code}
    assert found("party=nobody") == set()


def test_words_are_found_in_any_form_and_script_and_all_must_be_there():
    incident = publish_incident(title="Strike at al-Jinah", summary="Two mosques at Sana’a. قُتل مدنيون")
    publish_incident(title="Strike elsewhere")

    for typed in ("mosque", "MOSQUES jinah", '"strike at al-Jinah"', "sanaa", "قتل", "strike -elsewhere"):
        assert found(f"q={typed}") == {incident.code}, typed
    assert found("q=mosque+elsewhere") == set()
    assert found("q=the") == set()


def test_every_filter_stands_once_in_the_form():
    fieldsets = asked("").fieldsets

    shown = [field.name for each in fieldsets for part in (each, each.folded) if part for field in part.fields]
    assert sorted(shown) == sorted(FILTERS)


# What cannot be read


UNREADABLE = [
    ("date_from=yesterday", {"date_from"}),
    ("date_from=2017-02-30", {"date_from"}),
    ("date_from=0000", {"date_from"}),
    ("date_from=99999", {"date_from"}),
    ("date_from=2017-03-16~", {"date_from"}),
    ("date_from=2017&date_to=2016", {"date_to"}),
    ("date_to=%00", {"date_to"}),
    ("country=nowhere", {"country"}),
    ("country=%00", {"country"}),
    ("region=1", {"region"}),
    ("near=36", {"near"}),
    ("near=91,0", {"near"}),
    ("near=0,181", {"near"}),
    ("near=nan,inf", {"near"}),
    ("near=1e999,0", {"near"}),
    ("near=36.1,36.8&km=-1", {"km"}),
    ("near=36.1,36.8&km=99999999999", {"km"}),
    ("near=36.1,36.8&km=nan", {"km"}),
    ("bbox=1,2,3", {"bbox"}),
    ("bbox=0,10,10,0", {"bbox"}),
    ("bbox=0,0,999,10", {"bbox"}),
    ("place=" + "x" * 10_000, {"place"}),
    ("place=a%00b", {"place"}),
    ("party=%00", {"party"}),
    ("without=%00", {"without"}),
    ("disputed=%00", {"disputed"}),
    ("disputed=what+was+struck", {"disputed"}),
    ("differ=<script>", {"differ"}),
    ("moved=" + "x" * 10_000, {"moved"}),
    ("one_account=é", {"one_account"}),
    ("disputed=any+thing", {"disputed"}),
    ("moved_by=%00", {"moved_by"}),
    ("moved_by=" + "x" * 10_000, {"moved_by"}),
    ("stated_since=yesterday", {"stated_since"}),
    ("stated_since=2017-03-16~", {"stated_since"}),
    ("q=a%00", {"q"}),
    ("q=" + "x" * 10_000, {"q"}),
    ("sort=state", {"sort"}),
    ("sort=%00", {"sort"}),
]


def test_a_value_that_cannot_be_read_is_named_beside_its_field_and_not_applied(
    subtests: pytest.Subtests, client: Client
):
    publish_incident()

    for query, wrong in UNREADABLE:
        with subtests.test(query=query):
            response = client.get("/incidents/", QUERY_STRING=query)

            assert response.status_code == 200
            assert errors(query) == wrong
            assert asked(query).total == Count(1)
            assert response.content.decode().count("This filter is not applied.") == 1


def test_an_empty_list_says_which_filter_to_loosen(client: Client):
    syria, _aleppo, _jinah = make_places()
    publish_incident(place=syria, filed="2017-03-16")

    text = client.get("/incidents/?country=syria&date_from=2018&certain=on").content.decode()

    assert "without “From”" in text
    assert 'href="/incidents/?country=syria"' in text
    assert "without “Country”" not in text


def test_names_are_compared_without_accents_apostrophes_and_hyphens():
    assert normalise("Ṣan‘ā’") == normalise("San'a") == "sana"
    assert normalise("al-Jinah") == "al jinah"
