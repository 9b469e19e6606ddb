"""A list and the page of an incident print one spread, over all strikes of the archive."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils.html import escape

from strikes.dossiers.codec import load
from strikes.incident.page import IncidentPage
from strikes.listing.write import refresh
from strikes.loading.load import load as load_files
from strikes.models import Listing, ListingSpread
from strikes.rules.spread import CLASSES_OF_DEAD
from strikes.wording.spreads import SpreadSaid, spread_said
from tests.builders import make_claim, make_incident, make_party
from tests.strikes.dossiers.builders import QUESTIONS

pytestmark = pytest.mark.django_db
DOSSIERS = sorted(Path("strikes/dossiers/incidents").glob("*.json"))


def pages() -> list[IncidentPage]:
    return [IncidentPage(load(path.read_bytes()), QUESTIONS) for path in DOSSIERS]


def said_of(page: IncidentPage) -> dict[str, SpreadSaid]:
    found = {code: spread_said(page.dossier, code, page.names) for code in CLASSES_OF_DEAD}
    return {code: said for code, said in found.items() if said}


def listed(page: IncidentPage) -> dict[str, tuple[list[tuple[str, str]], list[str]]]:
    rows = ListingSpread.objects.filter(listing__code=page.dossier.incident.code)
    return {
        row.question.code: ([(end.said, end.party.slug) for end in row.ends], row.beneath)
        for row in rows.select_related("question", "least_party", "most_party")
    }


def test_the_list_prints_the_spread_of_the_page_for_every_strike(client: Client):
    load_files(DOSSIERS)

    text = client.get("/incidents/").content.decode()

    for page in pages():
        expected = said_of(page)
        assert listed(page) == {
            code: ([(end.said, end.party) for end in said.ends], list(said.beneath)) for code, said in expected.items()
        }
        for said in expected.values():
            for end in said.ends:
                assert f"<b>{escape(end.said)}</b>" in text
            for line in said.beneath:
                assert escape(line) in text


def test_the_opening_prints_the_same_ends_as_the_list(subtests: pytest.Subtests):
    for page in pages():
        opening = re.sub(r" (?:people|person)\b", "", " ".join(page.opening))
        for code, said in said_of(page).items():
            with subtests.test(incident=page.dossier.incident.code, question=code):
                for end in said.ends:
                    # Others who state the same number can stand beside it.
                    party = re.escape(page.names.party(end.party))
                    assert re.search(rf"{re.escape(end.said)} \([^)]*{party}", opening)


def test_what_is_said_of_the_dead_by_whoever_struck_alone_is_no_toll(client: Client):
    incident, state = make_incident(state="published"), make_party(name="The State")
    make_claim(
        incident=incident,
        party=state,
        published=True,
        question="killed-civilians",
        basis="own_operation",
        count_best=1,
        hedge="exact",
        unit="persons",
    )
    refresh([incident.pk])

    page = client.get("/incidents/").content.decode()

    assert "other than by those who are said to have carried it out" in page
    assert "<b>1</b>" not in page
    assert Listing.objects.get().killed_key == -1
