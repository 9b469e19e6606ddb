"""What the database refuses, told in the admin as a sentence.

Some rules are asked only at commit, when the form has long been found valid and its page is about to be left.
`RecordAdmin` asks them within the transaction; what they refuse, and whatever else the database refuses, takes
everything back and shows the form again, with the constraint's own sentence above all that was typed. A deletion or an
action that is refused leads back to where it was asked for.
"""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, OperationalError, models
from django.http import QueryDict

from sources.constraints import WAITED_FOR_EACH_OTHER, sentence

REFUSALS = (IntegrityError, OperationalError)


def refusal(error: DatabaseError) -> str:
    """The sentence for what the database refuses; what else goes wrong with it is raised on."""
    if isinstance(error, IntegrityError) or isinstance(error.__cause__, WAITED_FOR_EACH_OTHER):
        return sentence(error)
    raise error


def readable(model: type[models.Model], given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What was given for fields of a model, without what was made up by hand and no field can hold."""
    fields = {field.name: field for field in model._meta.concrete_fields}
    for name, value in given.items():
        with contextlib.suppress(ValidationError):
            yield name, fields[name].to_python(value) if name in fields else value


def with_keys_alone(posted: QueryDict, model: type[models.Model]) -> QueryDict:
    """What was posted of a list, without rows that were made up by hand and are no keys."""
    posted = posted.copy()
    keys = [dict(readable(model, {model._meta.pk.name: key})) for key in posted.getlist(ACTION_CHECKBOX_NAME)]
    posted.setlist(ACTION_CHECKBOX_NAME, [str(key) for each in keys for key in each.values()])
    return posted
