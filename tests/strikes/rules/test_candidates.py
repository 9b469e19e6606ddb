"""Of many answers only some pairs are compared: they decide what comparing each with each would."""

from collections.abc import Iterator
from itertools import combinations_with_replacement
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from strikes.answers.answer import Answer
from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Claim, Dossier, Relation
from strikes.rules import candidates
from strikes.rules.findings import findings
from strikes.vocabulary.terms import Hedge, LocationPrecision, QuestionState, RelatedBy, RelationKind, Stance
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import case, found, related, says
from tests.strikes.rules.strategies import EMPTY, QUESTIONS_ASKED, SPEAKING, claims

COLLECTIVES = {"residents", "posts", "officials"}


@pytest.fixture(autouse=True, scope="module")
def _any_number_is_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(candidates, "FEW", 0)
        yield


@st.composite
def crowded(draw: st.DrawFn) -> Dossier:
    """Up to sixteen claims on one question, some of which somebody says contradict each other, or do not."""
    question = draw(QUESTIONS_ASKED)
    drawn = [draw(claims(number, question)) for number in range(1, draw(st.integers(2, 16)) + 1)]
    return replace(EMPTY, claims=tuple(_related(draw, claim, len(drawn)) for claim in drawn))


def _related(draw: st.DrawFn, claim: Claim, last: int) -> Claim:
    others = draw(st.lists(st.integers(1, last).filter(lambda number: number != claim.number), max_size=2, unique=True))
    kinds = st.sampled_from([RelationKind.NOT_CONTRADICTING, RelationKind.NOT_CONTRADICTING, RelationKind.CONTRADICTS])
    return replace(
        claim, relations=tuple(Relation(claim=number, kind=draw(kinds), by=RelatedBy.EDITOR) for number in others)
    )


def assert_all_pairs_agree(dossier: Dossier) -> None:
    for finding in findings(dossier, QUESTIONS):
        pairs = combinations_with_replacement(finding.lanes, 2)
        conflicts = [each for one, other in pairs if (each := finding.comparison.conflict(one, other))]
        worst = max((conflict.verdict for conflict in conflicts if conflict.is_between), default=Verdict.SAME)
        torn = {name for each in conflicts if each.verdict is Verdict.EXCLUDE for name in each.within} - COLLECTIVES

        assert (finding.state is QuestionState.DISPUTED) == (worst is Verdict.EXCLUDE)
        assert (finding.state is QuestionState.DIFFER) == (worst is Verdict.DIFFER)
        assert set(finding.two_voices) == torn


@given(crowded())
def test_what_comes_out_is_what_all_pairs_say(dossier):
    assert_all_pairs_agree(dossier)


def _at(answers: list[Answer], question: str, parties: list[str], stances: list[Stance]) -> Dossier:
    base = replace(EMPTY.claims[0], question=question)
    return replace(
        EMPTY,
        claims=tuple(
            replace(base, number=number, party=party, answer=answer, stance=stance)
            for number, (answer, party, stance) in enumerate(zip(answers, parties, stances, strict=False), 1)
        ),
    )


# Points of a village of a few kilometres, no two of which lie on the edge of what is compared.
METRES = st.integers(0, 24).map(lambda step: 100 * step)
POINTS = st.builds(
    lambda north, east, precision: Answer(
        latitude=36.1 + north / 111_195, longitude=36.8 + east / 89_843, precision=precision
    ),
    METRES,
    METRES,
    st.sampled_from([LocationPrecision.VICINITY, LocationPrecision.LOCALITY, LocationPrecision.SITE]),
)
CLOCKS = st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")
HOURS = st.builds(lambda start, end: Answer(clock_from=start, clock_to=end), CLOCKS, CLOCKS) | st.builds(
    Answer, clock_from=CLOCKS, hedge=st.just(Hedge.ABOUT)
)
NUMBERS = st.builds(lambda low, more: Answer(low=low, high=low + more), st.integers(0, 9), st.integers(0, 9))
MANY = {"where": POINTS, "clock": HOURS, "killed": NUMBERS}


@given(st.sampled_from(sorted(MANY)), st.data())
def test_so_it_is_with_many_points_hours_and_ranges(question, data):
    answers = data.draw(st.lists(MANY[question], min_size=2, max_size=30))
    parties = data.draw(st.lists(st.sampled_from(SPEAKING), min_size=30, max_size=30))
    stances = data.draw(
        st.lists(st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES]), min_size=30, max_size=30)
    )

    assert_all_pairs_agree(_at(answers, question, parties, stances))


