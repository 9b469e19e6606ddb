"""Boxes for numbers and coordinates in words, and forms in which they stand for a model's columns."""

from typing import Any

from django.utils.translation import gettext_lazy

from sources.admin.fields import TypedField
from sources.admin.forms import RecordForm
from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.answers.typed import count as typed_count
from strikes.answers.typed import point as typed_point
from strikes.vocabulary.terms import Hedge

POINT = ("latitude", "longitude")


class CountField(TypedField):
    """A number with its hedge, read into an `Answer`; its unit where the words name one."""

    kind = "number"
    read = staticmethod(typed_count.understand)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", typed_count.NOTATION)
        super().__init__(**kwargs)

    @staticmethod
    def write(value: Answer) -> str:
        return typed_count.write(value)

    @classmethod
    def echo(cls, text: str) -> str:
        return typed_count.echo(text)

    def columns(self, name: str) -> set[str]:
        return set(count.COLUMNS)

    def stored(self, row: Any, name: str) -> Answer | None:
        if not row.hedge:
            return None
        hedge = None if row.hedge == Hedge.EXACT else Hedge(row.hedge)
        return Answer(low=row.count_low, best=row.count_best, high=row.count_high, hedge=hedge)

    def store(self, row: Any, name: str, value: Answer | None) -> None:
        answer = value or Answer()
        row.count_low, row.count_best, row.count_high = answer.low, answer.best, answer.high
        row.hedge = count.hedge_of(answer) or ""


class PointField(TypedField):
    """Latitude and longitude in one box."""

    kind = "point"
    read = staticmethod(typed_point.understand)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", typed_point.NOTATION)
        kwargs.setdefault("label", gettext_lazy("Coordinates"))
        super().__init__(**kwargs)

    @staticmethod
    def write(value: typed_point.Point) -> str:
        return typed_point.write(value)

    @classmethod
    def echo(cls, text: str) -> str:
        return typed_point.echo(text)

    def columns(self, name: str) -> set[str]:
        return set(POINT)

    def stored(self, row: Any, name: str) -> typed_point.Point | None:
        return point_of(row)

    def store(self, row: Any, name: str, value: typed_point.Point | None) -> None:
        row.latitude, row.longitude = value or (None, None)


class PointForm(RecordForm):
    """A form whose `point` stands for the columns latitude and longitude."""

    point = PointField(required=False)


def point_of(row: Any) -> typed_point.Point | None:
    return None if row.latitude is None else (row.latitude, row.longitude)


def point_in_words(row: Any) -> str | None:
    """The point of a row as it is typed; None where it has none."""
    point = point_of(row)
    return typed_point.write(point) if point else None
