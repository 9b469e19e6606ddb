"""Questions and their choices: the vocabulary that editors extend."""

from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sources.constraints import CompositeForeignKey, NoCircle
from sources.counting import number_of
from strikes.answers import KINDS
from strikes.vocabulary import questions as plain
from strikes.vocabulary.terms import AnswerKind, Rule, Unit


def rule_fits_kind() -> Q:
    """The rules that each kind of answer can be compared by, as a condition over a question's columns."""
    condition = Q(pk=None)
    for kind in AnswerKind:
        condition |= Q(kind=kind, rule__in=tuple(KINDS[kind].RULES))
    return condition


class QuestionQuerySet(models.QuerySet["Question"]):
    def for_vocabulary(self) -> Self:
        """All questions, each with the values of all its choices and the codes of its wholes, in one query."""
        choices = Choice.objects.filter(question=OuterRef("pk")).order_by("position", "pk")
        value = JSONObject(pk="pk", parent="parent_id", code="code", label="label", definition="definition")
        wholes = Inclusion.objects.filter(part=OuterRef("pk")).order_by("whole__position", "whole")
        return self.annotate(
            answers=ArraySubquery(choices.values(choice=value)), wholes=ArraySubquery(wholes.values("whole__code"))
        ).order_by("position", "pk")

    def with_claims(self) -> Self:
        """With the number of claims that answer it, as `number_of_claims`."""
        return self.annotate(number_of_claims=number_of(self.model, "claims"))


class Question(models.Model):
    """What a claim answers. An answer is never carried from one question to another."""

    code = models.SlugField(
        _("code"), max_length=80, unique=True, help_text=_("Stands in addresses and dossiers. It never changes.")
    )
    label = models.CharField(_("label"), max_length=200)
    definition = models.TextField(
        _("definition"), help_text=_("What is asked, and how it differs from the questions beside it.")
    )
    kind = models.CharField(
        _("kind of answer"),
        max_length=20,
        choices=AnswerKind,
        help_text=_("Fixed as soon as a claim answers the question."),
    )
    rule = models.CharField(_("rule"), max_length=20, choices=Rule, help_text=_("How two answers are compared."))
    is_exclusive = models.BooleanField(
        _("is exclusive"),
        default=False,
        help_text=_("Two different answers cannot both be so. Otherwise only a denial disputes an answer."),
    )
    unit = models.CharField(
        _("unit"),
        max_length=20,
        choices=Unit,
        blank=True,
        help_text=_("What a number counts where the claim says nothing else."),
    )
    yes = models.CharField(
        _("“yes” in words"),
        max_length=200,
        blank=True,
        help_text=_("To a yes or no question alone: what who says yes says, as a clause: fighters were there."),
    )
    no = models.CharField(
        _("“no” in words"),
        max_length=200,
        blank=True,
        help_text=_("What who says no says: no fighters were there."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Where pages set it out."))

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("question"), _("questions")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["id", "kind"], name="question_and_kind"),
            models.CheckConstraint(
                name="question_rule_of_kind",
                condition=rule_fits_kind(),
                violation_error_message=_("This rule does not compare answers of this kind."),
            ),
            models.CheckConstraint(
                name="question_words_of_both_sides",
                condition=(Q(kind=AnswerKind.YES_NO) & ~Q(yes="") & ~Q(no=""))
                | (~Q(kind=AnswerKind.YES_NO) & Q(yes="", no="")),
                violation_error_message=_(
                    "A yes or no question has words for yes and for no, and no other question has such words."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("strikes:question_detail", args=[self.code])

    def clean(self) -> None:
        if self.pk and self.claims.exclude(kind=self.kind).exists():
            raise ValidationError(
                {"kind": _("Claims answer this question with another kind of answer. Make a new question instead.")}
            )


class Inclusion(models.Model):
    """That what one question counts is all among what another counts: the civilians killed among the killed."""

    part = models.ForeignKey(Question, models.CASCADE, related_name="inclusions", verbose_name=_("question"))
    whole = models.ForeignKey(
        Question,
        models.PROTECT,
        related_name="+",
        verbose_name=_("included in"),
        help_text=_(
            "None, or none known, of that question is read here too. What it is included in itself goes along."
        ),
    )

    class Meta:
        verbose_name, verbose_name_plural = _("whole"), _("wholes")
        ordering = ["part", "whole"]
        constraints = [
            models.UniqueConstraint(fields=["part", "whole"], name="inclusion_once"),
            NoCircle(
                name="question_no_circle",
                child="part",
                parent="whole",
                violation_error_message=_("A question cannot be included in itself, by whatever way round."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.whole)


class Choice(models.Model):
    """An answer to a choice question, in a small tree: a mosque is a religious building."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="choices", verbose_name=_("question"))
    code = models.SlugField(_("code"), max_length=80, help_text=_("Stands in dossiers. It never changes."))
    label = models.CharField(_("label"), max_length=200)
    definition = models.TextField(_("definition"), blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("is a kind of")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name, verbose_name_plural = _("choice"), _("choices")
        ordering = ["question", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "code"], name="choice_code_once"),
            models.UniqueConstraint(fields=["id", "question"], name="choice_and_question"),
            CompositeForeignKey(
                name="choice_parent_of_question",
                fields=["parent", "question"],
                to="strikes.Choice",
                to_fields=["id", "question"],
                violation_error_message=_("The wider choice belongs to another question."),
            ),
            NoCircle(
                name="choice_no_circle",
                parent="parent",
                violation_error_message=_("A choice cannot be a kind of itself, by whatever way round."),
            ),
        ]

    def __str__(self) -> str:
        return self.label


def questions_in_archive() -> plain.Questions:
    """All questions with their choices, as plain values: one query."""
    return plain.Questions(questions=tuple(map(_plain, Question.objects.for_vocabulary())))


def _plain(question: Any) -> plain.Question:
    children: dict[int | None, list[dict[str, Any]]] = {}
    for choice in question.answers:
        children.setdefault(choice["parent"], []).append(choice)

    def tree(parent: int | None) -> tuple[plain.Choice, ...]:
        return tuple(
            plain.Choice(
                code=each["code"], label=each["label"], definition=each["definition"], choices=tree(each["pk"])
            )
            for each in children.get(parent, ())
        )

    return plain.Question(
        code=question.code,
        label=question.label,
        definition=question.definition,
        kind=AnswerKind(question.kind),
        rule=Rule(question.rule),
        is_exclusive=question.is_exclusive,
        unit=Unit(question.unit) if question.unit else None,
        yes=question.yes,
        no=question.no,
        included_in=tuple(question.wholes),
        choices=tree(None),
    )
