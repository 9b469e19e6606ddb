"""The three acts as functions of rows and an account: nobody asks for a page."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from strikes.admin.publishing.acts import ActOutcome, publish, take_back, withdraw
from strikes.models import Claim, Incident, Listing
from strikes.models.claim import UNCITED
from strikes.vocabulary.terms import State
from tests.archive import Cast, list_all, make_whole_incident
from tests.builders import make_citation, make_claim

OWN = "A claim is approved by someone other than its last editor."


@pytest.fixture
def cited(incident: Incident, cast: Cast, editor: User) -> Claim:
    """A draft that lacks nothing but publication."""
    claim = make_claim(
        incident=incident, number=1, question="called", party=cast.state, value_text="a raid", last_edited_by=editor
    )
    make_citation(claim, source=cast.article)
    return claim


@pytest.fixture
def published(cited: Claim, reviewer: User) -> Claim:
    assert publish(Claim.objects.filter(pk=cited.pk), reviewer).done == [cited]
    return cited


def test_what_can_be_is_published_and_the_rest_refused_each_with_its_reason(
    cited: Claim, cast: Cast, editor: User, reviewer: User
):
    uncited = make_claim(incident=cited.incident, number=2, question="called", party=cast.office, value_text="a strike")

    outcome = publish(Claim.objects.all(), reviewer)

    assert outcome == ActOutcome("Published.", [cited], [(uncited, str(UNCITED))])
    assert Claim.objects.get(state=State.PUBLISHED).approved_by == reviewer
    assert Listing.objects.get().claims == 1


def test_nobody_publishes_a_claim_that_they_edited_last(cited: Claim, editor: User):
    outcome = publish(Claim.objects.all(), editor)

    assert outcome == ActOutcome("Published.", [], [(cited, OWN)])
    assert not Claim.objects.filter(state=State.PUBLISHED).exists()


def test_what_was_read_otherwise_than_it_stands_is_not_published(cited: Claim, reviewer: User):
    outcome = publish(Claim.objects.all(), reviewer, is_as_read=lambda row: row != cited)

    ((row, why),) = outcome.refused
    assert (row, outcome.done) == (cited, [])
    assert why.startswith("It was changed after this list was opened")


def test_what_is_public_already_is_not_published_again(published: Claim, editor: User, reviewer: User):
    outcome = publish(Claim.objects.all(), editor)

    assert outcome.refused == [(published, "It is published already.")]
    published.refresh_from_db()
    assert published.approved_by == reviewer


def test_what_was_public_is_withdrawn_and_what_never_was_is_not(published: Claim, cast: Cast, editor: User):
    draft = make_claim(incident=published.incident, number=2, party=cast.state)

    outcome = withdraw(Claim.objects.all(), editor, "It was entered twice.")

    never = "It was never public: edit the draft, or delete it."
    assert outcome == ActOutcome("Withdrawn.", [published], [(draft, never)])
    published.refresh_from_db()
    assert (published.state, published.withdrawn_reason, published.withdrawn_by) == (
        State.WITHDRAWN,
        "It was entered twice.",
        editor,
    )
    assert Listing.objects.get().claims == 0


def test_what_is_taken_back_is_a_draft_that_nobody_approved(published: Claim, cast: Cast):
    draft = make_claim(incident=published.incident, number=2, party=cast.state)

    outcome = take_back(Claim.objects.all())

    assert outcome == ActOutcome("Taken back to draft.", [published], [(draft, "It is a draft already.")])
    published.refresh_from_db()
    assert (published.state, published.approved_by, published.approved_in) == (State.DRAFT, None, None)
    assert Listing.objects.get().claims == 0


def test_incidents_are_acted_on_too_and_their_listings_follow(cast: Cast, reviewer: User):
    incident = make_whole_incident(cast, "SY-2017-0318-A", State.DRAFT)
    rows = Incident.objects.filter(pk=incident.pk)

    published, listed = publish(rows, reviewer), Listing.objects.filter(code=incident.code).exists()
    withdrawn = withdraw(rows, reviewer, "It was entered twice.")

    assert (published.done, listed) == ([incident], True)
    assert withdrawn.done == [incident]
    assert not Listing.objects.filter(code=incident.code).exists()


def test_an_act_keeps_no_log_by_itself(cited: Claim, reviewer: User):
    publish(Claim.objects.all(), reviewer)

    assert not LogEntry.objects.exists()


def test_listings_of_what_was_refused_alone_are_left_as_they_are(cited: Claim, editor: User):
    list_all()
    before = Listing.objects.values().get()

    publish(Claim.objects.all(), editor)

    assert Listing.objects.values().get() == before
