"""What forms say of rows that are entered or changed together, and what they let pass."""

from typing import Any

import pytest
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.forms import inlineformset_factory

from sources.models import Relay
from strikes.models import Alternative, Claim, ClaimRelation, Supersession
from strikes.vocabulary.terms import HowNamed, RelatedBy, RelationKind, Stance, SupersessionKind
from tests.builders import make_claim, make_party, make_relay, make_source, make_supersession, new_claim

pytestmark = pytest.mark.django_db


def errors_beneath(claim: Claim, model: type[models.Model], fk_name: str, **values: Any) -> dict[str, list[str]]:
    """Enter one row beneath a claim that is not saved yet."""
    formset: Any = inlineformset_factory(Claim, model, fk_name=fk_name, fields="__all__", extra=1)
    prefix = formset.get_default_prefix()
    data = {f"{prefix}-TOTAL_FORMS": 1, f"{prefix}-INITIAL_FORMS": 0}
    submitted = formset(data | {f"{prefix}-0-{name}": value for name, value in values.items()}, instance=claim)
    return {field: list(map(str, errors)) for field, errors in submitted.forms[0].errors.items()}


def test_a_new_claim_with_its_supersession_is_told_of_another_authority() -> None:
    earlier = make_claim()

    errors = errors_beneath(
        new_claim(incident=earlier.incident), Supersession, "later", earlier=earlier.pk, kind=SupersessionKind.UPDATES
    )

    assert list(errors) == ["words"]


def test_a_new_claim_with_its_supersession_is_told_of_an_unnamed_official() -> None:
    earlier = make_claim(how_named=HowNamed.UNNAMED_OFFICIAL)
    later = new_claim(incident=earlier.incident, party=earlier.party)

    errors = errors_beneath(later, Supersession, "later", earlier=earlier.pk, kind=SupersessionKind.UPDATES)

    assert list(errors) == ["earlier"]


def test_a_new_claim_with_its_supersession_is_told_of_another_incident() -> None:
    earlier = make_claim()

    errors = errors_beneath(
        new_claim(party=earlier.party), Supersession, "later", earlier=earlier.pk, kind=SupersessionKind.UPDATES
    )

    assert errors == {"earlier": ["Both claims belong to one incident."]}


def test_a_new_claim_with_its_relation_is_told_of_another_incident() -> None:
    errors = errors_beneath(
        new_claim(),
        ClaimRelation,
        "from_claim",
        to_claim=make_claim().pk,
        kind=RelationKind.SUPPORTS,
        by=RelatedBy.EDITOR,
    )

    assert errors == {"to_claim": ["Both claims belong to one incident."]}


def test_a_new_claim_with_what_it_leaves_open_is_told_of_another_kind() -> None:
    claim = new_claim(question="struck", is_one_of=True)

    errors = errors_beneath(claim, Alternative, "claim", party=make_party().pk)

    assert list(errors) == [NON_FIELD_ERRORS]


def test_a_relay_can_be_turned_round() -> None:
    relay = make_relay(make_source(), make_source())

    relay.relaying, relay.relayed = relay.relayed, relay.relaying
    relay.full_clean()
    relay.save()

    assert Relay.objects.get() == relay


def test_a_party_can_change_its_authority_where_words_say_that_the_claim_is_replaced() -> None:
    state = make_party()
    office = make_party(authority=state)
    earlier = make_claim(party=office)
    make_supersession(make_claim(incident=earlier.incident, party=state), earlier, words="“replaces it”")

    office.authority = None
    office.full_clean()
    office.save()

    earlier.refresh_from_db()
    assert earlier.authority == office


def test_a_party_can_change_its_authority_where_its_claims_supersede_its_own() -> None:
    party = make_party()
    earlier = make_claim(party=party)
    make_supersession(earlier=earlier)

    party.authority = make_party()
    party.full_clean()
    party.save()

    earlier.refresh_from_db()
    assert earlier.authority == party.authority


@pytest.mark.parametrize("stance", [stance for stance in Stance if not stance.needs_answer])
def test_a_stance_that_needs_no_answer_passes_without_one(stance: Stance) -> None:
    claim = new_claim(stance=stance)

    claim.full_clean()
    claim.save()

    assert Claim.objects.get() == claim


def test_a_published_claim_cannot_be_cleaned_before_it_is_cited() -> None:
    claim = new_claim(state="published")

    with pytest.raises(ValidationError) as refused:
        claim.full_clean()

    assert "state" in refused.value.message_dict
