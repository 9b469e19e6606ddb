"""The command that prints under which permanent names the archive knows a party, a publisher, a place or a source."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from strikes.models import Party, PlaceName
from tests.builders import (
    make_citation,
    make_claim,
    make_incident,
    make_party,
    make_place,
    make_publisher,
    make_source,
)

pytestmark = pytest.mark.django_db


def printed(kind: str, *words: str) -> list[str]:
    out = StringIO()
    call_command("known", kind, *words, stdout=out)
    return out.getvalue().splitlines()


def slugs(kind: str, *words: str) -> list[str]:
    return [line.partition("  ")[0] for line in printed(kind, *words)]


@pytest.fixture
def command() -> Party:
    """A command that speaks for its state, and has a short name."""
    state = make_party(slug="united-states", name="United States", kind="state", country="US")
    return make_party(
        slug="us-central-command", name="US Central Command", short_name="CENTCOM", kind="command", authority=state
    )


def test_a_party_is_told_with_its_names_kind_authority_and_where_it_is_named(command: Party):
    make_claim(party=command)
    make_claim(party=command)
    make_claim(incident=make_incident(), told_by=command)

    assert printed("parties", "centcom") == [
        "us-central-command  US Central Command (CENTCOM)  military command; speaks for united-states; in 3 incidents"
    ]
    [state] = printed("parties", "United States")
    assert state.endswith("  state; US; in 3 incidents")  # those of its offices are its own


@pytest.mark.parametrize(
    "words", ["medecins", "MÉDECINS", "msf", "أطباء", "اطباء بلا", "doctors-without", "borders doctors"]
)
def test_a_party_is_found_by_any_of_its_names_whatever_the_accents(words: str):
    make_party(
        slug="doctors-without-borders",
        name="Médecins Sans Frontières",
        short_name="MSF",
        original_name="أطباء بلا حدود",
    )
    make_party(slug="russia", name="Russia")

    assert slugs("parties", *words.split()) == ["doctors-without-borders"]


def test_the_best_come_first():
    for slug, name in (
        ("c", "Command of the Kurdish force"),
        ("b", "Iran"),
        ("a", "Iranian Command"),
        ("d", "The Command"),
        ("e", "Subcommands"),
        ("f", "Command"),
    ):
        make_party(slug=slug, name=name)

    assert slugs("parties", "command") == ["f", "c", "d", "a", "e"]


def test_a_place_is_found_by_another_spelling_and_told_with_where_it_lies():
    aleppo = make_place(slug="aleppo-governorate", name="Aleppo Governorate", parent=make_place(slug="syria"))
    jinah = make_place(slug="al-jinah", name="al-Jinah", parent=aleppo)
    PlaceName.objects.create(place=jinah, text="الجينة", language="ar")
    make_incident(place=jinah)

    [line] = printed("places", "jinah")

    assert line.startswith("al-jinah  al-Jinah (الجينة)  ")
    assert line.endswith("; in aleppo-governorate; in 1 incident")
    assert slugs("places", "الجينة") == ["al-jinah"]


def test_a_source_is_found_by_its_title_and_publisher_together():
    intercept = make_publisher(slug="the-intercept", name="The Intercept", kind="news_site")
    source = make_source(code="the-intercept-2017-0419", publisher=intercept, title="Mounting claims")
    make_source(title="Mounting doubts")
    make_citation(make_claim(), source=source)

    [line] = printed("sources", "mounting", "intercept")

    assert line.startswith("the-intercept-2017-0419  Mounting claims (The Intercept)  ")
    assert "the-intercept; day unknown; en; in 1 incident" in line
    assert slugs("publishers", "intercept") == ["the-intercept"]


def test_where_nothing_fits_the_three_nearest_are_named(command: Party):
    for slug, name in (("russia", "Russia"), ("sohr", "Syrian Observatory"), ("oasis", "Observers of the oasis")):
        make_party(slug=slug, name=name)

    lines = printed("parties", "observatry")

    assert lines[0] == "None of the parties has all of these words in a name. The nearest are:"
    assert lines[1].startswith("sohr  ")
    assert len(lines) <= 4


def test_an_empty_archive_has_nothing_near():
    assert printed("sources", "anything") == ["None of the sources has all of these words in a name."]


def test_only_so_many_are_printed_and_the_others_counted():
    for number in range(33):
        make_party(slug=f"ministry-{number}", name=f"Ministry {number}")

    lines = printed("parties", "ministry")

    assert len(lines) == 31
    assert lines[-1] == "… and 3 more: add a word."


def test_a_name_that_is_its_own_slug_is_told():
    make_party(slug="reuters", name="reuters")

    assert slugs("parties", "reuters") == ["reuters"]


def test_of_something_else_nothing_is_known():
    with pytest.raises(CommandError):
        printed("claims", "anything")
