"""The page of a record's history: who changed what from what to what."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sources.admin.telling import tell
from sources.history import written_by
from strikes.admin.history.changes import saves_of
from strikes.models import Citation, Claim, Incident
from tests.archive import Cast, make_cast, make_claims, make_whole_incident
from tests.builders import make_citation, make_claim, make_party, make_supersession, make_user
from tests.strikes.admin.claims.filling import errors, filled, row


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast("one")


@pytest.fixture
def claim(cast: Cast) -> Claim:
    incident = make_whole_incident(cast, "SY-2017-0316-A", "draft")
    return make_claim(
        incident=incident, number=1, party=cast.state, stated="2017-03", count_best=46, hedge="exact", unit="persons"
    )


def address(obj: models.Model, page: str = "change") -> str:
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_{page}", args=[obj.pk])


def save(client: Client, obj: models.Model, **typed: Any) -> None:
    response = client.post(address(obj), filled(client, address(obj)) | typed)
    assert response.status_code == 302, errors(response)


def read(client: Client, obj: models.Model) -> str:
    response = client.get(address(obj, "history"))
    assert response.status_code == 200
    return " ".join(unescape(response.content.decode()).split())


def fields(obj: models.Model) -> dict[str, tuple[str, str]]:
    """What the newest save changed, from what to what, of the record and of its parts."""
    newest, *_older = saves_of(obj)
    return {field.label: (field.before, field.after) for change in newest.changes for field in change.fields}


def test_a_change_is_told_in_words(claim: Claim, cast: Cast, as_editor: Client):
    save(as_editor, claim, counted="at least 49", stated="16 March 2017", stance="denies", party=cast.residents.pk)

    assert fields(claim) == {
        "answer": ("46 people", "at least 49 people"),
        "stated": ("March 2017", "16 March 2017"),
        "stance": ("asserts", "denies"),
        "party": (tell(cast.state), tell(cast.residents)),
    }
    page = read(as_editor, claim)
    assert "UTC</time>, by editor" in page
    assert '<td dir="auto">46 people</td><td dir="auto">at least 49 people</td>' in page


def test_what_became_of_its_parts_is_told(claim: Claim, cast: Cast, as_editor: Client):
    earlier = make_claim(incident=claim.incident, party=cast.state, number=9)
    parts = row("citations", 0, source=cast.article.pk, wording="own", role="evidence", position=0, locator="p. 3")
    save(as_editor, claim, **parts | row("supersedes", 0, earlier=earlier.pk, kind="corrects"))
    save(as_editor, claim, **{"citations-0-DELETE": "on"})

    page = read(as_editor, claim)
    assert "Added – Citation: Title of article-one" in page
    assert "Removed – Citation: Title of article-one" in page
    assert "Added – Supersession: SY-2017-0316-A no. 9" in page
    assert "Added – Supersession: SY-2017-0316-A no. 1" in read(as_editor, earlier)


def test_publishing_and_taking_back_are_told(claim: Claim, cast: Cast, as_reviewer: Client):
    make_citation(claim, source=cast.article)
    for action in ("publish", "take_back"):
        as_reviewer.post(reverse("admin:strikes_claim_changelist"), {"action": action, "_selected_action": [claim.pk]})

    assert [save.title for save in saves_of(claim)][:2] == ["Draft", "Published"]


def test_what_a_load_writes_anew_unchanged_is_no_change(claim: Claim, cast: Cast):
    citation = make_citation(claim, source=cast.article, locator="p. 3")

    with written_by(None, name="loader", command="load_dossiers"):
        citation.delete()
        make_citation(claim, source=cast.article, locator="p. 4")
        Citation.objects.filter(claim=claim).update(locator="p. 5")

    assert fields(claim) == {"locator": ("p. 3", "p. 5")}
    assert saves_of(claim)[0].command == "load_dossiers"


def test_it_takes_as_many_queries_however_much_was_changed(claim: Claim, cast: Cast, as_editor: Client):
    def change(times: int) -> None:
        for number in range(times):
            with written_by(None, name=f"{number}"):
                Claim.objects.filter(pk=claim.pk).update(note=f"{number}", told_by=make_party(), count_best=number)
                make_citation(claim)
                make_supersession(claim, earlier=make_claim(incident=claim.incident, party=claim.party))

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            read(as_editor, claim)
        return len(captured)

    change(1)
    few = queries()
    change(5)

    assert queries() == few


def test_incidents_sources_and_parties_have_it_too(cast: Cast, as_editor: Client):
    incident = make_whole_incident(cast, "SY-2017-0316-A", "draft")
    save(as_editor, incident, point="36.2, 36.9")
    save(as_editor, cast.article, **{"addresses-0-url": "https://example.org/other"})
    save(as_editor, cast.state, note="Read.")

    assert fields(incident) == {"coordinates": ("36.1, 36.8", "36.2, 36.9")}
    assert fields(cast.article) == {"address": ("https://example.org/article-one", "https://example.org/other")}
    assert fields(cast.state) == {"note": ("Note on one.", "Read.")}


def test_every_history_can_be_read(cast: Cast, as_editor: Client):
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    for each in [*make_claims(incident, cast), incident, cast.article, cast.state, cast.settlement]:
        assert "Entered" in read(as_editor, each)


def test_only_who_may_view_the_record_reads_it_and_of_its_parts_what_they_may_view(claim: Claim, cast: Cast):
    make_citation(claim, source=cast.article, quotation="Said so.")
    reader, stranger = make_user(is_staff=True), make_user(is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_claim"))
    as_reader, as_stranger = Client(), Client()
    as_reader.force_login(reader)
    as_stranger.force_login(stranger)

    assert "Said so." not in read(as_reader, claim)
    assert as_stranger.get(address(claim, "history")).status_code == 403
    assert Client().get(address(claim, "history")).status_code == 302


def test_the_history_of_what_is_not_there_leads_back(as_editor: Client):
    for made_up in ("9999", "abc"):
        page = reverse("admin:strikes_incident_history", args=[made_up])

        assert as_editor.get(page).status_code == 302
    assert not Incident.objects.exists()
