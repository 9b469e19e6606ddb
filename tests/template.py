"""The databases of the tests: one template, migrated once for each state of the code, and a copy of it a process.

The template stays on the server from one run to the next. Its comment says of which state it is.
"""

import contextlib
import hashlib
from collections.abc import Iterator

from django.conf import settings
from django.db import connection
from django.db.backends.base.creation import TEST_DATABASE_PREFIX
from django.db.backends.utils import CursorWrapper

from strikes.loading.questions import load_questions
from strikes.models import Revision
from strikes.vocabulary.questions import read_questions

# What decides the tables of the template and its rows, which are the questions.
DECIDING = ("*/migrations/*.py", "strikes/models/*.py", "sources/*.py", "strikes/vocabulary/*.*", "requirements.txt")
# Any number that no other program on the server locks.
LOCK = 7316


def use_template(*, made_by: str, verbosity: int) -> None:
    """Point the connection to the template, made first where it is missing, of another state, or of another run.

    `made_by` is the run that must have made it, in whichever of its processes; empty where any will do.
    """
    name = connection.settings_dict["TEST"]["NAME"] or TEST_DATABASE_PREFIX + connection.settings_dict["NAME"]
    state = _state()
    with _alone_on_the_server() as server:
        if not _comment(server, name).startswith(f"{state} {made_by}"):
            connection.creation.create_test_db(verbosity=verbosity, autoclobber=True, serialize=False)
            load_questions(read_questions().questions)
            _leave_unanalysed()
            # Made again by whatever the public can read: what is here at first is the vocabulary alone.
            Revision.objects.all().delete()
            connection.close()
            # Last, so that a template which was left half made is made again.
            server.execute(f"COMMENT ON DATABASE {_quoted(name)} IS '{state} {made_by}'")
    connection.settings_dict["NAME"] = connection.settings_dict["TEST"]["NAME"] = name


def _leave_unanalysed() -> None:
    """Have no table analysed while its rows come and go: what was seen empty once is planned as empty ever after.

    A test that loads the whole archive took twenty times as long where another had just emptied its tables.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = false)")


def copy_template(name: str, *, force: bool = False) -> None:
    """Point the connection from the template, or from an earlier copy of this name, to a fresh copy.

    An earlier copy that somebody is connected to is another run's, and an error, unless `force` is given.
    """
    connection.close()
    template = connection.settings_dict["TEST"]["NAME"]
    copy = f"{template}_{name}"
    with _alone_on_the_server() as server:
        server.execute(f"DROP DATABASE IF EXISTS {_quoted(copy)}{' WITH (FORCE)' if force else ''}")
        server.execute(f"CREATE DATABASE {_quoted(copy)} TEMPLATE {_quoted(template)}")
    connection.settings_dict["NAME"] = copy


def drop_copy(database: str) -> None:
    """Drop the copy, though a thread of the live server may still be connected, and point to `database` again."""
    connection.close()
    with _alone_on_the_server() as server:
        server.execute(f"DROP DATABASE {_quoted(connection.settings_dict['NAME'])} WITH (FORCE)")
    connection.settings_dict["NAME"] = database


@contextlib.contextmanager
def _alone_on_the_server() -> Iterator[CursorWrapper]:
    """Let one process at a time make the template or copy it, which nobody else may be connected to."""
    with connection._nodb_cursor() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        yield server


def _state() -> str:
    digest = hashlib.sha256()
    for pattern in DECIDING:
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _comment(server: CursorWrapper, name: str) -> str:
    server.execute("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name])
    found = server.fetchone()
    return found[0] or "" if found else ""


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