def test_the_lanes_with_most_authorities_face_each_other():
    said: list[dict[str, Any]] = [
        says(number, party, "struck", {"choice": choice})
        for number, (party, choice) in enumerate(
            [
                ("state", "dwelling"),
                ("monitor", "mosque"),
                ("inquiry", "mosque"),
                ("other-state", "community-hall"),
                ("residents", "community-hall"),
                ("newsroom", "street"),
            ],
            1,
        )
    ]

    facing = found(*said).facing

    assert {facing.one.answer.choice, facing.other.answer.choice} == {"mosque", "community-hall"}


def test_two_numbers_that_are_said_not_to_contradict_still_differ_from_a_third():
    claims = (
        says(1, "monitor", "killed", {"best": 10}),
        says(2, "inquiry", "killed", {"best": 40}, **related(1, "not_contradicting")),
        says(3, "residents", "killed", {"best": 12}),
        says(4, "other-state", "killed", {"best": 12}),
    )

    conflicts = {(each.one.answer.best, each.other.answer.best) for each in found(*claims).conflicts()}

    assert found(*claims).state is QuestionState.DIFFER
    assert conflicts == {(10, 12), (12, 40)}
    assert_all_pairs_agree(case(*claims))


def test_two_numbers_that_alone_are_said_not_to_contradict_do_not_differ():
    finding = found(
        says(1, "monitor", "killed", {"best": 10}),
        says(2, "inquiry", "killed", {"best": 40}, **related(1, "not_contradicting")),
    )

    assert finding.state is QuestionState.NOT_IN_CONFLICT


def test_a_number_of_many_that_an_authority_denies_and_its_office_asserts_is_two_voices():
    finding = found(
        says(1, "state", "killed", {"low": 10, "high": 20}, stance="denies"),
        says(2, "command", "killed", {"best": 12}),
        says(3, "ministry", "killed", {"best": 30}),
    )

    assert (finding.state, finding.two_voices) == (QuestionState.ONE_ACCOUNT, ("state",))


def test_a_number_outside_of_what_another_denies_is_not_ruled_out():
    inside, outside = (
        found(
            says(1, "monitor", "killed", {"low": 10, "high": 20}, stance="denies"),
            says(2, "inquiry", "killed", {"best": number}),
        )
        for number in (20, 21)
    )

    assert inside.state is QuestionState.DISPUTED
    assert outside.state is QuestionState.NOT_IN_CONFLICT


def test_of_many_choices_a_denial_rules_out_its_own_and_the_narrower():
    claims = [
        says(1, "other-state", "struck", {"choice": "religious-building"}, stance="denies"),
        says(2, "residents", "struck", {"choice": "mosque"}),
    ]

    assert found(*claims).state is QuestionState.DISPUTED
    assert found(claims[0], claims[1] | {"answer": {"choice": "community-hall"}}).state is QuestionState.NOT_IN_CONFLICT


def test_of_many_choices_the_offices_of_one_authority_are_two_voices_and_no_dispute():
    finding = found(
        says(1, "state", "struck", {"choice": "mosque"}),
        says(2, "command", "struck", {"choice": "community-hall"}),
        says(3, "ministry", "struck", {"choice": "dwelling"}),
    )

    assert (finding.state, finding.two_voices) == (QuestionState.ONE_ACCOUNT, ("state",))


@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        ("clock", {"clock_from": "19:20"}, {"clock_from": "20:00", "clock_to": "20:00"}),
        ("where", {"latitude": 36.1005, "longitude": 36.8}, {"latitude": 36.12, "longitude": 36.8}),
    ],
)
def test_of_many_hours_and_points_those_that_do_not_meet_are_disputed(question, near, far):
    here: dict[str, Any] = {"clock_from": "19:00", "clock_to": "19:00"}
    precise: dict[str, Any] = {}
    if question == "where":
        here, precise = {"latitude": 36.1, "longitude": 36.8}, {"precision": "vicinity"}

    states = [
        found(says(1, "monitor", question, here | precise), says(2, "inquiry", question, there | precise)).state
        for there in (near, far)
    ]

    assert states == [QuestionState.NOT_IN_CONFLICT, QuestionState.DISPUTED]


def test_a_second_answer_of_an_authority_is_looked_at_too():
    finding = found(
        says(1, "state", "struck", {"choice": "religious-building"}),
        says(2, "command", "struck", {"choice": "mosque"}),
        says(3, "ministry", "struck", {"choice": "community-hall"}),
        says(4, "residents", "struck", {"choice": "mosque"}),
    )

    assert finding.state is QuestionState.DISPUTED
    assert {finding.facing.one.answer.choice, finding.facing.other.answer.choice} == {"mosque", "community-hall"}
