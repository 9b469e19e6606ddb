"""What the public may see of sources, publishers and parties: only what is named in something public."""

from typing import Any

import django_filters
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from sources.models import Publisher, Source
from sources.vocabulary import PublisherKind, SourceKind
from strikes.models import ListingParty, ListingSource, Party
from strikes.vocabulary.terms import PartyGroup, PartyKind

LONGEST = 200  # characters of what is typed into a search


def listed_sources() -> QuerySet[Source]:
    """Sources that a public dossier names openly, with the claims and incidents that rest on each; the newest first."""
    rows = ListingSource.objects.filter(source=OuterRef("pk"))
    sources = Source.objects.filter(Exists(rows), is_withheld=False).select_related("publisher")
    return _counted(sources, rows, "source").order_by("-published_earliest", "code")


def listed_publishers() -> QuerySet[Publisher]:
    """Publishers of such sources, and those that speak as a party, with the number of their sources; by name."""
    sources = Source.objects.filter(publisher=OuterRef("pk"), is_withheld=False, listed__isnull=False)
    parties = Party.objects.filter(publisher=OuterRef("pk"), listed__isnull=False)
    count = sources.order_by().values("publisher").annotate(total=Count("pk", distinct=True)).values("total")
    listed = Publisher.objects.filter(Exists(sources) | Exists(parties))
    return listed.annotate(sources_listed=Coalesce(Subquery(count), 0)).order_by("name", "slug")


def listed_parties() -> QuerySet[Party]:
    """Parties that a public dossier names, with the claims that each makes there; by group and name."""
    rows = ListingParty.objects.filter(party=OuterRef("pk"))
    parties = Party.objects.filter(Exists(rows)).select_related("authority", "publisher")
    return _counted(parties, rows, "party").order_by("name", "slug")


def _counted(records: QuerySet[Any], rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    """With `claims_listed` and `incidents_listed`: looked up for the rows of a page alone."""
    grouped = rows.filter(claims__gt=0).order_by().values(name)
    counted: QuerySet[Any] = records.annotate(
        claims_listed=Coalesce(Subquery(grouped.annotate(total=Sum("claims")).values("total")), 0),
        incidents_listed=Coalesce(Subquery(grouped.annotate(total=Count("pk")).values("total")), 0),
    )
    return counted


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
        """Each word somewhere in what is searched."""
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
