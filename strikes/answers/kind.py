"""`Kind`: all that the archive asks of one kind of answer. Each module of a kind has these names, and mypy holds it to them."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple, Protocol

from django.db.models import Q

from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import Comparison, Ground, Span
from strikes.vocabulary.terms import Hedge, Rule, Unit


class Named(Enum):
    """What the permanent names in an answer stand for."""

    PARTY = "party"
    CHOICE = "choice"
    PLACE = "place"
    SIDE = "side"  # yes or no, for which the question has words


class Keys(NamedTuple):
    """The primary keys of what an answer can name, by permanent name; of choices those of the question."""

    parties: Mapping[str, int]
    choices: Mapping[str, int]
    places: Mapping[str, int]


class Desk(NamedTuple):
    """How an answer is entered: the policy in a sentence, and the fields in rows.

    A field is a column, or a box of the claim's form, which knows by itself the columns that it stands for. `hedges`
    are those that the field of the hedge offers.
    """

    policy: Any
    fields: Sequence[str | tuple[str, ...]]
    hedges: Sequence[Hedge] = ()


class Kind(Protocol):
    """One kind of answer. Nothing of it reads the database."""

    KEYS: frozenset[str]
    """The keys of an `Answer` that the kind takes."""
    COLUMNS: dict[str, object]
    """The columns of a claim that hold an answer, each with what it holds where it says nothing."""
    NAMED: Named | None
    """What the names in its answers stand for; None where they name nothing."""
    RULES: dict[Rule, Comparison]
    """The rules by which a question can have its answers compared, and how by each."""
    DESK: dict[Rule, Desk]
    """How an answer is entered, by the rule of its question."""
    given: Q
    """The condition, over the columns, that there is an answer."""

    def problems(self, answer: Answer) -> Problems:
        """What is wrong with an answer, as (key, sentence)."""

    def show(self, answer: Answer, label: Label) -> str:
        """The answer in words; `label` gives those of a permanent name."""

    def is_narrower(self, later: Answer, earlier: Answer, ground: Ground) -> bool:
        """Whether the later answer is the earlier one, or says the same more precisely: no other answer."""

    def span(self, answer: Answer, ground: Ground) -> Span | None:
        """The answer as an interval, by which answers are ordered; None where it is none."""

    def canonical(self, answer: Answer, unit: Unit | None) -> Answer:
        """The answer in the one form that all have who say the same. `unit` is the question's own."""

    def read(self, claim: Any) -> Answer:
        """The canonical answer in the columns of a claim; its question, and what it names, must be at hand."""

    def columns(self, answer: Answer, unit: str, keys: Keys) -> dict[str, Any]:
        """The columns that hold the answer. `unit` is the question's own, or empty."""
