"""What one reader asks the list of incidents for: the parameters of an address, read through the filters."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from strikes.listing.counts import Count
from strikes.listing.facets import ANYTHING, OfferedQuestion, offered_places, offered_questions
from strikes.listing.filters import (
    DEFAULT_KM,
    FIELDSETS,
    FILTERS,
    FOLDED,
    FieldsetName,
    IncidentFilters,
    PlaceFilter,
    QuestionFilter,
)
from strikes.listing.paging import ORDERS, Order
from strikes.models import Listing
from strikes.models.areas import widened
from strikes.models.listing import ListingQuerySet
from strikes.vocabulary.terms import QuestionState

QUESTION_FILTERS = {name: each for name, each in FILTERS.items() if isinstance(each, QuestionFilter)}


@dataclass(frozen=True)
class Fieldset:
    """A fieldset of the form as a page shows it: legend, note, bound fields, and a fieldset that is folded away in it."""

    legend: Any
    note: Any
    fields: tuple[Any, ...]
    folded: "Fieldset | None"
    is_open: bool


@dataclass(frozen=True)
class Criteria:
    """The bound form, the values that could be read, and the questions that the filters offer."""

    form: Any
    values: Mapping[str, Any]
    questions: tuple[OfferedQuestion, ...]

    def matching(self, without: Collection[str] = ()) -> ListingQuerySet:
        """The listings that fit all that was asked for, but for the filters left out. Runs no query."""
        rows = Listing.objects.all()
        for name in self.values:
            if name not in without:
                rows = FILTERS[name].apply(rows, self.values)
        return rows

    def nearby(self, km: float) -> ListingQuerySet:
        """All listings whose point lies in the area that was asked for, or so many kilometres beyond. Runs no query."""
        rows = Listing.objects.all()
        if point := self.values.get("near"):
            latitude, longitude = point
            rows = rows.near(latitude, longitude, km + float(self.values.get("km") or DEFAULT_KM))
        if box := self.values.get("bbox"):
            rows = rows.in_box(*widened(box, km))
        return rows

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that are applied; of a family the first alone."""
        applied = [name for name in FILTERS if name in self.values and FILTERS[name].narrow]
        return tuple(dict.fromkeys(family(name)[0] for name in applied))

    @property
    def applied(self) -> tuple[tuple[Any, str], ...]:
        """The label of each filter that is applied, and its value as a reader knows it; empty for what is only ticked."""
        read = [name for name in FILTERS if name in self.values and name != "sort"]
        return tuple((FILTERS[name].label, FILTERS[name].said(self.values[name], self._typed(name))) for name in read)

    def _typed(self, name: str) -> str:
        return str(self.form[name].value())

    @property
    def order(self) -> Order:
        return ORDERS[self.values.get("sort", "newest")]

    @property
    def conflict(self) -> tuple[str, str]:
        """The code of the question that is asked for, and the state of conflict; the code is empty for any question."""
        for name, state in (("disputed", QuestionState.DISPUTED), ("differ", QuestionState.DIFFER)):
            if question := self.values.get(name):
                return "" if question.code == ANYTHING else question.code, state
        return "", ""


def criteria(parameters: QueryDict) -> Criteria:
    """What these parameters ask for. Reads what the filters offer, and looks up what is typed: a fixed number of queries."""
    form = IncidentFilters(parameters, queryset=Listing.objects.all()).form
    questions = offered_questions({name: each.outcome for name, each in QUESTION_FILTERS.items()})
    for name, each in FILTERS.items():
        if isinstance(each, PlaceFilter):
            form.fields[name].offer(offered_places(each.level))
        elif isinstance(each, QuestionFilter):
            form.fields[name].offer(questions)
    form.full_clean()
    values = {name: value for name, value in form.cleaned_data.items() if value not in (None, "", False)}
    return Criteria(form, values, questions)


def family(name: str) -> tuple[str, ...]:
    """The filter of this name, and those that mean nothing without it, in their order."""
    shared = FILTERS[name].family
    return tuple(other for other, each in FILTERS.items() if each.family == shared) if shared else (name,)


def has_empty(parameters: QueryDict) -> bool:
    """Whether a filter stands in the parameters without a value, as a form sends the fields that nobody filled."""
    return any(name in parameters and not parameters[name] for name in FILTERS)


def query_string(parameters: QueryDict, without: Collection[str] = (), **more: str) -> str:
    """The filters of these parameters as the end of an address, without some of them and with some more."""
    given = [(name, parameters.get(name, "")) for name in FILTERS if name not in without and name not in more]
    query = urlencode([(name, value) for name, value in [*given, *more.items()] if value])
    return f"?{query}" if query else ""


def fieldsets(asked: Criteria, disputed: Mapping[str, Count] | None) -> tuple[Fieldset, ...]:
    """The form, fieldset by fieldset. Each question that can be disputed is offered with its number of incidents, if given."""
    for name in QUESTION_FILTERS:
        asked.form.fields[name].widget.choices = _choices(asked, name, disputed if name == "disputed" else None)
    return tuple(_fieldset(name, asked.form) for name in FIELDSETS if name not in FOLDED.values())


def _choices(asked: Criteria, name: str, counts: Mapping[str, Count] | None) -> list[tuple[str, Any]]:
    """The questions under which this filter finds something; what was asked for too, though it finds nothing."""
    offered = {question.code: question.label for question in asked.questions if name in question.found_by}
    if offered:
        offered = {ANYTHING: FILTERS[name].on_anything} | offered
    if counts is not None:
        offered = {code: _counted(label, counts.get(code, Count(0))) for code, label in offered.items()}
    given = asked.form[name].value()
    more = [(given, given)] if given and given not in offered else []
    return [("", _("no filter")), *offered.items(), *more]


def _counted(label: str, total: Count) -> str:
    """A label with how many it would find."""
    shown = _("more than %(most)s") % {"most": total.most} if total.is_more else total.number
    return _("%(label)s (%(total)s)") % {"label": label, "total": shown}


def _fieldset(name: FieldsetName, form: Any) -> Fieldset:
    legend, note = FIELDSETS[name]
    filters = {each: form[each] for each in FILTERS if FILTERS[each].fieldset == name}
    return Fieldset(
        legend,
        note,
        fields=tuple(filters.values()),
        folded=_fieldset(FOLDED[name], form) if name in FOLDED else None,
        is_open=any(field.value() for each, field in filters.items() if FILTERS[each].narrow),
    )
