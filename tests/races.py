"""Transactions that run at the same moment, each on a connection of its own, and that must meet."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import IntegrityError, connection, transaction

SECONDS = 20
# What a transaction does while no other has gone further, and what it does then.
Steps = tuple[Callable[[], object], Callable[[], object]]


class Meeting:
    """Where transactions wait for each other, each known by its process on the server."""

    def __init__(self, transactions: int) -> None:
        self._begun = Barrier(transactions)
        self._processes: set[int] = set()
        self._ended: set[int] = set()

    def begun(self) -> None:
        """Wait until every transaction has taken its first step."""
        self._processes.add(_own_process())
        self._begun.wait(timeout=SECONDS)

    def ended(self) -> None:
        """Say that this transaction has taken its second step, or failed."""
        self._ended.add(_own_process())

    def met(self) -> None:
        """Wait until every other transaction has taken its second step too, or waits for a lock of one of them."""
        deadline = time.monotonic() + SECONDS
        while self._processes - self._ended - self._blocked():
            assert time.monotonic() < deadline, "A transaction neither came to its second step nor waits for a lock."
            time.sleep(0.01)

    def _blocked(self) -> set[int]:
        processes = list(self._processes)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pid FROM unnest(%s::int[]) AS pid WHERE pg_blocking_pids(pid) && %s::int[]",
                [processes, processes],
            )
            return {process for (process,) in cursor.fetchall()}


def at_once(*transactions: Steps) -> list[IntegrityError | None]:
    """Return what each transaction was refused for, all having run at once.

    None takes its second step before all have taken the first. None commits before all others have taken the second, or
    wait for its locks.
    """
    meeting = Meeting(len(transactions))

    def run(steps: Steps) -> IntegrityError | None:
        first, second = steps
        try:
            with transaction.atomic():
                first()
                meeting.begun()
                try:
                    second()
                finally:
                    meeting.ended()
                meeting.met()
        except IntegrityError as error:
            return error
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(transactions)) as connections:
        return list(connections.map(run, transactions))


def _own_process() -> int:
    connection.ensure_connection()
    return int(connection.connection.info.backend_pid)
