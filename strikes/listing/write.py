"""What lists and filters need of an incident, from its public dossier: the only writer of `Listing`.

Whoever changes what the public can read calls `refresh`, or `shared_changed` for what incidents share, as the last
thing in the same transaction: the revision is a row that others who publish wait for.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec
from django.conf import settings
from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import Value
from django.utils import timezone, translation

from sources.models import Source
from sources.names import normalise
from strikes.dossiers.choices import choices_named
from strikes.dossiers.dossier import Dossier
from strikes.incident.page import IncidentPage
from strikes.listing.approved import approve, approve_questions, approve_shared
from strikes.listing.changes import Keys, with_updates, write_changes
from strikes.listing.outcomes import Outcome, outcomes
from strikes.models import ApprovedDossier, Choice, Incident, ListingChoice, ListingQuestion, Party, PlaceName, Question
from strikes.models.dossiers.public import public_dossier
from strikes.models.listing import (
    DRAWN_AS_POINTS,
    LEVELS,
    NO_NUMBER,
    Listing,
    ListingParty,
    ListingSource,
)
from strikes.models.listing_spread import ListingSpread
from strikes.models.question import questions_in_archive
from strikes.models.revision import Revision
from strikes.rules.changes import AccountChange, moves_of
from strikes.rules.quoted import quoted_claims
from strikes.rules.spread import CLASSES_OF_DEAD
from strikes.rules.stands import counted_for
from strikes.vocabulary.questions import Questions
from strikes.vocabulary.terms import QuestionState, State
from strikes.wording.spreads import SpreadSaid, spread_said

Written = TypeVar("Written")


class Codes(NamedTuple):
    """The primary keys of questions, and of choices, by code; before that of a choice stands that of its question."""

    questions: Mapping[str, int]
    choices: Mapping[tuple[str, str], int]


# A tsvector holds at most 1 MB. What lies beyond is not searched.
MOST_TEXT = 300_000  # characters


@transaction.atomic
def refresh(incidents: Iterable[int]) -> int:
    """Write the listings of these incidents anew; how many of them say something else of their own than before.

    If any does, the archive's revision moves.
    """
    wanted = set(incidents)
    return _undisturbed(lambda: _write(wanted))


@transaction.atomic
def shared_changed(bearing: Callable[[], Collection[int]], *, is_structural: bool) -> None:
    """Note that something which incidents share was changed: a question, party, place, publisher or source.

    `bearing` finds the incidents that it bears on, and is asked again where others published meanwhile. A name alone
    may touch only the words that listings are found by; what is structural is in the other columns too. The incidents
    themselves did not change. Pages are known to be others only where something public names it.
    """

    def write() -> bool:
        has_new_questions, incidents = approve_questions(questions_in_archive()), bearing()
        if is_structural:
            _write(incidents)
        else:
            _locked(incidents)
            approve_shared(incidents)
            _write_names(incidents)
        return has_new_questions or Listing.objects.filter(pk__in=incidents).exists()

    _undisturbed(write, always_moves=True)


class _Overtaken(Exception):
    """Somebody else published between our reading and our end."""


def _undisturbed(write: Callable[[], Written], *, always_moves: bool = False) -> Written:
    """Write, and move the revision where `write` says that the public reads something else, or always; again from the
    start, if another moved it meanwhile.

    Two who publish at once do not see each other: one makes the first claim on a question in an incident while another
    changes the question's rule. The one that ends last would list what holds no more. It finds the revision moved, gives
    back what it locked, and writes again with all that the other did before its eyes.
    """
    while True:
        try:
            with transaction.atomic():
                seen = Revision.current()
                written = write()
                is_public = bool(written)
                if (is_public or always_moves) and Revision.move(is_public=is_public) != seen + 1:
                    raise _Overtaken
                return written
        except _Overtaken:
            continue


def lock(incidents: Iterable[int]) -> None:
    """Lock the incidents before anything in them is written, where several are written at once."""
    _locked(incidents)


def _locked(incidents: Iterable[int]) -> list[Incident]:
    """The incidents, each locked before its claims are read, in the order of their codes: two at once wait for each
    other, and never each for the other."""
    rows = Incident.objects.select_related("place__parent__parent__parent__parent").filter(pk__in=set(incidents))
    return list(rows.select_for_update(no_key=True, of=("self",)).order_by("code"))


def _write(incidents: Iterable[int]) -> int:
    """Write the listings anew; how many differ in what is the incident's own."""
    rows = _locked(incidents)
    questions = questions_in_archive()
    approve_questions(questions)
    codes = dict(Question.objects.values_list("code", "pk"))
    choices = {(asked, code): pk for asked, code, pk in Choice.objects.values_list("question__code", "code", "pk")}
    # What is said on the two sides is kept in the language of the site, whoever's page asks for it to be written.
    with translation.override(settings.LANGUAGE_CODE):
        differing = sum(_write_one(incident, questions, Codes(codes, choices)) for incident in rows)
    _write_names(incident.pk for incident in rows)
    return differing


