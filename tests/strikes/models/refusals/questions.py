"""What the archive refuses of questions, their choices, and answers that are not theirs."""

from functools import partial
from typing import Any

from strikes.answers import KINDS
from strikes.models import Choice, Inclusion
from strikes.vocabulary.terms import AnswerKind, Hedge, Rule, Stance, Unit
from tests.builders import choice, make_claim, new_claim, question
from tests.refusals import Pair, Refusals, Write, change
from tests.strikes.models.refusals.places import NO_POINTS, POINT

refusals = Refusals()

QUESTIONS = {
    AnswerKind.PARTY: "carried-out-by",
    AnswerKind.CHOICE: "struck",
    AnswerKind.COUNT: "killed",
    AnswerKind.PLACE: "where",
    AnswerKind.TIME: "date",
    AnswerKind.YES_NO: "building-hit",
    AnswerKind.TEXT: "called",
}


# Questions and choices


@refusals.by("question_rule_of_kind")
def a_rule_that_compares_another_kind() -> Pair:
    return change(question("duration"), wrong={"rule": Rule.PLACE}, right={"rule": Rule.NEVER})


@refusals.by("question_words_of_both_sides")
def a_yes_or_no_question_without_words_for_no() -> Pair:
    return change(question("building-hit"), wrong={"no": ""}, right={"no": "it was spared"})


@refusals.by("question_words_of_both_sides")
def a_yes_or_no_question_without_words_for_yes() -> Pair:
    return change(question("building-hit"), wrong={"yes": ""}, right={"yes": "it was struck"})


@refusals.by("question_words_of_both_sides")
def words_for_yes_of_a_question_that_asks_for_a_choice() -> Pair:
    return change(question("struck"), wrong={"yes": "it was hit"}, right={"yes": ""})


@refusals.by("question_words_of_both_sides")
def words_for_no_of_a_question_that_asks_for_a_number() -> Pair:
    return change(question("killed"), wrong={"no": "nobody"}, right={"no": ""})


@refusals.by("question_no_circle", at="whole")
def a_question_included_in_itself() -> Pair:
    part = question("people-present")
    return change(Inclusion(part=part), wrong={"whole": part}, right={"whole": question("strikes")})


@refusals.by("question_no_circle", at="whole")
def a_question_included_in_a_part_of_it() -> Pair:
    whole = Inclusion(part=question("killed-or-injured"))
    return change(whole, wrong={"whole": question("children-killed")}, right={"whole": question("people-present")})


@refusals.by("inclusion_once")
def a_question_included_twice_in_another() -> Pair:
    whole = Inclusion(part=question("children-killed"))
    return change(whole, wrong={"whole": question("killed")}, right={"whole": question("bodies-recovered")})


@refusals.by(
    "claim_kind_of_question",
    at="kind",
    says="Claims answer this question with another kind of answer. Make a new question instead.",
)
def a_kind_changed_under_the_claims() -> Pair:
    make_claim(question="duration")
    words = {"kind": AnswerKind.TEXT, "rule": Rule.NEVER}
    return Pair(Write(question("duration"), words), Write(question("missing"), words))


@refusals.by("choice_code_once")
def two_choices_of_one_code() -> Pair:
    another = Choice(question=question("struck"), label="a mosque")
    return change(another, wrong={"code": "mosque"}, right={"code": "mosque-under-construction"})


@refusals.by("choice_parent_of_question", at="parent")
def a_choice_beneath_one_of_another_question() -> Pair:
    another = Choice(question=question("struck"), code="prayer-hall", label="a prayer hall")
    targeted, struck = choice("targeted", "religious-site"), choice("struck", "religious-building")
    return change(another, wrong={"parent": targeted}, right={"parent": struck})


@refusals.by("choice_no_circle", at="parent")
def a_choice_that_is_a_kind_of_itself() -> Pair:
    mosque = choice("struck", "mosque")
    return change(mosque, wrong={"parent": mosque}, right={"parent": choice("struck", "civic-building")})


@refusals.by("choice_no_circle", at="parent")
def a_choice_that_is_a_kind_of_one_beneath_it() -> Pair:
    religious = choice("struck", "religious-building")
    wrong, right = choice("struck", "mosque"), choice("struck", "civic-building")
    return change(religious, wrong={"parent": wrong}, right={"parent": right})


# An answer of its question's kind


