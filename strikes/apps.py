from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StrikesConfig(AppConfig):
    """What is said to have happened, by whom, and on what evidence."""

    name = "strikes"
    verbose_name = _("strikes")
