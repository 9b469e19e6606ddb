"""Problems of the notices of withdrawal of a dossier."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from strikes.dossiers.check.names import repeated
from strikes.dossiers.check.problems import Path, problem
from strikes.dossiers.codec import Problem
from strikes.dossiers.dossier import Dossier
from strikes.vocabulary.terms import State


def withdrawn(dossier: Dossier) -> Iterator[Problem]:
    """Notices of what the file does not have or has published, and withdrawn records without one."""
    places: dict[int | None, tuple[State, Path]] = {None: (dossier.incident.state, ("incident",))}
    places |= {claim.number: (claim.state, ("claims", index)) for index, claim in enumerate(dossier.claims)}
    told = {notice.claim for notice in dossier.withdrawn}
    for number, (state, path) in places.items():
        if state is State.WITHDRAWN and number not in told:
            sentence = _("What is withdrawn needs an entry under “withdrawn”, with its day and its reason.")
            yield problem((*path, "state"), sentence)
    for index, notice in enumerate(dossier.withdrawn):
        here: Path = ("withdrawn", index)
        if not _is_day(notice.on):
            yield problem((*here, "on"), _("“%(text)s” is no day."), text=notice.on)
        if notice.claim not in places:
            yield problem((*here, "claim"), _("The file has no claim %(number)s."), number=notice.claim)
        elif places[notice.claim][0] is State.PUBLISHED:
            yield problem(here, _("What is published is not withdrawn: change its state, or leave out this entry."))
    yield from repeated(
        _("withdrawal"),
        ((notice.claim, notice.claim or "", ("withdrawn", index)) for index, notice in enumerate(dossier.withdrawn)),
    )


def _is_day(text: str) -> bool:
    # The schema's format also takes what Python's calendar does not have: the year 0.
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
