"""What breaks a rule comes back as a sentence, with what was typed, and never as an error of the server."""

from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from sources.history import HISTORIES
from sources.models import Capture, Publisher, Source
from strikes.models import Alternative, Claim, Import, Incident, Party, Place, Question, Supersession
from strikes.vocabulary.terms import State
from tests.archive import Cast, make_cast, make_claims, make_whole_incident
from tests.builders import choice, make_claim, make_supersession
from tests.strikes.admin.claims.filling import errors, filled, row
from tests.strikes.loading.archive import rows


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast("one")


@pytest.fixture
def incident(cast: Cast) -> Incident:
    return make_whole_incident(cast, "SY-2017-0316-A", State.DRAFT)


@pytest.fixture
def claim(incident: Incident, cast: Cast) -> Claim:
    return make_claim(incident=incident, number=1, party=cast.state, count_best=1, hedge="exact", unit="persons")


def address(obj: models.Model) -> str:
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change", args=[obj.pk])


def refused(client: Client, obj: models.Model, **typed: Any) -> str:
    """Post the form of a row with these values typed into it; return the sentences that it comes back with."""
    response = client.post(address(obj), filled(client, address(obj)) | typed)
    assert response.status_code == 200
    assert all(str(value) in response.content.decode() for value in typed.values() if value and value != "on")
    return errors(response)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"counted": ""}, "To assert, deny or find no evidence of an answer, a claim needs one"),
        ({"counted": "46 to 10"}, "The numbers must rise"),
        ({"counted": "at least dozens"}, "“at least dozens” is not a number that this archive reads"),
        ({"counted": "42 families", "unit": "strikes"}, "The number counts families, and the unit says strikes."),
        ({"is_protected": "on", "speaker_name": "A. Speaker"}, "A protected claim carries no speaker's name"),
        ({"stated": "in spring"}, "is not a date that this archive reads"),
        ({"stated": "03/04/2017"}, "can be 3 April 2017 or 4 March 2017"),
    ],
)
def test_a_claim_that_breaks_a_rule_is_refused_with_its_sentence(
    claim: Claim, as_editor: Client, typed: dict[str, str], sentence: str
):
    assert sentence in refused(as_editor, claim, **typed)

    claim.refresh_from_db()
    assert (claim.count_best, claim.hedge, claim.speaker_name) == (1, "exact", "")


def test_a_point_that_is_none_is_refused_with_its_sentence(incident: Incident, cast: Cast, as_editor: Client):
    claim = make_claim(incident=incident, question="where", party=cast.state)

    for obj in (claim, incident, cast.settlement):
        assert "Are the two swapped?" in refused(as_editor, obj, point="136.8, 36.1")
        assert "is not a point that this archive reads" in refused(as_editor, obj, point="Aleppo")


def test_a_choice_of_another_question_is_not_offered(incident: Incident, cast: Cast, as_editor: Client):
    claim = make_claim(
        incident=incident, question="struck", party=cast.state, choice=choice("struck", "religious-building")
    )
    other = choice("targeted", "religious-site")

    response = as_editor.post(address(claim), filled(as_editor, address(claim)) | {"choice": other.pk})

    assert "Select a valid choice" in errors(response)


@pytest.mark.parametrize(
    ("earlier", "sentence"),
    [
        ({"party": "state", "how_named": "unnamed_official"}, "Unnamed officials supersede nobody"),
        ({"party": "newsroom"}, "The earlier claim is another authority's."),
    ],
)
def test_a_supersession_against_the_rules_is_refused(
    claim: Claim, cast: Cast, as_editor: Client, earlier: dict[str, str], sentence: str
):
    party: Party = getattr(cast, earlier["party"])
    other = make_claim(incident=claim.incident, party=party, how_named=earlier.get("how_named", "named"))

    assert sentence in refused(as_editor, claim, **row("supersedes", 0, earlier=other.pk, kind="corrects"))
    assert not Supersession.objects.exists()


def test_a_circle_of_supersessions_is_refused(claim: Claim, cast: Cast, as_editor: Client):
    other = make_claim(incident=claim.incident, party=cast.office)
    make_supersession(other, claim, kind="corrects")

    said = refused(as_editor, claim, **row("supersedes", 0, earlier=other.pk, kind="corrects"))

    assert "The earlier claim supersedes this one already" in said


def test_a_claim_that_leaves_open_which_of_one_is_refused(incident: Incident, cast: Cast, as_editor: Client):
    claim = make_claim(incident=incident, question="carried-out-by", party=cast.residents, value_party=cast.state)
    typed = {"value_party": "", "is_one_of": "on"} | row("alternatives", 0, party=cast.state.pk)

    assert "A claim that leaves open which names at least two." in refused(as_editor, claim, **typed)


def test_one_of_two_alternatives_cannot_be_deleted(incident: Incident, cast: Cast, as_editor: Client):
    claim = make_claims(incident, cast)[3]

    assert "names at least two" in refused(as_editor, claim, **{"alternatives-0-DELETE": "on"})
    assert claim.alternatives.count() == 2


