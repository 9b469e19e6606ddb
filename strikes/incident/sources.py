"""The sources of one incident: which relays which, and who printed the numbers of the dead. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from strikes.dossiers.dossier import Party
from strikes.incident.accounts import Accounts, NumberedSource
from strikes.incident.question import NamedOrigins, PartyClaim, QuestionPages
from strikes.rules.origins import Lineage
from strikes.rules.positions import grouped
from strikes.rules.spread import CLASSES_OF_DEAD
from strikes.vocabulary.questions import Question
from strikes.wording.origins import known_and_unknown, why_without_origin

MOST_NUMBERS = 30  # listed of one class; the page of the question has all


@dataclass(frozen=True)
class ListedSource:
    """A source, with the numbers of the sources that it goes back to in the end, and of those that relay it."""

    numbered: NumberedSource
    goes_back_to: tuple[int, ...]
    relayed_by: tuple[int, ...]

    @property
    def is_kept(self) -> bool:
        """Whether a copy was kept that can be looked up: at an archive's address, or as a file with its hash."""
        return any(capture.archive_url or capture.sha256 for capture in self.numbered.source.captures)


@dataclass(frozen=True)
class NumberOfDead:
    """A stated number of the dead: the claims that go back to one party, or the one claim that does not say.

    `origin` is None where it does not say.
    """

    origin: Party | None
    claims: tuple[PartyClaim, ...]
    publishers: tuple[str, ...]

    @property
    def party(self) -> Party:
        """The party that it goes back to, or the one that states it."""
        return self.origin or self.claims[0].party

    @property
    def why_without_origin(self) -> str:
        """Why it has no origin, in words; empty where it has one."""
        return "" if self.origin else why_without_origin(self.claims[0].claim)


@dataclass(frozen=True)
class NumbersOfClass:
    """The numbers stated of one class of the dead, or the first of them, with the publishers that print each."""

    question: Question
    numbers: tuple[NumberOfDead, ...]
    known: int
    unknown: int

    @property
    def origins(self) -> str:
        """How many origins are known, and how many claims do not say, in words."""
        return known_and_unknown(self.known, self.unknown)

    @property
    def has_more(self) -> bool:
        return self.known + self.unknown > len(self.numbers)


@dataclass(frozen=True)
class Sources:
    """The sources of one incident, and the numbers of the dead that they print."""

    sources: tuple[ListedSource, ...]
    numbers: tuple[NumbersOfClass, ...]


def sources_of(accounts: Accounts, lineage: Lineage, pages: QuestionPages) -> Sources:
    """The sources in the order in which this incident numbers them, and who printed the numbers of the dead."""
    relayed_by = grouped(
        ((relayed, each.number) for each in accounts.sources for relayed in each.relays), lambda pair: pair[0]
    )
    number_of = {each.source.code: each.number for each in accounts.sources}
    listed = (
        ListedSource(
            each,
            tuple(sorted(number_of[code] for code in lineage.printed_from(each.source.code))) if each.relays else (),
            tuple(relaying for _relayed, relaying in relayed_by.get(each.number, ())),
        )
        for each in accounts.sources
    )
    return Sources(tuple(listed), tuple(_numbers(pages)))


def _numbers(pages: QuestionPages) -> Iterator[NumbersOfClass]:
    for code in CLASSES_OF_DEAD:
        for finding in pages.findings.get(code, ()):
            origins = pages.origins(pages.with_origin(finding))
            if finding.asked.subject is None and (origins.known or origins.unknown):
                numbers = tuple(islice(_each(origins, pages), MOST_NUMBERS))
                yield NumbersOfClass(finding.question, numbers, len(origins.known), len(origins.unknown))


def _each(origins: NamedOrigins, pages: QuestionPages) -> Iterator[NumberOfDead]:
    for origin in origins.known:
        yield NumberOfDead(origin.party, origin.claims, origin.publishers)
    for each in origins.unknown:
        yield NumberOfDead(None, (each,), pages.publishers_of(each.claim.number))
