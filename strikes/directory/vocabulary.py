"""The vocabulary as an editor or a coder looks it up: questions and choices by words, with how many claims use each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count

from sources.names import normalise
from strikes.models import Alternative, Claim
from strikes.vocabulary.questions import Choice, Question, Questions


@dataclass(frozen=True)
class QuestionFound:
    """A question with those of its choices that were asked for, each with the codes above it."""

    question: Question
    choices: tuple[tuple[Choice, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Uses:
    """How many claims, drafts among them, answer a question, and name a choice of it (question and code)."""

    questions: Counter[str]
    choices: Counter[tuple[str, str]]


def found_in(questions: Questions, words: Sequence[str]) -> Iterator[QuestionFound]:
    """The questions and choices in which all words occur, in code, label, definition or the words for yes and no.

    Words are looked for in a choice together with its question, and what lies above a choice comes along.
    """
    wanted = [normalise(word) for word in words]
    for question in questions.questions:
        of_question = [question.code, question.label]
        every = tuple(question.all_choices())
        named = [
            (choice, above)
            for choice, above in every
            if _has(wanted, [*of_question, choice.code, choice.label, choice.definition])
        ]
        kept = {code for choice, above in named for code in (choice.code, *above)}
        if named or _has(wanted, [*of_question, question.definition, question.yes, question.no]):
            yield QuestionFound(question, tuple(each for each in every if each[0].code in kept))


def uses() -> Uses:
    """How often the vocabulary is used, by claims of every state: three queries."""
    asked = Claim.objects.order_by().values_list("question__code").annotate(total=Count("pk"))
    choices = Counter[tuple[str, str]]()
    for rows in (Claim.objects.exclude(choice=None), Alternative.objects.exclude(choice=None)):
        counted = rows.order_by().values_list("question__code", "choice__code").annotate(total=Count("pk"))
        choices.update({(question, choice): total for question, choice, total in counted})
    return Uses(Counter(dict(asked)), choices)


def _has(words: Iterable[str], texts: Iterable[str]) -> bool:
    text = normalise("\n".join(texts))
    return all(word in text for word in words)
