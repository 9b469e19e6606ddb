"""The two bases of the admin beside `RecordAdmin`: for what the public reads, and for what is published by itself."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.admin.records import RecordAdmin
from strikes.admin.history.changes import saves_of
from strikes.admin.history.collisions import open_or_refuse, what_collided
from strikes.admin.publishing import acts
from strikes.admin.publishing.buttons import buttons_for
from strikes.admin.publishing.listings import bring_up_to_date, bring_up_to_date_after, is_shared
from strikes.admin.publishing.preview import address_of_preview
from strikes.admin.publishing.publishable import PublishableRow, is_answered, name_of, was_public
from strikes.admin.publishing.versions import box_of_version, is_as_listed, note_versions
from strikes.admin.publishing.withdrawal import MOST, WithdrawalForm, address_of_form, keys_in, what_will_happen
from strikes.listing.write import lock
from strikes.models.affected import incidents_affected
from strikes.vocabulary.terms import State


class PublicRecordAdmin(RecordAdmin):
    """An admin of what the public reads: a change refreshes the listings, is told by its history, and minds others'."""

    object_history_template = "admin/history.html"

    def before_form(self, request: HttpRequest, object_id: str | None) -> dict[str, Any]:
        return open_or_refuse(request, self.model, object_id)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        context |= what_collided(context)
        return super().render_change_form(request, context, *args, **kwargs)

    def after_save(self, request: HttpRequest, record: Any, form: Any, formsets: Any) -> None:
        super().after_save(request, record, form, formsets)
        bring_up_to_date_after(record, form, formsets)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        incidents = incidents_affected(obj)
        super().delete_model(request, obj)
        bring_up_to_date(obj, lambda: incidents)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        found = [(obj, incidents_affected(obj)) for obj in queryset]
        if not is_shared(self.model):
            lock(key for _obj, incidents in found for key in incidents)
        super().delete_queryset(request, queryset)
        for obj, incidents in found:
            bring_up_to_date(obj, partial(set, incidents))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Who changed what from what to what, in the record and in those of its parts that this account may view."""
        record = self.get_object(request, unquote(object_id))
        told = {}
        if record and self.has_view_or_change_permission(request, record):
            told = {"saves": saves_of(record, partial(self._may_view, request))}
        return super().history_view(request, object_id, told | (extra_context or {}))

    def _may_view(self, request: HttpRequest, part: type[models.Model]) -> bool:
        return self.admin_site.get_model_admin(part).has_view_or_change_permission(request)


class PublishableAdmin(PublicRecordAdmin):
    """An admin of what is published, withdrawn and taken back, in its list and by buttons of its form; with a preview.

    What each of the acts does stands in publishing/acts.py. Here their outcomes become messages and entries of the log.
    """

    actions = ["publish", "withdraw", "take_back"]
    # States in which the form cannot be edited.
    closed: frozenset[State] = frozenset({State.WITHDRAWN})

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.state in self.closed)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was public leaves a notice, and its number or code is never given again."""
        stays = obj and (obj.state != State.DRAFT or was_public(obj))
        return super().has_delete_permission(request, obj) and not stays

    def view_on_site(self, obj: PublishableRow) -> str | None:
        return obj.get_absolute_url() if is_answered(obj) else None

    # The list, in which each row carries the version that it shows

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        rows = list(changelist.result_list)
        note_versions(rows)
        changelist.result_list = rows
        return changelist

    def action_checkbox(self, obj: Any) -> Any:
        return format_html("{}{}", super().action_checkbox(obj), box_of_version(obj))

    @admin.action(description=gettext_lazy("Publish the selected %(verbose_name_plural)s"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Publish each, or say by name why not."""
        outcome = acts.publish(queryset, request.user, partial(is_as_listed, request))
        names = [name_of(row) for row in outcome.done]
        if len(names) == 1:
            self.message_user(request, _("%(name)s is published.") % {"name": names[0]}, messages.SUCCESS)
        elif names:
            said = _("%(count)s are published: %(names)s.") % {"count": len(names), "names": ", ".join(names)}
            self.message_user(request, said, messages.SUCCESS)
        self._close(request, outcome, _("{} is not published: {}"))

    @admin.action(
        description=gettext_lazy("Take the selected %(verbose_name_plural)s back to draft"), permissions=["change"]
    )
    def take_back(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Off the public pages, to be edited and published anew."""
        outcome = acts.take_back(queryset)
        stays = _("Its address goes on saying that it was withdrawn, until it is published anew.")
        for row in outcome.done:
            said = _("%(name)s is a draft again.") % {"name": name_of(row)}
            self.message_user(request, f"{said} {stays}" if row.has_notice else said)
        self._close(request, outcome, _("{} is not taken back: {}"))

    @admin.action(description=gettext_lazy("Withdraw the selected %(verbose_name_plural)s"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> HttpResponse | None:
        """To the page that asks why."""
        keys = sorted(queryset.order_by().values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            said = _("At most %s are withdrawn at a time, for one reason.") % MOST
            self.message_user(request, said, messages.ERROR)
            return None
        return HttpResponseRedirect(reverse(self._name_of("withdraw"), query={"ids": ",".join(map(str, keys))}))

    def withdraw_view(self, request: HttpRequest) -> HttpResponse:
        """What will happen, and why: asked, and done once there is a reason."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        rows = self.model._default_manager.filter(pk__in=keys_in(request.GET.get("ids", ""))).order_by("pk")
        found: Sequence[Any] = list(acts.with_relations(rows))
        if not found:
            raise Http404
        form = WithdrawalForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            self._withdraw(request, rows, form.cleaned_data["reason"])
            back = address_of_form(found[0]) if len(found) == 1 else reverse(self._name_of("changelist"))
            return HttpResponseRedirect(back)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form}
        return TemplateResponse(request, "admin/strikes/withdraw.html", context | what_will_happen(found))

    @transaction.atomic
    def _withdraw(self, request: HttpRequest, rows: models.QuerySet[Any], reason: str) -> None:
        outcome = acts.withdraw(rows, request.user, reason)
        for row in outcome.done:
            address = row.get_absolute_url()
            link = format_html('<a href="{}">{}</a>', address, address)
            said = format_html(_("{} is withdrawn. Its address says so: {}"), name_of(row), link)
            self.message_user(request, said, messages.SUCCESS)
        self._close(request, outcome, _("{} is not withdrawn: {}"))

    def _close(self, request: HttpRequest, outcome: acts.ActOutcome, refused: str) -> None:
        """Say of each refused record why, with a link to its form, and keep in the log what was done."""
        for row, why in outcome.refused:
            link = format_html('<a href="{}">{}</a>', address_of_form(row), name_of(row))
            self.message_user(request, format_html(refused, link, why), messages.ERROR)
        for row in outcome.done:
            self.log_change(request, row, outcome.entry)

    # The form, with its buttons

    def get_urls(self) -> list[Any]:
        name = self._name_of("withdraw").removeprefix("admin:")
        return [path("withdraw/", self.admin_site.admin_view(self.withdraw_view), name=name), *super().get_urls()]

    def _name_of(self, page: str) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The buttons of a closed form act too: there is nothing in it to save."""
        if request.method == "POST" and object_id:
            obj = self.get_object(request, unquote(object_id))
            if obj and obj.state in self.closed and self.has_change_permission(request):
                with transaction.atomic():
                    if acted := self._act(request, obj):
                        return acted
        return super().changeform_view(request, object_id, form_url, extra_context)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._act(request, obj) or super().response_change(request, obj)

    def _act(self, request: HttpRequest, obj: Any) -> HttpResponse | None:
        """What a button of the form asks for, once the form is saved; None where it asks for nothing but that."""
        rows = self.model._default_manager.filter(pk=obj.pk)
        if "_withdraw" in request.POST:
            return self.withdraw(request, rows)
        if "_take_back" in request.POST:
            self.take_back(request, rows)
        elif "_publish" in request.POST:
            self._publish_from_form(request, rows, obj)
        else:
            return None
        return HttpResponseRedirect(address_of_form(obj))

    def _publish_from_form(self, request: HttpRequest, rows: models.QuerySet[Any], obj: Any) -> None:
        """Publish what was saved, but not where that made this account its last editor."""
        buttons = buttons_for(obj, request.user, may_change=True)
        if buttons.is_own:
            said = format_html("{} {}", _("%s is saved, and not published.") % name_of(obj), buttons.waits)
            self.message_user(request, said, messages.WARNING)
        else:
            self.publish(request, rows)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        if obj and obj.pk:
            # Of such records: a button acts on one whose form is closed.
            may_change = self.has_change_permission(request)
            context["buttons"] = buttons_for(obj, request.user, may_change=may_change)
            context["preview_address"] = address_of_preview(obj)
        return super().render_change_form(request, context, *args, **kwargs)
