"""The vocabulary of questions from its plain value into the tables, and what comes out anew on those that changed."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from strikes.listing.write import shared_changed
from strikes.models import Choice, Inclusion, Question
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
            fields = ("label", "definition", "kind", "rule", "is_exclusive", "yes", "no")
            values = {name: getattr(question, name) for name in fields} | {
                "unit": question.unit or "",
                "position": position,
            }
            rows[question.code], _made = Question.objects.update_or_create(code=question.code, defaults=values)
            _write_choices(rows[question.code], question)
    _write_wholes({rows[question.code]: question.included_in for question in changed})
    if changed:
        keys = [row.pk for row in rows.values()]
        shared_changed(lambda: incidents_naming(questions=keys), is_structural=True)
    return len(changed)


def _parts(question: plain.Question) -> set[tuple[str, ...]]:
    """A question and its choices, each as a row that can be compared by itself."""
    itself = (question.label, question.definition, question.kind, question.rule, str(question.is_exclusive))
    rows = {("", *itself, question.unit or "", question.yes, question.no, *question.included_in)}
    return rows | {(choice.code, choice.label, choice.definition, *above) for choice, above in question.all_choices()}


def _write_wholes(wholes: Mapping[Question, Sequence[str]]) -> None:
    """The questions that each of these is included in: now that all are there."""
    keys = dict(Question.objects.values_list("code", "pk"))
    wanted = {(part.pk, keys[code]) for part, codes in wholes.items() for code in codes}
    before = {(row.part_id, row.whole_id): row for row in Inclusion.objects.filter(part__in=wholes)}
    Inclusion.objects.filter(pk__in=[row.pk for pair, row in before.items() if pair not in wanted]).delete()
    Inclusion.objects.bulk_create(Inclusion(part_id=part, whole_id=whole) for part, whole in wanted - before.keys())


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
