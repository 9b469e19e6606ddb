"""Two editors at one record: the second to save is shown what the first one saved, and overwrites nothing unknowingly.

The form carries the version of the record that it was opened with: how many changes its history held, those of its
parts counted in. At save the rows are locked and counted again. Where the numbers differ nothing is saved: the form
comes back with what was typed, beside what stands now, and carries the version that stands now.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from sources.history import parts_of, versions
from strikes.admin.history.changes import Save, saves_of
from strikes.admin.history.formset_rows import gone_rows, without_rows
from strikes.admin.history.rows import Names, Words, in_words
from strikes.models import Incident

VERSION = "opened_version"
Row = tuple[type[models.Model], int]


@dataclass(frozen=True)
class Collision:
    """A field that was changed since the form was opened, and says something else on the form."""

    name: str
    label: str
    stands: str
    typed: str
    who: str
    at: datetime


def lock(model: type[models.Model], key: int) -> None:
    """Have whoever else would change the record or its parts wait until this transaction ends."""
    if "incident" in {field.name for field in model._meta.fields}:
        # First, as the loader does: in another order two of them could block each other.
        incident = model._base_manager.filter(pk=key).values("incident")
        list(Incident.objects.filter(pk__in=incident).select_for_update(no_key=True))
    for each, column in [(model, "pk"), *parts_of(model, own_alone=True)]:
        rows = each._base_manager.filter(**{column: key}).order_by("pk")
        list(rows.select_for_update(no_key=True).values_list("pk"))


class MindsCollisions(admin.ModelAdmin):
    """An admin whose form is not saved over what another saved since it was opened."""

    def _changeform_view(self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: Any) -> Any:
        """Within Django's transaction: before it reads the record, so that the version is never newer than the form."""
        key = self._key(object_id)
        if key is None:
            return super()._changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]
        if is_saved := request.method == "POST":
            lock(self.model, key)
        version = versions(self.model, [key])[key]
        context = {VERSION: version} | (extra_context or {})
        if is_saved and request.POST.get(VERSION) != str(version):
            context |= self._refuse(request, key)
        return super()._changeform_view(request, object_id, form_url, context)  # type: ignore[misc]

    def _key(self, object_id: str | None) -> int | None:
        try:
            return None if object_id is None else int(self.model._meta.pk.to_python(unquote(object_id)))
        except ValidationError:
            return None

    def _refuse(self, request: HttpRequest, key: int) -> dict[str, Any]:
        request.refusal = _(  # type: ignore[attr-defined]
            "Somebody else saved this record after you opened it. Nothing of yours is saved yet: what differs is shown "
            "above. Save once more to put what you typed in its place."
        )
        record = self.get_object(request, str(key))
        return {"collided_from": request.POST.get(VERSION, ""), "gone": self._take_gone_rows(request, record)}

    def _take_gone_rows(self, request: HttpRequest, record: Any) -> list[models.Model]:
        """Take what is no longer there out of what was posted, as no form could save it; return what was typed of it."""
        gone: list[models.Model] = []
        if record is None or not self.has_change_permission(request, record):
            return gone
        request.POST = request.POST.copy()  # type: ignore[assignment]
        for formset, inline in self.get_formsets_with_inlines(request, record):
            there = set(inline.model._base_manager.filter(**{formset.fk.name: record}).values_list("pk", flat=True))
            rows = gone_rows(request.POST, formset.get_default_prefix(), there)
            for number in rows:
                form = formset.form(request.POST, prefix=f"{formset.get_default_prefix()}-{number}")
                form.is_valid()
                form.instance.pk = rows[number]
                gone.append(form.instance)
            without_rows(request.POST, request.FILES, formset.get_default_prefix(), set(rows))
        return gone

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if "collided_from" in context:
            form, formsets = context["adminform"].form, [each.formset for each in context["inline_admin_formsets"]]
            since = _since(form.instance, context[VERSION], context["collided_from"])
            typed = [form.instance, *_typed(formsets), *context["gone"]]
            context |= {"since": since, "collisions": list(_collisions(form.instance, typed, since))}
        return super().render_change_form(request, context, *args, **kwargs)


def _typed(formsets: Iterable[Any]) -> Iterator[models.Model]:
    """The parts that stand already, as they stand on the form."""
    for formset in formsets:
        yield from (form.instance for form in formset.forms if form.instance.pk)


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
    names, told = Names(typed), set[tuple[Row, str]]()
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
