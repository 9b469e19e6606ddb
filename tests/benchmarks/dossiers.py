"""Made-up dossiers of the size of the founding one, which share parties, publishers and places as real ones do.

Each has 150 claims with 200 citations, 45 sources, 35 parties and some 35 publishers. Of the parties and publishers
most are known from other incidents, of the sources three; the rest is its own. The same number gives the same dossier.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

CLAIMS, SOURCES, SHARED_SOURCES, PARTIES, OWN_PARTIES, CITATIONS = 150, 45, 3, 35, 6, 200
POOL_OF_PARTIES, POOL_OF_PUBLISHERS, POOL_OF_SOURCES, REGIONS, DISTRICTS = 300, 250, 200, 14, 60
FIRST_DAY = date(2011, 3, 15)

TEXT = (
    "residents said the first missile hit the hall while people were at prayer and the second those who were leaving "
    "a spokesman said the building was not a mosque and that there were no indications of civilian casualties yet"
)

COUNTS = ("killed", "killed-civilians", "children-killed", "injured", "bodies-recovered", "missing", "people-present")
CHOICES = {
    "munitions": ("hellfire", "missile", "bomb"),
    "aircraft": ("crewed", "uncrewed"),
    "struck": ("mosque", "community-hall", "school"),
    "the-dead": ("civilians", "fighters"),
    "investigation": ("opened", "closed", "called-for"),
}


def write_dossiers(folder: Path, count: int) -> None:
    """Write `count` dossiers into the folder, one file each."""
    for number in range(count):
        (folder / f"{number:05}.json").write_text(json.dumps(make_dossier(number), ensure_ascii=False))


def make_dossier(number: int) -> dict[str, Any]:
    """Make the dossier of this number, as its JSON's value."""
    random = Random(number)
    day = FIRST_DAY + timedelta(days=number // 20)
    code = f"SY-{day:%Y-%m%d}-{chr(ord('A') + number % 20)}"
    places = _places(number)
    sources = [*_shared_sources(random), *(_own_source(number, position, day, random) for position in range(SOURCES))]
    sources = sources[:SOURCES]
    parties = _parties(number, random)
    named = {source["publisher"] for source in sources} | {
        party["publisher"] for party in parties if "publisher" in party
    }
    return {
        "incident": {
            "code": code,
            "title": f"Strike number {number}",
            "filed": str(day),
            "time_zone": "Asia/Damascus",
            "place": places[-1]["slug"],
            "precision": "settlement",
            "summary": _words(random, 60),
        },
        "places": places,
        "publishers": [_publisher(int(slug.rpartition("-")[2])) for slug in sorted(named)],
        "parties": parties,
        "sources": sources,
        "subjects": [
            {"code": f"building-{index}", "kind": "building", "label": f"building {index}"} for index in range(4)
        ],
        "claims": list(_claims(parties, sources, places, day, random)),
    }


def _places(number: int) -> list[dict[str, Any]]:
    district = number % DISTRICTS
    region = district % REGIONS
    return [
        {"slug": "syria", "name": "Syria", "level": "country", "country": "SY"},
        {"slug": f"region-{region}", "name": f"Region {region}", "level": "region", "parent": "syria"},
        {
            "slug": f"district-{district}",
            "name": f"District {district}",
            "level": "district",
            "parent": f"region-{region}",
        },
        {
            "slug": f"settlement-{number}",
            "name": f"Settlement {number}",
            "level": "settlement",
            "parent": f"district-{district}",
            "latitude": round(34 + number % 300 / 100, 6),
            "longitude": round(36 + number % 500 / 100, 6),
            "names": [{"text": f"القرية {number}", "language": "ar"}, {"text": f"al-Qarya {number}"}],
        },
    ]


def _publisher(number: int) -> dict[str, Any]:
    return {"slug": f"publisher-{number}", "name": f"Publisher {number}", "kind": "newspaper", "country": "US"}


def _parties(number: int, random: Random) -> list[dict[str, Any]]:
    """States and their offices from the pool, other parties from the pool, and some of this incident alone."""
    shared = sorted(random.sample(range(10, POOL_OF_PARTIES), PARTIES - OWN_PARTIES - 5))
    parties = [
        {"slug": f"state-{state}", "name": f"State {state}", "kind": "state", "group": "conflict"} for state in range(5)
    ]
    parties += [_shared_party(index) for index in shared]
    return parties + [
        {"slug": f"resident-{number}-{index}", "name": f"Resident {index}", "kind": "person", "group": "ground"}
        for index in range(OWN_PARTIES)
    ]


def _shared_party(index: int) -> dict[str, Any]:
    party = {"slug": f"party-{index}", "name": f"Party {index}", "kind": "office", "group": "conflict"}
    if index % 3 == 0:
        return party | {"authority": f"state-{index % 5}"}
    return party | (
        {"kind": "newsroom", "group": "news", "publisher": f"publisher-{index % POOL_OF_PUBLISHERS}"}
        if index % 3 == 1
        else {}
    )


def _shared_sources(random: Random) -> Iterator[dict[str, Any]]:
    for index in sorted(random.sample(range(POOL_OF_SOURCES), SHARED_SOURCES)):
        yield _source(f"publisher-{index}-shared", index, FIRST_DAY, Random(index))


def _own_source(number: int, position: int, day: date, random: Random) -> dict[str, Any]:
    publisher = random.randrange(40) if position % 2 else random.randrange(POOL_OF_PUBLISHERS)
    return _source(f"publisher-{publisher}-{number}-{position}", publisher, day + timedelta(days=position), random)


def _source(code: str, publisher: int, day: date, random: Random) -> dict[str, Any]:
    return {
        "code": code,
        "publisher": f"publisher-{publisher}",
        "title": _words(random, 10),
        "language": "en",
        "kind": "article",
        "addresses": [f"https://www.publisher-{publisher}.example/{day:%Y/%m/%d}/{code}"],
        "authors": "A. Writer; B. Writer",
        "published": str(day),
        "captures": [
            {
                "number": number,
                "seen_at": f"{day}T1{number}:38:22Z",
                "headline": _words(random, 9),
                "archive_url": f"https://web.archive.org/web/{day:%Y%m%d}1{number}3822/https://publisher-{publisher}.example/{code}",
            }
            for number in (1, 2)
        ],
    }


def _claims(
    parties: list[dict[str, Any]],
    sources: list[dict[str, Any]],
    places: list[dict[str, Any]],
    day: date,
    random: Random,
) -> Iterator[dict[str, Any]]:
    for number in range(1, CLAIMS + 1):
        question, answer = _answer(number, parties, places, day, random)
        claim: dict[str, Any] = {
            "number": number,
            "question": question,
            "party": parties[number % PARTIES]["slug"],
            "speaker": {"name": "C. Speaker", "role": "spokesperson", "how_named": "named"},
            "stance": "asserts",
            "answer": answer,
            "stated": str(day + timedelta(days=number // 10)),
            "statement": _words(random, 20),
            "citations": [_citation(sources[number % SOURCES], random)],
        }
        if number % 3 == 0:
            claim["citations"].append(_citation(sources[(number + 7) % SOURCES], random))
        if number > PARTIES and number % 8 == 0:
            claim["supersedes"] = [{"claim": number - PARTIES, "kind": "updates"}]
        if number > 20 and number % 7 == 0:
            claim["relations"] = [{"claim": number - 20, "kind": "relies_on", "by": "editor", "reason": "Names it."}]
        yield claim


def _answer(
    number: int, parties: list[dict[str, Any]], places: list[dict[str, Any]], day: date, random: Random
) -> tuple[str, dict[str, Any]]:
    match number % 10:
        case 0 | 1 | 2 | 3:
            return random.choice(COUNTS), {"low": random.randrange(1, 60), "hedge": "at_least"}
        case 4 | 5 | 6:
            question = random.choice(list(CHOICES))
            return question, {"choice": random.choice(CHOICES[question])}
        case 7:
            return "called", {"text": "massacre"}
        case 8:
            return "carried-out-by", {"party": parties[number % 5]["slug"]}
        case _:
            return random.choice(
                [
                    ("date", {"date": str(day)}),
                    ("clock", {"clock_from": "18:55", "clock_to": "19:10"}),
                    ("where", {"place": places[-1]["slug"], "precision": "settlement"}),
                    ("people-leaving-hit", {"yes": True}),
                    ("carried-out-by", {"one_of": [parties[0]["slug"], parties[1]["slug"]]}),
                ]
            )


def _citation(source: dict[str, Any], random: Random) -> dict[str, Any]:
    return {
        "source": source["code"],
        "capture": 1,
        "wording": "reported",
        "quotation": _words(random, 25),
        "locator": "paragraph 4",
    }


def _words(random: Random, count: int) -> str:
    return " ".join(random.choices(TEXT.split(), k=count))
