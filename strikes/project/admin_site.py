"""The site of the admin: Django's own, whose writing has a name, and in which rows are told apart where one is chosen.

What is registered with it stands in strikes/admin, which this module does not import: that would register it too soon.
"""

import contextlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import BadRequest
from django.db import DataError
from django.db.models import Case, Model, QuerySet, When
from django.http import HttpRequest, HttpResponse

from sources.admin.telling import tell, with_what_tells
from sources.history import written_by
from strikes.directory.missing import panel


class ArchiveAdminSite(admin.AdminSite):
    """The admin of this archive."""

    # Lists need the room, and keys the way to a form; the front page leads everywhere.
    enable_nav_sidebar = False

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """A page of the admin, in which whatever is written is the account's that is signed in.

        What the database cannot even read, such as a NUL in an address, is a bad request.
        """

        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            writing = written_by(request.user) if request.method == "POST" else contextlib.nullcontext()
            try:
                with writing:
                    return view(request, *args, **kwargs)
            except DataError as error:
                raise BadRequest(str(error)) from error

        return super().admin_view(answered, cacheable)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The front page, with what is missing above all that there is."""
        return super().index(request, {"missing": panel(request.user)} | (extra_context or {}))

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        choosing: Callable[[HttpRequest], HttpResponse] = _Choosing.as_view(admin_site=self)  # type: ignore[assignment]
        return choosing(request)


class _Choosing(AutocompleteJsonView):
    """The rows that a search finds, each told apart from the next; first those that are called what was typed."""

    def get_queryset(self) -> QuerySet[Any]:
        self.term = self.term.replace("\0", "")  # which no text of the database holds
        rows = with_what_tells(super().get_queryset())
        ordering = self.model_admin.get_ordering(self.request) or rows.model._meta.ordering
        return rows.order_by(self._nearness(), *ordering) if self.term else rows

    def _nearness(self) -> Case:
        """0 where the first field that is searched is the text typed, 1 where it begins so, else 2."""
        name = self.model_admin.get_search_fields(self.request)[0].removesuffix("__alike")
        is_it, begins_so = {f"{name}__iexact": self.term}, {f"{name}__istartswith": self.term}
        return Case(When(**is_it, then=0), When(**begins_so, then=1), default=2)

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        return {"id": str(getattr(obj, to_field_name)), "text": tell(obj)}
