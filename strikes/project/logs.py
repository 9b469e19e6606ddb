"""What may be written to a log: what went wrong and where, never what the rows hold."""

import logging
import re

# PostgreSQL tells the failing row, and so perhaps a name that is withheld, in these parts of its errors. A value may
# run over several lines, so they are cut to the end of what the exception says.
OF_ROWS = re.compile(
    r"^(?:DETAIL|CONTEXT|HINT|QUERY|LINE \d+):.*?(?=^\n(?:The above exception|During handling)|\Z)",
    re.MULTILINE | re.DOTALL,
)


class Discreet(logging.Formatter):
    """A formatter that leaves out what PostgreSQL says of the values in a failing row."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and the traceback, without them."""
        return OF_ROWS.sub("", super().format(record))
