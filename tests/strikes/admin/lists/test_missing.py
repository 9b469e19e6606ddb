"""What is missing is found: by a filter of each list, whose conditions combine, and by a panel on the front page."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sources.models import Capture, Publisher, Source
from strikes.directory import missing
from strikes.directory.missing import CONDITIONS
from strikes.models import Citation, Claim, Incident, Party, Place, PlaceName
from tests.archive import make_cast, make_claims, make_whole_incident
from tests.builders import (
    Fields,
    make_address,
    make_capture,
    make_citation,
    make_claim,
    make_incident,
    make_party,
    make_place,
    make_publisher,
    make_source,
    make_user,
)

KEPT = "https://web.archive.org/web/1/x"


def shown(client: Client, model: type[Model], *conditions: str, **parameters: Any) -> set[Any]:
    """The rows that the list shows where these conditions are on."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    response = client.get(address, {"missing": conditions} | parameters)
    return {*response.context["cl"].queryset}


def test_claims_that_lack_something(as_editor: Client):
    full: Fields = {"stated": "2017-03-17", "basis": "eyewitness", "statement": "Says so."}
    whole = make_claim(published=True, **full)
    drafted = make_claim(**full)
    make_citation(drafted)
    uncited, repeated = make_claim(**full), make_claim(**full)
    make_citation(repeated, role="repeats")
    bare = make_claim(published=True)
    quoted = make_claim(published=True, stated="2017", basis="imagery")
    quoted.citations.update(quotation="Words.")
    point = make_claim(published=True, question="where", latitude=1, longitude=1, location_precision="site", **full)

    assert shown(as_editor, Claim, "publication") == {drafted}
    assert shown(as_editor, Claim, "citation") == {uncited, repeated}
    assert shown(as_editor, Claim, "words") == {bare}
    assert shown(as_editor, Claim, "day") == {bare}
    assert shown(as_editor, Claim, "basis") == {bare}
    assert shown(as_editor, Claim, "place") == {point}
    assert whole not in shown(as_editor, Claim, "publication")


def test_sources_and_captures_that_lack_something(as_editor: Client):
    whole: Fields = {"published": "2017", "language": "ar", "original_title": "عنوان"}
    kept, filed, noted, bare = (make_source(**whole) for _each in range(4))
    copies = [make_capture(kept, archive_url=KEPT), make_capture(filed, file="x.html", sha256="a" * 64)]
    note = make_capture(noted)
    for source in (kept, filed, noted):
        make_address(f"https://example.org/{source.pk}", source)
        make_citation(source=source)
    english, foreign = make_source(language="en-GB"), make_source(language="ar", published="2017")

    assert shown(as_editor, Source, "copy") == {noted, bare, english, foreign}
    assert shown(as_editor, Source, "claims") == {bare, english, foreign}
    assert shown(as_editor, Source, "original") == {foreign}
    assert shown(as_editor, Source, "day") == {english}
    assert shown(as_editor, Source, "address") == {bare, english, foreign}
    assert shown(as_editor, Capture, "copy") == {note}
    assert not {*copies} & shown(as_editor, Capture, "copy")


def test_citations_that_lack_something(as_editor: Client):
    kept = make_capture(make_source(), archive_url=KEPT)
    read = make_citation(source=kept.source, capture=kept, quotation="Words.")
    vague = make_citation(source=kept.source, language="ar", quotation="كلمات", translation="Words.")
    arabic = make_citation(source=make_source(language="ar"), quotation="كلمات")

    assert shown(as_editor, Citation, "copy") == {arabic}
    assert shown(as_editor, Citation, "capture") == {vague}
    assert shown(as_editor, Citation, "translation") == {arabic}
    assert read in shown(as_editor, Citation)


def test_incidents_that_lack_something(as_editor: Client):
    whole = make_incident(summary="Told.", location_precision="locality", state="published")
    bare = make_incident(summary="", location_precision="district")
    make_claim(incident=whole)

    assert {*map(frozenset, (shown(as_editor, Incident, name.name) for name in CONDITIONS[Incident]))} == {
        frozenset({bare})
    }


def test_names_in_their_own_script_are_asked_only_where_there_is_one(as_editor: Client):
    syria, sweden = make_place(country="SY"), make_place(country="SE")
    named = make_place(parent=make_place(parent=syria))
    PlaceName.objects.create(place=named, text="الجينة", language="ar")
    PlaceName.objects.create(place=syria, text="Sūriyā", language="ar-Latn")
    unnamed = make_party(country="SY")
    make_party(country="SY", original_name="المرصد")
    make_party(country="SE")
    make_publisher(country="UA", original_name="Укрінформ")
    foreign = make_publisher(country="UA")

    assert shown(as_editor, Place, "original") == {syria, named.parent}
    assert shown(as_editor, Party, "original") == {unnamed}
    assert shown(as_editor, Publisher, "original") == {foreign}
    assert sweden not in shown(as_editor, Place, "original")


