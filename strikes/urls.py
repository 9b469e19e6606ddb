"""The public addresses of this archive; the project's file sets them under their languages."""

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter, StringConverter

from strikes.views.claims import claim_detail
from strikes.views.home import home
from strikes.views.incidents import incident_accounts, incident_detail, incident_list
from strikes.views.method import method
from strikes.views.parties import party_detail, party_list, party_steps
from strikes.views.questions import question_detail, question_list, question_of_incident
from strikes.views.sources import publisher_detail, publisher_list, source_detail, source_list
from strikes.vocabulary.terms import SupersessionKind

app_name = "strikes"


class IncidentCode(StringConverter):
    """A permanent code of an incident, such as SY-2017-0316-A; anything else is no address."""

    regex = "[A-Z]{2}-[0-9]{4}-[0-9]{4}-[A-Z]"


class ClaimNumber(IntConverter):
    """The number of a claim, written in one way: from 1, and as large as the column holds."""

    regex = "[1-9][0-9]{0,8}"


class StepKind(StringConverter):
    """How one claim takes the place of another."""

    regex = "|".join(SupersessionKind.values)


register_converter(ClaimNumber, "claim_number")
register_converter(IncidentCode, "incident_code")
register_converter(StepKind, "step_kind")

of_incident = [
    path("", incident_detail, name="incident_detail"),
    path("accounts/", incident_accounts, name="incident_accounts"),
    path("claims/<claim_number:number>/", claim_detail, name="claim_detail"),
    path("questions/<slug:question>/", question_of_incident, name="question_of_incident"),
]
urlpatterns = [
    path("", home, name="home"),
    path("method/", method, name="method"),
    path("incidents/", incident_list, name="incident_list"),
    path("incidents/<incident_code:code>/", include(of_incident)),
    path("questions/", question_list, name="question_list"),
    path("questions/<slug:question>/", question_detail, name="question_detail"),
    path("parties/", party_list, name="party_list"),
    path("parties/<slug:party>/", party_detail, name="party_detail"),
    path("parties/<slug:party>/<step_kind:kind>/", party_steps, name="party_steps"),
]

# Of the app beneath, which knows nothing of the claims that its pages show: it names its addresses, and they stand here.
of_sources = [
    path("sources/", source_list, name="source_list"),
    path("sources/<slug:source>/", source_detail, name="source_detail"),
    path("publishers/", publisher_list, name="publisher_list"),
    path("publishers/<slug:publisher>/", publisher_detail, name="publisher_detail"),
]
