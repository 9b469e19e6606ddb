"""The numbers, the moves and the places on the page of an incident, as al-Jinah shows them."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client

from strikes.dossiers.codec import load
from strikes.incident.page import IncidentPage
from strikes.models import Incident
from tests.archive import list_all, make_cast, make_claims, make_whole_incident
from tests.strikes.dossiers.builders import QUESTIONS

INCIDENTS = Path("strikes/dossiers/incidents")
JINAH = load((INCIDENTS / "sy-2017-0316-a.json").read_bytes())
# For each claim of al-Jinah: 162 × 326 is 53 kB.
MOST_BYTES = {"numbers": 162, "moved": 60, "places": 35}


def part(name: str, incident: str = "sy-2017-0316-a") -> str:
    page = IncidentPage(load((INCIDENTS / f"{incident}.json").read_bytes()), QUESTIONS)
    return render_to_string(f"strikes/incident/_{name}.html", {"page": page})


def words(html: str) -> str:
    """The text as it is read, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("name", MOST_BYTES)
def test_each_part_is_small(name: str):
    assert len(part(name).encode()) < MOST_BYTES[name] * len(JINAH.claims)


def test_every_number_names_its_party_its_day_its_basis_and_its_claim():
    (row,) = [row for row in re.findall("<tr>.*?</tr>", part("numbers"), re.DOTALL) if "claims/115/" in row]

    assert words(row) == (
        "Syrian Observatory 49 people "
        "updated from 42 people, 16 March 2017, and at least 46 people, 17 March 2017 "
        "printed differently, Syrian Observatory for Human Rights: At least 49. "
        "printed differently, Reuters: At least 49. "
        "printed differently, The New York Times: 49 civilians, attributed to activists and residents. "
        "printed differently, WION: At least 42 civilians. "
        "printed differently, People's Daily Online, Arabic: At least 42, in the agency’s own first sentence. "
        "stated 17 March 2017; printed by 3 publishers"
    )
    assert row.count('class="old"') == 1


def test_every_scale_has_numbers_and_every_mark_lies_on_it():
    numbers = part("numbers")

    places = [float(place) for place in re.findall(r'\bx[12]?="([0-9.]+)%"', numbers)]
    assert len(places) > 100
    assert all(0 <= place <= 100 for place in places)
    assert numbers.count("<table") == numbers.count('class="c axis"') == 13


def test_moves_and_updates_stand_apart_with_their_days():
    moved, updated = part("moved").split('id="updated-lines"')

    assert (
        "changes account after 82 days: 1 person (likely or apparent) (Civilians killed), US Central Command, stated 7 June"
        in words(moved)
    )
    assert "corrects the same day: Aleppo Governorate, Syria" in words(moved)
    assert "Syrian Observatory" not in moved
    assert "updates after 1 day: at least 46 people" in words(updated)
    assert "updates after 32 days: 38 people" in words(updated)
    assert "changes account" not in updated


def test_places_are_told_in_words_with_how_far_the_points_lie_apart():
    where = part("places")

    assert "Between the points: A–B: 1.7 km; A–C: 1.7 km; A–D: 1.7 km; B–C: 68 m" in words(where)
    assert "replaced by claim 20 (corrects): Aleppo Governorate, Syria (region)" in words(where)
    assert "printed differently, Newsweek: “Rural Raqqa Province” as the place." in words(where)
    assert where.count('<circle class="area"') == 2
    assert "no position on any boundary" in words(where)


def test_an_incident_whose_places_nobody_names_has_no_such_part():
    assert not part("places", "ye-2016-1008-a").strip()


def test_the_page_of_an_incident_holds_all_three(client: Client, db: None):
    cast = make_cast("one")
    make_claims(make_whole_incident(cast, "SY-2017-0316-A"), cast)
    list_all()

    page = client.get("/incidents/SY-2017-0316-A/").content.decode()

    assert re.findall(r'<section class="(numbers|moved|where)"', page) == ["numbers", "moved", "where"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("point", "words_of_place"),
    [
        ({"latitude": 36.1, "longitude": 36.8}, "36.1, 36.8 known to this precision: locality located by Locator one"),
        ({"latitude": None, "longitude": None}, "Country one located by Locator one"),
    ],
)
def test_a_precision_is_said_of_a_point_alone(client: Client, point: dict[str, float | None], words_of_place: str):
    incident = make_whole_incident(make_cast("one"), "SY-2017-0316-A")
    Incident.objects.filter(pk=incident.pk).update(**point)
    list_all()

    filed = words(client.get("/incidents/SY-2017-0316-A/").content.decode())

    assert words_of_place in filed
    assert "Why filed so" in filed
