"""Claims: one party's answer to one question, with stance, strength and basis."""

from collections.abc import Collection, Iterator
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sources.constraints import CompositeForeignKey, ConstraintTrigger, without_uneditable
from sources.dates.columns import partial_date_check, partial_date_columns, stored_date
from strikes.answers import KINDS, place
from strikes.answers.answer import Answer
from strikes.models.answer_checks import answer_checks
from strikes.models.claim_lists import ClaimLists
from strikes.models.denials import denial_checks, denial_problems
from strikes.models.imports import Import
from strikes.models.incident import Incident, Subject
from strikes.models.party import STILL_SUPERSEDES, Party
from strikes.models.place import Place
from strikes.models.publication import Publishable, publication_checks
from strikes.models.question import Choice, Question
from strikes.vocabulary.terms import (
    AnswerKind,
    Basis,
    CitationRole,
    Hedge,
    HowNamed,
    LocationPrecision,
    ProofStandard,
    Scope,
    Stance,
    State,
    Strength,
    Unit,
)

LOCK_INCIDENT = "PERFORM FROM strikes_incident WHERE id = {} FOR NO KEY UPDATE"
LOCK_INCIDENT_OF_OLD = LOCK_INCIDENT.format("(SELECT incident_id FROM strikes_claim WHERE id = OLD.claim_id)")
UNCITED = _(
    "A published claim needs at least one citation where it can be read. Save it as a draft, cite it, then publish it."
)
TOO_FEW = _("A claim that leaves open which names at least two.")


class ClaimQuerySet(ClaimLists["Claim"]):
    def published(self) -> Self:
        """Published claims of published incidents: those that the public may see."""
        return self.filter(state=State.PUBLISHED, incident__state=State.PUBLISHED)

    def for_list(self) -> Self:
        """Claims with all that a row of a list shows."""
        return self.select_related("incident", "question", "party").order_by("incident", "number")


