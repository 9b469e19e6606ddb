"""Where it is said to be: every place in words, and points drawn no more precisely than they were stated."""

from pathlib import Path
from typing import Any

import pytest

from strikes.dossiers.codec import load
from strikes.incident.page import IncidentPage
from strikes.incident.places import HEIGHT, WIDTH, PlaceQuestion
from strikes.vocabulary.terms import Beside, QuestionState
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, read

INCIDENTS = sorted(Path("strikes/dossiers/incidents").glob("*.json"))
AL_JINAH = Path("strikes/dossiers/incidents/sy-2017-0316-a.json")


def point(number: int, latitude: float, precision: str, **values: Any) -> dict[str, Any]:
    answer = {"latitude": latitude, "longitude": 36.8, "precision": precision}
    return make_claim(number, question="where", answer=answer, **values)


def where_of(*claims: dict[str, Any]) -> PlaceQuestion:
    (where,) = IncidentPage(read(make_dossier(*claims)), QUESTIONS).places.questions
    return where


def al_jinah() -> PlaceQuestion:
    (where,) = IncidentPage(load(AL_JINAH.read_bytes()), QUESTIONS).places.questions
    return where


def test_a_district_and_anything_coarser_is_named_and_never_drawn():
    coarse = [
        point(number, 36 + number / 1000, level) for number, level in enumerate(("district", "region", "country"), 1)
    ]
    named = make_claim(9, question="where", answer={"place": "syria", "precision": "country"})

    where = where_of(*coarse, point(5, 36.1, "site"), point(6, 36.11, "vicinity", party="centcom"), named)

    assert where.plan
    assert len(where.plan.spots) == 2
    assert [each.key for each in where.named] == ["A", "B", "", "", "", ""]
    assert where.named[-1].said == "Syria (country)"


def test_near_a_place_is_said_in_words_and_not_twice():
    near = {"place": "al-jinah", "precision": "vicinity"}

    where = where_of(make_claim(1, question="where", answer=near))

    assert [each.said for each in where.named] == ["in the vicinity of al-Jinah, Syria"]


def test_circles_are_drawn_to_scale_and_a_settlement_as_a_ring_of_no_size():
    where = where_of(
        point(1, 36.1, "locality"), point(2, 36.14, "settlement", party="centcom"), point(3, 36.12, "site")
    )

    assert where.plan
    by_key = {spot.key: spot for spot in where.plan.spots}
    units_a_metre = (by_key["A"].y - by_key["B"].y) / 4_447.8
    assert by_key["A"].radius == pytest.approx(1_000 * units_a_metre, abs=0.2)
    assert by_key["B"].is_area
    assert by_key["B"].radius is None
    assert by_key["C"].radius is None
    assert not by_key["C"].is_area


def test_the_scale_bar_is_as_long_as_it_says():
    where = where_of(point(1, 36.1, "site"), point(2, 36.14, "site", party="centcom"))

    assert where.plan
    one, other = where.plan.spots
    metres = int(where.plan.bar_said.removesuffix(" km")) * 1_000
    assert where.plan.bar / metres == pytest.approx((one.y - other.y) / 4_447.8, rel=0.01)


def test_a_single_point_has_no_plan():
    where = where_of(point(1, 36.1, "site"))

    assert where.plan is None
    assert where.named[0].key == ""


def test_what_is_denied_is_no_point_on_the_plan():
    where = where_of(point(1, 36.1, "site"), point(2, 36.2, "site", party="centcom", stance="denies"))

    assert where.plan is None
    assert where.named[1].said.startswith("denies: ")


def test_points_that_lie_together_share_one_label():
    where = where_of(point(1, 36.1, "site"), point(2, 36.1001, "site", party="centcom"), point(3, 36.2, "site"))

    assert where.plan
    assert sorted(label.keys for label in where.plan.labels) == ["A B", "C"]


@pytest.mark.parametrize("path", INCIDENTS, ids=lambda path: path.stem)
def test_every_point_of_every_incident_stands_on_its_plan(path: Path):
    places = IncidentPage(load(path.read_bytes()), QUESTIONS).places

    plans = [where.plan for where in places.questions if where.plan]
    spots = [spot for plan in plans for spot in plan.spots]
    assert all(0 < spot.x < WIDTH and 0 < spot.y < HEIGHT for spot in spots)
    assert all(0 < label.x < WIDTH - 20 and 0 < label.y < HEIGHT for plan in plans for label in plan.labels)


def test_at_al_jinah_points_68_m_to_1_7_km_apart_are_no_dispute():
    where = al_jinah()

    assert where.state is QuestionState.NOT_IN_CONFLICT
    assert [each.party.slug for each in where.named if each.key] == ["bellingcat", "airwars", "airwars", "ucdp"]
    assert {"A–B: 1.7 km", "B–C: 68 m"} <= set(where.distances)


def test_at_al_jinah_idlib_gave_way_to_aleppo_and_what_is_printed_differently_disputes_nothing():
    where = al_jinah()

    (idlib,) = [each for each in where.named if each.why_not_compared is Beside.SUPERSEDED]
    assert idlib.said == "Idlib Governorate, Syria (region)"
    assert idlib.replaced_by == ("replaced by claim 20 (corrects): Aleppo Governorate, Syria (region)",)
    (aleppo,) = [each for each in where.named if each.printed]
    assert aleppo.party.slug == "us-central-command"
    assert [printed.partition(":")[0] for printed in aleppo.printed] == [
        "printed differently, Newsweek",
        "printed differently, The Washington Times",
    ]


def test_at_al_jinah_a_slip_is_listed_and_not_drawn():
    (slip,) = [each for each in al_jinah().named if each.why_not_compared is Beside.ERROR]

    assert (slip.party.slug, slip.key) == ("bellingcat", "")
