"""Choices that a dossier brings: where they stand in a vocabulary, and which of them a dump gives along."""

from typing import Any

import msgspec

from strikes.dossiers.canonical import canonical
from strikes.dossiers.choices import choices_brought, choices_used, new_to, with_new_choices
from strikes.dossiers.dossier import NewChoice
from strikes.vocabulary.questions import first_questions, read_questions
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, read

BAKERY = {"question": "struck", "code": "bakery", "label": "a bakery", "definition": "Where bread is made."}
OVEN = BAKERY | {"code": "oven", "label": "an oven", "parent": "bakery"}
MILL = BAKERY | {"code": "mill", "label": "a mill", "parent": "civic-building"}


def new(*values: dict[str, Any]) -> list[NewChoice]:
    return [msgspec.convert(value, NewChoice) for value in values]


def test_new_choices_stand_beneath_their_parents_behind_those_that_were_there():
    grown = with_new_choices(QUESTIONS, new(OVEN, MILL, BAKERY))

    before = [choice.code for choice, _above in QUESTIONS.by_code()["struck"].all_choices()]
    paths = {choice.code: above for choice, above in grown.by_code()["struck"].all_choices()}
    assert [code for code in paths if code in before] == before
    assert (paths["oven"], paths["bakery"]) == (("bakery",), ())
    assert paths["mill"] == (*paths["civic-building"], "civic-building")
    assert grown.by_code()["targeted"] == QUESTIONS.by_code()["targeted"]


def test_a_choice_that_the_vocabulary_has_stays_as_it_is():
    mosque = BAKERY | {"code": "mosque", "label": "a church"}

    assert with_new_choices(QUESTIONS, new(mosque)) == QUESTIONS
    assert new_to(QUESTIONS, new(mosque, BAKERY)) == {1: new(BAKERY)[0]}


def test_choices_that_hang_on_each_other_or_come_twice_come_to_an_end():
    circle = new(BAKERY | {"parent": "oven"}, OVEN)
    twice = new(BAKERY, BAKERY | {"parent": "bakery"})

    assert with_new_choices(QUESTIONS, circle) == QUESTIONS
    codes = [choice.code for choice, _above in with_new_choices(QUESTIONS, twice).by_code()["struck"].all_choices()]
    assert codes.count("bakery") <= 1


def test_a_dump_brings_the_choices_that_claims_use_and_those_above_them_and_no_others():
    archive = with_new_choices(QUESTIONS, new(BAKERY, OVEN, MILL))
    claims = [
        make_claim(1, question="struck", answer={"choice": "oven"}),
        make_claim(2, question="struck", party="centcom", answer={"one_of": ["mosque", "bakery"]}),
        make_claim(3, question="carried-out-by", answer={"one_of": ["centcom", "sohr"]}),
    ]
    dossier = read(make_dossier(*claims))

    assert choices_brought(dossier.claims, archive) == tuple(new(BAKERY, OVEN))
    assert {("struck", "oven"), ("struck", "bakery"), ("struck", "mosque")} <= choices_used(dossier.claims, archive)


def test_the_canonical_form_has_the_choices_in_order_and_none_that_every_archive_begins_with():
    mosque, above = next(found for found in QUESTIONS.by_code()["struck"].all_choices() if found[0].code == "mosque")
    known = BAKERY | {"code": "mosque", "label": mosque.label, "definition": mosque.definition, "parent": above[-1]}
    claims = [make_claim(1, question="struck", answer={"choice": "oven"}), make_claim(2, party="centcom")]
    dossier = read(make_dossier(*claims, choices=[OVEN, known, BAKERY]))

    assert canonical(dossier, QUESTIONS).choices == tuple(new(BAKERY, OVEN))


def test_the_first_vocabulary_is_that_of_its_file():
    assert first_questions() == read_questions()
