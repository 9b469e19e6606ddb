"""The record of what was loaded from files: it is read, and never written by hand."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from sources.admin.records import RecordAdmin
from strikes.models import Import


@admin.register(Import)
class ImportAdmin(RecordAdmin):
    list_display = ["loaded_at", "incident", "account_name", "file_name", "sha256"]
    list_filter = ["loaded_at", "account_name"]
    list_select_related = ["incident"]
    search_fields = ["incident__code", "incident__title", "file_name", "sha256", "account_name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
