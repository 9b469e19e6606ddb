"""Two editors at one record: the second to save is shown what the first one saved, and overwrites nothing unknowingly.

The form carries the version of the record that it was opened with: how many changes its history held, those of its
parts counted in. At save the rows are locked and counted again. Where the numbers differ nothing is saved: the form
comes back with what was typed, beside what stands now, and carries the version that stands now.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from sources.history import parts_of, versions
from strikes.admin.history.changes import Save, saves_of
from strikes.admin.history.rows import Names, Words, in_words
from strikes.models import Incident

# What the form carries, and where the version is kept with which a form was opened that is no longer the newest.
VERSION, OPENED_WITH = "opened_version", "collided_from"
RowKey = tuple[type[models.Model], int]


@dataclass(frozen=True)
class Collision:
    """A field that was changed since the form was opened, and says something else on the form."""

    name: str
    label: str
    stands: str
    typed: str
    who: str
    at: datetime


def open_or_refuse(request: HttpRequest, model: type[models.Model], object_id: str | None) -> dict[str, Any]:
    """What the form of a record carries. Where it was sent and is not of the newest version, `request.refusal` says so.

    To be called before the record is read, in the transaction that saves it, so that no form carries a version newer
    than what it shows.
    """
    key = _key(model, object_id)
    if key is None:
        return {}
    if is_saved := request.method == "POST":
        lock(model, key)
    version = versions(model, [key])[key]
    if not is_saved or request.POST.get(VERSION) == str(version):
        return {VERSION: version}
    request.refusal = _(  # type: ignore[attr-defined]
        "Somebody else saved this record after you opened it. Nothing of yours is saved yet: what differs is shown "
        "above. Save once more to put what you typed in its place."
    )
    return {VERSION: version, OPENED_WITH: request.POST.get(VERSION, "")}


def _key(model: type[models.Model], object_id: str | None) -> int | None:
    try:
        return None if object_id is None else int(model._meta.pk.to_python(unquote(object_id)))
    except ValidationError:
        return None


def lock(model: type[models.Model], key: int) -> None:
    """Have whoever else would change the record or its parts wait until this transaction ends."""
    if "incident" in {field.name for field in model._meta.fields}:
        # First, as the loader does: in another order two of them could block each other.
        incident = model._base_manager.filter(pk=key).values("incident")
        list(Incident.objects.filter(pk__in=incident).select_for_update(no_key=True))
    for each, column in [(model, "pk"), *parts_of(model, own_alone=True)]:
        rows = each._base_manager.filter(**{column: key}).order_by("pk")
        list(rows.select_for_update(no_key=True).values_list("pk"))


def what_collided(context: dict[str, Any]) -> dict[str, Any]:
    """What the form shows of a collision, from its context; nothing where there is none."""
    if OPENED_WITH not in context:
        return {}
    record = context["adminform"].form.instance
    typed = [record, *_typed(each.formset for each in context["inline_admin_formsets"])]
    since = _since(record, context[VERSION], context[OPENED_WITH])
    return {"since": since, "collisions": list(_collisions(record, typed, since))}


def _typed(formsets: Iterable[Any]) -> Iterator[models.Model]:
    """The parts that stood when the form was opened, as they stand on the form."""
    for formset in formsets:
        yield from (form.instance for form in formset.forms if form.instance.pk)
        yield from formset.typed_of_gone()


def _since(record: models.Model, version: int, opened: str) -> list[Save]:
    """What was saved since the version that the form was opened with, the newest first; all, where that is unknown."""
    missed = version - int(opened) if opened.isdecimal() and len(opened) < 19 else version
    found: list[Save] = []
    for save in saves_of(record, own_alone=True):
        if missed <= 0:
            break
        found.append(save)
        missed -= save.events
    return found


def _collisions(record: models.Model, typed: list[models.Model], since: list[Save]) -> Iterator[Collision]:
    """Each field that was changed since, and says something else on the form; the last change of it tells who."""
    owners = dict(parts_of(type(record), own_alone=True))
    names, told = Names(typed), set[tuple[RowKey, str]]()
    rows = {(type(row), row.pk): row for row in typed}
    for save in since:
        for change in save.changes:
            key = (type(change.row), change.row.pk)
            mine = in_words(rows[key], names, owners.get(type(change.row), "")) if key in rows else {}
            for label in _labels(change.before, change.after):
                stands, on_form = (change.after or {}).get(label, ""), mine.get(label, "")
                if (key, label) not in told and stands != on_form:
                    yield Collision(change.name, capfirst(label), stands, on_form, save.who, save.at)
                told.add((key, label))


def _labels(before: Words | None, after: Words | None) -> list[str]:
    """The fields of which two states of a row say different things."""
    before, after = before or {}, after or {}
    return [label for label in {**before, **after} if before.get(label, "") != after.get(label, "")]
