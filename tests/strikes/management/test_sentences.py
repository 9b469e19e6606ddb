"""The command that prints every sentence of an incident, to be read aloud."""

import re
from html import unescape
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from strikes.models import Incident
from tests.archive import list_all, make_cast, make_claims, make_whole_incident
from tests.builders import make_incident

pytestmark = pytest.mark.django_db
CODE = "SY-2017-0316-A"
PARTS = [
    "list",
    "incident: Who stands where",
    "incident: The numbers",
    "claim: What is said",
    "claim: Among the other claims",
]


@pytest.fixture
def incident() -> Incident:
    cast = make_cast("one")
    incident = make_whole_incident(cast, CODE)
    make_claims(incident, cast)
    list_all()
    return incident


def printed(*codes: str) -> list[str]:
    out = StringIO()
    call_command("sentences", *codes, stdout=out)
    return out.getvalue().splitlines()


def closed_up(html: str) -> str:
    """The text of a page without its tags and without any space, so that it can be looked through."""
    return "".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def test_every_line_that_is_printed_stands_on_a_page(incident: Incident, client: Client):
    arguments = [[incident.code, number] for number in incident.claims.values_list("number", flat=True)]
    addresses = [
        reverse("strikes:incident_list"),
        reverse("strikes:incident_detail", args=[incident.code]),
        *(reverse("strikes:claim_detail", args=each) for each in arguments),
        *(
            reverse("strikes:question_of_incident", args=[incident.code, code])
            for code in set(incident.claims.values_list("question__code", flat=True))
        ),
    ]
    pages = "\n".join(closed_up(client.get(address).content.decode()) for address in addresses)

    lines = [line for line in printed() if line and not line.startswith("#")]

    assert len(lines) > 100
    # Words quoted stand between marks that the style draws; where the page is cited names the host that it is read at.
    shown = [re.sub("[“”]", "", "".join(line.split())) for line in lines if "Disputed Strikes, as changed" not in line]
    unsaid = re.sub("[“”]", "", pages)
    assert [line for line in shown if line not in unsaid] == []


def test_the_sentences_stand_under_the_page_and_the_part_where_they_are_said(incident: Incident):
    lines = printed()

    assert lines[0] == f"# {CODE} {incident.title}"
    assert [f"## {part}" for part in PARTS if f"## {part}" in lines] == [f"## {part}" for part in PARTS]
    assert lines.count("This claim is a position, and is compared with the others.") < 2


def test_incidents_can_be_chosen_and_drafts_are_not_printed(incident: Incident):
    make_incident(code="SY-2017-0317-A")

    assert printed(CODE) == printed()
    with pytest.raises(CommandError, match="There is no published incident SY-2017-0317-A"):
        printed("SY-2017-0317-A")