def _write_one(incident: Incident, questions: Questions, codes: Codes) -> bool:
    """Write the listing of one incident, or remove it; whether what is the incident's own differs from before."""
    listed = Listing.objects.filter(pk=incident.pk)
    before = listed.values("digest", "changed_at").first()
    listed.delete()
    if incident.state != State.PUBLISHED:
        ApprovedDossier.objects.filter(pk=incident.pk).delete()
        return before is not None
    dossier = public_dossier(incident)
    approve(incident.pk, dossier)
    page = IncidentPage(dossier, questions)
    own = msgspec.json.encode([dossier.incident, dossier.subjects, dossier.claims, dossier.withdrawn])
    digest = hashlib.sha256(own).hexdigest()
    is_same = before is not None and before["digest"] == digest
    spreads = {code: said for code in CLASSES_OF_DEAD if (said := spread_said(dossier, code, page.names))}
    answered = list(outcomes(page))
    listing = Listing.objects.create(
        incident=incident,
        code=incident.code,
        filed_earliest=incident.filed_earliest,
        filed_latest=incident.filed_latest,
        filed_precision=incident.filed_precision,
        **_where(incident),
        **_counts(dossier, answered),
        killed_key=max((end.number for found in spreads.values() for end in found.ends), default=NO_NUMBER),
        text_words=SearchVector(Value(normalise(_text(dossier))[:MOST_TEXT]), config="english"),
        name_words=SearchVector(Value(""), config="english"),
        digest=digest,
        changed_at=before["changed_at"] if before and is_same else timezone.now(),
    )
    changes = moves_of(dossier, questions)
    keys = _keys(dossier, incident, codes)
    _write_questions(listing, answered, keys)
    _write_choices(listing, choices_named(dossier.claims, questions), codes.choices)
    _write_spreads(listing, spreads, keys)
    _write_parties(listing, dossier, changes, keys)
    _write_sources(listing, dossier)
    write_changes(listing, with_updates(changes, page.findings), dossier, keys)
    return not is_same


def _keys(dossier: Dossier, incident: Incident, codes: Codes) -> Keys:
    slugs = [party.slug for party in dossier.parties]
    return Keys(
        codes.questions,
        parties=dict(Party.objects.filter(slug__in=slugs).values_list("slug", "pk")),
        claims=dict(incident.claims.values_list("number", "pk")),
    )


def _counts(dossier: Dossier, found: Sequence[Outcome]) -> dict[str, Any]:
    """How many speak, how many questions come out how, and the last day on which anything was stated."""
    stated = [claim.stated_on.latest for claim in dossier.claims if claim.stated_on]
    return {
        "parties": len({claim.listed_under for claim in dossier.claims}),
        "claims": len(dossier.claims),
        "quoted": quoted_claims(dossier),
        "sources": len(dossier.sources),
        "disputed": sum(outcome.disputed is not None for outcome in found),
        "differing": sum(outcome.differing is not None for outcome in found),
        "moved": sum(outcome.is_moved for outcome in found),
        "one_account": sum(outcome.state is QuestionState.ONE_ACCOUNT for outcome in found),
        "stated_latest": max(stated, default=None),
    }


def _where(incident: Incident) -> dict[str, Any]:
    """The level columns, and the point where it is precise enough to be drawn as one."""
    chain = [incident.place, *incident.place.above]
    columns: dict[str, Any] = {LEVELS[place.level - 1]: place for place in chain}
    if incident.location_precision in DRAWN_AS_POINTS:
        columns |= {"latitude": incident.latitude, "longitude": incident.longitude}
    return columns


