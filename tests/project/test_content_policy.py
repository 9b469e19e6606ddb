"""What a browser may load for a page."""

import pytest
from django.conf import settings
from django.test import Client


@pytest.mark.django_db
def test_an_answer_carries_every_directive_of_the_policy(client: Client):
    header = client.get("/healthz").headers["Content-Security-Policy"]

    sent = {name: values for name, *values in (directive.split() for directive in header.split(";"))}

    assert sent == settings.SECURE_CSP
