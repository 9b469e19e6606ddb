"""A database of a benchmark's own, on the server of the settings; nobody's data are touched."""

import contextlib
from collections.abc import Iterator

DATABASE = "strikes_benchmark"


@contextlib.contextmanager
def empty_database(name: str = DATABASE) -> Iterator[None]:
    """Have a migrated database of our own for the time of a `with` block."""
    from django.db import connection

    from strikes.project import database

    with database.available(["manage.py", "load_dossiers"]):
        own = connection.settings_dict["NAME"]
        connection.settings_dict["TEST"]["NAME"] = name
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(own, verbosity=0)
