"""The pages of the questions of the archive: the list of all, and one with the incidents in which accounts of it part."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from strikes.directory.paging import numbered_page
from strikes.models import ListingQuestion
from strikes.models.question import questions_in_archive
from strikes.vocabulary.questions import Question

INCIDENTS = 50


@dataclass(frozen=True)
class QuestionInArchive:
    """A question, the questions that it is directly part of, its own parts, and a page of its outcomes in incidents."""

    question: Question
    wholes: tuple[Question, ...]
    parts: tuple[Question, ...]
    page: "Page[Any]"


def questions_with_totals() -> tuple[tuple[Question, dict[str, int] | None], ...]:
    """Every question, and in how many incidents it is answered, is disputed and so on; None if it is not answered."""
    totals = ListingQuestion.objects.totals()
    return tuple((question, totals.get(question.code)) for question in questions_in_archive().questions)


def question_in_archive(code: str, number: str | None) -> QuestionInArchive | None:
    """The question of this code with this page of incidents; None if the archive asks no such question."""
    questions = questions_in_archive().by_code()
    if code not in questions:
        return None
    return QuestionInArchive(
        questions[code],
        wholes=tuple(questions[whole] for whole in questions[code].included_in),
        parts=tuple(each for each in questions.values() if code in each.included_in),
        page=numbered_page(ListingQuestion.objects.for_question(code), number, INCIDENTS),
    )
