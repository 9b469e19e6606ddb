"""`lanes_of` gives the distinct answers to one question, each with all who stand by it, from their positions. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import assert_never

from strikes.answers import KINDS
from strikes.answers.answer import Answer
from strikes.answers.comparison import Ground, Span
from strikes.answers.kind import Named
from strikes.dossiers.dossier import Dossier
from strikes.rules.positions import Stand, Voice, grouped
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


def lanes_of(question: Question, ground: Ground, stands: Iterable[Stand]) -> Iterator[Lane]:
    """The distinct answers in an order of their own: by number, day or hour, as the choices stand, else as stated."""
    kind = KINDS[question.kind]
    alike = grouped(stands, lambda stand: (kind.canonical(stand.answer, question.unit), stand.voice))
    spans = {key: kind.span(key[0], ground) for key in alike}
    order = {choice.code: position for position, (choice, _above) in enumerate(question.all_choices())}
    voices = {voice: position for position, voice in enumerate(Voice)}

    def place(key: tuple[Answer, Voice]) -> tuple[float | str, ...]:
        answer, voice = key
        named = [order[code] for code in (answer.choice, *answer.one_of) if code in order]
        span, hour = spans[key], answer.clock_from or answer.clock_to or ""
        return min(named, default=-1), hour, *((span.low, span.high) if span else (-1, -1)), voices[voice]

    for position, key in enumerate(sorted(alike, key=place)):
        answer, voice = key
        yield Lane(position, voice, answer, tuple(alike[key]), spans[key] if voice is Voice.ASSERTS else None)


class Grounds:
    """What comparisons need beside the answers: which choice, party and place lies within which."""

    def __init__(self, dossier: Dossier) -> None:
        self.collectives = {party.slug for party in dossier.parties if party.is_collective}
        self.parties = {party.slug: (party.authority,) for party in dossier.parties if party.authority}
        above = {place.slug: place.parent for place in dossier.places}
        self.places = {slug: tuple(_chain(slug, above)) for slug in above}

    def of(self, question: Question) -> Ground:
        return Ground(question.is_exclusive, question.unit, self._above(question))

    def _above(self, question: Question) -> Mapping[str, tuple[str, ...]]:
        match KINDS[question.kind].NAMED:
            case Named.PARTY:
                return self.parties
            case Named.PLACE:
                return self.places
            case Named.CHOICE:
                return {choice.code: path for choice, path in question.all_choices()}
            case None:
                return {}
            case never:
                assert_never(never)


def _chain(slug: str, above: Mapping[str, str | None]) -> Iterator[str]:
    while parent := above.get(slug):
        yield parent
        slug = parent
