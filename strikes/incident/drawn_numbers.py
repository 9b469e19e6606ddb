"""A stated number as it is drawn on a scale, in strokes. Pure.

Nothing is drawn that the party did not state, but for the conventions.

46                  a mark                  at least 46         a mark, open above
37 to 62            a bar                   at most 10          a mark, open below
50 to 62 (best 50)  a bar and a mark        about 50            a mark in a band of ±10 %
dozens, most of     a dashed band           none known          brackets left of the axis, never at 0
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import inf, isfinite

from django.utils.translation import gettext as _

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.incident.scales import Scale
from strikes.vocabulary.terms import Hedge
from strikes.wording.lists import with_and

GUTTER = 5.0  # where “none known” stands, left of the axis
OPEN_END = 100.0


class StrokeKind(StrEnum):
    """How one stroke of a number is drawn."""

    NONE_KNOWN = "none"
    WORDS = "words"  # a band that only the archive's convention gives
    BAND = "band"  # “about” and “nearly”
    BAR = "bar"
    ABOVE = "above"
    BELOW = "below"
    MARK = "mark"


@dataclass(frozen=True)
class Stroke:
    """One stroke from `start` to `end`, in per cent of the drawing; both are the same for a mark."""

    kind: StrokeKind
    start: float
    end: float

    @property
    def x(self) -> str:
        return f"{self.start:g}%"

    @property
    def to(self) -> str:
        return f"{self.end:g}%"

    @property
    def width(self) -> str:
        return f"{self.end - self.start:.4g}%"


def stated(answer: Answer) -> list[int]:
    """The figures of the answer, rising."""
    return [value for value in (answer.low, answer.best, answer.high) if value is not None]


def finite(answer: Answer) -> list[float]:
    """The figures that the drawing of the answer reaches."""
    return [*stated(answer), *(end for end in count.interval(answer) or () if isfinite(end))]


def drawn(answer: Answer, scale: Scale) -> Iterator[Stroke]:
    """The strokes of one number, the lowest layer first."""
    ends, hedge = count.interval(answer), count.hedge_of(answer)
    if ends is None:
        yield Stroke(StrokeKind.NONE_KNOWN, GUTTER, GUTTER)
        return
    if is_convention(hedge):
        yield _stretch(StrokeKind.WORDS, ends, scale)
        return
    if hedge in (Hedge.ABOUT, Hedge.ABOUT_OR_MORE, Hedge.NEARLY):
        yield _stretch(StrokeKind.BAND, ends, scale)
    figures = stated(answer)
    if len(figures) > 1:
        yield _stretch(StrokeKind.BAR, (figures[0], figures[-1]), scale)
    if ends[1] == inf:
        yield Stroke(StrokeKind.ABOVE, scale.at(figures[-1]), OPEN_END)
    if ends[0] == -inf:
        yield Stroke(StrokeKind.BELOW, scale.at(0), scale.at(figures[0]))
    if answer.best is not None or len(figures) == 1:
        mark = scale.at(figures[0] if answer.best is None else answer.best)
        yield Stroke(StrokeKind.MARK, mark, mark)


def is_convention(hedge: Hedge | None) -> bool:
    """Whether the word gives no figure, and only the archive's convention for comparing draws it."""
    return hedge is Hedge.MOST_OF or hedge in count.WORDS


def is_figure(answer: Answer) -> bool:
    """Whether the answer has an upper or lower end to draw a scale by: figures, or a word such as “dozens”."""
    return answer.hedge not in (Hedge.SOME, Hedge.MOST_OF, Hedge.NONE_KNOWN)


def conventions(answers: Iterable[Answer]) -> str:
    """What the words among these answers stand for when they are drawn and compared, in one sentence."""
    hedges = {answer.hedge for answer in answers}
    said = [_convention(hedge, *ends) for hedge, ends in count.WORDS.items() if hedge in hedges]
    said += [_("“most of them” as more than half of the party’s own number")] if Hedge.MOST_OF in hedges else []
    if not said:
        return ""
    return _("This archive draws and compares %(words)s; the party gave no figure.") % {"words": with_and(said)}


def _convention(hedge: Hedge, low: float, high: float) -> str:
    values = {"word": hedge.label, "low": count.figure(int(low))}
    if high == inf:
        return _("“%(word)s” as %(low)s or more") % values
    return _("“%(word)s” as %(low)s to %(high)s") % {**values, "high": count.figure(int(high))}


def _stretch(kind: StrokeKind, ends: tuple[float, float], scale: Scale) -> Stroke:
    return Stroke(kind, scale.at(ends[0]), scale.at(ends[1]) if isfinite(ends[1]) else OPEN_END)
