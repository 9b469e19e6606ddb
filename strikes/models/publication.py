"""The state of a record: a draft, published, or withdrawn with a notice.

A notice of withdrawal is the day and the public reason. It stands at the record's address from the day of the
withdrawal until the record is published anew: taking a withdrawn record back to draft is work behind the page, and
changes nothing that the public can read.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from strikes.dossiers import dossier as plain
from strikes.vocabulary.terms import State

LONGEST_REASON = 500  # characters


class Publishable(models.Model):
    """A record with an address of its own that is published and can be withdrawn."""

    state = models.CharField(_("state"), max_length=20, choices=State, default=State.DRAFT)
    has_been_published = models.BooleanField(_("has been published"), default=False, editable=False)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_reason = models.CharField(
        _("reason of the withdrawal"),
        max_length=LONGEST_REASON,
        blank=True,
        help_text=_(
            "Public: it stands at the address of what is withdrawn. One sentence, which repeats nothing of what is withdrawn."
        ),
    )
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
        help_text=_("Not public."),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.note_publication()
        super().save(*args, **kwargs)

    def clean_fields(self, exclude: Any = None) -> None:
        self.note_publication()
        super().clean_fields(exclude=exclude)

    def note_publication(self) -> None:
        """Note that the record has been published, once it is no draft; that never changes back."""
        self.has_been_published = self.has_been_published or self.state != State.DRAFT

    @property
    def has_notice(self) -> bool:
        """Whether the address of the record answers with a notice of withdrawal."""
        return bool(self.withdrawn_reason)

    def notice(self, number: int | None = None) -> plain.Withdrawal:
        """The notice as a plain value; it must have one. Of a claim with its number."""
        assert self.withdrawn_on is not None
        return plain.Withdrawal(claim=number, on=self.withdrawn_on.isoformat(), reason=self.withdrawn_reason)

    def withdraw(self, reason: str, by: Any) -> None:
        """Make it withdrawn as of today."""
        self.state, self.withdrawn_reason = State.WITHDRAWN, reason
        self.withdrawn_on, self.withdrawn_by = timezone.localdate(), by

    def publish(self) -> None:
        """Make it published; a notice of an earlier withdrawal goes."""
        self.state, self.withdrawn_reason = State.PUBLISHED, ""
        self.withdrawn_on = self.withdrawn_by = None


def publication_checks(name: str) -> list[models.CheckConstraint]:
    """The constraints that hold state and notice together."""
    without = Q(withdrawn_reason="", withdrawn_on=None, withdrawn_by=None)
    return [
        models.CheckConstraint(
            name=f"{name}_withdrawal_whole",
            condition=without | (~Q(withdrawn_reason="") & Q(withdrawn_on__isnull=False)),
            violation_error_message=_("A withdrawal has a day and a reason, or there is none."),
        ),
        models.CheckConstraint(
            name=f"{name}_withdrawn_reason",
            condition=~Q(state=State.WITHDRAWN) | ~Q(withdrawn_reason=""),
            violation_error_message=_("What is withdrawn needs a reason, which is public."),
        ),
        models.CheckConstraint(
            name=f"{name}_published_stands",
            condition=~Q(state=State.PUBLISHED) | Q(withdrawn_reason=""),
            violation_error_message=_("What is published is not withdrawn: it carries no reason of a withdrawal."),
        ),
        models.CheckConstraint(
            name=f"{name}_has_been_published",
            condition=Q(has_been_published=True) | (Q(state=State.DRAFT) & Q(withdrawn_reason="")),
            violation_error_message=_("Only what has been published can be withdrawn."),
        ),
    ]
