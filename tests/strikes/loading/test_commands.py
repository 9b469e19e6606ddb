"""load_dossiers and dump_dossiers as an operator calls them."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from strikes.models import Import, Incident
from strikes.rules.version import VERSION
from tests.strikes.dossiers.builders import make_dossier, with_key
from tests.strikes.loading.archive import changed_tables, rows, write
from tests.strikes.loading.test_load import OTHER, another

pytestmark = pytest.mark.django_db
JINAH = "SY-2017-0316-A"


def run(*arguments: object, **options: Any) -> str:
    """What the command writes."""
    out = io.StringIO()
    call_command(*map(str, arguments), stdout=out, **options)
    return out.getvalue()


def refused(*arguments: object) -> str:
    """The sentence with which the command refuses."""
    with pytest.raises(CommandError) as error:
        run(*arguments, verbosity=0)
    return str(error.value)


@pytest.fixture
def two_incidents(tmp_path: Path) -> Path:
    """A folder of two dossiers that are loaded."""
    folder = tmp_path / "dossiers"
    folder.mkdir()
    write(folder, "a.json", make_dossier())
    write(folder, "b.json", another())
    run("load_dossiers", folder)
    return folder


def test_load_says_what_it_did(tmp_path, capsys):
    out = run("load_dossiers", write(tmp_path, "a.json", make_dossier()))

    assert "claims: 2 added, 0 changed, 0 left\n" in out
    assert out.endswith("Loaded.\n")
    assert "Loading: 100%" in capsys.readouterr().err


def test_load_is_silent_where_it_is_asked_to_be(tmp_path, capsys):
    out = run("load_dossiers", write(tmp_path, "a.json", make_dossier()), verbosity=0)

    assert out == ""
    assert capsys.readouterr().err == ""


def test_a_dry_run_writes_nothing_and_says_so(tmp_path):
    path = write(tmp_path, "a.json", make_dossier())
    before = rows()

    out = run("load_dossiers", "--dry-run", path)

    assert "incidents: 1 added, 0 changed, 0 left\n" in out
    assert out.endswith("Nothing was written.\n")
    assert changed_tables(before) == set()


def test_a_dry_run_of_an_edit_says_what_would_change(two_incidents):
    write(two_incidents, "a.json", with_key(make_dossier(), "claims/0/note", "A note."))

    out = run("load_dossiers", "--dry-run", two_incidents)

    assert "incidents: 0 added, 0 changed, 2 left\n" in out
    assert "claims: 0 added, 1 changed, 3 left\n" in out


def test_a_dry_run_names_the_problems_too(tmp_path):
    path = write(tmp_path, "a.json", with_key(make_dossier(), "incident/time_zone", "Damascus"))

    assert "/incident/time_zone" in refused("load_dossiers", "--dry-run", path)


def test_load_names_each_problem_on_a_line_and_how_many(tmp_path):
    data = with_key(make_dossier(), "incident/time_zone", "Damascus")
    path = write(tmp_path, "a.json", with_key(data, "claims/0/question", "slain"))

    lines = refused("load_dossiers", path).splitlines()

    nearest = lines[1].partition(" The nearest are: ")[2]
    assert nearest.count(";") == 2
    assert lines == [
        f"{path}: /incident/time_zone: “Damascus” is no time zone. Write its IANA name, such as Asia/Damascus.",
        f"{path}: /claims/0/question: This archive has no question “slain”. The nearest are: {nearest}",
        "Nothing was loaded: 2 found.",
    ]
    assert not Incident.objects.exists()


def test_load_in_the_name_of_an_account(tmp_path):
    editor = User.objects.create_user("editor")

    run("load_dossiers", "--by", "editor", write(tmp_path, "a.json", make_dossier()))

    assert Import.objects.get().loaded_by == editor


def test_load_in_the_name_of_an_account_that_is_not_there_is_refused(tmp_path):
    path = write(tmp_path, "a.json", make_dossier())

    assert refused("load_dossiers", "--by", "nobody", path) == "There is no account “nobody”."


def test_load_of_a_path_that_is_not_there_is_refused(tmp_path):
    path = tmp_path / "missing.json"

    assert refused("load_dossiers", path).splitlines()[0] == (
        f"{path}: /: The file cannot be read: No such file or directory."
    )


def test_load_of_a_folder_without_dossiers_is_refused(tmp_path):
    assert refused("load_dossiers", tmp_path) == f"There is no dossier in: {tmp_path}."


def test_a_dump_of_one_goes_to_standard_output_and_loads_back_to_the_same(two_incidents, tmp_path):
    dumped = run("dump_dossiers", JINAH)
    (tmp_path / "dump.json").write_text(dumped)
    before = rows()

    run("load_dossiers", tmp_path / "dump.json")

    assert run("dump_dossiers", JINAH) == dumped
    assert changed_tables(before) == set()


def test_a_dump_names_the_version_of_the_rules(two_incidents):
    assert json.loads(run("dump_dossiers", JINAH))["$rules"] == VERSION


def test_a_dump_of_all_writes_a_file_each(two_incidents, tmp_path):
    run("dump_dossiers", "--all", "--output", tmp_path / "new" / "dump")

    names = sorted(path.name for path in (tmp_path / "new" / "dump").iterdir())
    assert names == ["sy-2017-0316-a.json", "sy-2017-0404-a.json"]
    assert (tmp_path / "new" / "dump" / names[0]).read_text() == run("dump_dossiers", JINAH)


def test_a_dump_of_some_writes_those_alone(two_incidents, tmp_path):
    run("dump_dossiers", OTHER, "--output", tmp_path / "dump")

    assert [path.name for path in (tmp_path / "dump").iterdir()] == ["sy-2017-0404-a.json"]


def test_a_dump_of_several_needs_a_folder(two_incidents):
    sentence = "Several dossiers need a folder: --output FOLDER."

    assert refused("dump_dossiers", "--all") == sentence
    assert refused("dump_dossiers", JINAH, OTHER) == sentence


@pytest.mark.parametrize("arguments", [[], [JINAH, "--all"]], ids=["none", "both"])
def test_a_dump_needs_codes_or_all(arguments):
    assert refused("dump_dossiers", *arguments) == "Name the codes of incidents, or --all."


def test_a_dump_of_codes_that_are_not_there_is_refused(two_incidents, tmp_path):
    found = refused("dump_dossiers", JINAH, "SY-2000-0101-B", "SY-2000-0101-A", "--output", tmp_path / "dump")

    assert found == "There is no incident SY-2000-0101-A, SY-2000-0101-B."
    assert not (tmp_path / "dump").exists()


def test_a_dump_into_what_is_no_folder_is_refused(two_incidents, tmp_path):
    (tmp_path / "dump").write_text("a file")

    found = refused("dump_dossiers", JINAH, "--output", tmp_path / "dump")

    assert found == f"{tmp_path / 'dump' / 'sy-2017-0316-a.json'} cannot be written: File exists."
