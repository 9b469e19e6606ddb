"""What all public pages share: they are only read, they are alike for everybody, and unchanged they answer 304."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from strikes.incident.page import IncidentPage
from strikes.models import Incident
from strikes.models.approved import approved_questions
from strikes.views.tags import TagOf, tag_of_archive, tag_of_incident

View = Callable[..., HttpResponse]
OK, NOT_MODIFIED = 200, 304


def public_page(view: View) -> View:
    """Have a view answer GET and HEAD alone, with a tag that any publication moves."""
    return _tagged(view, tag_of_archive)


def page_of_incident(view: View) -> View:
    """Have a view answer GET and HEAD alone, with a tag that only what is public of its incident moves."""
    return _tagged(view, tag_of_incident)


def _tagged(view: View, tag_of: TagOf) -> View:
    """Have a view answer 304 to whoever holds the page of this tag."""

    @wraps(view)
    def answer(request: HttpRequest, **address: Any) -> HttpResponse:
        tag = tag_of(request, **address)
        # “*” asks whether there is any page, which the view alone knows.
        is_known = tag and request.headers.get("If-None-Match", "").strip() != "*"
        unchanged = get_conditional_response(request, etag=tag) if is_known else None
        response = unchanged or _unless_held(request, tag, view(request, **address))
        if tag and response.status_code in (OK, NOT_MODIFIED):
            response["ETag"] = tag
        # Whoever keeps a page asks each time whether it is still the same, which costs one query.
        patch_cache_control(response, public=True, no_cache=True)
        patch_vary_headers(response, ["Accept-Encoding"])
        return response

    return require_safe(answer)


def _unless_held(request: HttpRequest, tag: str | None, response: HttpResponse) -> HttpResponse:
    """The page, or that whoever asks holds it already: known only now, where any page was asked for."""
    held = get_conditional_response(request, etag=tag) if response.status_code == OK else None
    return held or response


def shown(request: HttpRequest, template: str, content: Any) -> HttpResponse:
    """The template with the fields of this value, which has been read whole; not found where there is none."""
    if content is None:
        raise Http404
    return render(request, template, vars(content))


def public_incident(incident: Incident) -> IncidentPage:
    """What was approved of the incident, as its pages set it out."""
    return IncidentPage(incident.approved.dossier, approved_questions())
