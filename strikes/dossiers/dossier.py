"""The dossier: frozen values that mirror `schema.json` key for key.

A key that is left out takes the default that stands here. Parties, places, publishers and subjects are named by their
slug or code, sources by their code, claims by their number within the incident, dates as EDTF, days and clock times as
the place's own.
"""

from datetime import date, datetime
from typing import Literal, TypeAlias

import msgspec

from sources.dates.value import PartialDate, parse
from sources.vocabulary import Consulted, PublisherKind, SourceKind
from strikes.answers.answer import Answer
from strikes.vocabulary.terms import (
    Basis,
    CitationRole,
    HowNamed,
    LocationPrecision,
    PartyGroup,
    PartyKind,
    ProofStandard,
    RelatedBy,
    RelationKind,
    Scope,
    Stance,
    State,
    Strength,
    SubjectKind,
    SupersessionKind,
    Wording,
)

Level: TypeAlias = Literal["country", "region", "district", "settlement", "site"]


class _Value(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The options that all parts of a dossier share."""


class PlaceName(_Value, frozen=True, kw_only=True):
    text: str
    language: str = ""


class Place(_Value, frozen=True, kw_only=True):
    slug: str
    name: str
    level: Level
    parent: str | None = None
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    names: tuple[PlaceName, ...] = ()


class Party(_Value, frozen=True, kw_only=True):
    """Who speaks or is named. `authority`: whose position it states; `part_of`: the wider party that it belongs to
    without stating its position; `members`: of several that speak as one, who they are."""

    slug: str
    name: str
    short_name: str = ""
    kind: PartyKind
    group: PartyGroup
    authority: str | None = None
    part_of: str | None = None
    members: tuple[str, ...] = ()
    publisher: str | None = None
    country: str = ""
    is_collective: bool = False
    original_name: str = ""
    original_language: str = ""
    note: str = ""

    @property
    def names(self) -> list[str]:
        """The parties that it names: whom it speaks for, what it is part of, and its members."""
        return [*filter(None, [self.authority, self.part_of]), *self.members]


class Publisher(_Value, frozen=True, kw_only=True):
    slug: str
    name: str
    kind: PublisherKind
    country: str = ""
    parent: str | None = None
    is_agency: bool = False
    original_name: str = ""
    original_language: str = ""


class Capture(_Value, frozen=True, kw_only=True):
    number: int
    seen_at: str | None = None
    headline: str = ""
    archive_url: str = ""
    sha256: str = ""
    size: int | None = None
    media_type: str = ""
    http_status: int | None = None
    text: str = ""
    note: str = ""

    @property
    def seen(self) -> datetime | None:
        return datetime.fromisoformat(self.seen_at) if self.seen_at else None


class Source(_Value, frozen=True, kw_only=True):
    code: str
    publisher: str
    title: str
    original_title: str = ""
    language: str
    kind: SourceKind
    addresses: tuple[str, ...] = ()
    authors: str = ""
    published: str | None = None
    relays: tuple[str, ...] = ()
    consulted: Consulted = Consulted.ORIGINAL
    is_withheld: bool = False
    note: str = ""
    captures: tuple[Capture, ...] = ()

    @property
    def published_on(self) -> PartialDate | None:
        return parse(self.published) if self.published else None


class Subject(_Value, frozen=True, kw_only=True):
    code: str
    kind: SubjectKind
    label: str


class NewChoice(_Value, frozen=True, kw_only=True):
    """A choice that not every archive has, with what it means; `parent`: the choice that it is a kind of."""

    question: str
    code: str
    label: str
    definition: str
    parent: str | None = None


class Speaker(_Value, frozen=True, kw_only=True):
    name: str = ""
    role: str = ""
    how_named: HowNamed = HowNamed.ORGANISATION
    reason_unnamed: str = ""


# One object: a default is left out of the JSON where it is this very one.
THE_ORGANISATION = Speaker()


class Citation(_Value, frozen=True, kw_only=True):
    """A place in a source. `printed`: what stands there in place of the claim's words; `alleged_by`: the party by
    whose word alone it is a misprint."""

    source: str
    capture: int | None = None
    locator: str = ""
    quotation: str = ""
    language: str = ""
    translation: str = ""
    translator: str = ""
    wording: Wording
    role: CitationRole = CitationRole.EVIDENCE
    printed: str = ""
    alleged_by: str | None = None
    is_withheld: bool = False


class Supersession(_Value, frozen=True, kw_only=True):
    """A link from the claim that holds it to the earlier claim that it replaces."""

    claim: int
    kind: SupersessionKind
    reason: str = ""
    words: str = ""


class Relation(_Value, frozen=True, kw_only=True):
    """A link from the claim that holds it to another claim, with what the one does to the other."""

    claim: int
    kind: RelationKind
    by: RelatedBy
    reason: str = ""


class Claim(_Value, frozen=True, kw_only=True):
    """One party's answer to one question. `denies`: the claim that it denies without an answer of its own."""

    number: int
    question: str
    subject: str | None = None
    party: str
    speaker: Speaker = THE_ORGANISATION
    stance: Stance
    answer: Answer | None = None
    denies: int | None = None
    strength: Strength = Strength.FACT
    proof_standard: ProofStandard | None = None
    basis: Basis = Basis.NOT_STATED
    told_by: str | None = None
    stated: str | None = None
    scope: Scope = Scope.EVENT
    also_covers: str = ""
    statement: str = ""
    note: str = ""
    is_apparent_error: bool = False
    is_protected: bool = False
    state: State = State.PUBLISHED
    citations: tuple[Citation, ...]
    supersedes: tuple[Supersession, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def stated_on(self) -> PartialDate | None:
        return parse(self.stated) if self.stated else None

    @property
    def listed_under(self) -> str:
        """The party under which it stands: whoever tells it, where it is known only through another."""
        return self.told_by or self.party


class OtherArchive(_Value, frozen=True, kw_only=True):
    archive: str
    identifier: str
    url: str = ""


class Incident(_Value, frozen=True, kw_only=True):
    code: str
    title: str
    summary: str = ""
    filed: str
    clock_from: str | None = None
    clock_to: str | None = None
    time_zone: str = ""
    place: str
    latitude: float | None = None
    longitude: float | None = None
    precision: LocationPrecision
    located_by: str = ""
    filing_note: str = ""
    state: State = State.PUBLISHED
    other_archives: tuple[OtherArchive, ...] = ()

    @property
    def filed_on(self) -> PartialDate:
        return parse(self.filed)


class Withdrawal(_Value, frozen=True, kw_only=True):
    """The notice that a claim, or (None) the incident itself, was withdrawn: all that the public reads of it."""

    claim: int | None = None
    on: str
    reason: str

    @property
    def day(self) -> date:
        return date.fromisoformat(self.on)


class Dossier(_Value, frozen=True, kw_only=True):
    incident: Incident
    places: tuple[Place, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    parties: tuple[Party, ...] = ()
    sources: tuple[Source, ...] = ()
    subjects: tuple[Subject, ...] = ()
    choices: tuple[NewChoice, ...] = ()
    claims: tuple[Claim, ...]
    withdrawn: tuple[Withdrawal, ...] = ()
