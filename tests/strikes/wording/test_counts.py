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


def test_a_claim_is_named_by_its_number():
    assert counts.claim(7) == "claim 7"
