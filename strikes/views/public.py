"""What all public pages share: they are only read, they are alike for everybody, and unchanged they answer 304."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import condition, require_safe

from strikes.incident.page import IncidentPage
from strikes.models import Incident, Revision
from strikes.models.dossiers.public import public_dossier
from strikes.models.question import questions_in_archive

View = Callable[..., HttpResponse]


def _etag(request: HttpRequest, *args: Any, **kwargs: Any) -> str | None:
    """The revision of the archive, the build and the language: one query. None where templates may change meanwhile."""
    return None if settings.DEBUG else f'"{Revision.current()}-{settings.BUILD}-{get_language()}"'


def public_page(view: View) -> View:
    """Have a view answer GET and HEAD alone, with an ETag that only publishing moves."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        # Whoever keeps a page asks each time whether it is still the same, which costs one query.
        patch_cache_control(response, public=True, no_cache=True)
        return response

    return require_safe(condition(etag_func=_etag)(answer))


def shown(request: HttpRequest, template: str, content: Any) -> HttpResponse:
    """The template with the fields of this value, which has been read whole; not found where there is none."""
    if content is None:
        raise Http404
    return render(request, template, vars(content))


def public_incident(incident: Incident) -> IncidentPage:
    """What the public may see of the incident, as its pages set it out."""
    return IncidentPage(public_dossier(incident), questions_in_archive())
