"""Constraints that PostgreSQL holds and Django has no class for: composite foreign keys, and rules over several rows.

They stand in `Meta.constraints` beside Django's own, so that a migration makes and drops them, `full_clean()` says
their sentence, and a breach in the database names them (`diag.constraint_name`).
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DatabaseError, connection, connections, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import ProtectedError
from django.db.models.constraints import BaseConstraint
from django.utils.translation import gettext as _
from psycopg.errors import DeadlockDetected, ForeignKeyViolation, SerializationFailure, UniqueViolation

WAITED_FOR_EACH_OTHER = (DeadlockDetected, SerializationFailure)


def column(model: type[models.Model], field: str) -> str:
    """The column in which a model keeps a field."""
    name = model._meta.get_field(field).column  # type: ignore[union-attr]
    assert name is not None
    return name


def without_uneditable(model: type[models.Model], exclude: Collection[str] | None) -> set[str]:
    """The fields that a form leaves unchecked, but for those that no form shows: a model fills them in by itself.

    For a model's `validate_constraints()`. Django skips a check that reads any field left unchecked.
    """
    return {name for name in exclude or () if model._meta.get_field(name).editable}


class _DatabaseConstraint(BaseConstraint):
    """A constraint made by statements of its own once all tables and keys of a migration stand."""

    arguments: tuple[str, ...] = ()

    def sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> str:
        raise NotImplementedError

    def create_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> None:  # type: ignore[override]
        # What it refers to may come later in the same migration: wait for the end of it.
        schema_editor.deferred_sql.append(self.sql(model, schema_editor))

    constraint_sql = create_sql  # type: ignore[assignment]

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {name: getattr(self, name) for name in self.arguments}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash((type(self), self.name))

    def refuse(self, field: str, exclude: set[str] | None) -> None:
        """Raise the sentence at `field`, or at the whole where the form does not show that field."""
        error = ValidationError(self.get_violation_error_message(), code=self.violation_error_code)
        raise ValidationError({NON_FIELD_ERRORS if exclude and field in exclude else field: error})


class CompositeForeignKey(_DatabaseConstraint):
    """The values of `fields` stand together in one row of `to` (“app.Model”), in its `to_fields`.

    `to_fields` need a unique constraint of their own. Where one of `fields` is NULL nothing is asked (MATCH SIMPLE).
    With `cascades`, a change of the row referred to is carried over; without, it is refused. The sentence is shown at
    the first of `fields`.
    """

    arguments = ("fields", "to", "to_fields", "cascades")

    def __init__(
        self,
        *,
        fields: Sequence[str],
        to: str,
        to_fields: Sequence[str],
        cascades: bool = False,
        name: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(name=name, **kwargs)
        self.fields, self.to, self.to_fields, self.cascades = tuple(fields), to, tuple(to_fields), cascades

    def sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> str:
        quote = schema_editor.quote_name
        target = model._meta.apps.get_model(self.to)
        columns = ", ".join(quote(column(model, field)) for field in self.fields)
        to_columns = ", ".join(quote(column(target, field)) for field in self.to_fields)
        return (
            f"ALTER TABLE {quote(model._meta.db_table)} ADD CONSTRAINT {quote(self.name)} FOREIGN KEY ({columns}) "
            f"REFERENCES {quote(target._meta.db_table)} ({to_columns}) ON UPDATE {'CASCADE' if self.cascades else 'NO ACTION'}"
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        return f"ALTER TABLE {schema_editor.quote_name(model._meta.db_table)} DROP CONSTRAINT {schema_editor.quote_name(self.name)}"

    def validate(self, model: Any, instance: Any, exclude: set[str] | None = None, using: str = "default") -> None:
        values = [getattr(instance, model._meta.get_field(field).attname) for field in self.fields]
        if None in values:
            return
        target = model._meta.apps.get_model(self.to)
        columns = [target._meta.get_field(field).attname for field in self.to_fields]
        if not target._base_manager.using(using).filter(**dict(zip(columns, values, strict=True))).exists():
            self.refuse(self.fields[0], exclude)


class ConstraintTrigger(_DatabaseConstraint):
    """A rule over several rows: at commit, no row for which the SQL `condition` is true may stand.

    `condition` reads the changed row as NEW (OLD where `events` is DELETE alone). `lock` is a statement that runs
    before it, so that two connections that commit at once read each other's rows. The model's `clean()` says the
    sentence first; here it is the message of the database.
    """

    arguments: tuple[str, ...] = ("condition", "events", "lock")

    def __init__(
        self, *, condition: str = "", events: str = "INSERT OR UPDATE", lock: str = "", name: str, **kwargs: Any
    ) -> None:
        super().__init__(name=name, **kwargs)
        self.condition, self.events, self.lock = condition, events, lock

    def condition_sql(self, model: type[models.Model]) -> str:
        return self.condition

    def sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> str:
        table, name = schema_editor.quote_name(model._meta.db_table), schema_editor.quote_name(self.name)
        # By oid, so that the lock is one for the table whatever its name; only what changes it waits.
        lock = self.lock or f"PERFORM pg_advisory_xact_lock('{model._meta.db_table}'::regclass::oid::bigint)"
        sentence = str(self.get_violation_error_message()).replace("'", "''")
        return f"""
            CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
                {lock};
                IF {self.condition_sql(model)} THEN
                    RAISE EXCEPTION '%', '{sentence}' USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}',
                        TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
                END IF;
                RETURN NULL;
            END $body$;
            CREATE CONSTRAINT TRIGGER {name} AFTER {self.events} ON {table}
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {name}()"""

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        return f"DROP FUNCTION {schema_editor.quote_name(self.name)}() CASCADE"

    def validate(self, model: Any, instance: Any, exclude: set[str] | None = None, using: str = "default") -> None:
        """Said by the model's `clean()`, which knows at which field."""


