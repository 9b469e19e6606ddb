"""Choices that a dossier brings with it: those that its claims use and that not every archive has. Pure."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from strikes.answers import KINDS
from strikes.answers.kind import Named
from strikes.dossiers.dossier import Claim, NewChoice
from strikes.vocabulary.questions import Choice, Question, Questions, first_questions


def with_new_choices(questions: Questions, choices: Iterable[NewChoice]) -> Questions:
    """The vocabulary with these choices, each beneath its parent; what it has already stays as it is."""
    beneath: dict[str, dict[str | None, list[NewChoice]]] = {}
    once = {(choice.question, choice.code): choice for choice in choices}
    for choice in once.values():
        beneath.setdefault(choice.question, {}).setdefault(choice.parent, []).append(choice)
    return Questions(
        questions=tuple(
            _grown(question, beneath[question.code]) if question.code in beneath else question
            for question in questions.questions
        )
    )


def new_to(questions: Questions, choices: Iterable[NewChoice]) -> dict[int, NewChoice]:
    """Those of the choices that the vocabulary has not, by their places among them."""
    known = questions.choices()
    return {place: each for place, each in enumerate(choices) if (each.question, each.code) not in known}


def choices_brought(claims: Iterable[Claim], questions: Questions) -> tuple[NewChoice, ...]:
    """What a dossier of these claims brings along: the choices used that an archive does not begin with, and those above."""
    used = choices_used(claims, questions)
    found = [
        NewChoice(
            question=question.code,
            code=choice.code,
            label=choice.label,
            definition=choice.definition,
            parent=above[-1] if above else None,
        )
        for question in questions.questions
        for choice, above in question.all_choices()
        if (question.code, choice.code) in used
    ]
    return in_order(found)


def in_order(choices: Iterable[NewChoice]) -> tuple[NewChoice, ...]:
    """The choices by question and code, without those that every archive begins with."""
    kept = new_to(first_questions(), choices).values()
    return tuple(sorted(kept, key=lambda choice: (choice.question, choice.code)))


def choices_used(claims: Iterable[Claim], questions: Questions) -> set[tuple[str, str]]:
    """The choices that answers name, and all above them, each behind its question."""
    above = {
        (question.code, choice.code): path
        for question in questions.questions
        for choice, path in question.all_choices()
    }
    named = set(choices_named(claims, questions))
    return named | {(code, wider) for code, name in named for wider in above.get((code, name), ())}


def choices_named(claims: Iterable[Claim], questions: Questions) -> Iterator[tuple[str, str]]:
    """The choices that answers name, behind the code of their question: each as often as a claim names it."""
    asking = {question.code for question in questions.questions if KINDS[question.kind].NAMED is Named.CHOICE}
    for claim in claims:
        if claim.answer and claim.question in asking:
            yield from ((claim.question, name) for _key, name in claim.answer.names)


def _grown(question: Question, beneath: Mapping[str | None, list[NewChoice]]) -> Question:
    known = {choice.code for choice, _above in question.all_choices()}

    def grow(choices: Iterable[Choice], parent: str | None) -> tuple[Choice, ...]:
        """The choices beneath a parent, and the new ones there; one whose parent is nowhere is not reached."""
        made = [
            Choice(code=new.code, label=new.label, definition=new.definition)
            for new in beneath.get(parent, ())
            if new.code not in known
        ]
        return tuple(replace(each, choices=grow(each.choices, each.code)) for each in (*choices, *made))

    return replace(question, choices=grow(question.choices, None))
