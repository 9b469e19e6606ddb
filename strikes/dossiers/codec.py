"""Dossiers from and to JSON, in one canonical form: dump(load(dump(d))) == dump(d), byte for byte."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
from django.utils.translation import gettext as _

from strikes.dossiers.dossier import Dossier

SCHEMA = Path(__file__).with_name("schema.json")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_LONGEST = 300  # characters of a sentence of the schema's checker


@dataclass(frozen=True)
class Problem:
    """One mistake in a dossier: its place as a JSON pointer (RFC 6901), and a sentence that says what is wrong."""

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
        data = _parse(content)
        # What no text of the database holds comes first: the schema's own checker stumbles over some of it.
        problems = list(_unstorable(data)) or [
            Problem(pointer(*error.instance_path), _sentence(error)) for error in validator().iter_errors(data)
        ]
    except (ValueError, RecursionError) as error:
        raise Unreadable([Problem("", _("This is not JSON: %(error)s.") % {"error": error})]) from None
    if problems:
        raise Unreadable(problems)
    for ignored in ("$schema", "$rules"):
        data.pop(ignored, None)
    return msgspec.convert(data, Dossier)


def _parse(content: bytes) -> Any:
    """JSON as RFC 8259 has it: UTF-8, no key twice, no NaN; a whole number may be written 1.0."""
    return json.loads(
        content.decode("utf-8-sig"),
        object_pairs_hook=_without_repeated_keys,
        parse_float=_number,
        parse_constant=_number,
    )


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(_("%(text)s is no number") % {"text": text})
    return int(value) if value.is_integer() else value


def _without_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object, if no key is there twice: the first value would be lost in silence."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [key for key, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(_("the key “%(key)s” stands twice in one object") % {"key": ascii(twice)[1:-1]})
    return found


def _unstorable(value: Any, *path: str | int) -> Iterator[Problem]:
    """Texts with a NUL, or with half of a pair of surrogates."""
    match value:
        case str() if _UNSTORABLE.search(value):
            yield Problem(
                pointer(*path), _("The text has a character that no text can have: NUL, or half a character.")
            )
        case list():
            for index, item in enumerate(value):
                yield from _unstorable(item, *path, index)
        case dict():
            yield from (problem for key in value for problem in _unstorable(key, *path))
            for key, item in value.items():
                yield from _unstorable(item, *path, key)


def _sentence(error: jsonschema_rs.ValidationError) -> str:
    """The sentence for a departure from the schema; the commonest have sentences of their own."""
    match error.kind:
        case jsonschema_rs.ValidationErrorKind.Enum(options=options):
            values = {"value": error.instance, "options": ", ".join(map(str, options))}
            return _shortened(_("“%(value)s” is none of: %(options)s") % values)
        case jsonschema_rs.ValidationErrorKind.AdditionalProperties(unexpected=keys):
            return _shortened(_("No key is called: %(keys)s") % {"keys": ", ".join(keys)})
        case jsonschema_rs.ValidationErrorKind.Required(property=key):
            return _("The key “%(key)s” is missing.") % {"key": key}
        case _:
            return _shortened(error.message)


def _shortened(message: str) -> str:
    """The message, without the middle of a long text or a whole object that it repeats."""
    return f"{message}." if len(message) <= _LONGEST else f"{message[: _LONGEST // 2]} … {message[-_LONGEST // 2 :]}."


def dump(dossier: Dossier, *, rules: int | None = None) -> bytes:
    """The canonical form: keys as in the schema, defaults left out, one space a level, UTF-8, a newline at the end.

    `rules` is the version of the rules of the archive that gives the file, where it gives one.
    """
    head = {"$rules": rules} if rules else {}
    return json.dumps(head | msgspec.to_builtins(dossier), ensure_ascii=False, indent=1).encode() + b"\n"
