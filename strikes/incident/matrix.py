"""The matrix: which party gives which answer on every question, by group of parties. Pure.

Questions run down, groups of parties across. A question in conflict has a row with a letter for each distinct answer;
parties stand in the row of their answer, under their group. All other questions follow, with a line for each answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import ascii_uppercase

from django.utils.translation import gettext as _

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Claim, Dossier, Relation
from strikes.incident.classes import OtherClass, other_classes
from strikes.incident.mentions import MOST_PAIRED, AnswerMentioned, Mention, Mentions
from strikes.rules.conflicts import Conflict
from strikes.rules.findings import Finding
from strikes.rules.lanes import Lane
from strikes.rules.stands import grouped
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import Beside, PartyGroup, QuestionState, RelatedBy, RelationKind
from strikes.wording.claims import answer_of_lane, answered_by, answered_elsewhere
from strikes.wording.conflicts import according_to, differs, excludes, related_parties
from strikes.wording.names import DossierNames, asked_of, lowered

Cells = tuple[tuple[Mention, ...], ...]
STATES = (
    QuestionState.DISPUTED,
    QuestionState.DIFFER,
    QuestionState.NOT_IN_CONFLICT,
    QuestionState.SAME,
    QuestionState.NOT_COMPARED,
    QuestionState.ONE_ACCOUNT,
    QuestionState.NO_ANSWER,
    QuestionState.NO_CLAIM,
)
SIGNS = {Verdict.EXCLUDE: QuestionState.DISPUTED, Verdict.DIFFER: QuestionState.DIFFER}
SAID_OF_TWO = (RelationKind.CONTRADICTS, RelationKind.NOT_CONTRADICTING, RelationKind.OVERTAKEN_BY)
BARE = (Beside.NO_ANSWER, Beside.NO_EVIDENCE)  # what such a claim says stands in the label of its row


@dataclass(frozen=True)
class Against:
    """The rows that a row is in conflict with, by their letters.

    `by` is whose word it is, where no rule finds it. `parties` are those of the row that are in conflict, where not all
    of them are.
    """

    state: QuestionState
    by: RelatedBy | None
    parties: tuple[str, ...]
    letters: str

    @property
    def said(self) -> str:
        """The conflict in words: “Residents ≠ B”, “differs from A, C”."""
        in_words = excludes if self.state is QuestionState.DISPUTED else differs
        return in_words([self.letters], self.parties)

    @property
    def according_to(self) -> str:
        return according_to(self.by)


@dataclass(frozen=True)
class AnswerRow:
    """One answer with the parties that give it, one cell for each group of parties.

    A row without a letter holds claims that are not compared. `line` is the state of the conflict with the row beneath,
    where there is one.
    """

    letter: str
    label: str
    cells: Cells
    against: tuple[Against, ...] = ()
    line: QuestionState | None = None
    is_former: bool = False


@dataclass(frozen=True)
class RelatedClaims:
    """What an editor or a party says of two claims, as a sentence, and the reason given."""

    sentence: str
    reason: str


@dataclass(frozen=True)
class Block:
    """One question about one subject: `rows` where it is in conflict, else `lines`."""

    finding: Finding
    subject: str
    sentence: str
    rows: tuple[AnswerRow, ...]
    lines: tuple[AnswerMentioned, ...]
    related: tuple[RelatedClaims, ...]
    classes: tuple[OtherClass, ...]
    two_voices: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """One question, with a block for each subject that it is asked about."""

    question: Question
    blocks: tuple[Block, ...]

    @property
    def state(self) -> QuestionState:
        """The first of the states of its blocks, in the order of `STATES`."""
        return min((block.finding.state for block in self.blocks), key=STATES.index)

    @property
    def is_open(self) -> bool:
        """Whether a block of it has rows."""
        return any(block.rows for block in self.blocks)

    @property
    def asked_of(self) -> str:
        """The subjects that it is asked about, in words; empty where there is one block alone."""
        subjects = [block.subject for block in self.blocks if block.subject]
        if len(self.blocks) == 1 or not subjects:
            return ""
        return asked_of(subjects, is_of_event=len(subjects) < len(self.blocks))


@dataclass(frozen=True)
class Matrix:
    """All questions of an incident: `open` are set out in rows, `brief` in a line or two."""

    groups: tuple[PartyGroup, ...]
    topics: tuple[Topic, ...]

    @property
    def open(self) -> list[Topic]:
        return [topic for topic in self.topics if topic.is_open]

    @property
    def brief(self) -> list[Topic]:
        return [topic for topic in self.topics if not topic.is_open]

    @property
    def width(self) -> int:
        return len(self.groups)


def matrix(dossier: Dossier, findings: Sequence[Finding], names: DossierNames, said: dict[Finding, str]) -> Matrix:
    """The findings set out by group; `said` has the sentence of each."""
    speaking = {names.parties[claim.listed_under].group for claim in dossier.claims}
    groups = tuple(group for group in PartyGroup if group in speaking)
    claims = {claim.number: claim for claim in dossier.claims}
    links = [(claim, link) for claim in dossier.claims for link in claim.relations]
    doubts = [(claim, link) for claim, link in links if link.kind is RelationKind.CASTS_DOUBT]
    topics = []
    for found in grouped(findings, lambda finding: finding.asked.question).values():
        blocks = [
            _Table(finding, names, groups, claims, doubts).block(said[finding], other_classes(finding, findings, names))
            for finding in found
        ]
        topics.append(Topic(found[0].question, tuple(sorted(blocks, key=lambda block: not block.rows))))
    return Matrix(groups, tuple(sorted(topics, key=lambda topic: STATES.index(topic.state))))


def letter(place: int) -> str:
    """A, B, … Z, AA, AB, …"""
    above, rest = divmod(place, len(ascii_uppercase))
    return (letter(above - 1) if above else "") + ascii_uppercase[rest]


def letters(places: Sequence[int]) -> str:
    """Places by their letters, three or more in a row from the first to the last: “A, C–F”."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    named = [f"{letter(run[0])}–{letter(run[-1])}" if len(run) > 2 else ", ".join(map(letter, run)) for run in runs]
    return ", ".join(named)


