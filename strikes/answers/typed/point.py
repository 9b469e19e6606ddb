"""Coordinates as an editor pastes them in one box, latitude first, in the datum WGS 84.

    36.1103, 36.8003        36.1103 N 36.8003 E        N36.1103 E36.8003        -34.6, 18.4
    36°06'37"N 36°48'01"E   36 06 37 N, 36 48 01 E     36°06.6'N 36°48.0'E      36,1103; 36,8003

Figures of any script are read. Letters say which is which, so that a longitude may then stand first; without letters
the latitude does, and what cannot be one is refused. Nothing is wrapped round, as a longitude of 200 might be.

An own reader: the one of geopy 2.4 takes "N36 06 37 E36 48 01" for 48 north 1 east, "E 36.8 N 36.1" for 36.8 north
36.1 east, "36,1103 36,8003" for 36 north 83 east, and a longitude of 200 for 160 west.
"""

import re
import unicodedata
from decimal import Decimal

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FORMS = "36.1103, 36.8003; 36.1103 N 36.8003 E; 36°06'37\"N 36°48'01\"E"
NOTATION = format_lazy("{} {}.", gettext_lazy("Latitude first, in degrees of WGS 84:"), FORMS)
Point = tuple[float, float]
_LONGEST = 60  # characters of a text that is quoted back
_DECIMALS = 6  # a tenth of a metre: what degrees, minutes and seconds are rounded to
_SIGNS = str.maketrans(
    {"º": "°", "˚": "°", "′": "'", "’": "'", "ʹ": "'", "‘": "'", "″": '"', "”": '"', "“": '"', "ʺ": '"'}
    | {"−": "-", "–": "-", "،": ",", "٫": ".", "؛": ";"}
)
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]+)?"
_HALF = re.compile(
    rf"(?P<before>[NSEW])? ?(?P<sign>[-+])?(?P<degrees>{_NUMBER}) ?°?"
    rf"(?: ?(?P<minutes>{_NUMBER}) ?'?(?: ?(?P<seconds>{_NUMBER}) ?\"?)?)? ?(?P<after>[NSEW])?"
)


def understand(text: str) -> Point:
    """Latitude and longitude in degrees; ValueError with a sentence for whatever is no point."""
    halves = _halves(_plain(text[:200]))
    matches = [_HALF.fullmatch(half) for half in halves]
    if len(matches) != 2 or not matches[0] or not matches[1]:
        shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        sentence = _("“%(text)s” is not a point that this archive reads. Write one of: %(forms)s.")
        raise ValueError(sentence % {"text": shown, "forms": FORMS})
    first, second = _letter(matches[0]), _letter(matches[1])
    if bool(first) != bool(second) or (first and (first in "NS") == (second in "NS")):
        raise ValueError(_("One of N and S goes with one of E and W: 36.1103 N 36.8003 E."))
    degrees = [_degrees(match) for match in (matches[0], matches[1])]
    latitude, longitude = reversed(degrees) if first in ("E", "W") else degrees
    if abs(latitude) > 90:
        is_swapped = not first and abs(longitude) <= 90
        raise ValueError(_swapped() if is_swapped else _("A latitude lies between 90 N and 90 S: 36.1103, 36.8003."))
    if abs(longitude) > 180:
        raise ValueError(_("A longitude lies between 180 E and 180 W: 36.1103, 36.8003."))
    return latitude, longitude


def write(point: Point) -> str:
    """What `understand` reads as this very point."""
    return ", ".join(f"{Decimal(repr(degrees)):f}" for degrees in point)


def echo(text: str) -> str:
    """The point with its hemispheres in words."""
    latitude, longitude = understand(text)
    return _("%(latitude)s, %(longitude)s") % {
        "latitude": (_("%s° north") if latitude >= 0 else _("%s° south")) % _shown(latitude),
        "longitude": (_("%s° east") if longitude >= 0 else _("%s° west")) % _shown(longitude),
    }


def _swapped() -> str:
    return _("The latitude stands first, and lies between 90 N and 90 S. Are the two swapped? Write: 36.1103, 36.8003.")


def _shown(degrees: float) -> str:
    return f"{abs(degrees):.6f}".rstrip("0").rstrip(".")


def _plain(text: str) -> str:
    """Capitals, plain signs and digits, one space between words."""
    digits = "".join(str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text)
    signs = digits.translate(_SIGNS).replace("''", '"').upper()
    words = re.sub(r"\b(NORTH|SOUTH|EAST|WEST)\b", lambda match: match[1][0], signs)
    if re.search(r"\bLON.*\bLAT", words):
        raise ValueError(_swapped())
    words = re.sub(r"^(?:GEO:)|\b(?:LATITUDE|LONGITUDE|LAT|LONG|LON)\b[.:=]?|[()\[\]]", " ", words)
    return " ".join(words.split()).strip(" ,;")


def _halves(words: str) -> list[str]:
    """The latitude and the longitude: parted by a comma or the like, by their letters, or in the middle."""
    if re.fullmatch(r"[-+]?[0-9]+,[0-9]+(?: ?; ?| )[-+]?[0-9]+,[0-9]+", words):
        words = words.replace(",", ".").replace(";", " ")
    if len(parts := re.split(r" ?[,;/] ?", words)) > 1:
        return parts
    if letters := re.search(r"^[NSEW][^NSEW]*(?=[NSEW])|^[^NSEW]+[NSEW](?=.)", words):
        return [words[: letters.end()].strip(), words[letters.end() :].strip()]
    numbers = list(re.finditer(rf"[-+]?{_NUMBER}", words))
    if not numbers or len(numbers) % 2:
        return [words]
    middle = numbers[len(numbers) // 2].start()
    return [words[:middle].strip(), words[middle:].strip()]


def _letter(match: "re.Match[str]") -> str:
    if match["before"] and match["after"]:
        raise ValueError(_("One letter goes with each number: 36.1103 N 36.8003 E."))
    if (match["before"] or match["after"]) and match["sign"]:
        raise ValueError(_("A sign or a letter goes with a number, not both: 36.1103 N 36.8003 E."))
    return match["before"] or match["after"] or ""


def _degrees(match: "re.Match[str]") -> float:
    parts = [match[name] for name in ("degrees", "minutes", "seconds") if match[name]]
    if any("." in part for part in parts[:-1]) or any(float(part) >= 60 for part in parts[1:]):
        raise ValueError(_("Minutes and seconds run from 0 to under 60, and only the last may have decimals."))
    value = sum(float(part) / 60.0**power for power, part in enumerate(parts))
    is_negative = match["sign"] == "-" or _letter(match) in ("S", "W")
    value = -value if is_negative and value else value
    return round(value, _DECIMALS) if len(parts) > 1 else value
