"""Places and distances in words. Pure."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from strikes.vocabulary.terms import LocationPrecision, PlaceLevel

SAID_WITH_A_PLACE = (PlaceLevel.REGION, PlaceLevel.COUNTRY)


def place_in_words(name: str, above: Iterable[tuple[str, PlaceLevel]], *, is_site: bool = False) -> str:
    """A place with the region and the country in `above`, which are the places that it lies in, the nearest first.

    A site has its town or village too, unless its name says that: “Drama theatre, Mariupol, Donetsk Oblast, Ukraine”.
    """
    said = (*SAID_WITH_A_PLACE, PlaceLevel.SETTLEMENT) if is_site else SAID_WITH_A_PLACE
    is_named = PlaceLevel.SETTLEMENT
    return ", ".join(
        [name, *(wider for wider, level in above if level in said and not (level == is_named and wider in name))]
    )


def with_precision(place: str, precision: LocationPrecision) -> str:
    """A place with how precisely it was stated: “Idlib (a district)”."""
    return _("%(place)s (%(precision)s)") % {"place": place, "precision": precision.label}


def distance_in_words(metres: float) -> str:
    """A distance to the metre below 1 km, to 100 m below 10 km, else to 1 km: no point is more precise than that."""
    if metres < 999.5:
        return _("%(metres)s m") % {"metres": number_format(round(metres))}
    km = round(metres / 1_000, 1 if metres < 9_950 else 0)
    return _("%(km)s km") % {"km": number_format(km, 0 if km.is_integer() else 1, force_grouping=True)}


def between_points(one: str, other: str, metres: float) -> str:
    """How far two points lie apart, by their letters: “A–B: 330 m”."""
    return _("%(one)s–%(other)s: %(distance)s") % {"one": one, "other": other, "distance": distance_in_words(metres)}
