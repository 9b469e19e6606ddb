"""What is said of a row where one is chosen among others: enough beside its name to tell it from the next.

`tell` is extended for each model by `tell.register`; `TOLD_WITH` names the relations that its words need.
"""

from functools import singledispatch
from typing import Any

from django.db import models
from django.forms import ModelChoiceField
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sources.models import Capture, Publisher, Source

TOLD_WITH: dict[type[models.Model], tuple[str, ...]] = {Source: ("publisher",), Capture: ("source",)}


@singledispatch
def tell(row: models.Model) -> str:
    """The row in a line, for an editor who chooses."""
    return str(row)


@tell.register
def tell_publisher(publisher: Publisher) -> str:
    return beside(publisher.name, publisher.get_kind_display(), publisher.country, publisher.original_name)


@tell.register
def tell_source(source: Source) -> str:
    return beside(source.title, source.publisher, source.published, source.get_kind_display(), source.code)


@tell.register
def tell_capture(capture: Capture) -> str:
    seen = _("seen %s") % date_format(capture.seen_at, "j F Y") if capture.seen_at else ""
    return beside(capture, seen, capture.headline)


def beside(name: object, *words: object) -> str:
    """The name with what is known beside it: “The Intercept (news site, US)”."""
    known = ", ".join(str(word) for word in words if word)
    return f"{name} ({known})" if known else str(name)


class Told(ModelChoiceField):
    """A choice among rows that are told apart."""

    def __init__(self, queryset: Any, **kwargs: Any) -> None:
        super().__init__(with_what_tells(queryset), **kwargs)

    def label_from_instance(self, obj: models.Model) -> str:
        return tell(obj)


def with_what_tells(queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any]":
    return queryset.select_related(*TOLD_WITH[queryset.model]) if queryset.model in TOLD_WITH else queryset


# For `formfield_overrides` of an admin.
TELLING: dict[Any, Any] = {models.ForeignKey: {"form_class": Told}}
