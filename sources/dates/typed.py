"""Dates as an editor types them: in words, or as EDTF.

`understand` reads the forms of `sources.dates.value` and these, in any case, with or without commas, ordinals and weekdays:

    16 March 2017, March 16th, 2017, Thursday 16 March 2017        a day; the weekday must be that of the day
    16–19 March 2017, March 30 to April 2, 2017                    a range: from … to, between … and
    16 or 17 March 2017, one of 16 and 17 March 2017               one of two days
    March 2017, 2017, spring 2017, winter 2016–17                  a month, a year, a season
    April to May 2017, 2017 to 2019                                the days of whole months or years
    the week of 15 March 2017                                      the week, Monday to Sunday, that holds the day
    about 16 March 2017 (March 2017, 2017)                         as 2017-03-16~
    early May 2017, mid-May, late May                              the 1st to 10th, the 11th to 20th, the 21st to the last

Nothing is guessed: a year that is not there, a day before the month or after it (03/04/2017), and a weekday that is not
that of the day are refused with a sentence. Only English names of months are read, as sources in English print them.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.dates.value import DatePrecision, PartialDate, days_of, parse

FORMS = (
    "16 March 2017, 16–19 March 2017, 16 or 17 March 2017, about 16 March 2017, week of 13 March 2017, "
    "early May 2017, spring 2017, March 2017, 2017"
)
NOTATION = format_lazy("{} {}.", gettext_lazy("In words or as EDTF:"), f"{FORMS}, 2017-03-16")
_LONGEST = 60  # characters of a text that is quoted back

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_WEEKDAYS = {
    name.lower(): number for names in (calendar.day_name, calendar.day_abbr) for number, name in enumerate(names)
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_MONTH, _YEAR = rf"(?P<month>{_one_of(_MONTHS)})", r"(?P<year>[0-9]{4})"
_DAY = rf"(?:(?P<weekday>{_one_of(_WEEKDAYS)}) )?(?P<day>[0-9]{{1,2}})"
_DAYS = [
    re.compile(rf"{_DAY}(?: {_MONTH})?(?: {_YEAR})?"),
    re.compile(rf"{_DAY.replace('(?P<day>', f'{_MONTH} (?P<day>')}(?: {_YEAR})?"),
]
_NUMERIC = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_MONTH_YEAR = re.compile(rf"{_MONTH} {_YEAR}")
_MONTHS_RANGE = re.compile(rf"(?:from )?({_one_of(_MONTHS)})(?: ([0-9]{{4}}))? to {_MONTH} {_YEAR}")
_YEARS_RANGE = re.compile(r"(?:from )?([0-9]{4}) to ([0-9]{4})")
_THIRD = re.compile(rf"(?P<third>early|mid|late) {_MONTH} {_YEAR}")
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)}) {_YEAR}(?:(?:/| to )(?P<until>[0-9]{{4}}|[0-9]{{2}}))?")
_ABOUT = re.compile(r"(?:about|around|approximately|approx|circa|ca|c|~) ?(.+)")
_WEEK = re.compile(r"week (?:of|beginning|starting) (.+)")
_OR = re.compile(r"(?:one of (.+) (?:and|or) (.+))|(?:(.+) or (.+))")
_RANGE = re.compile(r"(?:between (.+) and (.+))|(?:(?:from )?(.+) to (.+))")


@dataclass(frozen=True, slots=True)
class _Day:
    """The typed parts of a day; a missing month or year may be given with the other day of a pair."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


def understand(text: str) -> PartialDate:
    """Read one of the forms in this module's heading; ValueError with a sentence for anything else."""
    try:
        return parse(text)
    except ValueError:
        pass
    words = _plain(text[:200])
    for reading in (_part_of_year, _whole_range, _about, _week, _pair, _single):
        if when := reading(words):
            return when
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    sentence = _("“%(text)s” is not a date that this archive reads. Write one of: %(forms)s, or EDTF: 2017-03-16.")
    raise ValueError(sentence % {"text": shown, "forms": FORMS})


def echo(when: PartialDate) -> str:
    """The date in words, as EDTF, and the days that it covers where neither says them."""
    shown = _("%(date)s (EDTF %(edtf)s)") % {"date": when, "edtf": when.edtf}
    if when.precision in (DatePrecision.DAY, DatePrecision.RANGE, DatePrecision.ONE_OF):
        return shown
    return _("%(date)s: any day from %(days)s") % {"date": shown, "days": days_of(when)}


def _plain(text: str) -> str:
    """Lower case, no commas, ordinals or articles, one kind of dash."""
    words = re.sub(r"[,\s]+", " ", text.lower()).strip(" .")
    words = re.sub(r"([a-z])\.", r"\1", words)
    words = re.sub(r"\b([0-9]{1,2})(?:st|nd|rd|th)\b", r"\1", words)
    words = re.sub(r"\b(?:the|in|on) ", "", words)
    words = re.sub(r"(?<=[0-9]) of (?=[a-z])", " ", words)
    words = re.sub(r"\bmid-", "mid ", words)
    words = re.sub(r" ?[–—] ?| - |(?<=[a-z])-(?=[a-z])| (?:until|through|till) ", " to ", words)
    # 16-19 March, but not 2017-03-16 or 16-03-2017; and 2016-17, 2016-2017 of a winter.
    return re.sub(r"(?<![0-9-])([0-9]{1,2}|[a-z]+ [0-9]{4})-([0-9]{1,4})(?![0-9-])", r"\1 to \2", words)


