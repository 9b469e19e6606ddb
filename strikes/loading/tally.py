"""Counts, by kind, of the records that a load added, changed, left and removed."""

from collections import Counter
from collections.abc import Iterator


class Tally:
    """Counts of records added, changed, left as they were, and removed."""

    def __init__(self) -> None:
        self.added: Counter[str] = Counter()
        self.changed: Counter[str] = Counter()
        self.left: Counter[str] = Counter()
        self.removed: Counter[str] = Counter()

    def compare(self, kind: str, before: object, after: object) -> bool:
        """Count one record by its value in the archive (None: not there) and in the file; say whether they differ."""
        counter = self.added if before is None else self.left if before == after else self.changed
        counter[kind] += 1
        return before != after

    def remove(self, kind: str, count: int) -> None:
        """Count records that the archive has and the file has not."""
        if count:
            self.removed[kind] += count

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added, changed or removed."""
        return not (self.added or self.changed or self.removed)

    def lines(self) -> Iterator[str]:
        """One line a kind, in the order in which the kinds were met."""
        for kind in dict.fromkeys([*self.added, *self.changed, *self.left, *self.removed]):
            line = f"{kind}: {self.added[kind]} added, {self.changed[kind]} changed, {self.left[kind]} left"
            yield line + (f", {self.removed[kind]} removed" if self.removed[kind] else "")
