"""Listings of wars that begin and end, written by COPY: of a war that is over nothing is new, which uniform data hide.

Each war has a country, a span of years, parties of its own and a share of the incidents. In the first, which ended in
2003, one question is disputed, and one party moved on another, as nowhere else. The same number gives the same rows.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any

WARS, REGIONS, DISTRICTS, SETTLEMENTS = 24, 8, 6, 8
PARTIES_OF_WAR, PARTIES_OF_ALL = 30, 40
WORDS = 4_000
FIRST_DAY, LAST_DAY = date(1995, 1, 1), date(2025, 12, 31)
OLD_MOVERS = (41, 42)  # parties of the first war
OLD_ONLY = {"human-shields": "disputed", "targeted": "moved"}
COMMON = {
    "killed": 0.9,
    "killed-civilians": 0.7,
    "carried-out-by": 0.6,
    "struck": 0.4,
    "where": 0.5,
    "date": 0.5,
    "the-dead": 0.3,
    "munitions": 0.25,
    "injured": 0.4,
    "lawful": 0.15,
    "children-killed": 0.2,
}
STATES = {
    "one_account": 0.35,
    "same": 0.2,
    "not_in_conflict": 0.15,
    "disputed": 0.15,
    "differ": 0.1,
    "no_claim": 0.05,
}
Rows = Iterable[tuple[Any, ...]]


@dataclass(frozen=True)
class War:
    """Where and when, who speaks in it, and its share of all incidents. Keys are those of the tables."""

    first: date
    days: int
    share: float
    settlements: tuple[tuple[int, int, int, int], ...]  # country, region, district, settlement
    parties: tuple[int, ...]


def write(count: int) -> None:
    """Fill an empty, migrated database with this many published incidents and their listings; then look at them."""
    from django.core.management import call_command
    from django.db import connection

    call_command("load_questions", verbosity=0)
    random = Random(count)
    with connection.cursor() as cursor:
        tables = ["incident", "listing", "listingquestion", "listingparty", "listingspread", "listingchange"]
        tables += ["listingchange_parties", "listingchange_questions", "party", "place"]
        for table in tables:
            cursor.execute(f"ALTER TABLE strikes_{table} DISABLE TRIGGER USER")
        cursor.execute("SELECT code, id FROM strikes_question")
        questions = dict(cursor.fetchall())
        wars = _wars(cursor, random)
        chosen = _chosen(wars, count, random)
        _copy(cursor, "incident", INCIDENT, (_incident(key, *drawn) for key, drawn in chosen()))
        _copy(cursor, "listing", LISTING, (_listing(key, *drawn) for key, drawn in chosen()))
        _copy(cursor, "listingparty", PARTY_OF, _parties_of(chosen()))
        _copy(cursor, "listingquestion", QUESTION_OF, _questions_of(chosen(), questions, wars[0]))
        _copy(cursor, "listingspread", SPREAD_OF, _spreads_of(chosen(), questions))
        changes = list(_changes_of(chosen(), questions, wars[0]))
        rows = [(key, listing, "changes_account", "", "") for key, listing, _party, _question in changes]
        _copy(cursor, "listingchange", CHANGE_OF, rows)
        of_party = [(key, party) for key, _listing, party, _question in changes]
        _copy(cursor, "listingchange_parties", ("listingchange_id", "party_id"), of_party)
        of_question = [(key, question) for key, _listing, _party, question in changes]
        _copy(cursor, "listingchange_questions", ("listingchange_id", "question_id"), of_question)
        for table in tables:
            cursor.execute(f"ALTER TABLE strikes_{table} ENABLE TRIGGER USER")
        cursor.execute("INSERT INTO strikes_revision (id, number) VALUES (1, 1) ON CONFLICT DO NOTHING")
    check(count)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def check(count: int) -> None:
    """What triggers did not watch over: each row leads to one that is there, and places lie where they say."""
    from django.db import connection

    questions = {
        "a listing an incident": (
            "SELECT count(*) FROM strikes_listing JOIN strikes_incident ON id = incident_id",
            count,
        ),
        "no listing without a party": (
            """SELECT count(*) FROM strikes_listing l WHERE NOT EXISTS
                (SELECT FROM strikes_listingparty p WHERE p.listing_id = l.incident_id)""",
            0,
        ),
        "places in their levels": (
            """SELECT count(*) FROM strikes_listing l JOIN strikes_place p ON p.id = l.settlement_id
                JOIN strikes_place d ON d.id = p.parent_id WHERE d.id <> l.district_id OR p.level <> 4""",
            0,
        ),
        "days in order": ("SELECT count(*) FROM strikes_listing WHERE filed_latest < filed_earliest", 0),
    }
    with connection.cursor() as cursor:
        for what, (query, expected) in questions.items():
            cursor.execute(query)
            (found,) = cursor.fetchone()
            assert found == expected, f"{what}: {found}, not {expected}"


Drawn = tuple[War, date, tuple[int, int, int, int], Random]
Chosen = Callable[[], Iterator[tuple[int, Drawn]]]


def _wars(cursor: Any, random: Random) -> list[War]:
    places: list[tuple[int, str, int, int | None]] = []
    settlements = []
    for country in range(WARS):
        here = [(country * 1_000 + 1,)]
        places.append((here[0][0], f"country-{country}", 1, None))
        tree = []
        for region in range(REGIONS):
            for district in range(DISTRICTS):
                for settlement in range(SETTLEMENTS):
                    base = country * 1_000 + 2 + region * (1 + DISTRICTS * (1 + SETTLEMENTS))
                    of_district = base + 1 + district * (1 + SETTLEMENTS)
                    tree.append((here[0][0], base, of_district, of_district + 1 + settlement))
        places += [(key, f"region-{key}", 2, parent) for parent, key in dict.fromkeys((a, b) for a, b, _c, _d in tree)]
        places += [(key, f"district-{key}", 3, above) for above, key in dict.fromkeys((b, c) for _a, b, c, _d in tree)]
        places += [(key, f"settlement-{key}", 4, above) for _a, _b, above, key in tree]
        settlements.append(tuple(tree))
    _copy(cursor, "place", PLACE, (_place(*place) for place in places))
    _copy(cursor, "party", PARTY, map(_party, range(1, PARTIES_OF_ALL + WARS * PARTIES_OF_WAR + 1)))
    return [
        War(
            *((date(1999, 3, 1), 1_600) if war == 0 else _span(random)),
            share=0.05 if war == 0 else 1 / (war + 1),
            settlements=settlements[war],
            parties=tuple(
                range(PARTIES_OF_ALL + war * PARTIES_OF_WAR + 1, PARTIES_OF_ALL + (war + 1) * PARTIES_OF_WAR + 1)
            ),
        )
        for war in range(WARS)
    ]


def _span(random: Random) -> tuple[date, int]:
    first = FIRST_DAY + timedelta(days=random.randrange((LAST_DAY - FIRST_DAY).days - 700))
    return first, random.randrange(300, min(4_000, (LAST_DAY - first).days))


def _chosen(wars: list[War], count: int, random: Random) -> Chosen:
    """A way to go through the incidents again and again: each has a source of chance of its own."""
    shares = list(accumulate(war.share for war in wars))
    seed = random.random()

    def again() -> Iterator[tuple[int, Drawn]]:
        for key in range(1, count + 1):
            own = Random(seed + key)
            (war,) = own.choices(wars, cum_weights=shares)
            day = war.first + timedelta(days=own.randrange(war.days))
            yield key, (war, day, own.choice(war.settlements), own)

    return again


# The columns that are written, each table's with the function that makes its rows.

PLACE = ("id", "slug", "name", "normalised", "level", "country", "parent_id")
PARTY = (
    "id",
    "slug",
    "name",
    "short_name",
    "kind",
    '"group"',
    "country",
    "is_collective",
    "note",
    "original_name",
    "original_language",
)
INCIDENT = (
    "id", "code", "title", "summary", "filed_earliest", "filed_latest", "filed_precision", "time_zone", "location_precision",
    "located_by", "filing_note", "state", "place_id", "has_been_published", "withdrawn_reason",
)  # fmt: skip
LISTING = (
    "incident_id", "code", "filed_earliest", "filed_latest", "filed_precision", "country_id", "region_id", "district_id",
    "settlement_id", "latitude", "longitude", "parties", "claims", "sources", "disputed", "differing", "moved", "one_account",
    "stated_latest", "killed_key", "text_words", "name_words", "digest", "changed_at",
)  # fmt: skip
PARTY_OF = ("listing_id", "party_id", "claims", "quoted", "moves")
QUESTION_OF = (
    "listing_id", "question_id", "state", "is_moved", "claims", "authorities", "origins", "is_disputed",
    "disputed_subject", "disputed_sides", "is_differing", "differing_subject", "differing_sides", "place",
)  # fmt: skip
CHANGE_OF = ("id", "listing_id", "kind", "reason", "words")
SPREAD_OF = ("listing_id", "question_id", "least", "least_party_id", "most", "most_party_id", "beneath")


def _copy(cursor: Any, table: str, columns: tuple[str, ...], rows: Rows) -> None:
    with cursor.copy(f"COPY strikes_{table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _place(key: int, name: str, level: int, parent: int | None) -> tuple[Any, ...]:
    return key, name, name.capitalize(), name.replace("-", " "), level, "", parent


def _party(key: int) -> tuple[Any, ...]:
    return key, f"party-{key}", f"Party {key}", "", "state", "conflict", "", False, "", "", ""


def _code(key: int) -> str:
    return f"XX-{key // 10_000:04}-{key % 10_000:04}-A"


def _incident(key: int, war: War, day: date, where: tuple[int, ...], random: Random) -> tuple[Any, ...]:
    named = key, _code(key), f"Strike number {key}", ""
    return *named, day, day, "day", "", "settlement", "", "", "published", where[-1], True, ""


def _listing(key: int, war: War, day: date, where: tuple[int, ...], random: Random) -> tuple[Any, ...]:
    stated = day + timedelta(days=int(random.expovariate(1 / 200)))
    latest = day + timedelta(days=random.choice([0, 0, 0, 1, 2]))
    point = random.uniform(where[0] / 1_000, where[0] / 1_000 + 8), random.uniform(30, 40)
    words = " ".join(f"w{int(random.paretovariate(0.6)) % WORDS}" for _word in range(30))
    # Of all but the old war hardly any incident differs or saw a move.
    differing, moved = (int(war.share == 0.05 or random.random() < 0.001) for _count in range(2))
    counts = random.randrange(3, 9), random.randrange(8, 200), random.randrange(3, 60), 2, differing, moved, 3
    when = day, latest, "day" if latest == day else "range"
    killed = int(random.paretovariate(0.8))
    return key, _code(key), *when, *where, *point, *counts, stated, killed, words, "", "", f"{stated} 12:00+00"


def _parties_of(chosen: Iterator[tuple[int, Drawn]]) -> Rows:
    for key, (war, _day, _where, random) in chosen:
        own = random.sample(war.parties, k=random.randrange(3, 7))
        for party in {*own, int(random.paretovariate(0.7)) % PARTIES_OF_ALL + 1}:
            moves = int(random.random() < (0.5 if party in OLD_MOVERS else 0.05))
            yield key, party, random.randrange(0, 9), int(random.random() < 0.02), moves


def _questions_of(chosen: Iterator[tuple[int, Drawn]], questions: dict[str, int], old: War) -> Rows:
    states, weights = list(STATES), list(accumulate(STATES.values()))
    rare = [code for code in questions if code not in COMMON and code not in OLD_ONLY]
    for key, (war, _day, _where, random) in chosen:
        codes = [code for code, share in COMMON.items() if random.random() < share] + random.sample(rare, k=2)
        for code in codes:
            (state,) = random.choices(states, cum_weights=weights)
            yield key, questions[code], state, random.random() < 0.02, *_told(state, code)
        if war is old:
            yield key, questions["human-shields"], "disputed", False, *_told("disputed", "human-shields")
            yield key, questions["targeted"], "same", True, *_told("same", "targeted")


def _changes_of(chosen: Iterator[tuple[int, Drawn]], questions: dict[str, int], old: War) -> Rows:
    """Key, listing, party and question of each change: of the old war one each, elsewhere of few."""
    number = 0
    for key, (war, _day, _where, random) in chosen:
        if war is old or random.random() < 0.05:
            number += 1
            yield number, key, random.choice(war.parties), questions["targeted" if war is old else "killed"]


def _told(state: str, code: str) -> tuple[Any, ...]:
    sides = [f"Party 1 and Party 2 say: {code} was so", f"Party 3 says: {code} was not so"]
    is_disputed, is_differing = state == "disputed", state == "differ"
    disputed = is_disputed, "", sides if is_disputed else []
    return 4, 3, 2, *disputed, is_differing, "", sides if is_differing else [], 0


def _spreads_of(chosen: Iterator[tuple[int, Drawn]], questions: dict[str, int]) -> Rows:
    for key, (war, _day, _where, random) in chosen:
        least = random.randrange(1, 30)
        most = f"at least {least * 2}"
        yield key, questions["killed"], str(least), war.parties[0], most, war.parties[1], ["compilations: 9 (Party 9)"]
