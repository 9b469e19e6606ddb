"""What may be written to a log: what went wrong and where, never what the rows hold."""

import logging
import re
from types import TracebackType

# PostgreSQL tells the failing row, and so perhaps a name that is withheld, in these parts of its errors.
ROW_CONTENT = re.compile(r"^(DETAIL|CONTEXT|HINT|LINE \d+):.*(\n(?!\s*$|\s+File |\S).*)*\n?", re.MULTILINE)


class Discreet(logging.Formatter):
    """A formatter that leaves out what PostgreSQL says of the values in a failing row."""

    def formatException(  # noqa: N802 — the standard library's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Return the traceback without rows' content."""
        return ROW_CONTENT.sub("", super().formatException(ei))
