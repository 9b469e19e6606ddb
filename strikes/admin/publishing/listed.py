"""Bringing the listings up to date with what the admin saves, in the same transaction."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import models
from django.http import HttpRequest

from strikes.admin.history.collisions import MindsCollisions
from strikes.admin.history.page import TellsHistory
from strikes.listing.write import lock, refresh, shared_changed
from strikes.models.affected import incidents_affected

# What incidents share, and the fields of it that stand in more columns of the listings than the words of names: in what
# comes out on a question, in what is said on its sides, in levels and spreads. Of a part in the same form, its model.
STRUCTURE = {
    "question": {"label", "kind", "rule", "is_exclusive", "unit", "included_in", "choice"},
    "choice": {"code", "label", "parent", "position"},
    "party": {"name", "short_name", "group", "authority", "is_collective"},
    "place": {"name", "parent", "level"},
    "placename": set[str](),
    "publisher": set[str](),
    "source": {"title", "original_title", "is_withheld", "relay"},
    "relay": {"relaying", "relayed"},
    "address": set[str](),
    "capture": set[str](),
}


class Listed(TellsHistory, MindsCollisions):
    """An admin of records that the public reads."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        changed = {*form.changed_data}
        changed |= {str(formset.model._meta.model_name) for formset in formsets if formset.has_changed()}
        bring_up_to_date(form.instance, lambda: incidents_affected(form.instance), changed)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        incidents = incidents_affected(obj)
        super().delete_model(request, obj)
        bring_up_to_date(obj, lambda: incidents)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        found = [(obj, incidents_affected(obj)) for obj in queryset]
        if self.opts.model_name not in STRUCTURE:
            lock(key for _obj, incidents in found for key in incidents)
        super().delete_queryset(request, queryset)
        for obj, incidents in found:
            bring_up_to_date(obj, partial(set, incidents))


def bring_up_to_date(record: models.Model, bearing: Callable[[], set[int]], changed: set[str] | None = None) -> None:
    """Write anew what is listed of the incidents that it bears on, now that fields of this record have changed (None:
    all)."""
    structure = STRUCTURE.get(str(record._meta.model_name))
    if structure is None:
        refresh(bearing())
    else:
        shared_changed(bearing, is_structural=changed is None or bool(structure & changed))
