"""Parties: who makes a claim, or is said to have acted."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sources.constraints import ConstraintTrigger
from sources.counting import number_of
from sources.models import OriginalName, Publisher, validate_country
from sources.vocabulary import OTHER_SCRIPTS
from strikes.vocabulary.terms import PartyGroup, PartyKind

_ROOT = _("An authority speaks for itself: choose the party at the top, not another office, and not the party itself.")
STILL_SUPERSEDES = _("A claim supersedes another, which this would no longer allow. Remove the supersession first.")


class PartyQuerySet(models.QuerySet["Party"]):
    def named(self, text: str) -> Self:
        """Parties of this name, short name, name in its own script or permanent name."""
        names = ("slug", "name__iexact", "short_name__iexact", "original_name__iexact")
        condition = Q(pk=None)
        for name in names:
            condition |= Q((name, text))
        return self.filter(condition)

    def without_original_name(self) -> Self:
        """Parties of a country that writes in another script, whose name is here in the Latin one alone."""
        return self.filter(country__in=OTHER_SCRIPTS, original_name="")

    def without_claims(self) -> Self:
        """Parties that make no claim; others may name them."""
        return self.filter(claims=None)

    def with_claims(self) -> Self:
        """Parties, each with the number of claims that it makes itself as `number_of_claims`."""
        return self.annotate(number_of_claims=number_of(self.model, "claims"))


class Party(OriginalName):
    """A state, command, group, service, body or person. Its name is the public label and all that is ever shown."""

    slug = models.SlugField(
        _("permanent name"),
        max_length=80,
        unique=True,
        help_text=_("Stands in addresses and dossiers. It never changes once it is public."),
    )
    name = models.CharField(
        _("name"),
        max_length=200,
        help_text=_("The public label. For a protected party, a label that does not name it."),
    )
    short_name = models.CharField(
        _("short name"), max_length=24, blank=True, help_text=_("For tables. Empty: the name.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=PartyKind)
    group = models.CharField(
        _("group"), max_length=20, choices=PartyGroup, help_text=_("Where pages set the party out.")
    )
    authority = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name=_("speaks for"),
        help_text=_(
            "The party whose position this office states: a defence ministry speaks for its state. Empty: it speaks for itself. Unnamed officials speak for nobody."
        ),
    )
    publisher = models.ForeignKey(
        Publisher,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parties",
        verbose_name=_("publisher"),
        help_text=_("For a newsroom in its own voice."),
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[validate_country],
        help_text=_("ISO 3166-1, two capital letters."),
    )
    is_collective = models.BooleanField(
        _("is collective"),
        default=False,
        help_text=_("A party of many voices (residents, activists, posts): it neither moves nor contradicts itself."),
    )
    note = models.TextField(
        _("note"),
        blank=True,
        help_text=_("Public. What a reader should know, such as two spellings taken for one person."),
    )
    # What a claim refers to together with its party: the authority, or the party itself.
    voice = models.GeneratedField(
        expression=Coalesce(F("authority_id"), F("id")), output_field=models.BigIntegerField(), db_persist=True
    )

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("party"), _("parties")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["id", "voice"], name="party_and_voice"),
            # One step deep: this alone lets no circle form.
            ConstraintTrigger(
                name="party_authority_root",
                condition="""EXISTS (SELECT FROM strikes_party office JOIN strikes_party authority ON authority.id = office.authority_id
                    WHERE (office.id = NEW.id OR authority.id = NEW.id) AND authority.authority_id IS NOT NULL)""",
                violation_error_message=_ROOT,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("strikes:party_detail", args=[self.slug])

    def clean(self) -> None:
        if self.authority and (
            self.authority_id == self.pk or self.authority.authority_id or (self.pk and self.offices.exists())
        ):
            raise ValidationError({"authority": _ROOT})
        if self.pk and self._breaks_a_supersession():
            raise ValidationError({"authority": STILL_SUPERSEDES})

    def _breaks_a_supersession(self) -> bool:
        voice = self.authority_id or self.pk
        others = [
            *self.claims.filter(supersedes__words="").values_list(
                "supersedes__earlier__party", "supersedes__earlier__authority"
            ),
            *self.claims.filter(superseded_by__words="").values_list(
                "superseded_by__later__party", "superseded_by__later__authority"
            ),
        ]
        return any(party != self.pk and authority != voice for party, authority in others)
