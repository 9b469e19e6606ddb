"""Filters by what comes out on a question: what each finds, what it offers, and what a row then shows."""

import re
from typing import Any

import pytest
from django.test import Client

from strikes.listing.counts import Count
from strikes.listing.facets import ANYTHING
from strikes.listing.write import refresh
from strikes.models import Claim, Incident, Listing, Party, Question
from strikes.vocabulary.terms import QuestionState, State
from tests.archive import list_all
from tests.builders import choice, make_claim, make_incident, make_party, make_supersession
from tests.strikes.listing.test_filters import asked, found, publish_incident

pytestmark = pytest.mark.django_db


def make_parted() -> dict[str, str]:
    """The codes of four published incidents, by what comes out on how many were killed."""
    state, residents, monitor = (
        make_party(slug=slug, name=slug.capitalize()) for slug in ("state", "residents", "monitor")
    )
    found = {name: make_incident(state=State.PUBLISHED) for name in ("disputed", "differ", "moved", "one")}

    def say(name: str, party: Party, stated: str = "2017-03-17", **answer: Any) -> Claim:
        answer = {"hedge": "exact", "unit": "persons"} | answer
        return make_claim(incident=found[name], party=party, published=True, stated=stated, **answer)

    say("disputed", state, hedge="none_known")
    say("disputed", residents, count_best=46)
    say("differ", state, count_best=38)
    say("differ", residents, count_best=46, stated="2018")
    first, second = say("moved", state, count_best=40), say("moved", state, count_best=46, stated="2017-05-01")
    make_supersession(second, first, kind="corrects")
    say("moved", monitor, count_best=46)
    say("one", monitor, count_best=46)
    make_claim(incident=found["one"], question="called", party=state, stated="2019-01-01")
    list_all()
    return {name: incident.code for name, incident in found.items()}


BY_OUTCOME = [
    ("disputed=killed", {"disputed"}),
    ("differ=killed", {"differ"}),
    ("moved=killed", {"moved"}),
    ("one_account=killed", {"one"}),
    ("disputed=injured", set()),
    ("disputed=nothing-known", set()),
    ("moved=nothing-known", set()),
    ("disputed=killed&differ=killed", set()),
    ("disputed=any", {"disputed"}),
    ("differ=any", {"differ"}),
    ("moved=any", {"moved"}),
    ("one_account=any", {"one"}),
    ("disputed=any&differ=any", set()),
    ("disputed=", {"disputed", "differ", "moved", "one"}),
    ("moved_by=state", {"moved"}),
    ("moved_by=State", {"moved"}),
    ("moved_by=monitor", set()),
    ("moved_by=residents", set()),
    ("moved_by=nobody", set()),
    ("moved_by=state&moved=any", {"moved"}),
    ("moved_by=state&moved=killed", {"moved"}),
    ("moved_by=monitor&moved=killed", set()),
    ("moved_by=state&moved=injured", set()),
    ("moved_by=state&moved=nothing-known", set()),
    ("moved_by=state&disputed=any", set()),
    ("party=residents", {"disputed", "differ"}),
    ("without=residents", {"moved", "one"}),
    ("without=state", {"one"}),
    ("without=State&one_account=killed", {"one"}),
    ("without=nobody", set()),
    ("party=monitor&without=state", {"one"}),
    ("stated_since=2017", {"disputed", "differ", "moved", "one"}),
    ("stated_since=2017-05-01", {"moved", "differ"}),
    ("stated_since=2018-12-31", {"differ"}),
    ("stated_since=2019", set()),
]


def test_what_comes_out_on_a_question_who_is_not_heard_and_since_when(subtests: pytest.Subtests):
    codes = make_parted()

    for query, expected in BY_OUTCOME:
        with subtests.test(query=query):
            assert found(query) == {codes[name] for name in expected}


def test_of_a_party_without_anything_public_not_even_its_silence_is_told():
    make_parted()
    make_party(slug="hidden")

    assert found("without=hidden") == set()


