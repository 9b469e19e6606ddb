"""Imprecise dates: the earliest and the latest day that a stated date can mean, and how precise it was stated.

Read and written as EDTF, the Extended Date/Time Format (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/),
level 1, of which this archive uses the forms below, with two additions: one of two days (level 2) and ISO 8601-1 weeks.

    2017-03-16                  a day
    2017-03                     a month
    2017                        a year
    2017-21                     a season: 21 spring, 22 summer, 23 autumn, 24 winter (December of that year to February)
    2017-W11                    a week, Monday to Sunday
    2017-03-16/2017-03-19       a range of days
    [2017-03-16,2017-03-17]     one of two days
    2017-03-16~                 about: one day, month or year earlier or later (2017-03~, 2017~)

`parse` and `PartialDate.edtf` undo each other: parse(text).edtf == text for every form above.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.db import models
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from edtf import EDTFParseException, parse_edtf
from edtf.parser.parser_classes import Date, Interval, OneOfASet, UncertainOrApproximate

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
_SEASON = re.compile(r"([0-9]{4})-(2[1-4])")
_EDTF = re.compile(r"[-0-9/,~\[\]]{4,23}")  # what is left to the library: its letters, and the length of two days
_FIRST_MONTH_OF_SEASON = {21: 3, 22: 6, 23: 9, 24: 12}
_LONGEST = 60  # characters of a text that is quoted back
FORMS = (
    "2017-03-16, 2017-03, 2017, 2017-W11, 2017-21 (spring), 2017-03-16/2017-03-19, [2017-03-16,2017-03-17], 2017-03-16~"
)


class DatePrecision(models.TextChoices):
    """The precision of a date, as it was stated."""

    DAY = "day", gettext_lazy("day")
    RANGE = "range", gettext_lazy("range of days")
    ONE_OF = "one_of", gettext_lazy("one of two days")
    WEEK = "week", gettext_lazy("week")
    MONTH = "month", gettext_lazy("month")
    SEASON = "season", gettext_lazy("season")
    YEAR = "year", gettext_lazy("year")
    APPROXIMATE = "approximate", gettext_lazy("approximate")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """The days from `earliest` to `latest`, both included, as precise as `precision` says.

    One of two days (ONE_OF) means these two alone, and none that lies between them.
    """

    earliest: date
    latest: date
    precision: DatePrecision

    def __str__(self) -> str:
        """Words for a reader: “16 March 2017”, “one of 16 and 17 March 2017”, “about 2017”."""
        return _show(self)

    @property
    def edtf(self) -> str:
        """The date in the notation that `parse` reads."""
        return _edtf(self)

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether some day that this date can mean lies between `first` and `last` (None: open)."""
        return any(
            (first is None or latest >= first) and (last is None or earliest <= last) for earliest, latest in self.runs
        )

    def is_within(self, first: date | None, last: date | None) -> bool:
        """Whether every day that this date can mean lies between `first` and `last` (None: open)."""
        return (first is None or self.earliest >= first) and (last is None or self.latest <= last)

    def shares_day(self, other: "PartialDate") -> bool:
        """Whether some day is one that both dates can mean."""
        return any(self.overlaps(earliest, latest) for earliest, latest in other.runs)

    def is_among(self, other: "PartialDate") -> bool:
        """Whether every day that this date can mean is one that the other can mean."""
        return all(any(start <= first and last <= end for start, end in other.runs) for first, last in self.runs)

    @property
    def runs(self) -> tuple[tuple[date, date], ...]:
        """The days that it can mean, as runs of days, each with its first and its last."""
        if self.precision == DatePrecision.ONE_OF and self.latest - self.earliest > timedelta(days=1):
            return (self.earliest, self.earliest), (self.latest, self.latest)
        return ((self.earliest, self.latest),)

    def not_before(self, day: date) -> "PartialDate":
        """The days that this date can mean, of those from `day` on; `day` itself where all are earlier."""
        if self.earliest >= day:
            return self
        latest = max(self.latest, day)
        return PartialDate(day, latest, DatePrecision.DAY if day == latest else DatePrecision.RANGE)

    def is_before(self, other: "PartialDate") -> bool:
        """Whether this date is certainly earlier: its latest day before the other's earliest."""
        return self.latest < other.earliest


