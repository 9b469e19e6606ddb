"""Coordinates in one box, as an editor pastes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strikes.answers.typed.point import echo, understand, write

FORMS = [
    ("36.1103, 36.8003", (36.1103, 36.8003)),
    ("36.1103 36.8003", (36.1103, 36.8003)),
    ("36.1103 N 36.8003 E", (36.1103, 36.8003)),
    ("36.1103°N36.8003°E", (36.1103, 36.8003)),
    ("N36.1103 E36.8003", (36.1103, 36.8003)),
    ("E 36.8003, N 36.1103", (36.1103, 36.8003)),
    ("lat 36.1103, lon 36.8003", (36.1103, 36.8003)),
    ("36.1103 north 36.8003 east", (36.1103, 36.8003)),
    ("36,1103 36,8003", (36.1103, 36.8003)),
    ("36,1103; 36,8003", (36.1103, 36.8003)),
    ("(36.1103, 36.8003)", (36.1103, 36.8003)),
    ("geo:36.1103,36.8003", (36.1103, 36.8003)),
    ("٣٦٫١١٠٣، ٣٦٫٨٠٠٣", (36.1103, 36.8003)),
    ("36°06'37\"N 36°48'01\"E", (36.110278, 36.800278)),
    ("36° 6′ 37″ N, 36° 48′ 1″ E", (36.110278, 36.800278)),
    ("36°06'37''N 36°48'01''E", (36.110278, 36.800278)),
    ("36 06 37 N 36 48 01 E", (36.110278, 36.800278)),
    ("N36 06 37 E36 48 01", (36.110278, 36.800278)),
    ("36°06.6'N 36°48'E", (36.11, 36.8)),
    ("-34.6, 18.4", (-34.6, 18.4)),
    ("−34.6 −58.4", (-34.6, -58.4)),
    ("34.6 S 58.4 W", (-34.6, -58.4)),
    ("34°36'S 58°24'W", (-34.6, -58.4)),
    ("90, -180", (90, -180)),
    ("0, 0", (0, 0)),
]
REFUSED = [
    ("Aleppo", "“Aleppo” is not a point that this archive reads. Write one of: 36.1103, 36.8003"),
    ("36.1", "is not a point"),
    ("36.1, 36.8, 15", "is not a point"),
    ("136.8, 36.1", "Are the two swapped?"),
    ("lon 36.8 lat 36.1", "Are the two swapped?"),
    ("95, 100", "A latitude lies between 90 N and 90 S"),
    ("36.8 E 95 N", "A latitude lies between 90 N and 90 S"),
    ("36.1, 200", "A longitude lies between 180 E and 180 W"),
    ("36.1 N 36.8", "One of N and S goes with one of E and W"),
    ("36 N 36 S", "One of N and S goes with one of E and W"),
    ("-36.1 N 36.8 E", "A sign or a letter"),
    ("N 36.1 N, 36.8 E", "One letter goes with each number"),
    ("36°61'N 36°48'E", "Minutes and seconds run from 0 to under 60"),
    ("36.5 06 N 36 00 E", "only the last may have decimals"),
]


@pytest.mark.parametrize(
    ("point", "written"), [((36.1103, 36.8003), "36.1103, 36.8003"), ((-34.6, 0.0000001), "-34.6, 0.0000001")]
)
def test_a_point_is_written_into_the_box_in_plain_decimals(point, written):
    assert write(point) == written
    assert understand(written) == point


def to_nanometres(degrees: float) -> float:
    return round(degrees, 14)


@pytest.mark.parametrize(("typed", "point"), FORMS)
def test_coordinates_are_understood(typed, point):
    assert understand(typed) == point


@pytest.mark.parametrize(("typed", "sentence"), REFUSED)
def test_what_is_no_point_is_refused_with_a_sentence(typed, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)) as refused:
        understand(typed)

    assert len(str(refused.value)) < 300


@given(st.floats(-90, 90).map(to_nanometres), st.floats(-180, 180).map(to_nanometres))
def test_what_is_written_into_the_box_is_understood_as_the_same_point(latitude, longitude):
    assert understand(write((latitude, longitude))) == (latitude, longitude)


def test_a_point_is_echoed_with_its_hemispheres():
    assert echo("-34.6, 18.4") == "34.6° south, 18.4° east"
