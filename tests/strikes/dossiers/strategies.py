"""Valid dossiers in canonical form, as hypothesis draws them."""

from datetime import UTC
from typing import Any, TypeVar

from hypothesis import assume
from hypothesis import strategies as st
from msgspec.structs import replace

from sources.dates.value import parse
from sources.vocabulary import Consulted, PublisherKind, SourceKind
from strikes.dossiers import dossier as plain
from strikes.dossiers.canonical import canonical, show_moment
from strikes.dossiers.check.unused import unused
from strikes.vocabulary import terms
from tests.sources.dates.strategies import dates
from tests.strikes.dossiers.answers import LATITUDES, LONGITUDES, TEXTS, answers
from tests.strikes.dossiers.builders import QUESTIONS

Drawn = TypeVar("Drawn")

MAYBE_TEXT = st.just("") | TEXTS
LANGUAGES = st.sampled_from(["en", "ar", "ar-Latn"])
MAYBE_LANGUAGE = st.just("") | LANGUAGES
COUNTRIES = st.sampled_from(["", "SY", "US"])
CLOCKS = st.none() | st.times().map(lambda clock: f"{clock:%H:%M}")
MOMENTS = st.none() | st.datetimes(timezones=st.just(UTC)).filter(lambda moment: 1 < moment.year < 9999).map(
    show_moment
)
# Few, so that two dossiers have some of them in common.
NUMBERS = st.sampled_from([1, 2, 3, 10, 2**31 - 1])
# Hyphens, which some collations pass over.
PARTIES = ["a-b", "ab", "a-c", "aa"]
PUBLISHERS = ["p-b", "pb", "p-c"]
SOURCES = ["s-b", "sb", "s-c", "sa"]
LEVELS = ["country", "region", "district", "settlement", "site"]


@st.composite
def dossiers(draw: st.DrawFn) -> plain.Dossier:
    """A dossier that loads, with nothing in it that nothing names."""
    places = draw(_places())
    publishers = [draw(_publisher(slug, PUBLISHERS[:index])) for index, slug in enumerate(PUBLISHERS)]
    parties = [draw(_party(slug, index)) for index, slug in enumerate(PARTIES)]
    sources = [draw(_source(code, SOURCES[:index])) for index, code in enumerate(SOURCES)]
    subjects = [draw(_subject(code)) for code in draw(st.sampled_from([(), ("s-b",), ("s-b", "sb")]))]
    incident, claims = draw(_incidents(places)), draw(_claims(places, parties, sources, subjects))
    dossier = plain.Dossier(
        incident=incident,
        places=tuple(places),
        publishers=tuple(publishers),
        parties=tuple(parties),
        sources=tuple(sources),
        subjects=tuple(subjects),
        claims=claims,
        withdrawn=draw(_withdrawn({None: incident.state} | {claim.number: claim.state for claim in claims})),
    )
    return canonical(_pruned(dossier), QUESTIONS)


@st.composite
def _withdrawn(draw: st.DrawFn, states: dict[int | None, terms.State]) -> tuple[plain.Withdrawal, ...]:
    """A notice for all that is withdrawn, and for some of the drafts."""
    told = [
        number
        for number, state in states.items()
        if state is terms.State.WITHDRAWN or (state is terms.State.DRAFT and draw(st.booleans()))
    ]
    days = st.dates().map(lambda day: day.isoformat())
    return tuple(plain.Withdrawal(claim=number, on=draw(days), reason="R" + draw(TEXTS)) for number in told)


def _pruned(dossier: plain.Dossier) -> plain.Dossier:
    """The dossier without what nothing in it names."""
    kept: dict[str, dict[int, Any]] = {
        part: dict(enumerate(getattr(dossier, part))) for part in ("places", "publishers", "parties", "sources")
    }
    for problem in unused(dossier, QUESTIONS):
        _start, part, index, _key = problem.pointer.split("/")
        del kept[part][int(index)]
    return replace(dossier, **{part: tuple(records.values()) for part, records in kept.items()})


