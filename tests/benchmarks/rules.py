"""How long the rules take over 1,000 and 10,000 claims on one question, of each kind of answer and each shape of it.

    python -m tests.benchmarks.rules                    all shapes
    python -m tests.benchmarks.rules places --profile   one, and where the time goes

To be met: 10,000 well under a second, and growing in proportion. “findings” is the states, lanes and positions alone;
“all” is what pages and listings ask beside: sides, sentences, origins, moves, the lines between lanes. “grows” is all of
10,000 against ten times all of 1,000; “against” is it against writing the same dossier as MessagePack, which touches
each claim once, in the same run. Seconds are of the processor, the least of three runs. No database is asked.
"""

import argparse
import cProfile
import os
import pstats
import time
from collections.abc import Callable, Sequence
from typing import Any

import django
import msgspec

FEW, MANY, RUNS = 1_000, 10_000, 3
PARTIES = 500
Shape = Callable[[int], dict[str, Any]]

_MINUTES_OF_A_DAY = 24 * 60


def _clock(minute: int) -> str:
    hours, minutes = divmod(minute % _MINUTES_OF_A_DAY, 60)
    return f"{hours:02}:{minutes:02}"


def _day(number: int) -> str:
    return f"{2000 + number % 20}-{number // 20 % 12 + 1:02}-{number // 240 % 28 + 1:02}"


