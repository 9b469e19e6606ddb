"""A number as it was stated: low, best, high, with its hedge and unit.

A bound that nobody stated is never here. “At least 46” has a low of 46 and no high; “46” has a best alone; “10 to 17”
has a low and a high; “dozens” has no number at all.
"""

from math import inf
from typing import Any, assert_never

from django.db.models import F, Q
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from msgspec.structs import replace

from strikes.answers.answer import Answer, Label, Problems
from strikes.answers.comparison import NEVER, Comparison, Ground, Span, Verdict
from strikes.answers.kind import Desk, Keys, Named
from strikes.vocabulary.terms import Hedge, Rule, Unit

NUMBERS = ("low", "best", "high")
KEYS = frozenset({*NUMBERS, "hedge", "unit"})
COLUMNS: dict[str, object] = {"count_low": None, "count_best": None, "count_high": None, "hedge": "", "unit": ""}
NAMED: Named | None = None
FIELDS = ("counted", "unit")
given = ~Q(hedge="") & ~Q(unit="")

_ONE = [{"best"}]
_ONE_OR_RANGE = [{"best"}, {"low", "high"}, {"low", "best", "high"}, {"low", "best"}, {"best", "high"}]
NUMBERS_OF_HEDGE: dict[Hedge, list[set[str]]] = {
    Hedge.EXACT: _ONE_OR_RANGE,
    Hedge.ABOUT: _ONE_OR_RANGE,
    Hedge.ABOUT_OR_MORE: _ONE,
    Hedge.NEARLY: _ONE,
    Hedge.SO_FAR: _ONE,
    Hedge.LOW_END: [{"low", "high"}],
    Hedge.AT_LEAST: [{"low"}],
    Hedge.MORE_THAN: [{"low"}],
    Hedge.AT_MOST: [{"high"}, {"low", "high"}],
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

# What a word stands for when it is compared with a number, and nowhere else.
WORDS: dict[Hedge, tuple[float, float]] = {
    Hedge.SEVERAL: (3, 20),
    Hedge.DOZENS: (24, 99),
    Hedge.SCORES: (40, 199),
    Hedge.HUNDREDS: (200, 999),
    Hedge.SOME: (1, inf),
}
# How far “about” reaches either way, and from where “nearly” begins, as shares of the number.
ABOUT, NEARLY = 0.1, 0.9
# The intervals of “none known” and of none.
NONE = (None, (0, 0))


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


def numbers_of(answer: Answer) -> list[int]:
    """The numbers that are stated: low, best, high."""
    return [number for number in (answer.low, answer.best, answer.high) if number is not None]


def hedge_of(answer: Answer) -> Hedge | None:
    """The hedge, exactly where only a number is given; None where there is no number at all."""
    return answer.hedge or (Hedge.EXACT if answer.keys & set(NUMBERS) else None)


def problems(answer: Answer) -> Problems:
    hedge, numbers = hedge_of(answer), answer.keys & set(NUMBERS)
    if hedge is None:
        yield "best", _("Give a number, or a word for it such as “dozens”.")
    elif numbers not in NUMBERS_OF_HEDGE[hedge]:
        yield "hedge", _hedge_problem(hedge)
    values = numbers_of(answer)
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
    if hedge is Hedge.MOST_OF:
        return _("most of them")
    if hedge and NUMBERS_OF_HEDGE[hedge] == [set()]:
        return str(hedge.label)
    if hedge is Hedge.EXACT and answer.best == 0 and answer.high is None:
        return _("none")
    counted = _counted(answer, unit)
    match hedge:
        case Hedge.EXACT | None:
            return counted
        case Hedge.SO_FAR:
            return _("%(counted)s so far") % {"counted": counted}
        case Hedge.ABOUT_OR_MORE:
            return _("about %(counted)s, perhaps more") % {"counted": counted}
        case Hedge.LOW_END:
            return _("%(counted)s, at the low end") % {"counted": counted}
        case (
            Hedge.ABOUT
            | Hedge.AT_LEAST
            | Hedge.MORE_THAN
            | Hedge.AT_MOST
            | Hedge.FEWER_THAN
            | Hedge.NEARLY
            | Hedge.SEVERAL
            | Hedge.DOZENS
            | Hedge.SCORES
            | Hedge.HUNDREDS
            | Hedge.SOME
            | Hedge.NONE_KNOWN
        ):
            return _("%(hedge)s %(counted)s") % {"hedge": hedge.label, "counted": counted}
        case _:
            assert_never(hedge)


def _counted(answer: Answer, unit: Unit | None) -> str:
    """The figures in words, with what they count: “10 to 17 people”, “73 people, and at most 203”."""
    number, last = _figures(answer)
    counted = _("%(number)s %(unit)s") % {"number": number, "unit": unit_name(unit, last)} if unit else number
    if answer.best is None or (answer.low is None) == (answer.high is None):
        return counted
    if answer.high is not None:
        return _("%(counted)s, and at most %(high)s") % {"counted": counted, "high": figure(answer.high)}
    return _("%(counted)s, and at least %(low)s") % {"counted": counted, "low": figure(answer.low or 0)}


def _figures(answer: Answer) -> tuple[str, int]:
    """The figures that the unit follows, and the last of them, by which it takes its plural."""
    stated = numbers_of(answer)
    if answer.low is not None and answer.high is not None:
        figures = _("%(low)s to %(high)s") % {"low": figure(answer.low), "high": figure(answer.high)}
        if answer.best is not None and answer.best not in (answer.low, answer.high):
            figures = _("%(range)s (best %(best)s)") % {"range": figures, "best": figure(answer.best)}
        return figures, answer.high
    only = stated[0] if answer.best is None else answer.best
    return figure(only), only


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
        case Unit.HOURS:
            return ngettext("hour", "hours", count)
        case Unit.METRES:
            return ngettext("metre", "metres", count)
        case Unit.PERCENT:
            return ngettext("per cent", "per cent", count)
        case _:
            assert_never(unit)


def interval(answer: Answer) -> tuple[float, float] | None:
    """What the number can be, both ends included, for comparison only; None for “none known”, which is in no range.

    An end that nobody stated is infinite. “Most of” is more than half of the party's own number, which whoever compares
    puts in as low and high; where it gave none, one or more.
    """
    stated = numbers_of(answer) or [0]
    first, last = stated[0], stated[-1]
    match hedge := hedge_of(answer):
        case None | Hedge.NONE_KNOWN:
            return None
        case Hedge.SEVERAL | Hedge.DOZENS | Hedge.SCORES | Hedge.HUNDREDS | Hedge.SOME:
            return WORDS[hedge]
        case Hedge.MOST_OF:
            least = answer.low // 2 + 1 if answer.low is not None else 1
            return least, answer.high if answer.high is not None else inf
        case Hedge.AT_LEAST | Hedge.SO_FAR:
            return first, inf
        case Hedge.MORE_THAN:
            return first + 1, inf
        case Hedge.AT_MOST:
            return -inf, last
        case Hedge.FEWER_THAN:
            return -inf, last - 1
        case Hedge.NEARLY:
            return NEARLY * first, last
        case Hedge.ABOUT:
            low, high = _stated_ends(answer, first, last)
            return (1 - ABOUT) * low, (1 + ABOUT) * high
        case Hedge.ABOUT_OR_MORE:
            return (1 - ABOUT) * first, inf
        case Hedge.EXACT | Hedge.LOW_END:
            return _stated_ends(answer, first, last)
        case _:
            assert_never(hedge)


def _stated_ends(answer: Answer, first: int, last: int) -> tuple[float, float]:
    """The ends of a number or a range. A best with one bound leaves the other end open."""
    low: float = -inf if answer.low is None and answer.high is not None else first
    high: float = inf if answer.high is None and answer.low is not None else last
    return low, high


def open_ends(answer: Answer) -> tuple[bool, bool]:
    """Whether the party left the number open downwards (“or fewer”), and upwards (“or more”)."""
    match hedge := hedge_of(answer):
        case Hedge.AT_MOST | Hedge.FEWER_THAN | Hedge.NEARLY:
            return True, False
        case Hedge.AT_LEAST | Hedge.MORE_THAN | Hedge.SO_FAR | Hedge.ABOUT_OR_MORE:
            return False, True
        case None | Hedge.EXACT | Hedge.ABOUT | Hedge.LOW_END:
            return False, False
        case (
            Hedge.SEVERAL | Hedge.DOZENS | Hedge.SCORES | Hedge.HUNDREDS | Hedge.MOST_OF | Hedge.SOME | Hedge.NONE_KNOWN
        ):
            return False, False
        case _:
            assert_never(hedge)


def compare(one: Answer, other: Answer, ground: Ground) -> Verdict:
    """Of one unit: none excludes one or more; other numbers differ where their intervals do not meet."""
    if _unit(one, ground) is not _unit(other, ground):
        return Verdict.COMPATIBLE
    if is_same(one, other, ground):
        return Verdict.SAME
    first, second = interval(one), interval(other)
    if first in NONE or second in NONE:
        asserts_some = any(found is not None and found[0] > 0 for found in (first, second))
        return Verdict.EXCLUDE if asserts_some else Verdict.COMPATIBLE
    meets = first[0] <= second[1] and second[0] <= first[1]
    return Verdict.COMPATIBLE if meets else Verdict.DIFFER


def denied(denial: Answer, asserted: Answer, ground: Ground) -> bool:
    """Whether the number asserted lies wholly inside the one denied."""
    outer, inner = interval(denial), interval(asserted)
    if _unit(denial, ground) is not _unit(asserted, ground):
        return False
    if outer is None or inner is None:
        return outer is inner
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def is_same(one: Answer, other: Answer, ground: Ground) -> bool:
    """Whether two numbers are stated in the very same way, of one unit."""
    return _unit(one, ground) is _unit(other, ground) and _stated(one) == _stated(other)


def is_narrower(later: Answer, earlier: Answer, ground: Ground) -> bool:
    """Never, unless the same: another number is another answer, even where it lies within the earlier one."""
    return is_same(later, earlier, ground)


def span(answer: Answer, ground: Ground) -> Span | None:
    """The interval on the scale of its unit; None for none, which excludes where others only differ."""
    found = interval(answer)
    return None if found in NONE else Span(_unit(answer, ground), *found)


def canonical(answer: Answer, unit: Unit | None) -> Answer:
    """A number without a hedge is exact; the question's own unit goes without saying."""
    hedge = None if answer.hedge is Hedge.EXACT else answer.hedge
    own = None if answer.unit == unit else answer.unit
    return answer if (hedge, own) == (answer.hedge, answer.unit) else replace(answer, hedge=hedge, unit=own)


def read(claim: Any) -> Answer:
    return Answer(
        low=claim.count_low,
        best=claim.count_best,
        high=claim.count_high,
        hedge=Hedge(claim.hedge) if claim.hedge and claim.hedge != Hedge.EXACT else None,
        unit=Unit(claim.unit) if claim.unit and claim.unit != claim.question.unit else None,
    )


def columns(answer: Answer, unit: str, keys: Keys) -> dict[str, Any]:
    hedge = hedge_of(answer)
    numbers = {"count_low": answer.low, "count_best": answer.best, "count_high": answer.high}
    return numbers | {"hedge": hedge or "", "unit": answer.unit or (unit if hedge else "")}


def _unit(answer: Answer, ground: Ground) -> Unit:
    return answer.unit or ground.unit or Unit.PERSONS


def _stated(answer: Answer) -> tuple[object, ...]:
    return answer.low, answer.best, answer.high, hedge_of(answer)


RULES = {Rule.INTERVAL: Comparison(compare, denied), Rule.NEVER: NEVER}
DESK = dict.fromkeys(
    RULES,
    Desk(
        gettext_lazy("As it was said. A bound that nobody stated is never entered; unknown is empty, and never 0."),
        [FIELDS],
    ),
)
