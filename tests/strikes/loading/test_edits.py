"""An edited file updates its incident, part for part, and touches nothing else."""

import pytest

from strikes.models import Claim, Incident, Revision
from tests.strikes.dossiers.builders import make_claim, make_dossier, with_key
from tests.strikes.loading.archive import changed_tables, dumped, load_data, rows

pytestmark = pytest.mark.django_db
BOTH = {"slug": "us-and-monitor", "name": "Both", "kind": "ngo", "group": "monitors", "members": ["centcom", "sohr"]}
CITATION = {"source": "wp-2017-0317", "wording": "reported"}
PRINTED = CITATION | {"role": "printed_differently", "printed": "94 killed."}
SUBJECT = {"code": "mosque", "kind": "building", "label": "the mosque"}


def denial(number, denies, party="centcom"):
    """A claim that denies another, and gives no answer of its own."""
    claim = make_claim(number, party=party, stance="denies", denies=denies)
    del claim["answer"]
    return claim


def whole():
    """A dossier that has one of everything that can be edited."""
    data = make_dossier(
        make_claim(1, subject="mosque", question="building-hit", answer={"yes": False}),
        make_claim(2),
        make_claim(3, party="centcom", question="carried-out-by", answer={"one_of": ["centcom", "sohr"]}),
        make_claim(4, relations=[{"claim": 1, "kind": "supports", "by": "editor"}]),
        make_claim(5, supersedes=[{"claim": 4, "kind": "updates"}]),
        make_claim(6, stance="no_evidence", answer={"best": 50}, citations=[CITATION, PRINTED]),
        denial(7, denies=5, party="us-and-monitor"),
    )
    data["subjects"] = [SUBJECT]
    data["parties"] += [BOTH]
    data["incident"]["other_archives"] = [{"archive": "Airwars", "identifier": "CS1"}]
    data["places"][1]["names"] = [{"text": "Jinah"}]
    data["sources"][0] |= {"addresses": ["https://post.example/a"], "captures": [{"number": 1, "headline": "Before"}]}
    for part in ("places", "parties", "publishers"):
        data[part].sort(key=lambda record: (record.get("level", ""), record["slug"]))
    return data


OVERTAKEN = {"claim": 5, "kind": "overtaken_by", "by": "editor", "reason": "It said so itself."}
CHANGES = [
    ("incident/title", "Strike at Jinah", {"Incident"}),
    ("incident/filed", "2017-03-16/2017-03-17", {"Incident"}),
    ("incident/clock_from", "18:55", {"Incident"}),
    ("incident/state", "draft", {"Incident"}),
    ("incident/other_archives/0/identifier", "CS2", {"OtherArchive"}),
    ("places/1/names/0/text", "الجينة", {"PlaceName"}),
    ("places/1/name", "Jinah", {"Place", "PlaceName"}),
    ("publishers/0/country", "US", {"Publisher"}),
    ("parties/1/note", "Based in Coventry.", {"Party"}),
    ("parties/0/part_of", "sohr", {"Party"}),
    ("parties/3/members", ["centcom", "united-states"], {"Membership"}),
    ("sources/0/addresses/0", "https://post.example/b", {"Address"}),
    ("sources/0/title", "Another", {"Source", "Address"}),
    ("sources/0/captures/0/headline", "After", {"Capture"}),
    ("sources/0/published", "2017-03-17", {"Source"}),
    ("subjects/0/label", "the hall", {"Subject"}),
    ("claims/0/note", "A note.", {"Claim"}),
    ("claims/1/answer", {"low": 46, "hedge": "at_least"}, {"Claim"}),
    ("claims/1/speaker", {"name": "Rami Abdulrahman", "how_named": "named"}, {"Claim"}),
    ("claims/1/state", "draft", {"Claim"}),
    ("claims/1/citations/0/quotation", "at least 42", {"Citation"}),
    ("claims/5/stance", "asserts", {"Claim"}),
    ("claims/5/citations/1/alleged_by", "sohr", {"Citation"}),
    ("claims/6/denies", 2, {"Claim"}),
    ("claims/3/relations/0", OVERTAKEN, {"ClaimRelation"}),
    ("claims/2/answer/one_of", ["sohr", "united-states"], {"Alternative"}),
    ("claims/3/relations/0/kind", "casts_doubt", {"ClaimRelation"}),
    ("claims/4/supersedes/0/kind", "corrects", {"Supersession"}),
]
# What stands under a claim or a source is written anew with it, and an import approves what it changed.
FOLLOWING = {"Import", "Claim", "Citation", "Alternative", "Supersession", "ClaimRelation", "Address", "PlaceName"}


