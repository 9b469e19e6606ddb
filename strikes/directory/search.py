"""The searches of sources, publishers and parties: from the parameters of an address to a page of what is public."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import django_filters
from django.core.paginator import Page
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sources.vocabulary import PublisherKind, SourceKind
from strikes.directory.paging import numbered_page
from strikes.directory.public import listed_parties, listed_publishers, listed_sources
from strikes.vocabulary.terms import PartyGroup, PartyKind

LONGEST = 200  # characters of what is typed into a search
ROWS = 50


@dataclass(frozen=True)
class Hits:
    """The bound form of a search, the page of rows that fit, and what other pages of them keep in their addresses."""

    form: Any
    page: "Page[Any]"
    kept: str


class Search(django_filters.FilterSet):
    """A search of one of these lists; what cannot be read is named beside its field, and not applied."""

    searched: tuple[str, ...] = ()

    @property
    def rows(self) -> QuerySet[Any]:
        self.form.full_clean()
        rows: QuerySet[Any] = self.queryset
        for name, value in self.form.cleaned_data.items():
            rows = self.filters[name].filter(rows, value) if value else rows
        return rows

    def with_words(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """The rows that have each of these words in one of the searched fields."""
        for word in value.split():
            condition = Q(pk=None)
            for field in self.searched:
                condition |= Q((f"{field}__icontains", word))
            rows = rows.filter(condition)
        return rows


class _Words(django_filters.CharFilter):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST, **kwargs)


def _choice(choices: Any, label: Any, field: str) -> Any:
    return django_filters.ChoiceFilter(choices=choices, label=label, field_name=field, empty_label=_("any"))


class SourceSearch(Search):
    q = _Words(method="with_words", label=_("Title, author, publisher or code"))
    kind = _choice(SourceKind.choices, _("Kind"), "kind")
    searched = ("title", "original_title", "authors", "code", "publisher__name", "publisher__original_name")


class PublisherSearch(Search):
    q = _Words(method="with_words", label=_("Name"))
    kind = _choice(PublisherKind.choices, _("Kind"), "kind")
    searched = ("name", "original_name", "slug")


class PartySearch(Search):
    q = _Words(method="with_words", label=_("Name"))
    group = _choice(PartyGroup.choices, _("Group"), "group")
    kind = _choice(PartyKind.choices, _("Kind"), "kind")
    searched = ("name", "short_name", "original_name", "slug")


def search_sources(parameters: QueryDict) -> Hits:
    """The public sources that these parameters ask for."""
    return _hits(SourceSearch(parameters, listed_sources()))


def search_publishers(parameters: QueryDict) -> Hits:
    """The public publishers that these parameters ask for."""
    return _hits(PublisherSearch(parameters, listed_publishers()))


def search_parties(parameters: QueryDict) -> Hits:
    """The public parties that these parameters ask for."""
    return _hits(PartySearch(parameters, listed_parties()))


def _hits(search: Search) -> Hits:
    kept = urlencode([(name, search.data[name]) for name in search.filters if search.data.get(name)])
    return Hits(search.form, numbered_page(search.rows, search.data.get("page"), ROWS), kept)
