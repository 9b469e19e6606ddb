"""Two who publish at the same moment, each without seeing the other, leave listings that hold what both did."""

from typing import Any

import pytest
from django.db.models import Model

from strikes.listing.write import refresh, shared_changed
from strikes.models import Incident, ListingQuestion
from strikes.models.affected import incidents_affected
from strikes.models.listing import Listing
from strikes.vocabulary.terms import QuestionState, State
from tests.archive import list_all
from tests.builders import make_claim, make_incident, make_party, make_place, question
from tests.races import Steps, at_once

pytestmark = pytest.mark.django_db(transaction=True)


def shared(record: Model, **values: object) -> Steps:
    """A change of what incidents share."""
    rows = type(record)._default_manager.filter(pk=record.pk)
    return lambda: rows.update(**values), lambda: shared_changed(lambda: incidents_affected(record), is_structural=True)


def make_published() -> Incident:
    return make_incident(state=State.PUBLISHED)


def say(incident: Incident, *numbers: int, **fields: Any) -> Steps:
    """Claims of how many were killed, made and published."""

    def change() -> None:
        for number in numbers:
            make_claim(incident=incident, count_best=number, hedge="exact", unit="persons", published=True, **fields)

    return change, lambda: refresh([incident.pk])


def states() -> list[tuple[str, str]]:
    return sorted(ListingQuestion.objects.values_list("listing__code", "state"))


def test_the_first_claims_on_a_question_while_its_rule_is_changed():
    incident, first, second = make_published(), make_published(), make_published()
    make_claim(incident=incident, published=True)
    list_all()

    at_once(shared(question("killed"), rule="never"), say(first, 1, 2), say(second, 3, 4), say(incident, 5))

    assert states() == [(each.code, QuestionState.NOT_COMPARED) for each in (incident, first, second)]


def test_a_party_first_speaks_while_it_is_found_that_nobody_signs_for_it():
    incident, party = make_published(), make_party()

    at_once(shared(party, group="unsigned"), say(incident, 46, party=party))

    assert states() == [(incident.code, QuestionState.NOT_COMPARED)]


def test_a_region_moves_while_a_place_comes_to_lie_in_it():
    country, other = make_place(), make_place()
    region, district = make_place(parent=country), make_place(parent=make_place(parent=country))
    incident = make_incident(state=State.PUBLISHED, place=district)
    list_all()

    at_once(shared(district, parent=region), shared(region, parent=other))

    listing = Listing.objects.get(pk=incident.pk)
    assert (listing.country, listing.region, listing.district) == (other, region, district)


def test_two_claims_of_one_incident_are_both_listed():
    incident = make_published()

    at_once(say(incident, 1), say(incident, 2), say(incident, 3))

    listing = Listing.objects.get(pk=incident.pk)
    assert (listing.claims, listing.differing) == (3, 1)


def test_two_parties_of_one_incident_are_renamed():
    incident, first, second = make_published(), make_party(), make_party()
    for party, count in ((first, 1), (second, 2)):
        make_claim(incident=incident, party=party, count_best=count, hedge="exact", unit="persons", published=True)
    list_all()

    at_once(shared(first, name="The Office"), shared(second, name="The Monitor"))

    found = ListingQuestion.objects.get()
    assert found.differing_sides == ["The Office says: 1 person", "The Monitor says: 2 people"]
