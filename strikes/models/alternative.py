"""Alternatives: the several answers of which a claim leaves open which."""

from collections.abc import Collection
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sources.constraints import CompositeForeignKey, ConstraintTrigger, without_uneditable
from strikes.models.claim import LOCK_INCIDENT_OF_OLD, TOO_FEW, Claim
from strikes.models.party import Party
from strikes.models.question import Choice, Question
from strikes.vocabulary.terms import AnswerKind


class Alternative(models.Model):
    """One of the several parties or choices that a claim leaves open: “Russian or Syrian”."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="alternatives", verbose_name=_("claim"))
    question = models.ForeignKey(Question, models.PROTECT, related_name="+", editable=False, verbose_name=_("question"))
    kind = models.CharField(_("kind of answer"), max_length=20, choices=AnswerKind, editable=False)
    choice = models.ForeignKey(
        Choice, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("choice")
    )
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("party"))

    class Meta:
        verbose_name, verbose_name_plural = _("alternative"), _("alternatives")
        ordering = ["claim", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "choice", "party"], name="alternative_once", nulls_distinct=False),
            CompositeForeignKey(
                name="alternative_of_question",
                fields=["claim", "question", "kind"],
                to="strikes.Claim",
                to_fields=["id", "question", "kind"],
                cascades=True,
                violation_error_message=_("The claim answers another question."),
            ),
            CompositeForeignKey(
                name="alternative_choice_of_question",
                fields=["choice", "question"],
                to="strikes.Choice",
                to_fields=["id", "question"],
                violation_error_message=_("This choice belongs to another question."),
            ),
            models.CheckConstraint(
                name="alternative_of_kind",
                condition=Q(kind=AnswerKind.PARTY, party__isnull=False, choice=None)
                | Q(kind=AnswerKind.CHOICE, choice__isnull=False, party=None),
                violation_error_message=_(
                    "Name a party where the question asks for one, or one of the question's choices."
                ),
            ),
            ConstraintTrigger(
                name="alternative_kept",
                events="UPDATE OR DELETE",
                lock=LOCK_INCIDENT_OF_OLD,
                condition="""EXISTS (SELECT FROM strikes_claim claim WHERE claim.id = OLD.claim_id AND claim.is_one_of
                    AND (SELECT count(*) FROM strikes_alternative alternative WHERE alternative.claim_id = claim.id) < 2)""",
                violation_error_message=TOO_FEW,
            ),
        ]

    def __str__(self) -> str:
        return str(self.choice or self.party)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.take_over()
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        """The permanent name of what is left open."""
        return self.choice.code if self.choice else self.party.slug if self.party else ""

    def take_over(self) -> None:
        """Fill in what follows from the claim, so that the database can hold them together."""
        self.question_id, self.kind = self.claim.question_id, self.claim.kind

    def clean_fields(self, exclude: Any = None) -> None:
        # In a form the claim may be a new one, not saved yet.
        if getattr(self, "claim", None):
            self.take_over()
        super().clean_fields(exclude=exclude)

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        super().validate_constraints(without_uneditable(Alternative, exclude))
