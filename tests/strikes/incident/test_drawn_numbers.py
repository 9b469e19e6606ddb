"""Stated numbers as strokes: nothing is drawn that nobody stated."""

import pytest
from hypothesis import given

from strikes.answers.answer import Answer
from strikes.incident.drawn_numbers import GUTTER, OPEN_END, StrokeKind, conventions, drawn
from strikes.incident.scales import Growth, Scale
from strikes.vocabulary.questions import read_questions
from strikes.vocabulary.terms import Hedge
from tests.strikes.dossiers.answers import answers

SCALE = Scale(100, Growth.EVEN, left=0, right=100)
KILLED = read_questions().by_code()["killed"]


def strokes(**answer: object) -> list[tuple[str, float, float]]:
    return [(stroke.kind.value, stroke.start, stroke.end) for stroke in drawn(Answer(**answer), SCALE)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"best": 46}, [("mark", 46, 46)]),
        ({"best": 0}, [("mark", 0, 0)]),
        ({"low": 37, "high": 62}, [("bar", 37, 62)]),
        ({"low": 50, "best": 50, "high": 62}, [("bar", 50, 62), ("mark", 50, 50)]),
        ({"low": 46, "hedge": Hedge.AT_LEAST}, [("above", 46, OPEN_END), ("mark", 46, 46)]),
        ({"best": 27, "hedge": Hedge.SO_FAR}, [("above", 27, OPEN_END), ("mark", 27, 27)]),
        ({"high": 24, "hedge": Hedge.AT_MOST}, [("below", 0, 24), ("mark", 24, 24)]),
        ({"best": 73, "high": 90}, [("bar", 73, 90), ("below", 0, 73), ("mark", 73, 73)]),
        ({"best": 50, "hedge": Hedge.ABOUT}, [("band", 45, 55), ("mark", 50, 50)]),
        ({"best": 50, "hedge": Hedge.NEARLY}, [("band", 45, 50), ("mark", 50, 50)]),
        ({"hedge": Hedge.DOZENS}, [("words", 24, 99)]),
        ({"hedge": Hedge.SOME}, [("words", 1, OPEN_END)]),
        ({"hedge": Hedge.MOST_OF, "low": 49, "high": 49}, [("words", 25, 49)]),
    ],
)
def test_a_number_is_drawn_as_it_was_stated(answer: dict[str, object], expected: list[tuple[str, float, float]]):
    assert strokes(**answer) == expected


def test_none_known_stands_apart_and_never_at_nought():
    assert strokes(hedge=Hedge.NONE_KNOWN) == [("none", GUTTER, GUTTER)]
    assert strokes(best=0) != strokes(hedge=Hedge.NONE_KNOWN)


@given(answers(KILLED, [], []))
def test_every_number_is_drawn_between_the_edges(answer: Answer):
    strokes_drawn = list(drawn(answer, SCALE))

    assert strokes_drawn
    assert all(0 <= stroke.start <= stroke.end <= OPEN_END for stroke in strokes_drawn)
    assert len([stroke for stroke in strokes_drawn if stroke.kind in (StrokeKind.MARK, StrokeKind.NONE_KNOWN)]) <= 1


def test_the_conventions_of_words_are_told_once_each():
    words = [Answer(hedge=Hedge.DOZENS), Answer(hedge=Hedge.DOZENS), Answer(hedge=Hedge.SOME), Answer(best=3)]

    assert conventions(words) == (
        "This archive draws and compares “dozens” as 24 to 99, and “some, no number given” as 1 or more; "
        "the party gave no figure."
    )
