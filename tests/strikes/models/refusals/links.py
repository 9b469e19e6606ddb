"""What the archive refuses of supersessions and relations of claims."""

from typing import Any

from strikes.models import Claim, ClaimRelation, Incident, Supersession
from strikes.vocabulary.terms import HowNamed, RelatedBy, RelationKind, SupersessionKind
from tests.builders import make_claim, make_incident, make_party, make_relation, make_supersession
from tests.refusals import Pair, Refusals, change

refusals = Refusals()


def superseding(later: Claim, incident: Incident | None = None) -> Supersession:
    return Supersession(incident=incident or later.incident, later=later, kind=SupersessionKind.UPDATES)


def beside(claim: Claim, **fields: Any) -> Claim:
    """Make another claim of the same incident and party."""
    return make_claim(**{"incident": claim.incident, "party": claim.party} | fields)


# Supersessions


@refusals.by("supersession_once")
def superseding_a_claim_twice() -> Pair:
    link = make_supersession()
    return change(superseding(link.later), wrong={"earlier": link.earlier}, right={"earlier": beside(link.later)})


@refusals.by("supersession_of_another")
def a_claim_that_supersedes_itself() -> Pair:
    claim = make_claim()
    return change(superseding(claim), wrong={"earlier": claim}, right={"earlier": beside(claim)})


@refusals.by("supersession_no_circle", at="earlier")
def two_claims_that_supersede_each_other() -> Pair:
    link = make_supersession()
    return change(superseding(link.earlier), wrong={"earlier": link.later}, right={"earlier": beside(link.later)})


@refusals.by("supersession_no_circle", at="earlier")
def three_claims_that_supersede_each_other_in_turn() -> Pair:
    third = make_supersession()
    second = make_supersession(later=third.earlier)
    return change(superseding(second.earlier), wrong={"earlier": third.later}, right={"earlier": beside(third.later)})


@refusals.by("supersession_no_circle", at="earlier")
def a_supersession_turned_so_that_it_closes_a_circle() -> Pair:
    link = make_supersession()
    another = make_supersession(later=link.earlier)
    return change(another, wrong={"earlier": link.later}, right={"earlier": beside(link.later)})


@refusals.by("supersession_earlier_of_incident", at="earlier")
def superseding_a_claim_of_another_incident() -> Pair:
    later = make_claim()
    return change(
        superseding(later), wrong={"earlier": make_claim(party=later.party)}, right={"earlier": beside(later)}
    )


@refusals.by("supersession_later_of_incident", at="later", by_form=False)
def being_superseded_by_a_claim_of_another_incident() -> Pair:
    earlier = make_claim()
    link = Supersession(incident=earlier.incident, earlier=earlier, kind=SupersessionKind.UPDATES)
    return change(link, wrong={"later": make_claim(party=earlier.party)}, right={"later": beside(earlier)})


@refusals.by("supersession_unnamed", at="earlier")
def superseding_an_unnamed_official() -> Pair:
    later = make_claim()
    unnamed = beside(later, how_named=HowNamed.UNNAMED_OFFICIAL)
    return change(superseding(later), wrong={"earlier": unnamed}, right={"earlier": beside(later)})


@refusals.by("supersession_unnamed", at="earlier")
def being_superseded_by_an_unnamed_official() -> Pair:
    earlier = make_claim()
    link = Supersession(incident=earlier.incident, earlier=earlier, kind=SupersessionKind.UPDATES)
    unnamed = beside(earlier, how_named=HowNamed.UNNAMED_OFFICIAL)
    return change(link, wrong={"later": unnamed}, right={"later": beside(earlier)})


@refusals.by("supersession_authority", at="words")
def superseding_another_authority_s_claim_without_its_words() -> Pair:
    later = make_claim()
    wrong = {"earlier": beside(later, party=make_party())}
    return change(superseding(later), wrong=wrong, right=wrong | {"words": "“replaces the figure given earlier”"})


@refusals.by("supersession_authority", at="words")
def the_words_that_say_so_taken_out() -> Pair:
    later = make_claim()
    link = make_supersession(later, beside(later, party=make_party()), words="“replaces the figure given earlier”")
    return change(link, wrong={"words": ""}, right={"words": "“replaces it”"})


# Relations


def relating(claim: Claim, incident: Incident | None = None) -> ClaimRelation:
    kind, by = RelationKind.SUPPORTS, RelatedBy.EDITOR
    return ClaimRelation(incident=incident or claim.incident, from_claim=claim, kind=kind, by=by)


@refusals.by("relation_once")
def relating_two_claims_twice_in_one_way() -> Pair:
    relation = make_relation(kind=RelationKind.SUPPORTS)
    another = relating(relation.from_claim)
    return change(another, wrong={"to_claim": relation.to_claim}, right={"to_claim": beside(relation.to_claim)})


@refusals.by("relation_to_another")
def a_claim_that_bears_on_itself() -> Pair:
    claim = make_claim()
    return change(relating(claim), wrong={"to_claim": claim}, right={"to_claim": beside(claim)})


@refusals.by("relation_to_of_incident", at="to_claim")
def bearing_on_a_claim_of_another_incident() -> Pair:
    claim = make_claim()
    return change(relating(claim), wrong={"to_claim": make_claim()}, right={"to_claim": beside(claim)})


@refusals.by("relation_from_of_incident", at="from_claim", by_form=False)
def a_relation_filed_under_another_incident() -> Pair:
    claim, elsewhere = make_claim(), make_incident()
    link = ClaimRelation(incident=elsewhere, to_claim=make_claim(incident=elsewhere))
    link.kind, link.by = RelationKind.SUPPORTS, RelatedBy.EDITOR
    return change(link, wrong={"from_claim": claim}, right={"from_claim": make_claim(incident=elsewhere)})


@refusals.by("relation_overtaken_why", at="reason")
def a_report_overtaken_for_no_reason() -> Pair:
    relation = make_relation(kind=RelationKind.SUPPORTS)
    overtaken = {"kind": RelationKind.OVERTAKEN_BY}
    return change(relation, wrong=overtaken, right=overtaken | {"reason": "It said so itself."})


def overtaken(claim: Claim, by: Claim) -> ClaimRelation:
    return make_relation(claim, by, kind=RelationKind.OVERTAKEN_BY, reason="It said so itself.")


@refusals.by("relation_no_circle", at="to_claim")
def two_claims_that_overtake_each_other() -> Pair:
    first = make_claim()
    second, third = beside(first), beside(first)
    overtaken(second, third)
    overtaken(third, first)
    # The other relations of the two make no circle.
    make_relation(beside(first), first, kind=RelationKind.SUPPORTS)
    link = relating(first)
    link.kind, link.reason = RelationKind.OVERTAKEN_BY, "It said so itself."
    return change(link, wrong={"to_claim": second}, right={"to_claim": beside(first)})


@refusals.by("relation_no_circle", at="to_claim")
def a_relation_made_one_of_a_claim_that_is_overtaken() -> Pair:
    first = make_claim()
    second = beside(first)
    overtaken(first, second)
    link = make_relation(second, first, kind=RelationKind.SUPPORTS, reason="It said so itself.")
    return change(link, wrong={"kind": RelationKind.OVERTAKEN_BY}, right={"kind": RelationKind.CASTS_DOUBT})
