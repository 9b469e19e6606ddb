"""Days between two statements, exact or imprecise."""

import pytest

from sources.dates.value import parse
from strikes.rules.days_between import days_between, days_between_any


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        ("2017-03-16", "2017-03-16", (0, 0)),
        ("2017-03-16", "2017-06-07", (83, 83)),
        ("2017-03", "2017-03-17", (0, 16)),
        ("2017-03", "2017-06-07", (68, 98)),
        ("2017-04-05", "2017-04", (0, 25)),
        ("2017-03-17", "2017-03-16", (0, 0)),
    ],
)
def test_days_between_are_no_more_precise_than_the_days_stated(earlier: str, later: str, days: tuple[int, int]):
    assert days_between(parse(earlier), parse(later)) == days


def test_days_between_are_not_known_where_the_day_of_one_is_not():
    assert days_between(None, parse("2017-03-16")) is None
    assert days_between(parse("2017-03-16"), None) is None


def test_several_pairs_have_the_fewest_and_the_most_days_of_any():
    first, later, last = map(parse, ("2017-03-16", "2017-03-20", "2017-03-25"))

    assert days_between_any([(first, later), (later, last), (None, last)]) == (4, 5)
    assert days_between_any([(None, last)]) is None
