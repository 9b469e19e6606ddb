"""What took the place of what, in words."""

from typing import Any

import pytest

from strikes.rules.days_between import DaysBetween
from strikes.vocabulary.terms import SupersessionKind
from strikes.wording.changes import came_from, how_many, moved, replaced_by, went_to
from tests.strikes.incident.pages import claim, page_of


@pytest.mark.parametrize(
    ("kind", "one", "several"),
    [
        (SupersessionKind.CHANGES_ACCOUNT, "1 changed account", "2 changed accounts"),
        (SupersessionKind.CORRECTS, "1 correction", "2 corrections"),
        (SupersessionKind.UPDATES, "1 update, not a move", "2 updates, not moves"),
    ],
)
def test_changes_are_counted_by_kind(kind: SupersessionKind, one: str, several: str):
    assert (how_many(kind, 1), how_many(kind, 2)) == (one, several)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (DaysBetween(82, 82), "A changed its account after 82 days: first a hall; then a mosque"),
        (DaysBetween(2, 32), "A changed its account after 2 to 32 days: first a hall; then a mosque"),
        (None, "A changed its account: first a hall; then a mosque"),
    ],
)
def test_a_changed_account_says_after_how_many_days_where_they_are_known(days: DaysBetween | None, words: str):
    assert moved("A", SupersessionKind.CHANGES_ACCOUNT, days, ["a hall"], ["a mosque"]) == words


def test_several_answers_do_not_run_into_each_other_and_a_correction_is_called_one():
    earlier, later = ["bombs: 1", "bombs: 2"], ["bombs: 3", "not bombs, of any kind", "a warning"]

    assert moved("A", SupersessionKind.CORRECTS, None, earlier, later) == (
        "A corrected itself: first bombs: 1 and bombs: 2; then bombs: 3; not bombs, of any kind; and a warning"
    )


def test_a_later_claim_says_what_it_took_the_place_of():
    several = ["A", "B, on C", "D"]

    assert came_from(several, SupersessionKind.CHANGES_ACCOUNT) == "changed from A; B, on C; and D"
    assert came_from(["A"], SupersessionKind.CORRECTS) == "corrected from A"
    assert came_from(["A"], SupersessionKind.UPDATES) == "updated from A"
    assert replaced_by("claim 4") == "replaced by claim 4"


@pytest.mark.parametrize(
    ("later", "kind", "words"),
    [
        ({"answer": {"choice": "community-hall"}}, "changes_account", "changed to B, 18 Mar 2017"),
        ({"answer": {"choice": "community-hall"}}, "corrects", "corrected to B, 18 Mar 2017"),
        ({"answer": {"choice": "community-hall"}}, "updates", "updated to B, 18 Mar 2017"),
        ({"stance": "retracts"}, "corrects", "taken back, 18 Mar 2017"),
        ({"answer": {"choice": "community-hall"}, "party": "sohr"}, "corrects", "superseded by B, 18 Mar 2017"),
    ],
)
def test_an_earlier_claim_says_where_it_went(later: dict[str, Any], kind: str, words: str):
    link = [{"claim": 1, "kind": kind}]
    second = claim(2, **{"party": "centcom", "stated": "2017-03-18", "supersedes": link, **later})
    if "answer" not in later:
        del second["answer"]
    page = page_of(claim(1, "centcom"), second)

    (move,) = page.findings[0].positions.moves
    assert went_to(move, "B") == words
