"""A mail server's address, as EMAIL_URL holds it."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

EXAMPLE = "smtp+tls://user:password@host:587"

# The usual port of each way to speak to it: without encryption, begun without and then encrypted, encrypted at once.
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over, and how."""

    scheme: str
    host: str
    port: int
    user: str
    password: str


def parse(address: str) -> MailServer:
    """Return the server that an address names; raise ValueError in words that repeat no part of it."""
    try:
        read = urlsplit(address)
        port = read.port
    except ValueError:
        raise ValueError(f"must be an address such as {EXAMPLE}") from None
    if read.scheme not in PORTS or not read.hostname:
        raise ValueError(f"must be an address such as {EXAMPLE}, or with smtps:// or smtp://")
    if read.path.strip("/") or read.query or read.fragment:
        raise ValueError(f"must end with its host or port, as in {EXAMPLE}")
    user, password = unquote(read.username or ""), unquote(read.password or "")
    return MailServer(read.scheme, read.hostname, port or PORTS[read.scheme], user, password)
