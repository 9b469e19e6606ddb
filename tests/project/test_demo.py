"""`manage.py demo`, from an empty folder to an address, and again."""

import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from strikes.management.commands.demo import is_behind
from strikes.project.postgres import Cluster
from tests.project.conftest import Run, processes_of

ADDRESS = re.compile(r"Open (http://127\.0\.0\.1:\d+/)")


def read_until_it_serves(demo: "subprocess.Popen[str]") -> tuple[str, str]:
    """Return all that a demo says before it serves, and its address."""
    assert demo.stdout
    said = ""
    while line := demo.stdout.readline():
        said += line
        if found := ADDRESS.search(line):
            return said, found[1]
    assert demo.stderr
    raise AssertionError(said + demo.stderr.read())


def end(demo: "subprocess.Popen[str]", number: signal.Signals) -> int:
    demo.send_signal(number)
    demo.communicate(timeout=30)
    return demo.returncode


def test_it_serves_keeps_its_data_starts_after_it_was_killed_and_leaves_no_process(
    run: Run, project_copy: Path, record_property: Callable[[str, object], None]
):
    first = run("manage.py", "demo", "--port", "0", cwd=project_copy)
    said, address = read_until_it_serves(first)
    passwords = re.findall(r"(?:editor|reviewer) +(\S{16})\n", said)
    with urllib.request.urlopen(address + "healthz") as answer:
        assert answer.status == 200
    with urllib.request.urlopen(address + "static/admin/css/base.css") as answer:
        assert answer.status == 200
    assert len(set(passwords)) == 2
    assert end(first, signal.SIGINT) == 0
    assert not processes_of(project_copy)

    started = time.monotonic()
    second = run("manage.py", "demo", "--port", "0", cwd=project_copy)
    said, _ = read_until_it_serves(second)
    record_property("second start, seconds", round(time.monotonic() - started, 1))

    assert "all loaded before" in said
    assert "editor and reviewer as before" in said
    assert not any(password in said for password in passwords)
    second.kill()
    second.wait()

    third = run("manage.py", "demo", "--port", "0", cwd=project_copy)

    read_until_it_serves(third)
    assert end(third, signal.SIGTERM) == 0
    assert not processes_of(project_copy)


def test_an_interrupted_preparation_leaves_no_process(run: Run, project_copy: Path):
    demo = run("manage.py", "demo", "--port", "0", cwd=project_copy)
    assert demo.stdout
    while "Making" not in demo.stdout.readline():
        pass

    assert end(demo, signal.SIGINT) == 130
    assert not processes_of(Cluster(project_copy, "postgres").home)


def test_a_port_that_is_taken_is_one_sentence(run: Run, project_copy: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        demo = run("manage.py", "demo", "--port", str(port), cwd=project_copy)

        _, errors = demo.communicate(timeout=30)
    assert demo.returncode == 1
    assert errors == f"CommandError: Port {port} is taken by another program: choose another, as in --port 8000.\n"
    assert not (project_copy / "var").exists()


def test_an_archive_of_an_earlier_version_is_known_by_the_migrations_to_come(db: None):
    assert not is_behind()

    [last] = MigrationExecutor(connection).loader.graph.leaf_nodes("strikes")
    MigrationRecorder(connection).record_unapplied(*last)

    assert is_behind()
