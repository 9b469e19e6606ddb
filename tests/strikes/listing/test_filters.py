"""The filters of the list: what each finds, what it does with what cannot be read, and pages that survive inserts."""

import re
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from sources.names import normalise
from strikes.listing.counts import Count
from strikes.listing.filters import FILTERS
from strikes.listing.paging import ORDERS, PageOfRows, page
from strikes.listing.search import IncidentsFound, search
from strikes.listing.write import refresh
from strikes.models import Claim, Incident, Listing, Party, PlaceName
from strikes.vocabulary.terms import State
from tests.archive import list_all
from tests.builders import choice, make_claim, make_incident, make_party, make_place, make_supersession

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
    """How many are found, how many of them only because their date is uncertain, and how many have no point."""
    result = asked(query)
    return result.total.number, result.uncertain.number, result.without_point.number


# Dates

DATES = {
    "day": "2017-03-16",
    "range": "2017-03-14/2017-03-18",
    "month": "2017-03",
    "year": "2017",
    "about": "2017-03-16~",
}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("date_from=2017-03-16&date_to=2017-03-16", {"day", "range", "month", "year", "about"}),
        ("date_from=2017-03-17&date_to=2017-03-17", {"range", "month", "year", "about"}),
        ("date_from=2017-03-18&date_to=2017-03-18", {"range", "month", "year"}),
        ("date_from=2017-03-19", {"month", "year"}),
        ("date_to=2017-03-01", {"month", "year"}),
        ("date_from=2017-04", {"year"}),
        ("date_from=2018", set()),
        ("date_to=2016", set()),
        ("date_from=2017-03&date_to=2017-03&certain=on", {"day", "range", "month", "about"}),
        ("date_from=2017&date_to=2017&certain=on", {"day", "range", "month", "year", "about"}),
        ("date_from=2017-03-15&certain=on", {"day", "about"}),
        ("date_to=2017-03-17&certain=on", {"day", "about"}),
        ("certain=on", {"day", "range", "month", "year", "about"}),
    ],
)
def test_a_date_filter_is_an_overlap_or_on_request_certainly_within(query: str, expected: set[str]):
    codes = {name: publish_incident(filed=filed).code for name, filed in DATES.items()}

    assert found(query) == {codes[name] for name in expected}


def test_the_count_says_how_many_are_there_only_because_their_date_is_uncertain():
    for filed in DATES.values():
        publish_incident(filed=filed)

    assert numbers("date_from=2017-03-16&date_to=2017-03-16") == (5, 4, 0)
    assert numbers("date_from=2017-03-16&date_to=2017-03-16&certain=on") == (1, 0, 0)
    assert numbers("date_to=2017-03-16") == (5, 4, 0)
    assert numbers("") == (5, 0, 0)


# Places


def make_places() -> tuple[Any, Any, Any]:
    syria = make_place(slug="syria", name="Syria")
    aleppo = make_place(slug="aleppo-governorate", name="Aleppo Governorate", parent=syria)
    district = make_place(parent=aleppo, slug="atarib-district", name="Atarib District")
    jinah = make_place(slug="al-jinah", name="al-Jinah", parent=district)
    PlaceName.objects.create(place=jinah, text="الجِينة", language="ar")
    return syria, aleppo, jinah


@pytest.mark.parametrize(
    ("query", "expected"),
    [
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
    ],
)
def test_places_of_the_tree_and_typed_names_in_any_script(query: str, expected: set[str]):
    places = dict(zip(("country", "region", "settlement"), make_places(), strict=True))
    codes = {name: publish_incident(place=place).code for name, place in places.items()}
    publish_incident()

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


@pytest.mark.parametrize(
    ("query", "expected"),
    [
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
    ],
)
def test_near_a_point_and_in_a_box_across_the_date_line_and_the_poles(query: str, expected: set[str]):
    codes = {
        name: publish_incident(latitude=latitude, longitude=longitude, location_precision="site").code
        for name, (latitude, longitude) in POINTS.items()
    }
    publish_incident()

    assert found(query) == {codes[name] for name in expected}
    assert asked(query).without_point == Count(1)


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


# What comes out on a question


