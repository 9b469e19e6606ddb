"""What lists of the admin are made of: conditions that are asked for together, and numbers that lead to what they count."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from strikes.directory.missing import CONDITIONS, PARAMETER


class Missing(admin.ListFilter):
    """What is missing in a row: conditions that are switched on and off one by one; a row shown meets all that are on."""

    title = _("what is missing")
    template = "admin/missing_filter.html"

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        self.conditions = CONDITIONS[model]
        self.asked = list(dict.fromkeys(params.pop(PARAMETER, [])))

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str | None]:
        return [PARAMETER]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        known = {condition.name: condition for condition in self.conditions}
        for name in self.asked:
            if name not in known:
                raise IncorrectLookupParameters(name)
            queryset = known[name].rows(queryset)
        return queryset

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        for condition in self.conditions:
            is_on = condition.name in self.asked
            others = [name for name in self.asked if name != condition.name]
            wanted: Any = (others if is_on else [*others, condition.name]) or None
            query = changelist.get_query_string({PARAMETER: wanted})
            yield {"selected": is_on, "query_string": query, "display": condition.label}


def counted(label: Any, number: str, changelist: str, parameter: str, **fixed: str) -> Callable[[Any], Any]:
    """A column that shows an annotated number, with a link to the list of what it counts.

    The list is that of `changelist`, an app and a model, where `parameter` is the key of the row.
    """

    @admin.display(description=label, ordering=number)
    def column(row: Any) -> Any:
        total = getattr(row, number)
        address = reverse(f"admin:{changelist}_changelist", query={parameter: row.pk} | fixed)
        return format_html('<a href="{}">{}</a>', address, total) if total else total

    column.__name__ = number
    return column
