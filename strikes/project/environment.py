"""What the environment's variables must look like, each wrong one said in words that follow its name."""

import re
from collections.abc import Sequence
from email.utils import parseaddr
from pathlib import Path
from typing import cast

from django.core.exceptions import ValidationError as NoMailAddress
from django.core.validators import validate_email
from environs import EnvValidationError, ValidationError

from strikes.project import database_address, mail_address

HOST = re.compile(r"\.?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]", re.IGNORECASE)

IN_OUR_WORDS = {
    "Environment variable not set.": "is missing",
    "Not a valid boolean.": "must be 1 or 0",
    "Not a valid integer.": "must be a whole number",
}


def check_secret_key(value: str) -> None:
    """Refuse a key that could be guessed, by the same measure as Django's own check."""
    if len(value) < 50 or len(set(value)) < 5 or value.startswith("django-insecure-"):
        raise ValidationError("must be a random text of at least 50 characters (unset it for a development copy)")


def check_hosts(values: Sequence[str]) -> None:
    """Refuse what is no plain host name: an address with its scheme, a port, a wildcard for everything."""
    if not values or not all(HOST.fullmatch(value.strip()) for value in values):
        raise ValidationError("must be host names separated by commas, without scheme or port, and not *")


def check_database(value: str) -> None:
    """Refuse an address that cannot be parsed or names no database."""
    try:
        database_address.parse(value)
    except ValueError as error:
        raise ValidationError(str(error)) from None


def check_mail_server(value: str) -> None:
    """Refuse an address that cannot be parsed or names no mail server."""
    try:
        mail_address.parse(value)
    except ValueError as error:
        raise ValidationError(str(error)) from None


def check_sender(value: str) -> None:
    """Refuse what nobody could answer to; a name may stand before the address."""
    if not is_mail_address(parseaddr(value)[1]):
        raise ValidationError("must be a mail address such as archive@example.org, or Name <archive@example.org>")


def check_receivers(values: Sequence[str]) -> None:
    """Refuse what is no plain mail address."""
    if not values or not all(is_mail_address(value.strip()) for value in values):
        raise ValidationError("must be mail addresses separated by commas")


def is_mail_address(value: str) -> bool:
    """Return whether a text is one mail address and nothing else."""
    try:
        validate_email(value)
    except NoMailAddress:
        return False
    return True


def check_folder(value: Path) -> None:
    """Refuse a folder that depends on where the process was started."""
    if not value.is_absolute():
        raise ValidationError("must be a whole path that begins with /")


def check_seconds(value: int) -> None:
    """Refuse a negative number."""
    if value < 0:
        raise ValidationError("must not be negative")


def sentence(error: EnvValidationError) -> str:
    """Return one sentence that names every wrong variable."""
    messages = cast("dict[str, list[str]]", error.error_messages)
    said = (f"{name} {' and '.join(IN_OUR_WORDS.get(one, one) for one in given)}" for name, given in messages.items())
    return f"The environment does not fit: {'; '.join(said)}."