def make_parted() -> dict[str, str]:
    """The codes of four published incidents, by what comes out on how many were killed."""
    state, residents, monitor = (
        make_party(slug=slug, name=slug.capitalize()) for slug in ("state", "residents", "monitor")
    )
    found = {name: make_incident(state=State.PUBLISHED) for name in ("disputed", "differ", "moved", "one")}

    def say(name: str, party: Party, stated: str = "2017-03-17", **answer: Any) -> Claim:
        answer = {"hedge": "exact", "unit": "persons"} | answer
        return make_claim(incident=found[name], party=party, published=True, stated=stated, **answer)

    say("disputed", state, hedge="none_known")
    say("disputed", residents, count_best=46)
    say("differ", state, count_best=38)
    say("differ", residents, count_best=46, stated="2018")
    first, second = say("moved", state, count_best=40), say("moved", state, count_best=46, stated="2017-05-01")
    make_supersession(second, first, kind="corrects")
    say("moved", monitor, count_best=46)
    say("one", monitor, count_best=46)
    make_claim(incident=found["one"], question="called", party=state, stated="2019-01-01")
    list_all()
    return {name: incident.code for name, incident in found.items()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("disputed=killed", {"disputed"}),
        ("differ=killed", {"differ"}),
        ("moved=killed", {"moved"}),
        ("one_account=killed", {"one"}),
        ("disputed=injured", set()),
        ("disputed=nothing-known", set()),
        ("moved=nothing-known", set()),
        ("disputed=killed&differ=killed", set()),
        ("party=residents", {"disputed", "differ"}),
        ("without=residents", {"moved", "one"}),
        ("without=state", {"one"}),
        ("without=State&one_account=killed", {"one"}),
        ("without=nobody", set()),
        ("party=monitor&without=state", {"one"}),
        ("stated_since=2017", {"disputed", "differ", "moved", "one"}),
        ("stated_since=2017-05-01", {"moved", "differ"}),
        ("stated_since=2018-12-31", {"differ"}),
        ("stated_since=2019", set()),
    ],
)
def test_what_comes_out_on_a_question_who_is_not_heard_and_since_when(query: str, expected: set[str]):
    codes = make_parted()

    assert found(query) == {codes[name] for name in expected}


def test_of_a_party_without_anything_public_not_even_its_silence_is_told():
    make_parted()
    make_party(slug="hidden")

    assert found("without=hidden") == set()


def test_questions_are_offered_where_something_is_found_with_how_many_are_disputed(client: Client):
    make_parted()
    for query in ("", "?party=residents", "?disputed=killed"):
        page = client.get(f"/incidents/{query}").content.decode()

        assert "Killed (1)</option>" in page
        assert len(re.findall('<option value="killed"[^>]*>Killed', page)) == 4
        assert '<option value="injured"' not in page
    assert "Killed (0)</option>" in client.get("/incidents/?party=monitor").content.decode()


def test_every_filter_stands_once_in_the_form():
    fieldsets = asked("").fieldsets

    shown = [field.name for each in fieldsets for part in (each, each.folded) if part for field in part.fields]
    assert sorted(shown) == sorted(FILTERS)


def test_counts_are_capped_and_left_out_where_too_many_fit(client: Client, monkeypatch: pytest.MonkeyPatch):
    make_parted()
    assert Count(10_000).is_more is False
    assert (Count(10_001).is_more, Count(10_001).most) == (True, "10,000")
    monkeypatch.setattr("strikes.listing.counts.MOST_COUNTED", 1)

    assert asked("").total.is_more
    assert asked("").disputed == {"killed": Count(1)}
    assert asked("party=state").disputed is None
    assert asked("one_account=killed").disputed == {}
    assert "More than 1 incidents" in client.get("/incidents/").content.decode()


def test_what_is_asked_for_stays_in_the_form_though_it_finds_nothing(client: Client):
    make_parted()

    page = client.get("/incidents/?disputed=nothing-known").content.decode()

    assert '<option value="nothing-known" selected>' in page
    assert "without “Disputed”" in page


def test_a_row_says_where_the_accounts_part_and_who_moved(client: Client):
    codes = make_parted()

    rows = {code: client.get(f"/incidents/?q={code}").content.decode() for code in codes.values()}

    disputed, differ, moved, one = (rows[codes[name]] for name in ("disputed", "differ", "moved", "one"))
    assert "State says that none is known" in disputed
    assert "Residents says: 46 people" in disputed
    assert 'class="facing facing-disputed"' in disputed
    assert 'class="facing facing-differ"' in differ
    assert "Moved:" in moved
    assert "<span>State</span>" in moved
    assert "No answers recorded here exclude each other" in one


