"""Dates in words, as an editor types them."""

import re

import pytest
from hypothesis import given

from sources.dates.typed import echo, understand
from sources.dates.value import parse
from tests.sources.dates.strategies import dates

FORMS = [
    ("16 March 2017", "2017-03-16"),
    ("March 16, 2017", "2017-03-16"),
    ("mar. 16th 2017", "2017-03-16"),
    ("Thursday, 16 March 2017", "2017-03-16"),
    ("the 16th of March 2017", "2017-03-16"),
    ("16/03/2017", "2017-03-16"),
    ("03/16/2017", "2017-03-16"),
    ("03.03.2017", "2017-03-03"),
    ("16–17 March 2017", "2017-03-16/2017-03-17"),
    ("16-19 March 2017", "2017-03-16/2017-03-19"),
    ("16 to 19 March 2017", "2017-03-16/2017-03-19"),
    ("March 16-19, 2017", "2017-03-16/2017-03-19"),
    ("between 16 and 19 March 2017", "2017-03-16/2017-03-19"),
    ("March 30 to April 2, 2017", "2017-03-30/2017-04-02"),
    ("30 December 2017 – 2 January 2018", "2017-12-30/2018-01-02"),
    ("2017-03-16 to 2017-03-19", "2017-03-16/2017-03-19"),
    ("16 or 17 March 2017", "[2017-03-16,2017-03-17]"),
    ("one of 16 and 17 March 2017", "[2017-03-16,2017-03-17]"),
    ("March 2017", "2017-03"),
    ("April to May 2017", "2017-04-01/2017-05-31"),
    ("from November 2017 to February 2018", "2017-11-01/2018-02-28"),
    ("2017–2019", "2017-01-01/2019-12-31"),
    ("2017", "2017"),
    ("spring 2017", "2017-21"),
    ("fall 2017", "2017-23"),
    ("winter 2016–17", "2016-24"),
    ("winter 2016/2017", "2016-24"),
    ("week of 13 March 2017", "2017-W11"),
    ("the week of 15 March 2017", "2017-W11"),
    ("about 16 March 2017", "2017-03-16~"),
    ("around March 2017", "2017-03~"),
    ("c. 2017", "2017~"),
    ("early May 2017", "2017-05-01/2017-05-10"),
    ("mid-May 2017", "2017-05-11/2017-05-20"),
    ("late May 2017", "2017-05-21/2017-05-31"),
    ("late February 2016", "2016-02-21/2016-02-29"),
]
REFUSED = [
    ("03/04/2017", "“03/04/2017” can be 3 April 2017 or 4 March 2017. Write the month as a word."),
    ("13/13/2017", "“13/13/2017” has no month."),
    ("16 to 19 March", "The year is missing."),
    ("16 or 17 2017", "The month is missing."),
    ("Friday 16 March 2017", "16 March 2017 was a Thursday."),
    ("31 February 2017", "There is no such day."),
    ("31 December 9999", "There is no such day."),
    ("March 0000", "There is no year 0."),
    ("19–16 March 2017", "The first day must come before the last"),
    ("16 or 16 March 2017", "The first day must come before the last"),
    ("about spring 2017", "“About” goes with a day, a month or a year"),
    ("summer 2016–17", "Only a winter runs on"),
    ("winter 2016–18", "Only a winter runs on"),
    ("week of March 2017", "Name a day of the week"),
    ("yesterday", "“yesterday” is not a date"),
    ("16–17–18 March 2017", "is not a date"),
    ("16/17 March 2017", "is not a date"),
    ("May to April 2017", "The first day must come before the last"),
    ("2019 to 2017", "The first day must come before the last"),
    ("16", "“16” is not a date"),
    ("x" * 1000, "is not a date"),
]


@pytest.mark.parametrize(("typed", "edtf"), FORMS)
def test_a_date_in_words_is_understood(typed, edtf):
    assert understand(typed).edtf == edtf
    assert understand(f"  {typed.upper()} ").edtf == edtf


@pytest.mark.parametrize(("typed", "sentence"), REFUSED)
def test_what_is_not_understood_is_refused_with_a_sentence(typed, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)) as refused:
        understand(typed)

    assert len(str(refused.value)) < 300


def test_a_refusal_shows_a_form_that_can_be_read():
    with pytest.raises(ValueError, match="16–19 March 2017, 16 or 17 March 2017, about 16 March 2017"):
        understand("soon")


@given(dates())
def test_a_date_is_understood_as_it_is_stored_and_as_it_is_shown(edtf):
    assert understand(edtf) == parse(edtf)
    when = parse(edtf)
    shown = understand(str(when))
    # A range of days that are one whole month is said, and understood, as the month.
    assert (shown.earliest, shown.latest, str(shown)) == (when.earliest, when.latest, str(when))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("16 or 17 March 2017", "16 or 17 March 2017 (EDTF [2017-03-16,2017-03-17])"),
        ("16 March 2017", "16 March 2017 (EDTF 2017-03-16)"),
        ("winter 2016", "winter 2016–17 (EDTF 2016-24): any day from 1 December 2016 to 28 February 2017"),
        ("March 2017", "March 2017 (EDTF 2017-03): any day from 1 to 31 March 2017"),
        ("about 2026", "about 2026 (EDTF 2026~): any day from 1 January 2025 to 31 December 2027"),
    ],
)
def test_a_date_is_echoed_with_its_days(typed, words):
    assert echo(understand(typed)) == words
