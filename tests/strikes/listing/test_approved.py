"""What was approved is what the public reads: the bytes are those of the public dossier, and only publishing moves them."""

from functools import partial
from typing import Any

import pytest
from django.db import models
from django.test import Client

from sources.models import Address, Capture, Publisher, Source
from strikes.admin.publishing.listings import STRUCTURE, bring_up_to_date
from strikes.listing.write import refresh, shared_changed
from strikes.models import ApprovedDossier, Claim, Incident, Party, Place, PlaceName, Question, Subject
from strikes.models.affected import incidents_affected
from strikes.models.approved import approved_questions
from strikes.models.dossiers.public import public_dossier
from strikes.models.question import questions_in_archive
from tests.archive import list_all, make_cast, make_claims, make_whole_incident

pytestmark = pytest.mark.django_db

# One text of each kind of record that incidents share, whose change alone touches no column of the listings but the words
# that they are found by.
TEXTS = [
    (Party, "note"),
    (Party, "original_name"),
    (Place, "country"),
    (PlaceName, "text"),
    (Publisher, "name"),
    (Publisher, "original_name"),
    (Source, "note"),
    (Source, "authors"),
    (Address, "url"),
    (Capture, "headline"),
    (Capture, "note"),
]


@pytest.fixture
def incident() -> Incident:
    cast = make_cast("one")
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    make_claims(incident, cast)
    list_all()
    return incident


def digests() -> dict[int, str]:
    return dict(ApprovedDossier.objects.values_list("pk", "sha256"))


def test_the_bytes_hold_the_public_dossier(incident: Incident):
    assert ApprovedDossier.objects.get(pk=incident.pk).dossier == public_dossier(incident)


def test_written_anew_they_are_the_same(incident: Incident):
    before = digests()

    list_all()

    assert digests() == before


@pytest.mark.parametrize(("model", "field"), TEXTS, ids=lambda each: getattr(each, "__name__", each))
def test_what_incidents_share_stands_in_them_as_it_was_changed(
    incident: Incident, model: type[models.Model], field: str
):
    before = digests()
    changed_text = "SY" if field == "country" else "https://example.org/changed" if field == "url" else "Changed"
    assert field not in STRUCTURE[str(model._meta.model_name)]
    for record in model._default_manager.all():
        model._default_manager.filter(pk=record.pk).update(**{field: changed_text + str(record.pk) * (field == "url")})
        bring_up_to_date(record, partial(incidents_affected, record), {field})
    follows = digests()

    list_all()

    assert follows == digests()
    assert follows != before


def test_a_draft_leaves_them_as_they_were_and_its_publication_does_not(incident: Incident):
    before = digests()
    draft = Claim.objects.filter(incident=incident).order_by("number")[0]
    fields = {"state": "draft", "has_been_published": True}
    Claim.objects.filter(pk=draft.pk).update(statement="Another statement.", **fields)
    assert digests() == before

    refresh([incident.pk])

    assert digests() != before


def test_a_withdrawn_incident_keeps_none(incident: Incident):
    incident.withdraw("It was entered twice.", by=None)
    incident.save()
    refresh([incident.pk])

    assert digests() == {}


def test_no_page_of_an_incident_reads_what_editors_change(client: Client, incident: Incident):
    addresses = [f"/incidents/{incident.code}/{page}" for page in ("", "accounts/", "questions/killed/", "claims/1/")]
    before = [client.get(address).content for address in addresses]
    for model, fields in [
        (Incident, {"title": "Another title", "summary": "Another summary.", "filing_note": "Another note."}),
        (Claim, {"statement": "Another statement."}),
        (Party, {"name": "Another name"}),
        (Place, {"name": "Another place"}),
        (Source, {"title": "Another source"}),
        (Question, {"label": "Another question"}),
    ]:
        model._default_manager.update(**fields)

    assert [client.get(address).content for address in addresses] == before


def test_the_claims_on_the_pages_of_a_party_and_of_a_source_are_those_that_were_approved(
    client: Client, incident: Incident
):
    claim = Claim.objects.filter(incident=incident, told_by=None).order_by("number")[0]
    addresses = [claim.party.get_absolute_url(), claim.citations.all()[0].source.get_absolute_url()]

    def claims() -> list[bytes]:
        """What stands beneath the last heading: the claims, and not how accounts changed, which are rows of listings."""
        return [client.get(address).content.rpartition(b"section-head")[2] for address in addresses]

    before = claims()
    assert all(incident.title.encode() in page for page in before)
    changes: list[tuple[type[models.Model], dict[str, Any]]] = [
        (Incident, {"title": "Another title"}),
        (Claim, {"stated_earliest": None, "stated_latest": None, "stated_precision": "", "strength": "possible"}),
        (Subject, {"label": "another subject"}),
        (Question, {"label": "Another question"}),
    ]
    for model, fields in changes:
        model._default_manager.update(**fields)

    assert claims() == before


def test_the_questions_of_the_public_follow_those_of_the_archive():
    Question.objects.filter(code="killed").update(label="Deaths")
    assert approved_questions().by_code()["killed"].label != "Deaths"

    shared_changed(set, is_structural=True)

    assert approved_questions() == questions_in_archive()
