"""The questions that claims answer, and their choices, as plain values: the shape of `questions.json`."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from strikes.vocabulary.terms import AnswerKind, Rule, Unit

YES, NO = "yes", "no"  # the two sides of a question of yes or no, by which `sides` has their words

FIRST_QUESTIONS = Path(__file__).with_name("questions.json")


class Choice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One answer of a choice question, with the narrower ones beneath it."""

    code: str
    label: str
    definition: str = ""
    choices: tuple["Choice", ...] = ()

    def with_path(self, path: tuple[str, ...] = ()) -> Iterator[tuple["Choice", tuple[str, ...]]]:
        """This choice and all beneath it, each with the codes above it, the widest first."""
        yield self, path
        for choice in self.choices:
            yield from choice.with_path((*path, self.code))


class Question(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a claim answers. `yes` and `no`: what each says in words, of a question of yes or no. `included_in` has the
    codes of the questions whose none is this one's none too.

    Only those that it is directly included in are named, in the order of the questions; they may be included in others.
    """

    code: str
    label: str
    definition: str
    kind: AnswerKind
    rule: Rule
    is_exclusive: bool = False
    unit: Unit | None = None
    yes: str = ""
    no: str = ""
    included_in: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def sides(self) -> dict[str, str]:
        """What yes and no say in words: “fighters were there”, “no fighters were there”."""
        return {YES: self.yes, NO: self.no}

    def all_choices(self) -> Iterator[tuple[Choice, tuple[str, ...]]]:
        """Every choice with the codes above it, parents before children."""
        for choice in self.choices:
            yield from choice.with_path()


class Questions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vocabulary of questions, in the order in which pages set them out."""

    questions: tuple[Question, ...]

    def by_code(self) -> dict[str, Question]:
        return {question.code: question for question in self.questions}

    def choices(self) -> set[tuple[str, str]]:
        """The code of every choice, with that of its question before it."""
        return {(question.code, each.code) for question in self.questions for each, _above in question.all_choices()}


@cache
def first_questions() -> Questions:
    """The vocabulary that an archive begins with."""
    return read_questions()


def read_questions(path: Path = FIRST_QUESTIONS) -> Questions:
    """The vocabulary in a file; msgspec.ValidationError says where it is wrong."""
    return msgspec.json.decode(path.read_bytes(), type=Questions)
