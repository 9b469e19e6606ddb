"""Dates as hypothesis draws them."""

from datetime import date, timedelta

from hypothesis import assume
from hypothesis import strategies as st

DAYS = st.dates(min_value=date(1000, 1, 2), max_value=date(9990, 12, 30))


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Any date in any form, as EDTF."""
    day = draw(DAYS)
    later = day + timedelta(days=draw(st.integers(1, 400)))
    assume(later.year < 9990)
    year, week, _weekday = day.isocalendar()
    season = draw(st.integers(21, 24))
    forms = [f"{day}", f"{day}~", f"{day:%Y-%m}", f"{day:%Y-%m}~", f"{day:%Y}", f"{day:%Y}~"]
    return draw(
        st.sampled_from([*forms, f"{year}-W{week:02}", f"{day:%Y}-{season}", f"{day}/{later}", f"[{day},{later}]"])
    )
