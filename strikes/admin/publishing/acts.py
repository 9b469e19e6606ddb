"""The three acts by which a record becomes public and ceases to be: publish, withdraw, take back.

Two accounts stand behind what is public: the last editor, and another who publishes. No form publishes what it has just
changed. An account that did not edit last publishes what it has read, in the list or by the button of the form; whatever
breaks a rule is refused by name and stays as it was, and the rest is published. What is published is changed by way of a
draft: a claim becomes one by being saved (claims/saving.py); an incident, which carries all its claims, never in passing,
but by the act of its own, and so does what is withdrawn.

Each act takes rows, and the account that the rows keep of it, locks, checks, writes, brings the listings up to date, and returns what became of each
row. Who calls it says so to somebody, and keeps the log.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from strikes.admin.publishing.publishable import PUBLISHED, TAKEN_BACK, WITHDRAWN, PublishableRow
from strikes.admin.publishing.requirements import refusal_to_withdraw, refusals_to_publish
from strikes.listing.write import lock, refresh
from strikes.models import Claim, Revision
from strikes.models.affected import incidents_affected
from strikes.vocabulary.terms import State


@dataclass(frozen=True)
class ActOutcome:
    """The rows with which it was done, for the log with `entry`; and those refused, each with the sentences why."""

    entry: str
    done: list[PublishableRow] = field(default_factory=list)
    refused: list[tuple[PublishableRow, str]] = field(default_factory=list)

    @property
    def incidents(self) -> set[int]:
        """The keys of the incidents whose pages change."""
        return {key for row in self.done for key in incidents_affected(row)}


def as_it_stands(row: PublishableRow) -> bool:
    """Nothing is known of what was read: it is taken for what stands."""
    return True


@transaction.atomic
def publish(rows: "QuerySet[Any]", by: Any, is_as_read: Callable[[PublishableRow], bool] = as_it_stands) -> ActOutcome:
    """Publish these rows in the name of an account.

    `is_as_read` says of each, once it is locked, whether the account had it before its eyes as it stands now.
    """
    outcome = ActOutcome(PUBLISHED)
    for row in locked(rows):
        if refusals := refusals_to_publish(row, by, is_as_read=is_as_read(row)):
            outcome.refused.append((row, " ".join(refusals)))
        else:
            outcome.done.append(row)
    refresh(outcome.incidents)
    return outcome


@transaction.atomic
def withdraw(rows: "QuerySet[Any]", by: Any, reason: str) -> ActOutcome:
    """Withdraw these rows in the name of an account: their addresses answer with the day and the public reason."""
    outcome = ActOutcome(WITHDRAWN)
    for row in locked(rows):
        if refusal := refusal_to_withdraw(row):
            outcome.refused.append((row, refusal))
            continue
        row.withdraw(reason, by)
        row.save()
        outcome.done.append(row)
    refresh(outcome.incidents)
    if outcome.done:  # a notice can stand where no listing tells of it
        Revision.move()
    return outcome


@transaction.atomic
def take_back(rows: "QuerySet[Any]") -> ActOutcome:
    """Make drafts of these rows: off the public pages, to be edited and published anew.

    A notice of withdrawal stays until then. Which account it was no row keeps, but the log alone.
    """
    outcome = ActOutcome(TAKEN_BACK)
    for row in locked(rows):
        if row.state == State.DRAFT:
            outcome.refused.append((row, _("It is a draft already.")))
            continue
        row.state = State.DRAFT
        if isinstance(row, Claim):
            row.approved_by = row.approved_in = None
        row.save()
        outcome.done.append(row)
    refresh(outcome.incidents)
    return outcome


def locked(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """The rows, locked in one order until the end of the transaction, and before them their incidents."""
    selected = list(rows)
    lock(key for row in selected for key in incidents_affected(row))
    # By their keys: what a list counts beside each would forbid the lock.
    anew: QuerySet[Any] = QuerySet(rows.model).filter(pk__in=[row.pk for row in selected])
    return with_relations(anew).order_by("pk").select_for_update(of=("self",))


def with_relations(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """The rows with what a name and a check of each need of others."""
    if rows.model is not Claim:
        return rows
    return rows.select_related("incident", "question", "party").prefetch_related("denied_by")
