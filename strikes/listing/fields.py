"""Fields of the filters: each reads one GET parameter, or says in a sentence what it cannot read."""

import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator, slug_re
from django.db.models import Exists, OuterRef
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from sources.dates.value import DatePrecision, PartialDate, parse
from strikes.listing.facets import OfferedQuestion
from strikes.models import ListingParty, Party, Place
from strikes.models.party import PartyQuerySet

LONGEST = 200  # characters of what is typed into a filter
MOST_OF_ONE_NAME = 300  # places or parties that one typed name can stand for
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
    """The first day of the day, month or year that is typed."""

    def read(self, text: str) -> date:
        try:
            when = parse(text)
        except ValueError:
            when = None
        if when is None or when.precision not in _PLAIN:
            raise ValidationError(
                _(
                    "“%(text)s” is not a date that this filter reads. Write a day, a month or a year: 2017-03-16, 2017-03, 2017."
                ),
                params={"text": text},
            )
        return self.end(when)

    def end(self, when: PartialDate) -> date:
        return when.earliest


class LastDayField(FirstDayField):
    """The last day of the day, month or year that is typed."""

    def end(self, when: PartialDate) -> date:
        return when.latest


class CoordinatesField(_Typed):
    """Latitude and longitude in degrees."""

    def read(self, text: str) -> tuple[float, float]:
        numbers = _numbers(text, 2)
        if not numbers or abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
            raise ValidationError(
                _(
                    "“%(text)s” is not a point that this filter reads. Write latitude and longitude in degrees: 36.11,36.80."
                ),
                params={"text": text},
            )
        return numbers[0], numbers[1]


class BoxField(_Typed):
    """West, south, east and north in degrees; west of more than east crosses the date line."""

    def read(self, text: str) -> tuple[float, float, float, float]:
        numbers = _numbers(text, 4)
        if not numbers or any(abs(side) > limit for side, limit in zip(numbers, (180, 90, 180, 90), strict=True)):
            raise ValidationError(
                _(
                    "“%(text)s” is not a box that this filter reads. Write west, south, east and north in degrees: 35.5,32.3,42.4,37.3."
                ),
                params={"text": text},
            )
        if numbers[1] > numbers[3]:
            raise ValidationError(_("The south of the box lies north of its north."))
        west, south, east, north = numbers
        return west, south, east, north


class WordsField(_Typed):
    """Text as it is typed."""

    default_validators = [ProhibitNullCharactersValidator()]

    def read(self, text: str) -> Any:
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


class OfferedPlaceField(forms.Field):
    """A place by its permanent name, out of the places that `offer` was given."""

    widget = QuickSelect
    default_error_messages = {"invalid_choice": forms.ModelChoiceField.default_error_messages["invalid_choice"]}
    places: Mapping[str, Place] = {}

    def offer(self, places: Iterable[Place]) -> None:
        self.places = {place.slug: place for place in places}
        labels = [(slug, _place_within(place)) for slug, place in self.places.items()]
        self.widget.choices = [("", _("any")), *labels]

    def to_python(self, value: Any) -> Place | None:
        if value in self.empty_values:
            return None
        ProhibitNullCharactersValidator()(value)
        if value not in self.places:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return self.places[value]


class QuestionField(WordsField):
    """A question by its code, out of those that `offer` was given. Another code is no error: its question has the key 0."""

    widget = QuickSelect
    questions: Mapping[str, OfferedQuestion] = {}

    def offer(self, questions: Iterable[OfferedQuestion]) -> None:
        self.questions = {question.code: question for question in questions}

    def read(self, text: str) -> OfferedQuestion:
        if not slug_re.fullmatch(text):
            raise ValidationError(
                _("“%(text)s” is not a question of this archive. Choose one of the list."), params={"text": text}
            )
        return self.questions.get(text) or OfferedQuestion(0, text, text)


class NamedPlacesField(WordsField):
    """The places of a typed name, in any script: one or two queries."""

    def read(self, text: str) -> tuple[Place, ...]:
        return tuple(Place.objects.named(text)[:MOST_OF_ONE_NAME])


class NamedPartiesField(WordsField):
    """The keys of the parties of a typed name: one query."""

    def read(self, text: str) -> tuple[int, ...]:
        return tuple(self.parties().named(text).values_list("pk", flat=True)[:MOST_OF_ONE_NAME])

    def parties(self) -> PartyQuerySet:
        return Party.objects.all()


class ListedPartiesField(NamedPartiesField):
    """The keys of the parties of a typed name that a published incident names: one query."""

    def parties(self) -> PartyQuerySet:
        return Party.objects.filter(Exists(ListingParty.objects.filter(party=OuterRef("pk"))))


def _place_within(place: Place) -> str:
    return f"{place.name}, {place.parent.name}" if place.parent else place.name


def _numbers(text: str, count: int) -> list[float]:
    """The numbers in a text, separated by commas; an empty list unless there are so many and all are finite."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        return []
    return numbers if len(numbers) == count and all(map(math.isfinite, numbers)) else []
