"""The changes of account of parties: each once, as many on the page of a party as its incidents have."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from strikes.dossiers.codec import load
from strikes.incident.page import IncidentPage
from strikes.listing.write import refresh
from strikes.loading.load import load as load_files
from strikes.models import Listing, ListingChange, ListingParty, Party
from strikes.rules.changes import moves_of
from strikes.vocabulary.terms import SupersessionKind
from tests.builders import choice, make_claim, make_incident, make_party, make_supersession
from tests.strikes.dossiers.builders import QUESTIONS

pytestmark = pytest.mark.django_db
DOSSIERS = sorted(Path("strikes/dossiers/incidents").glob("*.json"))
MOVES = (SupersessionKind.CORRECTS, SupersessionKind.CHANGES_ACCOUNT)


def test_the_moves_of_a_party_are_those_of_its_incidents_over_the_whole_archive(client: Client):
    load_files(DOSSIERS)
    expected: Counter[tuple[str, SupersessionKind]] = Counter()
    seen: Counter[str] = Counter()
    for path in DOSSIERS:
        page = IncidentPage(load(path.read_bytes()), QUESTIONS)
        for change in moves_of(page.dossier, QUESTIONS):
            for slug in change.parties:
                expected[slug, change.kind] += 1
                seen[slug] += 1

    for party in Party.objects.filter(listed__isnull=False).distinct():
        totals = ListingChange.objects.of_party(party).totals()
        assert {kind: totals[kind] for kind in MOVES} == {kind: expected[party.slug, kind] for kind in MOVES}, party
        rows = ListingParty.objects.filter(party=party)
        assert sum(row.moves for row in rows) == seen[party.slug]
    assert sum(seen.values()) > 20

    moving = [slug for slug, _number in seen.most_common(3)]
    for slug in moving:
        text = client.get(f"/parties/{slug}/").content.decode()
        for kind in MOVES:
            number = expected[slug, kind]
            word = "changed account" if kind is SupersessionKind.CHANGES_ACCOUNT else "correction"
            assert re.search(rf"\b{number} {word}", text), (slug, kind)


def test_no_change_is_printed_twice_nor_one_that_changes_nothing(client: Client):
    load_files(DOSSIERS)

    for slug in ("united-states", "syrian-observatory", "airwars"):
        for kind in SupersessionKind:
            response = client.get(f"/parties/{slug}/{kind}/")
            if response.status_code == 200:
                steps = [
                    " ".join(each.split())
                    for each in re.findall(r'<li class="step">.*?</li>', response.content.decode(), re.DOTALL)
                ]
                assert len(steps) == len(set(steps))
                for step in steps:
                    before, after = (
                        re.findall(r"<a href[^>]*>(?:<b>)?([^<]*)", part) for part in step.split('class="then"')
                    )
                    assert before[-1:] != after, step


def test_many_claims_that_change_together_are_one_move_and_one_line(client: Client):
    state = make_party(slug="state", name="The State")
    offices = [make_party(slug=f"office-{number}", name=f"Office {number}", authority=state) for number in range(2)]
    incident = make_incident(state="published")
    answers: dict[str, Any] = {"question": "struck", "incident": incident, "published": True}
    mosque, hall = choice("struck", "mosque"), choice("struck", "community-hall")
    first = [make_claim(party=office, choice=hall, stated="2017-03-17", **answers) for office in offices]
    second = [make_claim(party=office, choice=mosque, stated="2017-06-07", **answers) for office in offices]
    for earlier in first:
        for later in second:
            make_supersession(later, earlier, kind="changes_account")
    refresh([incident.pk])

    page = client.get("/parties/state/").content.decode()

    assert ListingChange.objects.count() == 1
    assert Listing.objects.get().moved == 1
    assert dict(ListingParty.objects.values_list("party__slug", "moves")) == {"state": 1, "office-0": 1, "office-1": 1}
    assert re.search(r"\b1 changed account\s*<", page)
    assert page.count('<li class="step">') == 1
    assert "82 days" in page


def test_a_narrower_answer_is_no_move(client: Client):
    party = make_party(slug="state")
    incident = make_incident(state="published")
    answers: dict[str, Any] = {"question": "struck", "incident": incident, "party": party, "published": True}
    first = make_claim(choice=choice("struck", "religious-building"), stated="2017-03-17", **answers)
    second = make_claim(choice=choice("struck", "mosque"), stated="2017-06-07", **answers)
    make_supersession(second, first, kind="changes_account")
    refresh([incident.pk])

    page = client.get("/parties/state/").content.decode()

    assert "0 changed accounts" in page
    assert "1 update, not a move" in page
    assert Listing.objects.get().moved == 0


def test_an_update_that_changes_nothing_is_not_counted(client: Client):
    party = make_party(slug="monitor")
    incident = make_incident(state="published")
    numbers: dict[str, Any] = {
        "incident": incident,
        "party": party,
        "published": True,
        "hedge": "exact",
        "unit": "persons",
    }
    first, second = (make_claim(count_best=42, stated=day, **numbers) for day in ("2017-03-17", "2017-03-18"))
    make_supersession(second, first, kind="updates")
    refresh([incident.pk])

    page = client.get("/parties/monitor/").content.decode()

    assert "0 updates, not moves" in page
    assert '<li class="step">' not in page
