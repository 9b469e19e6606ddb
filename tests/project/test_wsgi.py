"""The site under gunicorn with production settings, and what it refuses."""

import json
import re
import urllib.request
from pathlib import Path

import pytest

from tests.project.conftest import Run, eventually
from tests.project.test_settings import PRODUCTION

GUNICORN = ["-m", "gunicorn", "strikes.project.wsgi", "--no-control-socket", "--workers", "1", "--threads", "2"]


def serve(run: Run, port: int, **variables: str):
    return run(*GUNICORN, "--bind", f"127.0.0.1:{port}", **variables)


def get(port: int, path: str):
    """Ask as a proxy does that ended HTTPS before the site."""
    headers = {"Host": "strikes.example.org", "X-Forwarded-Proto": "https"}
    return urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers), timeout=10)


def answers(port: int) -> bool:
    try:
        return get(port, "/healthz").status == 200
    except OSError:
        return False


@pytest.mark.django_db(transaction=True)
def test_gunicorn_serves_with_manifest_and_database(run: Run, free_port: int, tmp_path: Path, database_address: str):
    variables = PRODUCTION | {
        "DATABASE_URL": database_address,
        "TRUST_PROXY": "1",
        "STATIC_ROOT": str(tmp_path / "static"),
        "MEDIA_ROOT": str(tmp_path / "media"),
    }
    collect = run("manage.py", "collectstatic", "--no-input", **variables)
    assert collect.wait(60) == 0

    server = serve(run, free_port, **variables)

    assert eventually(lambda: answers(free_port), seconds=20)
    with get(free_port, "/") as answer:
        (stylesheet,) = re.findall(r'<link rel="stylesheet" href="(.*?)">', answer.read().decode())
        assert re.fullmatch(r"/static/css/site\.[0-9a-f]{12}\.css", stylesheet)
    with get(free_port, stylesheet) as answer:
        assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"
        assert "@layer print" in answer.read().decode()
    with get(free_port, "/healthz") as answer:
        assert json.load(answer) == {"status": "ok", "database": "ok"}
        assert "max-age" in answer.headers["Strict-Transport-Security"]
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    with get(free_port, "/admin/login/") as answer:
        assert re.search(r"csrftoken=.*; Secure", answer.headers["Set-Cookie"], re.DOTALL)
    server.terminate()
    assert server.wait(20) == 0


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, "SECRET_KEY is not set"),
        (PRODUCTION | {"DEBUG": "1"}, "DEBUG is on"),
        (PRODUCTION | {"HTTPS": "maybe"}, "HTTPS must be 1 or 0"),
        (PRODUCTION | {"STATIC_ROOT": "/nonexistent"}, "There are no static files in /nonexistent"),
    ],
    ids=["development", "debug", "nonsense", "no static files"],
)
def test_gunicorn_gives_up_with_one_sentence(run: Run, free_port: int, variables: dict[str, str], said: str):
    server = serve(run, free_port, **variables)

    _, errors = server.communicate(timeout=30)

    assert server.returncode
    assert said in errors
    assert "Traceback" not in errors
