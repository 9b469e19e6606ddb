"""How a record becomes public: two accounts stand behind it, the last editor and another who publishes.

No form publishes. An account that did not edit last selects what it has read in the list and publishes it there;
whatever breaks a rule is refused by name and stays as it was. A saved change to a published claim takes the claim back
to draft, off the public pages, until somebody else publishes it anew: an approval is never carried over to words that
the approver has not seen. An incident carries all its claims, so it is never taken back in passing: while it is
published its form is closed, and it is taken back by an action of its own.
"""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.constraints import sentence, settle
from sources.refusals import RefusalsInWords
from strikes.admin.listed import Listed
from strikes.admin.listed_versions import CarriesVersions, has_changed_since_listed
from strikes.listings import refresh
from strikes.models.naming import incidents_bearing
from strikes.vocabulary.terms import State

PUBLISHED, TAKEN_BACK = "Published.", "Taken back to draft."


class Publishing(CarriesVersions, Listed, RefusalsInWords):
    """An admin whose records are published, and taken back, by actions on its list."""

    actions = ["publish", "take_back"]

    def name_of(self, obj: Any) -> str:
        """What a message calls the record."""
        raise NotImplementedError

    def approve(self, obj: Any, user: Any) -> None:
        """Make the record say that it is published by this account; ValidationError where that one may not."""
        obj.state = State.PUBLISHED

    def reopen(self, obj: Any) -> None:
        """Make the record a draft."""
        obj.state = State.DRAFT

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.state == State.PUBLISHED)

    @admin.action(description=gettext_lazy("Publish the selected %(verbose_name_plural)s"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Publish each, or say by name why not."""
        # By their keys: what the list counts beside each would forbid the lock.
        selected: models.QuerySet[Any] = (
            models.QuerySet(self.model).filter(pk__in=[obj.pk for obj in queryset]).order_by("pk")
        )
        incidents: set[int] = set()
        for obj in selected.select_for_update():
            incidents |= incidents_bearing(obj)
            refusals = self._publish(obj, request)
            if not refusals:
                self.log_change(request, obj, PUBLISHED)
                self.message_user(request, _("%(name)s is published.") % {"name": self.name_of(obj)}, messages.SUCCESS)
            for refusal in refusals:
                said = _("%(name)s is not published: %(reason)s") % {"name": self.name_of(obj), "reason": refusal}
                self.message_user(request, said, messages.ERROR)
        refresh(incidents)

    @admin.action(
        description=gettext_lazy("Take the selected %(verbose_name_plural)s back to draft"), permissions=["change"]
    )
    def take_back(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Off the public pages, to be edited and published anew."""
        incidents: set[int] = set()
        for obj in queryset.filter(state=State.PUBLISHED):
            incidents |= incidents_bearing(obj)
            self.reopen(obj)
            obj.save()
            self.log_change(request, obj, TAKEN_BACK)
            self.message_user(request, _("%(name)s is a draft again.") % {"name": self.name_of(obj)})
        refresh(incidents)

    def _publish(self, obj: Any, request: HttpRequest) -> list[str]:
        if obj.state == State.PUBLISHED:
            return [_("It is published already.")]
        if has_changed_since_listed(request, obj):
            return [_("It was changed after this list was opened, or stands on another page of it. Read it first.")]
        try:
            with transaction.atomic():
                self.approve(obj, request.user)
                obj.full_clean()
                obj.save()
                settle()
        except ValidationError as error:
            return error.messages
        except IntegrityError as error:
            return [sentence(error)]
        return []
