"""The first step of a new claim: on which incident, to which question, by which party.

Its answers stand in the address, so that a link from an incident, a question or a source fills in what it knows, and a
link that knows all three skips the step.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from sources.admin.telling import LabelledChoiceField
from sources.models import Source
from strikes.models import Citation, Claim, Incident, Party, Question

ASKED = ("incident", "question", "party")


def _field(queryset: Any, model: Any, name: str, **kwargs: Any) -> LabelledChoiceField:
    field = model._meta.get_field(name)
    widget = AutocompleteSelect(field, admin.site)
    return LabelledChoiceField(
        queryset, widget=widget, label=capfirst(field.verbose_name), help_text=field.help_text, **kwargs
    )


class FirstStep(forms.Form):
    """What a claim is about; the source is asked only to be handed on."""

    incident = _field(Incident.objects.all(), Claim, "incident")
    question = _field(Question.objects.all(), Claim, "question")
    party = _field(Party.objects.all(), Claim, "party")
    source = _field(Source.objects.all(), Citation, "source", required=False)


def begin(request: HttpRequest) -> FirstStep:
    """The step as far as the address answers it: bound where all is asked, else with what is known."""
    fields: Any = FirstStep.base_fields
    given = {name: request.GET[name] for name in fields if name in request.GET}
    # What was made up by hand is left out: a box cannot show it.
    known = {name: value if _is_one(fields[name], value) else "" for name, value in given.items()}
    return FirstStep(known) if known.keys() >= set(ASKED) else FirstStep(initial=known)


def _is_one(field: LabelledChoiceField, value: str) -> bool:
    try:
        return field.clean(value) is not None
    except forms.ValidationError:
        return False


def begun(request: HttpRequest) -> dict[str, Any]:
    """What the first step answered; nothing for a claim that stands already."""
    answered: dict[str, Any] = getattr(request, "begun", {})
    return answered


def ask(request: HttpRequest, site: admin.AdminSite, step: FirstStep) -> HttpResponse:
    """The page of the first step."""
    context = {
        **site.each_context(request),
        "opts": Claim._meta,
        "title": _("Add claim: what it is about"),
        "step": step,
        "media": step.media,
    }
    return TemplateResponse(request, "admin/strikes/claim/first_step.html", context)
