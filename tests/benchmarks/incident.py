"""How long the pages of al-Jinah take, and how large they are.

    python -m tests.benchmarks.incident              the pages of the incident, of a question and of a claim
    python -m tests.benchmarks.incident --profile    and where the time of the first goes

“times” is against a page with one indexed query through base.html, in the same run; “in SQL” is the milliseconds of all
queries. The dossier is loaded into a database of our own, which is dropped afterwards.
"""

import argparse
import cProfile
import os
import pstats
from collections.abc import Sequence
from pathlib import Path

import django

from tests.benchmarks.database import DATABASE, empty_database
from tests.benchmarks.pages import asked, least, one_query, queries_of

CODE = "SY-2017-0316-A"
FILE = Path("strikes/dossiers/incidents") / f"{CODE.lower()}.json"
PAGES = ("", "accounts/", "questions/struck/", "questions/killed/", "claims/1/")


def main(arguments: Sequence[str] | None = None) -> None:
    """Load the dossier, ask for each page, and print a line of figures for it."""
    parser = argparse.ArgumentParser(description="Times the pages of one incident.")
    parser.add_argument("--profile", action="store_true", help="say where the time of the first page goes, by cProfile")
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strikes.project.settings")
    django.setup()
    from django.core.management import call_command

    with empty_database(f"{DATABASE}_incident"):
        call_command("load_questions", verbosity=0)
        call_command("load_dossiers", FILE, verbosity=0)
        measure(is_profiled=options.profile)


def measure(*, is_profiled: bool) -> None:
    """Ask for each page."""
    base = least(lambda: one_query(CODE))
    print(f"a page with one indexed query: {base * 1000:.2f} ms")
    print(f"{'page':20} {'ms':>8} {'times':>7} {'queries':>8} {'in SQL':>7} {'KB':>6}")
    for page in PAGES:
        path = f"/incidents/{CODE}/{page}"
        taken = least(lambda: asked(path))  # noqa: B023
        queries = queries_of(lambda: asked(path))  # noqa: B023
        in_sql = 1000 * sum(float(query["time"]) for query in queries)
        size = len(asked(path).content) / 1000
        print(
            f"{page or 'incident':20} {taken * 1000:8.1f} {taken / base:7.1f} {len(queries):8} {in_sql:7.0f} {size:6.0f}"
        )
    if is_profiled:
        profile = cProfile.Profile()
        profile.runcall(asked, f"/incidents/{CODE}/")
        pstats.Stats(profile).sort_stats("cumulative").print_stats(60)


if __name__ == "__main__":
    main()
