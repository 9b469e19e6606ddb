"""The search of the list of incidents: from the parameters of an address to all that its page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from strikes.listing.counts import Count, capped, count
from strikes.listing.criteria import Criteria, Fieldset, criteria, family, fieldsets, query_string
from strikes.listing.facets import disputed_among, disputed_anywhere, offered_parties
from strikes.listing.filters import FILTERS
from strikes.listing.paging import Order, PageOfRows, page
from strikes.models import Listing
from strikes.models.listing import ListingQuerySet

PAGE_SIZE = 50
NEARBY_KM = 200.0


@dataclass(frozen=True)
class Looser:
    """A filter that could go: its label, the number of incidents without it, and the address that leaves it out."""

    label: Any
    total: Count
    query: str


@dataclass(frozen=True)
class WithoutPoint:
    """How many others fit all but an area, may lie in it, and have no point that could be compared with it.

    `coarse` are filed under a district or wider; `fine` under a settlement or finer, but nobody gave a point.
    """

    coarse: Count
    fine: Count

    def __bool__(self) -> bool:
        return bool(self.coarse or self.fine)


@dataclass(frozen=True)
class IncidentsFound:
    """All that the list of incidents shows. Everything has been read: nothing in it runs a query."""

    form: Any  # bound: its fields hold what they offer, and its errors
    fieldsets: tuple[Fieldset, ...]  # the same form, fieldset by fieldset
    parties: tuple[str, ...]  # the names that are offered for a party
    values: Mapping[str, Any]  # what could be read, by the name of its filter
    active: tuple[str, ...]  # names of filters
    applied: tuple[tuple[Any, str], ...]  # label and value of what is applied, in words
    order: Order
    page: PageOfRows
    total: Count
    uncertain: Count  # those that are there only because their date is uncertain
    without_point: WithoutPoint
    disputed: Mapping[str, Count] | None  # by code of question; None where too many fit to look at each
    loosened: tuple[Looser, ...]  # where there is no row: the filters that hide some
    # The ends of addresses: of this list, and of the pages of it before and after.
    query: str
    before: str
    after: str


def search(parameters: QueryDict) -> IncidentsFound:
    """All that the list of incidents shows for these parameters. The number of queries hangs on the filters that are
    used, and not on the size of the archive."""
    asked = criteria(parameters)
    total = count(asked.matching())
    disputed = _disputed(asked, total)
    rows = page(
        _sortable(asked, total),
        asked.order,
        PAGE_SIZE,
        after=parameters.get("after", ""),
        before=parameters.get("before", ""),
        shown=Listing.objects.for_list(*asked.conflict),
    )
    return IncidentsFound(
        form=asked.form,
        fieldsets=fieldsets(asked, disputed),
        parties=offered_parties(),
        values=asked.values,
        active=asked.active,
        applied=asked.applied,
        order=asked.order,
        page=rows,
        total=total,
        uncertain=_uncertain(asked),
        without_point=_without_point(asked),
        disputed=disputed,
        loosened=() if rows.rows else _loosened(asked, parameters),
        query=query_string(parameters),
        before=query_string(parameters, before=rows.before),
        after=query_string(parameters, after=rows.after),
    )


def _sortable(asked: Criteria, total: Count) -> ListingQuerySet:
    """The listings that fit, to be sorted. Where they are few they are found first: sorting 10,000 costs less than to
    walk a long index for those that fit. The limit keeps the planner from doing so all the same."""
    if total.is_more or not asked.active:
        return asked.matching()
    return Listing.objects.filter(pk__in=capped(asked.matching()).values("pk"))


def _disputed(asked: Criteria, total: Count) -> dict[str, Count] | None:
    """How many of those that fit all else are disputed on each question; None where they are too many to look at each."""
    others = asked.matching(without=["disputed"])
    if not (count(others) if "disputed" in asked.values else total).is_more:
        return disputed_among(others)
    return None if {*asked.active} - {"disputed"} else disputed_anywhere()


def _uncertain(asked: Criteria) -> Count:
    first, last = asked.values.get("date_from"), asked.values.get("date_to")
    if "certain" in asked.values or not (first or last):
        return Count(0)
    return count(asked.matching().not_certainly_between(first, last))


def _without_point(asked: Criteria) -> WithoutPoint:
    """Those in a country that has an incident in the area, or within `NEARBY_KM` of it: the others lie elsewhere."""
    if not asked.values.keys() & {"near", "bbox"}:
        return WithoutPoint(Count(0), Count(0))
    others = asked.matching(without=["near", "bbox"]).without_point().in_countries_of(capped(asked.nearby(NEARBY_KM)))
    return WithoutPoint(count(others.filed_coarsely()), count(others.filed_finely()))


def _loosened(asked: Criteria, parameters: QueryDict) -> tuple[Looser, ...]:
    """The filters that hide something, the one that hides most first: one query a filter."""
    found = [
        Looser(FILTERS[name].label, count(asked.matching(family(name))), query_string(parameters, without=family(name)))
        for name in asked.active
    ]
    return tuple(sorted((looser for looser in found if looser.total), key=lambda looser: -looser.total.number))
