"""`doubts` gives, by the number of a claim, the claims of the dossier that cast doubt on it. Pure.

To cast doubt excludes nothing, and makes no state: it is marked at the claim that is doubted, with whose word it is.
"""

from collections import defaultdict
from dataclasses import dataclass

from strikes.dossiers.dossier import Claim, Dossier, Relation
from strikes.rules.counted import Counting
from strikes.vocabulary.terms import RelationKind


@dataclass(frozen=True)
class Doubt:
    """The claim that casts doubt on another, and the relation, which says by whom and why."""

    claim: Claim
    relation: Relation


def doubts(dossier: Dossier) -> dict[int, tuple[Doubt, ...]]:
    """By the number of each claim that is doubted, who doubts it, as far as nothing replaced what they say."""
    counting = Counting(dossier)
    found: dict[int, list[Doubt]] = defaultdict(list)
    for claim in dossier.claims:
        why = counting.why_not(claim)
        for relation in claim.relations:
            if relation.kind is RelationKind.CASTS_DOUBT and not (why and why.is_replaced):
                found[relation.claim].append(Doubt(claim, relation))
    return {number: tuple(own) for number, own in found.items()}