def test_questions_are_offered_where_something_is_found_with_how_many_are_disputed(client: Client):
    make_parted()
    for query in ("", "?party=residents", "?disputed=killed"):
        page = client.get(f"/incidents/{query}").content.decode()

        assert "Killed (1)</option>" in page
        assert len(re.findall('<option value="killed"[^>]*>Killed', page)) == 4
        assert '<option value="injured"' not in page
    assert "Killed (0)</option>" in client.get("/incidents/?party=monitor").content.decode()


def test_counts_are_capped_and_left_out_where_too_many_fit(client: Client, monkeypatch: pytest.MonkeyPatch):
    make_parted()
    assert Count(10_000).is_more is False
    assert (Count(10_001).is_more, Count(10_001).most) == (True, "10,000")
    monkeypatch.setattr("strikes.listing.counts.MOST_COUNTED", 1)

    assert asked("").total.is_more
    assert asked("").disputed == {"any": Count(1), "killed": Count(1)}
    assert asked("party=state").disputed is None
    assert asked("one_account=killed").disputed == {"any": Count(0)}
    assert "More than 1 incidents" in client.get("/incidents/").content.decode()


def test_what_is_asked_for_stays_in_the_form_though_it_finds_nothing(client: Client):
    make_parted()

    page = client.get("/incidents/?disputed=nothing-known").content.decode()

    assert '<option value="nothing-known" selected>' in page
    assert "without “Disputed”" in page


def test_no_filter_is_told_apart_from_disputed_on_anything(client: Client):
    make_parted()

    plain = client.get("/incidents/").content.decode()
    asked_for = client.get("/incidents/?disputed=any&moved_by=state").content.decode()

    assert plain.count('<option value="" selected>no filter</option>') == 4
    assert '<option value="any">disputed on anything (1)</option>' in plain
    assert "Filtered by:" not in plain
    assert '<option value="any" selected>disputed on anything (' in asked_for
    assert "<span>Disputed: <bdi>disputed on anything</bdi></span>" in asked_for
    assert "<span>Party that changed its account: <bdi>state</bdi></span>" in asked_for
    assert "without “Party that changed its account”" in asked_for


def test_no_question_has_the_code_that_stands_for_any_of_them():
    assert not Question.objects.filter(code=ANYTHING).exists()


def test_an_office_and_its_authority_are_found_by_what_the_office_changed():
    state = make_party(slug="state")
    office, silent = make_party(slug="office", authority=state), make_party(slug="silent", authority=state)
    incident, other = publish_incident(), publish_incident()
    numbers: dict[str, Any] = {"incident": incident, "party": office, "published": True, "hedge": "exact"}
    first = make_claim(**numbers, unit="persons", count_best=40, stated="2017-03-17")
    second = make_claim(**numbers, unit="persons", count_best=46, stated="2017-05-01")
    make_supersession(second, first, kind="corrects")
    make_claim(incident=other, party=silent, published=True)
    list_all()

    assert found("moved_by=office") == found("moved_by=state") == {incident.code}
    assert found("moved_by=silent") == set()


def test_a_row_says_where_the_accounts_part_and_who_moved(client: Client):
    codes = make_parted()

    rows = {code: client.get(f"/incidents/?q={code}").content.decode() for code in codes.values()}

    disputed, differ, moved, one = (rows[codes[name]] for name in ("disputed", "differ", "moved", "one"))
    assert "State says that none is known" in disputed
    assert "Residents says: 46 people" in disputed
    assert 'class="facing facing-disputed"' in disputed
    assert 'class="facing facing-differ"' in differ
    assert "Changed its account:" in moved
    assert "<span>State</span>" in moved
    assert "No rule of this archive sets the accounts recorded here against each other" in one


