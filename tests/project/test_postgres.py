"""The embedded PostgreSQL, in real processes that start, share, leave and are killed."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from strikes.project.postgres import Cluster, socket_folder
from strikes.project.server_account import DatabaseRefused, ServerAccount
from tests.project.conftest import Run, eventually, processes_of

# Holds the server up until its input ends.
HOLD = """
import pathlib, signal, sys
from strikes.project.postgres import Cluster
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit())
with Cluster(pathlib.Path(sys.argv[1]), "postgres", durable=False).running():
    print("up", flush=True)
    sys.stdin.read()
"""

# The parent leaves while its forked child goes on.
FORK = """
import os, pathlib, sys
from strikes.project.postgres import Cluster
cluster = Cluster(pathlib.Path(sys.argv[1]), "postgres", durable=False)
cluster.start()
if os.fork():
    cluster.stop()
    os.write(1, b"parent left\\n")
else:
    os.write(1, b"child is there\\n")
    sys.stdin.read()
    cluster.stop()
"""

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root chooses an account")
Hold = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "it has spaces"
    folder.mkdir()
    return folder


@pytest.fixture
def hold(run: Run, project: Path) -> Hold:
    return lambda: run("-c", HOLD, project)


def answers(project: Path) -> bool:
    try:
        with psycopg.connect(Cluster(project, "postgres")._conninfo()) as connection:
            return connection.execute("SELECT 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


def is_up(holder: "subprocess.Popen[str]") -> bool:
    assert holder.stdout
    return holder.stdout.readline() == "up\n"


def end(holder: "subprocess.Popen[str]") -> int:
    _, errors = holder.communicate(timeout=30)
    assert not errors
    return holder.returncode


def server_of(project: Path) -> int:
    return int((project / "var" / "postgres" / "data" / "postmaster.pid").read_text().splitlines()[0])


def test_a_folder_with_spaces_serves_and_leaves_no_process(hold: Hold, project: Path):
    holder = hold()

    assert is_up(holder)
    assert answers(project)
    assert end(holder) == 0
    assert not processes_of(project)


def test_a_long_path_has_its_socket_in_a_short_folder_that_goes_with_the_server(run: Run, tmp_path: Path):
    project = tmp_path / ("long " * 20).strip()
    project.mkdir()
    holder = run("-c", HOLD, project)

    assert is_up(holder)
    assert answers(project)
    assert end(holder) == 0
    assert not Cluster(project, "postgres").socket_folder.exists()


def test_two_at_once_share_one_server_and_the_last_one_out_stops_it(hold: Hold, project: Path):
    first, second = hold(), hold()
    assert is_up(first)
    assert is_up(second)

    end(first)

    assert answers(project)
    end(second)
    assert not processes_of(project)


def test_a_killed_holder_leaves_a_server_that_the_next_one_uses_and_stops(hold: Hold, project: Path):
    first = hold()
    assert is_up(first)
    server = server_of(project)
    first.kill()
    first.wait()

    second = hold()

    assert is_up(second)
    assert server_of(project) == server
    end(second)
    assert not processes_of(project)


def test_a_killed_server_is_started_anew_while_its_first_holder_lives(hold: Hold, project: Path):
    first = hold()
    assert is_up(first)
    os.kill(server_of(project), signal.SIGKILL)

    second = hold()

    assert is_up(second)
    assert answers(project)
    end(first)
    assert answers(project)
    end(second)
    assert not processes_of(project)


def test_a_forked_child_keeps_the_server_when_its_parent_leaves(run: Run, project: Path):
    family = run("-c", FORK, project)
    assert family.stdout
    said = {family.stdout.readline(), family.stdout.readline()}

    assert said == {"parent left\n", "child is there\n"}
    assert answers(project)
    family.communicate()
    assert eventually(lambda: not processes_of(project))


def test_a_start_interrupted_while_making_the_data_is_done_again(hold: Hold, project: Path):
    half_made = project / "var" / "postgres" / "data.new"
    half_made.mkdir(parents=True, mode=0o700)
    (half_made / "PG_VERSION").write_text("18")

    holder = hold()

    assert is_up(holder)
    end(holder)


def test_data_of_another_major_version_are_refused_and_left_alone(project: Path):
    data = project / "var" / "postgres" / "data"
    data.mkdir(parents=True, mode=0o700)
    (data / "PG_VERSION").write_text("17\n")

    with pytest.raises(DatabaseRefused, match="made by PostgreSQL 17 and this is PostgreSQL 18"):
        Cluster(project, "postgres").start()

    assert [file.name for file in data.iterdir()] == ["PG_VERSION"]


def test_a_socket_folder_that_others_can_enter_is_refused(tmp_path: Path):
    trap = tmp_path / "trap"
    trap.mkdir()
    trap.chmod(0o777)

    with pytest.raises(DatabaseRefused, match="open to others"):
        ServerAccount(os.geteuid(), os.getegid()).refuse_foreign(trap)


@pytest.mark.parametrize("name", ["a,b", 'with "quotes"', "it's", "café", "x" * 90])
def test_a_socket_is_never_put_where_its_path_could_be_misread(name: str):
    assert socket_folder(Path("/srv") / name).parent != Path("/srv") / name


@as_root
@pytest.mark.parametrize(("mode", "is_root_outside"), [(0o755, False), (0o700, True)])
def test_root_hands_the_data_to_an_account_that_reaches_them(mode: int, is_root_outside: bool):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(mode)
        cluster = Cluster(Path(folder), "postgres", durable=False)

        with cluster.running():
            owner = cluster.data.stat().st_uid

        assert (owner == 0) == is_root_outside


@as_root
def test_data_follow_when_a_home_is_closed_after_they_were_made():
    with tempfile.TemporaryDirectory() as folder:
        cluster = Cluster(Path(folder), "postgres", durable=False)
        Path(folder).chmod(0o755)
        with cluster.running():
            pass

        Path(folder).chmod(0o700)

        with cluster.running():
            assert cluster.data.stat().st_uid == 0
