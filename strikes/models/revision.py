"""How often what the public reads was written: what two who publish at once meet on, and what pages are known by."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """One row, counted up whenever listings are written or what they share is changed.

    `token` is drawn anew whenever the public can read something else than before. Pages that many incidents share are
    known by it: nobody reads from it how often this archive changes, and a restored backup never repeats one.
    """

    number = models.PositiveBigIntegerField(_("number"), default=0)
    token = models.CharField(_("token"), max_length=32, default="")

    class Meta:
        verbose_name, verbose_name_plural = _("revision of the archive"), _("revisions of the archive")
        constraints = [models.CheckConstraint(name="revision_is_one", condition=Q(pk=1))]

    def __str__(self) -> str:
        return str(self.number)

    @staticmethod
    def current() -> int:
        """The revision that a reader sees now: one query."""
        return Revision.objects.values_list("number", flat=True).first() or 0

    @staticmethod
    def move(*, is_public: bool = True) -> int:
        """Count up, as the last thing in a transaction: others that publish wait for its end. The new number.

        `is_public` draws a new token: something that the public can read was changed.
        """
        Revision.objects.bulk_create([Revision(pk=1)], ignore_conflicts=True)
        anew = {"token": uuid4().hex} if is_public else {}
        Revision.objects.update(number=F("number") + 1, **anew)
        return Revision.current()
