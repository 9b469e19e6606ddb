"""Citations: where a claim can be read, and whose wording stands there."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from sources.constraints import CompositeForeignKey, ConstraintTrigger
from sources.counting import number_of
from sources.models import ENGLISH, Capture, Source, validate_language
from strikes.models.claim import LOCK_INCIDENT_OF_OLD, UNCITED, Claim
from strikes.models.party import Party
from strikes.vocabulary.terms import CitationRole, State, Wording


class CitationQuerySet(models.QuerySet["Citation"]):
    def without_copy(self) -> Self:
        """Citations of sources of which no copy is kept."""
        return self.exclude(source__in=Capture.objects.kept().values("source"))

    def without_capture(self) -> Self:
        """Citations that leave open which of the source's captures was read."""
        return self.filter(capture=None, source__in=Capture.objects.values("source"))

    def untranslated(self) -> Self:
        """Citations with words in another language than English, and no translation of them."""
        language = Coalesce(NullIf("language", Value("")), "source__language")
        rows = self.alias(spoken=language).filter(translation="").exclude(quotation="")
        return rows.exclude(spoken__regex=ENGLISH)


def uncited(sources: QuerySet[Source]) -> QuerySet[Source]:
    """The sources, of these, that no claim cites."""
    return sources.filter(citations=None)


def with_claims(sources: QuerySet[Source]) -> QuerySet[Source]:
    """The sources, each with the number of claims that cite it as `number_of_claims`."""
    return sources.annotate(number_of_claims=number_of(Source, "citations__claim"))


class Citation(models.Model):
    """A place in a source, in the capture that was read, with its words."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="citations", verbose_name=_("claim"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations", verbose_name=_("source"))
    capture = models.ForeignKey(
        Capture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("capture"),
        help_text=_("The copy that was read, where the source has several."),
    )
    locator = models.CharField(_("locator"), max_length=200, blank=True, help_text=_("Page, paragraph or time code."))
    quotation = models.TextField(
        _("quotation"),
        blank=True,
        help_text=_(
            "Only words that stand there letter for letter, without quotation marks around them. Otherwise leave it empty and summarise."
        ),
    )
    language = models.CharField(
        _("language"),
        max_length=35,
        blank=True,
        validators=[validate_language],
        help_text=_("Of the quotation. Empty: the source's."),
    )
    translation = models.TextField(_("translation"), blank=True)
    translator = models.CharField(_("translator"), max_length=200, blank=True)
    wording = models.CharField(_("wording"), max_length=20, choices=Wording, help_text=_("Whose words stand there."))
    role = models.CharField(_("role"), max_length=20, choices=CitationRole, default=CitationRole.EVIDENCE)
    printed = models.TextField(
        _("printed differently"),
        blank=True,
        help_text=_(
            "What this source prints instead, in this archive's words. Shown under the claim and never compared."
        ),
    )
    alleged_by = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("misprint alleged by"),
        help_text=_("The party by whose word alone this is a misprint. Empty: this archive saw both texts."),
    )
    is_withheld = models.BooleanField(
        _("withheld"),
        default=False,
        help_text=_(
            "Quotation, translation, locator, and what is printed differently by whose word, are kept from the public, because they would name a protected speaker."
        ),
    )

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("citation"), _("citations")
        ordering = ["claim", "position", "pk"]
        constraints = [
            CompositeForeignKey(
                name="citation_capture_of_source",
                fields=["capture", "source"],
                to="sources.Capture",
                to_fields=["id", "source"],
                violation_error_message=_("This capture is of another source."),
            ),
            models.CheckConstraint(
                name="citation_printed_differently",
                condition=Q(role=CitationRole.PRINTED_DIFFERENTLY) ^ Q(printed=""),
                violation_error_message=_("Say what is printed differently, and only where the role says so."),
            ),
            models.CheckConstraint(
                name="citation_misprint_alleged",
                condition=Q(alleged_by=None) | Q(role=CitationRole.PRINTED_DIFFERENTLY),
                violation_error_message=_("Only what is printed differently is a misprint that somebody can allege."),
            ),
            ConstraintTrigger(
                name="citation_kept",
                events="UPDATE OR DELETE",
                lock=LOCK_INCIDENT_OF_OLD,
                condition=f"""EXISTS (SELECT FROM strikes_claim claim WHERE claim.id = OLD.claim_id AND claim.state = '{State.PUBLISHED}'
                    AND NOT EXISTS (SELECT FROM strikes_citation citation
                        WHERE citation.claim_id = claim.id AND citation.role = '{CitationRole.EVIDENCE}'))""",
                violation_error_message=UNCITED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim} in {self.source_id}"

    def clean(self) -> None:
        before = Citation.objects.select_related("claim").filter(pk=self.pk, role=CitationRole.EVIDENCE).first()
        if before is None or before.claim.state != State.PUBLISHED:
            return
        is_moved = before.claim_id != self.claim_id
        others = before.claim.citations.filter(role=CitationRole.EVIDENCE).exclude(pk=self.pk)
        if (is_moved or self.role != CitationRole.EVIDENCE) and not others.exists():
            raise ValidationError({"claim" if is_moved else "role": UNCITED})
