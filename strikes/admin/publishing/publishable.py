"""What a claim and an incident are to those who publish them: how they are called, who edited them last, who saw them."""

from typing import TypeAlias

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.utils.translation import gettext as _

from strikes.models import Claim, Incident
from strikes.vocabulary.terms import State

PublishableRow: TypeAlias = Claim | Incident

# What the admin's log says of the three acts.
PUBLISHED, TAKEN_BACK, WITHDRAWN = "Published.", "Taken back to draft.", "Withdrawn."
# Entries in the log that are no change of an incident; the last is a form saved as it opened.
_NO_EDITS = [PUBLISHED, TAKEN_BACK, WITHDRAWN, "[]"]


def name_of(row: PublishableRow) -> str:
    """What a message calls the record."""
    if isinstance(row, Incident):
        return row.code
    return _("%(incident)s claim %(number)s") % {"incident": row.incident.code, "number": row.number}


def last_editor(row: PublishableRow) -> int | None:
    """The key of the account that edited the record last, where that is known.

    An incident keeps no account of its editor: the admin's own log tells who changed it last.
    """
    if isinstance(row, Claim):
        return row.last_edited_by_id
    entries = LogEntry.objects.filter(content_type=get_content_type_for_model(row), object_id=str(row.pk))
    edits = entries.filter(action_flag__in=[ADDITION, CHANGE]).exclude(change_message__in=_NO_EDITS)
    return edits.order_by("-action_time", "-pk").values_list("user", flat=True).first()


def was_public(row: PublishableRow) -> bool:
    """Whether readers can have seen the record: a claim, by way of its incident alone."""
    if isinstance(row, Claim):
        return row.has_been_published and row.incident.has_been_published
    return row.has_been_published


def is_answered(row: PublishableRow) -> bool:
    """Whether the public address of the record answers, be it with a notice that it was withdrawn."""
    is_told = row.state == State.PUBLISHED or row.has_notice
    if isinstance(row, Claim):
        return row.incident.has_notice or (is_told and row.incident.state == State.PUBLISHED)
    return is_told
