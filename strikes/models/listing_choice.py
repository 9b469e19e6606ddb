"""How often the claims of a published incident name each choice.

All of it is derived from the public dossier. `strikes.listing.write` writes it, and nothing else does.
"""

from typing import Self

from django.db import models
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from strikes.models.question import Choice


class ListingChoiceQuerySet(models.QuerySet["ListingChoice"]):
    def of_question(self, code: str) -> Self:
        """The rows of the choices of the question of this code."""
        return self.filter(choice__in=Choice.objects.filter(question__code=code))

    def totals(self) -> dict[str, int]:
        """How many public claims name each choice, by its code: of the choices of one question."""
        counted = self.order_by().values("choice").annotate(total=Sum("claims"))
        return dict(counted.values_list("choice__code", "total"))


class ListingChoice(models.Model):
    """A choice that claims of a public dossier name, and how many of them; a wider one is not counted with it."""

    listing = models.ForeignKey("strikes.Listing", models.CASCADE, related_name="choices")
    choice = models.ForeignKey(Choice, models.CASCADE, related_name="listed", db_index=False)
    claims = models.PositiveIntegerField(_("claims"))

    objects = ListingChoiceQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("choice of a listing"), _("choices of listings")
        ordering = ["listing", "choice"]
        constraints = [
            # What is counted lies in the index: a page adds it up without looking at the rows.
            models.UniqueConstraint(fields=["choice", "listing"], include=["claims"], name="listing_choice_once")
        ]

    def __str__(self) -> str:
        return f"{self.listing_id}: {self.choice_id}"
