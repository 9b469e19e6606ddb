"""The addresses that a preview gives its links: those of an incident's pages lead to previews, all others where they do.

They are only made of this, and never looked up: what answers at them stands in urls.py.
"""

from typing import Any

from django.urls import include, path

from strikes.admin.publishing import preview
from strikes.urls import of_sources
from strikes.urls import urlpatterns as public

# Of two with one name the last makes the address.
of_strikes: list[Any] = [*public, path("admin/preview/<str:code>/", include(preview.urlpatterns))]
urlpatterns = [path("", include((of_strikes, "strikes"))), path("", include((of_sources, "sources")))]
