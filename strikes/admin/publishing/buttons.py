"""The buttons beside Save by which this account acts on a record, and who can publish where it cannot."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.admin.publishing.publishable import PublishableRow, last_editor
from strikes.admin.publishing.requirements import refusal_to_withdraw
from strikes.vocabulary.terms import State

MOST_NAMED = 5


@dataclass(frozen=True)
class Buttons:
    """Which of the three acts have a button; `others` names who else can publish, where this account cannot."""

    can_publish: bool
    can_withdraw: bool
    can_take_back: bool
    is_own: bool
    others: str

    @property
    def waits(self) -> str:
        """Why there is no button to publish a draft, and who has one; empty where there is one."""
        if not self.others:
            return ""
        why = _("You edited it last, so somebody else publishes it.") if self.is_own else ""
        return f"{why} {self.others}".strip()


def buttons_for(row: PublishableRow, user: Any, *, may_change: bool) -> Buttons:
    """The buttons that an account has beside this record; `may_change` says whether it may change such records."""
    is_draft = row.state == State.DRAFT
    editor = last_editor(row)
    is_own = is_draft and editor == user.pk
    return Buttons(
        can_publish=may_change and is_draft and not is_own,
        can_withdraw=may_change and not refusal_to_withdraw(row),
        can_take_back=may_change and not is_draft,
        is_own=is_own,
        others=_others(row._meta, editor, user) if is_draft and (is_own or not may_change) else "",
    )


def _others(opts: Any, editor: int | None, user: Any) -> str:
    """A sentence that names the accounts, other than the last editor's and this one, that may change such records."""
    permission = f"{opts.app_label}.{get_permission_codename('change', opts)}"
    accounts = User.objects.with_perm(permission, backend="django.contrib.auth.backends.ModelBackend")
    accounts = accounts.filter(is_staff=True).exclude(pk__in=[key for key in (editor, user.pk) if key])
    names = list(accounts.order_by("username").values_list("username", flat=True))
    if not names:
        return _("No other account can yet. Whoever administers the accounts can make one.")
    named, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    if more > 0:
        named = ngettext("%(names)s and %(count)d more", "%(names)s and %(count)d more", more) % {
            "names": named,
            "count": more,
        }
    return _("Accounts that can publish it: %s.") % named
