"""What is common to all kinds of answers, and the kinds that take one key or two."""

import pytest

from strikes.answers import KINDS, party, place, text, yes_no
from strikes.answers.answer import Answer
from strikes.vocabulary.terms import AnswerKind, LocationPrecision


def label(name: str) -> str:
    return f"<{name}>"


def test_every_kind_of_answer_has_its_module():
    assert set(KINDS) == set(AnswerKind)


@pytest.mark.parametrize("kind", AnswerKind)
def test_a_kind_says_what_is_wrong_with_an_answer_that_says_nothing(kind):
    assert [key for key, _sentence in KINDS[kind].problems(Answer())]


def test_the_keys_of_an_answer_are_those_that_say_something():
    assert Answer(best=0, yes=False).keys == {"best", "yes"}


def test_yes_or_no_must_be_said():
    assert list(yes_no.problems(Answer())) == [("yes", "Say yes or no.")]
    assert list(yes_no.problems(Answer(yes=False))) == []


def test_yes_and_no_in_words():
    assert yes_no.show(Answer(yes=True), label) == "<yes>"
    assert yes_no.show(Answer(yes=False), label) == "<no>"


def test_a_text_must_have_words():
    assert list(text.problems(Answer())) == [("text", "Give the answer in words.")]
    assert list(text.problems(Answer(text="massacre"))) == []


def test_a_text_is_shown_as_it_is():
    assert text.show(Answer(text="massacre"), label) == "massacre"


def test_a_party_must_be_named():
    assert list(party.problems(Answer())) == [("party", "Name the party.")]
    assert list(party.problems(Answer(party="russia"))) == []


def test_a_party_and_several_left_open_are_too_much():
    problems = list(party.problems(Answer(party="russia", one_of=("russia", "syria"))))

    assert problems == [("one_of", "Name one party, or the several that are left open, not both.")]


def test_a_party_in_words():
    assert party.show(Answer(party="russia"), label) == "<russia>"


def test_parties_left_open_in_words():
    assert party.show(Answer(one_of=("russia", "syria")), label) == "<russia> or <syria>"
    assert party.show(Answer(one_of=("a", "b", "c")), label) == "<a>, <b> or <c>"


SITE = LocationPrecision.SITE


def test_a_place_or_a_point_must_be_given():
    assert list(place.problems(Answer(precision=SITE))) == [("place", "Name a place, or give a point.")]
    assert list(place.problems(Answer(place="al-jinah", precision=SITE))) == []
    assert list(place.problems(Answer(latitude=36.1, longitude=36.8, precision=SITE))) == []


def test_half_a_point_is_none():
    problems = list(place.problems(Answer(latitude=36.1, precision=SITE)))

    assert problems == [("latitude", "A point needs both latitude and longitude.")]


def test_a_place_has_a_precision():
    problems = list(place.problems(Answer(place="al-jinah")))

    assert problems == [("precision", "Say how precisely the place was stated.")]


@pytest.mark.parametrize(
    ("latitude", "longitude", "words"),
    [
        (36.1, 36.78708, "36.1, 36.78708 (exact site)"),
        (36.0, -70.0, "36, -70 (exact site)"),
        (0.0, 100.0, "0, 100 (exact site)"),
        (36.1234567, 36.5, "36.123457, 36.5 (exact site)"),
    ],
)
def test_a_point_in_words_has_the_decimals_that_were_stated_and_its_precision(latitude, longitude, words):
    assert place.show(Answer(latitude=latitude, longitude=longitude, precision=SITE), label) == words


def test_a_place_in_words():
    assert place.show(Answer(place="al-jinah", precision=SITE), label) == "<al-jinah>"


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        (LocationPrecision.VICINITY, "in the vicinity of <al-jinah>"),
        (LocationPrecision.LOCALITY, "in the neighbourhood of <al-jinah>"),
        (LocationPrecision.SETTLEMENT, "<al-jinah>"),
    ],
)
def test_near_a_place_is_never_said_as_at_it(precision: LocationPrecision, words: str):
    assert place.show(Answer(place="al-jinah", precision=precision), label) == words


def test_a_place_with_a_point_in_words():
    answer = Answer(place="al-jinah", latitude=36.1, longitude=36.8, precision=SITE)

    assert place.show(answer, label) == "<al-jinah>, 36.1, 36.8 (exact site)"
