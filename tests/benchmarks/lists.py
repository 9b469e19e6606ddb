"""How long the list of incidents takes at a million of them, whatever is asked for, newest first and otherwise.

    python -m tests.benchmarks.lists                     a million incidents, which takes a while to write
    python -m tests.benchmarks.lists 100000              fewer; what counts as many shrinks with them
    python -m tests.benchmarks.lists 100000 --explain    and the plan of each page's slowest query
    python -m tests.benchmarks.lists 100000 --keep       leaves the database, for the next run with --kept

“times” is the time of a page against that of a page with one indexed query through base.html, in the same run; “in SQL”
and “slowest” are the milliseconds of its queries together and of the slowest; “found” is how many incidents fit. The database is one of our own, dropped afterwards. Each page is asked for a few times;
the least counts, as it would be with everything in memory.
"""

import argparse
import contextlib
import os
import time
from collections.abc import Iterator, Sequence
from typing import Any

import django

from tests.benchmarks.database import DATABASE, empty_database
from tests.benchmarks.pages import asked, least, one_query, queries_of

MILLION, MANY = 1_000_000, 10_000
OLD_COUNTRY, OLD_PARTY, GLOBAL_PARTY = "country-0", "party-41", "party-2"
PAGES = {
    "all": "",
    "oldest first": "sort=oldest",
    "last changed": "sort=changed",
    "most killed": "sort=killed",
    "a country at war now": "country=country-2",
    "a country long at peace": f"country={OLD_COUNTRY}",
    "a region": "region=region-2002",
    "a place by name": "place=settlement-2004",
    "since a day": "date_from=2020-01-01",
    "between days": "date_from=2001-01-01&date_to=2001-06-30",
    "a party of a war that is over": f"party={OLD_PARTY}",
    "a party of all wars": f"party={GLOBAL_PARTY}",
    "no claim by a party of all wars": f"without={GLOBAL_PARTY}",
    "no claim by a party of the old war": f"without={OLD_PARTY}",
    "disputed, a common question": "disputed=killed",
    "disputed, a rare question": "disputed=duration",
    "disputed, in the old war alone": "disputed=human-shields",
    "numbers differ": "differ=killed-civilians",
    "moved, a common question": "moved=killed",
    "moved, in the old war alone": "moved=targeted",
    "disputed on anything": "disputed=any",
    "numbers differ on anything": "differ=any",
    "moved on anything": "moved=any",
    "moved on anything, by number": "moved=any&sort=killed",
    "one account on anything": "one_account=any",
    "moved, a party of the old war": f"moved_by={OLD_PARTY}",
    "moved, a party of all wars": f"moved_by={GLOBAL_PARTY}",
    "moved, the old party, by number": f"moved_by={OLD_PARTY}&sort=killed",
    "moved on it, by the old party": f"moved=targeted&moved_by={OLD_PARTY}",
    "near a point": "near=35,6",
    "between days, near a point": "near=35,6&date_from=2001-01-01&date_to=2001-06-30",
    "one account": "one_account=struck",
    "stated since, long ago": "stated_since=1999",
    "stated since, of late": "stated_since=2025-06-01",
    "words, common": "q=w1",
    "words, rare": "q=w3001",
    "disputed in the old country": f"disputed=killed&country={OLD_COUNTRY}",
    "disputed, of an old party": f"disputed=killed&party={OLD_PARTY}",
    "disputed since a day": "disputed=killed&date_from=2022",
    "disputed and moved": "disputed=killed&moved=carried-out-by",
    "disputed and without": f"disputed=struck&without={GLOBAL_PARTY}",
    "disputed and words": "disputed=struck&q=w2",
    "old dispute, most killed": "disputed=human-shields&sort=killed",
    "old dispute, last changed": "disputed=human-shields&sort=changed",
    "old country, since long ago": f"country={OLD_COUNTRY}&stated_since=1999",
    "nothing fits": f"disputed=human-shields&country=country-2&party={OLD_PARTY}",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the incidents, ask for each page, and print a line of figures for it."""
    parser = argparse.ArgumentParser(description="Times the list of incidents.")
    parser.add_argument("count", nargs="?", type=int, default=MILLION)
    parser.add_argument("--explain", action="store_true", help="print the plan of each page's slowest query")
    parser.add_argument("--keep", action="store_true", help="leave the database for the next run")
    parser.add_argument("--kept", action="store_true", help="use the database that a run before has left")
    parser.add_argument("--only", default="", help="only the pages with this in their name")
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strikes.project.settings")
    django.setup()
    with kept_database(options.kept) if options.keep or options.kept else empty_database():
        if not options.kept:
            start = time.perf_counter()
            from tests.benchmarks.wars import write

            write(options.count)
            print(f"{options.count} incidents written in {time.perf_counter() - start:.0f} s", flush=True)
        measure(options.count, explains=options.explain, only=options.only)


def measure(count: int, *, explains: bool, only: str) -> None:
    """Ask for each page."""
    from django.db import connection

    from strikes.listing import counts
    from strikes.models import Listing

    def answer(query: str) -> Any:
        return asked("/incidents/", query)

    counts.MOST_COUNTED = many = max(10, MANY * count // MILLION)
    code = Listing.objects.order_by("code").values_list("code", flat=True)[count // 2]
    base = least(lambda: one_query(code))
    print(f"a page with one indexed query: {base * 1000:.2f} ms; many: more than {many}")
    print(f"{'page':38} {'found':>9} {'ms':>8} {'times':>7} {'in SQL':>8} {'slowest':>8}")
    for page, query in PAGES.items():
        if only in page:
            taken = least(lambda: answer(query))  # noqa: B023
            queries = queries_of(lambda: answer(query))  # noqa: B023
            times = [1000 * float(one["time"]) for one in queries]
            figures = f"{taken * 1000:8.1f} {taken / base:7.1f} {sum(times):8.0f} {times[0]:8.0f}"
            print(f"{page:38} {found(query):>9} {figures}", flush=True)
            if explains:
                print(plan(connection, queries[0]["sql"]))


def found(query: str) -> str:
    """How many incidents fit."""
    from django.http import QueryDict

    from strikes.listing.search import search

    total = search(QueryDict(query)).total
    return "many" if total.is_more else str(total.number)


def plan(connection: Any, query: str) -> str:
    """A query and its plan."""
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, BUFFERS) " + query)
        lines = [line for (line,) in cursor.fetchall()]
    return "\n    ".join([query[:3000], *lines, ""])


@contextlib.contextmanager
def kept_database(is_there: bool) -> Iterator[None]:
    """A database of our own that stays; made anew where it is not said to be there."""
    from django.db import connection

    from strikes.project import database

    with database.available(["manage.py", "load_dossiers"]):
        connection.settings_dict["TEST"]["NAME"] = DATABASE
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=is_there)
        yield


if __name__ == "__main__":
    main()
