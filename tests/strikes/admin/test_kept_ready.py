"""Whatever an editor does in the admin, or a file in a load, the listings hold what writing them anew would hold."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from sources.models import Relay
from strikes.listing.write import refresh
from strikes.loading.questions import load_questions
from strikes.models import (
    Alternative,
    Choice,
    Citation,
    Claim,
    ClaimRelation,
    Incident,
    Listing,
    ListingQuestion,
    OtherArchive,
    Party,
    Place,
    Question,
    Supersession,
)
from strikes.models.listing import DERIVED
from strikes.models.revision import Revision
from strikes.vocabulary.questions import read_questions
from strikes.vocabulary.terms import QuestionState, State
from tests.archive import list_all
from tests.builders import (
    choice,
    make_capture,
    make_citation,
    make_claim,
    make_incident,
    make_party,
    make_place,
    make_publisher,
    make_relation,
    make_source,
    make_subject,
    make_supersession,
    question,
)
from tests.strikes.admin.claims.filling import claim_form, errors, filled, row
from tests.strikes.loading.archive import dumped, load_data

pytestmark = pytest.mark.django_db
CODE = "SY-2017-0316-A"
# Of these, what one row holds tells nothing: its key, that of the change it belongs to, and when it was written.
UNTOLD = {"id", "changed_at", "change_id"}


def listed() -> dict[str, list[str]]:
    """All rows of all derived tables, but for what tells nothing of the incident."""
    tables = [model for model in DERIVED if model is not Revision]
    return {model.__name__: sorted(repr(row) for row in _rows(model)) for model in tables}


def _rows(model: type[models.Model]) -> Iterator[dict[str, Any]]:
    for values in model._default_manager.values():
        yield {name: value for name, value in values.items() if name not in UNTOLD}


def assert_kept_ready() -> None:
    """The listings are what they become when they are written anew from nothing."""
    kept = listed()
    Listing.objects.all().delete()
    refresh(Incident.objects.values_list("pk", flat=True))
    assert kept == listed()


@dataclass
class Archive:
    """Two incidents, and who speaks in them; the claims of the first by their numbers."""

    incident: Incident
    other: Incident
    state: Party
    office: Party
    residents: Party
    monitor: Party
    claims: dict[int, Claim]


@pytest.fixture(scope="module")
def made(module_db: DjangoDbBlocker) -> Archive:
    with module_db.unblock():
        return make_archive()


@pytest.fixture
def archive(made: Archive, db: None) -> Archive:
    """The module's archive, its rows the test's own."""
    return deepcopy(made)


def make_archive() -> Archive:
    """Most rules have something to decide here, and the second incident shares the first one's parties."""
    state = make_party(slug="state", name="The State")
    office = make_party(slug="office", name="The Office", authority=state)
    residents = make_party(slug="residents", name="Residents", group="ground", kind="residents", is_collective=True)
    monitor = make_party(slug="monitor", name="The Monitor", group="monitors", kind="monitor")
    country = make_place(slug="country", country="SY")
    north, south = (make_place(slug=slug, parent=country) for slug in ("north", "south"))
    town, village = make_place(slug="town", parent=north), make_place(slug="village", parent=south)
    filed: dict[str, Any] = {"state": State.PUBLISHED, "title": "Strike"}
    incident, other = make_incident(code=CODE, place=town, **filed), make_incident(place=village, **filed)
    building = make_subject(incident, code="building", label="the building")
    claims: dict[int, Claim] = {}

    def say(code: str, party: Party, where: Incident = incident, **fields: Any) -> Claim:
        number = len(claims) + 1
        values: dict[str, Any] = {"number": number, "stated": f"2017-03-{number:02}", "basis": "own_inquiry"} | fields
        claims[number] = make_claim(question=code, party=party, incident=where, published=True, **values)
        return claims[number]

    persons: dict[str, Any] = {"hedge": "exact", "unit": "persons"}
    say("killed", monitor, count_best=42, **persons)
    say("killed", monitor, count_best=46, **persons)
    say("killed", residents, count_best=90, **persons)
    say("harmed-civilians", office, hedge="none_known", unit="persons")
    say("killed-civilians", residents, count_best=40, **persons)
    say("struck", office, stance="denies", choice=choice("struck", "religious-building"))
    say("struck", residents, choice=choice("struck", "mosque"))
    say("struck", state, choice=choice("struck", "community-hall"))
    say("where", monitor, value_place=town, location_precision="settlement")
    say("where", office, value_place=village, location_precision="settlement")
    say("carried-out-by", residents, one_of=[state, monitor, make_party(slug="third")])
    say("carried-out-by", monitor, value_party=office)
    say("building-hit", office, yes_no=False, subject=building)
    say("building-hit", monitor, yes_no=True, subject=building)
    say("called", residents, value_text="a massacre")
    say("called", office, value_text="a raid")
    say("killed", monitor, other, count_best=7, **persons)
    say("killed", office, other, count_best=9, **persons)
    make_supersession(claims[2], claims[1], kind="corrects")
    make_relation(claims[13], claims[14], kind="supports")
    make_citation(claims[16], role="repeats")
    list_all()
    return Archive(incident, other, state, office, residents, monitor, claims)


