"""Numbers in words, as an editor types them."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.answers.typed.count import echo, understand, write
from strikes.vocabulary.terms import Hedge, Unit

FORMS = [
    ("46", Answer(best=46)),
    ("at least 46", Answer(low=46, hedge=Hedge.AT_LEAST)),
    ("At least 46 people.", Answer(low=46, hedge=Hedge.AT_LEAST, unit=Unit.PERSONS)),
    ("46+", Answer(low=46, hedge=Hedge.AT_LEAST)),
    ("46 or more", Answer(low=46, hedge=Hedge.AT_LEAST)),
    ("≥ 46", Answer(low=46, hedge=Hedge.AT_LEAST)),
    ("dozens", Answer(hedge=Hedge.DOZENS)),
    ("dozens of civilians", Answer(hedge=Hedge.DOZENS, unit=Unit.PERSONS)),
    ("several missiles", Answer(hedge=Hedge.SEVERAL, unit=Unit.MUNITIONS)),
    ("10–17", Answer(low=10, high=17)),
    ("10 - 17", Answer(low=10, high=17)),
    ("10 to 17", Answer(low=10, high=17)),
    ("between 10 and 17 people", Answer(low=10, high=17, unit=Unit.PERSONS)),
    ("10 to 17 (best 12)", Answer(low=10, best=12, high=17)),
    ("12, at most 17", Answer(best=12, high=17)),
    ("12 people, and at most 17", Answer(best=12, high=17, unit=Unit.PERSONS)),
    ("17, at least 10", Answer(best=17, low=10)),
    ("more than 50", Answer(low=50, hedge=Hedge.MORE_THAN)),
    ("over a dozen", Answer(low=12, hedge=Hedge.MORE_THAN)),
    ("fewer than 10", Answer(high=10, hedge=Hedge.FEWER_THAN)),
    ("about 40", Answer(best=40, hedge=Hedge.ABOUT)),
    ("some 40", Answer(best=40, hedge=Hedge.ABOUT)),
    ("about 200 to 300", Answer(low=200, high=300, hedge=Hedge.ABOUT)),
    ("about 26, perhaps more", Answer(best=26, hedge=Hedge.ABOUT_OR_MORE)),
    ("about 26 people, perhaps more", Answer(best=26, hedge=Hedge.ABOUT_OR_MORE, unit=Unit.PERSONS)),
    ("some 26 or perhaps more", Answer(best=26, hedge=Hedge.ABOUT_OR_MORE)),
    ("100 to 300, at the low end", Answer(low=100, high=300, hedge=Hedge.LOW_END)),
    ("100–300 civilians at the lower end", Answer(low=100, high=300, hedge=Hedge.LOW_END, unit=Unit.PERSONS)),
    ("at most 25 to 30", Answer(low=25, high=30, hedge=Hedge.AT_MOST)),
    ("25–30 at most", Answer(low=25, high=30, hedge=Hedge.AT_MOST)),
    ("25 to 30 people, at most", Answer(low=25, high=30, hedge=Hedge.AT_MOST, unit=Unit.PERSONS)),
    ("nearly 300", Answer(best=300, hedge=Hedge.NEARLY)),
    ("as many as 10", Answer(high=10, hedge=Hedge.AT_MOST)),
    ("up to 24", Answer(high=24, hedge=Hedge.AT_MOST)),
    ("none", Answer(best=0)),
    ("0", Answer(best=0)),
    ("no civilians", Answer(best=0, unit=Unit.PERSONS)),
    ("none known", Answer(hedge=Hedge.NONE_KNOWN)),
    ("no known civilian deaths", Answer(hedge=Hedge.NONE_KNOWN, unit=Unit.PERSONS)),
    ("most of", Answer(hedge=Hedge.MOST_OF)),
    ("most of them", Answer(hedge=Hedge.MOST_OF)),
    ("some", Answer(hedge=Hedge.SOME)),
    ("46 (so far)", Answer(best=46, hedge=Hedge.SO_FAR)),
    ("46 people so far", Answer(best=46, hedge=Hedge.SO_FAR, unit=Unit.PERSONS)),
    ("two dozen", Answer(best=24)),
    ("half a dozen", Answer(best=6)),
    ("exactly 46", Answer(best=46)),
    ("twelve", Answer(best=12)),
    ("forty-six", Answer(best=46)),
    ("two hundred", Answer(best=200)),
    ("three families", Answer(best=3, unit=Unit.FAMILIES)),
    ("1,234", Answer(best=1234)),
    ("1 234", Answer(best=1234)),
    ("٤٦", Answer(best=46)),
]
REFUSED = [
    ("many", "“many” is not a number that this archive reads. Write one of: 46, at least 46, 46+, 10–17"),
    ("1.5", "is not a number"),
    ("12,34", "is not a number"),
    ("-5", "is not a number"),
    ("46 killed", "is not a number"),
    ("at least dozens", "is not a number"),
    ("several dozen", "is not a number"),
    ("at least", "is not a number"),
    ("at least 46 so far", "Two hedges stand here."),
    ("46, perhaps more", "is not a number"),
    ("at least 46, perhaps more", "is not a number"),
    ("about 100 to 300, at the low end", "Two hedges stand here."),
    ("about 10 to 17, perhaps more", "With “about, perhaps more” goes: best."),
    ("100, at the low end", "With “at the low end” goes: low + high."),
    ("at least 10 to 17", "With “at least” goes: low."),
    ("17–10", "The numbers must rise"),
    ("42 families in 3 houses", "These words count two different things."),
    ("9" * 20, "This number is too large to be meant."),
]
FIGURES = st.integers(0, 99_999_999)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Any number that the rules allow, of any unit or none."""
    hedge = draw(st.sampled_from(Hedge))
    names = draw(st.sampled_from([sorted(form) for form in count.NUMBERS_OF_HEDGE[hedge]]))
    values = sorted(draw(FIGURES) for _name in names)
    ordered = sorted(names, key=count.NUMBERS.index)
    unit = draw(st.sampled_from([None, *Unit])) if names else None
    numbers: dict[str, Any] = dict(zip(ordered, values, strict=True))
    return Answer(**numbers, hedge=None if hedge is Hedge.EXACT else hedge, unit=unit)


