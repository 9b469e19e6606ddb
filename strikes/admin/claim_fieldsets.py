"""The fields of a claim in the order in which one reads a report, each group with its policy in a sentence."""

from typing import Any

from django.utils.translation import gettext_lazy as _

FIELDSETS: Any = [
    (
        _("What is answered"),
        {
            "description": _(
                "One claim is one party's answer to one question: “X, not Y” is two claims. A subject is chosen from "
                "those of the incident, where the claim is not about the event as a whole."
            ),
            "fields": ["incident", "number", "question", "subject"],
        },
    ),
    (
        _("Who says so"),
        {
            "description": _(
                "The party is who speaks, never who prints it. A speaker is named as the publication names them."
            ),
            "fields": [
                "party",
                ("speaker_name", "speaker_role"),
                ("how_named", "reason_unnamed"),
                "told_by",
                "is_protected",
            ],
        },
    ),
    (
        _("When it was said"),
        {
            "description": _(
                "The day on which the party said it, not the day of the event or of the print. Empty: not known."
            ),
            "fields": ["stated"],
        },
    ),
    (
        _("How it is said"),
        {
            "description": _(
                "A stance is never inferred from silence, and a strength never from the reader's own judgement."
            ),
            "fields": [("stance", "strength"), ("basis", "proof_standard"), ("scope", "also_covers")],
        },
    ),
    (
        _("The answer: a party or a choice"),
        {
            "description": _(
                "Whoever asserts or denies gives an answer of the question's kind, and of that kind alone. Where it is "
                "left open which of several, those stand below under alternatives."
            ),
            "fields": ["value_party", "choice", "is_one_of"],
        },
    ),
    (
        _("The answer: a number"),
        {
            "description": _("A bound that nobody stated is never entered. Unknown is empty, and never 0."),
            "fields": [("count_low", "count_best", "count_high"), ("hedge", "unit")],
        },
    ),
    (
        _("The answer: a place"),
        {
            "description": _("As precise as the party was, and not as precise as it can be looked up today."),
            "fields": ["value_place", ("latitude", "longitude", "location_precision")],
        },
    ),
    (
        _("The answer: a day, or clock times"),
        {
            "description": _(
                "Days and clock times are two questions; a clock time is that of the place. Its hedge stands above."
            ),
            "fields": ["when", ("clock_from", "clock_to")],
        },
    ),
    (
        _("The answer: yes or no, or words"),
        {
            "description": _("To a yes or no question “no” is asserted; “yes” is never denied."),
            "fields": ["yes_no", "value_text"],
        },
    ),
    (
        _("In this archive's words"),
        {
            "description": _(
                "Both are public and shown as this archive's own words; words of the party stand in citations alone."
            ),
            "fields": ["statement", "note", "is_apparent_error"],
        },
    ),
    (
        _("Publication"),
        {
            "description": _(
                "Two accounts stand behind what is public. This form saves a draft; an account that did not edit it "
                "last publishes it in the list of claims. A saved change to a published claim, or to what stands under "
                "it, makes it a draft again, off the public pages until someone else publishes it."
            ),
            "fields": ["state", "last_edited_by", "approved_by", "approved_in", "changed_at"],
        },
    ),
]
