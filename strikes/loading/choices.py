"""Choices that dossiers bring and the archive has not: refused with a sentence, or added where the load is told to."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from strikes.dossiers.check.problems import problem
from strikes.dossiers.choices import with_new_choices
from strikes.loading.files import File, FileProblem
from strikes.loading.incidents import QuestionKeys
from strikes.loading.tally import Tally
from strikes.models import Choice
from strikes.models.question import questions_in_archive


def refused_choices(files: Sequence[File]) -> Iterator[FileProblem]:
    """A problem for each file that brings choices which the archive has not: it names them, and how to add them."""
    for file in files:
        if file.new_choices:
            said = "; ".join(f"{new.question}: {new.code} ({new.label})" for new in file.new_choices.values())
            sentence = _("The file brings choices that the archive has not: %(said)s. To add them, use --new-choices.")
            yield FileProblem(file.path, problem(("choices",), sentence, said=said))


def add_choices(files: Sequence[File], keys: QuestionKeys, tally: Tally) -> bool:
    """Add the choices that the archive has not, each behind the others of its question; whether there were any."""
    new = {(each.question, each.code): each for file in files for each in file.new_choices.values()}
    if not new:
        return False
    for question in with_new_choices(questions_in_archive(), new.values()).questions:
        asked = keys.questions[question.code]
        known = keys.choices[asked.pk]
        for choice, above in question.all_choices():  # those above come first
            if choice.code not in known:
                row = Choice.objects.create(
                    question=asked,
                    code=choice.code,
                    label=choice.label,
                    definition=choice.definition,
                    parent_id=known[above[-1]] if above else None,
                    position=len(known),
                )
                known[choice.code] = row.pk
                tally.compare("choices", None, choice)
    return True
