"""The history of a record as a person reads it: one save after the other, each with who, when, and from what to what."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from sources.history import HISTORIES, parts_of
from sources.models import Relay
from strikes.admin.history.rows import Names, Words, fields_of, in_words
from strikes.models import Alternative, Citation, ClaimRelation, Inclusion, Membership, Supersession

# Named by what they refer to.
LINKS = (Alternative, Citation, ClaimRelation, Inclusion, Membership, Relay, Supersession)
# One save: the context of what was written, or the hour of a statement without one.
Key = UUID | datetime
MayView = Callable[[type[models.Model]], bool]


@dataclass(frozen=True)
class Field:
    """What a field said before and after; empty for nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """What became of one row: the record itself (no `name`), or a part of it. No `before`: added; no `after`: removed."""

    row: models.Model
    name: str
    before: Words | None
    after: Words | None

    @property
    def fields(self) -> list[Field]:
        before, after = self.before or {}, self.after or {}
        found = [Field(label, before.get(label, ""), after.get(label, "")) for label in {**before, **after}]
        return [field for field in found if field.before != field.after]


@dataclass(frozen=True)
class Save:
    """All that was written at once. `events` counts what the history holds of it."""

    at: datetime
    who: str
    command: str
    changes: tuple[Change, ...]
    events: int

    @property
    def title(self) -> str:
        """In a word or two what was done to the record itself."""
        own = next((change for change in self.changes if not change.name), None)
        if own is None:
            return _("Changed")
        if own.before is None:
            return _("Entered")
        if own.after is None:
            return _("Deleted")
        states = [field.after for field in own.fields if field.label == _("state")]
        return capfirst(states[0]) if states else _("Changed")


@dataclass(frozen=True)
class _Transition:
    """A row before and after one save."""

    owner: str
    before: models.Model | None
    after: models.Model | None


def everything(model: type[models.Model]) -> bool:
    return True


def saves_of(record: models.Model, may_view: MayView = everything, *, own_alone: bool = False) -> list[Save]:
    """What was ever saved of a record and of its parts, the newest first: a fixed number of queries."""
    last: dict[Key, Any] = {}
    steps: dict[Key, list[_Transition]] = defaultdict(list)
    counts: dict[Key, int] = defaultdict(int)
    parts = [part for part in parts_of(type(record), own_alone=own_alone) if may_view(part[0])]
    for model, owner in [(type(record), ""), *parts]:
        for event in (events := _events(model, owner, record)):
            last[_key(event)] = max(event, last.get(_key(event), event), key=_written_at)
            counts[_key(event)] += 1
        for key, step in _steps(model, owner, events):
            steps[key].append(step)
    names = Names(row for each in steps.values() for step in each for row in (step.before, step.after) if row)
    saves = [
        Save(_written_at(event), *_who(event.pgh_context), tuple(_changes(steps[key], names)), counts[key])
        for key, event in sorted(last.items(), key=lambda item: _written_at(item[1]), reverse=True)
    ]
    return [save for save in saves if own_alone or save.changes]


def _events(model: type[models.Model], owner: str, record: models.Model) -> list[Any]:
    rows = HISTORIES[model].objects.filter(**{f"{owner or 'pgh_obj'}_id": record.pk})
    return list(rows.select_related("pgh_context").order_by("pgh_obj_id", "pgh_id"))


def _key(event: Any) -> Key:
    return event.pgh_context_id or _written_at(event)


def _written_at(event: Any) -> datetime:
    when: datetime = event.pgh_created_at
    return when


def _who(context: Any) -> tuple[str, str]:
    metadata = context.metadata if context else {}
    return metadata.get("name") or _("somebody who left no name, by SQL"), metadata.get("command", "")


def _steps(model: type[models.Model], owner: str, events: Iterable[Any]) -> Iterator[tuple[Key, _Transition]]:
    """Each row from save to save; `events` in order of their rows, and then as they were written."""
    for _row, its in groupby(events, key=lambda event: event.pgh_obj_id):
        before: models.Model | None = None
        for key, run in groupby(its, key=_key):
            *_others, last = run
            row = as_row(model, last)
            after = None if last.pgh_label == "delete" else row
            if before or after:
                yield key, _Transition(owner, before, after)
            before = after


def as_row(model: type[models.Model], event: Any) -> models.Model:
    """The row as it was, not to be saved."""
    kept = {field.attname for field in event._meta.concrete_fields}
    values = {f.attname: getattr(event, f.attname) for f in model._meta.concrete_fields if f.attname in kept}
    return model(**values)


def _changes(steps: list[_Transition], names: Names) -> Iterator[Change]:
    """The changes that say something, the record's own first. What was removed and added anew is no change."""
    changes = [_change(step, names) for step in steps]
    removed = [change for change in changes if change.after is None and change.name]
    for change in changes:
        if change in removed:
            continue
        told = change
        if change.before is None and change.name and (twin := _twin(change, removed)):
            removed.remove(twin)
            told = Change(change.row, change.name, twin.before, change.after)
        if told.fields:
            yield told
    yield from removed


def _twin(added: Change, removed: list[Change]) -> Change | None:
    """What was removed in its place: the same, or what bears the same name."""
    alike = [change for change in removed if type(change.row) is type(added.row) and change.name == added.name]
    return next((change for change in alike if change.before == added.after), next(iter(alike), None))


def _change(step: _Transition, names: Names) -> Change:
    row = step.after or step.before
    assert row is not None
    before, after = (in_words(each, names, step.owner) if each else None for each in (step.before, step.after))
    return Change(row, part_name(row, names, step.owner) if step.owner else "", before, after)


def part_name(row: models.Model, names: Names, owner: str) -> str:
    """What a part is called: “citation of The Intercept …”."""
    kind = capfirst(str(row._meta.verbose_name))
    if isinstance(row, LINKS):
        words = in_words(row, names, owner)
        links = [field for field in fields_of(type(row), owner) if isinstance(field, models.ForeignKey)]
        called = next((words[str(link.verbose_name)] for link in links if words[str(link.verbose_name)]), "")
    else:
        called = str(names.attached(row))
    return _("%(kind)s: %(name)s") % {"kind": kind, "name": called}
