"""Reading the whole public site, as a reader who follows every link."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver

SITE = "http://testserver"
NOT_PUBLIC = ("/admin/", "/static/")
# What readers' programs ask for without a link to it.
ASKED_UNBIDDEN = ("/robots.txt", "/sitemap.xml", "/favicon.ico", "/feed/", "/.well-known/security.txt", "/nowhere/")


class _Links(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {value for name, value in attrs if name in ("href", "src", "action") and value}


def crawl(ask: Callable[[str], HttpResponseBase], starts: Iterable[str]) -> dict[str, HttpResponseBase]:
    """Every response that can be reached from these addresses, redirects and errors with them."""
    read: dict[str, HttpResponseBase] = {}
    ahead = list(starts)
    while ahead:
        address = ahead.pop()
        if address in read or address.startswith(NOT_PUBLIC):
            continue
        response = read[address] = ask(address)
        ahead += _links(address, response)
    return read


def _links(address: str, response: HttpResponseBase) -> Iterator[str]:
    found = {response["Location"]} if "Location" in response else set()
    if response.get("Content-Type", "").startswith("text/html"):
        found |= _Links(body(response).decode()).found
    for link in found:
        parts = urlsplit(urldefrag(urljoin(SITE + address, link)).url)
        if f"{parts.scheme}://{parts.netloc}" == SITE:
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def body(response: HttpResponseBase) -> bytes:
    """The content, of a streamed response too; it can be read again."""
    if response.streaming:
        response.streaming_content = [b"".join(response)]  # type: ignore[attr-defined]
        return b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return response.content  # type: ignore[attr-defined]


def everything(response: HttpResponseBase) -> bytes:
    """The status line's reason, the headers and the content."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return f"{response.reason_phrase}\n{headers}\n{response.cookies.output()}\n".encode() + body(response)


def public_addresses(values: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Every address of the URL configuration outside the admin, each parameter with every one of its `values`."""
    for route in _routes(get_resolver().url_patterns):
        names = re.findall(r"<(?:\w+:)?(\w+)>", route)
        for chosen in itertools.product(*(values[name] for name in names)):
            given = dict(zip(names, chosen, strict=True))
            address = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: given[match[1]], route)  # noqa: B023
            if not address.startswith(NOT_PUBLIC):
                yield address


def _routes(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield before + str(pattern.pattern)
        elif pattern.namespace not in ("admin", "desk"):
            yield from _routes(pattern.url_patterns, before + str(pattern.pattern))
