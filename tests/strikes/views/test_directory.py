"""Sources, publishers and parties: public by descent alone, found by their words, with all that rests on each."""

import re
from typing import Any

import pytest
from django.test import Client

from sources.dates.value import parse
from strikes.directory.parties import STEPS
from strikes.models import Incident, ListingParty, Party
from tests.archive import list_all, make_cast, make_claims, make_whole_incident
from tests.builders import (
    make_citation,
    make_claim,
    make_incident,
    make_joint,
    make_party,
    make_publisher,
    make_relay,
    make_source,
    make_supersession,
)
from tests.strikes.views.test_incidents import count_queries

pytestmark = pytest.mark.django_db


def make_public(**fields: Any) -> Any:
    """A published claim of a published incident, and its source."""
    incident = make_incident(state="published")
    claim = make_claim(incident=incident, published=True, **fields)
    return claim, claim.citations.get().source


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def test_a_source_shows_the_claims_that_rest_on_it_and_what_relays_it(client: Client):
    claim, source = make_public(count_best=46, hedge="exact", unit="persons")
    reprint = make_source(title="A reprint")
    make_relay(reprint, source)
    make_citation(claim, source=reprint)
    list_all()

    page = text(client, f"/sources/{source.code}/")

    assert "46 people" in page
    assert claim.party.name in page
    assert f'href="/incidents/{claim.incident.code}/claims/{claim.number}/"' in page
    assert f'href="/sources/{reprint.code}/"' in page


def test_sources_stand_the_newest_first_and_those_of_an_unknown_day_last(client: Client):
    claim, source = make_public()
    days = {"2017": "source of 2017", None: "undated source", "2018-03": "source of March 2018"}
    source.title, source.published = "source of 2016", parse("2016")
    source.save()
    for day, title in days.items():
        make_citation(claim, source=make_source(title=title, published=day))
    list_all()

    titles = re.findall(r"(?:undated source|source of [A-Za-z0-9 ]+)(?=</a>)", text(client, "/sources/"))

    assert titles == ["source of March 2018", "source of 2017", "source of 2016", "undated source"]


def test_what_rests_on_drafts_alone_is_answered_as_what_never_was(client: Client):
    _claim, shown = make_public()
    draft = make_claim(incident=make_incident(state="published"))
    hidden = make_citation(draft).source
    list_all()

    never = client.get("/sources/never/").content
    for address in (
        f"/sources/{hidden.code}/",
        f"/publishers/{hidden.publisher.slug}/",
        f"/parties/{draft.party.slug}/",
    ):
        response = client.get(address)
        assert (response.status_code, response.content) == (404, never)
    listed = text(client, "/sources/") + text(client, "/publishers/") + text(client, "/parties/")
    assert shown.title in listed
    for name in (hidden.title, hidden.publisher.name, draft.party.name):
        assert name not in listed


def test_a_withheld_source_has_no_page_and_is_not_told_of_where_it_is_relayed(client: Client):
    claim, source = make_public()
    withheld = make_source(is_withheld=True, title="Tells who")
    make_citation(claim, source=withheld)
    make_relay(withheld, source)
    list_all()

    assert client.get(f"/sources/{withheld.code}/").status_code == 404
    assert "Tells who" not in text(client, f"/sources/{source.code}/") + text(client, "/sources/")
    assert client.get(f"/publishers/{withheld.publisher.slug}/").status_code == 404


def test_a_party_says_what_its_offices_say_and_a_superseded_claim_is_marked(client: Client):
    state = make_party(name="A state")
    claim, _source = make_public(party=make_party(name="An office", authority=state))
    list_all()

    page = text(client, f"/parties/{state.slug}/")

    assert "An office" in page
    assert f"claim {claim.number}</a>" in page
    assert "states the position of:" in text(client, f"/parties/{claim.party.slug}/")


def test_a_party_that_is_only_named_has_no_claim_recorded_here(client: Client):
    named = make_party(name="The accused")
    make_public(question="carried-out-by", value_party=named)
    list_all()

    assert "No claim recorded here." in text(client, f"/parties/{named.slug}/")
    assert ListingParty.objects.get(party=named).claims == 0


def make_step(kind: str, *, published: bool = True, **fields: Any) -> Any:
    """A later claim of 46 in place of one of 42, five days before, of one party."""
    incident = make_incident(state="published")
    numbers: dict[str, Any] = {"incident": incident, "hedge": "exact", "unit": "persons"} | fields
    earlier = make_claim(published=published, count_best=42, stated="2017-03-16", **numbers)
    later = make_claim(published=True, count_best=46, stated="2017-03-21", **numbers)
    make_supersession(later, earlier, kind=kind)
    return later


