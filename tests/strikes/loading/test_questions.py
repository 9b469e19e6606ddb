"""The vocabulary in its file and in the tables: the same, and brought there by one command."""

import pytest

from strikes.loading.questions import load_questions
from strikes.models import Question
from strikes.models.question import questions_in_archive
from strikes.vocabulary.questions import read_questions
from strikes.vocabulary.terms import AnswerKind

pytestmark = pytest.mark.django_db


def test_the_questions_of_the_archive_are_those_of_the_vocabulary():
    assert questions_in_archive() == read_questions()
    assert load_questions(read_questions().questions) == 0


def test_other_words_for_yes_or_no_are_a_change_that_is_brought_to_the_archive():
    Question.objects.filter(code="building-hit").update(yes="it was struck")
    Question.objects.filter(code="fighters-present").update(no="nobody was there")

    changed = load_questions(read_questions().questions)

    assert changed == 2
    assert questions_in_archive() == read_questions()


def test_every_yes_or_no_question_of_the_vocabulary_has_words_for_both_and_no_other_has():
    for question in read_questions().questions:
        is_yes_no = question.kind is AnswerKind.YES_NO
        assert (bool(question.yes), bool(question.no)) == (is_yes_no, is_yes_no), question.code


def test_every_question_and_every_choice_that_an_archive_begins_with_says_what_it_means():
    questions = read_questions().questions

    assert [question.code for question in questions if not question.definition] == []
    nameless = [
        (question.code, choice.code)
        for question in questions
        for choice, _above in question.all_choices()
        if not choice.definition.endswith(".")
    ]
    assert nameless == []