@pytest.mark.parametrize(("path", "value", "tables"), CHANGES, ids=[path for path, *_rest in CHANGES])
def test_an_edit_of_one_value_is_taken_over_and_nothing_else_differs(tmp_path, path, value, tables):
    edited = with_key(whole(), path, value)
    load_data(tmp_path, whole())
    before = rows()

    load_data(tmp_path, edited)

    assert dumped() == edited
    assert tables <= changed_tables(before) <= tables | FOLLOWING


def test_a_point_that_is_given_to_a_place_is_taken_over(tmp_path):
    edited = with_key(with_key(whole(), "places/1/longitude", 36.8), "places/1/latitude", 36.1)
    load_data(tmp_path, whole())

    load_data(tmp_path, edited)

    assert dumped() == edited


NOTICE = {"on": "2026-11-26", "reason": "It was entered twice."}


def withdrawn(notice=NOTICE, state="withdrawn"):
    """The second claim withdrawn, or a draft that was."""
    return with_key(whole(), "claims/1/state", state) | {"withdrawn": [{"claim": 2} | notice]}


@pytest.mark.parametrize("state", ["withdrawn", "draft"])
def test_a_claim_withdrawn_by_a_file_comes_back_as_it_went_in(tmp_path, state):
    load_data(tmp_path, whole())
    before = rows()

    load_data(tmp_path, withdrawn(state=state))

    assert dumped() == withdrawn(state=state)
    assert changed_tables(before) <= FOLLOWING
    claim = Claim.objects.get(number=2)
    assert (claim.state, claim.withdrawn_reason, claim.withdrawn_by) == (state, "It was entered twice.", None)


def test_a_notice_alone_is_a_change_of_its_claim(tmp_path):
    load_data(tmp_path, withdrawn())

    tally = load_data(tmp_path, withdrawn(NOTICE | {"reason": "It was read wrongly."}))

    assert (tally.changed["claims"], tally.left["claims"]) == (1, 6)
    assert Claim.objects.get(number=2).withdrawn_reason == "It was read wrongly."


def test_what_was_published_once_is_known_of_a_draft_that_a_file_makes_of_it(tmp_path):
    load_data(tmp_path, with_key(whole(), "claims/2/state", "draft"))

    load_data(tmp_path, with_key(with_key(whole(), "claims/1/state", "draft"), "claims/2/state", "draft"))

    once = Claim.objects.order_by("number").values_list("has_been_published", flat=True)
    assert list(once) == [True, True, False, True, True, True, True]


def test_a_withdrawn_incident_and_each_change_of_its_notice_move_the_revision(tmp_path):
    load_data(tmp_path, whole())
    revisions = [Revision.current()]

    for notice in (NOTICE, NOTICE | {"on": "2026-11-27"}):
        data = with_key(whole(), "incident/state", "withdrawn") | {"withdrawn": [notice]}
        load_data(tmp_path, data)
        revisions.append(Revision.current())
        assert dumped() == data

    assert revisions == sorted(set(revisions))


def test_only_the_claim_that_was_edited_is_written(tmp_path):
    load_data(tmp_path, whole())
    before = {row["number"]: row for row in Claim.objects.values()}

    tally = load_data(tmp_path, with_key(whole(), "claims/1/note", "A note."))

    after = {row["number"]: row for row in Claim.objects.values()}
    assert [number for number in after if after[number] != before[number]] == [2]
    assert (tally.changed["claims"], tally.left["claims"]) == (1, 6)
    assert after[2]["id"] == before[2]["id"]


def test_an_edit_of_one_incident_leaves_another_as_it_is(tmp_path):
    other = with_key(whole(), "incident/code", "SY-2017-0404-A")
    load_data(tmp_path, whole())
    load_data(tmp_path, other, "other.json")
    before = dumped("SY-2017-0404-A")

    load_data(tmp_path, with_key(whole(), "claims/1/note", "A note."))

    assert dumped("SY-2017-0404-A") == before == other


def add(part, record):
    def change(data):
        data[part].append(record)
        return data

    return change


