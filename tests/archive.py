"""A whole small archive, made through the models: every kind of claim, and a row of every table.

    cast = make_cast("one")                          who speaks, who prints, where, with sources
    incident = make_incident(cast, "SY-2017-0316-A")
    make_claims(incident, cast)

The vocabulary of questions must be loaded.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from django.contrib.auth.models import Permission, User
from django.db import transaction

from sources.dates import parse
from sources.models import Address, Capture, Publisher, Relay, Source
from strikes.models import (
    Alternative,
    Choice,
    Citation,
    Claim,
    ClaimRelation,
    Import,
    Incident,
    OtherArchive,
    Party,
    Place,
    PlaceName,
    Question,
    Subject,
    Supersession,
)
from strikes.vocabulary.terms import PlaceLevel, State


@dataclass(frozen=True)
class Cast:
    """Who and what an archive's claims name. `key` tells two casts apart."""

    key: str
    state: Party
    office: Party
    residents: Party
    newsroom: Party
    settlement: Place
    article: Source
    reprint: Source
    post: Source
    withheld: Source


def make_account(name: str) -> User:
    """A member of staff who may do with sources and strikes all that the admin offers."""
    account = User.objects.create_user(name, f"{name}@example.org", "password", is_staff=True, last_name=f"Last {name}")
    account.user_permissions.set(Permission.objects.filter(content_type__app_label__in=["sources", "strikes"]))
    return account


def make_cast(key: str) -> Cast:
    article = make_source(f"article-{key}", make_publisher(f"paper-{key}"))
    reprint = make_source(f"reprint-{key}", make_publisher(f"agency-{key}", kind="agency", is_agency=True))
    Relay.objects.create(relaying=reprint, relayed=article)
    state = make_party(f"state-{key}", kind="state", country="US", note=f"Note on {key}.")
    return Cast(
        key=key,
        state=state,
        office=make_party(f"office-{key}", kind="office", authority=state),
        residents=make_party(f"residents-{key}", kind="residents", group="ground", is_collective=True),
        newsroom=make_party(f"newsroom-{key}", kind="newsroom", group="news", publisher=article.publisher),
        settlement=make_places(key),
        article=article,
        reprint=reprint,
        post=make_source(f"post-{key}", make_publisher(f"platform-{key}", kind="platform"), kind="post", language="ar"),
        withheld=make_source(f"withheld-{key}", make_publisher(f"hidden-{key}"), is_withheld=True),
    )


def make_publisher(slug: str, **values: Any) -> Publisher:
    parent = Publisher.objects.create(slug=f"{slug}-house", name=f"The house of {slug}", kind="newspaper", country="GB")
    values = {"kind": "newspaper", "original_name": f"اسم {slug}", "original_language": "ar"} | values
    return Publisher.objects.create(slug=slug, name=f"The {slug}", parent=parent, **values)


