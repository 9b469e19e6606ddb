"""Bringing the listings up to date with what the admin saves, in the same transaction."""

from collections.abc import Callable
from typing import Any

from django.db import models

from strikes.listing.write import refresh, shared_changed
from strikes.models.affected import incidents_affected

# What incidents share, and the fields of it that stand in more columns of the listings than the words of names: in what
# comes out on a question, in what is said on its sides, in levels and spreads. Of a part in the same form, its model.
STRUCTURE = {
    "question": {"label", "kind", "rule", "is_exclusive", "unit", "inclusion", "choice"},
    "inclusion": {"part", "whole"},
    "choice": {"code", "label", "parent", "position"},
    "party": {"name", "short_name", "group", "authority", "part_of", "is_collective", "membership"},
    "membership": {"joint", "member"},
    "place": {"name", "parent", "level"},
    "placename": set[str](),
    "publisher": set[str](),
    "source": {"title", "original_title", "is_withheld", "relay"},
    "relay": {"relaying", "relayed"},
    "address": set[str](),
    "capture": set[str](),
}


def is_shared(model: type[models.Model]) -> bool:
    """Whether incidents share the rows of this model."""
    return str(model._meta.model_name) in STRUCTURE


def bring_up_to_date_after(record: models.Model, form: Any, formsets: Any) -> None:
    """Write anew what is listed of the incidents that a record bears on, now that its form and parts are saved."""
    changed = {*form.changed_data}
    changed |= {str(formset.model._meta.model_name) for formset in formsets if formset.has_changed()}
    bring_up_to_date(record, lambda: incidents_affected(record), changed)


def bring_up_to_date(record: models.Model, bearing: Callable[[], set[int]], changed: set[str] | None = None) -> None:
    """Write anew what is listed of the incidents that it bears on, now that fields of this record have changed (None:
    all)."""
    structure = STRUCTURE.get(str(record._meta.model_name))
    if structure is None:
        refresh(bearing())
    else:
        shared_changed(bearing, is_structural=changed is None or bool(structure & changed))
