"""Denials entered at the desk that name a claim, and what is said of a misprint or of a report that is overtaken."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from strikes.models import Claim, ClaimRelation, Incident
from strikes.vocabulary.terms import Stance
from tests.archive import Cast
from tests.builders import make_citation, make_claim, make_denial, make_subject
from tests.strikes.admin.claims.filling import claim_form, errors, filled, row


@pytest.fixture
def asserted(cast: Cast, incident: Incident) -> Claim:
    return make_claim(incident=incident, party=cast.residents, number=1)


def post(client: Client, address: str, **typed: Any) -> Any:
    return client.post(address, filled(client, address) | typed, follow=True)


def denial_form(incident: Incident, cast: Cast) -> str:
    return claim_form(incident, "killed", cast.state)


def test_the_claims_that_assert_an_answer_to_the_same_question_are_offered_to_deny(
    as_editor: Client, cast: Cast, incident: Incident, asserted: Claim
):
    make_denial(asserted)
    make_claim(incident=incident, question="injured")
    make_claim(incident=incident, stance=Stance.NO_EVIDENCE)
    make_claim()

    form = as_editor.get(denial_form(incident, cast)).context["adminform"].form

    (_none, (group, offered)) = form.fields["denied"].choices
    assert (group, [key for key, _words in offered]) == ("To the same question", [asserted.pk])


def test_a_denial_is_entered_without_an_answer(as_editor: Client, cast: Cast, incident: Incident, asserted: Claim):
    response = post(as_editor, denial_form(incident, cast), stance="denies", denied=asserted.pk)

    assert not errors(response)
    claim = Claim.objects.get(number=2)
    assert (claim.denied, claim.answer) == (asserted, None)
    listed = as_editor.get(reverse("admin:strikes_claim_changelist")).content.decode()
    assert "denies: what another claim says" in listed


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"stance": "denies", "counted": "46"}, "Only a denial names a claim, and in place of an answer of its own."),
        ({"stance": "asserts"}, "Only a denial names a claim, and in place of an answer of its own."),
        ({"stance": "declines"}, "Only a denial names a claim, and in place of an answer of its own."),
        ({"stance": "denies", "denied": ""}, "To assert, deny or find no evidence of an answer, a claim needs one"),
        (
            {"stance": "no_evidence", "denied": ""},
            "To assert, deny or find no evidence of an answer, a claim needs one",
        ),
    ],
)
def test_what_a_denial_lacks_or_has_too_much_of_is_said(
    as_editor: Client, cast: Cast, incident: Incident, asserted: Claim, typed: dict[str, Any], sentence: str
):
    response = post(as_editor, denial_form(incident, cast), **{"denied": asserted.pk} | typed)

    assert sentence in errors(response)
    assert Claim.objects.count() == 1


def test_a_claim_on_another_subject_cannot_be_denied(
    as_editor: Client, cast: Cast, incident: Incident, asserted: Claim
):
    subject = make_subject(incident).pk

    response = post(as_editor, denial_form(incident, cast), stance="denies", denied=asserted.pk, subject=subject)

    assert "What is denied is a claim of the same incident, question and subject" in errors(response)


def test_what_is_denied_goes_on_asserting(as_editor: Client, asserted: Claim):
    make_denial(asserted)

    response = post(as_editor, reverse("admin:strikes_claim_change", args=[asserted.pk]), stance="retracts", counted="")

    assert "Another claim denies this one, which this would no longer allow." in errors(response)


def test_a_yes_or_no_is_not_denied_by_naming_a_claim(as_editor: Client, cast: Cast, incident: Incident):
    address = claim_form(incident, "building-hit", cast.state)

    response = post(as_editor, address, stance="denies")

    assert "To assert, deny or find no evidence of an answer, a claim needs one" in errors(response)


def test_no_evidence_is_entered_with_what_none_was_found_of(as_editor: Client, cast: Cast, incident: Incident):
    response = post(as_editor, denial_form(incident, cast), stance="no_evidence", counted="some")

    assert not errors(response)
    assert Claim.objects.get().stance == Stance.NO_EVIDENCE


def test_a_report_is_overtaken_with_a_reason(as_editor: Client, cast: Cast, incident: Incident, asserted: Claim):
    report = make_claim(incident=incident)
    address = reverse("admin:strikes_claim_change", args=[report.pk])
    overtaken = row("relations", 0, to_claim=asserted.pk, kind="overtaken_by", by="editor")

    assert "Say why the report is overtaken" in errors(post(as_editor, address, **overtaken))
    response = post(as_editor, address, **overtaken, **{"relations-0-reason": "It said so itself on 25 November."})

    assert not errors(response)
    assert ClaimRelation.objects.get().to_claim == asserted


def test_who_alleges_a_misprint_is_entered_with_what_is_printed(as_editor: Client, cast: Cast, asserted: Claim):
    citation = make_citation(asserted)
    address = reverse("admin:strikes_claim_change", args=[asserted.pk])
    alleged = {"citations-0-alleged_by": cast.residents.pk}

    assert "Only what is printed differently is a misprint" in errors(post(as_editor, address, **alleged))
    printed = {"citations-0-role": "printed_differently", "citations-0-printed": "94 killed."}
    response = post(as_editor, address, **alleged, **printed)

    assert not errors(response)
    citation.refresh_from_db()
    assert citation.alleged_by == cast.residents
