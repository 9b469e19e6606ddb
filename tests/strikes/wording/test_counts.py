"""Numbers of claims, incidents and parties in words."""

import pytest

from strikes.wording import counts


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, ("1 claim", "1 incident", "in 1 incident", "by 1 party")),
        (7, ("7 claims", "7 incidents", "in 7 incidents", "by 7 parties")),
    ],
)
def test_one_is_said_as_one_and_several_as_several(count: int, words: tuple[str, ...]):
    assert (
        counts.claims(count),
        counts.incidents(count),
        counts.in_incidents(count),
        counts.by_parties(count),
    ) == words


@pytest.mark.parametrize(
    ("quoted", "claims", "words"),
    [
        (12, 62, "words quoted for 12 of 62 claims"),
        (1, 1, "words quoted for 1 of 1 claim"),
        (0, 2, "words quoted for 0 of 2 claims"),
    ],
)
def test_how_much_is_quoted_is_said_of_all_claims(quoted: int, claims: int, words: str):
    assert counts.quoted_for(quoted, claims) == words


def test_a_claim_is_named_by_its_number():
    assert counts.claim(7) == "claim 7"
