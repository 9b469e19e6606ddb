"""The command that prints questions and choices, for whoever codes a report."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from strikes.models import Choice
from tests.builders import choice, make_claim, question

pytestmark = pytest.mark.django_db


def printed(*words: str) -> list[str]:
    out = StringIO()
    call_command("vocabulary", *words, stdout=out)
    return out.getvalue().splitlines()


def test_every_question_and_choice_is_printed_with_its_definition():
    lines = printed()

    assert "# What was struck  [struck]  0 claims" in lines
    assert "      a mosque complex or a part of it  [mosque-complex]  0 claims: " in "\n".join(lines)
    for row in Choice.objects.select_related("question"):
        assert any(f"{row.label}  [{row.code}]" in line and row.definition in line for line in lines)


def test_a_question_says_how_it_is_answered():
    assert printed("fighters-present") == [
        "# Were fighters there  [fighters-present]  0 claims",
        question("fighters-present").definition,
        (
            "answer: yes or no; yes: fighters were there; no: no fighters were there; yes against no; "
            "two different answers cannot both be so"
        ),
    ]
    [line] = [line for line in printed("children-killed") if line.startswith("answer: ")]
    assert line.startswith("answer: number; counted in people; ")
    assert line.endswith("; part of killed")


def test_words_find_the_choices_that_have_them_all_with_what_lies_above_and_nothing_else():
    lines = printed("STRUCK", "mosqué")

    assert [line.partition("[")[2].partition("]")[0] for line in lines if "[" in line] == [
        "struck",
        "religious-building",
        "religious-complex",
        "mosque-complex",
        "mosque",
    ]


def test_words_that_nothing_has_are_answered_with_a_sentence():
    assert printed("mosque", "zeppelin") == ["No question and no choice has all of these words."]


def test_claims_are_counted_whatever_their_state_and_those_that_leave_it_open_for_each_choice():
    mosque, school = choice("struck", "mosque"), choice("struck", "school")
    make_claim(question="struck", choice=mosque)
    make_claim(question="struck", choice=mosque, published=True)
    make_claim(question="struck", one_of=[mosque, school])

    lines = "\n".join(printed("struck"))

    assert "# What was struck  [struck]  3 claims" in lines
    assert "a mosque  [mosque]  3 claims" in lines
    assert "a school  [school]  1 claim" in lines


def test_the_vocabulary_takes_as_many_queries_for_many_claims_as_for_few(django_assert_num_queries: Any):
    make_claim(question="struck", choice=choice("struck", "mosque"))
    with django_assert_num_queries(4):
        printed()
    for code in ("school", "hospital", "theatre"):
        make_claim(question="struck", choice=choice("struck", code))

    with django_assert_num_queries(4):
        printed()
