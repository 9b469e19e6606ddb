"""What may be written to a log, and what may be mailed: what went wrong and where, never what the rows hold."""

import copy
import logging
import re
import traceback
from collections.abc import Iterator
from typing import Any

from django.core.mail import mail_admins

# PostgreSQL tells the failing row, and so perhaps a name that is withheld, in these parts of its errors. A value may
# run over several lines, so they are cut to the end of what the exception says.
OF_ROWS = re.compile(
    r"^(?:DETAIL|CONTEXT|HINT|QUERY|LINE \d+):.*?(?=^\n(?:The above exception|During handling)|\Z)",
    re.MULTILINE | re.DOTALL,
)
LONGEST_SUBJECT = 200


class Discreet(logging.Formatter):
    """A formatter that leaves out what PostgreSQL says of the values in a failing row."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and the traceback, without them."""
        return OF_ROWS.sub("", super().format(record))


class ForMail(Discreet):
    """A formatter that leaves out what exceptions say, too: their words may quote what a request posted."""

    def format(self, record: logging.LogRecord) -> str:
        record = copy.copy(record)
        record.exc_text = None  # the traceback with its words, kept there by the formatter of the log
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """Return the traceback of each exception, the first one first, with its kind alone."""
        return "\n".join(reversed([place_and_kind(error) for error in chain(ei[1])]))


def place_and_kind(error: BaseException) -> str:
    """Return where an exception was raised, and its kind."""
    kind = type(error)
    return "".join(traceback.format_tb(error.__traceback__)) + f"{kind.__module__}.{kind.__qualname__}\n"


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and those that it came of, each once."""
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        yield error
        seen.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


class ErrorMail(logging.Handler):
    """A handler that mails to ADMINS what its formatter says.

    Django's own would add the request, with what was posted, the settings and the variables of each frame.
    """

    def emit(self, record: logging.LogRecord) -> None:
        try:
            text = self.format(record)
            subject = " ".join(OF_ROWS.sub("", f"{record.levelname}: {record.getMessage()}").split())
            mail_admins(subject[:LONGEST_SUBJECT], text, fail_silently=True)
        except Exception:
            self.handleError(record)
