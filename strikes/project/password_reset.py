"""A new password for an account of the desk that has a mail address, by a link that is sent there."""

import threading
from typing import Any

from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.views import (
    PasswordResetCompleteView,
    PasswordResetConfirmView,
    PasswordResetDoneView,
    PasswordResetView,
)
from django.urls import path


class ResetForm(PasswordResetForm):
    """Django's own form, whose mail goes out beside the answer: how long that takes must not say who has an account."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        threading.Thread(target=super().send_mail, args=args, kwargs=kwargs).start()


# Django's sign-in page shows its link where the first of these names exists.
urlpatterns = [
    path("password_reset/", PasswordResetView.as_view(form_class=ResetForm), name="admin_password_reset"),
    path("password_reset/done/", PasswordResetDoneView.as_view(), name="password_reset_done"),
    path("reset/<uidb64>/<token>/", PasswordResetConfirmView.as_view(), name="password_reset_confirm"),
    path("reset/done/", PasswordResetCompleteView.as_view(), name="password_reset_complete"),
]
