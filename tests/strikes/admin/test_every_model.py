"""Every model stands in the admin, and its list asks no more of the database the longer it is."""

import pytest
from django.contrib import admin
from django.db import connection, models, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sources.history import HISTORIES
from strikes.models import Choice, Claim, Import, Incident, Question
from tests.archive import make_cast, make_claims, make_whole_incident
from tests.builders import make_incident, make_party
from tests.strikes.admin.claims.filling import claim_form, errors, filled

MODELS = [*HISTORIES]
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def address(model: type[models.Model], page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def make_archives(first: int, last: int) -> None:
    """At least one row a number in every table."""
    for number in range(first, last):
        cast = make_cast(f"{number}")
        make_claims(make_whole_incident(cast, f"SY-2017-{number:04}-A"), cast)
        question = Question.objects.create(
            code=f"more-{number}", label="More", definition="More.", kind="text", rule="never"
        )
        Choice.objects.create(question=question, code="one", label="One")


@every_model
def test_every_model_is_registered(model: type[models.Model]):
    assert admin.site.is_registered(model)


def test_every_model_is_listed_added_and_changed_by_an_editor(subtests: pytest.Subtests, as_editor: Client, db: None):
    make_archives(1, 2)

    for model in MODELS:
        with subtests.test(model=model.__name__):
            row = model._default_manager.last()
            assert row is not None

            assert as_editor.get(address(model, "changelist")).status_code == 200
            assert as_editor.get(address(model, "changelist"), {"q": "a"}).status_code == 200
            assert as_editor.get(address(model, "change", row.pk)).status_code == 200
            assert as_editor.get(address(model, "add")).status_code == (403 if model is Import else 200)


@every_model
def test_an_empty_form_comes_back_with_sentences(model: type[models.Model], as_editor: Client, db: None):
    if model is Import:  # is never added by hand
        assert as_editor.post(address(model, "add")).status_code == 403
        return
    add = address_of_claim() if model is Claim else address(model, "add")
    form = {
        name: "" if name[-1].isalpha() and "_FORMS" not in name else value
        for name, value in filled(as_editor, add).items()
    }

    response = as_editor.post(add, form)

    assert response.status_code == 200
    assert "This field is required." in errors(response)


def address_of_claim() -> str:
    """The form of a new claim, past its first step."""
    return claim_form(make_incident(), "killed", make_party())


def test_a_form_saved_as_it_opened_changes_nothing(subtests: pytest.Subtests, as_editor: Client, db: None):
    make_archives(1, 2)

    for model in MODELS:
        with subtests.test(model=model.__name__), transaction.atomic():
            rows = model._default_manager.order_by("-pk")[:20]
            assert rows
            for row in rows:
                assert_saved_as_it_opened(as_editor, row)
            transaction.set_rollback(True)


def assert_saved_as_it_opened(client: Client, row: models.Model) -> None:
    model = type(row)
    page = address(model, "change", row.pk)
    if model in (Import, Incident):  # closed: the one always, the other while it is published
        assert client.post(page).status_code == 403
        return

    response = client.post(page, filled(client, page))

    assert response.status_code == 302, errors(response)
    assert model._default_manager.filter(pk=row.pk).values().get() == values_of(row)


def values_of(row: models.Model) -> dict[str, object]:
    """The row as it was read, in the form of `values()`."""
    found = {each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields}
    return {name: value.name if hasattr(value, "storage") else value for name, value in found.items()}


def test_a_list_takes_as_many_queries_for_thirty_rows_as_for_three(as_editor: Client, db: None):
    make_archives(1, 4)
    few = count_queries_of_lists(as_editor)

    make_archives(4, 31)
    many = count_queries_of_lists(as_editor)

    assert many == few


def count_queries_of_lists(client: Client) -> dict[str, int]:
    counts = {}
    for model in MODELS:
        client.get(address(model, "changelist"))
        with CaptureQueriesContext(connection) as queries:
            client.get(address(model, "changelist"))
        counts[model.__name__] = len(queries)
    return counts


def test_nothing_can_be_done_to_an_import(as_editor: Client, db: None):
    make_archives(1, 2)
    row = Import.objects.get()

    changed = as_editor.post(address(Import, "change", row.pk), {"file_name": "other.json"})
    deleted = as_editor.post(address(Import, "delete", row.pk), {"post": "yes"})

    assert (changed.status_code, deleted.status_code) == (403, 403)
    assert Import.objects.get() == row


def test_incidents_are_offered_in_an_order_that_holds(as_editor: Client, db: None):
    asked = {"app_label": "strikes", "model_name": "claim", "field_name": "incident"}

    assert as_editor.get("/admin/autocomplete/", asked).status_code == 200
