"""The fields of a claim in the order in which one reads a report, each group with its policy in a sentence.

Of the groups of answers only that of the question's kind is there.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from strikes.answers import KINDS
from strikes.answers.kind import Desk
from strikes.models import Question
from strikes.vocabulary.terms import AnswerKind, Rule

_SPEAKER: Any = (
    _("Who says so"),
    {
        "description": _(
            "The party is who speaks, never who prints it. A speaker is named as the publication names them."
        ),
        "fields": [
            "party",
            ("speaker_name", "speaker_role"),
            ("how_named", "reason_unnamed"),
            ("told_by", "is_protected"),
        ],
    },
)
_DAY: Any = (
    _("When it was said"),
    {
        "description": _(
            "The day on which the party said it, not the day of the event or of the print. Empty: not known."
        ),
        "fields": ["stated"],
    },
)
_MANNER: Any = (
    _("How it is said"),
    {
        "description": _(
            "A stance is never inferred from silence, and a strength never from the reader's own judgement."
        ),
        "fields": ["stance", ("strength", "basis"), ("proof_standard", "scope"), "also_covers"],
    },
)
_SUMMARY: Any = (
    _("In this archive's words"),
    {
        "description": _(
            "Both are public and shown as this archive's own words; words of the party stand in citations alone."
        ),
        "fields": ["statement", "note", "is_apparent_error"],
    },
)
_PUBLICATION: Any = (
    _("Publication"),
    {
        "description": _(
            "Two accounts stand behind what is public. This form saves a draft; an account that did not edit it last "
            "publishes it here or in the list of claims. A saved change to a published claim, or to what stands under it, makes "
            "it a draft again, off the public pages until someone else publishes it."
        ),
        "fields": [
            "state",
            "last_edited_by",
            "approved_by",
            "approved_in",
            "changed_at",
            ("withdrawn_on", "withdrawn_by"),
            "withdrawn_reason",
        ],
    },
)


# In a form that is closed: what says in words what a column would show as a sign.
_CLOSED = {"yes_no": "side"}


def fieldsets_for(question: Question, *, is_new: bool, is_closed: bool = False) -> list[Any]:
    """The groups of fields of a claim that answers this question; `is_closed` says that they are only looked at."""
    asked: Any = (
        _("What is answered"),
        {
            "description": question.definition,
            "fields": ["incident", *([] if is_new else ["number"]), "question", "subject"],
        },
    )
    groups = [asked, _SPEAKER, _DAY, _MANNER, _answer(question, is_closed=is_closed), _SUMMARY]
    return groups if is_new else [*groups, _PUBLICATION]


def _answer(question: Question, *, is_closed: bool) -> Any:
    """The fields of the answer, and the claim that a denial names in its place; to yes or no, no is asserted."""
    desk = desk_of(question)
    denied = [] if question.kind == AnswerKind.YES_NO else ["denied"]
    fields = [_CLOSED.get(str(field), field) if is_closed else field for field in desk.fields]
    return _("The answer"), {"description": desk.policy, "fields": [*fields, *denied]}


def desk_of(question: Question) -> Desk:
    """How an answer to this question is entered."""
    return KINDS[AnswerKind(question.kind)].DESK[Rule(question.rule)]
