"""What comes out on each question of a published incident: one row a listing and question, over all its subjects.

All of it is derived from the public dossier. `strikes.listing.write` writes it, and nothing else does.
"""

from typing import Self

from django.db import models
from django.db.models import Case, Count, Q, When
from django.utils.translation import gettext_lazy as _

from strikes.models.question import Question
from strikes.vocabulary.terms import IN_CONFLICT, QuestionState


class ListingQuestionQuerySet(models.QuerySet["ListingQuestion"]):
    def disputed(self) -> Self:
        return self.filter(state=QuestionState.DISPUTED)

    def differing(self) -> Self:
        """The questions on which numbers differ."""
        return self.filter(state=QuestionState.DIFFER)

    def moved(self) -> Self:
        """The questions on which an authority corrected or changed what it had said."""
        return self.filter(is_moved=True)

    def of_one_account(self) -> Self:
        return self.filter(state=QuestionState.ONE_ACCOUNT)

    def of_one_origin(self) -> Self:
        """The questions of which all positions go back to at most one origin that is known."""
        return self.filter(origins__lte=1)

    def parted(self, asked: str = "") -> Self:
        """The questions on which accounts part, in the order of a page: first the question asked for, by its code; then
        disputes, then numbers that differ, and of each those on which most authorities face each other."""
        order = (
            "listing",
            Case(When(question__code=asked, then=0), default=1),
            "-state",
            "-facing",
            "question__position",
        )
        return self.filter(state__in=IN_CONFLICT).order_by(*order)

    def for_question(self, code: str) -> Self:
        """The outcomes of the question of this code where its accounts part, with their incidents: disputes, then numbers
        that differ, and of each the newest incident first."""
        rows = self.filter(question__code=code, state__in=IN_CONFLICT).select_related("listing__incident")
        return rows.order_by("-state", "-listing__filed_earliest", "-listing__code")

    def totals(self) -> dict[str, dict[str, int]]:
        """The numbers of incidents by the code of a question: in which it is answered, is disputed, differs, or saw a move."""
        counted = (
            self.order_by()
            .values("question__code")
            .annotate(
                incidents=Count("pk"),
                disputed=Count("pk", filter=Q(state=QuestionState.DISPUTED)),
                differing=Count("pk", filter=Q(state=QuestionState.DIFFER)),
                moved=Count("pk", filter=Q(is_moved=True)),
            )
        )
        return {row.pop("question__code"): row for row in counted}


class ListingQuestion(models.Model):
    """One question of a public dossier that a claim answers: its gravest state over all subjects that it is asked of."""

    listing = models.ForeignKey("strikes.Listing", models.CASCADE, related_name="questions", db_index=False)
    question = models.ForeignKey(Question, models.CASCADE, related_name="listed", db_index=False)
    state = models.CharField(_("state"), max_length=20, choices=QuestionState)
    is_moved = models.BooleanField(_("moved"), default=False)
    claims = models.PositiveIntegerField(_("claims"))
    authorities = models.PositiveIntegerField(_("authorities with a position"))
    # Of the gravest subject: how many stand on either side, or by a third answer against both.
    facing = models.PositiveIntegerField(_("authorities that face each other"), default=0)
    origins = models.PositiveIntegerField(_("known origins of the positions"))
    # Of the same: its label, and what is said on the two sides, in the language of the site.
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    one_side = models.TextField(_("what the one side says"), blank=True)
    other_side = models.TextField(_("what the other side says"), blank=True)

    objects = ListingQuestionQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("question of a listing"), _("questions of listings")
        ordering = ["listing", "question__position"]
        constraints = [models.UniqueConstraint(fields=["listing", "question"], name="listing_question_once")]
        indexes = [
            models.Index(fields=["question", "state", "listing"], name="listing_question_state"),
            models.Index(fields=["question", "listing"], name="listing_question_moved", condition=Q(is_moved=True)),
        ]

    def __str__(self) -> str:
        return f"{self.listing_id}: {self.question_id}, {self.state}"
