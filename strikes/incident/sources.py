"""The sources of one incident: which relays which, and who printed the numbers of the dead. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from strikes.dossiers.dossier import Party
from strikes.incident.accounts import Accounts, NumberedSource
from strikes.incident.question import NamedOrigins, PartyClaim, QuestionPages
from strikes.rules.origins import Lineage, traced
from strikes.rules.quoted import quoted_claims
from strikes.rules.spread import CLASSES_OF_DEAD
from strikes.rules.stands import grouped
from strikes.vocabulary.questions import Question
from strikes.wording.counts import quoted_for
from strikes.wording.origins import origins_in_words, why_without_origin

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
    """A stated number of the dead: the claims that go back to one party, or one claim that counts with no origin.

    `origin` is None where it counts with none; then `why_without_origin` says why.
    """

    origin: Party | None
    claims: tuple[PartyClaim, ...]
    publishers: tuple[str, ...]
    why_without_origin: str = ""

    @property
    def party(self) -> Party:
        """The party that it goes back to, or the one that states it."""
        return self.origin or self.claims[0].party


@dataclass(frozen=True)
class NumbersOfClass:
    """The numbers stated of one class of the dead, or the first of them, with the publishers that print each.

    `origins` says in words how many origins are known, and how many claims do not say.
    """

    question: Question
    numbers: tuple[NumberOfDead, ...]
    origins: str
    has_more: bool


@dataclass(frozen=True)
class Sources:
    """The sources of one incident, the numbers of the dead that they print, and for how many claims they are quoted."""

    sources: tuple[ListedSource, ...]
    numbers: tuple[NumbersOfClass, ...]
    quoted: str


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
    dossier = accounts.dossier
    quoted = quoted_for(quoted_claims(dossier), len(dossier.claims))
    return Sources(tuple(listed), tuple(_numbers(pages)), quoted)


def _numbers(pages: QuestionPages) -> Iterator[NumbersOfClass]:
    for code in CLASSES_OF_DEAD:
        for finding in pages.findings.get(code, ()):
            claims = list(traced(finding))
            if finding.asked.subject is None and claims:
                numbers = list(_each(pages.origins(claims), pages))
                said = origins_in_words(claims, pages.lineage, pages.names)
                shown = tuple(numbers[:MOST_NUMBERS])
                yield NumbersOfClass(finding.question, shown, said, has_more=len(numbers) > MOST_NUMBERS)


def _each(origins: NamedOrigins, pages: QuestionPages) -> Iterator[NumberOfDead]:
    for origin in origins.known:
        yield NumberOfDead(origin.party, origin.claims, origin.publishers)
    for each in (each for _why, claims in origins.apart for each in claims):
        why = why_without_origin(each.claim, pages.lineage, pages.names)
        yield NumberOfDead(None, (each,), pages.publishers_of(each.claim.number), why)
