"""Who casts doubt on a claim is found by the number of the claim."""

from typing import Any

from strikes.rules.doubts import doubts
from strikes.vocabulary.terms import QuestionState
from tests.strikes.rules.cast import all_found, case, related, says, supersedes


def found(*claims: dict[str, Any]) -> dict[int, list[tuple[int, str]]]:
    by_number = doubts(case(*claims))
    return {
        number: [(doubt.claim.number, doubt.relation.reason) for doubt in each] for number, each in by_number.items()
    }


VIDEO = says(1, "residents", "called", {"text": "A video."})


def test_each_doubt_is_found_at_what_is_doubted_and_no_other_relation():
    said = (
        VIDEO,
        says(
            2, "inquiry", "called", {"text": "It was cut."}, **related(1, "casts_doubt", reason="Frames are missing.")
        ),
        says(3, "monitor", "called", {"text": "It is of 2016."}, **related(1, "casts_doubt", by="party")),
        says(4, "state", "called", {"text": "It is staged."}, **related(1, "contradicts")),
        says(5, "newsroom", "called", {"text": "It is real."}, **related(1, "supports")),
    )

    assert found(*said) == {1: [(2, "Frames are missing."), (3, "")]}


def test_a_doubt_that_was_replaced_is_none_and_one_without_an_answer_is_one():
    said = (
        VIDEO,
        says(2, "inquiry", "called", {"text": "It was cut."}, **related(1, "casts_doubt")),
        says(3, "inquiry", "called", {"text": "It was not."}, **supersedes(2)),
        says(4, "monitor", "called", None, **related(1, "casts_doubt")),
    )

    assert found(*said) == {1: [(4, "")]}


def test_a_doubt_makes_no_state():
    [finding] = all_found(
        case(
            says(1, "residents", "struck", {"choice": "mosque"}),
            says(2, "state", "struck", {"choice": "religious-building"}, **related(1, "casts_doubt")),
        )
    ).values()

    assert finding.state is QuestionState.NOT_IN_CONFLICT