@pytest.mark.parametrize(
    "change",
    [
        add("claims", make_claim(9)),
        add("subjects", {"code": "school", "kind": "building", "label": "the school"}),
        lambda data: with_key(data, "sources/0/captures", [*data["sources"][0]["captures"], {"number": 2}]),
        lambda data: with_key(data, "sources/0/addresses", ["https://post.example/c", "https://post.example/a"]),
        lambda data: with_key(data, "claims/0/citations", data["claims"][0]["citations"] * 2),
        lambda data: with_key(data, "claims/1/supersedes", [{"claim": 1, "kind": "corrects"}]),
        lambda data: with_key(data, "claims/3/relations", []),
        lambda data: with_key(data, "claims/4/supersedes", []),
        lambda data: with_key(data, "places/1/names", []),
        lambda data: with_key(data, "incident/other_archives", []),
    ],
    ids=[
        "a claim more",
        "a subject more",
        "a capture more",
        "an address more",
        "a citation more",
        "a supersession more",
        "a relation less",
        "a supersession less",
        "a name less",
        "another archive less",
    ],
)
def test_what_is_added_or_taken_away_is_taken_over(tmp_path, change):
    load_data(tmp_path, whole())
    edited = change(whole())

    load_data(tmp_path, edited)

    expected = {key: value for key, value in edited["incident"].items() if value != []}
    found = dumped()
    assert found["incident"] == expected
    assert without_empty(found) == without_empty(edited)


def without_empty(value):
    """The value without the empty arrays in it, which say no more than their absence."""
    if isinstance(value, dict):
        return {key: without_empty(one) for key, one in value.items() if one != []}
    return [without_empty(one) for one in value] if isinstance(value, list) else value


def test_a_subject_of_which_no_claim_speaks_any_more_goes_and_is_counted(tmp_path):
    load_data(tmp_path, whole())
    edited = with_key(with_key(whole(), "subjects", []), "claims/0/subject", "mosque")
    del edited["claims"][0]["subject"], edited["subjects"]

    tally = load_data(tmp_path, edited)

    assert dumped() == edited
    assert "subjects: 0 added, 0 changed, 0 left, 1 removed" in list(tally.lines())


def test_a_claim_may_pass_to_a_question_of_another_kind(tmp_path):
    load_data(tmp_path, whole())
    edited = with_key(whole(), "claims/2/question", "struck")
    edited = with_key(edited, "claims/2/answer", {"one_of": ["community-hall", "mosque"]})

    load_data(tmp_path, edited)

    assert dumped() == edited


def test_alternatives_may_become_one_answer_and_back(tmp_path):
    single = with_key(whole(), "claims/2/answer", {"party": "sohr"})
    load_data(tmp_path, whole())

    load_data(tmp_path, single)
    assert dumped() == single
    load_data(tmp_path, whole())

    assert dumped() == whole()


def test_a_chain_of_supersessions_may_be_turned_round(tmp_path):
    turned = with_key(whole(), "claims/4/supersedes", [])
    turned = with_key(turned, "claims/3/supersedes", [{"claim": 5, "kind": "updates"}])
    load_data(tmp_path, whole())

    load_data(tmp_path, turned)

    assert without_empty(dumped()) == without_empty(turned)


def test_a_denial_and_what_it_denies_may_change_places(tmp_path):
    load_data(tmp_path, make_dossier(make_claim(1), denial(2, denies=1)))
    turned = make_dossier(denial(1, denies=2), make_claim(2))

    load_data(tmp_path, turned)

    assert dumped()["claims"] == turned["claims"]


def test_an_office_that_speaks_for_another_authority_carries_its_claims_along(tmp_path):
    load_data(tmp_path, whole())
    edited = with_key(whole(), "parties/0/authority", "sohr")
    edited["parties"] = [party for party in edited["parties"] if party["slug"] != "united-states"]

    load_data(tmp_path, edited)

    assert dumped() == edited
    assert Claim.objects.get(party__slug="centcom").authority.slug == "sohr"


def test_an_office_may_pass_to_another_authority_with_the_supersession_that_forbade_it_taken_away(tmp_path):
    before = make_dossier(
        make_claim(1, party="united-states"),
        make_claim(2, party="centcom", supersedes=[{"claim": 1, "kind": "corrects"}]),
        make_claim(3),
    )
    load_data(tmp_path, before)
    after = with_key(with_key(before, "parties/2/authority", "sohr"), "claims/1/supersedes", [])

    load_data(tmp_path, after)

    assert Claim.objects.get(party__slug="centcom").authority.slug == "sohr"


def test_an_incident_that_goes_back_to_a_draft_is_found_again(tmp_path):
    load_data(tmp_path, whole())

    load_data(tmp_path, with_key(whole(), "incident/state", "draft"))

    assert Incident.objects.get().state == "draft"
