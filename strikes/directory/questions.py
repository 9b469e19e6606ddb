"""The pages of the questions of the archive: the list of all, and one with the incidents in which accounts of it part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from strikes.directory.paging import numbered_page
from strikes.models import ListingChoice, ListingQuestion
from strikes.models.approved import approved_questions
from strikes.vocabulary.questions import Choice, Question

INCIDENTS = 50


@dataclass(frozen=True)
class ChoiceInUse:
    """A choice, the number of public claims that name it itself, and the narrower ones beneath it."""

    code: str
    label: str
    definition: str
    claims: int
    choices: tuple["ChoiceInUse", ...]


@dataclass(frozen=True)
class QuestionInArchive:
    """A question with its choices, the questions that it is directly part of, its own parts, and a page of its outcomes
    in incidents."""

    question: Question
    choices: tuple[ChoiceInUse, ...]
    wholes: tuple[Question, ...]
    parts: tuple[Question, ...]
    page: "Page[Any]"


def questions_with_totals() -> tuple[tuple[Question, dict[str, int] | None], ...]:
    """Every question, and in how many incidents it is answered, is disputed and so on; None if it is not answered."""
    totals = ListingQuestion.objects.totals()
    return tuple((question, totals.get(question.code)) for question in approved_questions().questions)


def question_in_archive(code: str, number: str | None) -> QuestionInArchive | None:
    """The question of this code with this page of incidents; None if the archive asks no such question."""
    questions = approved_questions().by_code()
    if code not in questions:
        return None
    return QuestionInArchive(
        questions[code],
        choices=_in_use(questions[code].choices, ListingChoice.objects.of_question(code).totals()),
        wholes=tuple(questions[whole] for whole in questions[code].included_in),
        parts=tuple(each for each in questions.values() if code in each.included_in),
        page=numbered_page(ListingQuestion.objects.for_question(code), number, INCIDENTS),
    )


def _in_use(choices: Iterable[Choice], claims: Mapping[str, int]) -> tuple[ChoiceInUse, ...]:
    return tuple(
        ChoiceInUse(
            each.code, each.label, each.definition, claims.get(each.code, 0), choices=_in_use(each.choices, claims)
        )
        for each in choices
    )
