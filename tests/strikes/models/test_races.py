"""What the archive refuses also where two connections would each write half of it at the same moment."""

from collections.abc import Callable

import pytest
from django.db import connection

from sources.models import Publisher, Relay
from strikes.models import Choice, Claim, Inclusion, Party, Place, Supersession
from strikes.vocabulary.terms import PlaceLevel, State, SupersessionKind
from tests.builders import (
    choice,
    make_citation,
    make_claim,
    make_party,
    make_place,
    make_publisher,
    make_source,
    make_user,
    question,
)
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
Halves = tuple[Callable[[], object], Callable[[], object]]


def broken_at_once(*writes: Callable[[], object]) -> list[str | None]:
    """Return the names of the constraints that were broken by these writes, each in a transaction of its own, at once.

    None is checked before all have written. None commits before all were checked, or wait for another's lock.
    """
    refused = at_once(*((write, check_constraints) for write in writes))
    return [error.__cause__.diag.constraint_name for error in refused if error]  # type: ignore[union-attr]


def check_constraints() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_two_connections_cannot_close_a_circle_of_supersessions() -> None:
    first = make_claim()
    second = make_claim(incident=first.incident, party=first.party)

    def supersede(later: Claim, earlier: Claim) -> None:
        Supersession.objects.create(later=later, earlier=earlier, kind=SupersessionKind.CORRECTS)

    broken = broken_at_once(lambda: supersede(first, second), lambda: supersede(second, first))

    assert broken == ["supersession_no_circle"]
    assert Supersession.objects.count() == 1


def publishers() -> Halves:
    first, second = make_publisher(), make_publisher()
    return (
        lambda: Publisher.objects.filter(pk=first.pk).update(parent=second),
        lambda: Publisher.objects.filter(pk=second.pk).update(parent=first),
    )


def relays() -> Halves:
    first, second = make_source(), make_source()
    return (
        lambda: Relay.objects.create(relaying=first, relayed=second),
        lambda: Relay.objects.create(relaying=second, relayed=first),
    )


def choices() -> Halves:
    first, second = choice("struck", "religious-building"), choice("struck", "civic-building")
    return (
        lambda: Choice.objects.filter(pk=first.pk).update(parent=second),
        lambda: Choice.objects.filter(pk=second.pk).update(parent=first),
    )


def questions() -> Halves:
    first, second = question("people-present"), question("missing")
    return (
        lambda: Inclusion.objects.create(part=first, whole=second),
        lambda: Inclusion.objects.create(part=second, whole=first),
    )


def places() -> Halves:
    """One comes to lie in the other, which at the same moment is made a finer place."""
    country = make_place()
    region, district = make_place(parent=country), make_place(parent=country, level=PlaceLevel.DISTRICT)
    return (
        lambda: Place.objects.filter(pk=district.pk).update(parent=region),
        lambda: Place.objects.filter(pk=region.pk).update(level=PlaceLevel.SETTLEMENT),
    )


def parties() -> Halves:
    """One comes to speak for the other, which at the same moment comes to speak for a third.

    Each for the other would be a deadlock, which the server ends: the authority is part of a key.
    """
    first, second, third = make_party(), make_party(), make_party()
    return (
        lambda: Party.objects.filter(pk=first.pk).update(authority=second),
        lambda: Party.objects.filter(pk=second.pk).update(authority=third),
    )


@pytest.mark.parametrize(
    ("tree", "constraint"),
    [
        (publishers, "publisher_no_circle"),
        (relays, "relay_no_circle"),
        (choices, "choice_no_circle"),
        (questions, "question_no_circle"),
        (places, "place_parent_coarser"),
        (parties, "party_authority_root"),
    ],
)
def test_two_connections_cannot_close_a_circle_in_a_tree(tree: Callable[[], Halves], constraint: str) -> None:
    halves = tree()

    broken = broken_at_once(*halves)

    assert broken == [constraint]


def test_two_connections_cannot_remove_the_last_two_citations() -> None:
    claim = make_claim(published=True)
    make_citation(claim)
    first, second = claim.citations.all()

    broken = broken_at_once(first.delete, second.delete)

    assert broken == ["citation_kept"]
    assert claim.citations.count() == 1


def test_a_claim_is_not_published_while_its_last_citation_is_removed() -> None:
    claim, reviewer = make_citation().claim, make_user()
    published = {"state": State.PUBLISHED, "has_been_published": True, "approved_by": reviewer}

    broken = broken_at_once(lambda: Claim.objects.filter(pk=claim.pk).update(**published), claim.citations.get().delete)

    assert broken in (["claim_published_cited"], ["citation_kept"])


def test_two_connections_leave_two_answers_open() -> None:
    claim = make_claim(question="carried-out-by", one_of=[make_party(), make_party(), make_party()])
    first, second, _third = claim.alternatives.all()

    broken = broken_at_once(first.delete, second.delete)

    assert broken == ["alternative_kept"]


def test_a_supersession_is_not_made_while_the_authority_changes() -> None:
    state = make_party()
    office = make_party(authority=state)
    earlier = make_claim(party=office)
    later = make_claim(incident=earlier.incident, party=state)

    broken = broken_at_once(
        lambda: Supersession.objects.create(later=later, earlier=earlier, kind=SupersessionKind.UPDATES),
        lambda: Party.objects.filter(pk=office.pk).update(authority=None),
    )

    assert broken in (["supersession_authority"], ["claim_still_supersedes"])