def _maybe(value: st.SearchStrategy[Drawn]) -> st.SearchStrategy[Drawn | None]:
    return st.none() | value


@st.composite
def _places(draw: st.DrawFn) -> list[plain.Place]:
    """A country and, one within the other, some of the finer levels."""
    finer = draw(
        st.lists(st.sampled_from(LEVELS[1:]), unique=True).map(lambda levels: sorted(levels, key=LEVELS.index))
    )
    places: list[plain.Place] = []
    for level in ["country", *finer]:
        has_point = draw(st.booleans())
        names = draw(st.lists(TEXTS, unique=True, max_size=2))
        place = plain.Place(
            slug=f"place-{level}",
            name=draw(TEXTS),
            level=level,  # type: ignore[arg-type]
            parent=places[-1].slug if places else None,
            country=draw(COUNTRIES),
            latitude=draw(LATITUDES) if has_point else None,
            longitude=draw(LONGITUDES) if has_point else None,
            names=tuple(plain.PlaceName(text=name, language=draw(MAYBE_LANGUAGE)) for name in names),
        )
        places.append(place)
    return places


@st.composite
def _incidents(draw: st.DrawFn, places: list[plain.Place]) -> plain.Incident:
    filed = draw(dates())
    assume((parse(filed).latest - parse(filed).earliest).days < 366)
    has_point = draw(st.booleans())
    archives = draw(st.lists(st.tuples(TEXTS, TEXTS), unique=True, max_size=2))
    return plain.Incident(
        code="SY-2017-0316-A",
        title=draw(TEXTS),
        summary=draw(MAYBE_TEXT),
        filed=filed,
        clock_from=draw(CLOCKS),
        clock_to=draw(CLOCKS),
        time_zone=draw(st.sampled_from(["", "Asia/Damascus"])),
        place=draw(st.sampled_from(places)).slug,
        latitude=draw(LATITUDES) if has_point else None,
        longitude=draw(LONGITUDES) if has_point else None,
        precision=draw(st.sampled_from(terms.LocationPrecision)),
        located_by=draw(MAYBE_TEXT),
        filing_note=draw(MAYBE_TEXT),
        state=draw(st.sampled_from(terms.State)),
        other_archives=tuple(
            plain.OtherArchive(
                archive=name, identifier=identifier, url=draw(st.sampled_from(["", "https://a.example"]))
            )
            for name, identifier in archives
        ),
    )


def _publisher(slug: str, before: list[str]) -> st.SearchStrategy[plain.Publisher]:
    return st.builds(
        plain.Publisher,
        slug=st.just(slug),
        name=TEXTS,
        kind=st.sampled_from(PublisherKind),
        country=COUNTRIES,
        parent=st.sampled_from([None, *before]),
        is_agency=st.booleans(),
        original_name=MAYBE_TEXT,
        original_language=MAYBE_LANGUAGE,
    )


@st.composite
def _party(draw: st.DrawFn, slug: str, index: int) -> plain.Party:
    """The first two speak for themselves, the others perhaps for one of them; the last is perhaps a joint party."""
    before = PARTIES[:index]
    authority = draw(st.sampled_from([None, *PARTIES[:2]])) if index > 1 else None
    is_joint = index == len(PARTIES) - 1 and authority is None and draw(st.booleans())
    return plain.Party(
        slug=slug,
        name=draw(TEXTS),
        short_name=draw(st.just("") | st.text("abc", min_size=1, max_size=24)),
        kind=draw(st.sampled_from(terms.PartyKind)),
        group=draw(st.sampled_from(terms.PartyGroup)),
        authority=authority,
        part_of=draw(st.sampled_from([None, *(each for each in before if each != authority)])),
        members=tuple(sorted(draw(st.lists(st.sampled_from(before), min_size=2, unique=True)))) if is_joint else (),
        publisher=draw(st.sampled_from([None, *PUBLISHERS])),
        country=draw(COUNTRIES),
        is_collective=draw(st.booleans()),
        original_name=draw(MAYBE_TEXT),
        original_language=draw(MAYBE_LANGUAGE),
        note=draw(MAYBE_TEXT),
    )


