"""Addresses of documents, and when two of them are one.

Two grades. **One document**: http and https, with and without www., a closing slash, a fragment, and what trackers add
to an address; this the database holds unique (`Stripped`). **Likely one document**: the twins for phones and for AMP
(`m.`, `mobile.`, `amp.`, a path that ends in /amp, `?amp=1`); an editor is told, and decides, since a twin may carry
another text.
"""

import re

from django.db import models
from django.db.models import Q

# In the dialect that PostgreSQL and Python share.
_TRACKING = (
    r"[?&](utm_[^=&#]*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|ocid|cmpid|ncid|"
    r"smid|_ga|ref_src|ref_url|at_medium|at_campaign)=[^&#]*"
)
# In this order: the scheme; the fragment; trackers; the first mark of what is left of the query; the closing slash.
_STEPS = (
    (r"^https?://(www\.)?", "", "i"),
    (r"#.*$", "", ""),
    (_TRACKING, "", "gi"),
    (r"[?&]", "?", ""),
    (r"/?$", "", ""),
)
_TWIN_HOST = re.compile(r"^(?:m|mobile|amp)\.(?=[^/]+\.[^/])")
_TWIN_PATH = re.compile(r"(?:/amp/?|\.amp)(?=$|\?)")
_TWIN_QUERY = re.compile(r"[?&](?:amp=?1?|outputType=amp)(?=&|$)")
_HOSTS = ("", "m.", "mobile.", "amp.")


def _in_sql() -> str:
    """The steps, one around the other."""
    template = "%(expressions)s"
    for pattern, by, flags in _STEPS:
        template = f"regexp_replace({template}, '{pattern}', '{by}', '{flags}')"
    return template


class Stripped(models.Func):
    """An address in the form that is compared: one text for one document."""

    template = _in_sql()
    output_field = models.CharField()


def strip_address(url: str) -> str:
    """The form that `Stripped` makes of an address, in Python."""
    for pattern, by, flags in _STEPS:
        count, option = (0 if "g" in flags else 1), (re.IGNORECASE if "i" in flags else 0)
        url = re.sub(pattern, by, url, count=count, flags=option)
    return url


def strip_twin(url: str) -> str:
    """The address in the form that is compared, without additions of a phone or of AMP; host in small letters."""
    stripped = strip_address(url)
    host, slash, path = stripped.partition("/")
    whole = _TWIN_HOST.sub("", host.lower()) + slash + path
    whole = _TWIN_QUERY.sub("", _TWIN_PATH.sub("", whole))
    return re.sub(r"[?&]", "?", whole, count=1).rstrip("/")


def near(url: str) -> Q:
    """The condition, over `stripped`, that an address may be a twin; `strip_twin` decides."""
    path = strip_twin(url).partition("?")[0]
    condition = Q()
    for host in _HOSTS:
        condition |= Q(stripped__startswith=f"{host}{path}")
    return condition
