"""Listings: made of what is public alone, and kept up to date by whatever an editor or the loader does."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from strikes.listing.write import refresh, shared_changed
from strikes.loading.load import load
from strikes.models import (
    Claim,
    Incident,
    Listing,
    ListingParty,
    ListingQuestion,
    ListingSource,
    Party,
    Question,
    Revision,
)
from strikes.models.affected import incidents_affected
from strikes.vocabulary.terms import QuestionState, State
from tests.archive import list_all, make_cast, make_claims, make_whole_incident
from tests.builders import (
    NOTICE,
    make_account,
    make_citation,
    make_claim,
    make_incident,
    make_party,
    make_place,
    publish,
)

pytestmark = pytest.mark.django_db
DOSSIERS = sorted(Path("strikes/dossiers/incidents").glob("*.json"))


def make_published(**fields: object) -> Incident:
    return make_incident(**{"state": State.PUBLISHED} | fields)


def listing_of(incident: Incident) -> Listing:
    return Listing.objects.get(pk=incident.pk)


def all_columns() -> list[dict[str, object]]:
    """What all listings hold, but for the moment at which they changed."""
    rows = Listing.objects.order_by("code").values()
    return [{name: value for name, value in row.items() if name != "changed_at"} for row in rows]


def test_the_loader_fills_the_listings_and_writing_them_anew_changes_nothing():
    load(DOSSIERS)
    before, revision = all_columns(), Revision.current()

    differing = refresh(Incident.objects.values_list("pk", flat=True))

    assert len(before) == len(DOSSIERS) == 18
    assert (differing, all_columns(), Revision.current()) == (0, before, revision)


def test_loading_the_same_files_again_moves_neither_listings_nor_the_revision():
    load(DOSSIERS[:2])
    before, revision = list(Listing.objects.values()), Revision.current()

    load(DOSSIERS[:2])

    assert (list(Listing.objects.values()), Revision.current()) == (before, revision)


def test_a_draft_has_no_listing_and_one_taken_back_loses_it():
    incident = make_incident()
    refresh([incident.pk])
    assert not Listing.objects.exists()

    Incident.objects.update(state=State.PUBLISHED, has_been_published=True)
    assert refresh([incident.pk]) == 1
    assert listing_of(incident).code == incident.code

    Incident.objects.update(state=State.WITHDRAWN, **NOTICE)
    assert refresh([incident.pk]) == 1
    assert not Listing.objects.exists()


def test_a_draft_claim_moves_nothing_and_its_publication_does():
    incident = make_published()
    claim = make_claim(incident=incident, count_best=46, hedge="exact", unit="persons")
    make_citation(claim)
    refresh([incident.pk])
    before = Revision.current()

    refresh([incident.pk])
    assert (Revision.current(), listing_of(incident).claims) == (before, 0)

    publish(claim)
    refresh([incident.pk])
    assert Revision.current() == before + 1
    assert (listing_of(incident).claims, listing_of(incident).killed_key) == (1, 46)


def test_the_levels_of_the_place_are_columns_and_only_a_fine_point_is_kept():
    country = make_place()
    region = make_place(parent=country)
    fine = make_published(place=region, latitude=36.1, longitude=36.8, location_precision="locality")
    coarse = make_published(place=country, latitude=36.1, longitude=36.8, location_precision="district")

    refresh([fine.pk, coarse.pk])

    assert (listing_of(fine).country, listing_of(fine).region, listing_of(fine).district) == (country, region, None)
    assert (listing_of(fine).latitude, listing_of(coarse).latitude) == (36.1, None)


def test_parties_that_only_are_named_make_no_claims_and_an_office_speaks_for_its_authority_too():
    state = make_party()
    office = make_party(authority=state)
    named = make_party()
    incident = make_published()
    make_claim(incident=incident, party=office, published=True)
    make_claim(incident=incident, question="carried-out-by", value_party=named, party=office, published=True)

    refresh([incident.pk])

    claims = dict(ListingParty.objects.values_list("party__slug", "claims"))
    assert claims == {state.slug: 2, office.slug: 2, named.slug: 0}


def test_only_sources_that_the_public_may_see_are_listed():
    incident = make_published()
    claim = make_claim(incident=incident, published=True)
    shown = claim.citations.get().source
    withheld = make_citation(claim).source
    withheld.is_withheld = True
    withheld.save()
    make_citation(make_claim(incident=incident))

    refresh([incident.pk])

    assert list(ListingSource.objects.values_list("source__code", "claims")) == [(shown.code, 1)]


def test_a_renamed_party_is_found_by_its_new_name_and_the_incident_did_not_change():
    incident = make_published()
    party = make_party(name="White Helmets")
    make_claim(incident=incident, party=party, published=True)
    refresh([incident.pk])
    changed_at, revision = listing_of(incident).changed_at, Revision.current()

    Party.objects.filter(pk=party.pk).update(name="Syria Civil Defence")
    shared_changed(lambda: incidents_affected(party), is_structural=False)

    assert [Listing.objects.matching(words).count() for words in ("white helmets", "civil defence")] == [0, 1]
    assert (listing_of(incident).changed_at, Revision.current()) == (changed_at, revision + 1)


def test_the_admin_lists_what_it_publishes_and_takes_back(client: Client):
    incident = make_published()
    claim = make_claim(incident=incident, last_edited_by=make_account("editor"))
    make_citation(claim)
    refresh([incident.pk])
    client.force_login(make_account("reviewer"))
    action = {"_selected_action": [claim.pk]}

    client.post(reverse("admin:strikes_claim_changelist"), action | {"action": "publish"})
    assert listing_of(incident).claims == 1

    client.post(reverse("admin:strikes_claim_changelist"), action | {"action": "take_back"})
    assert listing_of(incident).claims == 0


def test_nothing_of_a_draft_or_a_protected_speaker_is_found_by_its_words():
    cast = make_cast("one")
    incident = make_whole_incident(cast, "SY-2017-0316-A")
    claims = make_claims(incident, cast)
    protected = [claim for claim in claims if claim.is_protected]
    Claim.objects.filter(pk__in=[claim.pk for claim in protected]).update(speaker_role="gravedigger")
    make_claim(incident=incident, statement="A draft of a windmill.")

    list_all()

    assert protected
    assert Listing.objects.matching("town").exists()
    assert not Listing.objects.matching("gravedigger").exists()
    assert not Listing.objects.matching("windmill").exists()


def test_the_command_writes_what_comes_out_by_rules_that_were_changed_behind_its_back():
    incident = make_published()
    for count in (1, 2):
        make_claim(incident=incident, count_best=count, hedge="exact", unit="persons", published=True)
    refresh([incident.pk])
    before = Revision.current()
    Question.objects.filter(code="killed").update(rule="never")

    call_command("refresh_listings", verbosity=0)

    assert ListingQuestion.objects.get().state == QuestionState.NOT_COMPARED
    assert listing_of(incident).differing == 0
    assert Revision.current() > before


def test_the_command_lists_what_was_changed_behind_the_back_of_the_admin(capsys: pytest.CaptureFixture[str]):
    incident = make_published()
    refresh([incident.pk])
    Incident.objects.update(title="Another title")

    call_command("refresh_listings")
    call_command("refresh_listings")

    assert capsys.readouterr().out.splitlines() == [
        "1 incidents, 1 of them listed otherwise than before.",
        "1 incidents, 0 of them listed otherwise than before.",
    ]
    assert Listing.objects.matching("another").exists()
