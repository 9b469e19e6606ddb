"""An answer that names a place of the tree, a point, or both, with the precision stated."""

from django.db.models import Q
from django.utils.translation import gettext as _

from strikes.answers.answer import Answer, Label, Problems

KEYS = frozenset({"place", "latitude", "longitude", "precision"})
COLUMNS = ("value_place", "latitude", "longitude", "location_precision")
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
        return name
    point = f"{_degrees(answer.latitude)}, {_degrees(answer.longitude)}"
    where = f"{name}, {point}" if name else point
    return f"{where} ({answer.precision.label})" if answer.precision else where


def _degrees(value: float) -> str:
    """At most six decimals, which is a tenth of a metre, and no more than were stated."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
