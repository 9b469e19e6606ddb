"""Places and distances in words."""

import pytest

from strikes.vocabulary.terms import PlaceLevel
from strikes.wording.places import distance_in_words, place_in_words


def test_a_place_is_said_with_its_region_and_country_alone():
    above = [("Kafr Nuran", PlaceLevel.SETTLEMENT), ("Atarib", PlaceLevel.DISTRICT), ("Aleppo", PlaceLevel.REGION)]

    assert place_in_words("al-Jinah", [*above, ("Syria", PlaceLevel.COUNTRY)]) == "al-Jinah, Aleppo, Syria"
    assert place_in_words("Syria", []) == "Syria"


def test_a_site_is_said_with_its_town_unless_its_name_says_it():
    above = [("Mariupol", PlaceLevel.SETTLEMENT), ("Mariupol District", PlaceLevel.DISTRICT)]

    assert place_in_words("Drama theatre", above, is_site=True) == "Drama theatre, Mariupol"
    assert place_in_words("Mariupol theatre", above, is_site=True) == "Mariupol theatre"
    assert place_in_words("A village", above) == "A village"


@pytest.mark.parametrize(
    ("metres", "words"), [(67.6, "68 m"), (999, "999 m"), (999.7, "1 km"), (1_706, "1.7 km"), (12_345, "12 km")]
)
def test_distances_are_told_as_precisely_as_the_points_are(metres: float, words: str):
    assert distance_in_words(metres) == words