@pytest.mark.parametrize(
    ("kind", "heading"), [("corrects", "Corrected or changed"), ("changes_account", "Corrected or changed")]
)
def test_a_party_shows_what_it_moved_from_and_to_and_after_how_many_days(client: Client, kind: str, heading: str):
    party = make_party()
    later = make_step(kind, party=party)
    list_all()

    page = text(client, f"/parties/{party.slug}/")

    assert heading in page
    assert "Brought up to date" not in page
    for words in ("42 people", "46 people", "5 days", later.incident.title):
        assert words in page
    assert f'href="/parties/{party.slug}/{kind}/"' in page
    assert "46 people" in text(client, f"/parties/{party.slug}/{kind}/")


def test_a_running_count_is_no_move(client: Client):
    party = make_party()
    make_step("updates", party=party)
    list_all()

    page = text(client, f"/parties/{party.slug}/")

    assert "Brought up to date" in page
    assert "Corrected or changed" not in page
    assert "0 changed accounts" in page
    assert "1 update, not a move" in page
    assert "None recorded here." in text(client, f"/parties/{party.slug}/corrects/")


def test_many_voices_never_move_and_an_office_moves_its_authority(client: Client):
    crowd, state = make_party(is_collective=True), make_party()
    make_step("changes_account", party=crowd)
    make_step("changes_account", party=make_party(authority=state))
    list_all()

    assert "0 changed accounts" in text(client, f"/parties/{crowd.slug}/")
    assert re.search(r"\b1 changed account\s*<", text(client, f"/parties/{state.slug}/"))


def test_a_step_from_a_draft_is_not_told_of(client: Client):
    party = make_party()
    make_step("corrects", party=party, published=False)
    list_all()

    page = text(client, f"/parties/{party.slug}/") + text(client, f"/parties/{party.slug}/corrects/")

    assert "42 people" not in page
    assert "0 corrections" in page


def test_a_party_shows_its_latest_steps_and_leads_to_all_of_them(client: Client):
    party = make_party()
    for _number in range(STEPS + 1):
        make_step("corrects", party=party)
    list_all()

    page = text(client, f"/parties/{party.slug}/")

    assert page.count('<li class="step">') == STEPS
    assert "The counts above lead to all of them." in page
    assert text(client, f"/parties/{party.slug}/corrects/").count('<li class="step">') == STEPS + 1


def test_an_address_of_steps_that_is_none_is_not_found(client: Client):
    expected = {
        "corrects/": 200,
        "corrects/?page=x": 200,
        "corrects/?page=99999999999999999999": 200,
        "corrects": 301,
        "CORRECTS/": 404,
        "moves/": 404,
        "corrects/1/": 404,
    }
    party = make_party()
    make_step("corrects", party=party)
    list_all()

    assert {each: client.get(f"/parties/{party.slug}/{each}").status_code for each in expected} == expected


def test_the_lists_are_searched_by_their_words(client: Client):
    expected = {
        "/parties/?q=red": 2,
        "/parties/?q=red+crescent": 1,
        "/parties/?q=CRESCENT&group=conflict": 1,
        "/parties/?q=crescent&group=news": 0,
        "/parties/?q=100%25": 0,
        "/sources/?q=sunset": 1,
        "/sources/?q=sunset+gazette": 1,
        "/sources/?kind=video&q=sunset": 0,
        "/publishers/?q=gazette": 1,
    }
    for name in ("Red Crescent", "Red Cross"):
        make_public(party=make_party(name=name))
    source = make_source(title="After sunset", publisher=make_publisher(name="The Gazette"))
    claim, _other = make_public()
    make_citation(claim, source=source)
    list_all()

    assert {address: text(client, address).count('<a class="name"') for address in expected} == expected


@pytest.mark.parametrize("address", ["/sources/", "/publishers/", "/parties/"])
def test_a_search_that_cannot_be_read_is_named_and_not_applied(client: Client, address: str):
    errors = {
        "q=%00": 1,
        "q=" + "x" * 10_000: 1,
        "kind=nothing": 1,
        "page=0": 0,
        "page=x": 0,
        "page=" + "9" * 5000: 0,
        "q=%FF": 0,
    }
    make_public()
    list_all()

    pages = {query: client.get(address, QUERY_STRING=query) for query in errors}

    assert {page.status_code for page in pages.values()} == {200}
    assert {
        query: page.content.decode().count("This filter is not applied.") for query, page in pages.items()
    } == errors


