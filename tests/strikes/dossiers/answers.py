"""Valid answers to any question, as hypothesis draws them."""

from collections.abc import Sequence
from typing import Any, assert_never

from hypothesis import strategies as st
from msgspec.structs import replace

from strikes.answers.answer import Answer
from strikes.answers.count import NUMBERS, NUMBERS_OF_HEDGE
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import AnswerKind, Hedge, LocationPrecision, Unit
from tests.sources.dates.strategies import dates

# Any character that a text can have; few of them, since a compared name may grow.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=6)
# Adding nothing makes a plain zero of a negative one.
LATITUDES = st.floats(-90, 90).map(lambda degrees: round(degrees, 6) + 0.0)
LONGITUDES = st.floats(-180, 180).map(lambda degrees: round(degrees, 6) + 0.0)
CLOCKS = st.times().map(lambda clock: f"{clock:%H:%M}")


def answers(question: Question, places: Sequence[str], parties: Sequence[str]) -> st.SearchStrategy[Answer]:
    """An answer of the question's kind, which names these places and parties."""
    match question.kind:
        case AnswerKind.PARTY:
            return _one_or_several("party", parties)
        case AnswerKind.CHOICE:
            return _choices(question)
        case AnswerKind.COUNT:
            return _numbers().map(lambda number: Answer(**number))
        case AnswerKind.PLACE:
            return _located(places)
        case AnswerKind.TIME:
            return dates().map(lambda date: Answer(date=date)) | _clock_times()
        case AnswerKind.YES_NO:
            return st.booleans().map(lambda yes: Answer(yes=yes))
        case AnswerKind.TEXT:
            return TEXTS.map(lambda text: Answer(text=text))
        case _:
            assert_never(question.kind)


def _one_or_several(key: str, names: Sequence[str]) -> st.SearchStrategy[Answer]:
    several = st.lists(st.sampled_from(names), min_size=2, max_size=3, unique=True)
    one = st.sampled_from(names).map(lambda name: replace(Answer(), **{key: name}))
    return one | several.map(lambda members: Answer(one_of=tuple(members)))


@st.composite
def _choices(draw: st.DrawFn, question: Question) -> Answer:
    codes = sorted({choice.code for choice, _above in question.all_choices()})
    chosen = draw(_one_or_several("choice", codes))
    number = draw(st.just({}) | _numbers())
    return Answer(choice=chosen.choice, one_of=chosen.one_of, **number)


@st.composite
def _numbers(draw: st.DrawFn) -> dict[str, Any]:
    """Numbers that go with a hedge, with the hedge and perhaps a unit."""
    hedge = draw(st.sampled_from(Hedge))
    form = draw(st.sampled_from(NUMBERS_OF_HEDGE[hedge]))
    names = [name for name in NUMBERS if name in form]
    values = sorted(draw(st.lists(st.integers(0, 1_000_000), min_size=len(names), max_size=len(names))))
    return dict(zip(names, values, strict=True)) | {"hedge": hedge, "unit": draw(st.none() | st.sampled_from(Unit))}


@st.composite
def _located(draw: st.DrawFn, places: Sequence[str]) -> Answer:
    has_point = draw(st.booleans())
    return Answer(
        place=draw(st.sampled_from([None, *places] if has_point else places)),
        latitude=draw(LATITUDES) if has_point else None,
        longitude=draw(LONGITUDES) if has_point else None,
        precision=draw(st.sampled_from(LocationPrecision)),
    )


@st.composite
def _clock_times(draw: st.DrawFn) -> Answer:
    first, last = draw(CLOCKS), draw(CLOCKS)
    hedge = draw(st.sampled_from([None, Hedge.EXACT, Hedge.ABOUT]))
    forms = [
        Answer(clock_from=first, hedge=hedge),
        Answer(clock_to=last, hedge=hedge),
        Answer(clock_from=first, clock_to=last, hedge=hedge),
        Answer(clock_from=first, clock_to=first, hedge=Hedge.NEARLY),
        Answer(clock_to=last, hedge=Hedge.NEARLY),
    ]
    return draw(st.sampled_from(forms))
