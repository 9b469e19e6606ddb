"""The numbers: what was stated on each question that counts, one scale a question, with whose number it is. Pure.

Each row is one claim. The numbers that it replaced stand in its row as earlier ones. A number that something else
replaced has a row of its own, which says what. Numbers of a part of the event, or of more, and apparent errors are
listed below the chart and never drawn.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _
from msgspec.structs import replace

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim
from strikes.incident.charts import Chart, Charts, Gap, NumberRow
from strikes.incident.drawn_numbers import GUTTER, Stroke, StrokeKind, conventions, drawn, finite, is_figure, stated
from strikes.incident.scales import Growth, Scale, Tick, round_numbers, scale_of
from strikes.rules.changes import Move, asked_by
from strikes.rules.findings import Finding
from strikes.rules.origins import Lineage, traced
from strikes.rules.sides import VERDICT_OF
from strikes.rules.stands import grouped
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import (
    IN_CONFLICT,
    AnswerKind,
    Beside,
    CitationRole,
    Hedge,
    QuestionState,
    Stance,
    SupersessionKind,
    Unit,
)
from strikes.wording import days
from strikes.wording.changes import came_from, replaced_by
from strikes.wording.claims import answer_to, answered_elsewhere, why_not_compared, with_stance
from strikes.wording.names import DossierNames, said_of
from strikes.wording.origins import origins_in_words, printed_differently, rests_on
from strikes.wording.sentences import Sentences

LEFT, LEFT_WITH_GUTTER = 2.0, 12.0
LISTED = (Beside.PART, Beside.WIDER, Beside.ERROR, Beside.NO_ANSWER, Beside.NO_EVIDENCE, Beside.OVERTAKEN)


def charts(findings: Sequence[Finding], names: DossierNames, lineage: Lineage) -> Charts:
    """The numbers stated on every question that counts; of things counted, such as munitions, one kind at a time."""
    numbers = _NumbersOfDossier(findings, names, lineage)
    found = [chart for finding in findings for chart in numbers.charts(finding)]
    return Charts(
        drawn=tuple(sorted((chart for chart in found if chart.ticks), key=lambda chart: chart.place)),
        alone=tuple(chart for chart in found if not chart.ticks),
    )


class _Number(NamedTuple):
    """A number as it is compared, with its claim and why it decides nothing."""

    claim: Claim
    answer: Answer
    whole: str | None
    why_not_compared: Beside | None

    @property
    def is_replaced(self) -> bool:
        return self.why_not_compared is not None and self.why_not_compared.is_replaced


class _NumbersOfDossier:
    """The numbers of one dossier, and what replaced which."""

    def __init__(self, findings: Sequence[Finding], names: DossierNames, lineage: Lineage) -> None:
        self.names, self.lineage, self.sentences = names, lineage, Sentences(names)
        self.replaced: dict[int, dict[int, Move]] = defaultdict(dict)  # by the later claim, then by the earlier
        self.replacing: dict[int, dict[int, Move]] = defaultdict(dict)  # the other way
        for move in (move for finding in findings for move in finding.positions.moves):
            self.replaced[move.later.number][move.earlier.number] = move
            self.replacing[move.earlier.number][move.later.number] = move

    def charts(self, finding: Finding) -> Iterator[Chart]:
        if finding.question.kind not in (AnswerKind.COUNT, AnswerKind.CHOICE):
            return

        def alike(number: _Number) -> tuple[object, ...]:
            answer = number.answer
            return answer.choice, answer.one_of, answer.unit or finding.question.unit

        for position, found in enumerate(grouped(_numbers(finding), alike).values()):
            yield self._chart(finding, found, position)

    def _chart(self, finding: Finding, found: Sequence[_Number], position: int) -> Chart:
        shown = self._shown(found)
        answers = [answer for number in shown for answer in self._answers(number)]
        has_gutter = any(answer.hedge is Hedge.NONE_KNOWN for answer in answers)
        scale = None
        if self._is_charted(finding.question, shown):
            reached = [max(figures) for answer in answers if (figures := finite(answer))]
            scale = scale_of(reached, LEFT_WITH_GUTTER if has_gutter else LEFT)
        state = _state(finding, found[0].answer)
        here = {number.claim.number for number in found}
        with_origin = [number for number in traced(finding) if number in here]
        return Chart(
            name="-".join([*filter(None, finding.asked), *([str(position)] if position else [])]),
            label=self._label(finding, found[0].answer),
            state=state,
            counts_people=(found[0].answer.unit or finding.question.unit) in (Unit.PERSONS, Unit.FAMILIES),
            rows=tuple(self._row(finding.question, number, scale) for number in shown),
            listed=tuple(
                self._row(finding.question, number, None) for number in found if number.why_not_compared in LISTED
            ),
            ticks=tuple(_ticks(scale)) if scale else (),
            gutter=f"{GUTTER:g}%" if has_gutter else "",
            is_root=scale is not None and scale.growth is Growth.ROOT,
            gap=_gap(finding, found[0].answer, scale, self.sentences) if scale and state in IN_CONFLICT else None,
            conventions=conventions(answers),
            origins=origins_in_words(with_origin, self.lineage, self.names),
        )

    def _shown(self, found: Sequence[_Number]) -> list[_Number]:
        """The numbers that have a row: the smallest first, what is not compared last."""
        standing = [number for number in found if not number.is_replaced and number.why_not_compared not in LISTED]
        replaced_by_these = {each for number in standing for each in self._earlier(number.claim)}
        gone = [number for number in found if number.is_replaced and number.claim.number not in replaced_by_these]
        replaced = {each for number in gone for each in self._earlier(number.claim)}
        rest = [number for number in gone if number.claim.number not in replaced]
        return sorted(
            [*standing, *rest],
            key=lambda number: (bool(number.why_not_compared and number not in rest), *_reach(number)),
        )

    def _is_charted(self, question: Question, shown: Sequence[_Number]) -> bool:
        """Whether there are two numbers to set against each other, and one of them has an upper end."""
        answers = [answer for number in shown for answer in self._answers(number)]
        said = {_show_number(answer, question) for answer in answers}
        return len(said) > 1 and any(is_figure(answer) for answer in answers)

    def _answers(self, number: _Number) -> Iterator[Answer]:
        yield number.answer
        yield from (move.earlier.answer for move in self._earlier(number.claim).values() if move.earlier.answer)

    def _earlier(self, claim: Claim) -> dict[int, Move]:
        """The numbers of the same authority that this one replaced, by the numbers of their claims, the oldest first."""
        found: dict[int, Move] = {}
        ahead = [claim.number]
        while ahead:
            for earlier, move in self.replaced.get(ahead.pop(), {}).items():
                if earlier not in found and _is_number(move.earlier) and self._is_of_one(move):
                    found[earlier] = move
                    ahead.append(earlier)
        return dict(sorted(found.items(), key=lambda pair: (pair[1].earlier.stated or "", pair[0])))

    def _is_of_one(self, move: Move) -> bool:
        return self.lineage.authority[move.earlier.party] == move.authority

    def _row(self, question: Question, number: _Number, scale: Scale | None) -> NumberRow:
        claim, moves = number.claim, list(self._earlier(number.claim).values())
        earlier = [stroke for move in moves if scale for stroke in _drawn_earlier(move.earlier.answer, scale)]
        own = list(drawn(number.answer, scale)) if scale else []
        is_gone = number.is_replaced
        return NumberRow(
            claim=claim,
            party=self.names.parties[claim.listed_under],
            name=self.names.voice(claim, Stance.ASSERTS),
            said=with_stance(question.kind, claim.stance, claim.strength, _show_number(number.answer, question)),
            strokes=() if is_gone else tuple(own),
            earlier=tuple(dict.fromkeys([*earlier, *own] if is_gone else earlier)),
            notes=tuple(self._notes(number, moves)),
            why_not_compared=number.why_not_compared,
            rests_on=self._rests_on(claim),
            before=len(moves),
        )

    def _notes(self, number: _Number, moves: Sequence[Move]) -> Iterator[str]:
        claim, is_gone = number.claim, number.is_replaced
        if number.whole:
            yield said_of(self.names.question(number.whole))
        if told := [move for move in moves if move.reads_otherwise]:
            earlier = dict.fromkeys(self._other(move.earlier, claim) for move in told)
            yield came_from(list(earlier), _kind(told))
        for move in self.replacing.get(claim.number, {}).values() if is_gone else ():
            yield replaced_by(self._other(move.later, claim))
        for citation in (
            citation for each in (claim, *(move.earlier for move in moves)) for citation in each.citations
        ):
            if citation.role is CitationRole.PRINTED_DIFFERENTLY:
                yield printed_differently(self.names.printers[citation.source], self.names.printed(citation))
        if number.why_not_compared and not is_gone:
            is_told = number.why_not_compared is Beside.TOLD  # which the name says
            why = why_not_compared(claim, number.why_not_compared)
            yield _("not compared") if is_told else _("%(why)s; not compared") % {"why": why}

    def _other(self, other: Claim, claim: Claim) -> str:
        """A number that was replaced, or what replaced one: with the day, and the question where that is another."""
        said = answered_elsewhere(other, asked_by(claim), self.names)
        return _("%(said)s, %(when)s") % {"said": said, "when": days.on_day(other.stated_on)}

    def _rests_on(self, claim: Claim) -> str:
        elsewhere = self.lineage.roots(claim.number) - {self.lineage.authority[claim.party], claim.told_by}
        publishers = len(list(self.lineage.publishers([claim.number])))
        is_partly_known = self.lineage.is_partly_known(claim.number)
        return rests_on(claim, sorted(elsewhere), publishers, self.names, is_partly_known=is_partly_known)

    def _label(self, finding: Finding, answer: Answer) -> str:
        asked = self.names.asked(*finding.asked)
        if not answer.choice and not answer.one_of:
            return asked
        kind = answer_to(finding.question, Answer(choice=answer.choice, one_of=answer.one_of), self.names)
        return _("%(question)s: %(kind)s") % {"question": asked, "kind": kind}


def _kind(moves: Sequence[Move]) -> SupersessionKind:
    """A changed account where one of the links is one, else a correction; an update where none of them is a move."""
    kinds = [move.link.kind for move in moves if move.is_moved]
    return max(kinds, key=list(SupersessionKind).index, default=SupersessionKind.UPDATES)


def _numbers(finding: Finding) -> Iterator[_Number]:
    """Every number that is answered to the question, or read on it."""
    for stand in finding.positions.stands:
        if count.hedge_of(stand.answer):
            # What bounds the part is only compared; the number that was stated is shown.
            answer = stand.claim.answer if stand.is_bound and stand.claim.answer else stand.answer
            yield _Number(stand.claim, answer, stand.whole, None)
    for claim, why in finding.positions.beside:
        if claim.answer and _is_number(claim):
            yield _Number(claim, claim.answer, None, why)


def _is_number(claim: Claim) -> bool:
    """Whether the claim of a question that counts gives a number."""
    return bool(
        claim.answer
        and claim.answer.date is None
        and not claim.answer.clock_from
        and not claim.answer.clock_to
        and count.hedge_of(claim.answer)
    )


def _drawn_earlier(answer: Answer | None, scale: Scale) -> Iterator[Stroke]:
    """The strokes of an earlier number, without its open end, which would seem to be that of the number now.

    “Most of” has none: of how many is known for the latest alone.
    """
    if answer and (is_figure(answer) or answer.hedge is Hedge.NONE_KNOWN):
        yield from (each for each in drawn(answer, scale) if each.kind not in (StrokeKind.ABOVE, StrokeKind.BELOW))


def _show_number(answer: Answer, question: Question) -> str:
    return count.show_number(replace(answer, unit=answer.unit or question.unit))


def _reach(number: _Number) -> tuple[float, float]:
    """By what a row is ordered: the smallest figure drawn, then the largest; “none known” before all."""
    figures = stated(number.answer) or finite(number.answer) or [-1]
    return min(figures), max(figures)


def _ticks(scale: Scale) -> Iterator[Tick]:
    for value in scale.ticks(round_numbers(scale)):
        yield Tick(f"{scale.at(value):g}%", count.figure(int(value)))


def _state(finding: Finding, answer: Answer) -> QuestionState | None:
    """The state of these numbers; of one kind of thing counted it is known only where the conflict lies in that kind."""
    if not answer.choice and not answer.one_of:
        return finding.state
    here = {
        each.verdict
        for each in finding.conflicts()
        if all(
            (lane.answer.choice, lane.answer.one_of) == (answer.choice, answer.one_of)
            for lane in (each.one, each.other)
        )
    }
    return next((state for state, verdict in VERDICT_OF.items() if verdict in here), None)


def _gap(finding: Finding, answer: Answer, scale: Scale, sentences: Sentences) -> Gap | None:
    spans = [
        (lane.span, lane)
        for lane in finding.lanes
        if lane.span and (lane.answer.choice, lane.answer.one_of) == (answer.choice, answer.one_of)
    ]
    if not spans:  # none against none: in conflict by a denial alone
        return None
    (low, one), (high, other) = min(spans, key=lambda pair: pair[0].high), max(spans, key=lambda pair: pair[0].low)
    if not low.high < high.low:
        return None
    # Whoever states the ends, in the words stated: the margin of “about” is this archive's, and no party's bound.
    said = "; ".join(sentences.clause(lane.stands) for lane in (one, other))
    return Gap(said, Stroke(StrokeKind.BAR, scale.at(low.high), scale.at(high.low)))