class Claim(Publishable):
    """One party's answer to one question on one subject of one incident. Nothing asserted is overwritten."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="claims", verbose_name=_("incident"))
    number = models.PositiveIntegerField(
        _("number"), help_text=_("Permanent within the incident. It never changes once it is public.")
    )
    question = models.ForeignKey(
        Question,
        models.PROTECT,
        related_name="claims",
        verbose_name=_("question"),
        help_text=_("One claim answers one question. “X, not Y” is two claims."),
    )
    kind = models.CharField(_("kind of answer"), max_length=20, choices=AnswerKind, editable=False)
    subject = models.ForeignKey(
        Subject,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("subject"),
        help_text=_("What the claim is about, where it is not the event as a whole."),
    )

    party = models.ForeignKey(
        Party,
        models.PROTECT,
        related_name="claims",
        verbose_name=_("party"),
        help_text=_("Who makes the claim. A newspaper that prints it is its publisher, not its party."),
    )
    authority = models.ForeignKey(Party, models.PROTECT, related_name="+", editable=False, verbose_name=_("authority"))
    speaker_name = models.CharField(
        _("speaker's name"), max_length=200, blank=True, help_text=_("As published. Never for a protected claim.")
    )
    speaker_role = models.CharField(
        _("speaker's role"),
        max_length=300,
        blank=True,
        help_text=_("As published, or how the source describes an unnamed speaker."),
    )
    how_named = models.CharField(_("how named"), max_length=20, choices=HowNamed, default=HowNamed.ORGANISATION)
    reason_unnamed = models.CharField(
        _("reason for not naming"), max_length=300, blank=True, help_text=_("As the publication gives it.")
    )
    is_protected = models.BooleanField(
        _("protected"),
        default=False,
        help_text=_(
            "The speaker could come to harm. The claim then carries no name; withhold quotation and source too where they would name the person."
        ),
    )

    stance = models.CharField(_("stance"), max_length=20, choices=Stance, help_text=_("Never inferred from silence."))
    denied = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="denied_by",
        verbose_name=_("claim denied"),
        help_text=_(
            "Only where the party gives no answer of its own: “disputes the figure” denies the claim that gives it."
        ),
    )
    strength = models.CharField(
        _("strength"),
        max_length=20,
        choices=Strength,
        default=Strength.FACT,
        help_text=_("As spoken. Without a word of doubt: as fact."),
    )
    proof_standard = models.CharField(
        _("standard of proof"),
        max_length=30,
        choices=ProofStandard,
        blank=True,
        help_text=_("Only where the party names it."),
    )
    basis = models.CharField(
        _("basis"),
        max_length=20,
        choices=Basis,
        default=Basis.NOT_STATED,
        help_text=_("What the party says it rests on."),
    )
    told_by = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims_told",
        verbose_name=_("told by"),
        help_text=_("Where the words are known only through another party, such as an adversary. A publisher is none."),
    )
    stated_earliest, stated_latest, stated_precision = partial_date_columns(_("stated"))
    scope = models.CharField(_("scope"), max_length=10, choices=Scope, default=Scope.EVENT)
    also_covers = models.CharField(
        _("also covers"),
        max_length=300,
        blank=True,
        help_text=_("For a wider scope what else is counted in; for a part, which part."),
    )
    statement = models.TextField(
        _("summary"),
        blank=True,
        help_text=_(
            "What was said, in one neutral sentence of this archive. Shown as such, without quotation marks. No sentence is put in anybody's mouth."
        ),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Public. How the claim was read, where that is not plain.")
    )
    is_apparent_error = models.BooleanField(
        _("apparent error"), default=False, help_text=_("In all appearance a slip; shown, and never compared.")
    )

    count_low = models.PositiveIntegerField(
        _("low"),
        null=True,
        blank=True,
        help_text=_("Only if stated: “at least 46”, “10 to 17”. Unknown is empty, never 0."),
    )
    count_best = models.PositiveIntegerField(_("number"), null=True, blank=True, help_text=_("The one number stated."))
    count_high = models.PositiveIntegerField(
        _("high"), null=True, blank=True, help_text=_("Only if stated: “as many as 10”, “10 to 17”.")
    )
    hedge = models.CharField(
        _("hedge"), max_length=20, choices=Hedge, blank=True, help_text=_("“None known” is not 0.")
    )
    unit = models.CharField(_("unit"), max_length=20, choices=Unit, blank=True)
    choice = models.ForeignKey(
        Choice, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("choice")
    )
    is_one_of = models.BooleanField(
        _("leaves open which"),
        default=False,
        help_text=_("“Russian or Syrian”: the several parties or choices stand below."),
    )
    value_party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="claims_naming", verbose_name=_("party named")
    )
    value_place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("place named")
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Degrees north, WGS 84."))
    longitude = models.FloatField(_("longitude"), null=True, blank=True, help_text=_("Degrees east, WGS 84."))
    location_precision = models.CharField(
        _("precision of the place"), max_length=20, choices=LocationPrecision, blank=True
    )
    when_earliest, when_latest, when_precision = partial_date_columns(_("happened"))
    clock_from = models.TimeField(_("local time, from"), null=True, blank=True)
    clock_to = models.TimeField(_("local time, to"), null=True, blank=True)
    yes_no = models.BooleanField(_("yes or no"), null=True, blank=True)
    value_text = models.TextField(_("answer in words"), blank=True)

    last_edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("last edited by"),
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
        help_text=_("Someone other than the last editor."),
    )
    approved_in = models.ForeignKey(
        Import,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("approved by import"),
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    stated = stored_date("stated")
    when = stored_date("when")
    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("claim"), _("claims")
        ordering = ["incident", "number"]
        constraints = [
            models.UniqueConstraint(fields=["incident", "number"], name="claim_number_once"),
            models.UniqueConstraint(fields=["id", "incident"], name="claim_and_incident"),
            models.UniqueConstraint(fields=["id", "question", "kind"], name="claim_and_question"),
            CompositeForeignKey(
                name="claim_kind_of_question",
                fields=["question", "kind"],
                to="strikes.Question",
                to_fields=["id", "kind"],
                violation_error_message=_("The question takes another kind of answer."),
            ),
            CompositeForeignKey(
                name="claim_choice_of_question",
                fields=["choice", "question"],
                to="strikes.Choice",
                to_fields=["id", "question"],
                violation_error_message=_("This choice belongs to another question."),
            ),
            CompositeForeignKey(
                name="claim_authority_of_party",
                fields=["party", "authority"],
                to="strikes.Party",
                to_fields=["id", "voice"],
                cascades=True,
                violation_error_message=_("The party speaks for another authority."),
            ),
            CompositeForeignKey(
                name="claim_subject_of_incident",
                fields=["subject", "incident"],
                to="strikes.Subject",
                to_fields=["id", "incident"],
                violation_error_message=_("This subject belongs to another incident."),
            ),
            *publication_checks("claim"),
            *answer_checks(),
            *denial_checks(LOCK_INCIDENT.format("NEW.incident_id")),
            models.CheckConstraint(
                name="claim_point",
                condition=place.point_is_whole(),
                violation_error_message=_("A point needs latitude from -90 to 90 and longitude from -180 to 180."),
            ),
            *partial_date_check("stated", name="claim_stated"),
            *partial_date_check("when", name="claim_when"),
            models.CheckConstraint(
                name="claim_protected_unnamed",
                condition=Q(is_protected=False) | Q(speaker_name=""),
                violation_error_message=_("A protected claim carries no speaker's name, not even unseen."),
            ),
            models.CheckConstraint(
                name="claim_two_persons",
                condition=Q(approved_by=None) | Q(last_edited_by=None) | ~Q(approved_by=models.F("last_edited_by")),
                violation_error_message=_("A claim is approved by someone other than its last editor."),
            ),
            models.CheckConstraint(
                name="claim_published_approved",
                condition=~Q(state=State.PUBLISHED) | Q(approved_by__isnull=False) | Q(approved_in__isnull=False),
                violation_error_message=_("A published claim needs someone who approved it."),
            ),
            ConstraintTrigger(
                name="claim_published_cited",
                lock=LOCK_INCIDENT.format("NEW.incident_id"),
                condition=f"""EXISTS (SELECT FROM strikes_claim claim WHERE claim.id = NEW.id AND claim.state = '{State.PUBLISHED}'
                    AND NOT EXISTS (SELECT FROM strikes_citation citation
                        WHERE citation.claim_id = claim.id AND citation.role = '{CitationRole.EVIDENCE}'))""",
                violation_error_message=UNCITED,
            ),
            ConstraintTrigger(
                name="claim_one_of_several",
                lock=LOCK_INCIDENT.format("NEW.incident_id"),
                condition="""EXISTS (SELECT FROM strikes_claim claim WHERE claim.id = NEW.id AND claim.is_one_of
                    AND (SELECT count(*) FROM strikes_alternative alternative WHERE alternative.claim_id = claim.id) < 2)""",
                violation_error_message=TOO_FEW,
            ),
            ConstraintTrigger(
                name="claim_still_supersedes",
                events="UPDATE OF authority_id, how_named",
                lock=LOCK_INCIDENT.format("NEW.incident_id"),
                condition="""EXISTS (SELECT FROM strikes_supersession link
                    JOIN strikes_claim later ON later.id = link.later_id JOIN strikes_claim earlier ON earlier.id = link.earlier_id
                    WHERE NEW.id IN (link.later_id, link.earlier_id) AND (
                        'unnamed_official' IN (later.how_named, earlier.how_named)
                        OR (later.authority_id <> earlier.authority_id AND link.words = '')))""",
                violation_error_message=STILL_SUPERSEDES,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident.code} claim {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("strikes:claim_detail", args=[self.incident.code, self.number])

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.take_over()
        super().save(*args, **kwargs)

    def take_over(self) -> None:
        """Fill in what follows from the question and the party, so that the database can hold them together."""
        if self.question_id:
            self.kind = self.question.kind
        if self.party_id:
            self.authority_id = self.party.authority_id or self.party_id

    def clean_fields(self, exclude: Any = None) -> None:
        self.take_over()
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        errors: dict[str, Any] = dict(denial_problems(self))
        if self.state == State.PUBLISHED and not (
            self.pk and self.citations.filter(role=CitationRole.EVIDENCE).exists()
        ):
            errors["state"] = UNCITED
        if self.pk:
            errors |= dict.fromkeys(self._fields_that_break_a_supersession(), STILL_SUPERSEDES)
        if errors:
            raise ValidationError(errors)

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        super().validate_constraints(without_uneditable(Claim, exclude))

    def _fields_that_break_a_supersession(self) -> Iterator[str]:
        links = [*self.supersedes.select_related("earlier"), *self.superseded_by.select_related("later")]
        if links and self.how_named == HowNamed.UNNAMED_OFFICIAL:
            yield "how_named"
        others = [link.earlier if link.later_id == self.pk else link.later for link in links if not link.words]
        if any(other.authority_id != self.authority_id for other in others):
            yield "party"

    @property
    def answer(self) -> Answer | None:
        """The answer as a plain value, or None; question, choice, party, place and alternatives must be at hand."""
        answer = KINDS[AnswerKind(self.kind)].read(self)
        return answer if answer.keys else None