def test_a_row_sets_out_the_question_that_is_asked_for():
    incident = publish_incident()
    state, residents, monitor = make_party(), make_party(), make_party()
    for code in ("injured", "killed", "missing", "killed-civilians", "children-killed", "women-killed"):
        make_claim(
            incident=incident, question=code, party=state, published=True, count_best=3, hedge="exact", unit="persons"
        )
        make_claim(
            incident=incident,
            question=code,
            party=residents,
            published=True,
            count_best=9,
            hedge="exact",
            unit="persons",
        )
    make_claim(
        incident=incident,
        question="injured",
        party=monitor,
        published=True,
        count_best=9,
        hedge="exact",
        unit="persons",
    )
    make_claim(incident=incident, question="lawful", party=state, published=True, choice=choice("lawful", "lawful"))
    make_claim(
        incident=incident, question="lawful", party=residents, published=True, choice=choice("lawful", "unlawful")
    )
    refresh([incident.pk])

    plain, asked = Listing.objects.for_list().get(), Listing.objects.for_list("missing").get()

    assert [each.question.code for each in plain.parted[:3]] == ["lawful", "injured", "killed"]
    assert [each.question.code for each in asked.parted[:3]] == ["missing", "lawful", "injured"]
    assert (len(plain.also_disputed.named), len(plain.also_differing.named), plain.also_differing.more) == (0, 3, 3)
    assert (len(asked.also_disputed.named), len(asked.also_differing.named), asked.also_differing.more) == (1, 2, 3)


# What cannot be read


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
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
        ("stated_since=yesterday", {"stated_since"}),
        ("stated_since=2017-03-16~", {"stated_since"}),
        ("q=a%00", {"q"}),
        ("q=" + "x" * 10_000, {"q"}),
        ("sort=state", {"sort"}),
        ("sort=%00", {"sort"}),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else None,
)
def test_a_value_that_cannot_be_read_is_named_beside_its_field_and_not_applied(
    client: Client, query: str, wrong: set[str]
):
    publish_incident()

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


# Pages


def walk(sort: str, size: int = 3) -> tuple[list[list[str]], list[PageOfRows]]:
    """Every page forwards."""
    pages = [page(Listing.objects.all(), ORDERS[sort], size)]
    while pages[-1].after:
        pages.append(page(Listing.objects.all(), ORDERS[sort], size, after=pages[-1].after))
    return [[listing.code for listing in each.rows] for each in pages], pages


@pytest.mark.parametrize("sort", ORDERS)
def test_pages_hold_every_incident_once_forwards_and_backwards(sort: str):
    for number in range(10):
        incident = publish_incident(filed=f"2017-03-{number % 3 + 1:02}")
        if number % 2:
            make_claim(incident=incident, count_best=number % 4, hedge="exact", unit="persons", published=True)
            refresh([incident.pk])

    codes, pages = walk(sort)
    back = [page(Listing.objects.all(), ORDERS[sort], 3, before=each.before) for each in pages[1:]]

    assert sorted(code for each in codes for code in each) == sorted(Listing.objects.values_list("code", flat=True))
    assert [[listing.code for listing in each.rows] for each in back] == codes[:-1]
    assert (pages[0].before, pages[-1].after) == ("", "")
    assert back[0].before == ""


def test_what_is_published_meanwhile_neither_repeats_nor_hides_a_row():
    for day in range(1, 8):
        publish_incident(filed=f"2017-03-{day:02}")
    first = page(Listing.objects.all(), ORDERS["newest"], 3)

    publish_incident(filed="2017-03-31")
    second = page(Listing.objects.all(), ORDERS["newest"], 3, after=first.after)

    days = [listing.filed_earliest.day for listing in [*first.rows, *second.rows]]
    assert days == [7, 6, 5, 4, 3, 2]


@pytest.mark.parametrize(
    "cursor",
    ["x", ",", "2017-03-16", "2017-13-01,A", "%00,A", "2017-03-16,%00", "99999-01-01,A", "9" * 5000 + ",A", "-1e9,A"],
)
@pytest.mark.parametrize("sort", ORDERS)
@pytest.mark.parametrize("name", ["after", "before"])
def test_a_cursor_that_names_no_row_shows_the_first_page_and_says_so(client: Client, name: str, sort: str, cursor: str):
    publish_incident()

    response = client.get("/incidents/", QUERY_STRING=f"sort={sort}&{name}={cursor}")

    assert response.status_code == 200
    assert "This is the first." in response.content.decode()


def test_names_are_compared_without_accents_apostrophes_and_hyphens():
    assert normalise("Ṣan‘ā’") == normalise("San'a") == "sana"
    assert normalise("al-Jinah") == "al jinah"
