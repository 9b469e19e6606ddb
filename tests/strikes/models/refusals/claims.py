"""What the archive refuses of claims, the alternatives that they leave open, and their citations."""

from datetime import date
from functools import partial
from typing import Any

from strikes.admin.claims.formsets import AlternativeFormSet, CitationFormSet
from strikes.models import Alternative, Citation
from strikes.vocabulary.terms import CitationRole, HowNamed, State, Wording
from tests.builders import (
    choice,
    make_alternative,
    make_capture,
    make_citation,
    make_claim,
    make_party,
    make_source,
    make_subject,
    make_supersession,
    make_user,
    new_claim,
    question,
)
from tests.refusals import Pair, Refusals, Write, change, removal

refusals = Refusals()


# What belongs together


@refusals.by("claim_number_once")
def two_claims_of_one_number() -> Pair:
    claim = make_claim()
    another = new_claim(incident=claim.incident)
    return change(another, wrong={"number": claim.number}, right={"number": claim.number + 1000})


@refusals.by("claim_subject_of_incident", at="subject")
def a_subject_of_another_incident() -> Pair:
    claim = make_claim()
    return change(claim, wrong={"subject": make_subject()}, right={"subject": make_subject(claim.incident)})


@refusals.by("claim_authority_of_party", at="party", by_form=False)
def an_authority_that_is_not_the_party_s() -> Pair:
    office = make_party(authority=make_party())
    return change(new_claim(party=office), wrong={"authority": office}, right={"authority": office.authority})


# Dates


def two_dates(what: str) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    def dated(first: int | None, last: int | None, precision: str) -> dict[str, Any]:
        days = [date(2017, 3, day) if day else None for day in (first, last)]
        return {f"{what}_earliest": days[0], f"{what}_latest": days[1], f"{what}_precision": precision}

    return {
        "order": (dated(17, 16, "range"), dated(16, 17, "range")),
        "day": (dated(16, 17, "day"), dated(16, 16, "day")),
        "whole": (dated(16, None, "day"), dated(16, 16, "day")),
    }


def a_date(question_code: str, wrong: dict[str, Any], right: dict[str, Any]) -> Pair:
    return change(make_claim(question=question_code), wrong=wrong, right=right)


WHAT_IS_WRONG = {"order": "earliest after latest", "day": "a day that is two days", "whole": "an earliest day alone"}
for what, asked in {"stated": "killed", "when": "date"}.items():
    for rule, (wrong, right) in two_dates(what).items():
        refusals.add(WHAT_IS_WRONG[rule], f"claim_{what}_{rule}", partial(a_date, asked, wrong, right))


# Who speaks, and who edits


@refusals.by("claim_protected_unnamed")
def a_protected_claim_with_a_speaker_s_name() -> Pair:
    return change(make_claim(is_protected=True), wrong={"speaker_name": "Somebody"}, right={"speaker_role": "a medic"})


@refusals.by("claim_protected_unnamed")
def a_named_claim_made_protected() -> Pair:
    wrong = {"is_protected": True}
    return change(make_claim(speaker_name="Somebody"), wrong=wrong, right=wrong | {"speaker_name": ""})


@refusals.by("claim_two_persons")
def one_person_as_last_editor_and_approver() -> Pair:
    editor = make_user()
    return change(make_claim(last_edited_by=editor), wrong={"approved_by": editor}, right={"approved_by": make_user()})


@refusals.by("claim_published_approved")
def a_published_claim_that_nobody_approved() -> Pair:
    return change(make_claim(published=True), wrong={"approved_by": None}, right={"approved_by": make_user()})


# Published, therefore cited


@refusals.by("claim_published_cited", at="state")
def publishing_without_a_citation() -> Pair:
    published = {"state": State.PUBLISHED, "has_been_published": True, "approved_by": make_user()}
    return Pair(Write(make_claim(), published), Write(make_citation().claim, published))


@refusals.by("claim_published_cited", at="state")
def publishing_with_a_citation_that_is_no_evidence() -> Pair:
    published = {"state": State.PUBLISHED, "has_been_published": True, "approved_by": make_user()}
    context = make_citation(role=CitationRole.CONTEXT)
    return Pair(Write(context.claim, published), Write(make_citation().claim, published))


@refusals.by("claim_published_cited", at="state")
def a_new_claim_published_at_once() -> Pair:
    claim = new_claim(approved_by=make_user())
    return change(claim, wrong={"state": State.PUBLISHED, "has_been_published": True}, right={"state": State.DRAFT})


@refusals.by("citation_kept")
def removing_the_last_citation_of_a_published_claim() -> Pair:
    last = make_claim(published=True).citations.get()
    return removal(last, twin=twice_cited().citations.first(), formset=CitationFormSet)


@refusals.by("citation_kept")
def removing_the_last_evidence_beside_a_context() -> Pair:
    last = make_claim(published=True).citations.get()
    context = make_citation(last.claim, role=CitationRole.CONTEXT)
    return removal(last, twin=context, formset=CitationFormSet)


@refusals.by("citation_kept", at="role")
def the_last_citation_losing_its_role() -> Pair:
    repeats = {"role": CitationRole.REPEATS}
    last = make_claim(published=True).citations.get()
    return Pair(Write(last, repeats), Write(twice_cited().citations.first(), repeats))


@refusals.by("citation_kept")
def the_last_citation_losing_its_role_beneath_its_claim() -> Pair:
    repeats = {"role": CitationRole.REPEATS}
    last, one_of_two = make_claim(published=True).citations.get(), twice_cited().citations.first()
    return Pair(Write(last, repeats, CitationFormSet), Write(one_of_two, repeats, CitationFormSet))