def make_source(code: str, publisher: Publisher, **values: Any) -> Source:
    """A source with an address and two captures."""
    words = {
        "title": f"Title of {code}",
        "original_title": f"عنوان {code}",
        "authors": "A. Writer",
        "note": "Read whole.",
    }
    source = Source(code=code, publisher=publisher, **({"kind": "article", "language": "en"} | words | values))
    source.published = parse("2017-03-17")
    source.save()
    Address.objects.create(source=source, url=f"https://example.org/{code}")
    for number in (1, 2):
        Capture.objects.create(
            source=source,
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


def make_party(slug: str, **values: Any) -> Party:
    words = {
        "name": f"Party {slug}",
        "short_name": slug[:24],
        "original_name": f"طرف {slug}",
        "original_language": "ar",
    }
    return Party.objects.create(slug=slug, **({"group": "conflict"} | words | values))


def make_places(key: str) -> Place:
    """A country, a region in it, and a settlement there, which is returned."""
    country = Place.objects.create(slug=f"country-{key}", name=f"Country {key}", level=PlaceLevel.COUNTRY, country="SY")
    region = Place.objects.create(slug=f"region-{key}", name=f"Region {key}", level=PlaceLevel.REGION, parent=country)
    settlement = Place.objects.create(
        slug=f"town-{key}", name=f"Town {key}", level=PlaceLevel.SETTLEMENT, parent=region
    )
    for place in (country, region, settlement):
        PlaceName.objects.create(place=place, text=f"بلدة {place.slug}", language="ar")
    return settlement


def make_incident(cast: Cast, code: str, state: str = State.PUBLISHED) -> Incident:
    incident = Incident(
        code=code,
        title=f"Strike at Town {cast.key}, 16 March 2017",
        summary=f"What is told of Town {cast.key}.",
        place=cast.settlement,
        latitude=36.1,
        longitude=36.8,
        location_precision="locality",
        located_by=f"Locator {cast.key}",
        filing_note=f"Filed so, {cast.key}.",
        time_zone="Asia/Damascus",
        clock_from=time(18, 55),
        clock_to=time(19, 10),
        state=state,
    )
    incident.filed = parse("[2017-03-16,2017-03-17]")
    incident.save()
    make_subject(incident, cast)
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


def make_subject(incident: Incident, cast: Cast) -> Subject:
    words = {"kind": "building", "label": f"the building, {cast.key}"}
    return Subject.objects.get_or_create(incident=incident, code=f"building-{cast.key}", defaults=words)[0]


@transaction.atomic
def make_claims(incident: Incident, cast: Cast, state: str = State.PUBLISHED) -> list[Claim]:
    """A claim of every kind of answer and every way of being shown, under the incident's next numbers."""
    town, subject = cast.settlement, make_subject(incident, cast)
    many = {"hedge": "at_least", "unit": "persons"}
    claims = [
        make_claim(
            incident, "killed", cast.state, state, count_best=1, hedge="exact", unit="persons", strength="likely"
        ),
        make_claim(incident, "killed", cast.office, state, count_low=46, **many),
        make_claim(incident, "killed", cast.residents, state, count_low=49, **many, is_apparent_error=True),
        make_claim(incident, "carried-out-by", cast.residents, state, is_one_of=True, told_by=cast.newsroom),
        make_claim(incident, "carried-out-by", cast.newsroom, state, value_party=cast.state),
        make_claim(
            incident, "struck", cast.state, state, stance="denies", choice=make_choice("struck", "religious-building")
        ),
        make_claim(incident, "building-hit", cast.office, state, yes_no=False, subject=subject),
        make_claim(incident, "where", cast.newsroom, state, value_place=town, location_precision="settlement"),
        make_claim(incident, "date", cast.residents, state, when=parse("2017-03-16~")),
        make_claim(incident, "clock", cast.newsroom, state, clock_from=time(18, 55), hedge="about"),
        make_claim(incident, "called", cast.residents, state, value_text=f"massacre, says {cast.key}"),
        make_claim(
            incident, "investigation", cast.office, state, stance="declines", scope="part", also_covers="one part"
        ),
        make_claim(
            incident,
            "killed-civilians",
            cast.residents,
            state,
            count_best=38,
            hedge="so_far",
            unit="persons",
            is_protected=True,
        ),
    ]
    _cite(claims, cast)
    _link(incident, claims, cast)
    return claims


def make_claim(incident: Incident, question: str, party: Party, state: str = State.DRAFT, **values: Any) -> Claim:
    """A claim approved by an import, without citations."""
    speaker = {
        "speaker_role": f"role for {party.slug}",
        "how_named": "spokesperson",
        "reason_unnamed": "not authorised",
    }
    claim = Claim(
        incident=incident,
        number=(incident.claims.order_by("-number").values_list("number", flat=True).first() or 0) + 1,
        question=Question.objects.get(code=question),
        party=party,
        state=state,
        approved_in=incident.imports.first() if state == State.PUBLISHED else None,
        **(
            speaker
            | {"stance": "asserts", "basis": "own_inquiry", "statement": f"{party.name} says so.", "note": "Noted."}
            | values
        ),
    )
    claim.stated = parse("2017-03-17")
    claim.save()
    return claim


def make_choice(question: str, code: str) -> Choice:
    return Choice.objects.get(question__code=question, code=code)


def cite(claim: Claim, source: Source, **values: Any) -> Citation:
    return Citation.objects.create(claim=claim, source=source, **({"wording": "own"} | values))


def _cite(claims: list[Claim], cast: Cast) -> None:
    protected = claims[-1]
    words = {
        "quotation": f"قال الأهالي {cast.key}",
        "translation": f"Residents of {cast.key} said so.",
        "translator": "A. Translator",
    }
    for claim in claims[:-1]:
        cite(claim, cast.post, language="ar", locator="par. 3", capture=cast.post.captures.first(), **words)
        cite(claim, cast.reprint, role="repeats", wording="reported")
    cite(claims[0], cast.article, role="printed_differently", printed=f"Printed as two, {cast.key}.")
    cite(protected, cast.withheld, capture=cast.withheld.captures.first(), **words)
    cite(protected, cast.article, locator="p. 1", language="ar", is_withheld=True, **words)
    cite(protected, cast.article, is_withheld=True, role="printed_differently", printed=f"Printed, {cast.key}.")


def _link(incident: Incident, claims: list[Claim], cast: Cast) -> None:
    for party in (cast.state, cast.office):
        Alternative.objects.create(claim=claims[3], party=party)
    Supersession.objects.create(
        later=claims[1],
        earlier=claims[0],
        kind="corrects",
        reason=f"Read so, {cast.key}.",
        words=f"We were wrong, {cast.key}.",
    )
    ClaimRelation.objects.create(
        from_claim=claims[5], to_claim=claims[6], kind="contradicts", by="editor", reason=f"Both cannot be, {cast.key}."
    )
