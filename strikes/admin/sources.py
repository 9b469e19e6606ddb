"""The admin of publishers and sources, with what rests on them brought up to date."""

from django.contrib import admin

import sources.admin
from sources.models import Address, Capture, Publisher, Relay, Source
from strikes.admin.listed import Listed


@admin.register(Publisher)
class PublisherAdmin(Listed, sources.admin.PublisherAdmin):
    """Publishers."""


@admin.register(Source)
class SourceAdmin(Listed, sources.admin.SourceAdmin):
    """Sources."""


@admin.register(Address)
class AddressAdmin(Listed, sources.admin.AddressAdmin):
    """Addresses of sources."""


@admin.register(Relay)
class RelayAdmin(Listed, sources.admin.RelayAdmin):
    """Which source relays which."""


@admin.register(Capture)
class CaptureAdmin(Listed, sources.admin.CaptureAdmin):
    """Copies that were kept."""
