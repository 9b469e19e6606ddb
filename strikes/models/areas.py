"""Areas on the earth: a box in degrees, and the distance from a point to the points of rows."""

import math
from typing import Any

from django.db.models import F, FloatField, Value
from django.db.models.functions import ASin, Cos, Least, Radians, Sin, Sqrt

EARTH_RADIUS_KM = 6371.0088  # the mean radius of IUGG
KM_PER_DEGREE = 111.19  # a little less than there are: the box around a circle never cuts it
Box = tuple[float, float, float, float]  # west, south, east and north, in degrees


def widened(box: Box, km: float) -> Box:
    """The box with so many kilometres more on each side; all the way round the earth where that reaches a pole."""
    west, south, east, north = box
    height = km / KM_PER_DEGREE
    south, north = south - height, north + height
    # Meridians lie closest at the edge that is nearer to a pole.
    width = height / _cosine(max(abs(south), abs(north)))
    if south <= -90 or north >= 90 or (east - west if west <= east else east - west + 360) + 2 * width >= 360:
        return -180.0, max(south, -90.0), 180.0, min(north, 90.0)
    return _wrapped(west - width), south, _wrapped(east + width), north


def distance_km(latitude: float, longitude: float) -> Any:
    """Kilometres from this point to the point of a row, along a great circle, by the haversine formula."""
    rise = Sin(Radians(F("latitude") - latitude) / 2.0)
    turn = Sin(Radians(F("longitude") - longitude) / 2.0)
    square = rise * rise + Cos(Radians(Value(latitude))) * Cos(Radians(F("latitude"))) * turn * turn
    return 2.0 * EARTH_RADIUS_KM * ASin(Sqrt(Least(square, 1.0, output_field=FloatField())))


def _wrapped(longitude: float) -> float:
    return (longitude + 180) % 360 - 180


def _cosine(degrees: float) -> float:
    return max(math.cos(math.radians(degrees)), 1e-9)
