"""Names as they are compared, and how alike two of them are."""

import pytest

from sources.names import likeness


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("mosque", "mosque", 1),
        ("killed-civilians", "Civilians killed", 1),
        ("Médecins", "medecins", 1),
        ("mosque", "zinc", 0),
        ("", "", 0),
        # “  a”, “ ab”, “ab ” against “  a”, “ ac”, “ac ”
        ("ab", "ac", 1 / 5),
    ],
)
def test_names_are_as_alike_as_the_trigrams_that_they_share(one: str, other: str, share: float):
    assert likeness(one, other) == likeness(other, one) == share


def test_the_name_with_one_letter_amiss_is_nearer_than_another():
    assert likeness("observatry", "observatory") > likeness("observatry", "conservatory")
