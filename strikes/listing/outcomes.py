"""`outcomes` gives what comes out on each question of an incident, over all subjects that it is asked about. Pure.

Of several subjects the gravest state counts, from no claim to disputed: a list says that an incident is disputed on
what was struck, and its page of which building.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strikes.incident.page import IncidentPage
from strikes.rules.findings import Finding
from strikes.rules.positions import grouped
from strikes.vocabulary.terms import QuestionState

MOST_SAID = 1  # answers of a side
GRAVITY = {state: place for place, state in enumerate(QuestionState)}


@dataclass(frozen=True)
class Outcome:
    """One question, by its code. `facing` counts the authorities that stand against each other.

    `origins` counts those that the positions are known to go back to. `subject` and `sides` are of the gravest finding:
    the subject in words, and what is said on the two sides of its conflict; empty where there is none.
    """

    question: str
    state: QuestionState
    is_moved: bool
    claims: int
    authorities: int
    facing: int
    origins: int
    subject: str
    sides: tuple[str, str]


def outcomes(page: IncidentPage) -> Iterator[Outcome]:
    """The outcome of every question that a claim answers, in the order of the questions."""
    for question, found in grouped(page.findings, lambda finding: finding.asked.question).items():
        yield _outcome(question, found, page)


def moves_by_party(findings: Sequence[Finding]) -> Counter[str]:
    """How often each party moved: an authority, and the office that spoke for it."""
    moves = {
        (move.earlier.number, move.later.number): {move.authority, move.later.party}
        for finding in findings
        for move in finding.moves
    }
    return Counter(party for parties in moves.values() for party in parties)


def _outcome(question: str, found: Sequence[Finding], page: IncidentPage) -> Outcome:
    facing = {
        finding: len({each for found in finding.confrontations for each in found.authorities}) for finding in found
    }
    gravest = max(found, key=lambda finding: (GRAVITY[finding.state], facing[finding]))
    stands = [stand for finding in found for stand in finding.positions.stands]
    return Outcome(
        question=question,
        state=gravest.state,
        is_moved=any(finding.moves for finding in found),
        claims=sum(len(_claims(finding)) for finding in found),
        authorities=len({stand.authority for stand in stands}),
        facing=facing[gravest],
        origins=len(page.lineage.origins(stand.claim.number for stand in stands).known),
        subject=page.names.subject(gravest.asked.subject),
        sides=_sides(gravest, page),
    )


def _claims(finding: Finding) -> set[int]:
    """The numbers of the claims that answer this question themselves."""
    own = {stand.claim.number for stand in finding.positions.stands if not stand.whole}
    return own | {claim.number for claim, _why in finding.positions.beside}


def _sides(finding: Finding, page: IncidentPage) -> tuple[str, str]:
    if not finding.confrontations:
        return "", ""
    first, second = (page.sentences.side(side, finding, MOST_SAID) for side in finding.confrontations[0].sides[:2])
    return first, second
