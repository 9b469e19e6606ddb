"""Every address of the site."""

from django.contrib import admin
from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.views.generic import RedirectView

from strikes.views.health import healthz
from strikes.views.incidents import incident_detail, incident_list


class IncidentCode(StringConverter):
    """A permanent code of an incident, such as SY-2017-0316-A; anything else is no address."""

    regex = "[A-Z]{2}-[0-9]{4}-[0-9]{4}-[A-Z]"


register_converter(IncidentCode, "incident_code")

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="incident_list"), name="home"),
    path("incidents/", incident_list, name="incident_list"),
    path("incidents/<incident_code:code>/", incident_detail, name="incident_detail"),
    path("healthz", healthz),
    path("admin/", admin.site.urls),
]
