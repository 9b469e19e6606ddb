"""Withdrawing what was public: a page that says what will happen and asks for the public reason, and the act itself.

The page has an address of its own, `withdraw/?ids=1,2`, to which the action of the list and the button of the form lead.
"""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.admin.refusals import RefusalsInWords
from strikes.admin.publishing.listed import Listed
from strikes.admin.publishing.preview import Previewed
from strikes.listing.write import lock, refresh
from strikes.models import Revision
from strikes.models.affected import incidents_affected
from strikes.models.publication import LONGEST_REASON
from strikes.vocabulary.terms import State

WITHDRAWN = "Withdrawn."
MOST = 100  # at a time: one reason rarely fits more, and the address must hold their keys
_IDS = re.compile(r"[0-9]{1,18}(,[0-9]{1,18})*")


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "Public, in one sentence: “It was entered twice; see claim 4.” It repeats nothing of what is withdrawn, and names nobody whom that could harm."
        ),
    )

    def clean_reason(self) -> str:
        """One line."""
        return " ".join(self.cleaned_data["reason"].split())


class Withdrawing(Previewed, Listed, RefusalsInWords):
    """An admin whose published records are withdrawn with a reason."""

    # What a name and a check of a record need of others.
    read_with: tuple[str, ...] = ()

    def name_of(self, obj: Any) -> str:
        """What a message calls the record."""
        raise NotImplementedError

    def consequences(self, rows: Iterable[Any]) -> list[str]:
        """Sentences on what else changes once these are withdrawn."""
        raise NotImplementedError

    def was_public(self, obj: Any) -> bool:
        """Whether readers can have seen the record."""
        return bool(obj.has_been_published)

    def refusal_to_withdraw(self, obj: Any) -> str:
        """Why the record cannot be withdrawn; empty where it can."""
        if obj.state == State.WITHDRAWN:
            return _("It is withdrawn already.")
        if not self.was_public(obj):
            return _("It was never public: edit the draft, or delete it.")
        return ""

    def address_of_form(self, obj: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])

    def locked(self, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """The selected rows, locked in one order until the end of the transaction, and before them their incidents."""
        selected = list(queryset)
        lock(key for obj in selected for key in incidents_affected(obj))
        # By their keys: what the list counts beside each would forbid the lock.
        rows: models.QuerySet[Any] = models.QuerySet(self.model).filter(pk__in=[obj.pk for obj in selected])
        return rows.select_related(*self.read_with).order_by("pk").select_for_update(of=("self",))

    def refuse(self, request: HttpRequest, said: str, obj: Any, *more: str) -> None:
        """Say of one record why not; the sentence has a place for its linked name, and one for each of `more`."""
        link = format_html('<a href="{}">{}</a>', self.address_of_form(obj), self.name_of(obj))
        self.message_user(request, format_html(said, link, *more), messages.ERROR)

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_withdraw"
        return [path("withdraw/", self.admin_site.admin_view(self.withdraw_view), name=name), *super().get_urls()]

    @admin.action(description=gettext_lazy("Withdraw the selected %(verbose_name_plural)s"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> HttpResponse | None:
        """To the page that asks why."""
        keys = sorted(queryset.order_by().values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            said = _("At most %s are withdrawn at a time, for one reason.") % MOST
            self.message_user(request, said, messages.ERROR)
            return None
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_withdraw"
        return HttpResponseRedirect(reverse(name, query={"ids": ",".join(map(str, keys))}))

    def withdraw_view(self, request: HttpRequest) -> HttpResponse:
        """What will happen, and why: asked, and done once there is a reason."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        keys = request.GET.get("ids", "")
        if not _IDS.fullmatch(keys) or keys.count(",") >= MOST:
            raise Http404
        rows = self.model._default_manager.filter(pk__in=keys.split(",")).select_related(*self.read_with).order_by("pk")
        found = list(rows)
        if not found:
            raise Http404
        form = WithdrawalForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            self._withdraw(request, rows, form.cleaned_data["reason"])
            back = f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"
            return HttpResponseRedirect(self.address_of_form(found[0]) if len(found) == 1 else reverse(back))
        return TemplateResponse(request, "admin/strikes/withdraw.html", self._shown(request, found, form))

    def _shown(self, request: HttpRequest, found: list[Any], form: WithdrawalForm) -> dict[str, Any]:
        refusals = {obj: self.refusal_to_withdraw(obj) for obj in found}
        going = [obj for obj in found if not refusals[obj]]
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Withdraw from this archive"),
            "form": form,
            "going": [(self.name_of(obj), self.address_of_form(obj), obj.get_absolute_url()) for obj in going],
            "refused": [(self.name_of(obj), self.address_of_form(obj), said) for obj, said in refusals.items() if said],
            "consequences": self.consequences(going),
        }

    @transaction.atomic
    def _withdraw(self, request: HttpRequest, rows: models.QuerySet[Any], reason: str) -> None:
        incidents: set[int] = set()
        for obj in self.locked(rows):
            if refusal := self.refusal_to_withdraw(obj):
                self.refuse(request, _("{} is not withdrawn: {}"), obj, refusal)
                continue
            incidents |= incidents_affected(obj)
            obj.withdraw(reason, request.user)
            obj.save()
            self.log_change(request, obj, WITHDRAWN)
            said = _("{} is withdrawn. Its address says so: {}")
            address = obj.get_absolute_url()
            link = format_html('<a href="{}">{}</a>', address, address)
            self.message_user(request, format_html(said, self.name_of(obj), link), messages.SUCCESS)
        refresh(incidents)
        if incidents:  # a notice can stand where no listing tells of it
            Revision.move()
