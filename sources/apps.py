from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SourcesConfig(AppConfig):
    """Who published what, where and when, and the copy that was kept."""

    name = "sources"
    verbose_name = _("sources")
