"""Every address of the site."""

from django.contrib import admin
from django.urls import path

from strikes.views.health import healthz

urlpatterns = [
    path("healthz", healthz),
    path("admin/", admin.site.urls),
]
