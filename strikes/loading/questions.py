"""The vocabulary of questions, between the tables and its plain value."""

from collections.abc import Iterable

from django.db import transaction

from strikes.models import Choice, Question
from strikes.vocabulary import questions as plain
from strikes.vocabulary.terms import AnswerKind, Rule, Unit


def questions_in_archive() -> plain.Questions:
    """All questions with their choices, as plain values: two queries."""
    return plain.Questions(questions=tuple(map(_plain, Question.objects.for_vocabulary())))


def _plain(question: Question) -> plain.Question:
    children: dict[int | None, list[Choice]] = {}
    for choice in question.choices.all():
        children.setdefault(choice.parent_id, []).append(choice)

    def tree(parent: int | None) -> tuple[plain.Choice, ...]:
        return tuple(
            plain.Choice(code=choice.code, label=choice.label, definition=choice.definition, choices=tree(choice.pk))
            for choice in children.get(parent, ())
        )

    return plain.Question(
        code=question.code,
        label=question.label,
        definition=question.definition,
        kind=AnswerKind(question.kind),
        rule=Rule(question.rule),
        is_exclusive=question.is_exclusive,
        unit=Unit(question.unit) if question.unit else None,
        included_in=question.included_in.code if question.included_in else None,
        choices=tree(None),
    )


@transaction.atomic
def load_questions(questions: Iterable[plain.Question]) -> int:
    """Make or update questions and choices by their codes; leave all others as they are. Returns how many changed."""
    questions = list(questions)
    known = questions_in_archive().by_code()
    changed = [question for question in questions if known.get(question.code) != question]
    rows = {}
    for position, question in enumerate(questions):
        if question in changed:
            fields = ("label", "definition", "kind", "rule", "is_exclusive")
            values = {name: getattr(question, name) for name in fields} | {
                "unit": question.unit or "",
                "position": position,
            }
            rows[question.code], _made = Question.objects.update_or_create(code=question.code, defaults=values)
            _write_choices(rows[question.code], question)
    for question in changed:
        whole = Question.objects.get(code=question.included_in) if question.included_in else None
        Question.objects.filter(pk=rows[question.code].pk).update(included_in=whole)
    return len(changed)


def _write_choices(row: Question, question: plain.Question) -> None:
    made: dict[str, Choice] = {}
    for position, (choice, above) in enumerate(question.all_choices()):
        values = {
            "label": choice.label,
            "definition": choice.definition,
            "parent": made[above[-1]] if above else None,
            "position": position,
        }
        made[choice.code], _made = Choice.objects.update_or_create(question=row, code=choice.code, defaults=values)
