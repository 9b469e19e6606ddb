"""The fixed vocabularies of sources."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Countries, by ISO 3166-1, where names are written in another script than the Latin one, alone or beside it.
_OTHER_SCRIPTS = (
    "AE AF AM BD BG BH BT BY CN CY DJ DZ EG EH ER ET GE GR HK IL IN IQ IR JO JP KG KH KM KP KR KW KZ LA LB LK LY MA ME "
    "MK MM MN MO MR MV NP OM PK PS QA RS RU SA SD SY TD TH TJ TN TW UA YE"
)
OTHER_SCRIPTS = frozenset(_OTHER_SCRIPTS.split())


class PublisherKind(models.TextChoices):
    """The kinds of publisher."""

    AGENCY = "agency", _("news agency")
    NEWSPAPER = "newspaper", _("newspaper or magazine")
    BROADCASTER = "broadcaster", _("broadcaster")
    NEWS_SITE = "news_site", _("news site")
    AGGREGATOR = "aggregator", _("aggregator or reprint")
    GOVERNMENT = "government", _("government")
    MILITARY = "military", _("military")
    INTERNATIONAL = "international", _("international organisation")
    MONITOR = "monitor", _("monitoring group")
    NGO = "ngo", _("NGO")
    RESEARCH = "research", _("research or open-source investigation")
    ENCYCLOPEDIA = "encyclopedia", _("encyclopedia")
    PERSON = "person", _("person")
    PLATFORM = "platform", _("social media platform or forum")
    UNKNOWN = "unknown", _("publisher not identified")


class SourceKind(models.TextChoices):
    """The kinds of document."""

    ARTICLE = "article", _("article")
    DISPATCH = "dispatch", _("agency dispatch")
    STATEMENT = "statement", _("statement")
    TRANSCRIPT = "transcript", _("transcript")
    REPORT = "report", _("report")
    DATASET = "dataset", _("dataset record")
    ENCYCLOPEDIA = "encyclopedia", _("encyclopedia article")
    POST = "post", _("social media post")
    VIDEO = "video", _("video")
    PAGE = "page", _("web page")


class Consulted(models.TextChoices):
    """The ways in which this archive read a source."""

    ORIGINAL = "original", _("the original page")
    COPY = "copy", _("a copy")
    QUOTED = "quoted", _("as quoted in another source")
    DATASET = "dataset", _("a dataset record")
