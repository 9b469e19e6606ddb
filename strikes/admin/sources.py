"""The admin of publishers and sources, with what rests on them brought up to date."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.sources import AddressAdmin, CaptureAdmin, PublisherAdmin, RelayAdmin, SourceAdmin
from sources.models import Address, Capture, Publisher, Relay, Source
from strikes.admin.lists.columns import Missing, counted
from strikes.admin.records import PublicRecordAdmin
from strikes.models.citation import with_claims

SOURCES = counted(_("sources"), "number_of_sources", "sources_source", "publisher__id__exact")
CLAIMS = counted(_("claims"), "number_of_claims", "strikes_claim", "citations__source__id__exact")


@admin.register(Publisher)
class PublicPublisherAdmin(PublicRecordAdmin, PublisherAdmin):
    """Publishers, with what each published."""

    list_display = [*PublisherAdmin.list_display, SOURCES]
    list_filter = [Missing, *PublisherAdmin.list_filter]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.with_sources()


@admin.register(Source)
class PublicSourceAdmin(PublicRecordAdmin, SourceAdmin):
    """Sources, with the claims that rest on each."""

    list_display = [*SourceAdmin.list_display, CLAIMS]
    list_filter = [Missing, *SourceAdmin.list_filter]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return with_claims(super().get_queryset(request))


@admin.register(Address)
class PublicAddressAdmin(PublicRecordAdmin, AddressAdmin):
    """Addresses of sources."""


@admin.register(Relay)
class PublicRelayAdmin(PublicRecordAdmin, RelayAdmin):
    """Which source relays which."""


@admin.register(Capture)
class PublicCaptureAdmin(PublicRecordAdmin, CaptureAdmin):
    """Copies that were kept."""

    list_filter = [Missing, *CaptureAdmin.list_filter]
