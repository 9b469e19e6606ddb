"""Publishers, their documents, and what a document said at one time."""

from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sources.addresses import Stripped, near, strip_address
from sources.constraints import NoCircle
from sources.counting import number_of
from sources.dates.columns import partial_date_check, partial_date_columns, stored_date
from sources.history import keep_history
from sources.vocabulary import OTHER_SCRIPTS, Consulted, PublisherKind, SourceKind

validate_country = RegexValidator(r"^[A-Z]{2}$", _("Write the two capital letters of ISO 3166-1, such as SY."))
validate_language = RegexValidator(
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", _("Write a language tag of BCP 47, such as en or ar.")
)
ENGLISH = r"^en(-|$)"
validate_sha256 = RegexValidator(r"^[0-9a-f]{64}$", _("Write the 64 hexadecimal digits of a SHA-256, in lower case."))


class OriginalName(models.Model):
    """A name in its own script, next to the name that this archive uses."""

    original_name = models.CharField(
        _("original name"),
        max_length=200,
        blank=True,
        help_text=_("The name in its own script, if that is not the Latin one."),
    )
    original_language = models.CharField(
        _("language of it"),
        max_length=35,
        blank=True,
        validators=[validate_language],
        help_text=_("BCP 47: ar, ru, uk."),
    )

    class Meta:
        abstract = True


class PublisherQuerySet(models.QuerySet["Publisher"]):
    def without_original_name(self) -> Self:
        """Publishers of a country that writes in another script, whose name is here in the Latin one alone."""
        return self.filter(country__in=OTHER_SCRIPTS, original_name="")

    def without_country(self) -> Self:
        return self.filter(country="")

    def without_sources(self) -> Self:
        return self.filter(sources=None)

    def with_sources(self) -> Self:
        """Publishers, each with the number of its sources as `number_of_sources`."""
        return self.annotate(number_of_sources=number_of(self.model, "sources"))


