"""Bringing the listings up to date with what the admin saves, in the same transaction."""

from typing import Any

from django.db import models
from django.http import HttpRequest

from strikes.admin.collisions import MindsCollisions
from strikes.admin.history import TellsHistory
from strikes.listings import refresh, shared_changed
from strikes.models import Choice, Question, Revision
from strikes.models.naming import incidents_bearing

# What incidents share, and which of its fields the listings hold in more than names.
STRUCTURE = {
    "party": {"authority"},
    "place": {"parent", "level"},
    "placename": set[str](),
    "publisher": set[str](),
    "source": {"is_withheld"},
    "relay": {"relaying", "relayed"},
    "address": set[str](),
    "capture": set[str](),
}


class Listed(TellsHistory, MindsCollisions):
    """An admin of records that the public reads."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        changed = {*form.changed_data}
        for formset in formsets:
            if formset.has_changed() and formset.model._meta.model_name == "relay":
                changed.add("is_withheld")
        bring_up_to_date(form.instance, incidents_bearing(form.instance), changed)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        incidents = incidents_bearing(obj)
        super().delete_model(request, obj)
        bring_up_to_date(obj, incidents)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        found = [(obj, incidents_bearing(obj)) for obj in queryset]
        super().delete_queryset(request, queryset)
        for obj, incidents in found:
            bring_up_to_date(obj, incidents)


def bring_up_to_date(record: models.Model, incidents: set[int], changed: set[str] | None = None) -> None:
    """Write anew what is listed of these incidents, now that fields of this record have changed (None: all)."""
    if isinstance(record, Question | Choice):
        Revision.move()
        return
    structure = STRUCTURE.get(str(record._meta.model_name))
    if structure is None:
        refresh(incidents)
    elif incidents:
        shared_changed(incidents, is_structural=changed is None or bool(structure & changed))
