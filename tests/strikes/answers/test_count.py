"""Numbers as they were stated, and choices with numbers."""

import pytest

from strikes.answers import choice, count
from strikes.answers.answer import Answer
from strikes.vocabulary.terms import Hedge, Unit

WITHOUT_NUMBER = [
    Hedge.SEVERAL,
    Hedge.DOZENS,
    Hedge.SCORES,
    Hedge.HUNDREDS,
    Hedge.MOST_OF,
    Hedge.SOME,
    Hedge.NONE_KNOWN,
]
NUMBERS = [{"low": 1}, {"best": 2}, {"high": 3}, {"low": 1, "high": 3}, {"low": 1, "best": 2, "high": 3}]


def label(name: str) -> str:
    return f"<{name}>"


def sentences(answer: Answer) -> list[tuple[str, str]]:
    return list(count.problems(answer))


@pytest.mark.parametrize("hedge", Hedge)
def test_every_hedge_says_which_numbers_go_with_it(hedge):
    assert hedge in count.NUMBERS_OF_HEDGE


@pytest.mark.parametrize("numbers", NUMBERS, ids=str)
@pytest.mark.parametrize("hedge", Hedge)
def test_a_number_fits_its_hedge_or_the_hedge_is_named(hedge, numbers):
    fits = set(numbers) in count.NUMBERS_OF_HEDGE[hedge]

    problems = sentences(Answer(hedge=hedge, **numbers))

    assert [key for key, _sentence in problems] == ([] if fits else ["hedge"])


def test_a_number_or_a_word_for_it_must_be_given():
    assert sentences(Answer()) == [("best", "Give a number, or a word for it such as “dozens”.")]
    assert sentences(Answer(unit=Unit.PERSONS)) == [("best", "Give a number, or a word for it such as “dozens”.")]


@pytest.mark.parametrize("hedge", WITHOUT_NUMBER)
def test_a_word_for_a_number_goes_without_one(hedge):
    assert sentences(Answer(hedge=hedge)) == []
    assert sentences(Answer(hedge=hedge, best=3)) == [("hedge", f"With “{hedge.label}” goes no number.")]


def test_at_least_has_a_low_alone():
    assert sentences(Answer(hedge=Hedge.AT_LEAST, low=46)) == []
    assert sentences(Answer(hedge=Hedge.AT_LEAST, best=46)) == [("hedge", "With “at least” goes: low.")]


def test_at_most_has_a_high_and_perhaps_a_low():
    assert sentences(Answer(hedge=Hedge.AT_MOST, high=10)) == []
    assert sentences(Answer(hedge=Hedge.AT_MOST, low=25, high=30)) == []
    assert sentences(Answer(hedge=Hedge.AT_MOST, low=10)) == [("hedge", "With “at most” goes: high; low + high.")]


def test_a_number_without_a_hedge_is_exact():
    assert count.hedge_of(Answer(best=46)) is Hedge.EXACT
    assert count.hedge_of(Answer()) is None
    assert sentences(Answer(low=10, high=17)) == []
    assert sentences(Answer(low=10)) == [
        ("hedge", "With “exactly” goes: best; low + high; low + best + high; low + best; best + high.")
    ]