class NoCircle(ConstraintTrigger):
    """Following `parent` from row to row never leads back: for a tree (`child` is "id") or a table of edges.

    `where` has columns and values of the edges that are followed, where that is not all of them.
    """

    arguments = ("child", "parent", "where", "lock")

    def __init__(
        self,
        *,
        parent: str,
        child: str = "id",
        where: Mapping[str, str] | None = None,
        lock: str = "",
        name: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(name=name, lock=lock, **kwargs)
        self.child, self.parent, self.where = child, parent, dict(where or {})

    def _columns(self, model: type[models.Model]) -> tuple[str, str, str]:
        return model._meta.db_table, column(model, self.child), column(model, self.parent)

    def condition_sql(self, model: type[models.Model]) -> str:
        table, child, parent = self._columns(model)
        return f"""NEW.{parent} IS NOT NULL{self._followed("NEW")} AND EXISTS (
                    WITH RECURSIVE walk(id) AS (
                        SELECT edge.{parent} FROM {table} edge WHERE edge.{child} = NEW.{child}{self._followed("edge")}
                        UNION SELECT edge.{parent} FROM {table} edge JOIN walk ON edge.{child} = walk.id{self._followed("edge")}
                    ) SELECT FROM walk WHERE id = NEW.{child})"""

    def _followed(self, row: str) -> str:
        """The condition, after others, that a row is one of the edges that are followed."""
        return "".join(f" AND {row}.{column} = '{value}'" for column, value in self.where.items())

    def validate(self, model: Any, instance: Any, exclude: set[str] | None = None, using: str = "default") -> None:
        table, child, parent = self._columns(model)
        start, end = (getattr(instance, model._meta.get_field(field).attname) for field in (self.parent, self.child))
        is_followed = all(getattr(instance, name) == value for name, value in self.where.items())
        if start is None or end is None or not is_followed:
            return
        with connections[using].cursor() as cursor:
            cursor.execute(
                f"""WITH RECURSIVE walk(id) AS (
                        SELECT %s::bigint
                        UNION SELECT edge.{parent} FROM {table} edge JOIN walk ON edge.{child} = walk.id
                        WHERE edge.id IS DISTINCT FROM %s{self._followed("edge")}
                    ) SELECT FROM walk WHERE id = %s""",
                # Not by way of the row itself, which may be about to change.
                [start, instance.pk, end],
            )
            if cursor.fetchone() is not None:
                self.refuse(self.parent, exclude)


def settle() -> None:
    """Ask now what the database would ask at commit: IntegrityError where it refuses."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def sentence(error: DatabaseError) -> str:
    """The sentence of what was refused. Never PostgreSQL's detail, which shows the row."""
    if isinstance(error, ProtectedError):
        others = ", ".join(sorted(map(str, error.protected_objects)))
        return _("It cannot be deleted: others refer to it by now. Nothing was deleted. They are: %s") % others
    if isinstance(error.__cause__, WAITED_FOR_EACH_OTHER):
        return _(
            "Somebody else is saving this too, and you two waited for each other. Nothing was saved: save once more."
        )
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return str(constraint.get_violation_error_message())
    if isinstance(error.__cause__, UniqueViolation):
        return _("One of this name stands already. Nothing was saved.")
    if isinstance(error.__cause__, ForeignKeyViolation):
        return _("What this refers to is gone, or something refers to what was to go. Nothing was saved.")
    return _("The database refuses this, by its rule “%(rule)s”. Nothing was saved.") % {"rule": name or _("unnamed")}