def test_parties_places_and_publishers_that_nothing_needs_or_that_lack_something(as_editor: Client):
    speaking, silent = make_claim().party, make_party()
    used, unused = make_source().publisher, make_publisher(country="GB")
    country = make_place()
    town = make_place(parent=country, level=4)
    make_place(parent=country, level=4, latitude=1, longitude=1)

    assert silent in shown(as_editor, Party, "claims")
    assert speaking not in shown(as_editor, Party, "claims")
    assert shown(as_editor, Publisher, "sources") == {unused}
    assert shown(as_editor, Publisher, "country") == {used}
    assert shown(as_editor, Place, "point") == {town}


def test_conditions_combine_with_each_other_and_with_other_filters(as_editor: Client):
    incident = make_incident()
    both = make_claim(incident=incident)
    make_claim(incident=incident, basis="imagery")
    make_claim()

    assert shown(as_editor, Claim, "day", "basis", incident__id__exact=incident.pk) == {both}


def test_a_condition_is_switched_on_and_off_by_one_link_that_keeps_the_others(as_editor: Client, db: None):
    address = reverse("admin:strikes_claim_changelist")

    response = as_editor.get(address, {"missing": ["day"], "state__exact": "draft"})

    links = {
        choice["display"]: choice for choice in response.context["cl"].filter_specs[0].choices(response.context["cl"])
    }
    assert links["no day stated"]["selected"]
    assert links["no day stated"]["query_string"] == "?state__exact=draft"
    assert links["basis not stated"]["query_string"] == "?missing=day&missing=basis&state__exact=draft"


@pytest.mark.parametrize("model", CONDITIONS, ids=lambda model: model.__name__)
def test_a_condition_that_nobody_knows_is_no_condition_of_the_list(model: type[Model], as_editor: Client, db: None):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")

    assert as_editor.get(address, {"missing": "everything"}).status_code == 302


def test_a_list_with_all_its_conditions_on_takes_as_many_queries_for_many_rows_as_for_few(as_editor: Client, db: None):
    counts = []
    for first, last in ((1, 2), (2, 6)):
        for number in range(first, last):
            cast = make_cast(f"{number}")
            make_claims(make_whole_incident(cast, f"IQ-2017-{number:04}-A"), cast)
            make_claim()
        with CaptureQueriesContext(connection) as queries:
            for model in CONDITIONS:
                shown(as_editor, model, *(condition.name for condition in CONDITIONS[model]))
        counts.append(len(queries))

    assert counts[0] == counts[1]


# The panel


def numbers(client: Client) -> dict[str, str]:
    groups = client.get(reverse("admin:index")).context["missing"]
    return {f"{group.label}: {line.label}": line.number for group in groups for line in group.lines}


def test_the_front_page_counts_what_is_missing_and_leads_to_it(as_editor: Client, db: None):
    make_claim(basis="imagery")
    make_claim(basis="imagery", stated="2017")

    groups = {group.label: group for group in as_editor.get(reverse("admin:index")).context["missing"]}

    lines = {str(line.label): line for line in groups["Claims"].lines}
    assert {label: line.number for label, line in lines.items()} == {
        "no citation as evidence": "2",
        "neither quotation nor summary": "2",
        "no day stated": "1",
    }
    assert len(as_editor.get(lines["no day stated"].address).context["cl"].result_list) == 1


def test_a_number_is_counted_no_further_than_anybody_wants_to_know(
    as_editor: Client, db: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(missing, "MOST_COUNTED", 2)
    for _each in range(3):
        make_claim(stated="2017")

    assert numbers(as_editor)["Claims: basis not stated"] == "more than 2"


def test_the_front_page_takes_as_many_queries_for_much_as_for_little(as_editor: Client, db: None):
    counts = []
    for first, last in ((1, 2), (2, 6)):
        for number in range(first, last):
            cast = make_cast(f"{number}")
            make_claims(make_whole_incident(cast, f"IQ-2017-{number:04}-A"), cast)
        as_editor.get(reverse("admin:index"))
        with CaptureQueriesContext(connection) as queries:
            as_editor.get(reverse("admin:index"))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_nobody_is_told_of_what_they_may_not_look_at(client: Client, db: None):
    reader = make_user(is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_party"))
    client.force_login(reader)
    make_claim()
    make_party()

    assert {*numbers(client)} == {"Parties: no claims"}
