"""Parties: who makes a claim, or is said to have acted."""

from collections.abc import Iterable
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sources.constraints import CompositeForeignKey, ConstraintTrigger
from sources.counting import number_of
from sources.models import OriginalName, Publisher, validate_country
from sources.vocabulary import OTHER_SCRIPTS
from strikes.vocabulary.terms import PartyGroup, PartyKind

_ROOT = _("An authority speaks for itself: choose the party at the top, not another office, and not the party itself.")
_CIRCLE = _("A party cannot be part of itself, by whatever way round.")
JOINT = _("A joint party is its own authority: it speaks for no other.")
_ONE_DEEP = _("The members of a joint party are no joint parties themselves.")
TOO_FEW_MEMBERS = _("A joint party has at least two members.")
STILL_SUPERSEDES = _("A claim supersedes another, which this would no longer allow. Remove the supersession first.")
# The parties that a party names: whom it speaks for, what it is part of, its members.
_NAMED_BY = """SELECT authority_id FROM strikes_party WHERE id = {0}
    UNION ALL SELECT part_of_id FROM strikes_party WHERE id = {0}
    UNION ALL SELECT member_id FROM strikes_membership WHERE joint_id = {0}"""
_NAMING = """SELECT id FROM strikes_party WHERE {0} IN (authority_id, part_of_id)
    UNION ALL SELECT joint_id FROM strikes_membership WHERE member_id = {0}"""


def _reached(start: str, step: str) -> str:
    """SQL for the keys that are reached from those of a query, step by step; a key of none leads nowhere."""
    return f"""WITH RECURSIVE reached(id) AS (
            {start} UNION SELECT edge.id FROM reached CROSS JOIN LATERAL ({step.format("reached.id")}) edge(id)
        ) SELECT id FROM reached"""


def with_those_named(ids: Iterable[int]) -> RawSQL:
    """The keys of these parties and of all that they name: whom they speak for, are part of, or consist of."""
    return RawSQL(_reached("SELECT unnest(%s::bigint[])", _NAMED_BY), [list(ids)])  # noqa: S611 - no values in it


def with_those_naming(ids: Iterable[int]) -> RawSQL:
    """The keys of these parties and of all that name them, by whatever steps."""
    return RawSQL(_reached("SELECT unnest(%s::bigint[])", _NAMING), [list(ids)])  # noqa: S611 - no values in it


def _names_itself(party: str) -> str:
    """The SQL condition that a party is reached from those that it names."""
    return f"{party} IN ({_reached(f'({_NAMED_BY.format(party)})', _NAMED_BY)})"


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
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_(
            "The wider party that it belongs to without stating its position: Islamic Jihad is part of Palestinian armed groups. To name the one does not exclude to name the other."
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
            models.CheckConstraint(
                name="party_part_of_another",
                condition=Q(part_of=None) | Q(authority=None) | ~Q(part_of=F("authority")),
                violation_error_message=_("It speaks for this party, or it is only a part of it: choose one."),
            ),
            ConstraintTrigger(
                name="party_no_circle", condition=_names_itself("NEW.id"), violation_error_message=_CIRCLE
            ),
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
        if self.authority and self.pk and self.memberships.exists():
            raise ValidationError({"authority": JOINT})
        if self.pk and self.part_of and self.part_of.names(self):
            raise ValidationError({"part_of": _CIRCLE})
        if self.pk and self._breaks_a_supersession():
            raise ValidationError({"authority": STILL_SUPERSEDES})

    def names(self, other: "Party") -> bool:
        """Whether it is the other, or names it by whatever steps."""
        return Party.objects.filter(pk=other.pk).filter(pk__in=with_those_named([self.pk])).exists()

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


class Membership(models.Model):
    """That a party is one of those who speak as one in a joint party: “NRC and NOS”."""

    joint = models.ForeignKey(Party, models.CASCADE, related_name="memberships", verbose_name=_("joint party"))
    member = models.ForeignKey(
        Party,
        models.PROTECT,
        related_name="joint_memberships",
        verbose_name=_("member"),
        help_text=_("What the joint party says is listed on the page of each member."),
    )

    class Meta:
        verbose_name, verbose_name_plural = _("member"), _("members of a joint party")
        ordering = ["joint", "member__name", "member"]
        constraints = [
            models.UniqueConstraint(fields=["joint", "member"], name="membership_once"),
            CompositeForeignKey(
                name="membership_joint_root",
                # Its voice is its own.
                fields=["joint", "joint"],
                to="strikes.Party",
                to_fields=["id", "voice"],
                violation_error_message=JOINT,
            ),
            ConstraintTrigger(
                name="membership_flat",
                condition="""EXISTS (SELECT FROM strikes_membership membership JOIN strikes_membership other
                    ON other.member_id = membership.joint_id OR other.joint_id = membership.member_id
                    WHERE membership.id = NEW.id)""",
                violation_error_message=_ONE_DEEP,
            ),
            ConstraintTrigger(
                name="membership_no_circle",
                lock="PERFORM pg_advisory_xact_lock('strikes_party'::regclass::oid::bigint)",
                condition=_names_itself("NEW.joint_id"),
                violation_error_message=_CIRCLE,
            ),
            ConstraintTrigger(
                name="membership_of_several",
                events="INSERT OR UPDATE OR DELETE",
                condition="""EXISTS (SELECT FROM strikes_membership WHERE joint_id IN (NEW.joint_id, OLD.joint_id)
                    GROUP BY joint_id HAVING count(*) = 1)""",
                violation_error_message=TOO_FEW_MEMBERS,
            ),
        ]

    def __str__(self) -> str:
        return str(self.member)

    def clean(self) -> None:
        joint, member = getattr(self, "joint", None), getattr(self, "member", None)
        if joint and member and (member == joint or member.memberships.exists()):
            raise ValidationError({"member": _ONE_DEEP})
        if joint and joint.pk and joint.joint_memberships.exists():
            raise ValidationError(_ONE_DEEP)
        if joint and joint.pk and member and member.names(joint):
            raise ValidationError({"member": _CIRCLE})
