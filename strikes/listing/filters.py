"""The filters of the list of incidents: one entry each in `IncidentFilters`. Their names are addresses that people share.

An entry says which field reads the parameter, which listings stay, in which part of the form it stands, and what
belongs to it. The form, the search, the counts and the addresses follow from the entries.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, Literal

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from strikes.listing.facets import ANYTHING, OfferedQuestion, Outcome
from strikes.listing.fields import (
    BoxField,
    CoordinatesField,
    FirstDayField,
    LastDayField,
    ListedPartiesField,
    NamedPartiesField,
    NamedPlacesField,
    OfferedPlaceField,
    QuestionField,
    WordsField,
)
from strikes.listing.paging import ORDERS
from strikes.models import ListingQuestion, Place
from strikes.models.listing import ListingQuerySet
from strikes.models.listing_question import ListingQuestionQuerySet
from strikes.vocabulary.terms import PlaceLevel

DEFAULT_KM = 25.0
BARE = {"autocomplete": "off", "spellcheck": "false"}
FieldsetName = Literal["when", "where", "area", "who", "conflict"]
# The legend of each fieldset of the form, and a note.
FIELDSETS: dict[FieldsetName, tuple[Any, Any]] = {
    "when": (
        _("When it happened"),
        _(
            "A day, a month or a year: 2017-03-16, 2017-03, 2017. An incident of uncertain date is found under each day that it may have happened on."
        ),
    ),
    "where": (_("Where"), ""),
    "area": (
        _("By coordinates"),
        _("A point as latitude,longitude; a box as west,south,east,north; in degrees."),
    ),
    "who": (_("Who says what"), ""),
    "conflict": (_("Where accounts part"), ""),
}
FOLDED: dict[FieldsetName, FieldsetName] = {"where": "area"}  # the second is folded away at the end of the first


class Filter(django_filters.Filter):
    """A parameter: the field that reads it, and a function of listings and value that returns the listings that fit.

    Without a function the parameter is only read together with others. The function takes the values of the parameters
    in `reads` too, None for one that is not given. `family` names filters that mean nothing without each other.
    `attrs` are those of the input.
    """

    def __init__(
        self,
        field: type[forms.Field],
        narrow: Callable[..., ListingQuerySet] | None = None,
        *,
        label: Any,
        fieldset: FieldsetName,
        reads: Collection[str] = (),
        family: str = "",
        attrs: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(label=label, **kwargs)
        self.field_class, self.narrow, self.fieldset = field, narrow, fieldset
        self.reads, self.family, self.attrs = reads, family, attrs or {}

    @property
    def field(self) -> forms.Field:
        field: forms.Field = super().field
        field.widget.attrs.update(self.attrs)
        return field

    def apply(self, rows: ListingQuerySet, values: Mapping[str, Any]) -> ListingQuerySet:
        """Those of the rows that fit this filter, from the values of all filters. Runs no query."""
        if self.narrow is None:
            return rows
        return self.narrow(rows, values[self.field_name], *(values.get(name) for name in self.reads))

    def said(self, value: Any, typed: str) -> str:
        """The value in words: as it was typed, unless a kind of filter knows better; empty for what is only ticked."""
        return "" if value is True else typed


class PlaceFilter(Filter):
    """A choice among the places of one level."""

    def __init__(self, level: PlaceLevel, **kwargs: Any) -> None:
        super().__init__(OfferedPlaceField, lambda rows, place: rows.within([place]), fieldset="where", **kwargs)
        self.level = level

    def said(self, value: Place, typed: str) -> str:
        return value.name


class QuestionFilter(Filter):
    """A choice among the questions that have this outcome in some incident, or any of them.

    `counted` is the column of a listing that counts the questions of this outcome; `on_anything` says “on any of them”.
    """

    def __init__(self, outcome: Outcome, counted: str, *, on_anything: Any, **kwargs: Any) -> None:
        super().__init__(QuestionField, self.with_outcome, fieldset="conflict", **kwargs)
        self.outcome, self.counted, self.on_anything = outcome, counted, on_anything

    def with_outcome(self, rows: ListingQuerySet, question: OfferedQuestion) -> ListingQuerySet:
        if question.code == ANYTHING:
            return rows.with_some(self.counted)
        outcomes = self.outcome(ListingQuestion.objects.all())
        return rows.of_outcome(outcomes, question.key) if question.key else rows.none()

    def said(self, value: OfferedQuestion, typed: str) -> str:
        return str(self.on_anything) if value.code == ANYTHING else value.label


class CriteriaForm(forms.Form):
    """The form, and what must be so of several fields together."""

    def clean(self) -> None:
        first, last = self.cleaned_data.get("date_from"), self.cleaned_data.get("date_to")
        if first and last and first > last:
            self.add_error("date_to", _("This lies before the day on the left."))
        if "km" in self.errors:
            self.cleaned_data.pop("near", None)


def from_day(rows: ListingQuerySet, day: date, certain: bool | None) -> ListingQuerySet:
    return rows.certainly_between(day, None) if certain else rows.between(day, None)


def to_day(rows: ListingQuerySet, day: date, certain: bool | None, first: date | None) -> ListingQuerySet:
    # Both days at once: of two days that are filed, one may lie before the first and the other after the last.
    return rows.certainly_between(first, day) if certain else rows.between(first, day)


def near_point(rows: ListingQuerySet, point: tuple[float, float], km: Any) -> ListingQuerySet:
    return rows.near(*point, km=float(km or DEFAULT_KM))


def without_parties(rows: ListingQuerySet, parties: Collection[int]) -> ListingQuerySet:
    # Of a party that no listing names nothing is told, not even that it is silent.
    return rows.not_told_by(parties) if parties else rows.none()


def moved_by_parties(
    rows: ListingQuerySet, parties: Collection[int], question: OfferedQuestion | None
) -> ListingQuerySet:
    # On the question that is asked for beside it, where one is: not on any other.
    return rows.moved_by(parties, question.key if question and question.code != ANYTHING else None)


class IncidentFilters(django_filters.FilterSet):
    """What a reader can ask for. A value that cannot be read is named beside its field, and not applied."""

    date_from = Filter(
        FirstDayField,
        from_day,
        label=_("From"),
        fieldset="when",
        reads=["certain"],
        family="date",
        attrs={"placeholder": "2017-03", "inputmode": "numeric", **BARE},
    )
    date_to = Filter(
        LastDayField,
        to_day,
        label=_("To"),
        fieldset="when",
        reads=["certain", "date_from"],
        family="date",
        attrs={"placeholder": "2017-04", "inputmode": "numeric", **BARE},
    )
    certain = Filter(forms.BooleanField, label=_("Only those certainly within"), fieldset="when", family="date")
    country = PlaceFilter(PlaceLevel.COUNTRY, label=_("Country"))
    region = PlaceFilter(PlaceLevel.REGION, label=_("Region"))
    place = Filter(
        NamedPlacesField, ListingQuerySet.within, label=_("Place"), fieldset="where", attrs={"dir": "auto", **BARE}
    )
    near = Filter(
        CoordinatesField,
        near_point,
        label=_("Near a point"),
        fieldset="area",
        reads=["km"],
        family="near",
        attrs={"placeholder": "36.11,36.80", **BARE},
    )
    km = Filter(
        forms.DecimalField,
        label=_("Kilometres"),
        fieldset="area",
        family="near",
        attrs={"placeholder": str(int(DEFAULT_KM)), "step": "any"},
        min_value=0.01,
        max_value=20_000,
    )
    bbox = Filter(
        BoxField,
        lambda rows, box: rows.in_box(*box),
        label=_("In a box"),
        fieldset="area",
        attrs={"placeholder": "35.5,32.3,42.4,37.3", **BARE},
    )
    party = Filter(
        NamedPartiesField,
        ListingQuerySet.told_by,
        label=_("Said by"),
        fieldset="who",
        attrs={"list": "parties", "dir": "auto", **BARE},
    )
    without = Filter(
        ListedPartiesField,
        without_parties,
        label=_("Nothing recorded from"),
        fieldset="who",
        attrs={"list": "parties", "dir": "auto", **BARE},
    )
    disputed = QuestionFilter(
        ListingQuestionQuerySet.disputed,
        "disputed",
        label=_("Disputed"),
        on_anything=_("disputed on anything"),
    )
    differ = QuestionFilter(
        ListingQuestionQuerySet.differing,
        "differing",
        label=_("Numbers differ"),
        on_anything=_("numbers differ on anything"),
    )
    moved = QuestionFilter(
        ListingQuestionQuerySet.moved,
        "moved",
        label=_("Changed its account"),
        on_anything=_("changed its account on anything"),
    )
    moved_by = Filter(
        NamedPartiesField,
        moved_by_parties,
        label=_("Party that changed its account"),
        fieldset="conflict",
        reads=["moved"],
        attrs={"list": "parties", "dir": "auto", **BARE},
    )
    one_account = QuestionFilter(
        ListingQuestionQuerySet.of_one_account,
        "one_account",
        label=_("Only one party answers"),
        on_anything=_("only one party answers on anything"),
    )
    stated_since = Filter(
        FirstDayField,
        ListingQuerySet.stated_since,
        label=_("Stated since"),
        fieldset="who",
        attrs={"placeholder": "2017-05-01", "inputmode": "numeric", **BARE},
    )
    q = Filter(WordsField, ListingQuerySet.matching, label=_("Words"), fieldset="who", attrs={"dir": "auto", **BARE})
    sort = Filter(
        forms.ChoiceField,
        label=_("Sorted by"),
        fieldset="conflict",
        choices=[(name, order.label) for name, order in ORDERS.items()],
    )

    class Meta:
        form = CriteriaForm


FILTERS: Mapping[str, Any] = IncidentFilters.base_filters
