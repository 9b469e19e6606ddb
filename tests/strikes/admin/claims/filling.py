"""What a browser would send back of a form of the admin, to be changed and posted."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from django.forms import CheckboxInput, FileInput
from django.test import Client
from django.urls import reverse

from strikes.models import Incident, Party, Question


def claim_form(incident: Incident, question: str, party: Party, **known: object) -> str:
    """The address of the form of a new claim, past its first step."""
    key = Question.objects.get(code=question).pk
    return reverse(
        "admin:strikes_claim_add", query={"incident": incident.pk, "question": key, "party": party.pk} | known
    )


def filled(client: Client, address: str) -> dict[str, Any]:
    """The form at this address as it opens, its inlines with it."""
    return on_page(client.get(address).context)


def on_page(context: Any) -> dict[str, Any]:
    """The form that a page holds, as it would be sent."""
    opened = {"opened_version": str(context["opened_version"])} if "opened_version" in context else {}
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return opened | {name: value for form in forms for bound in form for name, value in sent(bound)}


def sent(bound: Any) -> Iterator[tuple[str, Any]]:
    """The names and values that one field sends."""
    value = bound.value()
    widget: Any = bound.field.widget
    if hasattr(widget, "decompress"):
        for suffix, part, shown in zip(widget.widgets_names, widget.widgets, widget.decompress(value), strict=True):
            yield bound.html_name + suffix, part.format_value(shown) or ""
    elif isinstance(widget, CheckboxInput):
        yield bound.html_name, "on" if value else ""
    elif isinstance(widget, FileInput):
        yield bound.html_name, ""  # nothing is chosen anew
    else:
        shown = widget.format_value(value)
        yield bound.html_name, next(iter(shown), "") if isinstance(shown, list) else shown or ""


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
