"""A whole small archive of the rows that tests.builders makes: every kind of claim, and a row of every table.

    cast = make_cast("one")                                who speaks, who prints, where, with sources
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    make_claims(incident, cast)

What is called whole has words in all its fields, and rows beneath it. The vocabulary of questions must be loaded.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import count
from typing import Any

from django.db import transaction

from sources.models import Publisher, Source
from strikes.listing.write import refresh
from strikes.models import Claim, Import, Incident, OtherArchive, Party, Place, PlaceName, Subject
from strikes.vocabulary.terms import PlaceLevel, State
from tests.builders import (
    Fields,
    choice,
    make_address,
    make_capture,
    make_citation,
    make_claim,
    make_incident,
    make_joint,
    make_party,
    make_place,
    make_publisher,
    make_relation,
    make_relay,
    make_source,
    make_subject,
    make_supersession,
)


@dataclass(frozen=True)
class Cast:
    """Who and what an archive's claims name. `key` tells two casts apart."""

    key: str
    state: Party
    office: Party
    residents: Party
    newsroom: Party
    joint: Party
    hidden: Party
    settlement: Place
    article: Source
    reprint: Source
    post: Source
    withheld: Source


def make_cast(key: str) -> Cast:
    article = make_whole_source(f"article-{key}", make_whole_publisher(f"paper-{key}"))
    agency = make_whole_publisher(f"agency-{key}", kind="agency", is_agency=True)
    platform = make_whole_publisher(f"platform-{key}", kind="platform")
    reprint = make_whole_source(f"reprint-{key}", agency)
    make_relay(reprint, article)
    state = make_whole_party(f"state-{key}", country="US", note=f"Note on {key}.")
    people = {"kind": "residents", "group": "ground", "is_collective": True}
    residents = make_whole_party(f"residents-{key}", part_of=make_whole_party(f"people-{key}", **people), **people)
    newsroom = make_whole_party(f"newsroom-{key}", kind="newsroom", group="news", publisher=article.publisher)
    return Cast(
        key=key,
        state=state,
        office=make_whole_party(f"office-{key}", kind="office", authority=state),
        residents=residents,
        newsroom=newsroom,
        joint=make_joint(residents, newsroom, **names(f"joint-{key}")),
        hidden=make_whole_party(f"hidden-{key}"),
        settlement=make_places(key),
        article=article,
        reprint=reprint,
        post=make_whole_source(f"post-{key}", platform, kind="post", language="ar"),
        withheld=make_whole_source(f"withheld-{key}", make_whole_publisher(f"hidden-{key}"), is_withheld=True),
    )


def make_whole_publisher(slug: str, **fields: Any) -> Publisher:
    """A publisher that belongs to a house."""
    house = make_publisher(slug=f"{slug}-house", name=f"The house of {slug}", country="GB")
    words = {"name": f"The {slug}", "original_name": f"اسم {slug}", "original_language": "ar"}
    return make_publisher(slug=slug, parent=house, **words | fields)


def make_whole_source(code: str, publisher: Publisher, **fields: Any) -> Source:
    """A source with an address and two captures."""
    words = {
        "title": f"Title of {code}",
        "original_title": f"عنوان {code}",
        "authors": "A. Writer",
        "published": "2017-03-17",
        "note": "Read whole.",
    }
    source = make_source(code=code, publisher=publisher, **words | fields)
    make_address(f"https://example.org/{code}", source)
    for number in (1, 2):
        make_capture(
            source,
            number=number,
            seen_at=datetime(2017, 3, 17 + number, tzinfo=UTC),
            headline=f"Headline {number} of {code}",
            archive_url=f"https://web.archive.org/web/{number}/{code}",
            file=f"captures/{code}-{number}.html",
            sha256=f"{number}" * 64,
            media_type="text/html",
            text="Text.",
            note="First version." if number == 1 else "",
        )
    return source


def make_whole_party(slug: str, **fields: Any) -> Party:
    return make_party(**names(slug) | fields)


def names(slug: str) -> Fields:
    """The names of a party in all its fields for names."""
    return {
        "slug": slug,
        "name": f"Party {slug}",
        "short_name": slug[:24],
        "original_name": f"طرف {slug}",
        "original_language": "ar",
    }


def make_places(key: str) -> Place:
    """A country, a region in it, and a settlement there, which is returned."""
    country = make_place(slug=f"country-{key}", name=f"Country {key}", country="SY")
    region = make_place(slug=f"region-{key}", name=f"Region {key}", parent=country)
    settlement = make_place(slug=f"town-{key}", name=f"Town {key}", parent=region, level=PlaceLevel.SETTLEMENT)
    for place in (country, region, settlement):
        PlaceName.objects.create(place=place, text=f"بلدة {place.slug}", language="ar")
    return settlement


