"""The admin of publishers and sources, with what rests on them brought up to date."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

import sources.admin.sources
from sources.models import Address, Capture, Publisher, Relay, Source
from strikes.admin.lists.columns import Missing, counted
from strikes.admin.publishing.listed import Listed
from strikes.models.citation import with_claims

SOURCES = counted(_("sources"), "number_of_sources", "sources_source", "publisher__id__exact")
CLAIMS = counted(_("claims"), "number_of_claims", "strikes_claim", "citations__source__id__exact")


@admin.register(Publisher)
class PublisherAdmin(Listed, sources.admin.sources.PublisherAdmin):
    """Publishers, with what each published."""

    list_display = [*sources.admin.sources.PublisherAdmin.list_display, SOURCES]
    list_filter = [Missing, *sources.admin.sources.PublisherAdmin.list_filter]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publisher]:
        rows: Any = super().get_queryset(request)
        return rows.with_sources()


@admin.register(Source)
class SourceAdmin(Listed, sources.admin.sources.SourceAdmin):
    """Sources, with the claims that rest on each."""

    list_display = [*sources.admin.sources.SourceAdmin.list_display, CLAIMS]
    list_filter = [Missing, *sources.admin.sources.SourceAdmin.list_filter]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return with_claims(super().get_queryset(request))


@admin.register(Address)
class AddressAdmin(Listed, sources.admin.sources.AddressAdmin):
    """Addresses of sources."""


@admin.register(Relay)
class RelayAdmin(Listed, sources.admin.sources.RelayAdmin):
    """Which source relays which."""


@admin.register(Capture)
class CaptureAdmin(Listed, sources.admin.sources.CaptureAdmin):
    """Copies that were kept."""

    list_filter = [Missing, *sources.admin.sources.CaptureAdmin.list_filter]