@pytest.mark.parametrize(
    "numbers", [{"low": 17, "high": 10}, {"low": 5, "best": 4, "high": 6}, {"low": 1, "best": 9, "high": 6}]
)
def test_numbers_rise(numbers):
    assert sentences(Answer(**numbers)) == [("low", "The numbers must rise: low, best, high.")]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(best=46), "46 people"),
        (Answer(best=1), "1 person"),
        (Answer(best=0), "none"),
        (Answer(best=1234), "1,234 people"),
        (Answer(low=46, hedge=Hedge.AT_LEAST), "at least 46 people"),
        (Answer(low=1, hedge=Hedge.AT_LEAST), "at least 1 person"),
        (Answer(low=40, hedge=Hedge.MORE_THAN), "more than 40 people"),
        (Answer(high=10, hedge=Hedge.AT_MOST), "at most 10 people"),
        (Answer(high=10, hedge=Hedge.FEWER_THAN), "fewer than 10 people"),
        (Answer(best=300, hedge=Hedge.ABOUT), "about 300 people"),
        (Answer(low=200, high=300, hedge=Hedge.ABOUT), "about 200 to 300 people"),
        (Answer(best=50, hedge=Hedge.NEARLY), "nearly 50 people"),
        (Answer(best=26, hedge=Hedge.ABOUT_OR_MORE), "about 26 people, perhaps more"),
        (Answer(low=100, high=300, hedge=Hedge.LOW_END), "100 to 300 people, at the low end"),
        (Answer(low=25, high=30, hedge=Hedge.AT_MOST), "at most 25 to 30 people"),
        (Answer(best=27, hedge=Hedge.SO_FAR), "27 people so far"),
        (Answer(low=10, high=17), "10 to 17 people"),
        (Answer(low=10, best=12, high=17), "10 to 17 (best 12) people"),
        (Answer(low=10, best=17, high=17), "10 to 17 people"),
        (Answer(best=46, high=50), "46 people, and at most 50"),
        (Answer(low=40, best=46), "46 people, and at least 40"),
        (Answer(hedge=Hedge.DOZENS), "dozens"),
        (Answer(hedge=Hedge.NONE_KNOWN), "none known"),
        (Answer(hedge=Hedge.SOME), "some, no number given"),
    ],
)
def test_a_number_in_words(answer, words):
    assert count.show(answer, label) == words


@pytest.mark.parametrize(
    ("unit", "one", "two"),
    [
        (Unit.PERSONS, "person", "people"),
        (Unit.FAMILIES, "family", "families"),
        (Unit.STRIKES, "strike", "strikes"),
        (Unit.MUNITIONS, "munition", "munitions"),
        (Unit.AIRCRAFT, "aircraft", "aircraft"),
        (Unit.BUILDINGS, "building", "buildings"),
        (Unit.VEHICLES, "vehicle", "vehicles"),
        (Unit.MINUTES, "minute", "minutes"),
        (Unit.HOURS, "hour", "hours"),
        (Unit.METRES, "metre", "metres"),
        (Unit.PERCENT, "per cent", "per cent"),
    ],
)
def test_a_unit_takes_its_plural(unit, one, two):
    assert count.unit_name(unit, 1) == one
    assert count.unit_name(unit, 2) == two


def test_every_unit_has_a_name():
    assert all(count.unit_name(unit, 2) for unit in Unit)


def test_a_choice_must_be_made():
    assert list(choice.problems(Answer())) == [("choice", "Give one of the question's choices.")]
    assert list(choice.problems(Answer(choice="mosque"))) == []
    assert list(choice.problems(Answer(one_of=("mosque", "school")))) == []


def test_a_choice_and_several_left_open_are_too_much():
    problems = list(choice.problems(Answer(choice="mosque", one_of=("mosque", "school"))))

    assert problems == [("one_of", "Give one choice, or the several that are left open, not both.")]


def test_a_choice_takes_a_number_by_the_rules_of_numbers():
    assert list(choice.problems(Answer(choice="hellfire", low=4, hedge=Hedge.MORE_THAN))) == []
    assert list(choice.problems(Answer(choice="hellfire", low=4))) == [
        ("hedge", "With “exactly” goes: best; low + high; low + best + high; low + best; best + high.")
    ]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(choice="hellfire"), "<hellfire>"),
        (Answer(one_of=("mosque", "school")), "<mosque> or <school>"),
        (Answer(choice="hellfire", best=4, unit=Unit.MUNITIONS), "<hellfire>: 4 munitions"),
        (
            Answer(choice="hellfire", low=4, hedge=Hedge.MORE_THAN, unit=Unit.MUNITIONS),
            "<hellfire>: more than 4 munitions",
        ),
        (Answer(choice="hellfire", low=4, hedge=Hedge.MORE_THAN), "<hellfire>: more than 4"),
        (Answer(choice="hellfire", unit=Unit.MUNITIONS), "<hellfire>"),
    ],
)
def test_a_choice_in_words(answer, words):
    assert choice.show(answer, label) == words