@refusals.by("citation_kept", at="claim")
def the_last_citation_moved_to_another_claim() -> Pair:
    moved = {"claim": make_claim()}
    last = make_claim(published=True).citations.get()
    return Pair(Write(last, moved), Write(twice_cited().citations.first(), moved))


def twice_cited() -> Any:
    claim = make_claim(published=True)
    make_citation(claim)
    return claim


@refusals.by("citation_capture_of_source", at="capture")
def a_capture_of_another_source() -> Pair:
    source = make_source()
    citation = Citation(claim=make_claim(), source=source, wording=Wording.OWN)
    return change(citation, wrong={"capture": make_capture()}, right={"capture": make_capture(source)})


@refusals.by("citation_misprint_alleged")
def a_misprint_alleged_of_evidence() -> Pair:
    alleged = {"alleged_by": make_party()}
    printed = {"role": CitationRole.PRINTED_DIFFERENTLY, "printed": "Printed as two."}
    citation = make_citation()
    return change(citation, wrong=alleged, right=alleged | printed)


@refusals.by("citation_printed_differently")
def printed_differently_without_saying_what() -> Pair:
    differently = {"role": CitationRole.PRINTED_DIFFERENTLY}
    return change(make_citation(), wrong=differently, right=differently | {"printed": "49 in place of 46"})


@refusals.by("citation_printed_differently")
def evidence_that_is_said_to_print_differently() -> Pair:
    printed = {"printed": "49 in place of 46"}
    return change(make_citation(), wrong=printed, right=printed | {"role": CitationRole.PRINTED_DIFFERENTLY})


# What a claim leaves open


@refusals.by("claim_one_of_several")
def a_claim_that_leaves_open_which_and_names_none() -> Pair:
    claim = new_claim(question="carried-out-by")
    wrong = {"is_one_of": True, "value_party": None}
    right = {"is_one_of": False, "value_party": make_party()}
    return change(claim, wrong=wrong, right=right, formset=AlternativeFormSet)


@refusals.by("claim_one_of_several")
def an_answer_left_open_between_one() -> Pair:
    one, two = make_claim(question="struck"), make_claim(question="struck")
    for claim, codes in {one: ["mosque"], two: ["mosque", "civic-building"]}.items():
        for code in codes:
            make_alternative(claim, choice("struck", code))
    left_open = {"is_one_of": True, "choice": None}
    return Pair(Write(one, left_open, AlternativeFormSet), Write(two, left_open, AlternativeFormSet))


@refusals.by("alternative_kept")
def removing_one_of_two_that_are_left_open() -> Pair:
    two = make_claim(question="carried-out-by", one_of=[make_party(), make_party()])
    three = make_claim(question="carried-out-by", one_of=[make_party(), make_party(), make_party()])
    return removal(two.alternatives.all()[0], twin=three.alternatives.all()[0], formset=AlternativeFormSet)


@refusals.by("claim_one_of_alone")
def an_answer_beside_those_left_open() -> Pair:
    claim = make_claim(question="carried-out-by", one_of=[make_party(), make_party()])
    named = {"value_party": make_party()}
    return Pair(Write(claim, named), Write(make_claim(question="carried-out-by"), named))


@refusals.by("alternative_once")
def one_party_left_open_twice() -> Pair:
    syria = make_party()
    claim = make_claim(question="carried-out-by", one_of=[syria, make_party()])
    another = Alternative(claim=claim, question=claim.question, kind=claim.kind)
    return change(another, wrong={"party": syria}, right={"party": make_party()})


@refusals.by("alternative_of_question", at="claim", by_form=False)
def an_alternative_to_another_question() -> Pair:
    claim = make_claim(question="carried-out-by")
    alternative = Alternative(claim=claim, kind=claim.kind, party=make_party())
    return change(alternative, wrong={"question": question("struck")}, right={"question": claim.question})


@refusals.by("alternative_choice_of_question", at="choice")
def an_alternative_among_another_question_s_choices() -> Pair:
    claim = make_claim(question="struck")
    alternative = Alternative(claim=claim, question=claim.question, kind=claim.kind)
    wrong, right = choice("targeted", "fighters"), choice("struck", "mosque")
    return change(alternative, wrong={"choice": wrong}, right={"choice": right})


@refusals.by("alternative_of_kind")
def a_party_left_open_where_choices_are_asked_for() -> Pair:
    claim = make_claim(question="struck")
    alternative = Alternative(claim=claim, question=claim.question, kind=claim.kind)
    return change(alternative, wrong={"party": make_party()}, right={"choice": choice("struck", "mosque")})


# What a supersession rests on


@refusals.by("claim_still_supersedes", at="how_named")
def an_unnamed_official_made_of_one_who_supersedes() -> Pair:
    later = make_supersession().later
    return change(later, wrong={"how_named": HowNamed.UNNAMED_OFFICIAL}, right={"how_named": HowNamed.UNNAMED})


@refusals.by("claim_still_supersedes", at="how_named")
def an_unnamed_official_made_of_one_who_is_superseded() -> Pair:
    earlier = make_supersession().earlier
    return change(earlier, wrong={"how_named": HowNamed.UNNAMED_OFFICIAL}, right={"how_named": HowNamed.UNNAMED})


@refusals.by("claim_still_supersedes", at="party")
def a_superseding_claim_given_to_another_authority() -> Pair:
    later, another = make_supersession().later, make_party()
    office = make_party(authority=later.party)
    return change(
        later,
        wrong={"party": another, "authority": another},
        right={"party": office, "authority": later.party},
    )
