"""`lanes_of` gives the distinct answers to one question, each with all who stand by it, from their positions. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from strikes.answers import KINDS
from strikes.answers.answer import Answer
from strikes.answers.comparison import Ground, Span
from strikes.rules.stands import Stand, Voice, grouped
from strikes.vocabulary.questions import Question


@dataclass(frozen=True, eq=False)
class Lane:
    """One answer with all who stand by it; `place` is its place among the lanes of the question, from 0."""

    place: int
    voice: Voice
    answer: Answer
    stands: tuple[Stand, ...]
    span: Span | None = field(repr=False)

    @cached_property
    def voices(self) -> Counter[str]:
        """How many claims each authority has here."""
        return Counter(stand.authority for stand in self.stands)

    @cached_property
    def authorities(self) -> tuple[str, ...]:
        """The authorities that stand here, in the order of their claims."""
        return tuple(self.voices)

    @cached_property
    def by_number(self) -> dict[int, Stand]:
        return {stand.claim.number: stand for stand in self.stands}

    def only(self, is_kept: Callable[[Stand], bool]) -> "Lane":
        """The same answer with those alone who are kept; itself where all are."""
        kept = tuple(stand for stand in self.stands if is_kept(stand))
        return self if len(kept) == len(self.stands) else replace(self, stands=kept)


def lanes_of(question: Question, ground: Ground, stands: Iterable[Stand]) -> Iterator[Lane]:
    """The distinct answers in an order of their own: by number, day or hour, as the choices stand, else as stated."""
    kind = KINDS[question.kind]
    # What is only a bound of a whole is nobody's answer to the part, and stands in no lane with such.
    alike = grouped(stands, lambda stand: (kind.canonical(stand.answer, question.unit), stand.voice, _bound_by(stand)))
    spans = {key: kind.span(key[0], ground) for key in alike}
    order = {choice.code: position for position, (choice, _above) in enumerate(question.all_choices())}
    voices = {voice: position for position, voice in enumerate(Voice)}

    def place(key: tuple[Answer, Voice, str]) -> tuple[float | str, ...]:
        answer, voice, bound_by = key
        named = [order[code] for code in (answer.choice, *answer.one_of) if code in order]
        span, hour = spans[key], answer.clock_from or answer.clock_to or ""
        return min(named, default=-1), hour, *((span.low, span.high) if span else (-1, -1)), voices[voice], bound_by

    for position, key in enumerate(sorted(alike, key=place)):
        answer, voice, _bound = key
        yield Lane(position, voice, answer, tuple(alike[key]), spans[key] if voice is Voice.ASSERTS else None)


def _bound_by(stand: Stand) -> str:
    """The question of the whole that bounds this part; empty where the stand is no bound."""
    return stand.whole or "" if stand.is_bound else ""
