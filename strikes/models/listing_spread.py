"""The numbers of the dead of a published incident, as lists print them.

All of it is derived from the public dossier. `strikes.listing.write` writes it, and nothing else does.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from strikes.models.party import Party
from strikes.models.question import Question


class ListingSpread(models.Model):
    """The smallest and the largest number that anybody stated of one class of the dead, and whose these are."""

    listing = models.ForeignKey("strikes.Listing", models.CASCADE, related_name="spreads")
    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    least = models.PositiveIntegerField(_("smallest number"))
    least_is_open = models.BooleanField(_("or fewer"), default=False)
    least_party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    most = models.PositiveIntegerField(_("largest number"))
    most_is_open = models.BooleanField(_("or more"), default=False)
    most_party = models.ForeignKey(Party, models.CASCADE, related_name="+")

    class Meta:
        verbose_name, verbose_name_plural = _("spread of numbers"), _("spreads of numbers")
        ordering = ["listing", "question__position"]
        constraints = [models.UniqueConstraint(fields=["listing", "question"], name="listing_spread_once")]

    def __str__(self) -> str:
        return f"{self.listing_id}: {self.least} to {self.most}"

    @property
    def is_one(self) -> bool:
        """Whether both ends are one number of one party."""
        return (self.least, self.least_party_id) == (self.most, self.most_party_id)
