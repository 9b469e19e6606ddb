"""What the tests of loading do again and again: write files, load them, and look at all that the archive holds."""

import json
from pathlib import Path
from typing import Any

from sources.history import HISTORIES
from strikes.dossiers.codec import dump
from strikes.loading.files import LoadRefused
from strikes.loading.load import load
from strikes.loading.tally import Tally
from strikes.models import Incident
from strikes.models.dossiers.whole import whole_dossier


def write(folder: Path, name: str, data: dict[str, Any]) -> Path:
    """A dossier as a file."""
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False))
    return path


def load_data(folder: Path, data: dict[str, Any], name: str = "dossier.json") -> Tally:
    """Write one file and load it."""
    return load([write(folder, name, data)])


def refusals(*paths: Path) -> list[str]:
    """Load files that cannot be; return each problem as it is printed, without the folder."""
    try:
        load(paths)
    except LoadRefused as refused:
        return [str(problem).replace(f"{problem.path.parent}/", "") for problem in refused.problems]
    raise AssertionError("The files were loaded.")


def dumped(code: str = "SY-2017-0316-A") -> dict[str, Any]:
    """The incident as the archive gives it back."""
    value: dict[str, Any] = json.loads(dump(whole_dossier(Incident.objects.get(code=code))))
    return value


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of the two apps that is not derived, columns and all."""
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in HISTORIES}


def changed_tables(before: dict[str, list[dict[str, Any]]]) -> set[str]:
    """The tables that differ from what they held."""
    return {name for name, held in rows().items() if held != before[name]}
