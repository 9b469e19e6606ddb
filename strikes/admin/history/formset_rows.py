"""What a browser posts of the rows of an inline, by their numbers."""

import re
from collections.abc import Collection
from typing import Any


def gone_rows(posted: Any, prefix: str, there: Collection[int]) -> dict[int, int]:
    """The numbers of the rows that were there when the form was opened and no longer are, each with its key."""
    keys = {number: posted.get(f"{prefix}-{number}-id", "") for number in _numbers(posted, prefix)}
    known = {number: int(key) for number, key in keys.items() if key.isdecimal() and len(key) < 19}
    return {number: key for number, key in known.items() if key not in there}


def without_rows(posted: Any, files: Any, prefix: str, gone: Collection[int]) -> None:
    """Take rows out of what was posted, and number those that stay without a gap."""
    if not gone:
        return
    stay = [number for number in _numbers(posted, prefix) if number not in gone]
    for data in (posted, files):
        rows = {name: data.getlist(name) for name in data if re.match(rf"{re.escape(prefix)}-\d+-", name)}
        for name in rows:
            del data[name]
        for new, old in enumerate(stay):
            before = f"{prefix}-{old}-"
            for name, values in rows.items():
                if name.startswith(before):
                    data.setlist(f"{prefix}-{new}-{name.removeprefix(before)}", values)
    for name in (f"{prefix}-TOTAL_FORMS", f"{prefix}-INITIAL_FORMS"):
        if posted.get(name, "").isdecimal():
            posted[name] = str(max(0, int(posted[name]) - len(gone)))


def _numbers(posted: Any, prefix: str) -> list[int]:
    found = (re.match(rf"{re.escape(prefix)}-(\d{{1,4}})-", name) for name in posted)
    return sorted({int(match[1]) for match in found if match})
