"""How many small changes of the rules, answers and wording the tests find; each change is a mutant.

`python -m tests.mutation --sample 400` tries so many of them, spread evenly over the modules and the same in each run;
without a sample all are tried. In pyproject.toml stands what is changed and which tests run. mutants/ keeps what was
tried: `mutmut show NAME` shows one.
"""

import argparse
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

MUTMUT = str(Path(sys.executable).with_name("mutmut"))
FOUND = frozenset({"killed", "timeout", "segfault"})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, help="how many mutants are tried")
    wanted = parser.parse_args().sample
    shutil.rmtree("mutants", ignore_errors=True)
    # mutmut makes all mutants on its way to a run. One that names none of them ends there, with an error.
    made = run("run", "none")
    names = sorted(statuses())
    if not names:
        print(made.stdout, made.stderr, "No mutant was made.", sep="\n")
        return 1
    number = min(wanted or len(names), len(names))
    drawn = [names[len(names) * position // number] for position in range(number)]
    tried = run("run", *drawn)
    found = statuses()
    if tried.returncode or any(found[name] == "not checked" for name in drawn):
        print(tried.stdout[-4000:], tried.stderr[-4000:], "The mutants could not all be tried.", sep="\n")
        return 1
    report({name: found[name] for name in drawn}, len(names))
    return 0


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Return what mutmut says to these arguments."""
    return subprocess.run([MUTMUT, *words], capture_output=True, text=True, check=False)


def statuses() -> dict[str, str]:
    """Return what came of each mutant, by its name such as `strikes.rules.spread.x_spread_of__mutmut_2`."""
    lines = run("results", "--all", "true").stdout.splitlines()
    return dict(line.strip().split(": ", 1) for line in lines if "__mutmut_" in line)


def report(found: Mapping[str, str], made: int) -> None:
    """Print the mutants that no test found, then how many were found of each module, the weakest first."""
    for name in sorted(name for name, status in found.items() if status not in FOUND):
        print(f"{found[name]:>10}  {name}")
    tried = Counter(module_of(name) for name in found)
    killed = Counter(module_of(name) for name, status in found.items() if status in FOUND)
    print(f"\n{'module':40} found of tried")
    for module in sorted(tried, key=lambda module: (killed[module] / tried[module], module)):
        print(line(module, killed[module], tried[module]))
    print(line(f"all ({made} can be made)", killed.total(), tried.total()))


def module_of(name: str) -> str:
    return name.rpartition(".")[0]


def line(label: str, killed: int, tried: int) -> str:
    return f"{label:40} {killed:5} of {tried:5} {killed / tried:6.0%}"


if __name__ == "__main__":
    sys.exit(main())
