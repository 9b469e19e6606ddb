"""What an account can do with where a record stands, and who can do what it cannot."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_NAMED = 5


@dataclass(frozen=True)
class Standing:
    """The acts that stand beside Save; `others` names who else can publish, where this account cannot."""

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


def others_who_can_publish(opts: Any, last_editor: int | None, user: Any) -> str:
    """A sentence that names the accounts, other than the last editor's and this one, that may change such records."""
    permission = f"{opts.app_label}.{get_permission_codename('change', opts)}"
    accounts = User.objects.with_perm(permission, backend="django.contrib.auth.backends.ModelBackend")
    accounts = accounts.filter(is_staff=True).exclude(pk__in=[key for key in (last_editor, user.pk) if key])
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
