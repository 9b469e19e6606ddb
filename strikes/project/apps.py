"""The admin of this project, as an app."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    default_site = "strikes.project.desk.Desk"
