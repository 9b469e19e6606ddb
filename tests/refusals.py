"""What the archive refuses, each refusal in three ways: by the ORM without cleaning, by raw SQL, and in a form.

A refusal is told as a function that arranges what must stand before and returns a pair: one write that is refused, and
its twin, which differs in what the refusal is about and passes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest
from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.forms import BaseInlineFormSet, inlineformset_factory, model_to_dict, modelform_factory

from sources.constraints import CompositeForeignKey
from strikes.models import Claim, Membership, Party
from strikes.models.listing import DERIVED

Values = dict[str, Any]
Errors = dict[str, list[str]]
Constraint = models.CheckConstraint | models.UniqueConstraint | models.constraints.BaseConstraint


@dataclass(frozen=True)
class Write:
    """Give a row these values: it is inserted with them if it is not saved yet, else updated. None: it is removed.

    What no form of the row can tell, since it stands in the rows beneath another, is said by that formset.
    """

    row: models.Model
    values: Values | None
    formset: "type[BaseInlineFormSet[Any, Any, Any]] | None" = None

    def by_orm(self) -> None:
        """Write past `save()` and `clean()`."""
        rows = type(self.row)._base_manager
        if self.values is None:
            rows.filter(pk=self.row.pk).delete()
        elif self.row.pk:
            rows.filter(pk=self.row.pk).update(**self.values)
        else:
            rows.bulk_create([self._filled_in()])

    def by_sql(self) -> None:
        """Write with a statement of the test's own."""
        table = self.row._meta.db_table
        if self.values is None:
            _execute(f"DELETE FROM {table} WHERE id = %s", [self.row.pk])
        elif self.row.pk:
            columns = self._columns(self.values)
            changes = ", ".join(f'"{column}" = %s' for column in columns)
            _execute(f"UPDATE {table} SET {changes} WHERE id = %s", [*columns.values(), self.row.pk])
        else:
            columns = self._columns(field.name for field in self.row._meta.local_concrete_fields)
            names, places = ", ".join(f'"{column}"' for column in columns), ", ".join("%s" for _ in columns)
            _execute(f"INSERT INTO {table} ({names}) VALUES ({places})", [*columns.values()])

    def errors(self, *, by_form: bool) -> Errors:
        """Return what the form of the row says, or, where that cannot be given these values, the row itself."""
        if self.formset:
            return self._errors_of_formset(self.formset)
        if by_form:
            form = modelform_factory(type(self.row), fields="__all__")(self._form_data(), instance=self.row)
            return {field: list(map(str, errors)) for field, errors in form.errors.items()}
        try:
            self._filled_in().validate_constraints()
        except ValidationError as error:
            return error.message_dict
        return {}

    def _filled_in(self) -> models.Model:
        for name, value in (self.values or {}).items():
            setattr(self.row, name, value)
        return self.row

    def _columns(self, names: Iterable[str]) -> Values:
        row, names = self._filled_in(), set(names)
        return {
            str(field.column): field.get_db_prep_save(field.pre_save(row, add=not row.pk), connection)
            for field in row._meta.local_concrete_fields
            if field.name in names and not (field.generated or field.primary_key)
        }

    def _form_data(self) -> Values:
        data = model_to_dict(self.row) | (self.values or {})
        return {name: value.pk if isinstance(value, models.Model) else value for name, value in data.items()}

    def _errors_of_formset(self, formset: Any) -> Errors:
        """Submit the rows beneath the claim, or the joint party, as they stand, but for this write."""
        name = "joint" if formset.model is Membership else "claim"
        above = Party if formset.model is Membership else Claim
        owner: Any = self._filled_in() if isinstance(self.row, above) else getattr(self.row, name)
        made: Any = inlineformset_factory(
            above, formset.model, formset=formset, fk_name=name, fields="__all__", extra=0
        )
        rows = list(formset.model._default_manager.filter(**{name: owner})) if owner.pk else []
        prefix = made.get_default_prefix()
        data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": len(rows)}
        for number, row in enumerate(rows):
            values = model_to_dict(row)
            if row == self.row:
                values |= {"DELETE": True} if self.values is None else self._form_data()
            data |= {f"{prefix}-{number}-{name}": value for name, value in values.items() if value is not None}
        submitted = made(data, instance=owner)
        return {} if submitted.is_valid() else {NON_FIELD_ERRORS: list(map(str, submitted.non_form_errors()))}


