"""The answers that claims give: one module a kind of answer. What each has, and what for, says `kind.Kind`."""

from strikes.answers import choice, count, party, place, text, time, yes_no
from strikes.answers.kind import Kind
from strikes.vocabulary.terms import AnswerKind

KINDS: dict[AnswerKind, Kind] = {
    AnswerKind.PARTY: party,
    AnswerKind.CHOICE: choice,
    AnswerKind.COUNT: count,
    AnswerKind.PLACE: place,
    AnswerKind.TIME: time,
    AnswerKind.YES_NO: yes_no,
    AnswerKind.TEXT: text,
}
