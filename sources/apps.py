from django.apps import AppConfig
from django.db.models import CharField, TextField
from django.utils.translation import gettext_lazy as _

from sources.names import Alike


class SourcesConfig(AppConfig):
    """Who published what, where and when, and the copy that was kept."""

    name = "sources"
    verbose_name = _("sources")

    def ready(self) -> None:
        for text in (CharField, TextField):
            text.register_lookup(Alike)
