"""The page of one question of an incident: all that is said of it, what is in conflict and why. Pure.

A question is asked of the event as a whole or of a thing of it, and each of these has its own state.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Claim, Party, Subject
from strikes.incident.accounts import Accounts, Entry, NumberedSource
from strikes.incident.conflicts_explained import Conflicts, Pairs, conflicts_of_question, ended
from strikes.rules.findings import Finding
from strikes.rules.lanes import Lane
from strikes.rules.origins import Lineage
from strikes.rules.positions import Asked, Stand, Voice, grouped
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import Beside, PartyGroup
from strikes.wording.changes import Step, steps
from strikes.wording.dossier import spoken
from strikes.wording.sentences import Sentences

# What is known of where it comes from bears on a count of origins, although it decides no state.
COUNTED_BESIDE = (Beside.TOLD, Beside.UNSIGNED, Beside.PART, Beside.WIDER)


@dataclass(frozen=True)
class Voiced:
    """A claim with its party; `said` where it is not what stands beside it, `whole` the question it was said of."""

    claim: Claim
    party: Party
    said: str = ""
    whole: str = ""


@dataclass(frozen=True)
class Answered:
    """One answer, and who stands by it; `parts` if the next cannot be so too, or its number does not meet this one."""

    answer: str
    voice: Voice
    by: tuple[Voiced, ...]
    parts: bool
    excludes: bool


@dataclass(frozen=True)
class Origin:
    """A party that claims go back to, the claims, and the names of the publishers that print them."""

    party: Party
    claims: tuple[Voiced, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True)
class Origins:
    known: tuple[Origin, ...]
    unknown: tuple[Voiced, ...]


@dataclass(frozen=True)
class OfSubject:
    """A question about one subject of the incident, or about the event as a whole."""

    subject: Subject | None
    finding: Finding
    sentence: str
    answers: tuple[Answered, ...]
    conflicts: Conflicts
    ended: tuple[Pairs, ...]
    two_voices: str
    steps: tuple[Step, ...]
    beside: tuple[tuple[Beside, tuple[Voiced, ...]], ...]
    origins: Origins
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class QuestionPage:
    """One question of one incident; no parts where no claim on it is recorded."""

    question: Question
    parts: tuple[OfSubject, ...]
    sources: tuple[NumberedSource, ...]
    before: Question | None
    after: Question | None

    @property
    def count(self) -> int:
        return sum(len(part.entries) for part in self.parts)


class QuestionPages:
    """The pages of the questions of one incident."""

    def __init__(self, accounts: Accounts, findings: Iterable[Finding], lineage: Lineage, sentences: Sentences) -> None:
        self.accounts = accounts
        self.words = accounts.words
        self.lineage = lineage
        self.sentences = sentences
        self.findings = grouped(findings, lambda finding: finding.question.code)
        self.claims = grouped(accounts.dossier.claims, lambda claim: Asked(claim.question, claim.subject))
        self.publishers = {publisher.slug: publisher.name for publisher in accounts.dossier.publishers}

    def page(self, code: str) -> QuestionPage:
        """The page of this question; KeyError if the archive has none of this code."""
        question = self.accounts.questions[code]
        parts = tuple(map(self._part, self.findings.get(code, ())))
        cited = (cited.source.number for part in parts for entry in part.entries for cited in entry.citations)
        before, after = self._beside(code)
        return QuestionPage(question, parts, self.accounts.with_relayed(cited), before, after)

    def origins(self, numbers: Iterable[int]) -> Origins:
        """The origins of these claims, with names."""
        found = self.lineage.origins(numbers)
        known = (
            Origin(
                self.words.parties[origin.authority],
                tuple(map(self.voiced, origin.claims)),
                self._names(origin.publishers),
            )
            for origin in found.known
        )
        return Origins(tuple(known), tuple(map(self.voiced, found.unknown)))

    def with_origin(self, finding: Finding) -> Iterator[int]:
        """The claims of which one asks where they come from: what is stood by, and of what stands beside it the
        numbers of a part or of more, what is known through another party, and what nobody signs."""
        yield from (stand.claim.number for lane in finding.lanes for stand in lane.stands if not stand.whole)
        yield from (claim.number for claim, why in finding.positions.beside if why in COUNTED_BESIDE)

    def publishers_of(self, number: int) -> tuple[str, ...]:
        """The names of the publishers that print the claim."""
        return self._names(self.lineage.publishers([number]))

    def _names(self, publishers: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.publishers[slug] for slug in publishers)

    def _part(self, finding: Finding) -> OfSubject:
        return OfSubject(
            subject=self.words.subjects.get(finding.asked.subject or ""),
            finding=finding,
            sentence=self.sentences.finding(finding),
            answers=tuple(self._answered(finding, lane) for lane in finding.lanes),
            conflicts=conflicts_of_question(finding, self.sentences),
            ended=ended(finding, self.sentences),
            two_voices=self.sentences.named(finding.two_voices),
            steps=steps(finding.positions.moves, self.words, self.accounts.dossier.incident),
            beside=tuple(self._set_beside(finding)),
            origins=self.origins(self.with_origin(finding)),
            entries=self.accounts.entries(self.claims[finding.asked]),
        )

    def _answered(self, finding: Finding, lane: Lane) -> Answered:
        conflict = finding.parts(lane.place)
        return Answered(
            answer=self.words.claim(lane.stands[0].claim),
            voice=lane.voice,
            by=tuple(sorted(map(self.stand, lane.stands), key=_in_groups)),
            parts=conflict is not None,
            excludes=conflict is not None and conflict.verdict is Verdict.EXCLUDE,
        )

    def stand(self, stand: Stand) -> Voiced:
        """A position with its party, beside the answer that it shares with others."""
        whole = self.words.questions[stand.whole].label if stand.whole else ""
        return Voiced(stand.claim, self.words.parties[stand.claim.party], whole=whole)

    def voiced(self, number: int) -> Voiced:
        """The claim of this number, with its party and what it says."""
        claim = self.accounts.claims[number]
        said = spoken(claim.stance, claim.strength, self.words.claim(claim))
        return Voiced(claim, self.words.parties[claim.party], said)

    def _set_beside(self, finding: Finding) -> Iterator[tuple[Beside, tuple[Voiced, ...]]]:
        by_reason = grouped(finding.positions.beside, lambda found: found[1])
        for why in Beside:
            if why in by_reason:
                yield why, tuple(self.voiced(claim.number) for claim, _why in by_reason[why])

    def _beside(self, code: str) -> tuple[Question | None, Question | None]:
        """The questions before and after this one on which claims are recorded."""
        order = self.accounts.order
        asked = sorted(self.findings, key=order.__getitem__)
        before = [each for each in asked if order[each] < order[code]]
        after = [each for each in asked if order[each] > order[code]]
        questions = self.accounts.questions
        return questions[before[-1]] if before else None, questions[after[0]] if after else None


def _in_groups(voiced: Voiced) -> tuple[int, int]:
    return list(PartyGroup).index(voiced.party.group), voiced.claim.number
