"""Addresses of documents, and when two of them are one."""

import re

from django.db import models


class Stripped(models.Func):
    """An address as it is compared: http and https, with and without www., a closing slash and a fragment are one."""

    function = "regexp_replace"
    template = r"regexp_replace(regexp_replace(%(expressions)s, '^https?://(www\.)?', '', 'i'), '/?(#.*)?$', '')"
    output_field = models.CharField()


def strip_address(url: str) -> str:
    """What `Stripped` makes of an address, in Python."""
    bare = re.sub(r"^https?://(www\.)?", "", url, count=1, flags=re.IGNORECASE)
    return re.sub(r"/?(#.*)?$", "", bare, count=1)
