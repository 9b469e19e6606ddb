"""Dossiers from and to JSON, in one canonical form: dump(load(dump(d))) == dump(d), byte for byte."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
from django.utils.translation import gettext as _

from strikes.dossiers.dossier import Dossier

SCHEMA = Path(__file__).with_name("schema.json")


@dataclass(frozen=True)
class Problem:
    """Where a dossier is wrong, as a JSON pointer (RFC 6901), and a sentence that says how."""

    pointer: str
    sentence: str


class Unreadable(Exception):
    """A file that is no dossier; `problems` names everything found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


def pointer(*path: str | int) -> str:
    """The JSON pointer of a path of keys and indexes."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)


@cache
def validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(json.loads(SCHEMA.read_bytes()), validate_formats=True)


def load(content: bytes) -> Dossier:
    """Read a dossier; `Unreadable` names every place at which the file departs from the schema."""
    try:
        data = json.loads(content, object_pairs_hook=_without_repeated_keys)
    except (ValueError, RecursionError) as error:
        raise Unreadable([Problem("", _("This is not JSON: %(error)s.") % {"error": error})]) from None
    problems = [Problem(pointer(*error.instance_path), f"{error.message}.") for error in validator().iter_errors(data)]
    if problems:
        raise Unreadable(problems)
    data.pop("$schema", None)
    return msgspec.convert(data, Dossier)


def _without_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A key that stands twice would silently lose what stands first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [key for key, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(_("the key “%(key)s” stands twice in one object") % {"key": twice})
    return found


def dump(dossier: Dossier) -> bytes:
    """The canonical form: keys as in the schema, defaults left out, one space a level, UTF-8, a newline at the end."""
    return json.dumps(msgspec.to_builtins(dossier), ensure_ascii=False, indent=1).encode() + b"\n"
