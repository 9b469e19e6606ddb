"""How long it takes to load 10, 100 and 1,000 dossiers of the founding one's size, and how much memory.

    python -m tests.benchmarks.load_dossiers                10, 100 and 1,000
    python -m tests.benchmarks.load_dossiers 50 --profile   50 alone, and where the time goes

Each size is loaded into an empty database of its own, which is made on the server of the settings (the embedded one,
or that of DATABASE_URL) and dropped afterwards; nobody's data are touched. To be met: 1,000 in under five minutes, and
growing in proportion: “against” is the time of each against that of each at the smallest size. “again” loads the same
files once more, which changes nothing. Memory is the peak of this process, without the server's.
"""

import argparse
import contextlib
import cProfile
import os
import pstats
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import django

from tests.benchmarks.database import empty_database

SIZES = (10, 100, 1000)


def main(arguments: Sequence[str] | None = None) -> None:
    """Load each size, and print a line of figures for it."""
    parser = argparse.ArgumentParser(description="Times the loading of dossiers.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="COUNT")
    parser.add_argument("--profile", action="store_true", help="say where the time goes, by cProfile")
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strikes.project.settings")
    django.setup()
    print(f"{'dossiers':>8} {'seconds':>8} {'each':>8} {'against':>8} {'again':>8} {'peak MB':>8}")
    first = 0.0
    # From small to large: the peak of a process only rises.
    for size in sorted(options.sizes):
        seconds, again = measure(size, is_profiled=options.profile)
        each = seconds / size
        first = first or each
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:8} {seconds:8.1f} {each:8.3f} {each / first:8.2f} {again:8.1f} {memory:8.0f}", flush=True)


def measure(size: int, *, is_profiled: bool) -> tuple[float, float]:
    """Load this many dossiers into an empty database; return the seconds of that, and of the same once more."""
    from django.core.management import call_command

    from tests.benchmarks.dossiers import write_dossiers

    def load() -> float:
        start = time.perf_counter()
        call_command("load_dossiers", folder, verbosity=0)
        return time.perf_counter() - start

    with tempfile.TemporaryDirectory() as folder, empty_database():
        write_dossiers(Path(folder), size)
        call_command("load_questions", verbosity=0)
        with profiled() if is_profiled else contextlib.nullcontext():
            first = load()
        return first, load()


@contextlib.contextmanager
def profiled() -> Iterator[None]:
    """Print the forty functions that took longest, with all that they called."""
    profile = cProfile.Profile()
    with profile:
        yield
    pstats.Stats(profile).sort_stats("cumulative").print_stats(40)


if __name__ == "__main__":
    main()
