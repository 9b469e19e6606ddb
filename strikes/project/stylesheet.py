"""The one stylesheet that pages ask for, joined from the files in static/css/ by whatever looks for static files.

A server of a development copy, a test and `collectstatic` all ask the finders, and so all get what this one makes.
"""

import posixpath
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseStorageFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"

# In the order in which they stand in the stylesheet. tokens.css is first: it declares the order of the layers.
PARTS = (
    "css/tokens.css",
    "css/reset.css",
    "css/base.css",
    "css/layout.css",
    "css/components/facts.css",
    "css/components/filters.css",
    "css/components/incident-row.css",
    "css/components/account.css",
    "css/components/claim.css",
    "css/components/claim-page.css",
    "css/components/source.css",
    "css/components/home.css",
    "css/components/method.css",
    "css/components/catalogue.css",
    "css/components/said.css",
    "css/components/marks.css",
    "css/components/parting.css",
    "css/components/matrix.css",
    "css/components/numbers.css",
    "css/components/moved.css",
    "css/components/where.css",
    "css/components/question.css",
    "css/components/choices.css",
    "css/components/withdrawn.css",
    "css/components/preview-bar.css",
    "css/print.css",
)

# The address of a file beside the part; not one that begins at the root, with a scheme or as a fragment.
BESIDE = re.compile(r"""(?P<open>url\(\s*["']?)(?!/|#|["']|[a-z][a-z0-9+.-]*:)(?P<address>[^"')\s]+)""", re.IGNORECASE)


def joined(static: Path) -> str:
    """Return the stylesheet: every part in this folder of static files, in order."""
    return "\n".join(rebased((static / part).read_text(), part) for part in PARTS)


def rebased(css: str, part: str) -> str:
    """Return the text of a part with each `url()` as it must be written in the stylesheet, which may lie elsewhere."""

    def moved(match: re.Match[str]) -> str:
        target = posixpath.join(posixpath.dirname(part), match["address"])
        return match["open"] + posixpath.relpath(target, posixpath.dirname(NAME))

    return BESIDE.sub(moved, css)


class StylesheetFinder(BaseStorageFinder):
    """Finds the stylesheet alone, and writes it first where a part has changed."""

    def __init__(self) -> None:
        self.static = settings.BASE_DIR / "static"
        super().__init__(FileSystemStorage(settings.VAR_DIR / "stylesheet"))

    def find(self, path: str, *args: Any, **kwargs: Any) -> Any:
        if path != NAME:
            return []
        self.write()
        return super().find(path, *args, **kwargs)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        self.write()
        yield NAME, self.storage

    def write(self) -> None:
        """Bring the file up to date, whole at every moment: other processes may be reading it."""
        file, css = Path(self.storage.path(NAME)), joined(self.static)
        if file.exists() and file.read_text() == css:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent, delete=False) as written:
            written.write(css)
        Path(written.name).chmod(0o644)  # a temporary file is for its own account alone
        Path(written.name).replace(file)
