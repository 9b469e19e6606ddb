"""What publication and withdrawal demand, as sentences that refuse what they lack.

Of publication this is the one place that asks for everything. Parts of it are held elsewhere too, so that nothing else
than the admin can publish without them, and so that what is published keeps them:

- *an account other than the last editor's*: of a claim the constraint `claim_two_persons` (models/claim.py), which an
  approval by an import satisfies too (loading/incidents.py); of an incident `_approve` below, since the admin's log alone
  knows its editor;
- *an approval*: the constraint `claim_published_approved` (models/claim.py);
- *a citation as evidence*: `Claim.clean` and the trigger `claim_published_cited` (models/claim.py); that the last one is
  not taken away: `Citation.clean` and the trigger `citation_kept` (models/citation.py), and where it is taken away in
  the claim's form, `CitationFormSet` (admin/claims/formsets.py);
- *an answer where the stance needs one, and all else that models demand*: `full_clean` and the constraints of the model;
- *words that somebody else has read*: a saved change makes a draft of it (admin/claims/saving.py).

Which drafts lack nothing but publication the list says by `ClaimQuerySet.ready` (models/claim_lists.py).
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sources.constraints import sentence, settle
from strikes.admin.publishing.publishable import PublishableRow, last_editor, was_public
from strikes.models import Claim
from strikes.vocabulary.terms import State


def refusals_to_publish(row: PublishableRow, by: Any, *, is_as_read: bool) -> list[str]:
    """Publish a locked record in the name of an account, or return the sentences why not, and leave the row as it was.

    `is_as_read`: whether that account had the record before its eyes as it stands now.
    """
    if row.state == State.PUBLISHED:
        return [_("It is published already.")]
    if not is_as_read:
        return [_("It was changed after this list was opened, or stands on another page of it. Read it first.")]
    if row.state == State.WITHDRAWN:
        return [_("It is withdrawn. Take it back to draft first.")]
    try:
        with transaction.atomic():
            _approve(row, by)
            # What a constraint holds the database says at once, where Django would ask of each in a query.
            relations = {field.name for field in row._meta.fields if field.is_relation}
            row.full_clean(exclude=relations, validate_unique=False, validate_constraints=False)
            row.save()
            settle()
    except ValidationError as error:
        return error.messages
    except IntegrityError as error:
        return [sentence(error)]
    return []


def _approve(row: PublishableRow, by: Any) -> None:
    """Make the record say that it is published by this account; ValidationError where that one may not."""
    if isinstance(row, Claim):
        row.approved_by = by
    elif last_editor(row) == by.pk:
        raise ValidationError(_("An incident is published by someone other than its last editor."))
    row.publish()


def refusal_to_withdraw(row: PublishableRow) -> str:
    """Why the record cannot be withdrawn; empty where it can."""
    if row.state == State.WITHDRAWN:
        return _("It is withdrawn already.")
    if not was_public(row):
        return _("It was never public: edit the draft, or delete it.")
    return ""
