"""Which sources, publishers and parties are public: only those that something public names."""

from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from sources.models import Publisher, Source
from strikes.models import ListingParty, ListingSource, Party


def listed_sources() -> QuerySet[Source]:
    """Sources that a public dossier names openly, with the claims and incidents that rest on each.

    The newest come first, and those of an unknown day last.
    """
    rows = ListingSource.objects.filter(source=OuterRef("pk"))
    sources = Source.objects.filter(Exists(rows), is_withheld=False).select_related("publisher")
    return _counted(sources, rows, "source").order_by(F("published_earliest").desc(nulls_last=True), "code")


def listed_publishers() -> QuerySet[Publisher]:
    """Publishers of such sources, and those that speak as a party, with the number of their sources; by name."""
    sources = Source.objects.filter(publisher=OuterRef("pk"), is_withheld=False, listed__isnull=False)
    parties = Party.objects.filter(publisher=OuterRef("pk"), listed__isnull=False)
    count = sources.order_by().values("publisher").annotate(total=Count("pk", distinct=True)).values("total")
    listed = Publisher.objects.filter(Exists(sources) | Exists(parties))
    return listed.annotate(sources_listed=Coalesce(Subquery(count), 0)).order_by("name", "slug")


def listed_parties() -> QuerySet[Party]:
    """Parties that a public dossier names, with the claims that each makes or tells there; by name.

    `quoted_listed` counts the claims that are known only through another party.
    """
    rows = ListingParty.objects.filter(party=OuterRef("pk"))
    quoted = rows.order_by().values("party").annotate(total=Sum("quoted")).values("total")
    parties = Party.objects.filter(Exists(rows)).select_related("authority", "publisher")
    listed: QuerySet[Party] = _counted(parties, rows, "party").annotate(quoted_listed=Subquery(quoted))
    return listed.order_by("name", "slug")


def _counted(records: QuerySet[Any], rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    """With `claims_listed` and `incidents_listed`: looked up for the rows of a page alone."""
    grouped = rows.filter(claims__gt=0).order_by().values(name)
    counted: QuerySet[Any] = records.annotate(
        claims_listed=Coalesce(Subquery(grouped.annotate(total=Sum("claims")).values("total")), 0),
        incidents_listed=Coalesce(Subquery(grouped.annotate(total=Count("pk")).values("total")), 0),
    )
    return counted