@pytest.mark.parametrize(("typed", "answer"), FORMS)
def test_a_number_in_words_is_understood(typed, answer):
    assert understand(typed) == answer
    assert not list(count.problems(answer))


@pytest.mark.parametrize(("typed", "sentence"), REFUSED)
def test_what_is_not_understood_is_refused_with_a_sentence(typed, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)) as refused:
        understand(typed)

    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        (Answer(best=46), "46"),
        (Answer(low=46, hedge=Hedge.AT_LEAST), "at least 46"),
        (Answer(low=10, high=17), "10 to 17"),
        (Answer(low=10, best=17, high=17), "10 to 17 (best 17)"),
        (Answer(low=10, best=10, high=17, hedge=Hedge.ABOUT), "about 10 to 17 (best 10)"),
        (Answer(low=0, best=0), "0, at least 0"),
        (Answer(low=0, best=0, hedge=Hedge.ABOUT), "about 0, at least 0"),
        (Answer(best=0), "none"),
    ],
)
def test_a_number_is_written_into_the_box_with_all_that_was_stated(answer, written):
    assert write(answer) == written
    assert understand(written) == answer


@given(answers())
def test_what_is_written_into_the_box_is_understood_as_the_same_number(answer):
    read = understand(write(answer))

    assert (read.low, read.best, read.high, read.hedge) == (answer.low, answer.best, answer.high, answer.hedge)


@given(answers())
def test_what_a_reader_is_shown_is_understood_as_the_same_number(answer):
    read = understand(count.show_number(answer))

    assert count.show_number(read) == count.show_number(answer)
    is_plain = answer.best is None or answer.best not in (answer.low, answer.high)
    if is_plain and count.hedge_of(answer) is not Hedge.EXACT:
        assert (read.low, read.best, read.high, read.hedge) == (answer.low, answer.best, answer.high, answer.hedge)


def test_none_is_echoed_with_what_it_does_not_mean():
    assert "write: none known" in echo("no civilians")
    assert echo("none known") == "none known"
    assert echo("at least 46 people") == "at least 46 people"
