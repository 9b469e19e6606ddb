"""An answer that is a date, or clock times of the place's own time."""

from django.db.models import Q
from django.utils.translation import gettext as _

from sources.dates import parse
from strikes.answers.answer import Answer, Label, Problems
from strikes.vocabulary.terms import Hedge

KEYS = frozenset({"date", "clock_from", "clock_to", "hedge"})
COLUMNS = ("when_earliest", "when_latest", "when_precision", "clock_from", "clock_to", "hedge")
CLOCK_HEDGES = (Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY)
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
