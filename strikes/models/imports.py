"""The record of what was loaded from files."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Import(models.Model):
    """One dossier loaded from one file: who, what, when. It is the approver of what it published."""

    loaded_at = models.DateTimeField(_("loaded"), auto_now_add=True)
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("account")
    )
    account_name = models.CharField(
        _("who"), max_length=150, help_text=_("The account of this archive, or of the machine, that ran the command.")
    )
    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(_("SHA-256"), max_length=64, db_index=True)
    incident = models.ForeignKey("strikes.Incident", models.PROTECT, related_name="imports", verbose_name=_("incident"))

    class Meta:
        verbose_name, verbose_name_plural = _("import"), _("imports")
        ordering = ["-loaded_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.file_name}, {self.loaded_at:%Y-%m-%d %H:%M}"