def test_a_row_sets_out_the_question_that_is_asked_for():
    incident = publish_incident()
    state, residents, monitor = make_party(), make_party(), make_party()
    for code in ("injured", "killed", "missing", "killed-civilians", "children-killed", "women-killed"):
        make_claim(
            incident=incident, question=code, party=state, published=True, count_best=3, hedge="exact", unit="persons"
        )
        make_claim(
            incident=incident,
            question=code,
            party=residents,
            published=True,
            count_best=9,
            hedge="exact",
            unit="persons",
        )
    make_claim(
        incident=incident,
        question="injured",
        party=monitor,
        published=True,
        count_best=9,
        hedge="exact",
        unit="persons",
    )
    make_claim(incident=incident, question="lawful", party=state, published=True, choice=choice("lawful", "lawful"))
    make_claim(
        incident=incident, question="lawful", party=residents, published=True, choice=choice("lawful", "unlawful")
    )
    refresh([incident.pk])

    plain, asked = Listing.objects.for_list().get(), Listing.objects.for_list("missing").get()

    assert [each.question.code for each in plain.parted[:3]] == ["killed-civilians", "killed", "lawful"]
    assert [each.question.code for each in asked.parted[:3]] == ["missing", "killed-civilians", "killed"]
    assert (len(plain.also_disputed.named), len(plain.also_differing.named), plain.also_differing.more) == (1, 2, 3)
    assert (len(asked.also_disputed.named), len(asked.also_differing.named), asked.also_differing.more) == (1, 2, 3)


def make_denied_and_counted() -> Incident:
    """An incident in which civilians killed is disputed by a denial, and the numbers of others differ."""
    incident = publish_incident()
    numbers: dict[str, Any] = {"incident": incident, "question": "killed-civilians", "published": True}
    persons: dict[str, Any] = {"hedge": "exact", "unit": "persons"}
    make_claim(
        party=make_party(name="The Army"), stance="denies", count_low=100, hedge="at_least", unit="persons", **numbers
    )
    for name, count in (("The Monitor", 26), ("The Commission", 86), ("The Government", 140)):
        make_claim(party=make_party(name=name), count_best=count, **numbers, **persons)
    make_claim(party=make_party(), incident=incident, question="killed", count_best=150, published=True, **persons)
    make_claim(party=make_party(), incident=incident, question="killed", count_best=190, published=True, **persons)
    refresh([incident.pk])
    return incident


def test_a_question_that_is_disputed_and_on_which_numbers_differ_is_found_by_both(subtests: pytest.Subtests):
    code = make_denied_and_counted().code

    for query in (
        "disputed=killed-civilians",
        "differ=killed-civilians",
        "disputed=any",
        "differ=any",
        "differ=killed",
    ):
        with subtests.test(query=query):
            assert found(query) == {code}
    assert found("disputed=killed") == set()
    assert found("disputed=killed-civilians&differ=killed-civilians") == {code}


def test_a_question_in_two_conflicts_is_counted_under_each(client: Client):
    make_denied_and_counted()

    listing = Listing.objects.get()
    page = client.get("/questions/").content.decode()

    assert (listing.disputed, listing.differing) == (1, 2)
    assert asked("").disputed == {"any": Count(1), "killed-civilians": Count(1)}
    assert "disputed in 1 incident" in page
    assert page.count("numbers differ in 1 incident") == 2


ROWS = [
    ("", QuestionState.DISPUTED, "killed-civilians", ["The Army denies: at least 100 people", "140 people"]),
    ("disputed=any", QuestionState.DISPUTED, "killed-civilians", ["The Army denies", "140 people"]),
    ("differ=any", QuestionState.DIFFER, "killed-civilians", ["The Monitor says: 26 people", "140 people"]),
    (
        "differ=killed-civilians",
        QuestionState.DIFFER,
        "killed-civilians",
        ["The Monitor says: 26 people", "140 people"],
    ),
    ("differ=killed", QuestionState.DIFFER, "killed", ["150 people", "190 people"]),
]


def test_a_row_sets_out_the_conflict_that_is_asked_for(subtests: pytest.Subtests):
    make_denied_and_counted()

    for query, state, question, words in ROWS:
        with subtests.test(query=query):
            (row,) = asked(query).page.rows
            assert (row.parting.state, row.parting.question.code) == (state, question)
            assert len(row.parting.sides) == len(words)
            assert all(word in side for word, side in zip(words, row.parting.sides, strict=True))


def test_the_page_of_a_question_shows_both_conflicts(client: Client):
    make_denied_and_counted()

    page = client.get("/questions/killed-civilians/").content.decode()

    assert page.count('class="pair"') == 2
    assert "The Army denies: at least 100 people" in page
    assert "The Monitor says: 26 people" in page
