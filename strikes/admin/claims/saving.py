"""What saving a claim does, be it in its own form or by way of a part of it: who edits is noted, and approval is gone.

An approval is never carried over to words that the approver has not seen. So a saved change takes a published claim back
to draft, off the public pages, until somebody else publishes it anew.
"""

from typing import Any

from strikes.models import Claim
from strikes.vocabulary.terms import State


def edit(claim: Claim, by: Any) -> bool:
    """Note on a claim that this account edits it; return whether that makes a draft of what was published.

    The claim is not saved yet.
    """
    # Its form makes a draft of it before this is asked: what counts is what the archive holds.
    was_published = claim.state == State.PUBLISHED or (
        claim.pk is not None and Claim.objects.filter(pk=claim.pk, state=State.PUBLISHED).exists()
    )
    if was_published:
        claim.state = State.DRAFT
    claim.last_edited_by_id = by.pk
    claim.approved_by = claim.approved_in = None
    return was_published
