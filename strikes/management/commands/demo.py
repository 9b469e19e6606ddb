"""`manage.py demo`: the whole archive on this machine, from an empty folder to an address to open."""

import contextlib
import errno
import hashlib
import logging
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from strikes.models import Import, Listing

HOST = "127.0.0.1"
ACCOUNTS = {"editor": "Editors", "reviewer": "Reviewers"}


class Command(BaseCommand):
    """Prepare what is missing, keep what is there, and serve until Ctrl-C."""

    help = "Prepare the archive with the dossiers of this folder and serve it on this machine, to try it out."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take another port than 8000."""
        parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 to serve at (8000)")

    def handle(self, *, port: int, **options: Any) -> None:
        """Take the port before all else: a newcomer should learn at once that it is taken."""
        if settings.IS_PRODUCTION:
            raise CommandError("demo is for trying out: unset SECRET_KEY, or serve with gunicorn as README.md says.")
        self.stdout.write("The archive of disputed strikes, to try out on this machine.")
        self.stdout.write("What you enter is kept for the next time. Ctrl-C ends it.\n\n")
        with listening(port) as server, contextlib.ExitStack() as stack:
            if settings.EMBEDDED_POSTGRES:
                self.say("Database", f"an embedded PostgreSQL in {settings.EMBEDDED_POSTGRES.home}")
                stack.enter_context(settings.EMBEDDED_POSTGRES.running(lambda said: self.say("", said)))
            else:
                self.say("Database", "the one that DATABASE_URL names")
            self.prepare()
            self.serve(server)

    def prepare(self) -> None:
        """Bring tables, questions, dossiers and accounts up to date."""
        self.say("Tables", "bringing them up to date")
        is_older = is_behind()
        call_command("migrate", interactive=False, verbosity=0)
        self.say("Questions", "loading the vocabulary")
        call_command("load_questions", stdout=self.stdout)
        folder = settings.BASE_DIR / "strikes" / "dossiers" / "incidents"
        if paths := not_yet_loaded(folder):
            self.say("Dossiers", f"loading {len(paths)} from {folder}")
            call_command("load_dossiers", *paths, stdout=self.stdout)
        else:
            self.say("Dossiers", "all loaded before")
        if is_older:
            self.say("Listings", "writing them anew for the tables of this version")
            call_command("refresh_listings", stdout=self.stdout)
        self.tell_accounts(make_accounts())

    def tell_accounts(self, passwords: dict[str, str]) -> None:
        """Print passwords this once, and how to get others ever after."""
        if not passwords:
            self.say("Accounts", f"{' and '.join(ACCOUNTS)} as before (new password: manage.py changepassword NAME)")
            return
        self.say("Accounts", "for the admin pages; write the passwords down, they are shown this once")
        for name, password in passwords.items():
            self.say("", f"{name:10} {password}")

    def serve(self, server: ThreadedWSGIServer) -> None:
        """Answer requests until Ctrl-C or SIGTERM."""
        server.set_app(get_wsgi_application())
        # After the line above, which sets logging up anew: a line a request would push the passwords out of sight.
        logging.getLogger("django.server").setLevel(logging.ERROR)
        address = f"http://{HOST}:{server.server_port}/"
        try:
            self.stdout.write(f"\nOpen {address} (editors: {address}admin/)")
            self.stdout.flush()
            server.serve_forever()
        except KeyboardInterrupt:
            self.stdout.write("\nStopped.")

    def say(self, label: str, text: str) -> None:
        """Print one line of what is being done, at once."""
        self.stdout.write(f"  {label:10} {text}")
        self.stdout.flush()


def is_behind() -> bool:
    """Whether there is an archive already, made by an earlier version: it has listings, and migrations to come."""
    executor = MigrationExecutor(connection)
    has_listings = Listing._meta.db_table in connection.introspection.table_names()
    return has_listings and bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def listening(port: int) -> ThreadedWSGIServer:
    """Return a server that holds the port and does not answer yet."""
    try:
        return ThreadedWSGIServer((HOST, port), WSGIRequestHandler)
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        reason = "is taken by another program" if taken else f"cannot be opened ({error})"
        raise CommandError(
            f"Port {port} {reason}: choose another, as in --port {8001 if port == 8000 else 8000}."
        ) from error


def not_yet_loaded(folder: Path) -> list[Path]:
    """Return the dossier files of a folder that no import has on record."""
    loaded = set(Import.objects.values_list("sha256", flat=True))
    paths = sorted(folder.glob("*.json"))
    return [path for path in paths if hashlib.sha256(path.read_bytes()).hexdigest() not in loaded]


@transaction.atomic
def make_accounts() -> dict[str, str]:
    """Make the accounts and groups that are missing; return the passwords of those just made, by name."""
    may = Permission.objects.filter(content_type__app_label__in=["sources", "strikes"])
    passwords = {}
    for name, group_name in ACCOUNTS.items():
        group, _ = Group.objects.get_or_create(name=group_name)
        group.permissions.add(*may)
        if not get_user_model().objects.filter(username=name).exists():
            passwords[name] = secrets.token_urlsafe(12)
            user = get_user_model().objects.create_user(username=name, password=passwords[name], is_staff=True)
            user.groups.add(group)
    return passwords
