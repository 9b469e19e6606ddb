"""The language of a page, told by its address alone."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language


class LanguageOfAddress(LocaleMiddleware):
    """Django's own, but that it neither sends readers elsewhere nor has pages kept apart by what browsers prefer."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Content-Language", get_language() or "en")
        return response
