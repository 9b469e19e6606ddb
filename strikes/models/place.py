"""The tree of places: country, region, district, settlement, site."""

import re
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sources.constraints import ConstraintTrigger
from sources.counting import number_of
from sources.models import validate_country, validate_language
from sources.names import normalise
from sources.vocabulary import OTHER_SCRIPTS
from strikes.answers.place import point_is_whole
from strikes.vocabulary.terms import PlaceLevel

_COARSER = _("A place lies in a coarser one: a settlement in a district, a region or a country.")


# A letter of any script but the Latin one and the signs shared by all: Greek to Thai and beyond, and those of the east.
NOT_LATIN = r"[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefc]"


class PlaceQuerySet(models.QuerySet["Place"]):
    def named(self, text: str) -> Self:
        """Places of this name in any script or spelling, or of this permanent name; else places with it in their name."""
        name = normalise(text)
        exact = self.filter(Q(normalised=name) | Q(names__normalised=name) | Q(slug=text))
        if not name or exact.exists():
            return exact.distinct()
        word = rf"\m{re.escape(name)}\M"
        return self.filter(Q(normalised__regex=word) | Q(names__normalised__regex=word)).distinct()

    def without_original_name(self) -> Self:
        """Places in a country that writes in another script, with a name in the Latin one alone."""
        there = Q(pk=None)
        for above in (
            "",
            "parent__",
            "parent__parent__",
            "parent__parent__parent__",
            "parent__parent__parent__parent__",
        ):
            there |= Q((f"{above}country__in", OTHER_SCRIPTS))
        named = PlaceName.objects.filter(text__regex=NOT_LATIN)
        return self.filter(there).exclude(pk__in=named.values("place"))

    def without_point(self) -> Self:
        """Settlements and sites without coordinates: what is coarser is never drawn as a point."""
        return self.filter(level__gte=PlaceLevel.SETTLEMENT, latitude=None)

    def with_uses(self) -> Self:
        """Places, each with the `number_of_incidents` filed under it and the `number_of_claims` that name it."""
        return self.annotate(
            number_of_incidents=number_of(self.model, "incidents"), number_of_claims=number_of(self.model, "claims")
        )


class Place(models.Model):
    """A place of the tree. Its point is only ever as precise as its level."""

    slug = models.SlugField(
        _("permanent name"),
        max_length=80,
        unique=True,
        help_text=_("Stands in addresses and dossiers. It never changes once it is public."),
    )
    name = models.CharField(
        _("name"), max_length=200, help_text=_("As this archive writes it. Other spellings and scripts stand below.")
    )
    normalised = models.CharField(_("as compared"), max_length=200, editable=False, db_index=True)
    level = models.PositiveSmallIntegerField(_("level"), choices=PlaceLevel)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("lies in"),
        help_text=_("A coarser place. Countries have none."),
    )
    country = models.CharField(
        _("country code"),
        max_length=2,
        blank=True,
        validators=[validate_country],
        help_text=_("For a country alone: ISO 3166-1. The names of disputed territories are the operator's to set."),
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Degrees north, WGS 84."))
    longitude = models.FloatField(_("longitude"), null=True, blank=True, help_text=_("Degrees east, WGS 84."))

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("place"), _("places")
        ordering = ["level", "name", "pk"]
        constraints = [
            # Strictly coarser at every step: this alone lets no circle form.
            ConstraintTrigger(
                name="place_parent_coarser",
                condition="""EXISTS (SELECT FROM strikes_place child JOIN strikes_place parent ON parent.id = child.parent_id
                    WHERE (child.id = NEW.id OR parent.id = NEW.id) AND parent.level >= child.level)""",
                violation_error_message=_COARSER,
            ),
            models.CheckConstraint(
                name="place_country_on_top",
                condition=Q(level=PlaceLevel.COUNTRY, parent=None)
                | (~Q(level=PlaceLevel.COUNTRY) & Q(parent__isnull=False)),
                violation_error_message=_("A country lies in no other place, and every other place lies in one."),
            ),
            models.CheckConstraint(
                name="place_point",
                condition=point_is_whole(),
                violation_error_message=_("A point needs latitude from -90 to 90 and longitude from -180 to 180."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.normalised = normalise(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def above(self) -> list["Place"]:
        """The places that it lies in, the nearest first; they must be at hand."""
        return [self.parent, *self.parent.above] if self.parent else []

    def clean(self) -> None:
        parent_is_fine = self.parent is None or self.parent.level < (self.level or 0)
        if not parent_is_fine or (self.pk and self.children.filter(level__lte=self.level or 0).exists()):
            raise ValidationError({"parent": _COARSER})


class PlaceName(models.Model):
    """Another name or spelling of a place, in any script."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="names", verbose_name=_("place"))
    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(
        _("language"),
        max_length=35,
        blank=True,
        validators=[validate_language],
        help_text=_("BCP 47: ar, uk, ar-Latn."),
    )
    normalised = models.CharField(_("as compared"), max_length=200, editable=False, db_index=True)

    class Meta:
        verbose_name, verbose_name_plural = _("place name"), _("place names")
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["place", "text"], name="place_name_once")]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: object, **kwargs: object) -> None:
        self.normalised = normalise(self.text)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
