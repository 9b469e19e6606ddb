"""Accounts: everything that each party says of one incident, question by question, from its dossier. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from strikes.dossiers.dossier import (
    Citation,
    Claim,
    Dossier,
    Party,
    Publisher,
    Relation,
    Source,
    Subject,
    Supersession,
)
from strikes.rules.stands import day_stated, grouped
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import CitationRole, PartyGroup, RelationKind, Strength
from strikes.wording.citations import where_read
from strikes.wording.claims import (
    answer_of,
    basis_in_words,
    scope_in_words,
    stance_and_answer,
    stance_then_answer,
    strength_beside,
    told_answer,
)
from strikes.wording.conflicts import related_to
from strikes.wording.days import stated_over
from strikes.wording.names import DossierNames, part_of, speaks_jointly

MOST_OPEN = 6


@dataclass(frozen=True)
class NumberedSource:
    """A source under the number by which the page cites it, and the numbers of the sources that it relays."""

    number: int
    source: Source
    publisher: Publisher | None
    relays: tuple[int, ...]


@dataclass(frozen=True)
class Cited:
    """A citation with its source."""

    citation: Citation
    source: NumberedSource
    printed: str

    @property
    def language(self) -> str:
        return self.citation.language or self.source.source.language

    @property
    def where_read(self) -> str:
        """The publication, the place in it and how it was read, in words."""
        publisher = self.source.publisher.name if self.source.publisher else ""
        return where_read(self.citation, self.source.source, publisher)


@dataclass(frozen=True)
class LinkedClaim:
    """The claim at the other end of a supersession or a relation, with the party that makes it."""

    link: Supersession | Relation
    claim: Claim
    party: Party


@dataclass(frozen=True)
class RelationsAlike:
    """Claims of which one and the same is said, for one and the same reason: `said` has it, and whose word it is."""

    said: str
    links: tuple[LinkedClaim, ...]
    reason: str


@dataclass(frozen=True)
class Entry:
    """One claim as a page sets it out: `does` is what its party does with the answer, which `follows` in words."""

    claim: Claim
    answer: str
    does: str
    follows: str
    subject: Subject | None
    voice: str
    teller: Party | None
    citations: tuple[Cited, ...]
    supersedes: tuple[LinkedClaim, ...]
    superseded_by: tuple[LinkedClaim, ...]
    relations: tuple[RelationsAlike, ...]
    doubted_by: tuple[LinkedClaim, ...]

    @property
    def is_superseded(self) -> bool:
        return bool(self.superseded_by)

    @property
    def basis(self) -> str:
        """On what it rests, in words."""
        return basis_in_words(self.claim.basis)

    @property
    def strength(self) -> str:
        """How strongly it is said, in words; empty where the answer that another tells has it."""
        stance, strength = self.claim.stance, self.claim.strength
        if self.teller and self.follows:
            return ""
        is_own_fact = strength is Strength.FACT and stance.takes_position and not self.teller
        return str(strength.label) if is_own_fact else strength_beside(stance, strength)

    @property
    def covers(self) -> str:
        """What it covers beside this event, in words; empty where it covers the event and no more."""
        return scope_in_words(self.claim)

    @property
    def quoted(self) -> list[Cited]:
        return [cited for cited in self.citations if cited.citation.quotation]

    @property
    def printed_differently(self) -> list[Cited]:
        return [cited for cited in self.citations if cited.citation.role is CitationRole.PRINTED_DIFFERENTLY]

    @property
    def read_in(self) -> list[Cited]:
        return [cited for cited in self.citations if cited.citation.role is not CitationRole.PRINTED_DIFFERENTLY]


@dataclass(frozen=True)
class AnswersOfParty:
    """The claims of one party on one question, in order of time: those that it stands by, and those superseded."""

    question: Question
    standing: tuple[Entry, ...]
    superseded: tuple[Entry, ...]


@dataclass(frozen=True)
class Account:
    """Everything that one party says of the incident, with what it tells of others.

    `belongs` says of which wider party it is a part, and which parties speak in it. `told_of_it` is what others tell that
    it said: listed under them, and marked here.
    """

    party: Party
    authority: Party | None
    belongs: tuple[str, ...]
    questions: tuple[AnswersOfParty, ...]
    told_of_it: tuple[Entry, ...]

    @property
    def lead(self) -> list[tuple[str, str]]:
        """The first three questions that it answers, each with an answer by which it stands."""
        standing = [(answers.question, entry) for answers in self.questions for entry in answers.standing[:1]]
        answered = [(question, entry) for question, entry in standing if entry.answer and not entry.teller]
        return [
            (question.label, stance_and_answer(question.kind, entry.claim.stance, entry.answer))
            for question, entry in answered[:3]
        ]

    @property
    def count(self) -> int:
        return sum(len(answers.standing) + len(answers.superseded) for answers in self.questions)

    @property
    def stated(self) -> str:
        """From the day of its first statement to that of its last, in words."""
        entries = [entry for answers in self.questions for entry in (*answers.standing, *answers.superseded)]
        return stated_over([entry.claim.stated_on for entry in entries if entry.claim.stated_on])


@dataclass(frozen=True)
class AccountsOfGroup:
    """The accounts of one group of parties."""

    group: PartyGroup
    accounts: tuple[Account, ...]


class Accounts:
    """The accounts of one incident, by group and party, and the sources that they are read in."""

    def __init__(self, dossier: Dossier, questions: Questions) -> None:
        self.dossier = dossier
        self.names = DossierNames(dossier, questions)
        self.questions = self.names.questions
        self.order = {code: position for position, code in enumerate(self.questions)}
        self.parties = self.names.parties
        self.claims = {claim.number: claim for claim in dossier.claims}
        self.subjects = self.names.subjects

    @cached_property
    def sources(self) -> tuple[NumberedSource, ...]:
        """All sources in the order in which they were published, numbered from 1; the undated last."""
        publishers = {publisher.slug: publisher for publisher in self.dossier.publishers}
        ordered = sorted(
            self.dossier.sources, key=lambda source: (not source.published, source.published or "", source.code)
        )
        numbers = {source.code: number for number, source in enumerate(ordered, 1)}
        return tuple(
            NumberedSource(
                numbers[source.code],
                source,
                publishers.get(source.publisher),
                tuple(numbers[code] for code in source.relays),
            )
            for source in ordered
        )

    @cached_property
    def groups(self) -> tuple[AccountsOfGroup, ...]:
        """The groups that say something, in their order; in each the parties by name, offices under their authority."""
        by_party = grouped(self.dossier.claims, lambda claim: claim.listed_under)
        told = grouped((claim for claim in self.dossier.claims if claim.told_by), lambda claim: claim.party)
        speaking = dict.fromkeys([*by_party, *told])
        accounts = [self._account(slug, by_party.get(slug, ()), told.get(slug, ())) for slug in speaking]
        accounts.sort(
            key=lambda account: (
                (account.authority or account.party).name,
                account.authority is not None,
                account.party.name,
            )
        )
        by_group = grouped(accounts, lambda account: account.party.group)
        return tuple(AccountsOfGroup(group, tuple(by_group[group])) for group in PartyGroup if group in by_group)

    @property
    def count_of_parties(self) -> int:
        return len({claim.listed_under for claim in self.dossier.claims})

    @property
    def opens_all(self) -> bool:
        """Whether there are few enough parties to show every account at once; else those of parties to the conflict."""
        return self.count_of_parties <= MOST_OPEN

    def entry(self, number: int) -> Entry:
        """The claim of this number as a page sets it out; KeyError if there is none."""
        return self._entry(self.claims[number])

    def entries(self, claims: Iterable[Claim]) -> tuple[Entry, ...]:
        """These claims as a page sets them out, in the order in which they were stated."""
        return tuple(self._entry(claim) for claim in sorted(claims, key=day_stated))

    def with_relayed(self, numbers: Iterable[int]) -> tuple[NumberedSource, ...]:
        """The sources of these numbers, and those that they relay."""
        found, ahead = set[int](), set(numbers)
        while ahead:
            found |= ahead
            ahead = {relayed for number in ahead for relayed in self.sources[number - 1].relays} - found
        return tuple(self.sources[number - 1] for number in sorted(found))

    def _account(self, slug: str, claims: Iterable[Claim], told_of_it: Iterable[Claim]) -> Account:
        party = self.parties[slug]
        by_question = grouped(claims, lambda claim: claim.question)
        answers = [
            self._answers(self.questions[code], by_question[code])
            for code in sorted(by_question, key=self.order.__getitem__)
        ]
        authority, told = self.parties.get(party.authority or ""), self.entries(told_of_it)
        return Account(party, authority, tuple(self._belongs(party)), tuple(answers), told)

    def _belongs(self, party: Party) -> Iterator[str]:
        if wider := self.parties.get(party.part_of or ""):
            yield part_of(wider)
        if party.members:
            yield speaks_jointly(self.parties[member] for member in party.members)

    def _answers(self, question: Question, claims: Iterable[Claim]) -> AnswersOfParty:
        entries = self.entries(claims)
        superseded = [entry for entry in entries if entry.is_superseded]
        return AnswersOfParty(question, tuple(entry for entry in entries if not entry.is_superseded), tuple(superseded))

    def _entry(self, claim: Claim) -> Entry:
        answer = answer_of(claim, self.names)
        does, follows = self._stance(claim, answer)
        return Entry(
            claim=claim,
            answer=answer,
            does=does,
            follows=follows,
            subject=self.subjects.get(claim.subject or ""),
            voice=self.names.voice(claim),
            teller=self.parties.get(claim.told_by or ""),
            citations=tuple(
                Cited(citation, self._by_code[citation.source], self.names.printed(citation))
                for citation in claim.citations
            ),
            supersedes=tuple(self._link(link, link.claim) for link in claim.supersedes),
            superseded_by=tuple(self._link(link, number) for link, number in self._later.get(claim.number, ())),
            relations=tuple(self._related(claim)),
            doubted_by=tuple(self._link(link, number) for link, number in self._doubts.get(claim.number, ())),
        )

    def _stance(self, claim: Claim, answer: str) -> tuple[str, str]:
        if claim.told_by:
            voice = self.names.voice(claim)
            return (f"{voice}:", told_answer(claim, self.names)) if answer else (voice, "")
        return stance_then_answer(self.questions[claim.question].kind, claim.stance, answer)

    def _related(self, claim: Claim) -> Iterator[RelationsAlike]:
        alike = grouped(claim.relations, lambda link: (link.kind, link.by, link.reason))
        for (kind, by, reason), links in alike.items():
            yield RelationsAlike(related_to(kind, by), tuple(self._link(link, link.claim) for link in links), reason)

    def _link(self, link: Supersession | Relation, number: int) -> LinkedClaim:
        claim = self.claims[number]
        return LinkedClaim(link, claim, self.parties[claim.listed_under])

    @cached_property
    def _by_code(self) -> dict[str, NumberedSource]:
        return {numbered.source.code: numbered for numbered in self.sources}

    @cached_property
    def _later(self) -> dict[int, list[tuple[Supersession, int]]]:
        """By an earlier claim's number, what superseded it and the number of the claim that did."""
        links = [(link, claim.number) for claim in self.dossier.claims for link in claim.supersedes]
        return grouped(links, lambda pair: pair[0].claim)

    @cached_property
    def _doubts(self) -> dict[int, list[tuple[Relation, int]]]:
        """By a claim's number, what casts doubt on it and the number of the claim that does."""
        links = [(link, claim.number) for claim in self.dossier.claims for link in claim.relations]
        doubts = [(link, number) for link, number in links if link.kind is RelationKind.CASTS_DOUBT]
        return grouped(doubts, lambda pair: pair[0].claim)