def make_whole_incident(cast: Cast, code: str, state: str = State.PUBLISHED) -> Incident:
    """An incident with all that it has of its own, and no claim."""
    incident = make_incident(
        code=code,
        title=f"Strike at Town {cast.key}, 16 March 2017",
        summary=f"What is told of Town {cast.key}.",
        place=cast.settlement,
        latitude=36.1,
        longitude=36.8,
        location_precision="locality",
        located_by=f"Locator {cast.key}",
        filed="[2017-03-16,2017-03-17]",
        filing_note=f"Filed so, {cast.key}.",
        time_zone="Asia/Damascus",
        clock_from=time(18, 55),
        clock_to=time(19, 10),
        state=state,
    )
    _building(incident, cast)
    OtherArchive.objects.create(
        incident=incident,
        archive=f"Airwars {cast.key}",
        identifier="CS578",
        url=f"https://example.org/cs578/{cast.key}",
    )
    Import.objects.create(
        incident=incident, account_name=f"importer-{cast.key}", file_name=f"{cast.key}.json", sha256="a" * 64
    )
    return incident


@transaction.atomic
def make_claims(incident: Incident, cast: Cast, state: str = State.PUBLISHED) -> list[Claim]:
    """A claim of every kind of answer and every way of being shown, under the incident's next numbers.

    What is published is approved by the incident's import.
    """
    numbers = count(incident.claims.count() + 1)
    approved_in = incident.imports.first() if state == State.PUBLISHED else None

    def add(question: str, party: Party, **fields: Any) -> Claim:
        words: Fields = {
            "speaker_role": f"role for {party.slug}",
            "how_named": "spokesperson",
            "reason_unnamed": "not authorised",
            "basis": "own_inquiry",
            "stated": "2017-03-17",
            "statement": f"{party.name} says so.",
            "note": "Noted.",
        }
        row: Fields = {"incident": incident, "number": next(numbers), "state": state, "approved_in": approved_in}
        return make_claim(question=question, party=party, **row | words | fields)

    many = {"hedge": "at_least", "unit": "persons"}
    first = add("killed", cast.state, count_best=1, hedge="exact", unit="persons", strength="likely")
    claims = [
        first,
        add("killed", cast.office, count_low=46, **many),
        add("killed", cast.residents, count_low=49, **many, is_apparent_error=True),
        add("carried-out-by", cast.residents, one_of=[cast.state, cast.office], told_by=cast.newsroom),
        add("carried-out-by", cast.newsroom, value_party=cast.state),
        add("struck", cast.state, stance="denies", choice=choice("struck", "religious-building")),
        add("building-hit", cast.office, yes_no=False, subject=_building(incident, cast)),
        add("where", cast.newsroom, value_place=cast.settlement, location_precision="settlement"),
        add("date", cast.residents, when="2017-03-16~"),
        add("clock", cast.newsroom, clock_from=time(18, 55), hedge="about"),
        add("called", cast.residents, value_text=f"massacre, says {cast.key}"),
        add("killed", cast.joint, stance="denies", denied=first),
        add("investigation", cast.office, stance="declines", scope="part", also_covers="one part"),
        add("killed-fighters", cast.joint, stance="no_evidence", hedge="some", unit="persons"),
        add("killed-civilians", cast.residents, count_best=38, hedge="so_far", unit="persons", is_protected=True),
    ]
    _cite(claims, cast)
    _link(claims, cast)
    return claims


def _building(incident: Incident, cast: Cast) -> Subject:
    """Find or make the building that a cast's claims on an incident are about."""
    code = f"building-{cast.key}"
    found = incident.subjects.filter(code=code).first()
    return found or make_subject(incident, code=code, label=f"the building, {cast.key}")


def _cite(claims: list[Claim], cast: Cast) -> None:
    *others, protected = claims
    words = {
        "quotation": f"قال الأهالي {cast.key}",
        "translation": f"Residents of {cast.key} said so.",
        "translator": "A. Translator",
    }
    for claim in others:
        capture = cast.post.captures.first()
        make_citation(claim, source=cast.post, capture=capture, language="ar", locator="par. 3", **words)
        make_citation(claim, source=cast.reprint, role="repeats", wording="reported")
    printed: Fields = {"source": cast.article, "role": "printed_differently"}
    make_citation(claims[0], printed=f"Printed as two, {cast.key}.", **printed)
    make_citation(claims[1], printed=f"Printed as 64, {cast.key}.", alleged_by=cast.office, **printed)
    make_citation(protected, source=cast.withheld, capture=cast.withheld.captures.first(), **words)
    make_citation(protected, source=cast.article, is_withheld=True, locator="p. 1", language="ar", **words)
    make_citation(protected, is_withheld=True, printed=f"Printed, {cast.key}.", alleged_by=cast.hidden, **printed)


def _link(claims: list[Claim], cast: Cast) -> None:
    reason, words = f"Read so, {cast.key}.", f"We were wrong, {cast.key}."
    make_supersession(claims[1], claims[0], kind="corrects", reason=reason, words=words)
    make_relation(claims[5], claims[6], kind="contradicts", reason=f"Both cannot be, {cast.key}.")
    make_relation(claims[4], claims[3], kind="overtaken_by", reason=f"They said so since, {cast.key}.")


def list_all() -> None:
    """Bring every listing up to date, as the loader and the admin do after what they write."""
    refresh(Incident.objects.values_list("pk", flat=True))
