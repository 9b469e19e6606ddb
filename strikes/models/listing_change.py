"""How the accounts in a published incident changed: one row a change of account, or an update, each once.

All of it is derived from the public dossier. `strikes.listing.write` writes it, and nothing else does.
"""

from collections.abc import Collection
from typing import Self

from django.db import models
from django.db.models import Case, Count, F, Prefetch, Q, Value, When
from django.utils.translation import gettext_lazy as _

from strikes.models.claim import Claim
from strikes.models.party import Party
from strikes.models.question import Question
from strikes.rules.days_between import DaysBetween
from strikes.vocabulary.terms import MOVES, SupersessionKind

_IN_WORDS = (
    "question",
    "subject",
    "party",
    "told_by",
    "choice",
    "value_party",
    "value_place__parent__parent__parent__parent",
)


class ListingChangeQuerySet(models.QuerySet["ListingChange"]):
    def of_party(self, party: Party) -> Self:
        """The changes of the party: of an authority those that its offices stated too, of an office those that it stated."""
        return self.filter(parties=party)

    def of_kind(self, kind: SupersessionKind) -> Self:
        return self.filter(kind=kind)

    def moves(self, question: int, parties: Collection[int]) -> Self:
        """The changes of account of one of these parties on the question with this key."""
        return self.filter(kind__in=MOVES, questions=question, parties__in=parties)

    def totals(self) -> dict[SupersessionKind, int]:
        """The number of changes by kind, the moves first."""
        counted = self.order_by().values_list("kind").annotate(total=Count("pk"))
        return dict.fromkeys(reversed(SupersessionKind), 0) | {SupersessionKind(kind): total for kind, total in counted}

    def for_steps(self) -> Self:
        """The changes with all that puts them into words: moves before updates, and of each the latest first."""
        claims = ListingChangeClaim.objects.select_related(*(f"claim__{name}" for name in _IN_WORDS))
        alternatives = ("claim__alternatives__choice", "claim__alternatives__party")
        ordered = claims.prefetch_related(*alternatives).order_by("place")
        is_update = Case(When(kind=SupersessionKind.UPDATES, then=Value(1)), default=Value(0))
        latest_first = F("stated").desc(nulls_last=True)
        rows = self.select_related("listing__incident").prefetch_related(Prefetch("claims", ordered))
        return rows.order_by(is_update, latest_first, "listing", "pk")


class ListingChange(models.Model):
    """One change of one authority's answer; `kind` is *updates* for whatever is no move.

    `questions` are those of the earlier and the later answer. `parties` are all on whose pages it is listed. `stated` is the first day of the later answer, and the days lie between the two answers; NULL where not known.
    """

    listing = models.ForeignKey("strikes.Listing", models.CASCADE, related_name="changes")
    kind = models.CharField(_("kind"), max_length=20, choices=SupersessionKind)
    stated = models.DateField(_("stated"), null=True)
    fewest_days = models.PositiveIntegerField(_("fewest days between"), null=True)
    most_days = models.PositiveIntegerField(_("most days between"), null=True)
    reason = models.TextField(_("reason"), blank=True)
    words = models.TextField(_("words that say so"), blank=True)
    questions = models.ManyToManyField(Question, related_name="+")
    parties = models.ManyToManyField(Party, related_name="+")

    objects = ListingChangeQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("change in a listing"), _("changes in listings")
        ordering = ["listing", "pk"]
        constraints = [
            models.CheckConstraint(
                name="listing_change_days",
                condition=Q(fewest_days=None, most_days=None) | Q(fewest_days__lte=F("most_days")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.listing_id}: {self.kind}"

    @property
    def days(self) -> DaysBetween | None:
        """The days between the two answers; None where the day of one is not known."""
        if self.fewest_days is None or self.most_days is None:
            return None
        return DaysBetween(self.fewest_days, self.most_days)


class ListingChangeClaim(models.Model):
    """A claim of a change: an earlier or a later one, in the order in which they were stated."""

    change = models.ForeignKey(ListingChange, models.CASCADE, related_name="claims", db_index=False)
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="+")
    is_later = models.BooleanField(_("later"))
    place = models.PositiveIntegerField(_("place"))

    class Meta:
        verbose_name, verbose_name_plural = _("claim of a change"), _("claims of changes")
        ordering = ["change", "place"]
        constraints = [models.UniqueConstraint(fields=["change", "place"], name="listing_change_claim_once")]

    def __str__(self) -> str:
        return f"{self.change_id}: {self.claim_id}"
