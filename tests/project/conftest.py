"""Real processes of the site, in folders of their own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

PARTS = ["manage.py", "strikes", "sources", "templates", "static"]
OURS = {"SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "DATABASE_URL", "HTTPS", "HSTS_SECONDS", "TRUST_PROXY"}
OURS |= {"STATIC_ROOT", "MEDIA_ROOT", "EMAIL_URL", "DEFAULT_FROM_EMAIL", "ADMINS"}
# Set for pytest's own process alone.
OF_THE_TESTS = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}

Run = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def environment() -> dict[str, str]:
    """Return the environment without what the settings read and the tests set."""
    return {name: value for name, value in os.environ.items() if name not in OURS | OF_THE_TESTS}


@pytest.fixture
def run(environment: dict[str, str]) -> Iterator[Run]:
    """Start Python with the given words; what a test leaves running is ended after it."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str | Path, cwd: Path = settings.BASE_DIR, **variables: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, *map(str, words)],
            cwd=cwd,
            env=environment | variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=_heed_ctrl_c,  # noqa: PLW1509 - one call, between fork and exec
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _heed_ctrl_c() -> None:
    """Undo what a shell does to whatever it runs in the background: there SIGINT is ignored, and children inherit it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """Return a copy of the project, without data, in a folder with spaces in its name."""
    copy = tmp_path / "a copy of the archive"
    for part in PARTS:
        source = settings.BASE_DIR / part
        if source.is_dir():
            shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            copy.mkdir(exist_ok=True)
            shutil.copy(source, copy / part)
    return copy


@pytest.fixture
def free_port() -> int:
    """Return a port that nobody listens at just now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def processes_of(folder: Path) -> list[str]:
    """Return the command lines of live processes that name a folder."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = file.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if str(folder) in words and int(file.parent.name) != os.getpid():
            found.append(words)
    return found


def eventually(holds: Callable[[], bool], seconds: float = 10) -> bool:
    """Wait until something holds, and say whether it came to."""
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.05)
    return holds()
