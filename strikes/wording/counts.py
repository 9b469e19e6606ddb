"""Numbers of claims, incidents and parties in words. Pure."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def claim(number: int) -> str:
    """A claim by its number within the incident: “claim 7”."""
    return _("claim %(number)s") % {"number": number}


def claims(count: int) -> str:
    """“1 claim”, “7 claims”."""
    return ngettext("%(count)s claim", "%(count)s claims", count) % {"count": count}


def quoted_for(quoted: int, claims: int) -> str:
    """For how many of all claims the words of a source are shown: “words quoted for 12 of 62 claims”."""
    said = ngettext(
        "words quoted for %(quoted)s of %(claims)s claim", "words quoted for %(quoted)s of %(claims)s claims", claims
    )
    return said % {"quoted": quoted, "claims": claims}


def incidents(count: int) -> str:
    """“1 incident”, “7 incidents”."""
    return ngettext("%(count)s incident", "%(count)s incidents", count) % {"count": count}


def in_incidents(count: int) -> str:
    """“in 1 incident”, “in 7 incidents”."""
    return ngettext("in %(count)s incident", "in %(count)s incidents", count) % {"count": count}


def by_parties(count: int) -> str:
    """“by 1 party”, “by 7 parties”."""
    return ngettext("by %(count)s party", "by %(count)s parties", count) % {"count": count}
