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


OFFICIAL: dict[str, Any] = {"speaker": {"how_named": "unnamed_official"}}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"party": "officials"}, {"party": "officials"}),
        ({"party": "state"}, {"party": "officials"}),
        ({"party": "officials"}, {"party": "state"}),
        ({"party": "state"} | OFFICIAL, {"party": "state"}),
        ({"party": "state"}, {"party": "state"} | OFFICIAL),
    ],
    ids=str,
)
def test_officials_without_a_name_replace_nobody_and_nobody_replaces_them(earlier, later):
    for change in ({"answer": TEN}, {"answer": None, "stance": "retracts"}):
        dossier = case(
            says(1, question="killed", answer=TEN, **earlier),
            says(2, question="killed", **change, **later, **supersedes(1)),
        )

        assert Counting(dossier).why_not(dossier.claims[0]) is None


DENIALS: list[tuple[dict[str, Any], dict[str, Any] | None, dict[str, Any], Beside | None]] = [
    (TEN, None, {"denies": 1}, None),
    (TEN, None, {}, Beside.NO_ANSWER),
    (TEN, None, {"denies": 1, "told_by": "other-state"}, Beside.TOLD),
    ({}, None, {"denies": 1}, Beside.NO_ANSWER),  # what is denied is no answer either
]


@pytest.mark.parametrize(("denied", "answer", "values", "reason"), DENIALS, ids=str)
def test_a_denial_counts_where_it_has_an_answer_or_names_a_claim_that_has_one(denied, answer, values, reason):
    first = says(1, "monitor", "killed", denied or None, **({} if denied else {"stance": "declines"}))
    dossier = case(first, says(2, "state", "killed", answer, **({"stance": "denies"} | values)))

    assert Counting(dossier).why_not(dossier.claims[1]) is reason


def test_a_denial_of_nothing_that_was_replaced_is_replaced():
    dossier = case(says(1, "state", "killed", None, stance="denies"), says(2, "state", "killed", TEN, **supersedes(1)))

    assert Counting(dossier).why_not(dossier.claims[0]) is Beside.SUPERSEDED


def test_each_reason_is_given_to_some_claim():
    given = {reason for *_claim, reason in REASONS}

    assert given | {Beside.SUPERSEDED, Beside.RETRACTED, Beside.OVERTAKEN} == {*Beside, None}
