"""The site of the admin: Django's own, that tells rows apart where one is chosen, and says how typed words are read."""

import contextlib
import functools
from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, URLResolver, path

from sources.echoes import address_of, owner, sentence
from sources.forms import echo_date, said
from sources.history import written_by
from sources.telling import tell, with_what_tells
from strikes.answers import typed_count, typed_point

READERS: dict[str, Callable[[str], str]] = {
    "date": echo_date,
    "number": typed_count.echo,
    "point": typed_point.echo,
}


class Desk(admin.AdminSite):
    """The admin."""

    def get_urls(self) -> list[URLResolver | URLPattern]:
        understanding = path("understood/<slug:kind>/", self.admin_view(understood), name="understood")
        return [understanding, *super().get_urls()]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        return super().admin_view(_in_history(view), cacheable)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        choosing: Callable[[HttpRequest], HttpResponse] = _Choosing.as_view(admin_site=self)  # type: ignore[assignment]
        return choosing(request)


def _in_history(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view, in which whatever is written is the account's that is signed in."""

    @functools.wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        with written_by(request.user) if request.method == "POST" else contextlib.nullcontext():
            return view(request, *args, **kwargs)

    return inner


class _Choosing(AutocompleteJsonView):
    """The rows that a search finds, each told apart from the next."""

    def get_queryset(self) -> QuerySet[Any]:
        self.term = self.term.replace("\0", "")  # which no text of the database holds
        return with_what_tells(super().get_queryset())

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        return {**super().serialize_result(obj, to_field_name), "text": tell(obj)}


def understood(request: HttpRequest, kind: str) -> JsonResponse:
    """How a text is understood: the words, or the sentence that refuses it."""
    text = request.GET.get("text", "").strip()
    if kind == "address":
        return _address(text, request.GET.get("besides", ""))
    reader = READERS.get(kind)
    if reader is None:
        return JsonResponse({"said": ""}, status=404)
    try:
        words, is_refused = said(reader(text)) if text else "", False
    except ValueError as error:
        words, is_refused = str(error), True
    return JsonResponse({"said": words, "refused": is_refused})


def _address(url: str, besides: str) -> JsonResponse:
    """The source that has this address already, with a link to it."""
    source = int(besides) if besides.isdecimal() and len(besides) < 19 else None
    found = owner(url.replace("\0", ""), source) if "://" in url else None
    if found is None:
        return JsonResponse({"said": ""})
    link = {"href": address_of(found[0]), "text": str(found[0])}
    return JsonResponse({"said": sentence(is_one=found[1]), "refused": found[1], "link": link})
