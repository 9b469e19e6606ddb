"""What the models of both apps refuse is refused to the ORM, to SQL and in a form, and nothing near it is."""

import pytest

from tests.refusals import Refusal, Write, broken_by, constraints_that_refuse, write_the_twin
from tests.sources.refusals import refusals as of_sources
from tests.strikes.models.refusals import claims, denials, links, parties, places, publication, questions

refusals = [
    *of_sources,
    *places.refusals,
    *parties.refusals,
    *questions.refusals,
    *claims.refusals,
    *denials.refusals,
    *links.refusals,
    *publication.refusals,
]
pytestmark = pytest.mark.django_db
each = pytest.mark.parametrize("refusal", refusals, ids=str)


@each
def test_the_orm_without_cleaning_is_refused(refusal: Refusal) -> None:
    assert broken_by(refusal, Write.by_orm) == refusal.constraint


@each
def test_raw_sql_is_refused(refusal: Refusal) -> None:
    assert broken_by(refusal, Write.by_sql) == refusal.constraint


@each
def test_a_form_says_why(refusal: Refusal) -> None:
    wrong = refusal.arrange().wrong

    errors = wrong.errors(by_form=refusal.by_form)

    assert refusal.sentence(wrong.row) in errors.get(refusal.at, []), errors


@each
def test_the_twin_passes(refusal: Refusal) -> None:
    write_the_twin(refusal, Write.by_orm)
    write_the_twin(refusal, Write.by_sql)

    assert refusal.arrange().right.errors(by_form=refusal.by_form) == {}


def test_every_constraint_has_its_refusal() -> None:
    shown = {refusal.constraint for refusal in refusals}

    assert shown == constraints_that_refuse("sources") | constraints_that_refuse("strikes")