def _part_of_year(words: str) -> PartialDate | None:
    """A third of a month, a month or a season."""
    if match := _THIRD.fullmatch(words):
        month = _month(match)
        first, last = _THIRDS[match["third"]]
        return PartialDate(
            month.earliest.replace(day=first),
            month.earliest.replace(day=min(last, month.latest.day)),
            DatePrecision.RANGE,
        )
    if match := _MONTH_YEAR.fullmatch(words):
        return _month(match)
    if match := _SEASON.fullmatch(words):
        year = int(match["year"])
        runs_on = match["until"] in (f"{year + 1}", f"{(year + 1) % 100:02}")
        if match["until"] and not (match["season"] == "winter" and runs_on):
            raise ValueError(_("Only a winter runs on into the next year: winter 2016–17."))
        return parse(f"{match['year']}-{_SEASONS[match['season']]}")
    return None


def _month(match: "re.Match[str]") -> PartialDate:
    if match["year"] == "0000":
        raise ValueError(_("There is no year 0."))
    return parse(f"{match['year']}-{_MONTHS[match['month']]:02}")


def _whole_range(words: str) -> PartialDate | None:
    """A range of whole months or years."""
    if match := _MONTHS_RANGE.fullmatch(words):
        first = parse(f"{match[2] or match['year']}-{_MONTHS[match[1]]:02}")
        last = _month(match)
    elif match := _YEARS_RANGE.fullmatch(words):
        first, last = parse(match[1]), parse(match[2])
    else:
        return None
    if not first.is_before(last):
        raise ValueError(_("The first day must come before the last: 16–19 March 2017."))
    return PartialDate(first.earliest, last.latest, DatePrecision.RANGE)


def _about(words: str) -> PartialDate | None:
    if not (match := _ABOUT.fullmatch(words)):
        return None
    about = understand(match[1])
    if about.precision not in (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR):
        raise ValueError(_("“About” goes with a day, a month or a year: about 16 March 2017."))
    return parse(f"{about.edtf}~")


def _week(words: str) -> PartialDate | None:
    if not (match := _WEEK.fullmatch(words)):
        return None
    if not (day := _single(match[1])):
        raise ValueError(_("Name a day of the week: week of 13 March 2017."))
    year, week, _weekday = day.earliest.isocalendar()
    return parse(f"{year:04}-W{week:02}")


def _pair(words: str) -> PartialDate | None:
    """A range of days, or one of two."""
    for form, precision in ((_OR, DatePrecision.ONE_OF), (_RANGE, DatePrecision.RANGE)):
        if not (match := form.fullmatch(words)):
            continue
        first, last = (_read_day(side) for side in match.groups() if side)
        if first is None or last is None:
            return None
        last = replace(last, month=last.month or first.month, year=last.year or first.year)
        first = replace(first, month=first.month or last.month, year=first.year or last.year)
        earliest, latest = _date(first), _date(last)
        if earliest >= latest:
            raise ValueError(_("The first day must come before the last: 16–19 March 2017."))
        return PartialDate(earliest, latest, precision)
    return None


def _single(words: str) -> PartialDate | None:
    day = _read_day(words)
    if day is None or (day.month is None and day.year is None):
        return None
    return PartialDate(_date(day), _date(day), DatePrecision.DAY)


def _read_day(words: str) -> _Day | None:
    if match := _NUMERIC.fullmatch(words):
        return _read_numeric(words, int(match[1]), int(match[2]), int(match[3]))
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        return _Day(int(words[8:]), int(words[5:7]), int(words[:4]))
    for form in _DAYS:
        if match := form.fullmatch(words):
            month, year, weekday = match["month"], match["year"], match["weekday"]
            return _Day(
                int(match["day"]),
                _MONTHS[month] if month else None,
                int(year) if year else None,
                _WEEKDAYS[weekday] if weekday else None,
            )
    return None


def _read_numeric(words: str, first: int, second: int, year: int) -> _Day:
    """Day and month in whichever order they can be; both orders are one too many."""
    days: set[_Day] = {_Day(day, month, year) for day, month in ((first, second), (second, first)) if 1 <= month <= 12}
    if len(days) == 2:
        readings = sorted(str(PartialDate(_date(day), _date(day), DatePrecision.DAY)) for day in days)
        sentence = _("“%(text)s” can be %(first)s or %(second)s. Write the month as a word.")
        raise ValueError(sentence % {"text": words, "first": readings[0], "second": readings[1]})
    if not days:
        raise ValueError(_("“%(text)s” has no month. Write it as a word: 16 March 2017.") % {"text": words})
    return days.pop()


def _date(typed: _Day) -> date:
    if typed.year is None:
        raise ValueError(_("The year is missing. Write it too: 16 March 2017."))
    if typed.month is None:
        raise ValueError(_("The month is missing. Write it too: 16 March 2017."))
    try:
        day = date(typed.year, typed.month, typed.day)
        day + timedelta(days=1)  # what is read must have a day after it, to be shown as a range
    except (ValueError, OverflowError):
        raise ValueError(_("There is no such day. Write one as 16 March 2017.")) from None
    if typed.weekday is not None and typed.weekday != day.weekday():
        words = {"date": PartialDate(day, day, DatePrecision.DAY), "weekday": calendar.day_name[day.weekday()]}
        raise ValueError(_("%(date)s was a %(weekday)s. Mend the weekday or the day.") % words)
    return day