@lru_cache(maxsize=8192)
def parse(text: str) -> PartialDate:
    """Read one of the forms in this module's heading; ValueError with a sentence for anything else."""
    text = text.strip()
    try:
        return _parse_day(text) if _DAY.fullmatch(text) else _parse_imprecise(text)
    except (ValueError, OverflowError, EDTFParseException):
        sentence = _("“%(text)s” is not a date that this archive reads. Write one of: %(forms)s.")
        shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        raise ValueError(sentence % {"text": shown, "forms": FORMS}) from None


def _parse_day(text: str) -> PartialDate:
    day = date.fromisoformat(text)
    return PartialDate(day, day, DatePrecision.DAY)


def _parse_imprecise(text: str) -> PartialDate:
    if match := _WEEK.fullmatch(text):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return PartialDate(monday, monday + timedelta(days=6), DatePrecision.WEEK)
    if match := _SEASON.fullmatch(text):
        first = date(int(match[1]), _FIRST_MONTH_OF_SEASON[int(match[2])], 1)
        return PartialDate(first, _end_of_month(_add_months(first, 2)), DatePrecision.SEASON)
    # The library is slow on long texts and reads spaces within; no form of ours has either.
    if not _EDTF.fullmatch(text):
        raise ValueError(text)
    parsed = parse_edtf(text)
    if isinstance(parsed, Interval):
        return _span(str(parsed.lower), str(parsed.upper), DatePrecision.RANGE)
    if isinstance(parsed, OneOfASet):
        first_text, last_text = map(str, parsed.objects)
        return _span(first_text, last_text, DatePrecision.ONE_OF)
    if isinstance(parsed, UncertainOrApproximate) and text.endswith("~"):
        return _approximate(text[:-1])
    if isinstance(parsed, Date) and len(text) == len("2017"):
        return PartialDate(date(int(text), 1, 1), date(int(text), 12, 31), DatePrecision.YEAR)
    if isinstance(parsed, Date) and len(text) == len("2017-03"):
        first = date.fromisoformat(f"{text}-01")
        return PartialDate(first, _end_of_month(first), DatePrecision.MONTH)
    raise ValueError(text)


def _span(first_text: str, last_text: str, precision: DatePrecision) -> PartialDate:
    """Two days, the first before the last."""
    first, last = _parse_day(first_text).earliest, _parse_day(last_text).earliest
    if not (_DAY.fullmatch(first_text) and _DAY.fullmatch(last_text) and first < last):
        raise ValueError(first_text)
    return PartialDate(first, last, precision)


def _approximate(core: str) -> PartialDate:
    """One unit of the stated precision earlier and later, the margin that the EDTF library also takes."""
    stated = parse(core)
    if stated.precision == DatePrecision.DAY:
        earliest, latest = stated.earliest - timedelta(days=1), stated.latest + timedelta(days=1)
    elif stated.precision == DatePrecision.MONTH:
        earliest, latest = _add_months(stated.earliest, -1), _end_of_month(_add_months(stated.earliest, 1))
    elif stated.precision == DatePrecision.YEAR:
        earliest, latest = date(stated.earliest.year - 1, 1, 1), date(stated.latest.year + 1, 12, 31)
    else:
        raise ValueError(core)
    return PartialDate(earliest, latest, DatePrecision.APPROXIMATE)


