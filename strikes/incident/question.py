"""The page of one question of an incident: all that is said on it, what is in conflict and why. Pure.

A question is asked about the event as a whole, or about one subject of it. Each of these has its own state.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Claim, Party, Subject
from strikes.incident.accounts import Accounts, Entry, NumberedSource
from strikes.incident.classes import OtherClass, other_classes
from strikes.incident.reasons import PairsByReason, PairsOfReason, not_contradicting, pairs_of_question
from strikes.rules.changes import update_of
from strikes.rules.findings import Finding
from strikes.rules.lanes import Lane
from strikes.rules.origins import Lineage, traced
from strikes.rules.stands import Asked, Stand, grouped
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import Beside, PartyGroup
from strikes.wording.changes import ClaimChange, changes_of
from strikes.wording.claims import answer_of_lane, said_after_name, strength_beside_row
from strikes.wording.names import DossierNames, said_of
from strikes.wording.origins import apart
from strikes.wording.sentences import Sentences


@dataclass(frozen=True)
class PartyClaim:
    """A claim with the party that it is listed under, and the name that it stands under there.

    `said` is empty where the answer stands beside it, and `strength` where the words of that say it. `whole` says of
    which whole it is a number. `again` has the numbers of claims that are alike in all this.
    """

    claim: Claim
    party: Party
    name: str
    after_name: str = ""
    said: str = ""
    strength: str = ""
    whole: str = ""
    again: tuple[int, ...] = ()


@dataclass(frozen=True)
class SharedAnswer:
    """One answer, and who stands by it; `excludes_next` says that it and the next answer cannot both be so."""

    answer: str
    by: tuple[PartyClaim, ...]
    excludes_next: bool


@dataclass(frozen=True)
class NamedOrigin:
    """A party that claims go back to, the claims, and the names of the publishers that print them."""

    party: Party
    claims: tuple[PartyClaim, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True)
class NamedOrigins:
    """The origins of some claims, and `apart`, by why in words, the claims that count with none."""

    known: tuple[NamedOrigin, ...]
    apart: tuple[tuple[str, tuple[PartyClaim, ...]], ...]


@dataclass(frozen=True)
class QuestionOfSubject:
    """A question about one subject of the incident, or about the event as a whole."""

    subject: Subject | None
    finding: Finding
    sentence: str
    answers: tuple[SharedAnswer, ...]
    in_conflict: PairsByReason
    not_contradicting: tuple[PairsOfReason, ...]
    classes: tuple[OtherClass, ...]
    two_voices: str
    changes: tuple[ClaimChange, ...]
    not_compared: tuple[tuple[Beside, tuple[PartyClaim, ...]], ...]
    origins: NamedOrigins
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class QuestionPage:
    """One question of one incident; `of_subjects` is empty where no claim on it is recorded."""

    question: Question
    of_subjects: tuple[QuestionOfSubject, ...]
    sources: tuple[NumberedSource, ...]
    before: Question | None
    after: Question | None

    @property
    def count(self) -> int:
        return sum(len(each.entries) for each in self.of_subjects)


class QuestionPages:
    """The pages of the questions of one incident."""

    def __init__(self, accounts: Accounts, findings: Iterable[Finding], lineage: Lineage, sentences: Sentences) -> None:
        self.accounts = accounts
        self.names: DossierNames = accounts.names
        self.lineage = lineage
        self.sentences = sentences
        self.findings = grouped(findings, lambda finding: finding.question.code)
        self.claims = grouped(accounts.dossier.claims, lambda claim: Asked(claim.question, claim.subject))

    def page(self, code: str) -> QuestionPage:
        """The page of this question; KeyError if the archive has none of this code."""
        question = self.accounts.questions[code]
        of_subjects = tuple(map(self._of_subject, self.findings.get(code, ())))
        cited = (cited.source.number for each in of_subjects for entry in each.entries for cited in entry.citations)
        before, after = self._neighbours(code)
        return QuestionPage(question, of_subjects, self.accounts.with_relayed(cited), before, after)

    def origins(self, numbers: Iterable[int]) -> NamedOrigins:
        """The origins of these claims, with names."""
        found = self.lineage.origins(numbers)
        known = (
            NamedOrigin(
                self.names.parties[origin.authority],
                tuple(map(self.of_number, origin.claims)),
                self._names(origin.publishers),
            )
            for origin in found.known
        )
        without = ((said, tuple(map(self.of_number, claims))) for said, claims in apart(found, self.lineage))
        return NamedOrigins(tuple(known), tuple(without))

    def publishers_of(self, number: int) -> tuple[str, ...]:
        """The names of the publishers that print the claim."""
        return self._names(self.lineage.publishers([number]))

    def _names(self, publishers: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.names.publishers[slug] for slug in publishers)

    def _of_subject(self, finding: Finding) -> QuestionOfSubject:
        return QuestionOfSubject(
            subject=self.names.subjects.get(finding.asked.subject or ""),
            finding=finding,
            sentence=self.sentences.finding(finding),
            answers=tuple(self._shared(finding, lane) for lane in finding.lanes),
            in_conflict=pairs_of_question(finding, self.sentences),
            not_contradicting=not_contradicting(finding, self.sentences),
            classes=other_classes(finding, chain(*self.findings.values()), self.names),
            two_voices=self.names.some_parties(finding.two_voices),
            changes=changes_of(
                [*finding.changes, *map(update_of, finding.updates)], self.names, self.accounts.dossier.incident
            ),
            not_compared=tuple(self._not_compared(finding)),
            origins=self.origins(traced(finding)),
            entries=self.accounts.entries(self.claims[finding.asked]),
        )

    def _shared(self, finding: Finding, lane: Lane) -> SharedAnswer:
        conflict = finding.parts(lane.place)
        return SharedAnswer(
            answer=answer_of_lane(lane, self.names),
            by=tuple(sorted(self._each_once(lane), key=_in_groups)),
            excludes_next=conflict is not None and conflict.verdict is Verdict.EXCLUDE,
        )

    def _each_once(self, lane: Lane) -> Iterator[PartyClaim]:
        """Who stands by the answer of a lane: a party that gives it twice on one day stands there once."""

        def alike(line: PartyClaim) -> tuple[str, str, str, str | None, str]:
            return line.party.slug, line.strength, line.whole, line.claim.stated, line.claim.also_covers

        for first, *others in grouped((self.of_stand(stand, lane) for stand in lane.stands), alike).values():
            yield replace(first, again=tuple(other.claim.number for other in others))

    def of_stand(self, stand: Stand, lane: Lane) -> PartyClaim:
        """A position with its party, for a list under the answer of the lane, which it shares with others."""
        claim = stand.claim
        return PartyClaim(
            claim,
            self.names.parties[claim.party],
            self.names.party(claim.party),
            strength=strength_beside_row(claim, lane),
            whole=said_of(self.names.question(stand.whole)) if stand.whole else "",
        )

    def of_number(self, number: int) -> PartyClaim:
        """The claim of this number, with its party and what it says."""
        claim, names = self.accounts.claims[number], self.names
        after_name, said = said_after_name(claim, names)
        return PartyClaim(claim, names.parties[claim.listed_under], names.voice(claim), after_name, said)

    def _not_compared(self, finding: Finding) -> Iterator[tuple[Beside, tuple[PartyClaim, ...]]]:
        by_reason = grouped(finding.positions.beside, lambda found: found[1])
        for why in Beside:
            if why in by_reason:
                yield why, tuple(self.of_number(claim.number) for claim, _why in by_reason[why])

    def _neighbours(self, code: str) -> tuple[Question | None, Question | None]:
        """The questions before and after this one on which claims are recorded."""
        order = self.accounts.order
        asked = sorted(self.findings, key=order.__getitem__)
        before = [each for each in asked if order[each] < order[code]]
        after = [each for each in asked if order[each] > order[code]]
        questions = self.accounts.questions
        return questions[before[-1]] if before else None, questions[after[0]] if after else None


def _in_groups(each: PartyClaim) -> tuple[int, int]:
    return list(PartyGroup).index(each.party.group), each.claim.number
