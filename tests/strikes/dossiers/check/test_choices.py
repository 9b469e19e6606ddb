"""What is refused of the choices that a dossier brings, and what is suggested where a choice or a question is not there."""

from typing import Any

import pytest

from tests.strikes.dossiers.builders import make_claim, make_dossier, problems

BAKERY = {"question": "struck", "code": "bakery", "label": "a bakery", "definition": "Where bread is made."}
SCHOOL = {
    "question": "struck",
    "code": "school",
    "label": "a school",
    "definition": "A building of teaching.",
    "parent": "civic-building",
}
NO_CIRCLE = "A choice cannot be a kind of itself, by whatever way round."


def wrong(*choices: dict[str, Any], answer: str = "bakery") -> list[tuple[str, str]]:
    """The problems of a dossier that brings these choices and names one."""
    claim = make_claim(1, question="struck", answer={"choice": answer})
    return problems(make_dossier(claim, make_claim(2, party="centcom"), choices=list(choices)))


def test_a_claim_may_name_a_choice_that_its_file_brings():
    assert wrong(BAKERY) == []
    assert wrong(BAKERY | {"parent": "civic-building"}) == []


def test_a_choice_that_the_archive_has_may_be_brought_as_it_stands_there():
    assert wrong(SCHOOL, answer="school") == []


@pytest.mark.parametrize(
    ("values", "where", "sentence"),
    [
        ({"label": "a madrasa"}, "label", "with another label: “a school”."),
        ({"definition": "For children."}, "definition", "with another definition: “A building of teaching.”."),
        ({"parent": "religious-building"}, "parent", "with another parent: “civic-building”."),
    ],
)
def test_a_choice_that_the_archive_has_is_not_changed_by_a_dossier(values: dict[str, Any], where: str, sentence: str):
    [found] = wrong(SCHOOL | values, answer="school")

    assert found == (
        f"/choices/0/{where}",
        (
            f"The archive has the choice “school” {sentence} A dossier changes no choice: give it as it stands there, or "
            "give yours another code."
        ),
    )


@pytest.mark.parametrize(
    ("choices", "where", "sentence"),
    [
        ([BAKERY | {"question": "strukk"}], "/choices/0/question", "This archive has no question “strukk”. "),
        (
            [BAKERY | {"question": "killed"}],
            "/choices/0/question",
            "The question “Killed” has no choices. It takes: number.",
        ),
        (
            [BAKERY | {"parent": "civic-bulding"}],
            "/choices/0/parent",
            (
                "“civic-bulding” is no choice of the question “What was struck”. "
                "The nearest are: civic-building (a civic building); "
            ),
        ),
        ([BAKERY | {"parent": "bakery"}], "/choices/0/parent", NO_CIRCLE),
        ([BAKERY, BAKERY], "/choices/1/code", "The choice “bakery” stands here a second time."),
        (
            [BAKERY, BAKERY | {"code": "mill"}],
            "/choices/1/code",
            "No claim of the file names the choice “mill”.",
        ),
    ],
)
def test_a_choice_that_a_file_brings_must_fit(choices: list[dict[str, Any]], where: str, sentence: str):
    found = [(place, said) for place, said in wrong(*choices) if place.startswith("/choices")]

    assert len(found) == 1
    assert found[0][0] == where
    assert found[0][1].startswith(sentence)


def test_choices_beneath_each_other_in_a_circle_are_named_each():
    oven = BAKERY | {"code": "oven", "parent": "bakery"}

    found = wrong(BAKERY | {"parent": "oven"}, oven)

    assert [each for each in found if each[0].startswith("/choices")] == [
        ("/choices/0/parent", NO_CIRCLE),
        ("/choices/1/parent", NO_CIRCLE),
    ]


def test_a_choice_that_is_not_there_is_met_with_the_three_nearest():
    [(where, sentence)] = wrong(answer="comunity-hall")

    assert where == "/claims/0/answer/choice"
    assert sentence.startswith(
        "“comunity-hall” is no choice of the question “What was struck”. "
        "The nearest are: community-hall (a community or meeting hall); "
    )
    assert sentence.count(";") == 2


def test_a_question_that_is_not_there_is_met_with_the_three_nearest():
    [(where, sentence)] = problems(
        make_dossier(make_claim(1, question="civilians-killed"), make_claim(2, party="centcom"))
    )

    assert where == "/claims/0/question"
    assert sentence.startswith("This archive has no question “civilians-killed”. The nearest are: ")
    assert "killed-civilians (Civilians killed)" in sentence
    assert sentence.count(";") == 2
