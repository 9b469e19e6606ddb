"""What is said of a row where one is chosen among others: enough beside its name to tell it from the next.

`tell` is extended for each model by `tell.register`; `TOLD_WITH` and `TOLD_WITH_MANY` name the relations that its
words need.
"""

from functools import singledispatch
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sources.admin.generic import ModelChoiceField
from sources.models import Capture, Publisher, Source

TOLD_WITH: dict[type[models.Model], tuple[str, ...]] = {Source: ("publisher",), Capture: ("source",)}

TOLD_WITH_MANY: dict[type[models.Model], tuple[str, ...]] = {}


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


class LabelledChoiceField(ModelChoiceField):
    """A choice among rows, each with a label that tells it from the next."""

    def __init__(self, queryset: Any, **kwargs: Any) -> None:
        super().__init__(with_what_tells(queryset), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Nothing in place of what was made up by hand and is no key: the box could not show it."""
        key = super().prepare_value(value)
        try:
            self.queryset.model._meta.pk.to_python(key)  # type: ignore[union-attr]
        except ValidationError:
            return ""
        return key

    def label_from_instance(self, obj: models.Model) -> str:
        return tell(obj)


def with_what_tells(queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any]":
    if related := TOLD_WITH.get(queryset.model):
        queryset = queryset.select_related(*related)
    return queryset.prefetch_related(*TOLD_WITH_MANY.get(queryset.model, ()))


# For `formfield_overrides` of an admin.
TELLING: dict[Any, Any] = {models.ForeignKey: {"form_class": LabelledChoiceField}}
