"""The admin of this project, as an app."""

from django.contrib.admin.apps import AdminConfig


class ArchiveAdminConfig(AdminConfig):
    default_site = "strikes.project.admin_site.ArchiveAdminSite"