class Publisher(OriginalName):
    """A publisher of documents. It is never the party whose words they carry."""

    slug = models.SlugField(
        _("permanent name"),
        max_length=80,
        unique=True,
        help_text=_("Stands in addresses. It never changes once it is public."),
    )
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=PublisherKind)
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[validate_country],
        help_text=_("ISO 3166-1, two capital letters."),
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    is_agency = models.BooleanField(
        _("is a news agency"),
        default=False,
        help_text=_("Others print its texts; each reprint is a source of its own that relays the first."),
    )

    objects = PublisherQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("publisher"), _("publishers")
        ordering = ["name", "pk"]
        constraints = [
            NoCircle(
                name="publisher_no_circle",
                parent="parent",
                violation_error_message=_("A publisher cannot belong to itself, by whatever way round."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("sources:publisher_detail", args=[self.slug])


class SourceQuerySet(models.QuerySet["Source"]):
    def without_copy(self) -> Self:
        """Sources of which no capture has a file or an archive's address."""
        return self.exclude(pk__in=Capture.objects.kept().values("source"))

    def without_original_title(self) -> Self:
        """Sources in another language than English whose title is here in English alone."""
        return self.filter(original_title="").exclude(language__regex=ENGLISH)

    def without_day(self) -> Self:
        return self.filter(published_earliest=None)

    def without_address(self) -> Self:
        return self.filter(addresses=None)

    def at(self, url: str) -> Self:
        """Sources with this address, a twin of it or one beneath it, or with this address of a copy."""
        addresses = Address.objects.alias(stripped=Stripped(F("url"))).filter(near(url))
        copies = Capture.objects.filter(archive_url__icontains=strip_address(url))
        return self.filter(Q(pk__in=addresses.values("source")) | Q(pk__in=copies.values("source")))


class Source(models.Model):
    """A published document. A reprint is a source of its own that relays the first."""

    code = models.SlugField(
        _("permanent code"),
        max_length=80,
        unique=True,
        help_text=_("Publisher and day, such as the-intercept-2017-0419. It never changes once it is public."),
    )
    publisher = models.ForeignKey(Publisher, models.PROTECT, related_name="sources", verbose_name=_("publisher"))
    title = models.CharField(
        _("title"),
        max_length=500,
        help_text=_("In English. In [square brackets] where there is none or it was not seen."),
    )
    original_title = models.CharField(
        _("original title"),
        max_length=500,
        blank=True,
        help_text=_("In the language of the source, if that is not English."),
    )
    language = models.CharField(
        _("language"), max_length=35, default="en", validators=[validate_language], help_text=_("BCP 47: en, ar, nb.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind)
    authors = models.CharField(
        _("authors"), max_length=500, blank=True, help_text=_("As printed, parted by semicolons.")
    )
    published_earliest, published_latest, published_precision = partial_date_columns(_("published"))
    relays: "models.ManyToManyField[Source, Relay]" = models.ManyToManyField(
        "self", through="Relay", symmetrical=False, related_name="relayed_by", blank=True
    )
    consulted = models.CharField(_("read as"), max_length=20, choices=Consulted, default=Consulted.ORIGINAL)
    is_withheld = models.BooleanField(
        _("withheld"),
        default=False,
        help_text=_(
            "All of it but its kind is kept from the public (publisher, titles, language, authors, addresses, day, captures, relays and note), because it would name a protected speaker."
        ),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Public. What a reader should know about this document.")
    )

    published = stored_date("published")
    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("source"), _("sources")
        ordering = ["code"]
        constraints = [*partial_date_check("published", name="source_published")]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def get_absolute_url(self) -> str:
        return reverse("sources:source_detail", args=[self.code])


class Address(models.Model):
    """An address at which a source can be read. One address leads to one source."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="addresses", verbose_name=_("source"))
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("The publisher's own address stands first.")
    )
    url = models.URLField(_("address"), max_length=2000)

    class Meta:
        verbose_name, verbose_name_plural = _("address"), _("addresses")
        ordering = ["source", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                Stripped(F("url")),
                name="address_of_one_source",
                violation_error_message=_("This address is already that of a source. Cite that source instead."),
            ),
        ]

    def __str__(self) -> str:
        return self.url


class Relay(models.Model):
    """A source that reprints, or draws on, another."""

    relaying = models.ForeignKey(Source, models.CASCADE, related_name="+", verbose_name=_("source"))
    relayed = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("relays"))

    class Meta:
        verbose_name, verbose_name_plural = _("relay"), _("relays")
        ordering = ["relaying", "relayed"]
        constraints = [
            models.UniqueConstraint(fields=["relaying", "relayed"], name="relay_once"),
            NoCircle(
                name="relay_no_circle",
                child="relaying",
                parent="relayed",
                violation_error_message=_("A source cannot relay itself, by whatever way round."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.relaying_id} relays {self.relayed_id}"


class CaptureQuerySet(models.QuerySet["Capture"]):
    def kept(self) -> Self:
        """Captures that can be looked up again: a file here, or an archive's copy."""
        return self.exclude(archive_url="", file="")

    def without_copy(self) -> Self:
        """Captures that only note what was read, with neither a file here nor an archive's copy."""
        return self.filter(archive_url="", file="")


class Capture(models.Model):
    """The state of a source at one time: one address has several captures with different text."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="captures", verbose_name=_("source"))
    number = models.PositiveSmallIntegerField(
        _("number"), help_text=_("Permanent within the source, from 1 in order of time.")
    )
    seen_at = models.DateTimeField(
        _("seen"), null=True, blank=True, help_text=_("When it was read or kept. Empty: not known.")
    )
    headline = models.CharField(_("headline then"), max_length=500, blank=True)
    archive_url = models.URLField(_("address of the copy"), max_length=2000, blank=True)
    file = models.FileField(_("file"), upload_to="captures/%Y/", blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, validators=[validate_sha256])
    size = models.PositiveBigIntegerField(_("size in bytes"), null=True, blank=True)
    media_type = models.CharField(_("media type"), max_length=100, blank=True)
    http_status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    text = models.TextField(_("text"), blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("Public. What is particular about this copy."))

    objects = CaptureQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("capture"), _("captures")
        ordering = ["source", "number"]
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="capture_number_once"),
            models.UniqueConstraint(fields=["id", "source"], name="capture_and_source"),
            models.CheckConstraint(
                name="capture_file_hashed",
                condition=Q(file="") | ~Q(sha256=""),
                violation_error_message=_("A kept file needs its SHA-256."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source.code} no. {self.number}"


keep_history(Publisher)
keep_history(Source)
keep_history(Address, "source")
keep_history(Relay, "relaying")
keep_history(Capture, "source")