def _add_months(first_of_month: date, months: int) -> date:
    year, month = divmod(first_of_month.year * 12 + first_of_month.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _end_of_month(day: date) -> date:
    return _add_months(day.replace(day=1), 1) - timedelta(days=1)


def _core(when: PartialDate) -> tuple[date, DatePrecision]:
    """The first day and the precision of the date that an approximate one is about, read from its width."""
    if (when.latest - when.earliest).days == 2:
        return when.earliest + timedelta(days=1), DatePrecision.DAY
    if when.latest == _end_of_month(_add_months(when.earliest, 2)):
        return _add_months(when.earliest, 1), DatePrecision.MONTH
    return date(when.earliest.year + 1, 1, 1), DatePrecision.YEAR


def _edtf(when: PartialDate) -> str:
    match when.precision:
        case DatePrecision.DAY:
            return when.earliest.isoformat()
        case DatePrecision.RANGE:
            return f"{when.earliest}/{when.latest}"
        case DatePrecision.ONE_OF:
            return f"[{when.earliest},{when.latest}]"
        case DatePrecision.WEEK:
            year, week, _weekday = when.earliest.isocalendar()
            return f"{year:04}-W{week:02}"
        case DatePrecision.MONTH:
            return when.earliest.isoformat()[:7]
        case DatePrecision.SEASON:
            return f"{when.earliest.year:04}-{when.earliest.month // 3 + 20}"
        case DatePrecision.YEAR:
            return f"{when.earliest.year:04}"
        case _:
            first, precision = _core(when)
            return (
                first.isoformat()[: {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}[precision]]
                + "~"
            )


def days_of(when: PartialDate) -> str:
    """The days that the date can mean, from the earliest to the latest: “1 to 31 March 2017” for March 2017."""
    if when.earliest == when.latest:
        return _long(when.earliest)
    return _("%(first)s to %(last)s") % {"first": _shortened(when), "last": _long(when.latest)}


def _show(when: PartialDate) -> str:
    match when.precision:
        case DatePrecision.DAY:
            return _long(when.earliest)
        case DatePrecision.RANGE:
            return _show_range(when)
        case DatePrecision.ONE_OF:
            return _("%(first)s or %(last)s") % {"first": _shortened(when), "last": _long(when.latest)}
        case DatePrecision.WEEK:
            return _("the week of %(day)s") % {"day": _long(when.earliest)}
        case DatePrecision.MONTH:
            return _month(when.earliest)
        case DatePrecision.SEASON:
            return _show_season(when)
        case DatePrecision.YEAR:
            return str(when.earliest.year)
        case _:
            first, precision = _core(when)
            form = {DatePrecision.DAY: "j F Y", DatePrecision.MONTH: "F Y", DatePrecision.YEAR: "Y"}[precision]
            return _("about %(date)s") % {"date": formats.date_format(first, form)}


def _show_range(when: PartialDate) -> str:
    """A range of whole years or months is said in these: to name its first and last day would be more than was stated."""
    first, last = when.earliest, when.latest
    if first.day > 1 or last != _end_of_month(last):
        return days_of(when)
    if (first.month, last.month) == (1, 12):
        return _joined(str(first.year), str(last.year))
    return _joined(formats.date_format(first, "F") if first.year == last.year else _month(first), _month(last))


def _joined(first: str, last: str) -> str:
    """The two ends of a range; one word for a range that is a month or a year."""
    return last if last.startswith(first) else _("%(first)s to %(last)s") % {"first": first, "last": last}


def _show_season(when: PartialDate) -> str:
    names = {3: _("spring"), 6: _("summer"), 9: _("autumn"), 12: _("winter")}
    # A winter lies in two years.
    years = str(when.earliest.year) + (f"–{when.latest.year % 100:02}" if when.earliest.year < when.latest.year else "")
    return f"{names[when.earliest.month]} {years}"


def _month(day: date) -> str:
    return formats.date_format(day, "F Y")


def _long(day: date) -> str:
    return formats.date_format(day, "j F Y")


def _shortened(when: PartialDate) -> str:
    """The first day without what it shares with the last: “16 to 19 March 2017”."""
    if when.earliest.year != when.latest.year:
        return _long(when.earliest)
    return formats.date_format(when.earliest, "j" if when.earliest.month == when.latest.month else "j F")
