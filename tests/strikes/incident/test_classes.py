"""Numbers of a wider or a narrower class, by those who give none of the class asked for."""

from typing import Any

import pytest

from strikes.incident.page import IncidentPage
from tests.strikes.dossiers.builders import make_claim
from tests.strikes.incident.pages import block, page_of

AT_LEAST = {"low": 30, "hedge": "at_least"}


def killed(number: int, party: str, question: str = "killed", **values: Any) -> dict[str, Any]:
    return make_claim(number, party=party, question=question, **values)


def classes(page: IncidentPage, question: str) -> list[tuple[str, bool, str]]:
    """The other classes on the block of a question; those on its own page are the same."""
    found = block(page, question).classes
    assert page.question(question).of_subjects[0].classes == found
    return [(each.question.code, each.is_wider, each.numbers) for each in found]


def test_who_counted_the_killed_alone_is_named_beside_the_civilians_and_the_other_way():
    page = page_of(
        killed(1, "sohr", "killed-civilians", answer={"best": 30}),
        killed(2, "residents", answer=AT_LEAST),
        killed(3, "centcom", answer={"best": 42}),
    )

    assert classes(page, "killed-civilians") == [("killed", True, "at least 30 (Residents); 42 (US Central Command)")]
    assert classes(page, "killed") == [("killed-civilians", False, "30 (Syrian Observatory for Human Rights)")]


def test_a_number_of_another_class_keeps_its_strength():
    page = page_of(
        killed(1, "sohr", "killed-civilians", answer={"best": 30}),
        killed(2, "residents", answer={"best": 42}, strength="likely"),
        killed(3, "centcom", answer={"best": 42}),
    )

    assert classes(page, "killed-civilians") == [
        ("killed", True, "42 (Residents, likely or apparent); 42 (US Central Command)")
    ]


def test_who_gives_both_numbers_is_not_named_again():
    page = page_of(killed(1, "sohr", "killed-civilians", answer={"best": 30}), killed(2, "sohr", answer={"best": 42}))

    assert classes(page, "killed-civilians") == classes(page, "killed") == []


@pytest.mark.parametrize(
    "answer",
    [{"hedge": "dozens"}, {"hedge": "most_of"}, {"hedge": "none_known"}],
)
def test_a_word_is_no_number(answer: dict[str, Any]):
    page = page_of(killed(1, "sohr", "children-killed", answer={"best": 3}), killed(2, "residents", answer=answer))

    assert classes(page, "children-killed") == []


def test_a_number_of_a_whole_is_never_named_as_one_of_a_part():
    page = page_of(
        killed(1, "sohr", "killed-civilians", answer={"best": 50}),
        killed(2, "residents", answer={"best": 29}),
    )

    assert classes(page, "killed") == [("killed-civilians", False, "50 (Syrian Observatory for Human Rights)")]
    # There it stands as a row already, in conflict with the part.
    assert classes(page, "killed-civilians") == []


def test_a_denied_number_is_none():
    page = page_of(
        killed(1, "sohr", "killed-civilians", answer={"best": 30}),
        killed(2, "residents", answer={"best": 42}, stance="denies"),
    )

    assert classes(page, "killed-civilians") == []


def test_the_wider_class_comes_first():
    page = page_of(
        killed(1, "sohr", "injured", answer={"best": 5}),
        killed(2, "residents", "killed-or-injured", answer={"best": 9}),
        killed(3, "centcom", "injured-civilians", answer={"best": 2}),
    )

    assert classes(page, "injured") == [
        ("killed-or-injured", True, "9 (Residents)"),
        ("injured-civilians", False, "2 (US Central Command)"),
    ]


def test_a_question_that_counts_nothing_has_no_class():
    assert block(page_of(make_claim(1, question="struck", answer={"choice": "mosque"})), "struck").classes == ()
