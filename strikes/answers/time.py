"""An answer that is a date, or clock times of the place's own time."""

from datetime import time, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec.structs import replace

from sources.dates.value import DatePrecision, PartialDate, parse
from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import Comparison, Ground, Span, Verdict
from strikes.answers.kind import Desk, Keys, Named
from strikes.vocabulary.terms import Hedge, Rule, Unit

KEYS = frozenset({"date", "clock_from", "clock_to", "hedge"})
_WHEN: dict[str, object] = {"when_earliest": None, "when_latest": None, "when_precision": ""}
COLUMNS: dict[str, object] = {**_WHEN, "clock_from": None, "clock_to": None, "hedge": ""}
NAMED: Named | None = None
CLOCK_HEDGES = (Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY)
DAY, HALF_A_DAY = 24 * 60, 12 * 60  # minutes
# How far a clock time is taken either way when it is compared.
MARGIN_MINUTES = {Hedge.EXACT: 15, Hedge.ABOUT: 30, Hedge.NEARLY: 30}
_is_date = ~Q(when_precision="") & Q(clock_from=None, clock_to=None, hedge="")
_is_clock = Q(when_precision="") & (Q(clock_from__isnull=False) | Q(clock_to__isnull=False)) & Q(hedge__in=CLOCK_HEDGES)
given = _is_date | _is_clock


def problems(answer: Answer) -> Problems:
    clock = answer.keys & {"clock_from", "clock_to"}
    if answer.date and clock:
        yield "date", _("Give a date or a clock time; they are two questions.")
    if not answer.date and not clock:
        yield "date", _("Give a date or a clock time.")
    if answer.hedge and (not clock or answer.hedge not in CLOCK_HEDGES):
        yield "hedge", _("With a clock time goes about, or nearly (just before); a date says it in its own form.")
    elif answer.hedge is Hedge.NEARLY and not _is_one_time(answer):
        yield "hedge", _("“Nearly” goes with one clock time: give it as the latest, or as earliest and latest both.")
    if answer.date:
        try:
            parse(answer.date)
        except ValueError as error:
            yield "date", str(error)


def _is_one_time(answer: Answer) -> bool:
    return answer.clock_to is not None and answer.clock_from in (None, answer.clock_to)


def show(answer: Answer, label: Label) -> str:
    if answer.date:
        return str(parse(answer.date))
    start, end = (_hedged(clock, answer.hedge) for clock in (answer.clock_from, answer.clock_to))
    if answer.hedge is Hedge.NEARLY:
        return _("just before %(end)s") % {"end": answer.clock_to}
    if answer.clock_from == answer.clock_to:
        return start
    if start and end:
        # One hedge for both: “about 18:55 to 19:10”.
        return _("%(start)s to %(end)s") % {"start": start, "end": answer.clock_to}
    return _("from %(start)s") % {"start": start} if start else _("before %(end)s") % {"end": end}


def _hedged(clock: str | None, hedge: Hedge | None) -> str:
    if clock is None:
        return ""
    return _("about %(clock)s") % {"clock": clock} if hedge is Hedge.ABOUT else clock


def compare_days(one: Answer, other: Answer, ground: Ground) -> Verdict:
    """Answers that share no day exclude each other; an answer without a day is not compared.

    Two days of a filed span of two are one night, dated by its evening or by its morning.
    """
    if one == other:
        return Verdict.SAME
    if not one.date or not other.date or not ground.is_exclusive:
        return Verdict.COMPATIBLE
    first, second = parse(one.date), parse(other.date)
    is_one_night = ground.filed is not None and all(_is_of_night(days, ground.filed) for days in (first, second))
    return Verdict.COMPATIBLE if is_one_night or first.shares_day(second) else Verdict.EXCLUDE


def _is_of_night(days: PartialDate, filed: PartialDate) -> bool:
    """Whether the days lie within a filed range of two days."""
    is_night = filed.precision == DatePrecision.RANGE and filed.latest - filed.earliest == timedelta(days=1)
    return is_night and days.is_within(filed.earliest, filed.latest)


