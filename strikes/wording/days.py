"""Days in words: the day of a statement, and the days between two statements. Pure.

A day is `None` where it is not known. A page says so in one way beside a claim, and in fewer words where the page has
said that its days are days of statements.
"""

from collections.abc import Collection
from dataclasses import replace

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sources.dates.value import DatePrecision, PartialDate, days_of
from strikes.answers.count import figure
from strikes.rules.days_between import DaysBetween

IN_DAYS = (DatePrecision.DAY, DatePrecision.RANGE, DatePrecision.ONE_OF)


def stated(when: PartialDate | None) -> str:
    """The day of a claim beside it: “stated 17 March 2017”, “day stated not known”."""
    return _stated(when) if when else _("day stated not known")


def stated_or_unknown(when: PartialDate | None) -> str:
    """The day of one of two statements: “stated 17 March 2017”, “day not known”."""
    return _stated(when) if when else day(None)


def stated_over(days: Collection[PartialDate]) -> str:
    """From the first day of several statements to the last, each as precisely as it is known: “stated March 2017 to 2019”."""
    if not days:
        return stated(None)
    first = min(days, key=lambda day: (day.earliest, day.latest))
    last = max(days, key=lambda day: (day.latest, day.earliest))
    for whole in (first, last):
        if (whole.earliest, whole.latest) == (first.earliest, last.latest):
            return _stated(whole)
    if first.precision in IN_DAYS and last.precision in IN_DAYS:
        return _("stated %(when)s") % {"when": days_of(replace(first, latest=last.latest))}
    return _("stated %(first)s to %(last)s") % {"first": first, "last": last}


def _stated(when: PartialDate) -> str:
    return _("stated %(when)s") % {"when": when}


def day(when: PartialDate | None) -> str:
    """The day alone: “17 March 2017”, “day not known”."""
    return str(when) if when else _("day not known")


def short_day(when: PartialDate | None) -> str:
    """The day where there is little room: “17 Mar 2017”, “day not known”."""
    is_day = when is not None and when.precision is DatePrecision.DAY
    return date_format(when.earliest, "j M Y") if when and is_day else day(when)


def on_day(when: PartialDate | None) -> str:
    """The day within a sentence: “17 March 2017”, “on a day not known”."""
    return str(when) if when else _("on a day not known")


def day_published(when: PartialDate | None) -> str:
    """The day of a source alone: “17 March 2017”, “undated”."""
    return str(when) if when else _("undated")


def published(when: PartialDate | None) -> str:
    """The day of a source beside it: “published 17 March 2017”, “undated”."""
    return _("published %(when)s") % {"when": when} if when else day_published(None)


def filed(when: PartialDate) -> str:
    """The day of an incident beside it: “filed under 17 March 2017”."""
    return _("filed under %(when)s") % {"when": when}


def between(days: DaysBetween) -> str:
    """How many days lie between two statements: “same day”, “1 day”, “up to 25 days”, “2 to 32 days”."""
    if days.most == 0:
        return _("same day")
    fewest, most = figure(days.fewest), figure(days.most)
    if days.is_exact:
        return ngettext("%(days)s day", "%(days)s days", days.most) % {"days": most}
    if days.fewest == 0:
        return ngettext("up to %(days)s day", "up to %(days)s days", days.most) % {"days": most}
    return _("%(fewest)s to %(most)s days") % {"fewest": fewest, "most": most}


def after(days: DaysBetween | None) -> str:
    """How long after the earlier statement the later one was made: “the same day”, “after 1 day”, “after 2 to 32 days”."""
    if days is None:
        return _("after a time not known")
    if days.most == 0:
        return _("the same day")
    fewest, most = figure(days.fewest), figure(days.most)
    if days.is_exact:
        return ngettext("after %(days)s day", "after %(days)s days", days.most) % {"days": most}
    if days.fewest == 0:
        return ngettext("after at most %(days)s day", "after at most %(days)s days", days.most) % {"days": most}
    return _("after %(fewest)s to %(most)s days") % {"fewest": fewest, "most": most}


def since_the_event(days: float) -> str:
    """A day of a calendar, by the days since the event: “the day”, “3 days”, “7 years”."""
    if days == 0:
        return _("the day")
    years, rest = divmod(int(days), 365)
    if years and not rest:
        return ngettext("%(years)s year", "%(years)s years", years) % {"years": years}
    return ngettext("%(days)s day", "%(days)s days", int(days)) % {"days": figure(int(days))}
