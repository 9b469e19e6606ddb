"""Under which account the embedded PostgreSQL runs: it refuses to be root.

Started by an ordinary account, it is that account. Started by root, it is the owner of the project's folder, or else
an existing unprivileged account, which comes to own the cluster's folder and no other. Where no such account can
reach that folder (a home closed to others), the server stays root outside and is an ordinary account to itself, by a
user namespace.
"""

import contextlib
import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PREFERRED = ("postgres", "nobody")


class DatabaseRefused(Exception):
    """Why the database cannot be used, as one sentence for whoever started the command."""


@dataclass(frozen=True)
class ServerAccount:
    """Who owns a cluster's folder and runs its programs; `prefix` holds command words put before theirs."""

    uid: int
    gid: int
    prefix: tuple[str, ...] = ()

    @property
    def is_another(self) -> bool:
        """Say whether this is not the account of the present process."""
        return self.uid != os.geteuid()

    def popen(
        self, words: Iterable[str | Path], *, cwd: Path, stdout: IO[str] | int, stderr: IO[str] | int
    ) -> "subprocess.Popen[str]":
        """Start a program in a session of its own, so that Ctrl-C at the terminal does not reach it."""
        command = [*self.prefix, *map(str, words)]
        # PGPORT and its like would be taken for settings, and a locale that the machine lacks for an error.
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
        environment["LC_ALL"] = "C"
        return subprocess.Popen(  # noqa: S603
            command,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            text=True,
            env=environment,
            start_new_session=True,
            user=self.uid if self.is_another else None,
            group=self.gid if self.is_another else None,
            extra_groups=[] if self.is_another else None,
        )

    def make_folder(self, folder: Path) -> None:
        """Make a folder that only this account reads; those above it go to the owner of the one they lie in."""
        if folder.exists():
            return
        # Two commands may come here at once, and each does the whole.
        if not folder.parent.exists():
            folder.parent.mkdir(mode=0o755, exist_ok=True)
            if self.is_another:
                above = folder.parent.parent.stat()
                os.chown(folder.parent, above.st_uid, above.st_gid)
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.is_another:
            os.chown(folder, self.uid, self.gid)

    def own(self, descriptor: int) -> None:
        """Give an open file to this account."""
        if self.is_another:
            os.fchown(descriptor, self.uid, self.gid)

    def take_over(self, home: Path) -> None:
        """Give a whole cluster to this account where root finds it under another; never called while it runs."""
        if os.geteuid() != 0 or home.lstat().st_uid == self.uid == _owner(home / "data", self.uid):
            return
        for path in _with_everything_in(home):
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def refuse_foreign(self, folder: Path) -> None:
        """Refuse a folder that somebody else made, or that others can enter: one in /tmp may be a trap."""
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.uid or found.st_mode & 0o077:
            raise DatabaseRefused(f"The folder {folder} belongs to another account or is open to others: remove it.")


def choose_account(project: Path, home: Path, program: Path) -> ServerAccount:
    """Return the account that runs `program` on the cluster in `home`; raise `DatabaseRefused` where none can."""
    own = os.geteuid()
    if own != 0:
        if _owner(home, own) != own:
            raise DatabaseRefused(f"The folder {home} belongs to another account: run this command under that one.")
        return ServerAccount(own, os.getegid())
    candidates = list(_candidates(project))
    for account in candidates:
        if _reaches(account, home.parent) and _reaches(account, program):
            return account
    for account in candidates:
        if enclosed := _enclosed(account):
            return enclosed
    raise DatabaseRefused(
        f"PostgreSQL does not run as root, and no other account can reach {home}: run this command under an ordinary "
        "account, move the project's folder, or set DATABASE_URL."
    )


def _candidates(project: Path) -> Iterator[ServerAccount]:
    owner = project.stat().st_uid
    for entry in pwd.getpwall():
        # initdb runs under accounts with a name alone, and the owner of a mounted folder may have none here.
        if entry.pw_uid == owner != 0:
            yield ServerAccount(entry.pw_uid, entry.pw_gid)
    for name in PREFERRED:
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            yield ServerAccount(entry.pw_uid, entry.pw_gid)


def _reaches(account: ServerAccount, path: Path) -> bool:
    """Say whether every folder above a path, and the path where it exists, can be entered or run by an account."""
    for step in (path, *path.parents):
        if not step.exists():
            continue
        found = step.stat()
        owns = found.st_uid == account.uid and found.st_mode & stat.S_IXUSR
        if not owns and not found.st_mode & stat.S_IXOTH:
            return False
    return True


def _enclosed(account: ServerAccount) -> ServerAccount | None:
    """Return root in a user namespace that shows it as the given account, or None where the machine refuses."""
    unshare = shutil.which("unshare")
    if not unshare:
        return None
    prefix = (unshare, "--user", f"--map-user={account.uid}", f"--map-group={account.gid}", "--")
    tried = subprocess.run([*prefix, "true"], check=False, capture_output=True)  # noqa: S603
    return None if tried.returncode else ServerAccount(0, 0, prefix)


def _owner(path: Path, otherwise: int) -> int:
    return path.lstat().st_uid if path.exists() else otherwise


def _with_everything_in(folder: Path) -> Iterator[Path]:
    yield folder
    for parent, folders, files in os.walk(folder):
        yield from (Path(parent) / name for name in (*folders, *files))
