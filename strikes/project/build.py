"""What this copy of the site is made of, as one short name: pages of another build are not the same bytes."""

import hashlib
from functools import lru_cache
from pathlib import Path

PARTS = ("strikes", "sources", "templates", "static", "requirements.txt")
KINDS = {".py", ".html", ".css", ".js", ".json", ".svg", ".mo", ".txt"}


@lru_cache(maxsize=1)
def build(base: Path) -> str:
    """A digest of the code, the templates and the static files, read once a process."""
    digest = hashlib.sha256()
    for part in PARTS:
        path = base / part
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix in KINDS and file.is_file():
                digest.update(str(file.relative_to(base)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]