@st.composite
def _source(draw: st.DrawFn, code: str, before: list[str]) -> plain.Source:
    addresses = draw(st.lists(st.integers(1, 99), unique=True, max_size=2))
    numbers = draw(st.lists(st.sampled_from([1, 2, 32767]), unique=True, max_size=2))
    return plain.Source(
        code=code,
        publisher=draw(st.sampled_from(PUBLISHERS)),
        title=draw(TEXTS),
        original_title=draw(MAYBE_TEXT),
        language=draw(LANGUAGES),
        kind=draw(st.sampled_from(SourceKind)),
        addresses=tuple(f"https://{code}.example/الجينة/{number}" for number in addresses),
        authors=draw(MAYBE_TEXT),
        published=draw(_maybe(dates())),
        relays=tuple(draw(st.lists(st.sampled_from(before), unique=True))) if before else (),
        consulted=draw(st.sampled_from(Consulted)),
        is_withheld=draw(st.booleans()),
        note=draw(MAYBE_TEXT),
        captures=tuple(draw(_capture(number)) for number in numbers),
    )


def _capture(number: int) -> st.SearchStrategy[plain.Capture]:
    return st.builds(
        plain.Capture,
        number=st.just(number),
        seen_at=MOMENTS,
        headline=MAYBE_TEXT,
        archive_url=st.sampled_from(["", "https://web.archive.org/web/2017/https://a.example/"]),
        sha256=st.sampled_from(["", "0" * 64]),
        size=_maybe(st.integers(0, 2**63 - 1)),
        media_type=st.sampled_from(["", "text/html"]),
        http_status=_maybe(st.integers(100, 599)),
        text=MAYBE_TEXT,
        note=MAYBE_TEXT,
    )


def _subject(code: str) -> st.SearchStrategy[plain.Subject]:
    return st.builds(plain.Subject, code=st.just(code), kind=st.sampled_from(terms.SubjectKind), label=TEXTS)


@st.composite
def _claims(
    draw: st.DrawFn,
    places: list[plain.Place],
    parties: list[plain.Party],
    sources: list[plain.Source],
    subjects: list[plain.Subject],
) -> tuple[plain.Claim, ...]:
    """Claims of which each may deny an earlier one of the list, replace earlier ones, and bear on any other."""
    numbers = draw(st.lists(NUMBERS, unique=True, max_size=5))
    voices = {party.slug: party.authority or party.slug for party in parties}
    claims: list[plain.Claim] = []
    for number in numbers:
        claim = draw(_claim(number, places, sources, subjects))
        if denied := draw(st.sampled_from([None, *filter(_is_deniable, claims)])):
            question, subject = denied.question, denied.subject
            claim = replace(claim, question=question, subject=subject, stance=terms.Stance.DENIES, answer=None)
            claim = replace(claim, denies=denied.number)
        links = draw(_supersessions(claim, claims, voices))
        claims.append(replace(claim, supersedes=links))
    return tuple(replace(claim, relations=draw(_relations(claim.number, numbers))) for claim in claims)


def _is_deniable(claim: plain.Claim) -> bool:
    is_yes_no = QUESTIONS.by_code()[claim.question].kind is terms.AnswerKind.YES_NO
    return claim.stance is terms.Stance.ASSERTS and not is_yes_no


