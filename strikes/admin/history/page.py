"""The page that tells the history of a record, to accounts that may view it."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import HttpRequest, HttpResponse

from strikes.admin.history.changes import saves_of


class TellsHistory(admin.ModelAdmin):
    """An admin whose page of history says who changed what from what to what, its parts with it."""

    object_history_template = "admin/history.html"

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        # Read by the template, and so once it is known that the account may view the record.
        saves = {"saves": partial(saves_of, record, partial(self._may_view, request))} if record else {}
        return super().history_view(request, object_id, saves | (extra_context or {}))

    def _may_view(self, request: HttpRequest, part: type[models.Model]) -> bool:
        return self.admin_site.get_model_admin(part).has_view_or_change_permission(request)