# Each does one thing as an editor or a reviewer would, or a load. What it does shows in the listings.

Act = Callable[[Archive, Client, Client], None]
ACTS: list[Act] = []


def act(do: Act) -> Act:
    ACTS.append(do)
    return do


def address(record: models.Model | type[models.Model], page: str = "change") -> str:
    arguments = [record.pk] if isinstance(record, models.Model) else []
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=arguments)


def save(client: Client, record: models.Model | str, **typed: Any) -> None:
    """Type into the form of a record, or into the form at an address, and save it."""
    page = record if isinstance(record, str) else address(record)
    response = client.post(page, filled(client, page) | typed)
    assert response.status_code == 302, errors(response)


def delete(client: Client, record: models.Model) -> None:
    assert client.post(address(record, "delete"), {"post": "yes"}).status_code == 302


def choose(client: Client, action: str, *records: models.Model) -> None:
    """Choose an action for these rows of a list."""
    form = {"action": action, "_selected_action": [record.pk for record in records], "post": "yes"}
    assert client.post(address(type(records[0]), "changelist"), form).status_code == 302


def withdraw(reviewer: Client, *records: models.Model) -> None:
    asked = reverse(
        f"admin:strikes_{records[0]._meta.model_name}_withdraw",
        query={"ids": ",".join(str(record.pk) for record in records)},
    )
    assert reviewer.post(asked, {"reason": "It told of another strike."}).status_code == 302


def publish(reviewer: Client, *claims: Claim) -> None:
    choose(reviewer, "publish", *claims)
    assert not Claim.objects.filter(pk__in=[claim.pk for claim in claims]).exclude(state=State.PUBLISHED).exists()


# Claims and what stands under them


@act
def enters_and_publishes_a_claim(archive: Archive, editor: Client, reviewer: Client) -> None:
    form = claim_form(archive.incident, "killed", archive.office)
    cited = row("citations", 0, source=make_source().pk, wording="own")
    save(editor, form, stance="asserts", counted="2", stated="2019-01-05", **cited)
    publish(reviewer, Claim.objects.latest("pk"))


@act
def edits_a_published_claim(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.claims[3], counted="46")


@act
def edits_a_published_claim_and_has_it_published(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.claims[3], counted="46", stated="2020")
    publish(reviewer, archive.claims[3])


@act
def takes_claims_of_two_incidents_back(archive: Archive, editor: Client, reviewer: Client) -> None:
    choose(editor, "take_back", archive.claims[18], archive.claims[4])


@act
def doubts_what_a_claim_asserted(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.claims[7], strength="doubts", choice=choice("struck", "mosque").pk)
    publish(reviewer, archive.claims[7])


@act
def calls_a_claim_an_error(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.claims[14], is_apparent_error="on")
    publish(reviewer, archive.claims[14])


@act
def says_what_a_claim_rests_on(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.claims[14], basis="not_stated")
    publish(reviewer, archive.claims[14])


@act
def cites_a_claim_once_more(archive: Archive, editor: Client, reviewer: Client) -> None:
    claim = archive.claims[16]
    save(editor, address(Citation, "add"), claim=claim.pk, source=make_source().pk, wording="own", role="repeats")
    publish(reviewer, claim)


@act
def deletes_a_citation(archive: Archive, editor: Client, reviewer: Client) -> None:
    delete(editor, archive.claims[16].citations.get(role="repeats"))
    publish(reviewer, archive.claims[16])


