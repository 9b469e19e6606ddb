"""The rule that a question names decides what is compared."""

from typing import Any

import pytest
from msgspec.structs import replace

from strikes.answers import KINDS
from strikes.rules.findings import findings
from strikes.vocabulary.questions import Questions
from strikes.vocabulary.terms import IN_CONFLICT, AnswerKind, QuestionState, Rule
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import case, says

# Of each rule a question, and two answers that it sets against each other.
EXAMPLES: dict[Rule, tuple[str, dict[str, Any], dict[str, Any]]] = {
    Rule.SAME_OR_WITHIN: ("struck", {"choice": "mosque"}, {"choice": "community-hall"}),
    Rule.INTERVAL: ("killed", {"best": 1}, {"best": 2}),
    Rule.PLACE: (
        "where",
        {"place": "aleppo", "precision": "region"},
        {"place": "idlib", "precision": "region"},
    ),
    Rule.DATE: ("date", {"date": "2017-03-16"}, {"date": "2017-03-18"}),
    Rule.CLOCK: (
        "clock",
        {"clock_from": "10:00", "clock_to": "10:00"},
        {"clock_from": "15:00", "clock_to": "15:00"},
    ),
    Rule.YES_NO: ("building-hit", {"yes": True}, {"yes": False}),
}


def state(rule: Rule, asked: str, *answers: dict[str, Any]) -> QuestionState:
    """What comes out where the question names this rule."""
    questions = [replace(each, rule=rule) if each.code == asked else each for each in QUESTIONS.questions]
    dossier = case(*(says(n, ("state", "inquiry")[n - 1], asked, answer) for n, answer in enumerate(answers, 1)))
    return findings(dossier, Questions(questions=tuple(questions)))[0].state


def test_every_rule_but_never_compares_something():
    assert {*EXAMPLES, Rule.NEVER} == set(Rule)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_rule_sets_against_each_other_what_another_rule_of_the_kind_does_not(rule):
    asked, *answers = EXAMPLES[rule]
    others = [other for other in KINDS[QUESTIONS.by_code()[asked].kind].RULES if other is not rule]

    assert state(rule, asked, *answers) in IN_CONFLICT
    assert [other for other in others if state(other, asked, *answers) not in IN_CONFLICT]


@pytest.mark.parametrize("kind", AnswerKind)
def test_every_kind_of_answer_has_a_rule(kind):
    assert KINDS[kind].RULES


def test_every_question_that_an_archive_begins_with_names_a_rule_of_its_kind():
    assert [each.code for each in QUESTIONS.questions if each.rule not in KINDS[each.kind].RULES] == []
