"""Two editors at one record: nobody saves over what they have not seen."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import Barrier
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse

from sources.models import Publisher, Source
from strikes.models import Citation, Claim, Incident, Party, Place, Question
from strikes.vocabulary.terms import State
from tests.archive import Cast, make_cast, make_whole_incident
from tests.builders import make_citation, make_claim, make_party
from tests.project.conftest import eventually
from tests.strikes.admin.claims.filling import errors, filled, on_page, row

SOMEBODY = "Somebody else saved this record after you opened it."


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast("one")


@pytest.fixture
def claim(cast: Cast) -> Claim:
    """A draft with two citations."""
    incident = make_whole_incident(cast, "SY-2017-0316-A", State.DRAFT)
    claim = make_claim(
        incident=incident, number=1, party=cast.state, note="As found.", count_best=46, hedge="exact", unit="persons"
    )
    make_citation(claim, source=cast.article, locator="p. 1")
    make_citation(claim, source=cast.reprint, locator="p. 2")
    return claim


def address(obj: models.Model) -> str:
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change", args=[obj.pk])


def collisions(response: Any) -> list[tuple[str, str, str, str]]:
    """What the form shows beside what was typed."""
    assert response.status_code == 200
    assert SOMEBODY in errors(response)
    return [(each.label, each.stands, each.typed, each.who) for each in response.context["collisions"]]


def test_the_second_to_save_is_shown_what_stands_now_and_overwrites_nothing(
    claim: Claim, as_editor: Client, as_reviewer: Client
):
    first, second = filled(as_editor, address(claim)), filled(as_reviewer, address(claim))
    as_editor.post(address(claim), first | {"note": "By the editor.", "counted": "at least 49"})

    response = as_reviewer.post(address(claim), second | {"note": "By the reviewer.", "statement": "Typed."})

    claim.refresh_from_db()
    assert (claim.note, claim.statement, claim.count_low) == ("By the editor.", "", 49)
    assert collisions(response) == [
        ("Note", "By the editor.", "By the reviewer.", "editor"),
        ("Answer", "at least 49 people", "46 people", "editor"),
    ]
    page = unescape(response.content.decode())
    assert "Typed.</textarea>" in page
    assert f'<a href="{address(claim)}">Open the record as it stands now' in page


def test_saved_once_more_it_takes_the_place(claim: Claim, as_editor: Client, as_reviewer: Client):
    first, second = filled(as_editor, address(claim)), filled(as_reviewer, address(claim))
    as_editor.post(address(claim), first | {"note": "By the editor."})
    response = as_reviewer.post(address(claim), second | {"note": "By the reviewer."})

    as_reviewer.post(address(claim), on_page(response.context))

    claim.refresh_from_db()
    assert claim.note == "By the reviewer."


def test_a_third_save_in_between_is_seen_too(claim: Claim, as_editor: Client, as_reviewer: Client):
    second = filled(as_reviewer, address(claim))
    Claim.objects.filter(pk=claim.pk).update(note="One.")
    again = on_page(as_reviewer.post(address(claim), second | {"note": "Mine."}).context)
    Claim.objects.filter(pk=claim.pk).update(note="Two.")

    response = as_reviewer.post(address(claim), again)

    assert [found[:3] for found in collisions(response)] == [("Note", "Two.", "Mine.")]


def test_a_change_of_a_part_collides(claim: Claim, as_editor: Client, as_reviewer: Client):
    citation = claim.citations.earliest("pk")
    opened = filled(as_reviewer, address(claim))
    as_editor.post(address(citation), filled(as_editor, address(citation)) | {"locator": "p. 7"})

    response = as_reviewer.post(address(claim), opened | {"note": "Mine."})

    assert ("Locator", "p. 7", "p. 1", "editor") in collisions(response)
    citation.refresh_from_db()
    assert citation.locator == "p. 7"


def test_what_was_typed_of_a_part_that_is_gone_is_shown_and_the_rest_can_be_saved(
    claim: Claim, as_editor: Client, as_reviewer: Client, cast: Cast
):
    opened = filled(as_reviewer, address(claim))
    as_editor.post(address(claim), filled(as_editor, address(claim)) | {"citations-0-DELETE": "on"})
    typed = {"citations-0-locator": "p. 11", "citations-1-locator": "p. 22"}
    typed |= row("citations", 2, source=cast.post.pk, wording="own", role="evidence", position=0, locator="p. 33")

    response = as_reviewer.post(address(claim), opened | typed)
    found = collisions(response)
    saved = as_reviewer.post(address(claim), on_page(response.context))

    assert ("Locator", "", "p. 11", "editor") in found
    assert saved.status_code == 302, errors(saved)
    assert sorted(claim.citations.values_list("locator", flat=True)) == ["p. 22", "p. 33"]


def test_a_part_that_somebody_added_stays(claim: Claim, as_reviewer: Client, cast: Cast):
    opened = filled(as_reviewer, address(claim))
    make_citation(claim, source=cast.post, locator="p. 9")

    response = as_reviewer.post(address(claim), opened | {"note": "Mine."})
    saved = as_reviewer.post(address(claim), on_page(response.context))

    assert ("Locator", "p. 9", "") in [found[:3] for found in collisions(response)]
    assert saved.status_code == 302
    assert claim.citations.count() == 3


@pytest.mark.parametrize("version", ["", "0", "-1", "abc", "9" * 30, None])
def test_a_form_without_its_version_is_not_saved(claim: Claim, as_editor: Client, version: str | None):
    form = filled(as_editor, address(claim)) | {"opened_version": version, "note": "Mine."}

    response = as_editor.post(address(claim), {name: value for name, value in form.items() if value is not None})

    claim.refresh_from_db()
    assert claim.note == "As found."
    assert SOMEBODY in errors(response)


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (Incident, "title"),
        (Source, "title"),
        (Party, "note"),
        (Place, "name"),
        (Publisher, "name"),
        (Question, "definition"),
        (Citation, "locator"),
    ],
)
def test_every_record_that_is_edited_minds_collisions(
    claim: Claim, as_editor: Client, model: type[models.Model], field: str
):
    record = model._default_manager.latest("pk")
    form = filled(as_editor, address(record))
    model._default_manager.filter(pk=record.pk).update(**{field: "Theirs"})

    response = as_editor.post(address(record), form | {field: "Mine"})

    assert [found[1:3] for found in collisions(response)] == [("Theirs", "Mine")]
    assert model._default_manager.filter(pk=record.pk, **{field: "Theirs"}).exists()


def test_a_claim_changed_since_the_list_was_opened_is_not_published(claim: Claim, as_reviewer: Client):
    address_of_list = reverse("admin:strikes_claim_changelist")
    page = as_reviewer.get(address_of_list)
    listed = {f"version-{each.pk}": each.listed_version for each in page.context["cl"].result_list}
    chosen = {"action": "publish", "_selected_action": [claim.pk]} | listed
    assert f'name="version-{claim.pk}" value="{listed[f"version-{claim.pk}"]}"' in page.content.decode()
    Claim.objects.filter(pk=claim.pk).update(note="Another.")

    response = as_reviewer.post(address_of_list, chosen, follow=True)

    claim.refresh_from_db()
    assert claim.state == State.DRAFT
    assert "It was changed after this list was opened" in str(next(iter(response.context["messages"])))


def test_what_stands_on_other_pages_of_the_list_is_not_published(claim: Claim, as_reviewer: Client):
    chosen = {"action": "publish", "_selected_action": [claim.pk], "select_across": "1"}

    as_reviewer.post(reverse("admin:strikes_claim_changelist"), chosen)

    claim.refresh_from_db()
    assert claim.state == State.DRAFT


# Two connections


def at_once(*posts: Callable[[], Any]) -> list[Any]:
    """Send each from a connection of its own, at the same moment."""
    ready = Barrier(len(posts))

    def send(post: Callable[[], Any]) -> Any:
        try:
            ready.wait(timeout=10)
            return post()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(posts)) as connections:
        return list(connections.map(send, posts))


@pytest.mark.django_db(transaction=True)
def test_of_two_that_save_at_the_same_moment_one_is_refused(
    claim: Claim, editor: User, as_editor: Client, as_reviewer: Client
):
    notes = {"Of one.": as_editor, "Of the other.": as_reviewer}
    forms = {note: filled(client, address(claim)) | {"note": note} for note, client in notes.items()}

    responses = at_once(
        *(lambda note=note, client=client: client.post(address(claim), forms[note]) for note, client in notes.items())
    )

    claim.refresh_from_db()
    assert sorted(response.status_code for response in responses) == [200, 302]
    refused = next(response for response in responses if response.status_code == 200)
    (label, stands, typed, _who), *others = collisions(refused)
    assert (label, stands, {stands, typed}, others) == ("Note", claim.note, {*notes}, [])


@pytest.mark.django_db(transaction=True)
def test_two_that_wait_for_each_other_are_told_to_save_once_more(as_editor: Client):
    office, state = make_party(), make_party()
    form = filled(as_editor, address(office)) | {"authority": state.pk}

    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            Party.objects.select_for_update().get(pk=state.pk)
            sent = other.submit(lambda: at_once(lambda: as_editor.post(address(office), form)))
            assert eventually(somebody_waits)
            Party.objects.select_for_update().get(pk=office.pk)
        (response,) = sent.result(timeout=20)

    assert response.status_code == 200
    assert "you two waited for each other" in errors(response)
    assert response.context["adminform"].form["authority"].value() == str(state.pk)


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_two_new_claims_at_the_same_moment_take_two_numbers(claim: Claim, as_editor: Client, as_reviewer: Client):
    page = reverse(
        "admin:strikes_claim_add",
        query={"incident": claim.incident_id, "question": claim.question_id, "party": claim.party_id},
    )
    typed = filled(as_editor, page) | {"stance": "asserts", "counted": "3"}

    responses = at_once(lambda: as_editor.post(page, typed), lambda: as_reviewer.post(page, typed))

    assert [response.status_code for response in responses] == [302, 302]
    assert sorted(claim.incident.claims.values_list("number", flat=True)) == [1, 2, 3]
