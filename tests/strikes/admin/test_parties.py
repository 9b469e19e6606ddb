"""Parties at the desk: what one is part of, and the members of a joint one."""

from typing import Any

from django.test import Client
from django.urls import reverse

from strikes.models import Party
from tests.builders import make_joint, make_party
from tests.strikes.admin.claims.filling import errors, filled, row

ADD = reverse("admin:strikes_party_add")
NAMED = {"name": "NOS and NRC", "slug": "nos-and-nrc", "kind": "newsroom", "group": "news"}


def post(client: Client, address: str, **typed: Any) -> Any:
    return client.post(address, filled(client, address) | typed, follow=True)


def members(*parties: Party) -> dict[str, Any]:
    rows = [row("memberships", number, member=party.pk) for number, party in enumerate(parties)]
    return {name: value for each in rows for name, value in each.items()}


def address(party: Party) -> str:
    return reverse("admin:strikes_party_change", args=[party.pk])


def test_a_joint_party_is_entered_with_its_members(as_editor: Client):
    nos, nrc = make_party(), make_party()

    response = post(as_editor, ADD, **NAMED, **members(nos, nrc))

    assert not errors(response)
    joint = Party.objects.get(slug="nos-and-nrc")
    assert {each.member for each in joint.memberships.all()} == {nos, nrc}


def test_one_member_is_too_few_and_a_joint_party_speaks_for_no_other(as_editor: Client):
    nos, nrc, state = make_party(), make_party(), make_party()

    alone = post(as_editor, ADD, **NAMED, **members(nos))
    speaking = post(as_editor, ADD, **NAMED, **members(nos, nrc), authority=state.pk)

    assert "A joint party has at least two members." in errors(alone)
    assert "A joint party is its own authority: it speaks for no other." in errors(speaking)
    assert not Party.objects.filter(slug="nos-and-nrc").exists()


def test_a_joint_party_is_none_once_all_its_members_are_taken_out(as_editor: Client):
    joint = make_joint()

    response = post(as_editor, address(joint), **{f"memberships-{number}-DELETE": "on" for number in (0, 1)})

    assert not errors(response)
    assert not joint.memberships.exists()


def test_a_party_is_no_part_of_a_part_of_it(as_editor: Client):
    wider = make_party()
    part = make_party(part_of=wider)

    response = post(as_editor, address(wider), part_of=part.pk)

    assert "A party cannot be part of itself, by whatever way round." in errors(response)