def test_nor_can_it_in_its_own_list_or_form(incident: Incident, cast: Cast, as_editor: Client):
    alternative = make_claims(incident, cast)[3].alternatives.first()
    assert alternative is not None
    chosen = {"action": "delete_selected", "_selected_action": [alternative.pk], "post": "yes"}

    in_list = as_editor.post(reverse("admin:strikes_alternative_changelist"), chosen, follow=True)
    in_form = as_editor.post(address(alternative).replace("change", "delete"), {"post": "yes"}, follow=True)

    for response in (in_list, in_form):
        assert [str(said) for said in response.context["messages"]] == [
            "A claim that leaves open which names at least two."
        ]
    assert Alternative.objects.count() == 2


def test_an_incident_filed_under_more_than_a_year_is_refused(incident: Incident, as_editor: Client):
    assert "at most 366 days" in refused(as_editor, incident, filed="2017-03-16/2018-04-01")
    assert "This field is required." in refused(as_editor, incident, filed="")


def test_the_last_day_that_is_written_comes_before_the_first(incident: Incident, as_editor: Client):
    assert "The first day must come before the last" in refused(as_editor, incident, filed="19–16 March 2017")


def test_two_sources_of_one_address_are_refused(cast: Cast, as_editor: Client):
    typed = {"addresses-0-url": "http://www.example.org/reprint-one/"}

    assert "This address is already that of a source" in refused(as_editor, cast.article, **typed)


def test_a_source_that_relays_itself_is_refused(cast: Cast, as_editor: Client):
    said = refused(as_editor, cast.article, **row("relays", 0, relayed=cast.reprint.pk))

    assert "A source cannot relay itself" in said


def test_a_kept_file_without_its_hash_is_refused(cast: Cast, as_editor: Client):
    capture = Capture.objects.filter(source=cast.article).latest("number")

    assert "A kept file needs its SHA-256." in refused(as_editor, capture, sha256="")


def test_a_capture_of_another_source_is_refused(incident: Incident, cast: Cast, as_editor: Client):
    claim = make_claims(incident, cast, State.DRAFT)[0]
    other = Capture.objects.filter(source=cast.article).latest("number")

    assert "This capture is of another source." in refused(as_editor, claim, **{"citations-0-capture": other.pk})


def test_a_circle_in_a_tree_is_refused(cast: Cast, as_editor: Client):
    publisher = Publisher.objects.get(slug="paper-one")
    country = Place.objects.get(slug="country-one")

    assert "A publisher cannot belong to itself" in refused(
        as_editor, publisher.parent or publisher, parent=publisher.pk
    )
    assert "A place lies in a coarser one" in refused(as_editor, country, parent=cast.settlement.pk)
    assert "An authority speaks for itself" in refused(as_editor, cast.state, authority=cast.office.pk)


def test_a_question_keeps_its_kind_while_claims_answer_it(claim: Claim, as_editor: Client):
    said = refused(as_editor, Question.objects.get(code="killed"), kind="text", rule="never")

    assert "Claims answer this question with another kind of answer" in said


def test_what_others_refer_to_cannot_be_deleted_and_they_are_named_with_links(
    claim: Claim, cast: Cast, as_editor: Client
):
    for obj in (cast.state, cast.settlement, cast.article, claim.question):
        response = as_editor.post(address(obj).replace("change", "delete"), {"post": "yes"})

        assert response.status_code == 200
        assert response.context["protected"]
    assert Source.objects.filter(pk=cast.article.pk).exists()
    page = as_editor.post(address(cast.state).replace("change", "delete"), {"post": "yes"}).content.decode()
    assert f'<a href="{address(claim)}">' in page


MADE_UP = pytest.mark.parametrize("made_up", ["abc", "\0", "-1", "9" * 30, "1,2"])


@MADE_UP
def test_rows_of_a_list_made_up_by_hand_are_none(claim: Claim, as_editor: Client, made_up: str):
    before = rows()

    for model in HISTORIES:
        if model is Import:  # offers no actions
            continue
        page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for action in ("delete_selected", "publish", "take_back"):
            chosen = {"action": action, "_selected_action": made_up, "post": "yes"}

            assert as_editor.post(page, chosen).status_code in (200, 302)
    assert rows() == before


@MADE_UP
def test_filters_and_fields_made_up_by_hand_are_answered(cast: Cast, as_editor: Client, made_up: str):
    for name, query in (
        ("sources_source_changelist", {"title": made_up}),
        ("strikes_claim_changelist", {"kind__in": made_up, "incident__id__exact": made_up}),
        ("sources_capture_add", {"seen_at": made_up, "source": made_up, "number": made_up}),
        ("strikes_subject_add", {"incident": made_up}),
        (
            "autocomplete",
            {"app_label": "strikes", "model_name": "claim", "field_name": "incident", "incident": made_up},
        ),
        ("autocomplete", {"app_label": "strikes", "model_name": "claim", "field_name": "incident", "term": made_up}),
        ("autocomplete", {"app_label": "strikes", "model_name": "claim", "field_name": "incident", "page": made_up}),
    ):
        assert as_editor.get(reverse(f"admin:{name}", query=query)).status_code in (200, 302, 404)
