"""Problems of the choices that a dossier brings, given the vocabulary of the archive."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from strikes.answers import KINDS
from strikes.answers.kind import Named
from strikes.dossiers.check.names import in_circles, no_such_choice, no_such_question, repeated
from strikes.dossiers.check.problems import Path, problem
from strikes.dossiers.choices import choices_used, with_new_choices
from strikes.dossiers.codec import Problem
from strikes.dossiers.dossier import Dossier, NewChoice
from strikes.vocabulary.questions import Question, Questions


def choices(dossier: Dossier, questions: Questions) -> Iterator[Problem]:
    """Choices of no question, beneath none, in a circle, twice, known in other words, or named by nothing."""
    by_code, brought = questions.by_code(), dossier.choices
    used = choices_used(dossier.claims, with_new_choices(questions, brought))
    parents = {(each.question, each.code): [(each.question, each.parent)] for each in brought if each.parent}
    circle = set(in_circles(parents))
    for index, choice in enumerate(brought):
        path: Path = ("choices", index)
        question = by_code.get(choice.question)
        if question is None:
            yield no_such_question(choice.question, by_code, (*path, "question"))
        elif KINDS[question.kind].NAMED is not Named.CHOICE:
            sentence = _("The question “%(label)s” has no choices. It takes: %(kind)s.")
            yield problem((*path, "question"), sentence, label=question.label, kind=question.kind.label)
        elif (choice.question, choice.code) in circle:
            yield problem((*path, "parent"), _("A choice cannot be a kind of itself, by whatever way round."))
        else:
            yield from _beneath(choice, question, dossier, path)
            yield from _in_other_words(choice, question, path)
            if (choice.question, choice.code) not in used:
                yield problem((*path, "code"), _("No claim of the file names the choice “%(code)s”."), code=choice.code)
    yield from repeated(
        _("choice"), (((each.question, each.code), each.code, ("choices", i, "code")) for i, each in enumerate(brought))
    )


def _beneath(choice: NewChoice, question: Question, dossier: Dossier, path: Path) -> Iterator[Problem]:
    labels = {each.code: each.label for each in dossier.choices if each.question == question.code}
    labels |= {each.code: each.label for each, _above in question.all_choices()}
    if choice.parent is not None and choice.parent not in labels:
        yield no_such_choice(choice.parent, question.label, labels, (*path, "parent"))


def _in_other_words(choice: NewChoice, question: Question, path: Path) -> Iterator[Problem]:
    """What the file says of a choice of the archive and the archive does not: a dossier changes no choice."""
    for known, above in question.all_choices():
        if known.code == choice.code:
            here = {"label": known.label, "definition": known.definition, "parent": above[-1] if above else None}
            for key, value in here.items():
                if getattr(choice, key) != value:
                    sentence = _(
                        "The archive has the choice “%(code)s” with another %(key)s: %(value)s. A dossier changes no "
                        "choice: give it as it stands there, or give yours another code."
                    )
                    said = f"“{value}”" if value else _("none")
                    yield problem((*path, key), sentence, code=choice.code, key=key, value=said)
