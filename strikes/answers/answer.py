"""An answer as a plain value."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import msgspec

from strikes.vocabulary.terms import Hedge, LocationPrecision, Unit

Problems: TypeAlias = Iterator[tuple[str, str]]  # the key where it went wrong, and a sentence
Label: TypeAlias = Callable[[str], str]  # from a permanent name to words


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a claim answers, in the keys of its question's kind; the keys of the dossier's JSON.

    Parties and places stand by slug, choices by code, dates as EDTF, clock times as HH:MM of local time, latitude and
    longitude in degrees (WGS 84). None: not said.
    """

    party: str | None = None
    choice: str | None = None
    one_of: tuple[str, ...] = ()
    low: int | None = None
    best: int | None = None
    high: int | None = None
    hedge: Hedge | None = None
    unit: Unit | None = None
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: LocationPrecision | None = None
    date: str | None = None
    clock_from: str | None = None
    clock_to: str | None = None
    yes: bool | None = None
    text: str | None = None

    @property
    def names(self) -> list[tuple[tuple[str | int, ...], str]]:
        """The permanent names that it uses, each with its place in the answer."""
        one = (("party", self.party), ("choice", self.choice), ("place", self.place))
        several = [(("one_of", index), name) for index, name in enumerate(self.one_of)]
        return [*(((key,), name) for key, name in one if name), *several]

    @property
    def keys(self) -> set[str]:
        """The keys that say something."""
        return {name for name in self.__struct_fields__ if getattr(self, name) not in (None, ())}
