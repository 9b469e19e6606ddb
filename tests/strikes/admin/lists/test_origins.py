"""The filter of the incidents that are disputed on one origin."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from strikes.models import Incident
from strikes.vocabulary.terms import State
from tests.archive import list_all
from tests.builders import make_claim, make_incident, make_party

pytestmark = pytest.mark.django_db


def make_disputed(*bases: str) -> Incident:
    """A published incident that is disputed between as many parties as there are bases of their claims."""
    incident = make_incident(state=State.PUBLISHED)
    for number, basis in enumerate(bases):
        make_claim(incident=incident, party=make_party(), basis=basis, published=True, **_answer(number))
    return incident


def _answer(number: int) -> dict[str, Any]:
    return (
        {"hedge": "exact", "count_best": 46, "unit": "persons"}
        if number
        else {"hedge": "none_known", "unit": "persons"}
    )


def test_the_incidents_that_are_disputed_with_at_most_one_known_origin_are_found(as_editor: Client):
    none, one = make_disputed("not_stated", "not_stated"), make_disputed("own_operation", "not_stated")
    make_disputed("own_operation", "counted")
    make_disputed("counted")
    make_incident()
    list_all()
    address = reverse("admin:strikes_incident_changelist")

    found = as_editor.get(address, {"one_origin": "yes"}).context["cl"].result_list
    made_up = as_editor.get(address, {"one_origin": "no"}).context["cl"].result_list

    assert {*found} == {none, one}
    assert len(made_up) == 5
