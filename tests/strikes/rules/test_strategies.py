"""The random dossiers are worth drawing: they conflict, in each way, and nothing that the rules tell apart is missing."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, seed, settings

from strikes.dossiers.dossier import Dossier
from strikes.rules.changes import moves_of
from strikes.rules.findings import findings
from strikes.vocabulary.terms import IN_CONFLICT, Beside, QuestionState
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.strategies import dossiers

# Examples that hypothesis draws in one run resemble each other: many short runs, always the same.
RUNS, DRAWN_EACH = 20, 20
DRAWN = RUNS * DRAWN_EACH


@pytest.fixture(scope="module")
def drawn() -> list[Dossier]:
    found: list[Dossier] = []

    @settings(max_examples=DRAWN_EACH, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(dossiers())
    def draw(dossier: Dossier) -> None:
        found.append(dossier)

    for run in range(RUNS):
        seed(run)(draw)()
    return found


@pytest.fixture(scope="module")
def states(drawn: list[Dossier]) -> Counter[QuestionState]:
    """In how many dossiers each state is found, of some question."""
    return Counter(state for dossier in drawn for state in {each.state for each in findings(dossier, QUESTIONS)})


def test_a_third_of_the_dossiers_are_in_conflict(drawn):
    in_conflict = [each for each in drawn if any(finding.conflicts_in for finding in findings(each, QUESTIONS))]

    assert len(in_conflict) >= len(drawn) / 3


def test_every_state_appears_and_both_of_conflict_often(states):
    # No finding is without a claim.
    assert set(states) == set(QuestionState) - {QuestionState.NO_CLAIM}
    assert all(states[state] >= DRAWN / 20 for state in IN_CONFLICT)


def test_some_are_disputed_while_their_numbers_differ(drawn):
    assert any(len(finding.conflicts_in) == 2 for each in drawn for finding in findings(each, QUESTIONS))


def test_some_have_a_third_side_numbers_between_and_sides_of_each_rank(drawn):
    facing = [each for dossier in drawn for finding in findings(dossier, QUESTIONS) for each in finding.confrontations]

    assert any(len(each.sides) > 2 for each in facing)
    assert any(each.between for each in facing)
    assert len({stand.rank for each in facing for side in each.sides for stand in side.stands}) == 4


def test_some_authority_moves(drawn):
    assert sum(bool(moves_of(each, QUESTIONS)) for each in drawn) >= DRAWN / 20


def test_every_reason_why_a_claim_does_not_count_appears_but_those_that_are_tested_by_themselves(drawn):
    reasons = {why for each in drawn for found in findings(each, QUESTIONS) for _claim, why in found.positions.beside}

    assert reasons == set(Beside) - {Beside.RETRACTED, Beside.OVERTAKEN, Beside.WIDER}
