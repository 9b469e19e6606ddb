"""Figures in words. Pure."""

from django.utils.translation import gettext as _


def bound(*, is_more: bool, is_fewer: bool) -> str:
    """What a party says beside the one bound of its number: “or more”, “or fewer”; empty where the number is no bound."""
    if is_more:
        return _("or more")
    return _("or fewer") if is_fewer else ""
