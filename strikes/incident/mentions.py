"""Mentions: the claims of one party as they stand in a cell of a table, each with its day and what must be said of it.

Pure. The table says what is answered where it can (a row for each answer); a mention says it where no row does.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from strikes.dossiers.dossier import Claim, Party
from strikes.rules.findings import Finding
from strikes.rules.positions import Asked, Move, Voice, grouped, voice_of
from strikes.vocabulary.terms import Beside, CitationRole, Stance, Strength, SupersessionKind
from strikes.wording.dossier import InWords, lowered

# Answers to one question of which each is told with all that it is in conflict with; those pairs are a square.
MOST_PAIRED = 60
NO_LONGER_HELD = (Beside.SUPERSEDED, Beside.RETRACTED)


@dataclass(frozen=True)
class Day:
    """When a claim was stated, in words, and the claim's number; `is_again` where the one before is of the same day."""

    number: int
    text: str
    is_again: bool


@dataclass(frozen=True)
class Said:
    """Claims of one party of which the same is said: `answer` is empty where the row says it; `is_former` where they
    are no longer held."""

    days: tuple[Day, ...]
    answer: str
    notes: tuple[str, ...]
    is_former: bool


@dataclass(frozen=True)
class Mention:
    """A party with its claims of one row."""

    party: Party
    name: str
    said: tuple[Said, ...]

    @property
    def is_former(self) -> bool:
        return all(each.is_former for each in self.said)


@dataclass(frozen=True)
class Answered:
    """One answer with the parties that give it."""

    label: str
    mentions: tuple[Mention, ...]


class Mentions:
    """The claims of one finding, as they are mentioned.

    `place_of` says where a later or earlier claim stands; without it nothing is noted but how strongly a claim speaks,
    and of what.
    """

    def __init__(self, finding: Finding, words: InWords, place_of: Callable[[Claim], str] | None = None) -> None:
        self.finding = finding
        self.words = words
        self.place_of = place_of
        self.whole = {stand.claim.number: stand.whole for lane in finding.lanes for stand in lane.stands if stand.whole}
        self.beside = {claim.number: why for claim, why in finding.positions.beside}
        moves = finding.positions.moves
        self.later = grouped(moves, lambda move: move.earlier.number)
        self.earlier = grouped((move for move in moves if move.is_moved), lambda move: move.later.number)

    def of(self, claims: Iterable[Claim], *, with_answer: bool) -> tuple[Mention, ...]:
        """The claims by party, in the order in which the parties come."""
        return tuple(
            Mention(self.words.parties[slug], self.words.party(slug), self.said(own, with_answer=with_answer))
            for slug, own in grouped(claims, lambda claim: claim.party).items()
        )

    def by_answer(self, claims: Iterable[Claim]) -> tuple[Answered, ...]:
        """The claims by what they answer, in the order in which the answers come."""
        return tuple(
            Answered(label, self.of(alike, with_answer=False))
            for label, alike in grouped(claims, lambda claim: answered(self.words, claim)).items()
        )

    def said(self, claims: Iterable[Claim], *, with_answer: bool) -> tuple[Said, ...]:
        """Claims of one party, those together of which the same is said."""

        def told(claim: Claim) -> tuple[str, tuple[str, ...], bool]:
            is_former = self.beside.get(claim.number) in NO_LONGER_HELD
            answer = answered(self.words, claim) if with_answer else ""
            return answer, tuple(dict.fromkeys(self._notes(claim))), is_former

        return tuple(Said(self._days(alike), *each) for each, alike in grouped(claims, told).items())

    def _days(self, claims: Iterable[Claim]) -> tuple[Day, ...]:
        days = [(claim.number, self.words.day(claim)) for claim in claims]
        before = ["", *(text for _number, text in days)]
        return tuple(Day(number, text, text == last) for (number, text), last in zip(days, before, strict=False))

    def _notes(self, claim: Claim) -> Iterator[str]:
        is_plain = claim.strength in (Strength.FACT, Strength.POSSIBLE)
        if claim.stance.needs_answer and not is_plain:
            yield str(claim.strength.label)
        if whole := self.whole.get(claim.number):
            yield _("said of %(question)s") % {"question": lowered(self.words.questions[whole].label)}
        if self.place_of:
            yield from self._history(claim, self.place_of)

    def _history(self, claim: Claim, place_of: Callable[[Claim], str]) -> Iterator[str]:
        why = self.beside.get(claim.number)
        if why and why not in (Beside.NO_ANSWER, *NO_LONGER_HELD):
            yield self._covered(claim, why)
        for move in self.later.get(claim.number, ()):
            yield self._went(move, place_of)
        for move in self.earlier.get(claim.number, ()):
            yield _("moved from %(place)s") % {"place": place_of(move.earlier)}
        for citation in claim.citations:
            if citation.role is CitationRole.PRINTED_DIFFERENTLY and citation.printed:
                values = {"publisher": self.words.printers[citation.source], "printed": citation.printed}
                yield _("printed differently by %(publisher)s: %(printed)s") % values

    def _covered(self, claim: Claim, why: Beside) -> str:
        if claim.told_by:
            return _("known only through %(party)s") % {"party": self.words.party(claim.told_by)}
        if claim.also_covers and why in (Beside.PART, Beside.WIDER):
            return _("%(why)s: %(covers)s") % {"why": why.label, "covers": claim.also_covers}
        return str(why.label)

    def _went(self, move: Move, place_of: Callable[[Claim], str]) -> str:
        values = {"place": place_of(move.later), "day": self.words.day(move.later)}
        if move.later.stance is Stance.RETRACTS:
            return _("taken back, %(day)s") % values
        if move.is_moved:
            return _("moved to %(place)s, %(day)s") % values
        if move.link.kind is SupersessionKind.UPDATES:
            return _("updated to %(place)s, %(day)s") % values
        return _("superseded by %(place)s, %(day)s") % values


def answered(words: InWords, claim: Claim) -> str:
    """What a claim answers, with what it does with that: “denied: a mosque”, “could not establish”."""
    answer = words.claim(claim)
    if not claim.stance.needs_answer:
        values = {"stance": claim.stance.label, "answer": answer}
        return _("%(stance)s: %(answer)s") % values if answer else str(claim.stance.label)
    match voice_of(claim):
        case Voice.POSSIBLE:
            return _("possible: %(answer)s") % {"answer": answer}
        case Voice.DENIES if claim.stance is Stance.DENIES:
            return _("denied: %(answer)s") % {"answer": answer}
        case Voice.DENIES:
            return _("doubted: %(answer)s") % {"answer": answer}
        case _:
            return answer


def answered_on(words: InWords, claim: Claim, asked: Asked) -> str:
    """What a claim answers, with its question where that is another than the one asked."""
    answer = answered(words, claim)
    if (claim.question, claim.subject) == asked:
        return answer
    question = lowered(words.asked(claim.question, claim.subject))
    return _("%(answer)s, on %(question)s") % {"answer": answer, "question": question}