def test_a_page_takes_as_many_queries_for_much_as_for_little(client: Client):
    party, source = make_party(slug="speaker"), make_source(code="report")
    addresses = [
        "/",
        "/method/",
        "/sources/",
        "/publishers/",
        "/parties/",
        f"/sources/{source.code}/",
        f"/publishers/{source.publisher.slug}/",
        f"/parties/{party.slug}/",
        f"/parties/{party.slug}/corrects/",
        f"/parties/{party.slug}/updates/",
    ]

    def make_steps(incident: Incident, party: Party) -> None:
        for kind in ("updates", "corrects"):
            ends = [
                make_claim(
                    incident=incident, party=party, published=True, question="carried-out-by", one_of=[party, other]
                )
                for other in (make_party(), make_party())
            ]
            make_supersession(*ends, kind=kind)

    def add(first: int, last: int) -> None:
        for number in range(first, last):
            cast = make_cast(f"{number}")
            incident = make_whole_incident(cast, f"SY-2017-{number:04}-A")
            for claim in make_claims(incident, cast):
                if claim.state == "published":
                    make_citation(claim, source=source)
            make_claim(incident=incident, party=party, published=True)
            make_steps(incident, party)
            make_relay(make_citation(make_claim(incident=incident, published=True)).source, source)
        list_all()

    add(1, 3)
    few = {address: count_queries(client, address) for address in addresses}
    add(3, 9)
    many = {address: count_queries(client, address) for address in addresses}

    assert many == few
    assert max(many.values()) <= 20


def test_a_renamed_office_is_still_one_party(client: Client):
    claim, _source = make_public()
    list_all()
    Party.objects.filter(pk=claim.party.pk).update(name="Renamed")

    assert "Renamed" in text(client, "/parties/")


def test_a_step_from_or_to_a_day_that_is_not_known_says_so(client: Client):
    party = make_party()
    later = make_step("corrects", party=party)
    later.stated = None
    later.save()
    list_all()

    assert "days not known" in text(client, f"/parties/{party.slug}/")


def test_what_is_known_only_through_another_party_is_listed_under_the_teller_and_marked_under_the_quoted(
    client: Client,
):
    army = make_party(slug="army", name="The Army", short_name="Army")
    spokesman = make_party(slug="spokesman", name="The Army's spokesman", authority=army)
    group = make_party(slug="group", name="The Group", short_name="Group")
    claim, _source = make_public(party=group, told_by=spokesman, count_best=7, hedge="exact", unit="persons")
    list_all()
    code = claim.incident.code

    pages = {slug: text(client, f"/parties/{slug}/") for slug in ("army", "spokesman", "group")}
    listed = text(client, "/parties/?q=group")

    for page in pages.values():
        assert "says that Group said:" in page
        assert "7 people" in page
    assert "1 claim</a>" in pages["army"]
    assert "1 claim, known only through another party" in pages["group"]
    assert "no claim recorded here" in pages["group"]
    assert "1 claim, known only through another party" in listed
    assert code in text(client, "/incidents/?party=army")
    assert code in text(client, "/incidents/?party=spokesman")
    assert code not in text(client, "/incidents/?party=group")
    assert code in text(client, "/incidents/?without=group")


def test_the_claims_of_a_party_and_of_its_offices_add_up(client: Client):
    state = make_party(name="A state")
    office = make_party(name="An office", authority=state)
    incident = make_incident(state="published")
    for party in (state, state, office):
        make_claim(incident=incident, party=party, published=True)
    list_all()

    page = " ".join(text(client, f"/parties/{state.slug}/").split())

    assert "3 claims</a>" in page
    assert 'the party itself <span class="day">2 claims</span>' in page
    assert 'An office</a>, which states its position <span class="day">1 claim</span>' in page


def test_what_several_say_jointly_is_listed_on_the_page_of_each(client: Client):
    council, broadcaster = make_party(slug="council", name="The Council"), make_party(slug="broadcaster")
    joint = make_joint(council, broadcaster, slug="both", name="The Council and the Broadcaster")
    incident = make_incident(state="published")
    make_claim(incident=incident, party=council, published=True)
    numbers: dict[str, Any] = {"incident": incident, "party": joint, "published": True, "hedge": "exact"}
    first = make_claim(count_best=70, unit="persons", stated="2019-10-18", **numbers)
    second = make_claim(count_best=85, unit="persons", stated="2019-10-25", **numbers)
    make_supersession(second, first, kind="corrects")
    list_all()

    pages = {slug: " ".join(text(client, f"/parties/{slug}/").split()) for slug in ("council", "broadcaster", "both")}

    for page in pages.values():
        assert "85 people" in page
        assert re.search(r"\b1 correction\b", page)
    assert "3 claims</a>" in pages["council"]
    assert 'the party itself <span class="day">1 claim</span>' in pages["council"]
    assert 'The Council and the Broadcaster</a>, jointly <span class="day">2 claims</span>' in pages["council"]
    assert "several that speak as one:" in pages["both"]
    for query in ("party=broadcaster", "party=both", "moved_by=council", "moved_by=broadcaster"):
        assert incident.code in text(client, f"/incidents/?{query}"), query
    assert incident.code not in text(client, "/incidents/?without=broadcaster")
