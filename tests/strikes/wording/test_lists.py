"""Several things in one phrase."""

import pytest

from strikes.wording.lists import first_few, more, other_answers, others, with_and


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A, unnamed", "B"], "A, unnamed, and B"),
        (["A", "B, unnamed", "C"], "A; B, unnamed; and C"),
    ],
)
def test_names_are_joined_as_one_says_them(names: list[str], words: str):
    assert with_and(names) == words


def test_the_first_few_are_kept_and_the_others_counted_but_never_one_alone():
    assert first_few("ABCDE", 3) == (["A", "B", "C"], 2)
    assert first_few("ABCD", 3) == (["A", "B", "C", "D"], 0)


def test_what_is_left_out_ends_the_list_and_nothing_does_where_nothing_is():
    assert [others(1), others(2), more(2)] == [["1 other"], ["2 others"], ["2 more"]]
    assert [other_answers(1), other_answers(2)] == [["and 1 other answer"], ["and 2 other answers"]]
    assert [others(0), more(0), other_answers(0), other_answers(-2)] == [[], [], [], []]
