"""Every address of the site."""

from django.contrib import admin
from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter
from django.views.generic import RedirectView

from strikes.views.claims import claim_detail
from strikes.views.health import healthz
from strikes.views.incidents import incident_detail, incident_list


class IncidentCode(StringConverter):
    """A permanent code of an incident, such as SY-2017-0316-A; anything else is no address."""

    regex = "[A-Z]{2}-[0-9]{4}-[0-9]{4}-[A-Z]"


class ClaimNumber(IntConverter):
    """The number of a claim, written in one way: from 1, and as large as the column holds."""

    regex = "[1-9][0-9]{0,8}"


register_converter(ClaimNumber, "claim_number")
register_converter(IncidentCode, "incident_code")

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="incident_list"), name="home"),
    path("incidents/", incident_list, name="incident_list"),
    path("incidents/<incident_code:code>/", incident_detail, name="incident_detail"),
    path("incidents/<incident_code:code>/claims/<claim_number:number>/", claim_detail, name="claim_detail"),
    path("healthz", healthz),
    path("admin/", admin.site.urls),
]
