"""What the database refuses, told in the admin as a sentence.

Some rules are asked only at commit, when the form has long been found valid and its page is about to be left. Here they
are asked within the transaction; what they refuse, and whatever else the database refuses, takes everything back and
shows the form again, with the constraint's own sentence above all that was typed. A deletion or an action that is
refused leads back to where it was asked for.
"""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ERROR_FLAG
from django.core.exceptions import ValidationError
from django.db import DatabaseError, DataError, IntegrityError, OperationalError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from sources.constraints import WAITED_FOR_EACH_OTHER, sentence, settle

REFUSALS = (IntegrityError, OperationalError)


class _Refused:
    """A form that the database has refused once already."""

    refusal = ""

    def clean(self: Any) -> Any:
        cleaned = super().clean()  # type: ignore[misc]
        self.add_error(None, self.refusal)
        return cleaned


def refusal(error: DatabaseError) -> str:
    """The sentence for what the database refuses; what else goes wrong with it is raised on."""
    if isinstance(error, IntegrityError) or isinstance(error.__cause__, WAITED_FOR_EACH_OTHER):
        return sentence(error)
    raise error


def _readable(model: type[models.Model], given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    fields = {field.name: field for field in model._meta.concrete_fields}
    for name, value in given.items():
        with contextlib.suppress(ValidationError):
            yield name, fields[name].to_python(value) if name in fields else value


def _with_keys_alone(posted: QueryDict, model: type[models.Model]) -> QueryDict:
    """What was posted of a list, without rows that were made up by hand and are no keys."""
    posted = posted.copy()
    keys = [dict(_readable(model, {model._meta.pk.name: key})) for key in posted.getlist(ACTION_CHECKBOX_NAME)]
    posted.setlist(ACTION_CHECKBOX_NAME, [str(key) for each in keys for key in each.values()])
    return posted


class RefusalsInWords(admin.ModelAdmin):
    """An admin in which nothing that the database refuses is an error of the server."""

    # What has an address has readers there only once something public names it.
    view_on_site: Any = False

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", "")
        return type(form)(form.__name__, (_Refused, form), {"refusal": refusal}) if refusal else form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except REFUSALS as error:
            # All is taken back by now. The same request once more finds the form invalid, and shows what it holds.
            request.refusal = refusal(error)  # type: ignore[attr-defined]
            return super().changeform_view(request, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        settle()

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        super().delete_model(request, obj)
        settle()

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        super().delete_queryset(request, queryset)
        settle()

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().delete_view(request, *args, **kwargs)
        except REFUSALS as error:
            return self._back(request, error)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address fills in, without what was made up by hand and no field can hold."""
        return dict(_readable(self.model, super().get_changeform_initial_data(request)))

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method == "POST":
            request.POST = _with_keys_alone(request.POST, self.model)  # type: ignore[assignment]
        try:
            # An action and its entry in the log happen together, or not at all.
            with transaction.atomic():
                return super().changelist_view(request, *args, **kwargs)
        except REFUSALS as error:
            return self._back(request, error)
        except DataError:
            # A filter that was made up by hand: the list says so, as of those that Django finds out by itself.
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")

    def _back(self, request: HttpRequest, error: DatabaseError) -> HttpResponse:
        self.message_user(request, refusal(error), messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())
