"""Every place that an account names, in words, and the points among them on a plan to scale. Pure.

A point is drawn as precisely as it was stated and no more: a circle to scale for an exact site, its vicinity or a
locality; for a settlement a dashed ring, whose size means nothing; a district or anything coarser only in the list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, radians
from string import ascii_uppercase

from django.utils.translation import gettext as _

from strikes.answers.answer import Answer
from strikes.answers.place import NEARBY, RADIUS_M, distance
from strikes.dossiers.dossier import Claim, Dossier, Party
from strikes.incident.map import Map, Mark, draw
from strikes.rules.changes import Move
from strikes.rules.findings import Finding
from strikes.vocabulary.terms import AnswerKind, Beside, CitationRole, LocationPrecision, QuestionState, Stance
from strikes.wording import counts
from strikes.wording.changes import replaced_by
from strikes.wording.claims import answer_of, with_stance
from strikes.wording.names import DossierNames
from strikes.wording.origins import printed_differently
from strikes.wording.places import between_points, distance_in_words, with_precision

WIDTH, HEIGHT, MARGIN = 400.0, 280.0, 62.0  # units of a plan; its text is set for about one pixel a unit
LEAST_GROUND_M = 300.0  # across a plan, so that points a few metres apart are not blown up
LEAST_RADIUS, AREA = 7.0, 26.0  # units: the smallest circle drawn to scale, and the ring of a settlement
NEAR = 30.0  # units: closer than that, labels stand together
METRES_A_DEGREE = 111_195.0
MOST_PAIRS = 6
DRAWN = (*RADIUS_M, LocationPrecision.SETTLEMENT)
BARS_M = (10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000)


@dataclass(frozen=True)
class NamedPlace:
    """A place that an account names. `key` is its letter on the plan, empty where it is not drawn.

    `why_not_compared` is None where it is compared. `replaced_by` says what took its place, `printed` who prints another
    place, both in names.
    """

    claim: Claim
    party: Party
    name: str
    said: str
    key: str
    why_not_compared: Beside | None
    replaced_by: tuple[str, ...]
    printed: tuple[str, ...]


@dataclass(frozen=True)
class Spot:
    """A point on the plan, in its units. `radius` is to scale; None where the circle would hide under the mark."""

    key: str
    group: str
    x: float
    y: float
    radius: float | None
    is_area: bool


@dataclass(frozen=True)
class PointLabel:
    """The letters of points that lie together."""

    keys: str
    x: float
    y: float


@dataclass(frozen=True)
class Plan:
    """The points to scale, north up; `bar` is the length of the scale bar in units, `bar_said` what it stands for."""

    spots: tuple[Spot, ...]
    labels: tuple[PointLabel, ...]
    bar: float
    bar_said: str
    width: int = int(WIDTH)
    height: int = int(HEIGHT)


@dataclass(frozen=True)
class PlaceQuestion:
    """One question of place, about one subject: who names which place, how far apart the points lie, and the plan."""

    label: str
    state: QuestionState
    named: tuple[NamedPlace, ...]
    distances: tuple[str, ...]
    plan: Plan | None


@dataclass(frozen=True)
class Places:
    """All questions of place, and where in the world that is."""

    questions: tuple[PlaceQuestion, ...]
    inset: Map | None
    place: str


def places_of(dossier: Dossier, findings: Sequence[Finding], names: DossierNames) -> Places:
    """Every place that an account names, in the order of the questions."""
    places = [finding for finding in findings if finding.question.kind is AnswerKind.PLACE]
    questions = tuple(_of_question(finding, names) for finding in places)
    incident = dossier.incident
    inset = None
    if questions and incident.latitude is not None and incident.longitude is not None:
        inset = draw([Mark(incident.latitude, incident.longitude, 1)])
    return Places(questions, inset, names.place(incident.place))


def is_drawn(claim: Claim, aside: Beside | None) -> bool:
    """Whether the claim says that it is at a point, no coarser than a settlement, and that is no slip."""
    answer = claim.answer
    is_point = answer is not None and answer.latitude is not None and answer.precision in DRAWN
    return is_point and claim.stance is Stance.ASSERTS and aside is not Beside.ERROR


def _of_question(finding: Finding, names: DossierNames) -> PlaceQuestion:
    claims: list[tuple[Claim, Beside | None]] = [
        *((stand.claim, None) for stand in finding.positions.stands),
        *finding.positions.beside,
    ]
    claims.sort(key=lambda pair: (not is_drawn(*pair), pair[1] is not None, pair[0].number))
    drawn = [claim for claim, aside in claims if is_drawn(claim, aside)][: len(ascii_uppercase)]
    # A single point on empty paper would say nothing that its precision does not.
    points = list(zip(ascii_uppercase, drawn, strict=False)) if len(drawn) > 1 else []
    keys = {claim.number: key for key, claim in points}
    moves = finding.positions.moves
    return PlaceQuestion(
        label=names.asked(*finding.asked),
        state=finding.state,
        named=tuple(_named(claim, aside, keys.get(claim.number, ""), moves, names) for claim, aside in claims),
        distances=tuple(_distances(points)),
        plan=_plan(points, names) if points else None,
    )


def _named(claim: Claim, aside: Beside | None, key: str, moves: Sequence[Move], names: DossierNames) -> NamedPlace:
    later = [move for move in moves if move.earlier.number == claim.number]
    different = (each for each in claim.citations if each.role is CitationRole.PRINTED_DIFFERENTLY)
    return NamedPlace(
        claim=claim,
        party=names.parties[claim.listed_under],
        name=names.voice(claim, Stance.ASSERTS),
        said=_said(claim, names),
        key=key,
        why_not_compared=aside,
        replaced_by=tuple(_replaced(move, names) for move in later),
        printed=tuple(printed_differently(names.printers[each.source], names.printed(each)) for each in different),
    )


def _replaced(move: Move, names: DossierNames) -> str:
    values = {"said": _said(move.later, names), "kind": move.link.kind.label, "claim": counts.claim(move.later.number)}
    return replaced_by(_("%(claim)s (%(kind)s): %(said)s") % values)


def _said(claim: Claim, names: DossierNames) -> str:
    """The place in words, with the precision of a name alone where the words do not say it; that of a point stands with it."""
    said, answer = answer_of(claim, names), claim.answer
    if answer and answer.precision and answer.precision not in NEARBY and answer.latitude is None:
        said = with_precision(said, answer.precision)
    return with_stance(AnswerKind.PLACE, claim.stance, claim.strength, said)


def _distances(points: Sequence[tuple[str, Claim]]) -> Iterator[str]:
    """How far the points lie apart, two by two; of many, the nearest two and the furthest."""
    pairs = [
        (distance(one.answer, other.answer), key, other_key)
        for (key, one), (other_key, other) in combinations(points, 2)
        if one.answer and other.answer
    ]
    if len(pairs) > MOST_PAIRS:
        pairs = [min(pairs), max(pairs)]
    for metres, key, other_key in pairs:
        yield between_points(key, other_key, metres)


def _plan(points: Sequence[tuple[str, Claim]], names: DossierNames) -> Plan:
    answers = [claim.answer for _key, claim in points if claim.answer]
    east, south = _metres(answers)
    reach = [RADIUS_M.get(answer.precision, 0) if answer.precision else 0 for answer in answers]
    left, right = _extent(east, reach)
    top, bottom = _extent(south, reach)
    scale = min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (bottom - top))
    spots = tuple(
        Spot(
            key=key,
            group=names.parties[claim.listed_under].group.value,
            x=round(WIDTH / 2 + (x - (left + right) / 2) * scale, 1),
            y=round(HEIGHT / 2 + (y - (top + bottom) / 2) * scale, 1),
            radius=round(radius * scale, 1) if radius * scale >= LEAST_RADIUS else None,
            is_area=not radius,
        )
        for (key, claim), x, y, radius in zip(points, east, south, reach, strict=True)
    )
    bar = max((metres for metres in BARS_M if metres * scale <= WIDTH / 4), default=BARS_M[0])
    return Plan(spots, tuple(_labels(spots)), round(bar * scale, 1), distance_in_words(bar))


def _metres(answers: Sequence[Answer]) -> tuple[list[float], list[float]]:
    """Metres east and south of the first point, on a plane: near enough for points of one place."""
    latitude, longitude = answers[0].latitude or 0, answers[0].longitude or 0
    shrink = cos(radians(latitude)) * METRES_A_DEGREE
    # Across the date line the short way is meant.
    east = [(((answer.longitude or 0) - longitude + 180) % 360 - 180) * shrink for answer in answers]
    return east, [(latitude - (answer.latitude or 0)) * METRES_A_DEGREE for answer in answers]


def _extent(values: Sequence[float], reach: Sequence[float]) -> tuple[float, float]:
    """The ground that holds the points and their circles along one axis."""
    low = min(value - each for value, each in zip(values, reach, strict=True))
    high = max(value + each for value, each in zip(values, reach, strict=True))
    missing = max(0.0, LEAST_GROUND_M - (high - low)) / 2
    return low - missing, high + missing


def _labels(spots: Sequence[Spot]) -> Iterator[PointLabel]:
    """One label for the points that lie together, right of them all."""
    together: list[list[Spot]] = []
    for spot in spots:
        near = [found for found in together if any(hypot(spot.x - each.x, spot.y - each.y) < NEAR for each in found)]
        together = [found for found in together if found not in near]
        together.append([*(each for found in near for each in found), spot])
    for found in together:
        x = max(each.x + (AREA if each.is_area else max(each.radius or 0, LEAST_RADIUS)) for each in found)
        y = sum(each.y for each in found) / len(found)
        yield PointLabel(" ".join(sorted(each.key for each in found)), round(x + 4, 1), round(y + 4, 1))