class Pair(NamedTuple):
    """A write that is refused, and one that passes."""

    wrong: Write
    right: Write


def change(row: models.Model, *, wrong: Values, right: Values, **more: Any) -> Pair:
    """Write either the one or the other to the same row."""
    return Pair(Write(row, wrong, **more), Write(row, right, **more))


def removal(row: models.Model, *, twin: models.Model, **more: Any) -> Pair:
    """Remove one row, which must stay, or its twin."""
    return Pair(Write(row, None, **more), Write(twin, None, **more))


@dataclass(frozen=True)
class Refusal:
    """What is refused, by which constraint, and where a form says so."""

    name: str
    constraint: str
    arrange: Callable[[], Pair]
    at: str = NON_FIELD_ERRORS
    says: str = ""
    by_form: bool = True

    def __str__(self) -> str:
        return f"{self.constraint}: {self.name}"

    def sentence(self, row: models.Model) -> str:
        """Return what a form must say: what the constraint says, if nothing else is expected."""
        model, constraint = CONSTRAINTS[self.constraint]
        if self.says:
            return self.says
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            return str(row.unique_error_message(model, constraint.fields).messages[0])
        return str(constraint.get_violation_error_message())


class Refusals(list[Refusal]):
    """The refusals of one part of the archive."""

    def by(self, constraint: str, **more: Any) -> Callable[[Callable[[], Pair]], Callable[[], Pair]]:
        """Enter the function that this stands above: `at` is the field where the form says it, if not the whole form.

        `says` is for where another model's form speaks, in words of its own. Without `by_form` the row is asked itself,
        because its form fills in what is wrong here by itself, or takes it as an upload.
        """

        def enter(arrange: Callable[[], Pair]) -> Callable[[], Pair]:
            self.add(arrange.__name__.replace("_", " "), constraint, arrange, **more)
            return arrange

        return enter

    def add(self, name: str, constraint: str, arrange: Callable[[], Pair], **more: Any) -> None:
        """Enter one of several that differ in a value alone."""
        self.append(Refusal(name, constraint, arrange, **more))


def all_constraints(*labels: str) -> Iterator[tuple[type[models.Model], Constraint]]:
    for label in labels:
        for model in apps.get_app_config(label).get_models():
            yield from ((model, constraint) for constraint in model._meta.constraints)


CONSTRAINTS = {constraint.name: (model, constraint) for model, constraint in all_constraints("sources", "strikes")}


def constraints_that_refuse(label: str) -> set[str]:
    """Return the names of an app's constraints, without the keys that only serve composite foreign keys."""
    composite = [
        each for _model, each in all_constraints("sources", "strikes") if isinstance(each, CompositeForeignKey)
    ]
    served = {(apps.get_model(key.to), key.to_fields) for key in composite}
    return {
        constraint.name
        for model, constraint in all_constraints(label)
        if model not in DERIVED and (model, getattr(constraint, "fields", ())) not in served
    }


def broken_by(refusal: Refusal, way: Callable[[Write], None]) -> str | None:
    """Return the name of the constraint that the database says was broken, by the wrong one written in this way."""
    wrong = refusal.arrange().wrong
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        _write(wrong, way)
    return refused.value.__cause__.diag.constraint_name  # type: ignore[union-attr]


def write_the_twin(refusal: Refusal, way: Callable[[Write], None]) -> None:
    """Write the twin of what is refused in this way, and take it back."""
    with transaction.atomic():
        _write(refusal.arrange().right, way)
        transaction.set_rollback(True)


def _write(write: Write, way: Callable[[Write], None]) -> None:
    # What was arranged must stand, or the refusal would be of that.
    try:
        _say_now()
    except IntegrityError as error:
        raise AssertionError("What was arranged is refused itself") from error
    way(write)
    _say_now()


def _say_now() -> None:
    """Have the database say what it would say at commit."""
    _execute("SET CONSTRAINTS ALL IMMEDIATE")
    _execute("SET CONSTRAINTS ALL DEFERRED")


def _execute(statement: str, values: list[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
