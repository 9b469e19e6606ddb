"""An answer that names a place of the tree, a point, or both, with the precision stated."""

from math import asin, cos, radians, sin, sqrt
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import NEVER, Comparison, Ground, Span, Verdict
from strikes.answers.kind import Desk, Keys, Named
from strikes.vocabulary.terms import LocationPrecision, Rule, Unit

KEYS = frozenset({"place", "latitude", "longitude", "precision"})
COLUMNS: dict[str, object] = {"value_place": None, "latitude": None, "longitude": None, "location_precision": ""}
NAMED: Named | None = Named.PLACE
EARTH_RADIUS_M = 6_371_008.8  # the mean radius of IUGG
# Beyond a locality a circle is no longer compared: what is known then is an area.
RADIUS_M = {LocationPrecision.SITE: 10, LocationPrecision.VICINITY: 100, LocationPrecision.LOCALITY: 1_000}
NEARBY = (LocationPrecision.VICINITY, LocationPrecision.LOCALITY)  # said with the name of a place, in words
given = ~Q(location_precision="") & (Q(value_place__isnull=False) | Q(latitude__isnull=False))


def point_is_whole() -> Q:
    """Latitude and longitude, or neither, in degrees within their ranges."""
    # NULL passes a CHECK, so that both are known must be said.
    known = Q(latitude__isnull=False, longitude__isnull=False)
    return Q(latitude=None, longitude=None) | (known & Q(latitude__range=(-90, 90), longitude__range=(-180, 180)))


def problems(answer: Answer) -> Problems:
    if not answer.place and answer.latitude is None:
        yield "place", _("Name a place, or give a point.")
    if (answer.latitude is None) != (answer.longitude is None):
        yield "latitude", _("A point needs both latitude and longitude.")
    if not answer.precision:
        yield "precision", _("Say how precisely the place was stated.")


def show(answer: Answer, label: Label) -> str:
    name = label(answer.place) if answer.place else ""
    if answer.latitude is None or answer.longitude is None:
        return _near(name, answer.precision)
    point = f"{_degrees(answer.latitude)}, {_degrees(answer.longitude)}"
    where = f"{name}, {point}" if name else point
    return f"{where} ({answer.precision.label})" if answer.precision else where


def _near(name: str, precision: LocationPrecision | None) -> str:
    """A named place, and that only somewhere near it is meant, where that is so."""
    match precision:
        case LocationPrecision.VICINITY:
            return _("in the vicinity of %(place)s") % {"place": name}
        case LocationPrecision.LOCALITY:
            return _("in the neighbourhood of %(place)s") % {"place": name}
        case _:
            return name


def _degrees(value: float) -> str:
    """At most six decimals, which is a tenth of a metre, and no more than were stated."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def compare(one: Answer, other: Answer, ground: Ground) -> Verdict:
    """Circles that do not meet exclude each other, at locality or finer; else areas of which neither holds the other.

    A point of a coarser precision and no place of the tree is not compared: its circle would claim what nobody said.
    """
    if one == other:
        return Verdict.SAME
    if not ground.is_exclusive:
        return Verdict.COMPATIBLE
    first, second = radius(one), radius(other)
    if first and second:
        return Verdict.EXCLUDE if distance(one, other) > first + second else Verdict.COMPATIBLE
    is_apart = one.place and other.place and ground.is_apart(one.place, other.place)
    return Verdict.EXCLUDE if is_apart else Verdict.COMPATIBLE


def denied(denial: Answer, asserted: Answer, ground: Ground) -> bool:
    """Whether the place asserted is, or lies within, the place denied; of points only the very same is."""
    if denial.place and asserted.place and denial.latitude is None:
        return ground.is_within(asserted.place, denial.place)
    return denial == asserted


def is_narrower(later: Answer, earlier: Answer, ground: Ground) -> bool:
    """Whether the later answer names the same place or one within it, where the earlier one gave no point."""
    if not earlier.place or earlier.latitude is not None:
        return later == earlier
    return later.place is not None and ground.is_within(later.place, earlier.place)


def span(answer: Answer, ground: Ground) -> Span | None:
    return None


def canonical(answer: Answer, unit: Unit | None) -> Answer:
    return answer


def read(claim: Any) -> Answer:
    return Answer(
        place=claim.value_place.slug if claim.value_place else None,
        latitude=claim.latitude,
        longitude=claim.longitude,
        precision=LocationPrecision(claim.location_precision) if claim.location_precision else None,
    )


def columns(answer: Answer, unit: str, keys: Keys) -> dict[str, Any]:
    return {
        "value_place_id": keys.places.get(answer.place or ""),
        "latitude": answer.latitude,
        "longitude": answer.longitude,
        "location_precision": answer.precision or "",
    }


def radius(answer: Answer) -> int | None:
    """The radius in metres of the circle that is compared; None where there is none."""
    return RADIUS_M.get(answer.precision) if answer.latitude is not None and answer.precision else None


def distance(one: Answer, other: Answer) -> float:
    """Metres between two points over the ground, by the haversine."""
    latitudes = radians(one.latitude or 0), radians(other.latitude or 0)
    longitude = radians((other.longitude or 0) - (one.longitude or 0))
    square = (
        sin((latitudes[1] - latitudes[0]) / 2) ** 2 + cos(latitudes[0]) * cos(latitudes[1]) * sin(longitude / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * asin(sqrt(min(1.0, square)))


RULES = {Rule.PLACE: Comparison(compare, denied), Rule.NEVER: NEVER}
DESK = dict.fromkeys(
    RULES,
    Desk(
        gettext_lazy("As precise as the party was, and not as precise as it can be looked up today."),
        ["value_place", ("point", "location_precision")],
    ),
)
