"""Every row that is entered has its history, kept by the database, with who wrote it."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sources.history import HISTORIES, versions, written_by
from sources.models import Address, Publisher
from strikes.models import Claim, Party
from strikes.models.listing import DERIVED
from tests.builders import make_account, make_address, make_claim, make_party, make_publisher, make_source, new_claim
from tests.strikes.admin.claims.filling import filled
from tests.strikes.dossiers.builders import make_dossier
from tests.strikes.loading.archive import load_data

pytestmark = pytest.mark.django_db


def told(model, **row):
    """Each change of the rows of a model: what was done, and who did it."""
    return [
        (event.pgh_label, (event.pgh_context.metadata if event.pgh_context else {}).get("name"))
        for event in HISTORIES[model].objects.filter(**row).select_related("pgh_context").order_by("pgh_id")
    ]


def test_every_model_has_a_history_or_is_derived():
    models = {model for app in ("sources", "strikes") for model in apps.get_app_config(app).get_models()}

    assert models == {*HISTORIES, *HISTORIES.values(), *DERIVED}


def test_whatever_way_a_row_is_written_it_is_kept():
    publisher = make_publisher(name="Before")
    Publisher.objects.bulk_create([Publisher(slug="bulk", name="Bulk", kind="newspaper")])
    Publisher.objects.filter(pk=publisher.pk).update(name="After")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE sources_publisher SET country = 'GB' WHERE id = %s", [publisher.pk])
    publisher.delete()

    names = HISTORIES[Publisher].objects.order_by("pgh_id").values_list("pgh_label", "name", "country")
    assert list(names) == [
        ("insert", "Before", ""),
        ("insert", "Bulk", ""),
        ("update", "After", ""),
        ("update", "After", "GB"),
        ("delete", "After", "GB"),
    ]


def test_what_changes_nothing_leaves_no_trace():
    claim = make_claim()

    claim.save()  # only the hour at which it was saved is another

    assert told(Claim, pgh_obj=claim) == [("insert", None)]


def test_what_the_admin_saves_is_the_accounts_that_is_signed_in(client: Client):
    client.force_login(make_account("editor"))
    party = make_party()
    page = reverse("admin:strikes_party_change", args=[party.pk])

    client.post(page, filled(client, page) | {"note": "Read."})

    assert told(Party, pgh_obj=party) == [("insert", None), ("update", "editor")]


def test_the_name_outlives_the_account():
    account = make_account("guest")
    with written_by(account):
        party = make_party()

    User.objects.filter(pk=account.pk).delete()

    assert told(Party, pgh_obj=party) == [("insert", "guest")]


def test_a_load_tells_the_command_and_the_account(tmp_path):
    load_data(tmp_path, make_dossier())

    contexts = {event.pgh_context.metadata["command"] for event in HISTORIES[Claim].objects.all()}
    assert contexts == {"load_dossiers"}


def test_public_pages_do_not_pay_for_it(client: Client):
    with CaptureQueriesContext(connection) as queries:
        client.get("/incidents/")

    assert not [query for query in queries if "pghistory" in query["sql"]]


def test_a_claim_that_is_protected_forgets_its_speaker():
    claim = new_claim(speaker_name="A. Speaker")
    claim.save()
    claim.speaker_role = "witness"
    claim.save()

    claim.speaker_name, claim.is_protected = "", True
    claim.save()

    kept = HISTORIES[Claim].objects.filter(pgh_obj=claim).values_list("speaker_name", "speaker_role")
    assert list(kept.order_by("pgh_id")) == [("", ""), ("", "witness"), ("", "witness")]


def test_a_version_rises_with_the_row_and_with_its_parts():
    source, other = make_source(), make_source()
    address = make_address("https://example.org/one", source)
    before = versions(type(source), [source.pk, other.pk])

    Address.objects.filter(pk=address.pk).update(position=1)
    address.delete()

    after = versions(type(source), [source.pk, other.pk])
    assert (before[source.pk], after[source.pk]) == (2, 4)
    assert before[other.pk] == after[other.pk] == 1


def test_connections_read_what_the_triggers_ask_for():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('pgtrigger.ignore', true)")

        assert cursor.fetchone() == ("{}",)
