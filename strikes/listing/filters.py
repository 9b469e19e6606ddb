"""The filters of the list of incidents. Their names are addresses that people share."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from strikes.listing.facets import MOST_COUNTED, disputed_among, disputed_anywhere, offered
from strikes.listing.fields import (
    BoxField,
    FirstDayField,
    LastDayField,
    PointField,
    QuestionField,
    QuickSelect,
    WordsField,
)
from strikes.listing.paging import ORDERS, Order
from strikes.models import Listing, ListingParty, Party, Place, Question
from strikes.models.listing import ListingQuerySet
from strikes.vocabulary.terms import PlaceLevel

MOST_NAMES = 300  # offered for a party, and tried for a typed place
DEFAULT_KM = 25.0
# Filters that are loosened together: the second means nothing without the first.
GROUPS = {
    "date": ("date_from", "date_to", "certain"),
    "country": ("country",),
    "region": ("region",),
    "place": ("place",),
    "near": ("near", "km"),
    "bbox": ("bbox",),
    "party": ("party",),
    "without": ("without",),
    "disputed": ("disputed",),
    "differ": ("differ",),
    "moved": ("moved",),
    "one_account": ("one_account",),
    "stated_since": ("stated_since",),
    "q": ("q",),
}
BY_QUESTION = {
    "disputed": ListingQuerySet.disputed_on,
    "differ": ListingQuerySet.differing_on,
    "moved": ListingQuerySet.moved_on,
    "one_account": ListingQuerySet.of_one_account_on,
}


_BARE = {"autocomplete": "off", "spellcheck": "false"}
ATTRIBUTES: dict[str, dict[str, Any]] = {
    "date_from": {"placeholder": "2017-03", "inputmode": "numeric", **_BARE},
    "date_to": {"placeholder": "2017-04", "inputmode": "numeric", **_BARE},
    "place": {"dir": "auto", **_BARE},
    "near": {"placeholder": "36.11,36.80", **_BARE},
    "km": {"placeholder": str(int(DEFAULT_KM)), "step": "any"},
    "bbox": {"placeholder": "35.5,32.3,42.4,37.3", **_BARE},
    "party": {"list": "parties", "dir": "auto", **_BARE},
    "without": {"list": "parties", "dir": "auto", **_BARE},
    "stated_since": {"placeholder": "2017-05-01", "inputmode": "numeric", **_BARE},
    "q": {"dir": "auto", **_BARE},
}


class _PlaceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    widget = QuickSelect

    def label_from_instance(self, place: Any) -> str:
        return f"{place.name}, {place.parent.name}" if place.parent else place.name


class _PlaceFilter(django_filters.ModelChoiceFilter):
    field_class = _PlaceField


def _listed(level: PlaceLevel) -> Any:
    """Places of one level that a published incident is filed under."""
    listings = Listing.objects.filter(**{level.name.lower(): OuterRef("pk")})
    places = Place.objects.filter(Exists(listings), level=level).select_related("parent")
    return places.order_by("parent__name", "name", "pk")


def countries(request: Any) -> Any:
    return _listed(PlaceLevel.COUNTRY)


def regions(request: Any) -> Any:
    return _listed(PlaceLevel.REGION)


class _Filter(django_filters.Filter):
    """A filter with a field of its own."""

    def __init__(self, field: type[forms.Field], **kwargs: Any) -> None:
        self.field_class = field
        super().__init__(**kwargs)


@dataclass(frozen=True)
class Looser:
    """A filter that could go, how many incidents there would be without it, and the address that leaves it out."""

    label: str
    total: int
    query: str


class IncidentFilters(django_filters.FilterSet):
    """What a reader asked for. A value that cannot be read is named beside its field, and not applied."""

    date_from = _Filter(FirstDayField, method="from_day", label=_("From"))
    date_to = _Filter(LastDayField, method="to_day", label=_("To"))
    certain = _Filter(forms.BooleanField, method="leave", label=_("Only those certainly within"))
    country = _PlaceFilter(
        queryset=countries, to_field_name="slug", method="in_place", label=_("Country"), empty_label=_("any")
    )
    region = _PlaceFilter(
        queryset=regions, to_field_name="slug", method="in_place", label=_("Region"), empty_label=_("any")
    )
    place = _Filter(WordsField, method="in_named_place", label=_("Place"))
    near = _Filter(PointField, method="near_point", label=_("Near a point"))
    km = django_filters.NumberFilter(min_value=0.01, max_value=20_000, method="leave", label=_("Kilometres"))
    bbox = _Filter(BoxField, method="in_box", label=_("In a box"))
    party = _Filter(WordsField, method="by_party", label=_("Told by"))
    without = _Filter(WordsField, method="without_party", label=_("No claim by"))
    disputed = _Filter(QuestionField, method="by_question", label=_("Disputed"))
    differ = _Filter(QuestionField, method="by_question", label=_("Numbers differ"))
    moved = _Filter(QuestionField, method="by_question", label=_("A party moved"))
    one_account = _Filter(QuestionField, method="by_question", label=_("One account"))
    stated_since = _Filter(FirstDayField, method="since_day", label=_("Stated since"))
    q = _Filter(WordsField, method="with_words", label=_("Words"))
    sort = django_filters.ChoiceFilter(
        choices=[(name, order.label) for name, order in ORDERS.items()],
        method="leave",
        label=_("Sorted by"),
        empty_label=None,
    )

    queryset: ListingQuerySet

    @property
    def form(self) -> Any:
        """The form, its inputs as a phone should offer them, and each tied to the sentence on what went wrong in it."""
        form = super().form
        for name, more in ATTRIBUTES.items():
            form.fields[name].widget.attrs.update(more)
        return form

    @cached_property
    def shown_form(self) -> Any:
        """The form with the questions that it offers, and how many incidents are disputed on each."""
        form, questions, counts = self.form, offered(), self.disputed_counts
        for name in BY_QUESTION:
            choices = [
                (code, _counted(label, counts.get(code, 0)) if name == "disputed" and counts is not None else label)
                for code, label in getattr(questions, name)
            ]
            given = form[name].value()
            # What is asked for stays in sight, though it finds nothing.
            more = [(given, given)] if given and given not in dict(choices) else []
            form.fields[name].widget.choices = [("", _("any")), *choices, *more]
        return form

    @cached_property
    def disputed_counts(self) -> dict[str, int] | None:
        """How many that fit all else are disputed on each question, by its code; None where they are too many to look
        at each."""
        others = self.matching(without=("disputed",))
        total = _count(others) if "disputed" in self.values else self.total
        if total <= MOST_COUNTED:
            return disputed_among(others)
        return None if set(self.active) - {"disputed"} else disputed_anywhere()

    @cached_property
    def values(self) -> dict[str, Any]:
        """The values that could be read."""
        self.form.full_clean()
        values = {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "", False)}
        if values.keys() >= {"date_from", "date_to"} and values["date_from"] > values["date_to"]:
            self.form.add_error("date_to", _("This lies before the day on the left."))
            del values["date_to"]
        if "km" in self.form.errors:
            values.pop("near", None)
        return values

    @cached_property
    def questions(self) -> dict[str, int]:
        """The keys of the questions by their codes."""
        return dict(Question.objects.values_list("code", "pk"))

    @property
    def order(self) -> Order:
        return ORDERS[self.values.get("sort", "newest")]

    def matching(self, without: Collection[str] = ()) -> ListingQuerySet:
        """The listings that fit all that was asked for, but for the filters left out."""
        rows = self.queryset
        for name in self.values.keys() - set(without):
            rows = self.filters[name].filter(rows, self.values[name])
        return rows

    @cached_property
    def total(self) -> int:
        """How many fit; one more than `MOST_COUNTED` stands for more than that."""
        return _count(self.matching())

    @property
    def is_more(self) -> bool:
        return self.total > MOST_COUNTED

    @property
    def rows(self) -> ListingQuerySet:
        """Those that fit, to be sorted. Where they are few they are found first: sorting 10,000 costs less than walking
        a long index for those that fit. The limit keeps the planner from doing so all the same."""
        if self.is_more or not self.active:
            return self.matching()
        return self.queryset.filter(pk__in=self.matching().order_by().values("pk")[: MOST_COUNTED + 1])

    @property
    def asked(self) -> str:
        """The question of which is asked whether accounts part on it, by its code; empty where none is."""
        return str(self.values.get("disputed") or self.values.get("differ") or "")

    @cached_property
    def uncertain(self) -> int:
        """How many are there only because their date is uncertain."""
        values = self.values
        if values.get("certain") or not values.keys() & {"date_from", "date_to"}:
            return 0
        inside = Q()
        if first := values.get("date_from"):
            inside &= Q(filed_earliest__gte=first)
        if last := values.get("date_to"):
            inside &= Q(filed_latest__lte=last)
        return _count(self.matching().exclude(inside))

    @cached_property
    def without_point(self) -> int:
        """How many fit all but a point or a box, and have no point that could be compared with it."""
        if not self.values.keys() & {"near", "bbox"}:
            return 0
        return _count(self.matching(without=("near", "bbox")).filter(latitude=None))

    @property
    def active(self) -> list[str]:
        """The groups of filters that are applied."""
        return [group for group, names in GROUPS.items() if self.values.keys() & {*names} - {"certain", "km"}]

    def loosened(self) -> list[Looser]:
        """For a list without rows: which filter hides how many."""
        found = [
            Looser(
                str(self.filters[GROUPS[group][0]].label),
                _count(self.matching(GROUPS[group])),
                self.query(without=GROUPS[group]),
            )
            for group in self.active
        ]
        return sorted((looser for looser in found if looser.total), key=lambda looser: -looser.total)

    def query(self, without: Collection[str] = (), **more: str) -> str:
        """The query string of this list, without some of its parameters and with some more."""
        given = [(name, self.data.get(name, "")) for name in self.filters if name not in without and name not in more]
        query = urlencode([(name, value) for name, value in [*given, *more.items()] if value])
        return f"?{query}" if query else ""

    # What each parameter means

    def leave(self, rows: ListingQuerySet, name: str, value: Any) -> ListingQuerySet:
        """Read together with another parameter."""
        return rows

    def from_day(self, rows: ListingQuerySet, name: str, value: Any) -> ListingQuerySet:
        return rows.certainly_between(value, None) if self.values.get("certain") else rows.between(value, None)

    def to_day(self, rows: ListingQuerySet, name: str, value: Any) -> ListingQuerySet:
        return rows.certainly_between(None, value) if self.values.get("certain") else rows.between(None, value)

    def in_place(self, rows: ListingQuerySet, name: str, value: Place) -> ListingQuerySet:
        return rows.within([value])

    def in_named_place(self, rows: ListingQuerySet, name: str, value: str) -> ListingQuerySet:
        return rows.within(list(Place.objects.named(value)[:MOST_NAMES]))

    def near_point(self, rows: ListingQuerySet, name: str, value: tuple[float, float]) -> ListingQuerySet:
        return rows.near(*value, km=float(self.values.get("km", DEFAULT_KM)))

    def in_box(self, rows: ListingQuerySet, name: str, value: tuple[float, float, float, float]) -> ListingQuerySet:
        return rows.in_box(*value)

    def by_party(self, rows: ListingQuerySet, name: str, value: str) -> ListingQuerySet:
        return rows.told_by([party.pk for party in Party.objects.named(value)[:MOST_NAMES]])

    def without_party(self, rows: ListingQuerySet, name: str, value: str) -> ListingQuerySet:
        # Of a party that no listing names nothing is told, not even that it is silent.
        parties = Party.objects.named(value).filter(Exists(ListingParty.objects.filter(party=OuterRef("pk"))))
        found = [party.pk for party in parties[:MOST_NAMES]]
        return rows.not_told_by(found) if found else rows.none()

    def by_question(self, rows: ListingQuerySet, name: str, value: str) -> ListingQuerySet:
        key = self.questions.get(value)
        return BY_QUESTION[name](rows, key) if key else rows.none()

    def since_day(self, rows: ListingQuerySet, name: str, value: Any) -> ListingQuerySet:
        return rows.stated_since(value)

    def with_words(self, rows: ListingQuerySet, name: str, value: str) -> ListingQuerySet:
        return rows.matching(value)

    def parties(self) -> Any:
        """Parties to offer: those that make claims in published incidents."""
        speaking = ListingParty.objects.filter(party=OuterRef("pk"), claims__gt=0)
        return Party.objects.filter(Exists(speaking)).order_by(F("name"), "pk")[:MOST_NAMES]


def _counted(label: str, total: int) -> str:
    """A label with how many it would find."""
    shown = _("more than 10,000") if total > MOST_COUNTED else total
    return _("%(label)s (%(total)s)") % {"label": label, "total": shown}


def _count(rows: ListingQuerySet) -> int:
    return rows.order_by()[: MOST_COUNTED + 1].count()
