"""An imprecise date as three columns of a model: PREFIX_earliest, PREFIX_latest and PREFIX_precision."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sources.dates.value import DatePrecision, PartialDate

PARTS = ("earliest", "latest", "precision")


def partial_date_columns(
    label: Any, *, required: bool = False
) -> tuple["models.DateField[Any, Any]", "models.DateField[Any, Any]", "models.CharField[Any, Any]"]:
    """The columns; NULL and empty together where the date is not known."""
    optional: dict[str, Any] = {} if required else {"null": True, "blank": True}
    return (
        models.DateField(format_lazy("{}, {}", label, _("earliest")), **optional),
        models.DateField(format_lazy("{}, {}", label, _("latest")), **optional),
        models.CharField(
            format_lazy("{}, {}", label, _("precision")), max_length=12, choices=DatePrecision, blank=not required
        ),
    )


def stored_date(prefix: str) -> property:
    """The three columns read and written as one PartialDate, or None."""
    names = [f"{prefix}_{part}" for part in PARTS]

    def read(self: Any) -> PartialDate | None:
        earliest, latest, precision = (getattr(self, name) for name in names)
        return PartialDate(earliest, latest, DatePrecision(precision)) if precision else None

    def write(self: Any, when: PartialDate | None) -> None:
        values = (when.earliest, when.latest, when.precision) if when else (None, None, "")
        for name, value in zip(names, values, strict=True):
            setattr(self, name, value)

    return property(read, write)


def partial_date_check(prefix: str, *, name: str) -> list[models.CheckConstraint]:
    """All three or none; earliest not after latest; a day is one day."""
    earliest, latest, precision = (f"{prefix}_{part}" for part in PARTS)
    known = Q((f"{earliest}__isnull", False), (f"{latest}__isnull", False)) & ~Q((precision, ""))
    unknown = Q((f"{earliest}__isnull", True), (f"{latest}__isnull", True), (precision, ""))
    return [
        models.CheckConstraint(
            name=f"{name}_whole",
            condition=known | unknown,
            violation_error_message=_(
                "A date needs its earliest day, its latest day and its precision, or none of the three."
            ),
        ),
        models.CheckConstraint(
            name=f"{name}_order",
            condition=Q((earliest, None)) | Q((f"{earliest}__lte", F(latest))),
            violation_error_message=_("The earliest day is after the latest."),
        ),
        models.CheckConstraint(
            name=f"{name}_day",
            condition=~Q((precision, DatePrecision.DAY)) | Q((earliest, F(latest))),
            violation_error_message=_("A date of the precision “day” has the same earliest and latest day."),
        ),
    ]