@st.composite
def _claim(
    draw: st.DrawFn,
    number: int,
    places: list[plain.Place],
    sources: list[plain.Source],
    subjects: list[plain.Subject],
) -> plain.Claim:
    question = draw(st.sampled_from(QUESTIONS.questions))
    is_yes_no = question.kind is terms.AnswerKind.YES_NO
    stance = draw(st.sampled_from([one for one in terms.Stance if not (is_yes_no and one is terms.Stance.DENIES)]))
    answer = answers(question, [place.slug for place in places], PARTIES)
    state, is_protected = draw(st.sampled_from(terms.State)), draw(st.booleans())
    citations = draw(st.lists(_citation(sources), max_size=3))
    if state is terms.State.PUBLISHED:
        citations.append(plain.Citation(source=sources[0].code, wording=terms.Wording.OWN))
    return plain.Claim(
        number=number,
        question=question.code,
        subject=draw(st.sampled_from([None, *(subject.code for subject in subjects)])),
        party=draw(st.sampled_from(PARTIES)),
        speaker=plain.Speaker(
            name="" if is_protected else draw(MAYBE_TEXT),
            role=draw(MAYBE_TEXT),
            how_named=draw(st.sampled_from(terms.HowNamed)),
            reason_unnamed=draw(MAYBE_TEXT),
        ),
        stance=stance,
        answer=draw(answer if stance.needs_answer else _maybe(answer)),
        strength=draw(st.sampled_from(terms.Strength)),
        proof_standard=draw(_maybe(st.sampled_from(terms.ProofStandard))),
        basis=draw(st.sampled_from(terms.Basis)),
        told_by=draw(st.sampled_from([None, *PARTIES])),
        stated=draw(_maybe(dates())),
        scope=draw(st.sampled_from(terms.Scope)),
        also_covers=draw(MAYBE_TEXT),
        statement=draw(MAYBE_TEXT),
        note=draw(MAYBE_TEXT),
        is_apparent_error=draw(st.booleans()),
        is_protected=is_protected,
        state=state,
        citations=tuple(citations),
    )


@st.composite
def _citation(draw: st.DrawFn, sources: list[plain.Source]) -> plain.Citation:
    source = draw(st.sampled_from(sources))
    role = draw(st.sampled_from(terms.CitationRole))
    return plain.Citation(
        source=source.code,
        capture=draw(st.sampled_from([None, *(capture.number for capture in source.captures)])),
        locator=draw(MAYBE_TEXT),
        quotation=draw(MAYBE_TEXT),
        language=draw(MAYBE_LANGUAGE),
        translation=draw(MAYBE_TEXT),
        translator=draw(MAYBE_TEXT),
        wording=draw(st.sampled_from(terms.Wording)),
        role=role,
        printed=draw(TEXTS) if role is terms.CitationRole.PRINTED_DIFFERENTLY else "",
        alleged_by=draw(st.sampled_from([None, *PARTIES])) if role is terms.CitationRole.PRINTED_DIFFERENTLY else None,
        is_withheld=draw(st.booleans()),
    )


@st.composite
def _supersessions(
    draw: st.DrawFn, claim: plain.Claim, before: list[plain.Claim], voices: dict[str, str]
) -> tuple[plain.Supersession, ...]:
    unnamed = terms.HowNamed.UNNAMED_OFFICIAL
    named = [one for one in before if unnamed not in (one.speaker.how_named, claim.speaker.how_named)]
    earlier = draw(st.lists(st.sampled_from(named), unique_by=lambda one: one.number, max_size=2)) if named else []
    return tuple(
        plain.Supersession(
            claim=one.number,
            kind=draw(st.sampled_from(terms.SupersessionKind)),
            reason=draw(MAYBE_TEXT),
            words=draw(MAYBE_TEXT if voices[one.party] == voices[claim.party] else TEXTS),
        )
        for one in earlier
    )


@st.composite
def _relations(draw: st.DrawFn, number: int, numbers: list[int]) -> tuple[plain.Relation, ...]:
    others = [other for other in numbers if other != number]
    if not others:
        return ()
    # Whatever is overtaken is so by a claim further on in the list, so that no circle forms.
    later = set(numbers[numbers.index(number) + 1 :])
    relation = st.builds(
        plain.Relation,
        claim=st.sampled_from(others),
        kind=st.sampled_from(terms.RelationKind),
        by=st.sampled_from(terms.RelatedBy),
        reason=MAYBE_TEXT,
    ).filter(lambda one: one.kind is not terms.RelationKind.OVERTAKEN_BY or (bool(one.reason) and one.claim in later))
    return tuple(draw(st.lists(relation, unique_by=lambda one: (one.claim, one.kind, one.by), max_size=3)))
