#!/usr/bin/env python
"""Run a command of the site, with the embedded PostgreSQL up where the command needs a database."""

import os
import signal
import sys
from types import FrameType

ENDED_BY_SIGNAL = 130


def main() -> int:
    """Return the exit code; whatever an operator can mend is told in one sentence on stderr."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strikes.project.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line

        from strikes.project import database
        from strikes.project.server_account import DatabaseRefused
    except ModuleNotFoundError as error:
        print(f"{error.name} is not installed: README.md says how (is .venv in use?).", file=sys.stderr)
        return 1

    for number in (signal.SIGTERM, signal.SIGHUP):
        # nohup has it ignored, and means it.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, interrupt)
    try:
        with database.available(sys.argv):
            execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, DatabaseRefused) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return ENDED_BY_SIGNAL
    return 0


def interrupt(number: int, frame: FrameType | None) -> None:
    """End as by Ctrl-C, so that what was started is stopped."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
