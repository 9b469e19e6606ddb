"""`outcomes` gives what comes out on each question of an incident, over all subjects that it is asked about. Pure.

Of several subjects the gravest state counts, from no claim to disputed: a list says that an incident is disputed on
what was struck, and its page of which building. That numbers differ on one counts beside that another is disputed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strikes.incident.page import IncidentPage
from strikes.rules.findings import Finding
from strikes.rules.stands import grouped
from strikes.rules.weight import by_weight
from strikes.vocabulary.terms import QuestionState

MOST_SAID = 1  # answers of a side
GRAVITY = {state: place for place, state in enumerate(QuestionState)}


@dataclass(frozen=True)
class Faced:
    """One way in which a question is in conflict: the subject in words, and what is said on each side.

    `sides` is empty where nobody faces anybody: officials without a name are in conflict all the same.
    """

    subject: str = ""
    sides: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """One question, by its code. `disputed` and `differing` are None where it is not.

    `place` is its place among the questions in conflict, in the order in which they face a reader, from 0. `origins`
    counts those that the positions are known to go back to.
    """

    question: str
    state: QuestionState
    disputed: Faced | None
    differing: Faced | None
    place: int
    is_moved: bool
    claims: int
    authorities: int
    origins: int


def outcomes(page: IncidentPage) -> Iterator[Outcome]:
    """The outcome of every question that a claim answers, in the order of the questions."""
    weighty = by_weight(page.findings)
    for question, found in grouped(page.findings, lambda finding: finding.asked.question).items():
        yield _outcome(question, found, weighty, page)


def _outcome(question: str, found: Sequence[Finding], weighty: Sequence[Finding], page: IncidentPage) -> Outcome:
    stands = [stand for finding in found for stand in finding.positions.stands]
    in_conflict = [finding for finding in weighty if finding in found]
    return Outcome(
        question=question,
        state=max((finding.state for finding in found), key=GRAVITY.__getitem__),
        disputed=_faced(QuestionState.DISPUTED, in_conflict, page),
        differing=_faced(QuestionState.DIFFER, in_conflict, page),
        place=weighty.index(in_conflict[0]) if in_conflict else 0,
        is_moved=any(finding.changes for finding in found),
        claims=sum(len(_claims(finding)) for finding in found),
        authorities=len({stand.authority for stand in stands}),
        origins=len(page.lineage.origins(stand.claim.number for stand in stands).known),
    )


def _claims(finding: Finding) -> set[int]:
    """The numbers of the claims that answer this question themselves."""
    own = {stand.claim.number for stand in finding.positions.stands if not stand.whole}
    return own | {claim.number for claim, _why in finding.positions.beside}


def _faced(state: QuestionState, found: Sequence[Finding], page: IncidentPage) -> Faced | None:
    """The weightiest of the findings that are in conflict so, with sides if any of them has these."""
    alike = [finding for finding in found if state in finding.conflicts_in]
    for finding in alike:
        for confrontation in finding.confrontations:
            if confrontation.state is state:
                sides = tuple(
                    page.sentences.side(side, confrontation, finding, MOST_SAID) for side in confrontation.sides
                )
                return Faced(page.names.subject(finding.asked.subject), sides)
    return Faced(page.names.subject(alike[0].asked.subject)) if alike else None
