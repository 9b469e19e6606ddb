"""The vocabulary of questions from its plain value into the tables, and what comes out anew on those that changed."""

from collections.abc import Iterable

from django.db import transaction

from strikes.listing.write import shared_changed
from strikes.models import Choice, Question
from strikes.models.affected import incidents_naming
from strikes.models.question import questions_in_archive
from strikes.vocabulary import questions as plain


@transaction.atomic
def load_questions(questions: Iterable[plain.Question]) -> int:
    """Make or update questions and choices by their codes; leave all others as they are. Returns how many changed."""
    questions = list(questions)
    known = {code: _parts(question) for code, question in questions_in_archive().by_code().items()}
    # Choices that editors added are no difference.
    changed = [question for question in questions if not _parts(question) <= known.get(question.code, set())]
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
    if changed:
        keys = [row.pk for row in rows.values()]
        shared_changed(lambda: incidents_naming(questions=keys), is_structural=True)
    return len(changed)


def _parts(question: plain.Question) -> set[tuple[str, ...]]:
    """A question and its choices, each as a row that can be compared by itself."""
    itself = (question.label, question.definition, question.kind, question.rule, str(question.is_exclusive))
    rows = {("", *itself, question.unit or "", question.included_in or "")}
    return rows | {(choice.code, choice.label, choice.definition, *above) for choice, above in question.all_choices()}


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