@act
def says_that_a_claim_changes_account(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(
        editor,
        address(Supersession, "add"),
        later=archive.claims[8].pk,
        earlier=archive.claims[6].pk,
        kind="changes_account",
    )
    publish(reviewer, archive.claims[8])


@act
def makes_an_update_of_a_correction(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, Supersession.objects.get(), kind="updates")
    publish(reviewer, archive.claims[2])


@act
def deletes_a_supersession(archive: Archive, editor: Client, reviewer: Client) -> None:
    choose(editor, "delete_selected", Supersession.objects.get())
    publish(reviewer, archive.claims[2])


@act
def says_that_two_claims_contradict(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(
        editor,
        address(ClaimRelation, "add"),
        from_claim=archive.claims[15].pk,
        to_claim=archive.claims[16].pk,
        kind="contradicts",
        by="editor",
        reason="Both cannot be.",
    )
    publish(reviewer, archive.claims[15])


@act
def says_that_two_claims_do_not_contradict(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, ClaimRelation.objects.get(), kind="not_contradicting", reason="Two buildings.")
    publish(reviewer, archive.claims[13])


@act
def leaves_fewer_answers_open(archive: Archive, editor: Client, reviewer: Client) -> None:
    delete(editor, Alternative.objects.get(party=archive.state))
    publish(reviewer, archive.claims[11])


# Incidents


@act
def takes_an_incident_back(archive: Archive, editor: Client, reviewer: Client) -> None:
    choose(editor, "take_back", archive.incident)


@act
def files_an_incident_elsewhere_and_has_it_published(archive: Archive, editor: Client, reviewer: Client) -> None:
    choose(editor, "take_back", archive.incident)
    save(editor, archive.incident, place=archive.other.place_id, filed="2017-04", title="Explosion")
    choose(reviewer, "publish", archive.incident)
    assert Listing.objects.filter(code=CODE).exists()


@act
def calls_a_subject_otherwise(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.incident.subjects.get(), label="the hall")


@act
def names_the_event_in_another_archive(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, address(OtherArchive, "add"), incident=archive.incident.pk, archive="Airwars", identifier="USSyr1")


@act
def withdraws_a_claim(archive: Archive, editor: Client, reviewer: Client) -> None:
    withdraw(reviewer, archive.claims[6])


@act
def withdraws_two_incidents(archive: Archive, editor: Client, reviewer: Client) -> None:
    withdraw(reviewer, archive.other, archive.incident)
    assert not Listing.objects.exists()


# What incidents share


@act
def renames_a_party(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.office, name="The Ministry")


@act
def shortens_a_party(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.office, short_name="TO")


@act
def has_an_office_speak_for_itself(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.office, authority="")


@act
def has_a_party_speak_for_the_state(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.monitor, authority=archive.state.pk)


@act
def finds_that_a_party_is_part_of_another(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.office, authority="", part_of=archive.state.pk)


@act
def has_two_parties_speak_as_one(archive: Archive, editor: Client, reviewer: Client) -> None:
    members = [archive.office.pk, archive.residents.pk]
    rows = row("memberships", 0, member=members[0]) | row("memberships", 1, member=members[1])
    save(editor, archive.monitor, **rows)
    assert sorted(archive.monitor.memberships.values_list("member", flat=True)) == sorted(members)


@act
def finds_many_voices_in_a_party(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.monitor, is_collective="on")


@act
def finds_that_nobody_signs_for_a_party(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.residents, group="unsigned")


@act
def finds_a_place_in_another_region(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, Place.objects.get(slug="town"), parent=Place.objects.get(slug="south").pk)


@act
def renames_a_region(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, Place.objects.get(slug="north"), name="Upper North")


@act
def gives_a_place_another_name(archive: Archive, editor: Client, reviewer: Client) -> None:
    place = Place.objects.get(slug="town")
    save(editor, place, **row("names", 0, text="القرية", language="ar"))


@act
def renames_a_source(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.claims[3].citations.get().source, title="Another headline")


@act
def withholds_a_source(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.claims[3].citations.get().source, is_withheld="on")


@act
def finds_that_a_source_relays_another(archive: Archive, editor: Client, reviewer: Client) -> None:
    relaying, relayed = archive.claims[3].citations.get().source, make_source()
    save(editor, address(Relay, "add"), relaying=relaying.pk, relayed=relayed.pk)


@act
def renames_a_publisher(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, archive.claims[3].citations.get().source.publisher, name="The Herald")


# The vocabulary


@act
def has_a_question_compared_by_no_rule(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, question("building-hit"), rule="never")


@act
def has_answers_no_longer_exclude_each_other(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, question("where"), is_exclusive="")


@act
def includes_a_question_in_one_other_less(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, question("killed-civilians"), **{"inclusions-1-DELETE": "on"})
    assert [each.whole.code for each in question("killed-civilians").inclusions.all()] == ["killed"]


@act
def includes_a_question_in_another(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, question("killed"), **row("inclusions", 1, whole=question("harmed-civilians").pk))


@act
def renames_the_whole_of_a_question(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, question("harmed-civilians"), label="Civilian casualties")


@act
def moves_a_choice_under_another(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, choice("struck", "mosque"), parent=choice("struck", "civic-building").pk)


@act
def renames_a_choice(archive: Archive, editor: Client, reviewer: Client) -> None:
    save(editor, choice("struck", "mosque"), label="a house of prayer")


@act
def renames_a_choice_in_the_form_of_its_question(archive: Archive, editor: Client, reviewer: Client) -> None:
    struck = question("struck")
    form = filled(editor, address(struck))
    mosque = str(choice("struck", "mosque").pk)
    number = next(name.split("-")[1] for name, value in form.items() if name.endswith("-id") and str(value) == mosque)
    save(editor, struck, **{f"choices-{number}-label": "a house of prayer"})


# Loads


@act
def loads_a_claim_changed(archive: Archive, editor: Client, reviewer: Client) -> None:
    data = dumped(CODE)
    data["claims"][2]["answer"] = {"best": 46}
    load_data(FOLDER, data)


@act
def loads_a_claim_withdrawn(archive: Archive, editor: Client, reviewer: Client) -> None:
    data = dumped(CODE)
    data["claims"][13]["state"] = "withdrawn"
    data["withdrawn"] = [{"claim": 14, "on": "2026-01-01", "reason": "It told of another strike."}]
    load_data(FOLDER, data)


@act
def loads_a_party_changed_that_the_other_incident_shares(archive: Archive, editor: Client, reviewer: Client) -> None:
    data = dumped(CODE)
    office = next(party for party in data["parties"] if party["slug"] == "office")
    office |= {"short_name": "TO", "is_collective": True}
    load_data(FOLDER, data)
    sides = ListingQuestion.objects.filter(listing=archive.other.pk).values_list("differing_sides", flat=True)
    assert any("TO" in side for found in sides for side in found)


FOLDER = Path()


@pytest.mark.parametrize("do", ACTS, ids=lambda do: do.__name__)
def test_the_listings_are_kept_ready_when_somebody(
    do: Act, archive: Archive, as_editor: Client, as_reviewer: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(globals(), "FOLDER", tmp_path)
    before, revision = listed(), Revision.current()

    do(archive, as_editor, as_reviewer)

    assert listed() != before
    assert Revision.current() > revision
    assert_kept_ready()


def test_what_stands_in_no_listing_leaves_them_as_they_are(archive: Archive, as_editor: Client):
    source = archive.claims[3].citations.get().source
    before = listings()

    save(as_editor, source, note="Read on paper.")
    save(as_editor, make_capture(source), headline="Another headline")
    save(as_editor, make_publisher(), name="Nobody’s")
    save(as_editor, question("struck"), definition="What was hit.")
    save(as_editor, claim_form(archive.incident, "killed", archive.office), stance="asserts", counted="2")

    assert listings() == before
    assert_kept_ready()


def listings() -> dict[str, list[str]]:
    """The rows of the listings, without what was approved, which holds notes and definitions too."""
    return {name: rows for name, rows in listed().items() if name.startswith("Listing")}


def test_loading_the_vocabulary_undoes_what_was_edited_in_it_and_in_the_listings(archive: Archive):
    before = listed()
    Question.objects.filter(code="building-hit").update(rule="never")
    Choice.objects.filter(code="mosque").update(label="a house of prayer")
    list_all()
    edited = listed()

    load_questions(read_questions().questions)

    assert edited != before
    assert listed() == before


def test_the_gravest_state_over_all_subjects_is_the_one_listed(archive: Archive):
    make_claim(incident=archive.incident, question="building-hit", party=archive.monitor, yes_no=True, published=True)
    list_all()

    found = ListingQuestion.objects.get(listing=archive.incident.pk, question__code="building-hit")

    assert (found.state, found.disputed_subject) == (QuestionState.DISPUTED, "the building")
    assert (found.claims, found.authorities, found.origins) == (3, 2, 2)
    assert found.disputed_sides == ["The Office says: it was not hit", "The Monitor says: it was hit"]
