"""What is stated of the dead of a published incident, as lists print it.

All of it is derived from the public dossier. `strikes.listing.write` writes it, and nothing else does.
"""

from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from strikes.models.party import Party
from strikes.models.question import Question


class ListedEnd(NamedTuple):
    """One end of a spread: the number with its hedge in words, and the party that states it."""

    said: str
    party: Party


class ListingSpread(models.Model):
    """The smallest and the largest number that anybody stated of one class of the dead, and whose these are.

    Numbers have their hedges, in the language of the site. Both ends are alike where one claim states all numbers, and
    empty where nobody stated one. `beneath` has a line for each kind of what is no end: words, compilations, and who
    speaks of another class only.
    """

    listing = models.ForeignKey("strikes.Listing", models.CASCADE, related_name="spreads")
    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    least = models.CharField(_("smallest number"), max_length=200, blank=True)
    least_party = models.ForeignKey(Party, models.CASCADE, null=True, related_name="+")
    most = models.CharField(_("largest number"), max_length=200, blank=True)
    most_party = models.ForeignKey(Party, models.CASCADE, null=True, related_name="+")
    beneath = ArrayField(models.TextField(), verbose_name=_("beneath"), default=list)

    class Meta:
        verbose_name, verbose_name_plural = _("spread of numbers"), _("spreads of numbers")
        ordering = ["listing", "question__position"]
        constraints = [
            models.UniqueConstraint(fields=["listing", "question"], name="listing_spread_once"),
            models.CheckConstraint(
                name="listing_spread_ends",
                condition=Q(least="", most="", least_party=None, most_party=None)
                | (Q(least__gt="", most__gt="", least_party__isnull=False, most_party__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.listing_id}: {self.least} to {self.most}"

    @property
    def ends(self) -> tuple[ListedEnd, ...]:
        """The two ends, or the one that all numbers are of; none where nobody stated a number."""
        if self.least_party is None or self.most_party is None:
            return ()
        most = ListedEnd(self.most, self.most_party)
        least = ListedEnd(self.least, self.least_party)
        return (most,) if least == most else (least, most)
