"""Days in words: exactly as precise as they were stated."""

import pytest

from sources.dates.value import parse
from strikes.rules.days_between import DaysBetween
from strikes.wording import days


def test_the_day_of_a_claim_is_said_with_the_word_stated():
    assert days.stated(parse("2017-03-17")) == "stated 17 March 2017"
    assert days.stated(None) == "day stated not known"
    assert days.stated_or_unknown(parse("2017-03")) == "stated March 2017"
    assert days.stated_or_unknown(None) == "day not known"


def test_a_day_is_shortened_and_an_imprecise_one_is_not():
    assert days.short_day(parse("2017-06-07")) == "7 Jun 2017"
    assert days.short_day(parse("2017-06")) == "June 2017"
    assert days.short_day(None) == days.day(None) == "day not known"


def test_a_day_within_a_sentence_and_that_of_a_source():
    assert (days.on_day(parse("2017-06-07")), days.on_day(None)) == ("7 June 2017", "on a day not known")
    assert (days.published(parse("2017-06")), days.published(None)) == ("published June 2017", "undated")
    assert (days.day_published(parse("2017-06")), days.day_published(None)) == ("June 2017", "undated")


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ([], "day stated not known"),
        (["2017-03-17"], "stated 17 March 2017"),
        (["2017-06-07", "2017-03-17"], "stated 17 March to 7 June 2017"),
        (["2017-04-30", "2017-04-01"], "stated 1 to 30 April 2017"),
        (["2017-03", "2019"], "stated March 2017 to 2019"),
        (["2017-03", "2017-03-16"], "stated March 2017"),
        (["2017", "2017-12"], "stated 2017"),
        (["2026~"], "stated about 2026"),
        (["2026~", "2025-03"], "stated about 2026"),
        (["2017-03-16/2017-03-19", "2017-03-18/2017-03-21"], "stated 16 to 21 March 2017"),
        (["2017-03-16", "2017-06~"], "stated 16 March 2017 to about June 2017"),
    ],
)
def test_the_days_of_several_statements_are_said_as_precisely_as_each_is_known(stated: list[str], words: str):
    assert days.stated_over([parse(each) for each in stated]) == words


@pytest.mark.parametrize(
    ("fewest", "most", "between", "after"),
    [
        (0, 0, "same day", "the same day"),
        (1, 1, "1 day", "after 1 day"),
        (1_200, 1_200, "1,200 days", "after 1,200 days"),
        (0, 1, "up to 1 day", "after at most 1 day"),
        (0, 25, "up to 25 days", "after at most 25 days"),
        (2, 32, "2 to 32 days", "after 2 to 32 days"),
    ],
)
def test_days_between_two_statements(fewest: int, most: int, between: str, after: str):
    found = DaysBetween(fewest, most)

    assert (days.between(found), days.after(found)) == (between, after)


def test_the_time_between_statements_of_unknown_days_is_not_known():
    assert days.after(None) == "after a time not known"


def test_days_of_a_calendar_are_said_in_the_unit_one_says_them_in():
    assert [days.since_the_event(each) for each in (0, 1, 30, 365, 7 * 365)] == [
        "the day",
        "1 day",
        "30 days",
        "1 year",
        "7 years",
    ]
