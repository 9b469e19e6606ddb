"""Who printed what, and from where: the sources of one incident with their lineage. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from strikes.dossiers.dossier import Party
from strikes.incident.accounts import Accounts, NumberedSource
from strikes.incident.question import Origins, QuestionPages, Voiced
from strikes.rules.origins import Lineage
from strikes.rules.positions import grouped
from strikes.rules.spread import CLASSES_OF_DEAD
from strikes.vocabulary.questions import Question

MOST_NUMBERS = 30  # listed of one class; the page of the question has all


@dataclass(frozen=True)
class Printed:
    """A source, the numbers of those that it goes back to in the end, and of those that relay it."""

    numbered: NumberedSource
    goes_back_to: tuple[int, ...]
    relayed_by: tuple[int, ...]

    @property
    def is_kept(self) -> bool:
        """Whether a copy was kept that can be looked up: at an archive's address, or as a file with its hash."""
        return any(capture.archive_url or capture.sha256 for capture in self.numbered.source.captures)


@dataclass(frozen=True)
class Number:
    """A stated number of the dead: the claims that go back to one party, or the one claim that does not say.

    `origin` is None where it does not say.
    """

    origin: Party | None
    claims: tuple[Voiced, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True)
class Numbers:
    """The numbers stated of one class of the dead, or the first of them, with the publishers that print each."""

    question: Question
    numbers: tuple[Number, ...]
    known: int
    unknown: int

    @property
    def has_more(self) -> bool:
        return self.known + self.unknown > len(self.numbers)


@dataclass(frozen=True)
class Prints:
    sources: tuple[Printed, ...]
    numbers: tuple[Numbers, ...]


def prints(accounts: Accounts, lineage: Lineage, pages: QuestionPages) -> Prints:
    """The sources in the order in which this incident numbers them, and who printed the numbers of the dead."""
    relayed_by = grouped(
        ((relayed, each.number) for each in accounts.sources for relayed in each.relays), lambda pair: pair[0]
    )
    number_of = {each.source.code: each.number for each in accounts.sources}
    sources = (
        Printed(
            each,
            tuple(sorted(number_of[code] for code in lineage.printed_from(each.source.code))) if each.relays else (),
            tuple(relaying for _relayed, relaying in relayed_by.get(each.number, ())),
        )
        for each in accounts.sources
    )
    return Prints(tuple(sources), tuple(_numbers(pages)))


def _numbers(pages: QuestionPages) -> Iterator[Numbers]:
    for code in CLASSES_OF_DEAD:
        for finding in pages.findings.get(code, ()):
            origins = pages.origins(pages.with_origin(finding))
            if finding.asked.subject is None and (origins.known or origins.unknown):
                numbers = tuple(islice(_each(origins, pages), MOST_NUMBERS))
                yield Numbers(finding.question, numbers, len(origins.known), len(origins.unknown))


def _each(origins: Origins, pages: QuestionPages) -> Iterator[Number]:
    for origin in origins.known:
        yield Number(origin.party, origin.claims, origin.publishers)
    for each in origins.unknown:
        yield Number(None, (each,), pages.publishers_of(each.claim.number))
