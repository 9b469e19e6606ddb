"""A database that cannot be used is refused in one sentence, by every command that needs one."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings

from strikes.project import database, database_address
from strikes.project.postgres import Cluster
from tests.project.conftest import Run

COMMANDS = [["migrate"], ["load_questions"], ["demo", "--port", "0"]]


def refusal(run: Run, words: list[str], url: str) -> str:
    """Return what manage.py says on stderr, which must be one sentence, and end with 1."""
    process = run("manage.py", *words, DATABASE_URL=url)
    output, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert not output
    assert errors.count("\n") == 1
    return errors.strip()


@pytest.fixture(scope="module")
def locked_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Return a server of its own that asks for a password."""
    cluster = Cluster(tmp_path_factory.mktemp("locked"), "postgres", durable=False)
    with cluster.running():
        with psycopg.connect(cluster._conninfo(), autocommit=True) as connection:
            connection.execute("ALTER USER strikes PASSWORD 'right'")
            (cluster.data / "pg_hba.conf").write_text("local all all scram-sha-256\n")
            connection.execute("SELECT pg_reload_conf()")
        yield cluster


def address(cluster: Cluster, password: str, name: str) -> str:
    return f"postgresql://strikes:{password}@{quote(str(cluster.socket_folder), safe='')}/{name}"


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_an_unreachable_server_is_one_sentence(run: Run, words: list[str], free_port: int):
    said = refusal(run, words, f"postgresql://strikes:secret@127.0.0.1:{free_port}/strikes")

    assert said.startswith("The database cannot be used: ")
    assert "Connection refused" in said
    assert "secret" not in said


def test_a_wrong_password_is_one_sentence(run: Run, locked_server: Cluster):
    said = refusal(run, ["migrate"], address(locked_server, "wrong", "postgres"))

    assert said == 'The database cannot be used: password authentication failed for user "strikes".'


def test_a_missing_database_is_named(run: Run, locked_server: Cluster):
    said = refusal(run, ["migrate"], address(locked_server, "right", "nowhere"))

    assert said == 'The database cannot be used: database "nowhere" does not exist.'


def test_a_database_url_is_used_and_no_server_is_started(run: Run, locked_server: Cluster, project_copy: Path):
    url = address(locked_server, "right", "postgres")

    process = run("manage.py", "showmigrations", "--plan", cwd=project_copy, DATABASE_URL=url)

    assert "contenttypes.0001_initial" in process.communicate(timeout=30)[0]
    assert not (project_copy / "var").exists()


@pytest.mark.parametrize(("version", "refused"), [(90624, True), (140022, True), (150000, False), (180006, False)])
def test_a_server_older_than_15_is_refused_by_its_version(version: int, refused: bool):
    said = database.version_refusal(version)

    assert bool(said) == refused
    assert not refused or said == f"The database server is PostgreSQL {version // 10000}, and 15 or later is needed."


@pytest.mark.parametrize("words", [["--help"], ["help", "migrate"], ["migrate", "--help"], ["check"], ["version"]])
def test_a_command_that_asks_no_database_starts_none(run: Run, words: list[str], project_copy: Path):
    process = run("manage.py", *words, cwd=project_copy)

    process.communicate(timeout=30)

    assert process.returncode == 0
    assert not (project_copy / "var").exists()


def test_an_address_keeps_its_options():
    parsed = database_address.parse("postgresql://a:b%40c@db.example.org:5433/strikes?sslmode=verify-full")

    assert parsed == {
        "NAME": "strikes",
        "USER": "a",
        "PASSWORD": "b@c",
        "HOST": "db.example.org",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "verify-full", "connect_timeout": 10},
    }


def test_a_connection_is_kept_for_a_minute_and_looked_at_before_use():
    assert settings.DATABASES["default"]["CONN_MAX_AGE"] == 60
    assert settings.DATABASES["default"]["CONN_HEALTH_CHECKS"]
