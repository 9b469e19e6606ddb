"""Prints the questions and choices as this archive has them, for whoever codes a report."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from strikes.directory.vocabulary import QuestionFound, Uses, found_in, uses
from strikes.models.question import questions_in_archive
from strikes.vocabulary.questions import Question
from strikes.wording.counts import claims


class Command(BaseCommand):
    help = (
        "Prints every question with its choices as a tree: label, code, definition, and in how many claims it is used."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="*", metavar="WORDS", help="only what has all of these words")

    def handle(self, *, words: list[str], **options: Any) -> None:
        found = list(found_in(questions_in_archive(), words))
        if not found:
            self.stdout.write("No question and no choice has all of these words.")
            return
        used = uses()
        self.stdout.write("\n\n".join("\n".join(_lines(each, used)) for each in found))


def _lines(found: QuestionFound, used: Uses) -> Iterator[str]:
    question = found.question
    yield f"# {question.label}  [{question.code}]  {claims(used.questions[question.code])}"
    yield question.definition
    yield f"answer: {'; '.join(_how(question))}"
    for choice, above in found.choices:
        said = f"{choice.label}  [{choice.code}]  {claims(used.choices[question.code, choice.code])}"
        yield "  " * (len(above) + 1) + (f"{said}: {choice.definition}" if choice.definition else said)


def _how(question: Question) -> Iterator[str]:
    """How the question is answered: its kind, its unit, its words for yes and no, its rule, and what it is part of."""
    yield str(question.kind.label)
    if question.unit:
        yield f"counted in {question.unit.label}"
    if question.yes:
        yield f"yes: {question.yes}"
        yield f"no: {question.no}"
    yield str(question.rule.label)
    if question.is_exclusive:
        yield "two different answers cannot both be so"
    if question.included_in:
        yield f"part of {', '.join(question.included_in)}"