def no_answer(kind: AnswerKind) -> dict[str, Any]:
    return dict(KINDS[kind].COLUMNS)


def columns(kind: AnswerKind) -> dict[str, Any]:
    claim = new_claim(question=QUESTIONS[kind])
    return {column: getattr(claim, column) for column in KINDS[kind].COLUMNS}


def without_an_answer(kind: AnswerKind, stance: Stance) -> Pair:
    claim = new_claim(question=QUESTIONS[kind], stance=stance)
    return change(claim, wrong=no_answer(kind), right={column: getattr(claim, column) for column in no_answer(kind)})


def with_another_kind(kind: AnswerKind, other: AnswerKind) -> Pair:
    """The answer of another kind beside its own."""
    given = {column: value for column, value in columns(other).items() if value not in (None, "", False)}
    return change(make_claim(question=QUESTIONS[kind]), wrong=given, right=no_answer(other) | columns(kind))


for kind in AnswerKind:
    name = f"claim_answer_{kind}"
    refusals.add("asserting without an answer", name, partial(without_an_answer, kind, Stance.ASSERTS))
    if kind is not AnswerKind.YES_NO:
        refusals.add("denying without an answer", name, partial(without_an_answer, kind, Stance.DENIES))
    refusals.add("no evidence found of nothing", name, partial(without_an_answer, kind, Stance.NO_EVIDENCE))
KINDS_IN_TURN = [*AnswerKind]
for kind, other in zip(KINDS_IN_TURN, KINDS_IN_TURN[3:] + KINDS_IN_TURN[:3], strict=True):
    name = f"an answer of the kind {other} as well"
    refusals.add(name, f"claim_answer_{kind}", partial(with_another_kind, kind, other))


@refusals.by("claim_kind_of_question", at="question", by_form=False)
def a_claim_of_another_kind_than_its_question() -> Pair:
    words = {"kind": AnswerKind.TEXT, "value_text": "a massacre"}
    right = {"kind": AnswerKind.COUNT, **columns(AnswerKind.COUNT)}
    return change(new_claim(question="killed"), wrong=right | no_answer(AnswerKind.COUNT) | words, right=right)


@refusals.by("claim_choice_of_question", at="choice")
def a_choice_of_another_question() -> Pair:
    right, wrong = choice("struck", "mosque"), choice("targeted", "fighters")
    return change(new_claim(question="struck"), wrong={"choice": wrong}, right={"choice": right})


@refusals.by("claim_yes_not_denied")
def yes_denied() -> Pair:
    claim = new_claim(question="building-hit")
    return change(claim, wrong={"stance": Stance.DENIES}, right={"yes_no": False})


# Numbers


def numbers(low: int | None, best: int | None, high: int | None, hedge: Hedge = Hedge.EXACT) -> dict[str, Any]:
    return {"count_low": low, "count_best": best, "count_high": high, "hedge": hedge, "unit": Unit.PERSONS}


def count(wrong: dict[str, Any], right: dict[str, Any]) -> Pair:
    return change(make_claim(question="killed"), wrong=wrong, right=right)


for name, wrong, right in [
    ("low above high", numbers(17, None, 10), numbers(10, None, 17)),
    ("low above the number", numbers(12, 11, 17), numbers(10, 11, 17)),
    ("the number above high", numbers(10, 18, 17), numbers(10, 16, 17)),
]:
    refusals.add(name, "claim_count_order", partial(count, wrong, right))

for name, wrong, right in [
    ("at least with a high", numbers(46, None, 50, Hedge.AT_LEAST), numbers(46, None, None, Hedge.AT_LEAST)),
    ("at most with a low", numbers(10, None, None, Hedge.AT_MOST), numbers(None, None, 10, Hedge.AT_MOST)),
    ("dozens with a number", numbers(None, 24, None, Hedge.DOZENS), numbers(None, None, None, Hedge.DOZENS)),
    ("none known with a 0", numbers(None, 0, None, Hedge.NONE_KNOWN), numbers(None, 0, None)),
]:
    refusals.add(name, "claim_count_hedge", partial(count, wrong, right))


# Points


def a_point_of_a_claim(point: dict[str, float | None]) -> Pair:
    return change(make_claim(question="where"), wrong=point, right=POINT)


for name, no_point in NO_POINTS.items():
    refusals.add(name, "claim_point", partial(a_point_of_a_claim, no_point))
