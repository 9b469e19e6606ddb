"""The answers that claims give: one module a kind of answer, all of one shape.

    KEYS       the keys of an `Answer` that the kind takes
    COLUMNS    the columns of a claim that hold them; all others are empty
    given      the condition, over those columns, that there is an answer
    problems   what is wrong with an answer, as (key, sentence)
    show       the answer in words
    RULES      the rules by which a question can have its answers compared, and how by each
    span       the answer as an interval, by which answers are ordered; None where it is none

Nothing here reads the database; whatever stands under a permanent name is put into words by the caller's `label`.
"""

from types import ModuleType

from strikes.answers import choice, count, party, place, text, time, yes_no
from strikes.vocabulary.terms import AnswerKind

KINDS: dict[AnswerKind, ModuleType] = {
    AnswerKind.PARTY: party,
    AnswerKind.CHOICE: choice,
    AnswerKind.COUNT: count,
    AnswerKind.PLACE: place,
    AnswerKind.TIME: time,
    AnswerKind.YES_NO: yes_no,
    AnswerKind.TEXT: text,
}
