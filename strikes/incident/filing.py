"""What the archive files an incident under, as its pages show it: the archive's own choice, and nobody's claim. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sources.dates.value import PartialDate
from strikes.dossiers.dossier import Dossier, Incident, OtherArchive
from strikes.vocabulary.terms import LocationPrecision
from strikes.wording.names import DossierNames


@dataclass(frozen=True)
class Filing:
    """The incident by its code, title and summary, with the day, the place and the point that it is filed under.

    `clock` is the local time in words, empty where there is none; `place` the place with all that it lies in.
    """

    code: str
    title: str
    summary: str
    filed: PartialDate
    clock: str
    time_zone: str
    place: str
    latitude: float | None
    longitude: float | None
    precision: LocationPrecision
    located_by: str
    filing_note: str
    other_archives: tuple[OtherArchive, ...]


def filing_of(dossier: Dossier, names: DossierNames) -> Filing:
    """What the incident of a dossier is filed under."""
    incident = dossier.incident
    return Filing(
        code=incident.code,
        title=incident.title,
        summary=incident.summary,
        filed=incident.filed_on,
        clock=_clock(incident),
        time_zone=incident.time_zone,
        place=names.place_with_all_above(incident.place),
        latitude=incident.latitude,
        longitude=incident.longitude,
        precision=incident.precision,
        located_by=incident.located_by,
        filing_note=incident.filing_note,
        other_archives=incident.other_archives,
    )


def _clock(incident: Incident) -> str:
    """The local time filed under, in words; empty where there is none."""
    ends = list(dict.fromkeys(end for end in (incident.clock_from, incident.clock_to) if end))
    return _("%(start)s to %(end)s") % {"start": ends[0], "end": ends[1]} if len(ends) > 1 else "".join(ends)
