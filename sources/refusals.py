"""What the database refuses, told in the admin as a sentence.

Some rules are asked only at commit, when the form has long been found valid and its page is about to be left. Here they
are asked within the transaction; what they refuse, and whatever else the database refuses, takes everything back and
shows the form again, with the constraint's own sentence above all that was typed. A deletion or an action that is
refused leads back to where it was asked for.
"""

from typing import Any

from django.contrib import admin, messages
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from sources.constraints import sentence, settle


class _Refused:
    """A form that the database has refused once already."""

    refusal = ""

    def clean(self: Any) -> Any:
        cleaned = super().clean()  # type: ignore[misc]
        self.add_error(None, self.refusal)
        return cleaned


class RefusalsInWords(admin.ModelAdmin):
    """An admin in which nothing that the database refuses is an error of the server."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", "")
        return type(form)(form.__name__, (_Refused, form), {"refusal": refusal}) if refusal else form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError as error:
            # All is taken back by now. The same request once more finds the form invalid, and shows what it holds.
            request.refusal = sentence(error)  # type: ignore[attr-defined]
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
        except IntegrityError as error:
            return self._back(request, error)

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            # An action and its entry in the log happen together, or not at all.
            with transaction.atomic():
                return super().changelist_view(request, *args, **kwargs)
        except IntegrityError as error:
            return self._back(request, error)

    def _back(self, request: HttpRequest, error: IntegrityError) -> HttpResponse:
        self.message_user(request, sentence(error), messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())
