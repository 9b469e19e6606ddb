"""What a browser would send back of a form of the admin, to be changed and posted."""

from html import unescape
from typing import Any

from django.forms import FileField
from django.test import Client


def filled(client: Client, address: str) -> dict[str, Any]:
    """The form at this address as it opens, its inlines with it."""
    context = client.get(address).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return {bound.html_name: sent(bound) for form in forms for bound in form}


def sent(bound: Any) -> Any:
    value = bound.value()
    if isinstance(bound.field, FileField):
        return ""  # nothing is chosen anew
    if isinstance(value, bool) and not hasattr(bound.field, "choices"):
        return "on" if value else ""
    shown = bound.field.widget.format_value(value) if hasattr(bound.field.widget, "format_value") else value
    if isinstance(shown, list):
        shown = next(iter(shown), "")
    return "" if shown is None else shown


def row(prefix: str, number: int, **values: Any) -> dict[str, Any]:
    """One more row of an inline, as `number`, of which all before are there already."""
    return {f"{prefix}-TOTAL_FORMS": number + 1} | {
        f"{prefix}-{number}-{name}": value for name, value in values.items()
    }


def errors(response: Any) -> str:
    """Every sentence that a form came back with."""
    context = response.context
    if not context or "adminform" not in context:
        return ""
    found = [context["errors"]]
    return unescape(" ".join(str(sentence) for sentences in found for sentence in sentences))
