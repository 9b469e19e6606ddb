"""Denials that name a claim in place of an answer: what the database holds of them, and what a form says first."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sources.constraints import ConstraintTrigger
from strikes.answers import KINDS
from strikes.vocabulary.terms import Stance

NO_ASSERTION = _("What is denied is a claim of the same incident, question and subject that asserts an answer.")
STILL_DENIED = _("Another claim denies this one, which this would no longer allow. Change that claim first.")


def denial_checks(lock: str) -> list[models.CheckConstraint | ConstraintTrigger]:
    """That only a denial names a claim, has then no answer of its own, and names what asserts one to the same question."""
    no_answer = Q()
    for column, empty in {column: empty for kind in KINDS.values() for column, empty in kind.COLUMNS.items()}.items():
        no_answer &= Q((f"{column}__isnull", True)) if empty is None else Q((column, empty))
    return [
        models.CheckConstraint(
            name="claim_denies_alone",
            condition=Q(denied=None) | Q(no_answer, stance=Stance.DENIES),
            violation_error_message=_("Only a denial names a claim, and in place of an answer of its own."),
        ),
        ConstraintTrigger(
            name="claim_denies_assertion",
            events="INSERT OR UPDATE OF denied_id, incident_id, question_id, subject_id, stance",
            lock=lock,
            # A new claim that denies none is asked nothing: what comes to deny it is asked itself.
            condition=f"""(TG_OP = 'UPDATE' OR NEW.denied_id IS NOT NULL) AND ({_names_no_assertion("denial.id = NEW.id")}
                OR {_names_no_assertion("denial.denied_id = NEW.id")})""",
            violation_error_message=NO_ASSERTION,
        ),
    ]


def _names_no_assertion(which: str) -> str:
    """The SQL condition that one of these denials names what asserts nothing to the same question on the same subject."""
    return f"""EXISTS (SELECT FROM strikes_claim denial JOIN strikes_claim denied ON denied.id = denial.denied_id
                WHERE {which} AND (denied.stance <> '{Stance.ASSERTS}'
                    OR (denied.incident_id, denied.question_id) <> (denial.incident_id, denial.question_id)
                    OR denied.subject_id IS DISTINCT FROM denial.subject_id))"""


def denial_problems(claim: Any) -> Iterator[tuple[str, Any]]:
    """What a form says of a claim that denies another, and of one that others deny, each with its field."""
    if denied := claim.denied:
        is_same = (denied.incident_id, denied.question_id, denied.subject_id) == (
            claim.incident_id,
            claim.question_id,
            claim.subject_id,
        )
        if not is_same or denied.stance != Stance.ASSERTS:
            yield "denied", NO_ASSERTION
    denials = list(claim.denied_by.all()) if claim.pk else []
    if denials and claim.stance != Stance.ASSERTS:
        yield "stance", STILL_DENIED
    if any(denial.subject_id != claim.subject_id for denial in denials):
        yield "subject", STILL_DENIED
