"""Which claims count, and why each of the others does not."""

from typing import Any

import pytest

from strikes.rules.counted import Counting
from strikes.vocabulary.terms import Beside
from tests.strikes.rules.cast import case, says, supersedes

TEN: dict[str, Any] = {"best": 10}
REASONS: list[tuple[str, dict[str, Any] | None, dict[str, Any], Beside | None]] = [
    ("monitor", TEN, {}, None),
    ("monitor", TEN, {"stance": "denies"}, None),
    ("monitor", TEN, {"basis": "compilation"}, None),
    ("monitor", None, {}, Beside.NO_ANSWER),
    ("monitor", TEN, {"stance": "not_ruled_out"}, Beside.NO_ANSWER),
    ("monitor", TEN, {"stance": "no_evidence"}, Beside.NO_EVIDENCE),
    ("monitor", TEN, {"is_apparent_error": True}, Beside.ERROR),
    ("monitor", TEN, {"told_by": "state"}, Beside.TOLD),
    ("posts", TEN, {}, Beside.UNSIGNED),
    ("monitor", TEN, {"scope": "part"}, Beside.PART),
    ("monitor", TEN, {"scope": "wider"}, Beside.WIDER),
    # Of several reasons the first is given.
    ("posts", TEN, {"scope": "wider"}, Beside.UNSIGNED),
    ("posts", TEN, {"is_apparent_error": True, "told_by": "state"}, Beside.ERROR),
]


@pytest.mark.parametrize(("party", "answer", "values", "reason"), REASONS, ids=str)
def test_a_claim_counts_or_has_its_reason(party, answer, values, reason):
    dossier = case(says(1, party, "killed", answer, **values))

    assert Counting(dossier).why_not(dossier.claims[0]) is reason


@pytest.mark.parametrize(
    ("answer", "values", "reason"),
    [(TEN, {}, Beside.SUPERSEDED), (None, {"stance": "retracts"}, Beside.RETRACTED)],
    ids=str,
)
def test_what_is_replaced_or_taken_back_counts_no_more(answer, values, reason):
    dossier = case(
        says(1, "monitor", "killed", TEN, is_apparent_error=True),
        says(2, "monitor", "killed", answer, **values, **supersedes(1)),
    )

    first = next(claim for claim in dossier.claims if claim.number == 1)
    assert Counting(dossier).why_not(first) is reason


def test_what_another_stated_itself_since_counts_no_more():
    overtaken = {"claim": 2, "kind": "overtaken_by", "by": "editor", "reason": "The inquiry's own report says it."}
    dossier = case(
        says(1, "monitor", "killed", TEN, relations=[overtaken]),
        says(2, "state", "killed", TEN),
    )

    assert [Counting(dossier).why_not(claim) for claim in dossier.claims] == [Beside.OVERTAKEN, None]


def test_each_reason_is_given_to_some_claim():
    given = {reason for *_claim, reason in REASONS}

    assert given | {Beside.SUPERSEDED, Beside.RETRACTED, Beside.OVERTAKEN} == {*Beside, None}
