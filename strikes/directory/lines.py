"""Claims of several incidents as lines: who says what, told in as many words as a list needs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from strikes.answers import KINDS
from strikes.models.alternative import Alternative
from strikes.models.claim import Claim
from strikes.models.incident import Incident
from strikes.models.links import Supersession
from strikes.models.place import Place
from strikes.vocabulary.terms import AnswerKind, PlaceLevel, Stance, Strength, SupersessionKind, Unit
from strikes.wording.changes import End, Step
from strikes.wording.dossier import spoken


@dataclass(frozen=True)
class Line:
    """A published claim: its answer in words, and what it is beside others."""

    claim: Claim
    answer: str
    is_superseded: bool


@dataclass(frozen=True)
class LinesOfIncident:
    """Lines of one incident, by question."""

    incident: Incident
    lines: tuple[Line, ...]


def lines_of(claims: Any, incidents: Iterable[Incident]) -> Iterator[LinesOfIncident]:
    """What of these claims is public, for each of the incidents in its order: a fixed number of queries."""
    incidents = list(incidents)
    rows = (
        claims.published()
        .filter(incident__in=incidents)
        .select_related(
            "question", "subject", "party", "choice", "value_party", "value_place__parent__parent__parent__parent"
        )
        .prefetch_related("alternatives__choice", "alternatives__party", "superseded_by__later")
        .order_by("question__position", "stated_earliest", "number")
    )
    by_incident: dict[int, list[Line]] = {}
    for claim in rows:
        is_superseded = any(link.later.state == claim.state for link in claim.superseded_by.all())
        by_incident.setdefault(claim.incident_id, []).append(Line(claim, words(claim), is_superseded))
    for incident in incidents:
        yield LinesOfIncident(incident, tuple(by_incident.get(incident.pk, ())))


def step(link: Supersession) -> Step:
    """A supersession of `for_steps` in words."""
    return Step(
        incident=link.incident.title,
        earlier=_end(link.earlier, link.incident),
        later=_end(link.later, link.incident),
        kind=SupersessionKind(link.kind),
        is_moved=link.is_move,  # type: ignore[attr-defined]
        reason=link.reason,
        words=link.words,
    )


def _end(claim: Claim, incident: Incident) -> End:
    subject = f": {claim.subject.label}" if claim.subject else ""
    return End(
        code=incident.code,
        number=claim.number,
        party=claim.party.short_name or claim.party.name,
        asked=f"{claim.question.label}{subject}",
        said=spoken(Stance(claim.stance), Strength(claim.strength), words(claim)),
        stated=claim.stated,
    )


def words(claim: Claim) -> str:
    """The answer in words; empty where the stance gives none."""
    answer = claim.answer
    if answer is None:
        return ""
    kind = AnswerKind(claim.kind)
    if kind is AnswerKind.COUNT and claim.question.unit:
        answer = replace(answer, unit=answer.unit or Unit(claim.question.unit))
    labels = _labels(claim, claim.alternatives.all())
    return str(KINDS[kind].show(answer, labels.__getitem__))


def _labels(claim: Claim, alternatives: Iterable[Alternative]) -> dict[str, str]:
    """Words for the permanent names that the answer uses."""
    labels: dict[str, str] = {}
    choices = [claim.choice, *(alternative.choice for alternative in alternatives)]
    labels |= {choice.code: choice.label for choice in choices if choice}
    parties = [claim.value_party, *(alternative.party for alternative in alternatives)]
    labels |= {party.slug: party.name for party in parties if party}
    if claim.value_place:
        labels[claim.value_place.slug] = place_in_words(claim.value_place)
    return labels


def place_in_words(place: Place) -> str:
    """A place with the region and country that it lies in."""
    telling = [above.name for above in place.above if above.level in (PlaceLevel.REGION, PlaceLevel.COUNTRY)]
    return ", ".join([place.name, *telling])