class _Table:
    """The rows of one finding."""

    def __init__(
        self,
        finding: Finding,
        names: DossierNames,
        groups: tuple[PartyGroup, ...],
        claims: dict[int, Claim],
        doubts: Sequence[tuple[Claim, Relation]],
    ) -> None:
        self.finding = finding
        self.names = names
        self.groups = groups
        self.claims = claims
        self.doubts = doubts
        self.mentions = Mentions(finding, names, self._place_of)

    def block(self, sentence: str, classes: tuple[OtherClass, ...]) -> Block:
        rows = tuple(self._rows()) if self.finding.conflicts_in else ()
        return Block(
            finding=self.finding,
            subject=self.names.subject(self.finding.asked.subject),
            sentence=sentence,
            rows=rows,
            lines=() if rows else self.mentions.by_answer(self._all_claims()),
            related=tuple(self._related()),
            classes=classes,
            two_voices=tuple(map(self.names.party, self.finding.two_voices)),
        )

    def _all_claims(self) -> Iterator[Claim]:
        for lane in self.finding.lanes:
            yield from (stand.claim for stand in lane.stands)
        yield from (claim for claim, _why in self.finding.positions.beside)

    @cached_property
    def labels(self) -> list[str]:
        """The words of each lane."""
        return [answer_of_lane(lane, self.names) for lane in self.finding.lanes]

    @cached_property
    def former(self) -> dict[str, list[Claim]]:
        """What is no longer held, by its words."""
        claims = [claim for claim, why in self.finding.positions.beside if why.is_replaced]
        return grouped(claims, lambda claim: answered_by(claim, self.names))

    @cached_property
    def places(self) -> dict[int, int]:
        """By a claim's number, the place of its row; nothing where there are no rows."""
        if not self.finding.conflicts_in:
            return {}
        places = {stand.claim.number: lane.place for lane in self.finding.lanes for stand in lane.stands}
        rows = {label: place for place, label in enumerate(self.labels)}
        gone = [label for label in self.former if label not in rows]
        rows |= {label: place for place, label in enumerate(gone, len(self.labels))}
        return places | {claim.number: rows[label] for label, claims in self.former.items() for claim in claims}

    def _place_of(self, claim: Claim) -> str:
        """The letter of the row of a claim; where it has none, its answer, with the question where that is another."""
        if claim.number in self.places:
            return letter(self.places[claim.number])
        return answered_elsewhere(claim, self.finding.asked, self.names)

    def _rows(self) -> Iterator[AnswerRow]:
        for lane, label in zip(self.finding.lanes, self.labels, strict=True):
            conflict = self.finding.parts(lane.place)
            claims = [*(stand.claim for stand in lane.stands), *self.former.get(label, ())]
            yield AnswerRow(
                letter(lane.place),
                label,
                self._cells(claims, with_answer=False),
                tuple(self._against(lane)),
                SIGNS[conflict.verdict] if conflict else None,
            )
        held = set(self.labels)
        for label, claims in self.former.items():
            if label not in held:
                place = letter(self.places[claims[0].number])
                yield AnswerRow(place, label, self._cells(claims, with_answer=False), is_former=True)
        yield from self._rows_beside()

    def _rows_beside(self) -> Iterator[AnswerRow]:
        """Findings that there is no evidence, what answers nothing, and what is not compared."""
        beside = self.finding.positions.beside
        found = [claim for claim, why in beside if why is Beside.NO_EVIDENCE]
        marks = [claim for claim, why in beside if why is Beside.NO_ANSWER]
        shown = [claim for claim, why in beside if why not in BARE and not why.is_replaced]
        for label, claims in grouped(found, lambda claim: answered_by(claim, self.names)).items():
            yield AnswerRow("", label, self._cells(claims, with_answer=False))
        if marks:
            yield AnswerRow("", _("no answer given"), self._cells(marks, with_answer=True))
        if shown:
            yield AnswerRow("", _("shown, not compared"), self._cells(shown, with_answer=True))

    def _cells(self, claims: Iterable[Claim], *, with_answer: bool) -> Cells:
        mentions = self.mentions.of(claims, with_answer=with_answer)
        by_group = grouped(mentions, lambda mention: mention.party.group)
        return tuple(tuple(by_group.get(group, ())) for group in self.groups)

    def _against(self, lane: Lane) -> Iterator[Against]:
        def kind(conflict: Conflict) -> tuple[QuestionState, RelatedBy | None, tuple[str, ...]]:
            stands = conflict.standing
            parties = dict.fromkeys(self.names.party(stand.claim.party) for stand in stands)
            by = conflict.relation.by if conflict.relation else None
            return SIGNS[conflict.verdict], by, () if len(stands) == len(lane.stands) else tuple(parties)

        if len(self.finding.lanes) > MOST_PAIRED:
            return
        conflicts = sorted(self.finding.conflicts_of(lane), key=lambda each: (-each.verdict, each.other.place))
        for alike, found in grouped(conflicts, kind).items():
            yield Against(*alike, letters([conflict.other.place for conflict in found]))

    def _related(self) -> Iterator[RelatedClaims]:
        """What is said of claims of this question and others, once for each reason; doubt where the doubted claim is."""
        own = {claim.number: claim for claim in self._all_claims()}
        said = [(claim, link) for claim in own.values() for link in claim.relations if link.kind in SAID_OF_TWO]
        said += [(claim, link) for claim, link in self.doubts if link.claim in own]

        def alike(pair: tuple[Claim, Relation]) -> tuple[str, str, RelationKind, RelatedBy, str]:
            claim, link = pair
            is_here = (claim.question, claim.subject) == self.finding.asked
            asked = "" if is_here else lowered(self.names.asked(claim.question, claim.subject))
            return self.names.voice(claim), asked, link.kind, link.by, link.reason

        for (one, asked, kind, by, reason), found in grouped(said, alike).items():
            related = [self.claims[link.claim] for _claim, link in found]
            voices = dict.fromkeys(voice for claim in related if (voice := self.names.voice(claim)) != one)
            theirs = [claim for claim in related if self.names.voice(claim) == one]
            answers = dict.fromkeys(answered_elsewhere(claim, self.finding.asked, self.names) for claim in theirs)
            yield RelatedClaims(related_parties(one, list(voices), kind, by, asked, list(answers)), reason)
