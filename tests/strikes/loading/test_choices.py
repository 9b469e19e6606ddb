"""Choices that dossiers bring: refused by themselves, added where the load is told to, and given back by a dump."""

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from strikes.dossiers.codec import dump
from strikes.loading.load import load
from strikes.models import Choice, Incident, Revision
from strikes.models.dossiers.whole import whole_dossier
from strikes.models.question import questions_in_archive
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier
from tests.strikes.loading.archive import changed_tables, dumped, refusals, rows, write
from tests.strikes.loading.test_commands import refused, run
from tests.strikes.loading.test_load import another

pytestmark = pytest.mark.django_db
BAKERY = {"question": "struck", "code": "bakery", "label": "a bakery", "definition": "Where bread is made."}
OVEN = BAKERY | {"code": "oven", "label": "an oven", "definition": "Where bread is baked.", "parent": "bakery"}


def of_bakery(*choices: dict[str, Any]) -> dict[str, Any]:
    """A dossier in which somebody says that an oven was struck."""
    claim = make_claim(1, question="struck", answer={"choice": "oven"})
    return make_dossier(claim, make_claim(2, party="centcom"), choices=list(choices))


def test_a_file_that_brings_a_choice_is_refused_with_what_is_new_and_how_to_add_it(tmp_path: Path):
    path = write(tmp_path, "a.json", of_bakery(BAKERY, OVEN))
    before = rows()

    found = refusals(path)

    assert found == [
        (
            "a.json: /choices: The file brings choices that the archive has not: struck: bakery (a bakery); struck: oven "
            "(an oven). To add them, use --new-choices."
        )
    ]
    assert changed_tables(before) == set()
    assert "use --new-choices" in refused("load_dossiers", path)


def test_with_the_flag_the_archive_takes_the_choices_behind_the_others_of_their_question(tmp_path: Path):
    path = write(tmp_path, "a.json", of_bakery(OVEN, BAKERY))
    revision = Revision.current()

    out = run("load_dossiers", "--new-choices", path)

    assert "choices: 2 added, 0 changed, 0 left\n" in out
    bakery, oven = Choice.objects.get(code="bakery"), Choice.objects.get(code="oven")
    assert (oven.parent, bakery.parent) == (bakery, None)
    assert [choice.code for choice in questions_in_archive().by_code()["struck"].choices][-1] == "bakery"
    assert Revision.current() > revision
    assert load([path]).is_empty


def test_a_trial_says_which_choices_a_load_would_add_and_adds_none(tmp_path: Path):
    path = write(tmp_path, "a.json", of_bakery(BAKERY, OVEN))
    before = rows()

    out = run("load_dossiers", "--new-choices", "--dry-run", path)

    assert "choices: 2 added, 0 changed, 0 left\n" in out
    assert changed_tables(before) == set()


def test_a_file_that_is_refused_for_something_else_adds_no_choice(tmp_path: Path):
    load([write(tmp_path, "a.json", of_bakery(BAKERY, OVEN))], adds_choices=True)
    wrong = of_bakery(BAKERY | {"code": "mill"}, BAKERY, OVEN)
    wrong["claims"] = [make_claim(3, question="struck", answer={"one_of": ["mill", "oven"]})]
    wrong["parties"] = wrong["parties"][:1]
    path = write(tmp_path, "b.json", wrong)

    assert "The archive has a claim 1" in refused("load_dossiers", "--new-choices", path)
    assert not Choice.objects.filter(code="mill").exists()


def test_two_files_that_bring_one_choice_bring_it_once_and_in_one_way(tmp_path: Path):
    other = another() | {"choices": [BAKERY, OVEN]}
    other["claims"] = [claim | {"question": "struck", "answer": {"choice": "oven"}} for claim in other["claims"]]
    first = write(tmp_path, "a.json", of_bakery(BAKERY, OVEN))
    second = write(tmp_path, "b.json", other)
    third = write(tmp_path, "c.json", other | {"choices": [BAKERY | {"label": "a baker"}, OVEN]})

    assert refusals(first, third)[0].startswith("c.json: /choices/0: ")
    load([first, second], adds_choices=True)
    assert Choice.objects.filter(code="bakery").count() == 1


def test_a_dump_gives_back_the_choices_that_no_archive_begins_with_and_that_its_claims_use(tmp_path: Path):
    path = write(tmp_path, "a.json", of_bakery(OVEN, BAKERY))
    load([path], adds_choices=True)
    Choice.objects.create(question_id=Choice.objects.get(code="oven").question_id, code="mill", label="a mill")

    assert dumped()["choices"] == [BAKERY, OVEN]


def test_a_dump_is_loaded_into_a_fresh_archive_and_given_back_byte_for_byte(tmp_path: Path):
    path, again = write(tmp_path, "a.json", of_bakery(OVEN, BAKERY)), tmp_path / "again.json"
    with transaction.atomic():
        load([path], adds_choices=True)
        again.write_bytes(dump(whole_dossier(Incident.objects.get())))
        transaction.set_rollback(True)
    assert questions_in_archive() == QUESTIONS

    load([again], adds_choices=True)

    assert dump(whole_dossier(Incident.objects.get())) == again.read_bytes()


def test_a_dump_reads_the_vocabulary_only_where_a_choice_goes_beyond_it(
    tmp_path: Path, django_assert_num_queries: Any, django_assert_max_num_queries: Any
):
    usual = of_bakery()
    usual["claims"][0]["answer"] = {"choice": "mosque"}
    load([write(tmp_path, "a.json", usual)])
    incident = Incident.objects.select_related("place").get()
    with django_assert_max_num_queries(20) as few:
        whole_dossier(incident)
    load([write(tmp_path, "a.json", of_bakery(OVEN, BAKERY))], adds_choices=True)

    incident = Incident.objects.select_related("place").get()
    with django_assert_num_queries(len(few) + 1):
        whole_dossier(incident)
