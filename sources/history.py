"""The history of rows, kept by triggers of the database: every insertion, change and deletion, with time and account.

A row of history says what its row was after the change (after a deletion: before it). Whoever writes says who it is by
`written_by`, around the whole of what is saved as one; what SQL writes without it stands there without a name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from pghistory.core import create_event_model

# The history of each model that has one.
HISTORIES: dict[type[models.Model], Any] = {}


def keep_history(model: type[models.Model], *owners: str) -> None:
    """Keep the history of a model, that can be asked for by the rows that `owners` refer to, the first its own.

    What follows from other columns is left out, so that no change is told twice.
    """
    derived = [field.name for field in model._meta.fields if not (field.editable or field.is_relation)]
    HISTORIES[model] = create_event_model(
        model,
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=derived,
        obj_field=pghistory.ObjForeignKey(related_name="+", db_index=True),
        context_field=pghistory.ContextForeignKey(related_name="+"),
        # One insertion a statement, however many rows it changes.
        level=pghistory.Statement,
        attrs={"owners": owners},
        # Nobody is given a permission on what no page writes.
        meta={"indexes": [models.Index(fields=[owner]) for owner in owners], "default_permissions": ()},
        abstract=False,
    )


def parts_of(model: type[models.Model], *, own_alone: bool = False) -> Iterator[tuple[type[models.Model], str]]:
    """The models whose rows belong to rows of `model`, each with the field that says to which.

    And, unless `own_alone`, those that belong to another row and refer to this one.
    """
    for part, history in HISTORIES.items():
        for owner in history.owners[:1] if own_alone else history.owners:
            if part._meta.get_field(owner).related_model is model:
                yield part, owner


def written_by(
    user: AbstractBaseUser | AnonymousUser | None, *, name: str = "", command: str = ""
) -> pghistory.context:
    """Within this, whatever is written is the account's, or of `name`, by the management command if one is named.

    The name stays in the history as it is now, whatever becomes of the account.
    """
    return pghistory.context(
        user=user.pk if user else None, name=name or (user.get_username() if user else ""), command=command
    )


def versions(model: type[models.Model], keys: Iterable[int]) -> Counter[int]:
    """The number of changes ever recorded of each of these rows and of their own parts; it only rises."""
    keys, found = list(keys), Counter[int]()
    counted = [(model, "pgh_obj_id"), *((part, f"{owner}_id") for part, owner in parts_of(model, own_alone=True))]
    for each, column in counted:
        rows = HISTORIES[each].objects.filter(**{f"{column}__in": keys}).order_by()
        found.update(dict(rows.values_list(column).annotate(models.Count("pk"))))
    return found
