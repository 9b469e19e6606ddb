"""`write_changes` writes how the accounts of an incident changed, for the pages of parties: each change once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from strikes.dossiers.dossier import Dossier
from strikes.models.listing import Listing
from strikes.models.listing_change import ListingChange, ListingChangeClaim
from strikes.rules.changes import AccountChange, update_of
from strikes.rules.findings import Finding
from strikes.rules.stands import counted_for
from strikes.wording.changes import once


@dataclass(frozen=True)
class Keys:
    """The keys of questions by code, of parties by slug, and of an incident's claims by number."""

    questions: Mapping[str, int]
    parties: Mapping[str, int]
    claims: Mapping[int, int]


def with_updates(changes: Iterable[AccountChange], findings: Iterable[Finding]) -> list[AccountChange]:
    """The changes of account, and what was updated by the findings, each once."""
    updates = {(each.earlier.number, each.later.number): each for finding in findings for each in finding.updates}
    return [*changes, *map(update_of, updates.values())]


def write_changes(listing: Listing, changes: Sequence[AccountChange], dossier: Dossier, keys: Keys) -> None:
    """Write these changes of the listing."""
    parties = {party.slug: party for party in dossier.parties}
    rows = ListingChange.objects.bulk_create(_row(listing, change, keys) for change in changes)
    pairs = list(zip(rows, changes, strict=True))
    of_party, of_question = ListingChange.parties.through, ListingChange.questions.through
    of_party.objects.bulk_create(
        of_party(listingchange=row, party_id=keys.parties[slug])
        for row, change in pairs
        for slug in sorted(counted_for(change.parties, parties))
    )
    of_question.objects.bulk_create(
        of_question(listingchange=row, question_id=keys.questions[code])
        for row, change in pairs
        for code in sorted({asked.question for asked in change.questions})
    )
    ListingChangeClaim.objects.bulk_create(claim for row, change in pairs for claim in _claims(row, change, keys))


def _row(listing: Listing, change: AccountChange, keys: Keys) -> ListingChange:
    days = change.days
    return ListingChange(
        listing=listing,
        kind=change.kind,
        stated=change.until.earliest if change.until else None,
        fewest_days=days.fewest if days else None,
        most_days=days.most if days else None,
        reason=once(move.link.reason for move in change.moves),
        words=once(move.link.words for move in change.moves),
    )


def _claims(row: ListingChange, change: AccountChange, keys: Keys) -> Iterator[ListingChangeClaim]:
    ordered = [(claim, False) for claim in change.earlier] + [(claim, True) for claim in change.later]
    for place, (claim, is_later) in enumerate(ordered):
        yield ListingChangeClaim(change=row, claim_id=keys.claims[claim.number], is_later=is_later, place=place)
