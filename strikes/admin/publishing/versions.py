"""Lists that know which version of a record a reviewer had before them when they chose to publish it."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html

from sources.history import versions


class CarriesVersions(admin.ModelAdmin):
    """An admin in whose list each row carries the version of its record."""

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        rows = list(changelist.result_list)
        found = versions(self.model, [row.pk for row in rows])
        for row in rows:
            row.listed_version = found[row.pk]
        changelist.result_list = rows
        return changelist

    def action_checkbox(self, obj: Any) -> Any:
        return format_html(
            '{}<input type="hidden" name="version-{}" value="{}">',
            super().action_checkbox(obj),
            obj.pk,
            obj.listed_version,
        )


def has_changed_since_listed(request: HttpRequest, obj: models.Model) -> bool:
    """Whether the record, locked by now, is another than the list showed; true of one that it did not show."""
    listed = request.POST.get(f"version-{obj.pk}")
    if listed is None:
        return request.POST.get("select_across") == "1"
    return listed != str(versions(type(obj), [obj.pk])[obj.pk])
