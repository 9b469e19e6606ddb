"""Incidents: what the archive files claims under."""

import zoneinfo
from datetime import timedelta
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import DateTimeField, ExpressionWrapper, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sources.counting import number_of
from sources.dates.columns import partial_date_check, partial_date_columns, stored_date
from strikes.answers.place import point_is_whole
from strikes.models.place import Place
from strikes.models.publication import Publishable, publication_checks
from strikes.vocabulary.terms import LocationPrecision, State, SubjectKind

LONGEST_SPAN = timedelta(days=366)
COARSE = (LocationPrecision.DISTRICT, LocationPrecision.REGION, LocationPrecision.COUNTRY)


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("“%(name)s” is no time zone. Write its IANA name, such as Asia/Damascus."), params={"name": name}
        )


class IncidentQuerySet(models.QuerySet["Incident"]):
    def published(self) -> Self:
        """Incidents that the public may see."""
        return self.filter(state=State.PUBLISHED)

    def drafts(self) -> Self:
        return self.filter(state=State.DRAFT)

    def without_claims(self) -> Self:
        return self.filter(claims=None)

    def without_summary(self) -> Self:
        return self.filter(summary="")

    def without_place(self) -> Self:
        """Incidents that are filed no finer than under a district."""
        return self.filter(location_precision__in=COARSE)

    def with_claims(self) -> Self:
        """Incidents, each with `number_of_claims` and, of these, `number_of_drafts`."""
        return self.annotate(
            number_of_claims=number_of(self.model, "claims"),
            number_of_drafts=number_of(self.model, "claims", Q(claims__state=State.DRAFT)),
        )

    def answering(self) -> Self:
        """Incidents whose address answers, with a page or with a notice of withdrawal."""
        return self.filter(Q(state=State.PUBLISHED) | ~Q(withdrawn_reason=""))

    def for_list(self) -> Self:
        """Incidents with all that a row of a list shows, newest first."""
        return self.select_related("place__parent__parent__parent__parent").order_by("-filed_earliest", "-pk")

    def for_page(self) -> Self:
        """Incidents with what was approved of each, and `listed_at`: the last change of what is public."""
        return self.annotate(listed_at=F("listing__changed_at")).select_related("approved")


class Incident(Publishable):
    """An event, or a series treated as one, that at least one party calls a strike."""

    code = models.CharField(
        _("permanent code"),
        max_length=20,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-Z]{2}-\d{4}-\d{4}-[A-Z]$",
                _("Write country, year, month and day filed, and a letter: SY-2017-0316-A."),
            )
        ],
        help_text=_(
            "Country, day filed and a letter: SY-2017-0316-A. It never changes once it is public, even if the filing does."
        ),
    )
    title = models.CharField(
        _("title"),
        max_length=200,
        help_text=_(
            "Place and date, never a disputed word: “Strike at …”, or “Explosion at …” where the strike is itself disputed."
        ),
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("One neutral paragraph. It attributes whatever is not agreed by all.")
    )
    filed_earliest, filed_latest, filed_precision = partial_date_columns(_("filed under"), required=True)
    clock_from = models.TimeField(_("local time, from"), null=True, blank=True)
    clock_to = models.TimeField(
        _("local time, to"), null=True, blank=True, help_text=_("A night may run past midnight.")
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        blank=True,
        validators=[validate_time_zone],
        help_text=_("IANA name: Asia/Damascus."),
    )
    place = models.ForeignKey(Place, models.PROTECT, related_name="incidents", verbose_name=_("place"))
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, help_text=_("Degrees north, WGS 84. Empty where nobody located a point.")
    )
    longitude = models.FloatField(_("longitude"), null=True, blank=True, help_text=_("Degrees east, WGS 84."))
    location_precision = models.CharField(_("precision of the place"), max_length=20, choices=LocationPrecision)
    located_by = models.CharField(_("located by"), max_length=200, blank=True)
    filing_note = models.TextField(
        _("filing note"),
        blank=True,
        help_text=_(
            "Public. Why it is filed under this day and place, and how precisely; above all where claims differ on them."
        ),
    )

    filed = stored_date("filed")
    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("incident"), _("incidents")
        ordering = ["-filed_earliest", "-pk"]
        indexes = [models.Index(F("filed_earliest").desc(), F("id").desc(), name="incident_newest")]
        constraints = [
            *publication_checks("incident"),
            *partial_date_check("filed", name="incident_filed"),
            models.CheckConstraint(
                name="incident_filed_span",
                condition=Q(
                    filed_latest__lt=ExpressionWrapper(F("filed_earliest") + LONGEST_SPAN, output_field=DateTimeField())
                ),
                violation_error_message=_("An incident is filed under at most 366 days."),
            ),
            models.CheckConstraint(
                name="incident_point",
                condition=point_is_whole(),
                violation_error_message=_("A point needs latitude from -90 to 90 and longitude from -180 to 180."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("strikes:incident_detail", args=[self.code])


class OtherArchive(models.Model):
    """The same event in another archive."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="other_archives", verbose_name=_("incident"))
    archive = models.CharField(_("archive"), max_length=100)
    identifier = models.CharField(_("identifier there"), max_length=100)
    url = models.URLField(_("address there"), max_length=2000, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("other archive"), _("other archives")
        ordering = ["incident", "archive", "identifier"]
        constraints = [models.UniqueConstraint(fields=["incident", "archive", "identifier"], name="other_archive_once")]

    def __str__(self) -> str:
        return f"{self.archive} {self.identifier}"


class Subject(models.Model):
    """A thing of one incident that claims are about, where they are not about the event as a whole."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="subjects", verbose_name=_("incident"))
    code = models.SlugField(_("code"), max_length=80, help_text=_("Permanent within the incident."))
    kind = models.CharField(_("kind"), max_length=20, choices=SubjectKind)
    label = models.CharField(
        _("label"), max_length=200, help_text=_("Neutral words, with an article: “the building that was struck”.")
    )

    class Meta:
        verbose_name, verbose_name_plural = _("subject"), _("subjects")
        ordering = ["incident", "code"]
        constraints = [
            models.UniqueConstraint(fields=["incident", "code"], name="subject_code_once"),
            models.UniqueConstraint(fields=["id", "incident"], name="subject_and_incident"),
        ]

    def __str__(self) -> str:
        return self.label
