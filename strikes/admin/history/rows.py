"""A row in words, field by field: for its history, and for two editors who save it at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import copy
from datetime import datetime, time
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.admin.telling import tell, with_what_tells
from sources.dates.columns import PARTS
from strikes.admin.typed import POINT, point_of
from strikes.answers import KINDS
from strikes.answers.typed import point as typed_point
from strikes.directory.claim_rows import answer_of_row
from strikes.models import Claim

# Shown as one: three columns as a date, two as a point, and many as an answer.
DATES = {
    "stated": gettext_lazy("stated"),
    "when": gettext_lazy("happened"),
    "filed": gettext_lazy("filed under"),
    "published": gettext_lazy("published"),
}
_ANSWER = {column for module in KINDS.values() for column in module.COLUMNS} - {"is_one_of"}
_LEFT_OUT = {"last_edited_by"}  # shown as who saved it

Words = dict[str, str]


def fields_of(model: type[models.Model], owner: str = "") -> Iterator["models.Field[Any, Any]"]:
    """The fields that are shown of a row of this model, without the key of its owner (`owner`) and of its editor."""
    for field in model._meta.concrete_fields:
        if field.editable and not field.primary_key and field.name not in {owner, *_LEFT_OUT}:
            yield field


class Names:
    """What these rows refer to, read at once: a query or two for each model, however many they are."""

    def __init__(self, rows: Iterable[models.Model]) -> None:
        asked: dict[Any, set[int]] = defaultdict(set)
        for row in rows:
            for field in row._meta.concrete_fields:
                if isinstance(field, models.ForeignKey) and (key := getattr(row, field.attname)):
                    asked[field.related_model].add(key)
        self._rows = {model: with_what_tells(model._base_manager.all()).in_bulk(keys) for model, keys in asked.items()}

    def find(self, field: "models.ForeignKey[Any, Any]", key: int | None) -> Any:
        return self._rows.get(field.related_model, {}).get(key)

    def attached(self, row: models.Model) -> Any:
        """A copy of the row, with what it refers to at hand; None where that is no longer there."""
        row = copy(row)
        for field in row._meta.concrete_fields:
            if isinstance(field, models.ForeignKey):
                setattr(row, field.name, self.find(field, getattr(row, field.attname)))
        return row


def in_words(row: models.Model, names: Names, owner: str = "") -> Words:
    """What the row says, by the names of its fields; empty where it says nothing."""
    words: Words = {}
    attached = names.attached(row)
    for field in fields_of(type(row), owner):
        name, prefix = field.name, field.name.removesuffix("_earliest")
        if isinstance(row, Claim) and name in _ANSWER:
            if _("answer") not in words:
                words[_("answer")] = _answer(attached) if attached.question else ""
        elif prefix in DATES and prefix != name:
            words[str(DATES[prefix])] = str(getattr(row, prefix) or "")
        elif name in POINT:
            words[_("coordinates")] = typed_point.write(point) if (point := point_of(row)) else ""
        elif not any(name == f"{date}_{part}" for date in DATES for part in PARTS):
            words[str(field.verbose_name)] = _value(row, field, names)
    return words


def _answer(claim: Claim) -> str:
    """The answer of the claim; the several names that it leaves open are rows of their own."""
    claim.kind, claim.is_one_of = claim.question.kind, False
    return answer_of_row(claim)


def _value(row: models.Model, field: "models.Field[Any, Any]", names: Names) -> str:
    value = getattr(row, field.attname)
    if value is None or value == "":
        return ""
    if isinstance(field, models.ForeignKey):
        found = names.find(field, value)
        return tell(found) if found else _("no. %(key)s, which is no longer there") % {"key": value}
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(value, "j F Y, H:i")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(getattr(row, f"get_{field.name}_display")() if field.choices else value)