def _text(dossier: Dossier) -> str:
    """What the words of a search are looked for in, apart from names of what incidents share."""
    incident = dossier.incident
    texts = [incident.code, incident.title, incident.summary, incident.filing_note]
    texts += [subject.label for subject in dossier.subjects]
    texts += [source.title for source in dossier.sources] + [source.original_title for source in dossier.sources]
    for claim in dossier.claims:
        texts += [claim.statement, claim.speaker.name, claim.speaker.role, claim.also_covers, claim.note]
        texts += [claim.answer.text or ""] if claim.answer else []
        for citation in claim.citations:
            texts += [citation.quotation, citation.translation, citation.printed]
    # Each text once: what many citations quote alike adds nothing to a search.
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _write_questions(listing: Listing, found: Iterable[Outcome], keys: Keys) -> None:
    ListingQuestion.objects.bulk_create(
        ListingQuestion(
            listing=listing,
            question_id=keys.questions[outcome.question],
            state=outcome.state,
            is_disputed=outcome.disputed is not None,
            disputed_subject=outcome.disputed.subject if outcome.disputed else "",
            disputed_sides=list(outcome.disputed.sides) if outcome.disputed else [],
            is_differing=outcome.differing is not None,
            differing_subject=outcome.differing.subject if outcome.differing else "",
            differing_sides=list(outcome.differing.sides) if outcome.differing else [],
            place=outcome.place,
            is_moved=outcome.is_moved,
            claims=outcome.claims,
            authorities=outcome.authorities,
            origins=outcome.origins,
        )
        for outcome in found
    )


def _write_choices(listing: Listing, named: Iterable[tuple[str, str]], keys: Mapping[tuple[str, str], int]) -> None:
    """The choices that claims name, each behind its question and as often as it is named."""
    ListingChoice.objects.bulk_create(
        ListingChoice(listing=listing, choice_id=keys[choice], claims=claims)
        for choice, claims in Counter(named).items()
    )


def _write_spreads(listing: Listing, spreads: Mapping[str, SpreadSaid], keys: Keys) -> None:
    ListingSpread.objects.bulk_create(
        ListingSpread(
            listing=listing,
            question_id=keys.questions[code],
            least=found.ends[0].said if found.ends else "",
            least_party_id=keys.parties[found.ends[0].party] if found.ends else None,
            most=found.ends[-1].said if found.ends else "",
            most_party_id=keys.parties[found.ends[-1].party] if found.ends else None,
            beneath=list(found.beneath),
        )
        for code, found in spreads.items()
    )


def _write_parties(listing: Listing, dossier: Dossier, changes: Iterable[AccountChange], keys: Keys) -> None:
    """The parties that the dossier names, how often each speaks or is quoted, and how often it moved."""
    parties = {party.slug: party for party in dossier.parties}

    def counted(named: Iterable[Collection[str]]) -> Counter[str]:
        return Counter(slug for slugs in named for slug in counted_for(slugs, parties))

    claims = counted([claim.listed_under] for claim in dossier.claims)
    quoted = counted([claim.party] for claim in dossier.claims if claim.told_by)
    moves = counted(change.parties for change in changes)
    ListingParty.objects.bulk_create(
        ListingParty(listing=listing, party_id=key, claims=claims[slug], quoted=quoted[slug], moves=moves[slug])
        for slug, key in keys.parties.items()
    )


def _write_sources(listing: Listing, dossier: Dossier) -> None:
    open_sources = [source.code for source in dossier.sources if not source.is_withheld]
    citing = Counter(code for claim in dossier.claims for code in {citation.source for citation in claim.citations})
    ListingSource.objects.bulk_create(
        ListingSource(listing=listing, source_id=pk, claims=citing[code])
        for code, pk in Source.objects.filter(code__in=open_sources).values_list("code", "pk")
    )


def _write_names(incidents: Iterable[int]) -> None:
    """Have the listings be found by the names of their places, parties and publishers: a few queries, however many."""
    listings = list(Listing.objects.filter(pk__in=list(incidents)).select_related(*LEVELS))
    names: dict[int, set[str]] = defaultdict(set)
    for listing in listings:
        names[listing.pk] |= {place.name for place in listing.places}
    for pk, *found in _names(names):
        names[pk].update(found)
    for listing in listings:
        text = normalise("\n".join(sorted(name for name in names[listing.pk] if name)))[:MOST_TEXT]
        listing.name_words = SearchVector(Value(text), config="english")
    Listing.objects.bulk_update(listings, ["name_words"], batch_size=200)


def _names(listings: Collection[int]) -> Iterable[tuple[Any, ...]]:
    """Rows of a listing's key and names: of its parties, of the publishers of its sources, of its places."""
    parties = ListingParty.objects.filter(listing__in=listings)
    yield from parties.values_list("listing", "party__name", "party__short_name", "party__original_name")
    sources = ListingSource.objects.filter(listing__in=listings).order_by()
    yield from sources.values_list("listing", "source__publisher__name", "source__publisher__original_name").distinct()
    for level in LEVELS:
        keys = Listing.objects.filter(pk__in=listings).values_list("pk", level)
        by_place: dict[int, list[int]] = defaultdict(list)
        for pk, place in keys:
            by_place[place].append(pk)
        for place, text in PlaceName.objects.filter(place__in=by_place).values_list("place", "text"):
            yield from ((pk, text) for pk in by_place[place])
