"""What comes out on each question of a published incident: one row a listing and question, over all its subjects.

All of it is derived from the public dossier. `strikes.listing.write` writes it, and nothing else does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Count, Q, Sum, When
from django.utils.translation import gettext_lazy as _

from strikes.models.question import Question
from strikes.vocabulary.terms import QuestionState


@dataclass(frozen=True)
class ListedConflict:
    """A question that is disputed, or on which numbers differ, with what is said on each side."""

    state: QuestionState
    question: Question
    subject: str
    sides: Sequence[str]


class ListingQuestionQuerySet(models.QuerySet["ListingQuestion"]):
    def disputed(self) -> Self:
        return self.filter(is_disputed=True)

    def differing(self) -> Self:
        """The questions on which numbers differ, whether or not they are disputed too."""
        return self.filter(is_differing=True)

    def in_conflict(self) -> Self:
        return self.filter(Q(is_disputed=True) | Q(is_differing=True))

    def moved(self) -> Self:
        """The questions on which an authority corrected or changed what it had said."""
        return self.filter(is_moved=True)

    def of_one_account(self) -> Self:
        return self.filter(state=QuestionState.ONE_ACCOUNT)

    def of_one_origin(self) -> Self:
        """The questions of which all positions go back to at most one origin that is known."""
        return self.filter(origins__lte=1)

    def parted(self, asked: str = "") -> Self:
        """The questions on which accounts part: first the question asked for, by its code, then as a page orders them."""
        is_other = Case(When(question__code=asked, then=0), default=1)
        return self.in_conflict().order_by("listing", is_other, "place", "question__position")

    def for_question(self, code: str) -> Self:
        """The outcomes of the question of this code where its accounts part, with their incidents: disputes, then numbers
        that differ alone, and of each the newest incident first."""
        rows = self.in_conflict().filter(question__code=code).select_related("listing__incident")
        return rows.order_by("-is_disputed", "-listing__filed_earliest", "-listing__code")

    def totals(self) -> dict[str, dict[str, int]]:
        """The numbers of incidents by the code of a question: in which it is answered, is disputed, differs, or saw a move;
        and the number of claims that answer it."""
        counted = (
            self.order_by()
            .values("question__code")
            .annotate(
                incidents=Count("pk"),
                claims=Sum("claims"),
                disputed=Count("pk", filter=Q(is_disputed=True)),
                differing=Count("pk", filter=Q(is_differing=True)),
                moved=Count("pk", filter=Q(is_moved=True)),
            )
        )
        return {row.pop("question__code"): row for row in counted}


class ListingQuestion(models.Model):
    """One question of a public dossier that a claim answers: its gravest state over all subjects that it is asked of."""

    listing = models.ForeignKey("strikes.Listing", models.CASCADE, related_name="questions", db_index=False)
    question = models.ForeignKey(Question, models.CASCADE, related_name="listed", db_index=False)
    state = models.CharField(_("gravest state"), max_length=20, choices=QuestionState)
    # Both can be so. Each with the subject that is in conflict so, and what is said on each side, in the language of the
    # site; without sides where nobody who is named faces anybody.
    is_disputed = models.BooleanField(_("disputed"), default=False)
    disputed_subject = models.CharField(_("subject of the dispute"), max_length=200, blank=True)
    disputed_sides = ArrayField(models.TextField(), verbose_name=_("sides of the dispute"), default=list)
    is_differing = models.BooleanField(_("numbers differ"), default=False)
    differing_subject = models.CharField(_("subject of the numbers"), max_length=200, blank=True)
    differing_sides = ArrayField(models.TextField(), verbose_name=_("numbers that differ"), default=list)
    place = models.PositiveIntegerField(_("place among the questions in conflict"), default=0)
    is_moved = models.BooleanField(_("moved"), default=False)
    claims = models.PositiveIntegerField(_("claims"))
    authorities = models.PositiveIntegerField(_("authorities with a position"))
    origins = models.PositiveIntegerField(_("known origins of the positions"))

    objects = ListingQuestionQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("question of a listing"), _("questions of listings")
        ordering = ["listing", "question__position"]
        constraints = [models.UniqueConstraint(fields=["listing", "question"], name="listing_question_once")]
        indexes = [
            *(
                models.Index(fields=["question", "listing"], name=f"listing_question_{name}", condition=condition)
                for name, condition in (
                    ("disputed", Q(is_disputed=True)),
                    ("differing", Q(is_differing=True)),
                    ("moved", Q(is_moved=True)),
                    ("one_account", Q(state=QuestionState.ONE_ACCOUNT)),
                )
            ),
        ]

    def __str__(self) -> str:
        return f"{self.listing_id}: {self.question_id}, {self.state}"

    @property
    def conflicts(self) -> tuple[ListedConflict, ...]:
        """How it is in conflict, the graver first."""
        disputed = ListedConflict(QuestionState.DISPUTED, self.question, self.disputed_subject, self.disputed_sides)
        differing = ListedConflict(QuestionState.DIFFER, self.question, self.differing_subject, self.differing_sides)
        found = ((self.is_disputed, disputed), (self.is_differing, differing))
        return tuple(conflict for is_so, conflict in found if is_so)
