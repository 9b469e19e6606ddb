"""What saving a claim does to its approval."""

import pytest
from django.contrib.auth.models import User

from strikes.admin.claims.saving import edit
from strikes.models import Claim, Incident
from strikes.vocabulary.terms import State
from tests.archive import Cast
from tests.builders import make_citation, make_claim, publish


@pytest.fixture
def claim(incident: Incident, cast: Cast) -> Claim:
    claim = make_claim(incident=incident, number=1, question="called", party=cast.state, value_text="a raid")
    make_citation(claim, source=cast.article)
    return claim


def test_an_edit_makes_a_draft_of_a_published_claim_that_nobody_approved(claim: Claim, editor: User):
    publish(claim)

    was_published = edit(claim, editor)

    assert was_published
    assert (claim.state, claim.last_edited_by, claim.approved_by) == (State.DRAFT, editor, None)


def test_so_it_does_where_the_form_has_made_a_draft_of_it_already(claim: Claim, editor: User):
    publish(claim)
    claim.state = State.DRAFT

    assert edit(claim, editor)


def test_an_edit_leaves_a_draft_a_draft(claim: Claim, editor: User):
    was_published = edit(claim, editor)

    assert not was_published
    assert (claim.state, claim.last_edited_by) == (State.DRAFT, editor)
