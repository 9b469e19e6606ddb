"""`RecordAdmin`, the base of every admin: what holds of any record at the desk.

A save goes one way: what is opened is locked, the form and its parts are checked and written, and then `save_related`
brings about, in the order written there, all that follows from it.
"""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ERROR_FLAG
from django.db import DatabaseError, DataError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from sources.admin.fields import words_understood
from sources.admin.forms import PartFormSet, RecordForm
from sources.admin.generic import ModelAdmin, StackedInline, TabularInline
from sources.admin.refusals import REFUSALS, readable, refusal, with_keys_alone
from sources.admin.telling import TELLING
from sources.constraints import settle


class RecordAdmin(ModelAdmin):
    """An admin of records: nothing that the database refuses is an error of the server, and names are permanent."""

    form = RecordForm
    # Rows to choose among are told apart.
    formfield_overrides = TELLING
    # A number of all rows costs as much as reading them.
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    # What has an address has readers there only once something public names it.
    view_on_site: Any = False
    # Fields that are fixed once they are saved, since addresses are made of them.
    permanent: tuple[str, ...] = ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *(self.permanent if obj else ())]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address fills in, without what was made up by hand and no field can hold."""
        return dict(readable(self.model, super().get_changeform_initial_data(request)))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", "")  # the class is made anew for each request
        return form

    # Opening and saving

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        try:
            return self._form_page(request, object_id, form_url, extra_context)
        except REFUSALS as error:
            # All is taken back by now. The same request once more finds the form invalid, and shows what it holds.
            request.refusal = refusal(error)  # type: ignore[attr-defined]
            return self._form_page(request, object_id, form_url, extra_context)

    def _form_page(self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: Any) -> Any:
        with transaction.atomic():
            context = self.before_form(request, object_id) | (extra_context or {})
            return super().changeform_view(request, object_id, form_url, context)

    def before_form(self, request: HttpRequest, object_id: str | None) -> dict[str, Any]:
        """What the page of the form is given, found before the record is read, in the transaction that saves it."""
        return {}

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Write the parts, after the record itself; then, once, all that follows from a save, in this order."""
        super().save_related(request, form, formsets, change)
        settle()
        self.after_save(request, form.instance, form, formsets)
        for words in words_understood(form):
            self.message_user(request, words, messages.INFO)

    def after_save(self, request: HttpRequest, record: Any, form: Any, formsets: Any) -> None:
        """What follows from a save of the record and its parts, once they are written and the database holds them."""

    # Deleting, and actions of the list

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        super().delete_model(request, obj)
        settle()

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        super().delete_queryset(request, queryset)
        settle()

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        try:
            return super().delete_view(request, object_id, extra_context)
        except REFUSALS as error:
            return self._back(request, error)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        if request.method == "POST":
            request.POST = with_keys_alone(request.POST, self.model)  # type: ignore[assignment]
        try:
            # An action and its entry in the log happen together, or not at all.
            with transaction.atomic():
                return super().changelist_view(request, extra_context)
        except REFUSALS as error:
            return self._back(request, error)
        except DataError:
            # A filter that was made up by hand: the list says so, as of those that Django finds out by itself.
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")

    def _back(self, request: HttpRequest, error: DatabaseError) -> HttpResponse:
        self.message_user(request, refusal(error), messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())


class StackedParts(StackedInline):
    """Parts of a record, one beneath the other in its form."""

    formset = PartFormSet
    formfield_overrides = TELLING
    extra = 0


class TabularParts(TabularInline):
    """Parts of a record, each a line in its form."""

    formset = PartFormSet
    formfield_overrides = TELLING
    extra = 0
