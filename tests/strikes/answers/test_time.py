"""Dates and clock times that claims give."""

from typing import Any

import pytest

from strikes.answers import time
from strikes.answers.answer import Answer
from strikes.answers.comparison import Ground, Verdict
from strikes.vocabulary.terms import Hedge, Rule


def problems(**values: Any) -> list[tuple[str, str]]:
    return list(time.problems(Answer(**values)))


@pytest.mark.parametrize(
    "values",
    [
        {"date": "2017-03-16"},
        {"clock_from": "18:55"},
        {"clock_to": "19:10"},
        {"clock_from": "18:55", "clock_to": "19:10"},
        {"clock_from": "23:30", "clock_to": "00:30"},
        {"clock_from": "19:00", "clock_to": "19:00", "hedge": Hedge.ABOUT},
        {"clock_from": "18:55", "clock_to": "19:10", "hedge": Hedge.ABOUT},
        {"clock_from": "18:55", "hedge": Hedge.EXACT},
        {"clock_to": "19:00", "hedge": Hedge.NEARLY},
        {"clock_from": "19:00", "clock_to": "19:00", "hedge": Hedge.NEARLY},
    ],
    ids=str,
)
def test_a_date_or_clock_times_are_an_answer(values):
    assert problems(**values) == []


def test_a_time_must_be_given():
    assert problems() == [("date", "Give a date or a clock time.")]


def test_a_date_and_a_clock_time_are_two_questions():
    sentence = "Give a date or a clock time; they are two questions."

    assert problems(date="2017-03-16", clock_from="18:55") == [("date", sentence)]


@pytest.mark.parametrize(
    "values",
    [{"date": "2017-03-16", "hedge": Hedge.ABOUT}, {"clock_from": "18:55", "hedge": Hedge.AT_LEAST}],
    ids=str,
)
def test_a_hedge_that_goes_with_no_time_is_refused(values):
    sentence = "With a clock time goes about, or nearly (just before); a date says it in its own form."

    assert problems(**values) == [("hedge", sentence)]


@pytest.mark.parametrize("values", [{"clock_from": "18:55"}, {"clock_from": "18:55", "clock_to": "19:10"}], ids=str)
def test_nearly_goes_with_one_clock_time(values):
    sentence = "“Nearly” goes with one clock time: give it as the latest, or as earliest and latest both."

    assert problems(**values, hedge=Hedge.NEARLY) == [("hedge", sentence)]


def test_a_date_that_is_none_is_refused():
    [(key, sentence)] = problems(date="yesterday")

    assert key == "date"
    assert sentence.startswith("“yesterday” is not a date")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"date": "[2017-03-16,2017-03-17]"}, "16 or 17 March 2017"),
        ({"clock_from": "19:00", "clock_to": "19:00"}, "19:00"),
        ({"clock_from": "19:00", "clock_to": "19:00", "hedge": Hedge.ABOUT}, "about 19:00"),
        ({"clock_from": "19:00", "clock_to": "19:00", "hedge": Hedge.NEARLY}, "just before 19:00"),
        ({"clock_from": "18:55", "clock_to": "19:10"}, "18:55 to 19:10"),
        ({"clock_from": "18:55", "clock_to": "19:10", "hedge": Hedge.ABOUT}, "about 18:55 to 19:10"),
        ({"clock_from": "18:55"}, "from 18:55"),
        ({"clock_from": "18:55", "hedge": Hedge.ABOUT}, "from about 18:55"),
        ({"clock_to": "19:10"}, "before 19:10"),
        ({"clock_to": "19:10", "hedge": Hedge.ABOUT}, "before about 19:10"),
        ({"clock_to": "19:10", "hedge": Hedge.NEARLY}, "just before 19:10"),
    ],
    ids=str,
)
def test_a_time_in_words(values, words):
    assert time.show(Answer(**values), str) == words


def test_a_denied_clock_time_denies_no_day():
    denied = time.RULES[Rule.DATE].denied

    assert denied(Answer(date="2017-03"), Answer(date="2017-03-16"), Ground(is_exclusive=True))
    assert not denied(Answer(clock_from="19:00"), Answer(date="2017-03-16"), Ground(is_exclusive=True))
    assert not denied(Answer(date="2017-03"), Answer(clock_from="19:00"), Ground(is_exclusive=True))


def test_one_and_the_same_clock_time_is_the_same_answer():
    compare = time.RULES[Rule.CLOCK].compare

    assert compare(Answer(clock_from="19:00"), Answer(clock_from="19:00"), Ground(is_exclusive=True)) is Verdict.SAME
    assert (
        compare(Answer(clock_from="19:00"), Answer(clock_from="19:10"), Ground(is_exclusive=True)) is not Verdict.SAME
    )
