"""A number as it was stated: low, best, high, with its hedge and unit.

A bound that nobody stated is never here. “At least 46” has a low of 46 and no high; “46” has a best alone; “10 to 17”
has a low and a high; “dozens” has no number at all.
"""

from django.db.models import F, Q
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.answers.answer import Answer, Label, Problems
from strikes.vocabulary.terms import Hedge, Unit

NUMBERS = ("low", "best", "high")
KEYS = frozenset({*NUMBERS, "hedge", "unit"})
COLUMNS = ("count_low", "count_best", "count_high", "hedge", "unit")
given = ~Q(hedge="") & ~Q(unit="")

_ONE = [{"best"}]
_ONE_OR_RANGE = [{"best"}, {"low", "high"}, {"low", "best", "high"}, {"low", "best"}, {"best", "high"}]
NUMBERS_OF_HEDGE: dict[Hedge, list[set[str]]] = {
    Hedge.EXACT: _ONE_OR_RANGE,
    Hedge.ABOUT: _ONE_OR_RANGE,
    Hedge.NEARLY: _ONE,
    Hedge.SO_FAR: _ONE,
    Hedge.AT_LEAST: [{"low"}],
    Hedge.MORE_THAN: [{"low"}],
    Hedge.AT_MOST: [{"high"}],
    Hedge.FEWER_THAN: [{"high"}],
} | {
    hedge: [set()]
    for hedge in (
        Hedge.SEVERAL,
        Hedge.DOZENS,
        Hedge.SCORES,
        Hedge.HUNDREDS,
        Hedge.MOST_OF,
        Hedge.SOME,
        Hedge.NONE_KNOWN,
    )
}


def numbers_fit_hedge() -> Q:
    """The table above as a condition over a claim's columns."""
    condition = Q(hedge="")
    for hedge, allowed in NUMBERS_OF_HEDGE.items():
        for numbers in allowed:
            condition |= Q(("hedge", hedge), *((f"count_{name}__isnull", name not in numbers) for name in NUMBERS))
    return condition


def numbers_in_order() -> Q:
    """Low not above best, best not above high; NULL passes."""
    return Q(
        Q(count_low=None) | Q(count_high=None) | Q(count_low__lte=F("count_high")),
        Q(count_low=None) | Q(count_best=None) | Q(count_low__lte=F("count_best")),
        Q(count_best=None) | Q(count_high=None) | Q(count_best__lte=F("count_high")),
    )


def hedge_of(answer: Answer) -> Hedge | None:
    """The hedge, exactly where only a number is given; None where there is no number at all."""
    return answer.hedge or (Hedge.EXACT if answer.keys & set(NUMBERS) else None)


def problems(answer: Answer) -> Problems:
    hedge, numbers = hedge_of(answer), answer.keys & set(NUMBERS)
    if hedge is None:
        yield "best", _("Give a number, or a word for it such as “dozens”.")
    elif numbers not in NUMBERS_OF_HEDGE[hedge]:
        yield "hedge", _hedge_problem(hedge)
    values = [value for value in (answer.low, answer.best, answer.high) if value is not None]
    if values != sorted(values):
        yield "low", _("The numbers must rise: low, best, high.")


def _hedge_problem(hedge: Hedge) -> str:
    wanted = NUMBERS_OF_HEDGE[hedge]
    if wanted == [set()]:
        return _("With “%(hedge)s” goes no number.") % {"hedge": hedge.label}
    names = {"low": _("low"), "best": _("best"), "high": _("high")}
    forms = "; ".join(" + ".join(names[name] for name in NUMBERS if name in form) for form in wanted)
    return _("With “%(hedge)s” goes: %(forms)s.") % {"hedge": hedge.label, "forms": forms}


def show(answer: Answer, label: Label) -> str:
    return show_number(answer)


def show_number(answer: Answer) -> str:
    """The number with its hedge and its unit (people, where it has none), as one says it: “at least 46 people”."""
    return _with_hedge(answer, answer.unit or Unit.PERSONS)


def show_bare(answer: Answer) -> str:
    """The number with its hedge alone: “more than 4”."""
    return _with_hedge(answer, None)


def _with_hedge(answer: Answer, unit: Unit | None) -> str:
    hedge = hedge_of(answer)
    if hedge and NUMBERS_OF_HEDGE[hedge] == [set()]:
        return str(hedge.label)
    if hedge is Hedge.EXACT and answer.best == 0 and answer.high is None:
        return _("none")
    number, last = _figures(answer)
    counted = _("%(number)s %(unit)s") % {"number": number, "unit": unit_name(unit, last)} if unit else number
    match hedge:
        case Hedge.EXACT | None:
            return counted
        case Hedge.SO_FAR:
            return _("%(counted)s so far") % {"counted": counted}
        case _:
            return _("%(hedge)s %(counted)s") % {"hedge": hedge.label, "counted": counted}


def _figures(answer: Answer) -> tuple[str, int]:
    """The figures in words, and the last of them, by which the unit takes its plural."""
    stated = [value for value in (answer.low, answer.best, answer.high) if value is not None]
    if answer.low is not None and answer.high is not None:
        figures = _("%(low)s to %(high)s") % {"low": figure(answer.low), "high": figure(answer.high)}
        if answer.best is not None and answer.best not in (answer.low, answer.high):
            figures = _("%(range)s (best %(best)s)") % {"range": figures, "best": figure(answer.best)}
        return figures, answer.high
    if answer.best is not None and answer.high is not None:
        return _("%(best)s, at most %(high)s") % {"best": figure(answer.best), "high": figure(answer.high)}, answer.high
    if answer.best is not None and answer.low is not None:
        return _("%(best)s, at least %(low)s") % {"best": figure(answer.best), "low": figure(answer.low)}, answer.low
    return figure(stated[0]), stated[0]


def figure(value: int) -> str:
    """A whole number with its thousands parted, as the language does."""
    return number_format(value, force_grouping=True)


def unit_name(unit: Unit, count: int) -> str:
    """The unit in the number that `count` asks for."""
    match unit:
        case Unit.PERSONS:
            return ngettext("person", "people", count)
        case Unit.FAMILIES:
            return ngettext("family", "families", count)
        case Unit.STRIKES:
            return ngettext("strike", "strikes", count)
        case Unit.MUNITIONS:
            return ngettext("munition", "munitions", count)
        case Unit.AIRCRAFT:
            return ngettext("aircraft", "aircraft", count)
        case Unit.BUILDINGS:
            return ngettext("building", "buildings", count)
        case Unit.VEHICLES:
            return ngettext("vehicle", "vehicles", count)
        case Unit.MINUTES:
            return ngettext("minute", "minutes", count)
