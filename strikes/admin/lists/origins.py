"""Disputes that rest on little: what the desk looks at again, for a second origin or a link that is missing."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from strikes.models import ListingQuestion


class DisputedOnOneOrigin(admin.SimpleListFilter):
    """Published incidents with a disputed question whose positions go back to at most one origin that is known."""

    title = _("disputed with one origin")
    parameter_name = "one_origin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("a disputed question goes back to at most one known origin"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() != "yes":
            return queryset
        found = ListingQuestion.objects.disputed().of_one_origin()
        return queryset.filter(pk__in=found.values("listing"))
