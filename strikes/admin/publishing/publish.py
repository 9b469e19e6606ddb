"""How a record becomes public: two accounts stand behind it, the last editor and another who publishes.

No form publishes what it has just changed. An account that did not edit last publishes what it has read, in the list or
by the button of the form; whatever breaks a rule is refused by name and stays as it was, and the rest is published. A
saved change to a published claim takes the claim back to draft, off the public pages, until somebody else publishes it
anew: an approval is never carried over to words that the approver has not seen. An incident carries all its claims, so
it is never taken back in passing: while it is published its form is closed, and it is taken back by an action of its
own. What is withdrawn is closed too, until it is taken back to draft.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.constraints import sentence, settle
from strikes.admin.publishing.standing import Standing, others_who_can_publish
from strikes.admin.publishing.versions import CarriesVersions, has_changed_since_listed
from strikes.admin.publishing.withdraw import Withdrawing
from strikes.listing.write import refresh
from strikes.models.affected import incidents_affected
from strikes.vocabulary.terms import State

PUBLISHED, TAKEN_BACK = "Published.", "Taken back to draft."


class Publishing(CarriesVersions, Withdrawing):
    """An admin whose records are published, withdrawn and taken back, in its list and by buttons of its form."""

    actions = ["publish", "withdraw", "take_back"]
    # States in which the form cannot be edited.
    closed: frozenset[State] = frozenset({State.WITHDRAWN})

    def approve(self, obj: Any, user: Any) -> None:
        """Make the record say that it is published by this account; ValidationError where that one may not."""
        obj.publish()

    def reopen(self, obj: Any) -> None:
        """Make the record a draft."""
        obj.state = State.DRAFT

    def last_editor(self, obj: Any) -> int | None:
        """The key of the account that edited the record last, where that is known."""
        raise NotImplementedError

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.state in self.closed)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was public leaves a notice, and its number or code is never given again."""
        stays = obj and (obj.state != State.DRAFT or self.was_public(obj))
        return super().has_delete_permission(request, obj) and not stays

    @admin.action(description=gettext_lazy("Publish the selected %(verbose_name_plural)s"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Publish each, or say by name why not."""
        incidents: set[int] = set()
        published, refused = [], []
        for obj in self.locked(queryset):
            incidents |= incidents_affected(obj)
            if refusals := self._publish(obj, request):
                refused.append((obj, refusals))
            else:
                self.log_change(request, obj, PUBLISHED)
                published.append(obj)
        self._say_published(request, published)
        for obj, refusals in refused:
            self.refuse(request, _("{} is not published: {}"), obj, " ".join(refusals))
        refresh(incidents)

    @admin.action(
        description=gettext_lazy("Take the selected %(verbose_name_plural)s back to draft"), permissions=["change"]
    )
    def take_back(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Off the public pages, to be edited and published anew; a notice of withdrawal stays until then."""
        incidents: set[int] = set()
        for obj in self.locked(queryset):
            if obj.state == State.DRAFT:
                self.refuse(request, _("{} is a draft already."), obj)
                continue
            incidents |= incidents_affected(obj)
            self.reopen(obj)
            obj.save()
            self.log_change(request, obj, TAKEN_BACK)
            said = _("%(name)s is a draft again.") % {"name": self.name_of(obj)}
            stays = _("Its address goes on saying that it was withdrawn, until it is published anew.")
            self.message_user(request, f"{said} {stays}" if obj.has_notice else said)
        refresh(incidents)

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The buttons of a closed form act too: there is nothing in it to save."""
        if request.method == "POST" and object_id:
            obj = self.get_object(request, unquote(object_id))
            if obj and obj.state in self.closed and super().has_change_permission(request):
                with transaction.atomic():
                    if acted := self._act(request, obj):
                        return acted
        return super().changeform_view(request, object_id, form_url, extra_context)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._act(request, obj) or super().response_change(request, obj)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        if obj and obj.pk:
            context["standing"] = self.standing(request, obj)
        return super().render_change_form(request, context, *args, **kwargs)

    def standing(self, request: HttpRequest, obj: Any) -> Standing:
        """Which of the three acts this account can take, and who else can publish."""
        may = super().has_change_permission(request)
        is_draft = obj.state == State.DRAFT
        editor = self.last_editor(obj)
        is_own = is_draft and editor == request.user.pk
        return Standing(
            can_publish=may and is_draft and not is_own,
            can_withdraw=may and not self.refusal_to_withdraw(obj),
            can_take_back=may and not is_draft,
            is_own=is_own,
            others=others_who_can_publish(self.opts, editor, request.user) if is_draft and (is_own or not may) else "",
        )

    def _act(self, request: HttpRequest, obj: Any) -> HttpResponse | None:
        """What a button of the form asks for, once the form is saved; None where it asks for nothing but that."""
        rows = self.model._default_manager.filter(pk=obj.pk)
        if "_withdraw" in request.POST:
            return self.withdraw(request, rows)
        if "_take_back" in request.POST:
            self.take_back(request, rows)
        elif "_publish" in request.POST:
            standing = self.standing(request, obj)
            if standing.is_own:
                said = format_html("{} {}", _("%s is saved, and not published.") % self.name_of(obj), standing.waits)
                self.message_user(request, said, messages.WARNING)
            else:
                self.publish(request, rows)
        else:
            return None
        return HttpResponseRedirect(self.address_of_form(obj))

    def _say_published(self, request: HttpRequest, published: Iterable[Any]) -> None:
        names = [self.name_of(obj) for obj in published]
        if len(names) == 1:
            self.message_user(request, _("%(name)s is published.") % {"name": names[0]}, messages.SUCCESS)
        elif names:
            said = _("%(count)s are published: %(names)s.") % {"count": len(names), "names": ", ".join(names)}
            self.message_user(request, said, messages.SUCCESS)

    def _publish(self, obj: Any, request: HttpRequest) -> list[str]:
        if obj.state == State.PUBLISHED:
            return [_("It is published already.")]
        if has_changed_since_listed(request, obj):
            return [_("It was changed after this list was opened, or stands on another page of it. Read it first.")]
        if obj.state == State.WITHDRAWN:
            return [_("It is withdrawn. Take it back to draft first.")]
        try:
            with transaction.atomic():
                self.approve(obj, request.user)
                # What a constraint holds the database says at once, where Django would ask of each in a query.
                relations = {field.name for field in obj._meta.fields if field.is_relation}
                obj.full_clean(exclude=relations, validate_unique=False, validate_constraints=False)
                obj.save()
                settle()
        except ValidationError as error:
            return error.messages
        except IntegrityError as error:
            return [sentence(error)]
        return []
