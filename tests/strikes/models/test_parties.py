"""What follows from whom a party speaks for, what it is part of, and who its members are."""

import pytest

from strikes.models import Incident, Party
from strikes.models.affected import incidents_affected
from strikes.models.dossiers.public import public_dossier
from strikes.vocabulary.terms import State
from tests.builders import make_claim, make_incident, make_joint, make_party

pytestmark = pytest.mark.django_db


def said_in_public_by(party: Party) -> Incident:
    incident = make_incident(state=State.PUBLISHED)
    make_claim(incident=incident, party=party, published=True)
    return incident


def test_a_dossier_has_all_that_its_parties_name() -> None:
    state, wider = make_party(slug="state"), make_party(slug="wider")
    office = make_party(slug="office", authority=state, part_of=wider)
    member = make_party(slug="member", part_of=make_party(slug="inner", part_of=wider))
    joint = make_joint(office, member, slug="joint")
    make_party(part_of=joint, slug="no-part-of-this")

    parties = {party.slug: party for party in public_dossier(said_in_public_by(joint)).parties}

    assert sorted(parties) == ["inner", "joint", "member", "office", "state", "wider"]
    assert parties["joint"].members == ("member", "office")
    assert (parties["office"].authority, parties["office"].part_of) == ("state", "wider")
    assert parties["member"].part_of == "inner"


def test_a_change_of_a_party_affects_the_incidents_that_name_it_by_whatever_steps() -> None:
    wider = make_party()
    part = make_party(part_of=wider)
    office = make_party(authority=part)
    joint = make_joint(office, make_party())
    incidents = {party.pk: said_in_public_by(party).pk for party in (wider, part, office, joint, make_party())}

    affected = {party.pk: incidents_affected(party) for party in (wider, part, office, joint)}

    steps = [joint, office, part, wider]
    assert affected == {
        party.pk: {incidents[each.pk] for each in steps[: place + 1]} for place, party in enumerate(steps)
    }
    assert incidents_affected(joint.memberships.all()[0]) == {incidents[joint.pk]}
