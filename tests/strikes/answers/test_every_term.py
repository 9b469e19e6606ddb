"""Every term of a vocabulary is read by what compares, shows and types it: one that was forgotten fails here."""

from itertools import chain
from math import inf
from typing import Any

import pytest
from msgspec.structs import fields

from strikes.answers import KINDS, count, place, time
from strikes.answers.answer import Answer
from strikes.answers.typed import count as typed
from strikes.models import Claim
from strikes.vocabulary.terms import (
    AnswerKind,
    Basis,
    Beside,
    CitationRole,
    Hedge,
    LocationPrecision,
    RelationKind,
    Rule,
    Stance,
    Unit,
)


def test_every_hedge_says_which_numbers_go_with_it():
    assert set(count.NUMBERS_OF_HEDGE) == set(Hedge)


def numbers(hedge: Hedge) -> list[Answer]:
    """A number in each of the forms that go with the hedge."""
    values = {"low": 40, "best": 46, "high": 50}
    return [
        Answer(hedge=hedge, **{name: values[name] for name in form})  # type: ignore[arg-type]
        for form in count.NUMBERS_OF_HEDGE[hedge]
    ]


# What a number with this hedge is compared as, in each of its forms.
COMPARED_AS: dict[Hedge, list[tuple[float, float] | None]] = {
    Hedge.EXACT: [(46, 46), (40, 50), (40, 50), (40, inf), (-inf, 50)],
    Hedge.ABOUT: [(41.4, 50.6), (36, 55), (36, 55), (36, inf), (-inf, 55)],
    Hedge.ABOUT_OR_MORE: [(41.4, inf)],
    Hedge.LOW_END: [(40, 50)],
    Hedge.AT_LEAST: [(40, inf)],
    Hedge.MORE_THAN: [(41, inf)],
    Hedge.AT_MOST: [(-inf, 50), (-inf, 50)],
    Hedge.FEWER_THAN: [(-inf, 49)],
    Hedge.NEARLY: [(41.4, 46)],
    Hedge.SEVERAL: [(3, 20)],
    Hedge.DOZENS: [(24, 99)],
    Hedge.SCORES: [(40, 199)],
    Hedge.HUNDREDS: [(200, 999)],
    Hedge.MOST_OF: [(1, inf)],
    Hedge.SOME: [(1, inf)],
    Hedge.NONE_KNOWN: [None],
    Hedge.SO_FAR: [(46, inf)],
}


@pytest.mark.parametrize("hedge", Hedge)
def test_every_hedge_is_compared_in_its_own_way(hedge):
    found = [count.interval(answer) for answer in numbers(hedge)]

    assert found == [expected and pytest.approx(expected) for expected in COMPARED_AS[hedge]]


@pytest.mark.parametrize("hedge", Hedge)
def test_every_hedge_is_shown_and_says_which_end_it_leaves_open(hedge):
    for answer in numbers(hedge):
        assert count.show_number(answer)
        assert count.open_ends(answer) in [(False, False), (True, False), (False, True)]


def test_every_hedge_can_be_typed_in_words():
    tables = (typed._BEFORE, typed._AFTER, typed._ALONE)

    assert set(chain(*tables)) == set(Hedge)


def test_every_unit_can_be_typed_and_shown():
    assert set(typed._NOUNS) == set(Unit)
    assert all(count.unit_name(unit, 2) for unit in Unit)


def test_every_hedge_of_a_clock_time_has_its_margin():
    assert set(time.MARGIN_MINUTES) == set(time.CLOCK_HEDGES)


def test_every_precision_has_a_circle_or_is_an_area():
    areas = {
        LocationPrecision.SETTLEMENT,
        LocationPrecision.DISTRICT,
        LocationPrecision.REGION,
        LocationPrecision.COUNTRY,
    }

    assert set(place.RADIUS_M) | areas == set(LocationPrecision)
    assert not set(place.RADIUS_M) & areas


@pytest.mark.parametrize(
    ("vocabulary", "asked"),
    [
        (Basis, "is_first_hand"),
        (Beside, "has_origin"),
        (Beside, "is_replaced"),
        (CitationRole, "is_print"),
        (RelationKind, "is_upstream"),
        (Stance, "needs_answer"),
        (Stance, "takes_position"),
    ],
)
def test_what_is_asked_of_a_term_every_term_answers_and_not_all_alike(vocabulary, asked):
    assert {getattr(term, asked) for term in vocabulary} == {True, False}


def test_every_rule_compares_some_kind_of_answer():
    assert {rule for kind in KINDS.values() for rule in kind.RULES} == set(Rule)


@pytest.mark.parametrize("kind", AnswerKind)
def test_every_rule_of_a_kind_says_how_an_answer_is_entered(kind):
    assert KINDS[kind].DESK.keys() == KINDS[kind].RULES.keys()


def test_every_key_of_an_answer_belongs_to_a_kind():
    assert set(chain(*(kind.KEYS for kind in KINDS.values()))) == {field.name for field in fields(Answer)}


@pytest.mark.parametrize("kind", AnswerKind)
def test_the_columns_of_a_kind_are_a_claims_own_and_empty_as_a_new_claim_has_them(kind):
    claim, columns = Claim(), KINDS[kind].COLUMNS
    fields_of: dict[str, Any] = {column: Claim._meta.get_field(column) for column in columns}

    assert {column: getattr(claim, field.attname) for column, field in fields_of.items()} == columns
