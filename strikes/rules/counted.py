"""`why_not_counted` gives the reason why a claim decides nothing in a comparison, or None where it is a position. Pure."""

from collections import defaultdict
from collections.abc import Collection
from typing import Protocol, assert_never

from strikes.dossiers.dossier import Claim, Dossier
from strikes.rules.stands import answer_of, is_unnamed_official
from strikes.vocabulary.terms import Beside, PartyGroup, RelationKind, Scope, Stance


class Counted(Protocol):
    """What is asked of a claim: one of a dossier, or one that an editor is about to save."""

    @property
    def stance(self) -> Stance: ...
    @property
    def answer(self) -> object: ...
    @property
    def denies(self) -> object: ...
    @property
    def is_apparent_error(self) -> bool: ...
    @property
    def told_by(self) -> object: ...
    @property
    def scope(self) -> Scope: ...


def why_not_counted(
    claim: Counted, *, is_signed: bool, replaced_by: Collection[Stance] = (), is_overtaken: bool = False
) -> Beside | None:
    """The first reason of all. `replaced_by` has the stances of the claims that supersede this one."""
    if replaced_by:
        return Beside.RETRACTED if Stance.RETRACTS in replaced_by else Beside.SUPERSEDED
    if claim.stance is Stance.NO_EVIDENCE:
        return Beside.NO_EVIDENCE
    if not claim.stance.takes_position or (claim.answer is None and claim.denies is None):
        return Beside.NO_ANSWER
    if is_overtaken:
        return Beside.OVERTAKEN
    if claim.is_apparent_error:
        return Beside.ERROR
    if claim.told_by:
        return Beside.TOLD
    if not is_signed:
        return Beside.UNSIGNED
    match claim.scope:
        case Scope.EVENT:
            return None
        case Scope.PART:
            return Beside.PART
        case Scope.WIDER:
            return Beside.WIDER
        case _:
            assert_never(claim.scope)


class Counting:
    """Which claims of one dossier count."""

    def __init__(self, dossier: Dossier) -> None:
        self._unsigned = {party.slug for party in dossier.parties if party.group is PartyGroup.UNSIGNED}
        self._replaced_by: dict[int, list[Stance]] = defaultdict(list)
        self._overtaken = set[int]()
        parties = {party.slug: party for party in dossier.parties}
        self._by_number = {claim.number: claim for claim in dossier.claims}
        for claim in dossier.claims:
            for link in claim.supersedes:
                # Officials without a name stand beside: they take nobody's place, and nobody theirs.
                both = claim, self._by_number[link.claim]
                if not any(is_unnamed_official(each, parties[each.party]) for each in both):
                    self._replaced_by[link.claim].append(claim.stance)
            if any(relation.kind is RelationKind.OVERTAKEN_BY for relation in claim.relations):
                self._overtaken.add(claim.number)

    def why_not(self, claim: Claim) -> Beside | None:
        """Why the claim decides nothing; None if it is a position."""
        replaced_by = self._replaced_by.get(claim.number, ())
        why = why_not_counted(
            claim,
            is_signed=claim.party not in self._unsigned,
            replaced_by=replaced_by,
            is_overtaken=claim.number in self._overtaken,
        )
        # A denial can name a claim that gives no answer either.
        return Beside.NO_ANSWER if why is None and answer_of(claim, self._by_number) is None else why
