"""Fields of the filters: each reads one GET parameter, or says in a sentence what it cannot read."""

import math
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator, slug_re
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from sources.dates.value import DatePrecision, PartialDate, parse

LONGEST = 200  # characters of what is typed into a filter
_PLAIN = (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR)


class _Typed(forms.CharField):
    """A line of text, understood by `read`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": LONGEST} | kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return self.read(text) if text else None

    def read(self, text: str) -> Any:
        raise NotImplementedError


class FirstDayField(_Typed):
    """The first day of what is typed: a day, a month or a year."""

    def read(self, text: str) -> date:
        try:
            when = parse(text)
        except ValueError:
            when = None
        if when is None or when.precision not in _PLAIN:
            raise ValidationError(
                _("“%(text)s” is no date. Write a day, a month or a year: 2017-03-16, 2017-03, 2017."),
                params={"text": text},
            )
        return self.end(when)

    def end(self, when: PartialDate) -> date:
        return when.earliest


class LastDayField(FirstDayField):
    """The last day of what is typed."""

    def end(self, when: PartialDate) -> date:
        return when.latest


class PointField(_Typed):
    """Latitude and longitude in degrees."""

    def read(self, text: str) -> tuple[float, float]:
        numbers = _numbers(text, 2)
        if not numbers or abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
            raise ValidationError(
                _("“%(text)s” is no point. Write latitude and longitude in degrees: 36.11,36.80."),
                params={"text": text},
            )
        return numbers[0], numbers[1]


class BoxField(_Typed):
    """West, south, east and north in degrees; west of more than east crosses the date line."""

    def read(self, text: str) -> tuple[float, float, float, float]:
        numbers = _numbers(text, 4)
        if not numbers or any(abs(side) > limit for side, limit in zip(numbers, (180, 90, 180, 90), strict=True)):
            raise ValidationError(
                _("“%(text)s” is no box. Write west, south, east and north in degrees: 35.5,32.3,42.4,37.3."),
                params={"text": text},
            )
        if numbers[1] > numbers[3]:
            raise ValidationError(_("The south of the box lies north of its north."))
        west, south, east, north = numbers
        return west, south, east, north


class WordsField(_Typed):
    """Text as it is."""

    default_validators = [ProhibitNullCharactersValidator()]

    def read(self, text: str) -> str:
        return text


class QuickSelect(forms.Select):
    """A select that writes its options itself: a template for each would take longer than the list that they filter."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        given = {str(one) for one in self.format_value(value)}
        options = ((code, mark_safe(" selected") if str(code) in given else "", label) for code, label in self.choices)
        inside = format_html_join("", '<option value="{}"{}>{}</option>', options)
        return format_html(
            "<select{}>{}</select>", flatatt(self.build_attrs(self.attrs, {"name": name, **(attrs or {})})), inside
        )


class QuestionField(WordsField):
    """The code of a question. One that is not known here is no error: it finds nothing."""

    widget = QuickSelect

    def read(self, text: str) -> str:
        if not slug_re.fullmatch(text):
            raise ValidationError(_("“%(text)s” is no question. Choose one of the list."), params={"text": text})
        return text


def _numbers(text: str, count: int) -> list[float]:
    """So many finite numbers parted by commas, or nothing."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        return []
    return numbers if len(numbers) == count and all(map(math.isfinite, numbers)) else []
