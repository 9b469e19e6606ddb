"""Boxes for numbers and coordinates in words, and forms in which they stand for a model's columns."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy

from sources.admin.fields import TypedField
from strikes.answers.answer import Answer
from strikes.answers.typed import count as typed_count
from strikes.answers.typed import point as typed_point

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


class PointForm(forms.ModelForm):
    """A form whose `point` stands for the columns latitude and longitude."""

    point = PointField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("point", point_of(self.instance))

    def _get_validation_exclusions(self) -> set[str]:
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return exclusions - set(POINT) if "point" in self.cleaned_data else exclusions

    def _post_clean(self) -> None:
        if "point" in self.cleaned_data:
            self.instance.latitude, self.instance.longitude = self.cleaned_data["point"] or (None, None)
        super()._post_clean()  # type: ignore[misc]


def point_of(row: Any) -> typed_point.Point | None:
    return None if row.latitude is None else (row.latitude, row.longitude)


class PointShown(admin.ModelAdmin):
    """An admin that shows the point of a row where its form is closed."""

    @admin.display(description=gettext_lazy("coordinates"), empty_value="–")
    def point(self, row: Any) -> str | None:
        point = point_of(row)
        return typed_point.write(point) if point else None
