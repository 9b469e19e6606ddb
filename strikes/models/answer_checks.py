"""What the database holds of the answer of a claim, over the claim's own columns."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from strikes.answers import KINDS, count
from strikes.vocabulary.terms import AnswerKind, Stance


def answer_checks() -> list[models.CheckConstraint]:
    """One a kind of answer, and what goes for numbers, for what is left open, and for yes and no."""
    return [
        *map(_answer_check, AnswerKind),
        models.CheckConstraint(
            name="claim_count_order",
            condition=count.numbers_in_order(),
            violation_error_message=_("The numbers must rise: low, number, high."),
        ),
        models.CheckConstraint(
            name="claim_count_hedge",
            condition=~Q(kind__in=[AnswerKind.COUNT, AnswerKind.CHOICE]) | count.numbers_fit_hedge(),
            violation_error_message=_(
                "These numbers do not go with this hedge: “at least” has a low alone, “at most” a high, “dozens” and its like no number."
            ),
        ),
        models.CheckConstraint(
            name="claim_one_of_alone",
            condition=Q(is_one_of=False) | Q(choice=None, value_party=None),
            violation_error_message=_("Give one answer, or the several that are left open, not both."),
        ),
        models.CheckConstraint(
            name="claim_yes_not_denied",
            condition=~Q(kind=AnswerKind.YES_NO, stance=Stance.DENIES),
            violation_error_message=_("To a yes or no question “no” is asserted; “yes” is never denied."),
        ),
    ]


def _answer_check(kind: AnswerKind) -> models.CheckConstraint:
    """Of this kind: no column of another; and an answer, where the stance needs one and no claim is denied instead."""
    all_columns = {column: empty for each in KINDS.values() for column, empty in each.COLUMNS.items()}
    needing = [stance for stance in Stance if stance.needs_answer]
    condition = KINDS[kind].given | Q(denied__isnull=False) | ~Q(stance__in=needing)
    for column in sorted(all_columns.keys() - KINDS[kind].COLUMNS.keys()):
        empty = all_columns[column]
        condition &= Q((f"{column}__isnull", True)) if empty is None else Q((column, empty))
    return models.CheckConstraint(
        name=f"claim_answer_{kind}",
        condition=~Q(kind=kind) | condition,
        violation_error_message=_(
            "To assert, deny or find no evidence of an answer, a claim needs one of its question's kind, and of that kind alone."
        ),
    )
