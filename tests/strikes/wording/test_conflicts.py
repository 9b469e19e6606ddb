"""Conflicts, doubt and agreement in words."""

import pytest

from strikes.vocabulary.terms import RelatedBy, RelationKind
from strikes.wording.conflicts import according_to, differs, excludes, related, related_parties, related_to

EDITOR, PARTY = RelatedBy.EDITOR, RelatedBy.PARTY
NOT, CONTRADICTS, DOUBT = RelationKind.NOT_CONTRADICTING, RelationKind.CONTRADICTS, RelationKind.CASTS_DOUBT


@pytest.mark.parametrize(
    ("others", "kind", "by", "words"),
    [
        (["B"], CONTRADICTS, EDITOR, "An editor of this archive: what A said contradicts what is said by B."),
        (
            ["B", "C"],
            NOT,
            EDITOR,
            "An editor of this archive: what A said does not contradict what is said by B and C.",
        ),
        (["B"], DOUBT, PARTY, "A said that this casts doubt on what is said by B."),
        (
            ["B"],
            RelationKind.OVERTAKEN_BY,
            EDITOR,
            "An editor of this archive: what A said is overtaken by what is said by B.",
        ),
    ],
)
def test_what_is_said_of_two_claims_names_both_parties_and_who_says_so(
    others: list[str], kind: RelationKind, by: RelatedBy, words: str
):
    assert related_parties("A", others, kind, by) == words


@pytest.mark.parametrize(
    ("others", "elsewhere", "words"),
    [
        ([], ["56 people"], "its other answer (56 people)"),
        ([], ["56 people", "6 people"], "its other answers (56 people; 6 people)"),
        (["B"], ["56 people"], "what is said by B and its other answer (56 people)"),
    ],
)
def test_what_a_party_says_of_its_own_answers_names_them(others: list[str], elsewhere: list[str], words: str):
    sentence = related_parties("A", others, NOT, EDITOR, elsewhere=elsewhere)

    assert sentence == f"An editor of this archive: what A said does not contradict {words}."


def test_the_question_is_named_where_it_is_another():
    sentence = related_parties("A", ["B"], DOUBT, EDITOR, "investigation")

    assert sentence == "An editor of this archive: what A said (investigation) casts doubt on what is said by B."
    assert related_parties("A", ["B"], DOUBT, PARTY, "investigation") == (
        "A said that this (investigation) casts doubt on what is said by B."
    )


def test_what_is_excluded_or_differs_is_named_with_its_parties():
    assert [excludes([]), excludes(["A", "C"]), excludes(["B"], ["Residents", "Activists"])] == [
        "",
        "≠ A, C",
        "Residents, Activists ≠ B",
    ]
    assert [differs([]), differs(["A", "C"]), differs(["B"], ["Residents", "Activists"])] == [
        "",
        "differs from A, C",
        "Residents, Activists: differs from B",
    ]


def test_whose_word_it_is_is_told_apart():
    assert [according_to(None), according_to(EDITOR), according_to(PARTY)] == [
        "",
        "as an editor reads it",
        "as a party says",
    ]
    assert [related(kind, by) for kind in (CONTRADICTS, NOT) for by in (EDITOR, PARTY)] == [
        "An editor of this archive says that they contradict",
        "The party itself says that they contradict",
        "An editor of this archive says that both can be so",
        "The party itself says that both can be so",
    ]
    assert [related_to(DOUBT, by) for by in (EDITOR, PARTY)] == [
        "An editor of this archive: casts doubt on",
        "The party itself: casts doubt on",
    ]
