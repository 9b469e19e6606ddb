"""What holds of the admin of every model."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import models
from django.test import Client

from sources.admin.forms import PartFormSet, RecordForm
from sources.admin.records import RecordAdmin
from sources.history import HISTORIES
from strikes.models import Claim, Incident
from tests.archive import Cast, make_claims
from tests.closed_database import closed_while_rendering
from tests.strikes.admin.test_every_model import address

REGISTERED = [model for model in apps.get_models() if admin.site.is_registered(model) and model not in (Group, User)]
every_admin = pytest.mark.parametrize(
    "record_admin", [admin.site.get_model_admin(model) for model in REGISTERED], ids=lambda each: type(each).__name__
)


@every_admin
def test_every_admin_is_that_of_a_record_and_counts_no_more_than_it_shows(record_admin: admin.ModelAdmin):
    assert isinstance(record_admin, RecordAdmin)
    assert issubclass(record_admin.form, RecordForm)
    assert record_admin.show_full_result_count is False
    assert record_admin.show_facets is admin.ShowFacets.NEVER


@every_admin
def test_every_part_in_a_form_may_be_gone_when_the_form_comes_back(record_admin: RecordAdmin):
    assert all(issubclass(inline.formset, PartFormSet) for inline in record_admin.inlines)


@pytest.mark.parametrize("model", [*HISTORIES], ids=lambda model: model.__name__)
def test_no_history_asks_the_database_while_it_is_rendered(
    model: type[models.Model], incident: Incident, cast: Cast, as_editor: Client
):
    make_claims(incident, cast)
    row = model._default_manager.last()
    if row is None:
        pytest.skip("nothing of this kind is made here")

    with closed_while_rendering():
        assert as_editor.get(address(model, "history", row.pk)).status_code == 200


@pytest.mark.parametrize("model", [Claim, Incident], ids=lambda model: model.__name__)
def test_nor_does_a_list_from_which_one_publishes_or_the_page_of_a_withdrawal(
    model: type[models.Model], incident: Incident, cast: Cast, as_editor: Client
):
    make_claims(incident, cast)
    row = model._default_manager.latest("pk")

    with closed_while_rendering():
        listed = as_editor.get(address(model, "changelist"))
        asked = as_editor.get(address(model, "withdraw"), {"ids": f"{row.pk}"})

    assert (listed.status_code, asked.status_code) == (200, 200)
