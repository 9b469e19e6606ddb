"""The answers that claims give: one module a kind of answer, all of one shape.

    KEYS       the keys of an `Answer` that the kind takes
    COLUMNS    the columns of a claim that hold them; all others are empty
    given      the condition, over those columns, that there is an answer
    problems   what is wrong with an answer, as (key, sentence)
    show       the answer in words
    compare    what two answers that are asserted are to each other
    denied     whether denying one rules out asserting the other
    span       the answer as an interval, where answers agree exactly if their intervals meet; else None

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