CHOICES = (
    "mosque",
    "religious-building",
    "community-hall",
    "civic-building",
    "school",
    "dwelling",
    "street",
    "vehicle",
)
# By shape: the question, and what the claim of each number says.
SHAPES: dict[str, tuple[str, Shape]] = {
    "counts": ("killed", lambda n: {"answer": {"best": n + 1}}),
    "count ranges": ("killed", lambda n: {"answer": {"low": n % 97, "high": n % 97 + n % 31 + 100}}),
    "counts denied": ("killed", lambda n: {"answer": {"best": n + 1}, "stance": ("asserts", "denies")[n % 2]}),
    "counts and none": ("killed", lambda n: {"answer": {"best": n + 1} if n % 2 else {"hedge": "none_known"}}),
    "counts related": ("killed", lambda n: {"answer": {"best": n + 1}, **_related(n)}),
    "choices": ("struck", lambda n: {"answer": {"choice": CHOICES[n % len(CHOICES)]}}),
    "choices denied": (
        "struck",
        lambda n: {"answer": {"choice": CHOICES[n % len(CHOICES)]}, "stance": ("asserts", "denies")[n // 7 % 2]},
    ),
    "choices counted": ("munitions", lambda n: {"answer": {"choice": "hellfire", "best": n + 1}}),
    "parties": ("carried-out-by", lambda n: {"answer": {"party": f"party-{n % PARTIES}"}}),
    "one of several": (
        "carried-out-by",
        lambda n: {"answer": {"one_of": [f"party-{n % PARTIES}", f"party-{(n * 7 + 1) % PARTIES}"]}},
    ),
    "places": ("where", lambda n: {"answer": {"place": f"place-{n % 500}", "precision": "settlement"}}),
    "points": (
        "where",
        lambda n: {"answer": {"latitude": 36 + n % 100 / 50, "longitude": 36 + n / 5000, "precision": "locality"}},
    ),
    "dates": ("date", lambda n: {"answer": {"date": _day(n)}}),
    "dates denied": ("date", lambda n: {"answer": {"date": _day(n)}, "stance": ("asserts", "denies")[n % 2]}),
    "clock times": ("clock", lambda n: {"answer": {"clock_from": _clock(n), "clock_to": _clock(n + n // 1440)}}),
    "yes or no": ("building-hit", lambda n: {"answer": {"yes": n % 3 == 0}}),
    "texts": ("called", lambda n: {"answer": {"text": f"strike number {n}"}}),
    "texts related": ("called", lambda n: {"answer": {"text": f"strike number {n}"}, **_related(n)}),
    "superseded": ("killed", lambda n: {"answer": {"best": n + 1}, **_superseding(n)}),
}


def _related(number: int) -> dict[str, Any]:
    """Every tenth claim contradicts, or does not contradict, the one before it."""
    if number % 10 or not number:
        return {}
    kind = ("contradicts", "not_contradicting")[number // 10 % 2]
    return {"relations": [{"claim": number, "kind": kind, "by": "editor", "reason": "Read so."}]}


def _superseding(number: int) -> dict[str, Any]:
    """A running count of each party, brought up to date nineteen times."""
    earlier = number + 1 - PARTIES
    return {"supersedes": [{"claim": earlier, "kind": "updates"}]} if earlier > 0 else {}


def make_dossier(question: str, shape: Shape, count: int) -> Any:
    """One incident of which this many claims answer the question, each of a party in its turn; half of them repeat
    another, so that lineage has something to follow."""
    from strikes.dossiers.dossier import Dossier

    claims = []
    for number in range(count):
        claim = {"relations": [], **shape(number)}
        if number and number % 2 and not claim["relations"]:
            claim["relations"] = [{"claim": number, "kind": "repeats", "by": "editor", "reason": "Names it."}]
        claims.append(
            {
                "number": number + 1,
                "question": question,
                "party": f"party-{number % PARTIES}",
                "stance": "asserts",
                "basis": "counted",
                "stated": _day(number),
                "citations": [],
            }
            | claim
        )
    filed = {
        "code": "SY-2017-0316-A",
        "title": "Strike",
        "filed": "2017-03-16",
        "place": "place-0",
        "precision": "site",
    }
    parties = [
        {"slug": f"party-{n}", "name": f"Party {n}", "kind": "state", "group": "conflict"}
        | ({"authority": f"party-{n - 1}"} if n % 10 == 1 else {})
        for n in range(PARTIES)
    ]
    places = [{"slug": f"place-{n}", "name": f"Place {n}", "level": "settlement"} for n in range(500)]
    return msgspec.convert({"incident": filed, "claims": claims, "parties": parties, "places": places}, Dossier)


def computed(dossier: Any) -> None:
    """All that pages and listings ask of the rules."""
    from strikes.incident.page import IncidentPage
    from strikes.listing.outcomes import outcomes
    from strikes.rules.changes import moves_of

    page = IncidentPage(dossier, VOCABULARY[0])
    list(outcomes(page))
    moves_of(dossier, VOCABULARY[0])
    for finding in page.findings:
        page.sentences.finding(finding)
        for lane in finding.lanes:
            finding.parts(lane.place)


VOCABULARY: list[Any] = []


def least(do: Callable[[], object]) -> float:
    """Seconds of the quickest of a few runs."""
    seconds = []
    for _run in range(RUNS):
        start = time.process_time()
        do()
        seconds.append(time.process_time() - start)
    return min(seconds)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each shape, and print a line of figures for it."""
    parser = argparse.ArgumentParser(description="Times the rules.")
    parser.add_argument("shapes", nargs="*", default=list(SHAPES), metavar="SHAPE")
    parser.add_argument("--profile", action="store_true", help="say where the time goes, by cProfile")
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strikes.project.settings")
    django.setup()
    from strikes.rules.findings import findings
    from strikes.vocabulary.questions import read_questions

    VOCABULARY[:] = [read_questions()]
    print(f"{'shape':16} {'findings':>9} {'all':>9} {'grows':>7} {'against':>8}")
    for name in options.shapes:
        few, many = (make_dossier(*SHAPES[name], count) for count in (FEW, MANY))
        of_few, of_many = least(lambda: computed(few)), least(lambda: computed(many))  # noqa: B023
        found = least(lambda: findings(many, VOCABULARY[0]))  # noqa: B023
        encoding = least(lambda: msgspec.msgpack.encode(many))  # noqa: B023
        grows, against = of_many / of_few / (MANY / FEW), of_many / encoding
        print(f"{name:16} {found:8.3f}s {of_many:8.3f}s {grows:7.2f} {against:8.0f}", flush=True)
        if options.profile:
            profile = cProfile.Profile()
            profile.runcall(computed, many)
            pstats.Stats(profile).sort_stats("cumulative").print_stats(30)


if __name__ == "__main__":
    main()
