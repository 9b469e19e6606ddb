"""The tag of a public page (its ETag): a hash of what it is made of, by one query. No count can be read from it.

The address goes in too: a tag that was never given out for an address is no tag of it, whether or not it exists.
"""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db.models import F, Subquery
from django.http import HttpRequest
from django.utils.translation import get_language

from strikes.models import ApprovedVocabulary, Incident, Revision

TagOf = Callable[..., str | None]


def tag_of_archive(request: HttpRequest, **_address: Any) -> str | None:
    """The tag of a page that many incidents share: any publication moves it."""
    return _tag(request, Revision.objects.values_list("token").first() or ("",))


def tag_of_incident(request: HttpRequest, code: str, **_address: Any) -> str | None:
    """The tag of a page of one incident: its approved dossier, or its notice, and the questions; None without either."""
    found = Incident.objects.answering().filter(code=code)
    vocabulary = Subquery(ApprovedVocabulary.objects.values("sha256"))
    rows = found.annotate(vocabulary=vocabulary, dossier=F("approved__sha256"), listed_at=F("listing__changed_at"))
    made_of = rows.values_list("vocabulary", "dossier", "listed_at", "withdrawn_on", "withdrawn_reason").first()
    return _tag(request, made_of) if made_of else None


def _tag(request: HttpRequest, made_of: Iterable[Any]) -> str | None:
    """The tag of a page made of these; None where templates may change meanwhile."""
    if settings.DEBUG:
        return None
    parts = map(str, (*made_of, settings.BUILD, get_language(), request.get_host(), request.get_full_path()))
    return f'"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'
