"""Imprecise dates: what is read, written, said and compared."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sources.dates.value import FORMS, DatePrecision, PartialDate, days_of, parse
from tests.examples import examples
from tests.sources.dates.strategies import DAYS, dates

EXAMPLES = [
    ("2017-03-16", date(2017, 3, 16), date(2017, 3, 16), DatePrecision.DAY, "16 March 2017"),
    ("2017-03", date(2017, 3, 1), date(2017, 3, 31), DatePrecision.MONTH, "March 2017"),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29), DatePrecision.MONTH, "February 2016"),
    ("2017", date(2017, 1, 1), date(2017, 12, 31), DatePrecision.YEAR, "2017"),
    ("2017-21", date(2017, 3, 1), date(2017, 5, 31), DatePrecision.SEASON, "spring 2017"),
    ("2017-22", date(2017, 6, 1), date(2017, 8, 31), DatePrecision.SEASON, "summer 2017"),
    ("2017-23", date(2017, 9, 1), date(2017, 11, 30), DatePrecision.SEASON, "autumn 2017"),
    ("2017-24", date(2017, 12, 1), date(2018, 2, 28), DatePrecision.SEASON, "winter 2017–18"),
    ("2017-W11", date(2017, 3, 13), date(2017, 3, 19), DatePrecision.WEEK, "the week of 13 March 2017"),
    ("2020-W53", date(2020, 12, 28), date(2021, 1, 3), DatePrecision.WEEK, "the week of 28 December 2020"),
    ("2017-03-16/2017-03-19", date(2017, 3, 16), date(2017, 3, 19), DatePrecision.RANGE, "16 to 19 March 2017"),
    ("2017-03-30/2017-04-02", date(2017, 3, 30), date(2017, 4, 2), DatePrecision.RANGE, "30 March to 2 April 2017"),
    (
        "2017-12-30/2018-01-02",
        date(2017, 12, 30),
        date(2018, 1, 2),
        DatePrecision.RANGE,
        "30 December 2017 to 2 January 2018",
    ),
    ("[2017-03-16,2017-03-17]", date(2017, 3, 16), date(2017, 3, 17), DatePrecision.ONE_OF, "16 or 17 March 2017"),
    ("2017-04-01/2017-04-30", date(2017, 4, 1), date(2017, 4, 30), DatePrecision.RANGE, "April 2017"),
    ("2017-04-01/2017-05-31", date(2017, 4, 1), date(2017, 5, 31), DatePrecision.RANGE, "April to May 2017"),
    ("2017-01-01/2017-06-30", date(2017, 1, 1), date(2017, 6, 30), DatePrecision.RANGE, "January to June 2017"),
    ("2017-02-01/2017-12-31", date(2017, 2, 1), date(2017, 12, 31), DatePrecision.RANGE, "February to December 2017"),
    (
        "2016-11-01/2017-02-28",
        date(2016, 11, 1),
        date(2017, 2, 28),
        DatePrecision.RANGE,
        "November 2016 to February 2017",
    ),
    (
        "2016-05-01/2017-05-31",
        date(2016, 5, 1),
        date(2017, 5, 31),
        DatePrecision.RANGE,
        "May 2016 to May 2017",
    ),
    ("2017-01-01/2017-12-31", date(2017, 1, 1), date(2017, 12, 31), DatePrecision.RANGE, "2017"),
    ("2017-01-01/2019-12-31", date(2017, 1, 1), date(2019, 12, 31), DatePrecision.RANGE, "2017 to 2019"),
    ("2017-04-01/2017-05-30", date(2017, 4, 1), date(2017, 5, 30), DatePrecision.RANGE, "1 April to 30 May 2017"),
    ("2017-04-02/2017-05-31", date(2017, 4, 2), date(2017, 5, 31), DatePrecision.RANGE, "2 April to 31 May 2017"),
    ("2017-03-16~", date(2017, 3, 15), date(2017, 3, 17), DatePrecision.APPROXIMATE, "about 16 March 2017"),
    ("2017-03~", date(2017, 2, 1), date(2017, 4, 30), DatePrecision.APPROXIMATE, "about March 2017"),
    ("2017~", date(2016, 1, 1), date(2018, 12, 31), DatePrecision.APPROXIMATE, "about 2017"),
]
TEXTS = [text for text, *_rest in EXAMPLES]
NONSENSE = [
    "",
    "yesterday",
    "16 March 2017",
    "20170316",
    "2017-3-16",
    "2017-13",
    "2017-02-30",
    "2017-25",
    "2017-W54",
    "2017-W11-1",
    "٢٠١٧-W11",
    "2017-03-16?",
    "2017-03-16%",
    "2017-03-16~~",
    "2017-21~",
    "2017-W11~",
    "2017/2018",
    "2017-03-16/2017-03-16",
    "2017-03-19/2017-03-16",
    "2017-03-16/..",
    "2017-03-16 / 2017-03-19",
    "2017-03-16/2017-03-19~",
    "[2017-03-17,2017-03-16]",
    "[2017-03-16, 2017-03-17]",
    "[2017-03-16..2017-03-17]",
    "[2017-03-16,2017-03-17,2017-03-18]",
    "{2017-03-16,2017-03-17}",
    "0000",
    "0001~",
    "9999~",
    "9999-12-31~",
    "9999-W52",
    "9999-24",
    "-2017",
    "y17000",
    "201X",
    "2017\n03",
    "\0",
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "_words"), EXAMPLES, ids=TEXTS)
def test_a_date_is_read_as_its_earliest_and_latest_day(text, earliest, latest, precision, _words):
    assert parse(text) == PartialDate(earliest, latest, precision)


@pytest.mark.parametrize("text", [*TEXTS, "0999-03", "0999-03~", "0999~", "0999", "0999-W02", "0999-21"])
def test_a_date_is_written_as_it_was_read(text):
    assert parse(text).edtf == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2017-03-16", "16 March 2017"),
        ("2017-03", "1 to 31 March 2017"),
        ("2026~", "1 January 2025 to 31 December 2027"),
        ("2017-24", "1 December 2017 to 28 February 2018"),
    ],
)
def test_the_days_that_a_date_can_mean_are_said_where_these_are_asked_for(text, words):
    assert days_of(parse(text)) == words


@pytest.mark.parametrize(("text", "_earliest", "_latest", "_precision", "words"), EXAMPLES, ids=TEXTS)
def test_a_date_has_words_for_a_reader(text, _earliest, _latest, _precision, words):
    assert str(parse(text)) == words


def test_spaces_around_a_date_are_nothing():
    assert parse(" 2017-03-16\n") == parse("2017-03-16")


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_refused_with_a_sentence_that_names_the_forms(text):
    with pytest.raises(ValueError, match="is not a date that this archive reads") as refusal:
        parse(text)

    assert str(refusal.value) == f"“{text.strip()}” is not a date that this archive reads. Write one of: {FORMS}."


def test_a_long_text_is_not_quoted_whole():
    with pytest.raises(ValueError, match="is not a date") as refusal:
        parse("x" * 10_000)

    assert len(str(refusal.value)) < 400


@examples(300)
@given(dates())
def test_every_date_in_every_form_is_written_as_it_was_read(text):
    when = parse(text)

    assert when.edtf == text
    assert when.earliest <= when.latest
    assert str(when)


@examples(500)
@given(st.text(max_size=40) | st.text("0123456789-/[],~?%WX. ", max_size=40))
def test_any_text_is_a_date_or_nonsense_and_nothing_else(text):
    try:
        when = parse(text)
    except ValueError:
        return
    assert when.edtf == text.strip()


@contextmanager
def calls() -> Iterator[Counter[str]]:
    """Count the calls of functions within a `with` block. The library of EDTF takes some for each character."""
    counted: Counter[str] = Counter()
    sys.setprofile(lambda _frame, event, _argument: counted.update([event]))
    yield counted
    sys.setprofile(None)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "2017-03-16/" * 10_000, "~" * 100_000, "(" * 100_000, " 2017" * 20_000]
)
def test_nonsense_of_any_length_takes_no_more_work_than_a_short_one(text):
    with calls() as counted, pytest.raises(ValueError, match="is not a date"):
        parse(text)

    assert counted.total() < 500


MARCH = parse("2017-03")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, True),
        (date(2017, 3, 31), None, True),
        (date(2017, 4, 1), None, False),
        (None, date(2017, 3, 1), True),
        (None, date(2017, 2, 28), False),
        (date(2017, 3, 10), date(2017, 3, 12), True),
        (date(2016, 1, 1), date(2018, 1, 1), True),
    ],
)
def test_a_date_overlaps_what_shares_a_day_with_it(first, last, expected):
    assert MARCH.overlaps(first, last) is expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, True),
        (date(2017, 3, 1), date(2017, 3, 31), True),
        (date(2017, 3, 2), None, False),
        (None, date(2017, 3, 30), False),
        (date(2017, 3, 10), date(2017, 3, 12), False),
    ],
)
def test_a_date_is_within_what_holds_every_day_of_it(first, last, expected):
    assert MARCH.is_within(first, last) is expected


OTHER_DAYS = [
    (date(2018, 1, 22), date(2018, 1, 22), True, False),
    (date(2018, 1, 25), date(2018, 1, 25), True, False),
    (date(2018, 1, 23), date(2018, 1, 24), False, False),
    (date(2018, 1, 22), date(2018, 1, 25), True, True),
    (date(2018, 1, 1), date(2018, 1, 22), True, False),
    (date(2018, 1, 1), date(2018, 1, 21), False, False),
    (date(2018, 1, 26), None, False, False),
    (None, date(2018, 1, 23), True, False),
    (date(2018, 1, 23), None, True, False),
    (None, None, True, True),
]


@pytest.mark.parametrize(("first", "last", "overlaps", "is_within"), OTHER_DAYS)
def test_one_of_two_days_is_these_two_and_none_between(first, last, overlaps, is_within):
    either = parse("[2018-01-22,2018-01-25]")

    assert (either.overlaps(first, last), either.is_within(first, last)) == (overlaps, is_within)


# Two dates: whether they share a day, and whether the first is among the second, and the second among the first.
SETS = [
    ("[2018-01-22,2018-01-25]", "2018-01-23", False, False, False),
    ("[2018-01-22,2018-01-25]", "2018-01-25", True, False, True),
    ("[2018-01-22,2018-01-25]", "[2018-01-23,2018-01-26]", False, False, False),
    ("[2018-01-22,2018-01-25]", "[2018-01-23,2018-01-25]", True, False, False),
    ("[2018-01-22,2018-01-25]", "[2018-01-22,2018-01-25]", True, True, True),
    ("[2018-01-22,2018-01-25]", "2018-01-22/2018-01-25", True, True, False),
    ("[2018-01-22,2018-01-25]", "2018-01-23/2018-01-24", False, False, False),
    ("[2018-01-22,2018-01-23]", "2018-01-22/2018-01-23", True, True, True),
    ("[2018-01-22,2018-01-25]", "2018-01", True, True, False),
    ("2018-01-16", "2018-01", True, True, False),
    ("2018-01-16", "2018-02", False, False, False),
    ("2018-01-16", "2018-01-16", True, True, True),
]


@pytest.mark.parametrize(("one", "other", "shares_day", "is_among", "holds"), SETS)
def test_two_dates_are_two_sets_of_days(one, other, shares_day, is_among, holds):
    first, second = parse(one), parse(other)

    assert (first.shares_day(second), second.shares_day(first)) == (shares_day, shares_day)
    assert (first.is_among(second), second.is_among(first)) == (is_among, holds)


NOT_BEFORE = [
    ("2017-03-17", "2017-03-17"),
    ("2017-03-16", "2017-03-16"),
    ("2017-03", "2017-03-16/2017-03-31"),
    ("2017-03-10", "2017-03-16"),
    ("2016", "2017-03-16"),
]


@pytest.mark.parametrize(("text", "left"), NOT_BEFORE)
def test_of_a_date_the_days_from_one_on_are_left(text, left):
    assert parse(text).not_before(date(2017, 3, 16)) == parse(left)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2017-03-16", "2017-03-17", True),
        ("2017-03-16", "2017-03-16", False),
        ("2017-03", "2017-04-01", True),
        ("2017-03", "2017-03-31", False),
        ("2017-03-16~", "2017-03-17", False),
        ("2017-03-16~", "2017-03-18", True),
    ],
)
def test_a_date_is_before_another_only_if_its_latest_day_is_before_the_others_earliest(earlier, later, expected):
    assert parse(earlier).is_before(parse(later)) is expected


@examples(100)
@given(dates(), DAYS, DAYS)
def test_what_is_within_two_days_also_overlaps_them(text, first, last):
    when = parse(text)
    assume(first <= last)

    assert when.overlaps(first, last) or not when.is_within(first, last)
