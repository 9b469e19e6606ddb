"""Every address of the site, joined from those of the apps."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from strikes.admin.publishing import preview
from strikes.admin.understood import understood
from strikes.urls import of_sources
from strikes.views.health import healthz

# What the desk has beside Django's admin.
of_desk: list[URLPattern | URLResolver] = [
    path("preview/<str:code>/", include((preview.urlpatterns, "preview"))),
    path("understood/<slug:kind>/", admin.site.admin_view(understood), name="understood"),
]
# Where no mail can be sent, a page that promises one would keep an editor waiting.
password_reset = [path("admin/", include("strikes.project.password_reset"))] if settings.HAS_MAIL else []

urlpatterns = [
    path("healthz", healthz),
    path("admin/", include((of_desk, "desk"))),
    *password_reset,
    path("admin/", admin.site.urls),
    # English at the bare address, another language under its prefix; never by cookie or header, so that pages keep.
    *i18n_patterns(
        path("", include("strikes.urls")),
        path("", include((of_sources, "sources"))),
        prefix_default_language=False,
    ),
]