def are_days_denied(denial: Answer, asserted: Answer, ground: Ground) -> bool:
    """Whether every day asserted is one of those denied."""
    return bool(denial.date and asserted.date) and parse(asserted.date or "").is_among(parse(denial.date or ""))


def compare_clocks(one: Answer, other: Answer, ground: Ground) -> Verdict:
    """Clock times that do not overlap exclude each other; an answer without a clock time is not compared."""
    if one == other:
        return Verdict.SAME
    if one.date or other.date or not ground.is_exclusive:
        return Verdict.COMPATIBLE
    return Verdict.COMPATIBLE if _clocks_meet(_arc(one), _arc(other)) else Verdict.EXCLUDE


def is_clock_denied(denial: Answer, asserted: Answer, ground: Ground) -> bool:
    """Whether the very clock time asserted is the one denied."""
    return not denial.date and denial == asserted


RULES = {
    Rule.DATE: Comparison(compare_days, are_days_denied),
    Rule.CLOCK: Comparison(compare_clocks, is_clock_denied),
}


def is_narrower(later: Answer, earlier: Answer, ground: Ground) -> bool:
    """Whether every day of the later answer is one of the earlier one, or it is the same clock time."""
    return later == earlier or are_days_denied(earlier, later, ground)


def span(answer: Answer, ground: Ground) -> Span | None:
    """The days, on a question of which the days exclude each other."""
    if not answer.date or not ground.is_exclusive:
        return None
    days = parse(answer.date)
    return Span("days", days.earliest.toordinal(), days.latest.toordinal())


def canonical(answer: Answer, unit: Unit | None) -> Answer:
    hedge = None if answer.hedge is Hedge.EXACT else answer.hedge
    date = parse(answer.date).edtf if answer.date else None
    return answer if (hedge, date) == (answer.hedge, answer.date) else replace(answer, hedge=hedge, date=date)


def read(claim: Any) -> Answer:
    return Answer(
        date=claim.when.edtf if claim.when else None,
        clock_from=f"{claim.clock_from:%H:%M}" if claim.clock_from else None,
        clock_to=f"{claim.clock_to:%H:%M}" if claim.clock_to else None,
        hedge=Hedge(claim.hedge) if claim.hedge and claim.hedge != Hedge.EXACT else None,
    )


def columns(answer: Answer, unit: str, keys: Keys) -> dict[str, Any]:
    if answer.date:
        when = parse(answer.date)
        return dict(zip(_WHEN, (when.earliest, when.latest, when.precision), strict=True))
    clocks = {"clock_from": answer.clock_from, "clock_to": answer.clock_to}
    parsed = {name: time.fromisoformat(clock) if clock else None for name, clock in clocks.items()}
    return parsed | {"hedge": answer.hedge or Hedge.EXACT}


def _arc(answer: Answer) -> tuple[int, int]:
    """Where on the clock the time may lie: the first minute of it, and how many minutes on, margins included.

    An end that is not said is open for half a day: “before 19:00” may be any time since seven in the morning.
    """
    margin = MARGIN_MINUTES[answer.hedge or Hedge.EXACT]
    start, end = _ends(answer)
    # A night's times run past midnight.
    return (start - margin) % DAY, (end - start) % DAY + 2 * margin


def _ends(answer: Answer) -> tuple[int, int]:
    if answer.clock_from and answer.clock_to:
        return _minutes(answer.clock_from), _minutes(answer.clock_to)
    if answer.clock_from:
        return _minutes(answer.clock_from), _minutes(answer.clock_from) + HALF_A_DAY
    end = _minutes(answer.clock_to or "")
    return (end if answer.hedge is Hedge.NEARLY else end - HALF_A_DAY), end


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _clocks_meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (other[0] - one[0]) % DAY <= one[1] or (one[0] - other[0]) % DAY <= other[1]


DESK = {
    Rule.DATE: Desk(
        gettext_lazy("The day of the event as the party gave it, and as precise as that."),
        ["when"],
    ),
    Rule.CLOCK: Desk(
        gettext_lazy(
            "Clock times are those of the place. One time stands in both boxes; “before” fills the second alone."
        ),
        [("clock_from", "clock_to", "hedge")],
        hedges=CLOCK_HEDGES,
    ),
}
