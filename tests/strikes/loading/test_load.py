"""Loading dossiers: all of the files or none, what is shared is matched, and the import is on record."""

import hashlib
import json

import pytest
from django.contrib.auth.models import User

from sources.models import Publisher, Source
from strikes.loading.load import load, machine_account
from strikes.models import Claim, Import, Incident, Party, Place
from tests.strikes.dossiers.builders import make_claim, make_dossier, with_key
from tests.strikes.loading.archive import changed_tables, dumped, load_data, refusals, rows, write

pytestmark = pytest.mark.django_db
OTHER = "SY-2017-0404-A"
SECOND_SOURCE = {
    "code": "wp-2017-0404",
    "publisher": "wp",
    "title": "Another",
    "language": "en",
    "kind": "article",
}


def another(code=OTHER):
    """A second incident, with a source of its own and all else shared with the first."""
    data = with_key(make_dossier(), "incident/code", code)
    data["sources"] = [SECOND_SOURCE]
    for claim in data["claims"]:
        claim["citations"] = [{"source": "wp-2017-0404", "wording": "reported"}]
    return data


def test_a_loaded_dossier_is_given_back_as_it_was(tmp_path):
    load_data(tmp_path, make_dossier())

    expected = make_dossier()
    for part, key in (("places", "level"), ("parties", "slug")):
        expected[part].sort(key=lambda record, key=key: record[key])
    assert dumped() == expected


def test_a_load_says_what_was_added(tmp_path):
    tally = load_data(tmp_path, make_dossier())

    assert list(tally.lines()) == [
        "places: 2 added, 0 changed, 0 left",
        "publishers: 1 added, 0 changed, 0 left",
        "parties: 3 added, 0 changed, 0 left",
        "sources: 1 added, 0 changed, 0 left",
        "incidents: 1 added, 0 changed, 0 left",
        "claims: 2 added, 0 changed, 0 left",
    ]


def test_the_same_file_twice_changes_no_row(tmp_path):
    load_data(tmp_path, make_dossier())
    before = rows()

    tally = load_data(tmp_path, make_dossier())

    assert tally.is_empty
    assert changed_tables(before) == set()


def test_a_file_that_says_the_same_in_another_order_changes_no_row(tmp_path):
    load_data(tmp_path, make_dossier())
    before = rows()
    data = make_dossier(make_claim(2, party="centcom"), make_claim(1, strength="fact"))

    load_data(tmp_path, data | {"parties": data["parties"][::-1]})

    assert changed_tables(before) == set()


def test_one_wrong_file_of_two_leaves_nothing_written(tmp_path):
    right = write(tmp_path, "a.json", make_dossier())
    wrong = write(tmp_path, "b.json", with_key(another(), "claims/1/party", "russia"))
    before = rows()

    found = refusals(right, wrong)

    assert found[0] == "b.json: /claims/1/party: The file does not define the party “russia”."
    assert changed_tables(before) == set()


def test_every_problem_of_every_file_is_named(tmp_path):
    syntax = tmp_path / "a.json"
    syntax.write_text("{")
    schema = write(tmp_path, "b.json", with_key(make_dossier(), "claims/0/number", "1"))
    rule = write(tmp_path, "c.json", with_key(another(), "incident/time_zone", "Damascus"))

    found = refusals(syntax, schema, rule, tmp_path / "d.json")

    assert [line.split(": ")[:2] for line in found] == [
        ["a.json", "/"],
        ["b.json", "/claims/0/number"],
        ["c.json", "/incident/time_zone"],
        ["d.json", "/"],
    ]
    assert found[0].startswith("a.json: /: This is not JSON: ")
    assert found[3] == "d.json: /: The file cannot be read: No such file or directory."


def test_a_trial_writes_nothing_and_says_what_a_load_would(tmp_path):
    path = write(tmp_path, "a.json", make_dossier())
    before = rows()

    trial = load([path], is_trial=True)

    assert changed_tables(before) == set()
    assert list(trial.lines()) == list(load([path]).lines())


def test_what_incidents_share_is_matched_and_not_made_twice(tmp_path):
    load_data(tmp_path, make_dossier())

    tally = load_data(tmp_path, another(), "other.json")

    assert Party.objects.count() == 3
    assert Publisher.objects.count() == 1
    assert Place.objects.count() == 2
    assert Source.objects.count() == 2
    assert (tally.left["parties"], tally.left["publishers"], tally.left["places"]) == (3, 1, 2)


def test_what_two_files_of_one_load_share_is_made_once(tmp_path):
    load([write(tmp_path, "a.json", make_dossier()), write(tmp_path, "b.json", another())])

    assert Incident.objects.count() == 2
    assert Party.objects.count() == 3


@pytest.mark.parametrize(
    ("path", "value", "where", "name"),
    [
        ("parties/0/note", "A note.", "/parties/0", "sohr"),
        ("publishers/0/country", "US", "/publishers/0", "wp"),
        ("places/1/name", "Jinah", "/places/1", "al-jinah"),
    ],
)
def test_two_files_that_define_one_thing_differently_are_refused(tmp_path, path, value, where, name):
    first = write(tmp_path, "a.json", make_dossier())
    second = write(tmp_path, "b.json", with_key(another(), path, value))

    [found] = refusals(first, second)

    assert found.startswith(f"b.json: {where}: ")
    assert found.endswith(f"a.json defines “{name}” in another way.")


def test_one_incident_in_two_files_is_refused(tmp_path):
    first, second = (write(tmp_path, name, make_dossier()) for name in ("a.json", "b.json"))

    [found] = refusals(first, second)

    assert found == "b.json: /incident/code: a.json is the same incident."


def test_one_file_named_twice_is_one_file(tmp_path, monkeypatch):
    from strikes.loading.files import find_files

    path = write(tmp_path, "a.json", make_dossier())
    monkeypatch.chdir(tmp_path)

    assert find_files([path, tmp_path, path.relative_to(tmp_path)]) == [path]


ADDRESS = "https://www.post.example/story/"
SAME_ADDRESS = "http://post.example/story#top"


def test_one_address_of_two_sources_within_a_file_is_refused(tmp_path):
    data = make_dossier()
    data["sources"][0]["addresses"] = [ADDRESS]
    data["sources"].append(SECOND_SOURCE | {"addresses": [SAME_ADDRESS]})
    data["claims"][0]["citations"].append({"source": "wp-2017-0404", "wording": "own"})

    [found] = refusals(write(tmp_path, "a.json", data))

    assert found == f"a.json: /sources/1/addresses/0: The address “{SAME_ADDRESS}” stands here a second time."


def test_one_address_of_two_sources_in_two_files_is_refused(tmp_path):
    first = write(tmp_path, "a.json", with_key(make_dossier(), "sources/0/addresses", [ADDRESS]))
    second = write(tmp_path, "b.json", with_key(another(), "sources/0/addresses", [SAME_ADDRESS]))

    [found] = refusals(first, second)

    assert found == "b.json: /sources/0/addresses/0: a.json gives this address to the source “wp-2017-0317”."


def test_an_address_that_is_another_sources_in_the_archive_is_refused(tmp_path):
    load_data(tmp_path, with_key(make_dossier(), "sources/0/addresses", [ADDRESS]))
    second = write(tmp_path, "b.json", with_key(another(), "sources/0/addresses", [SAME_ADDRESS]))

    [found] = refusals(second)

    assert found == "b.json: /sources/0/addresses/0: This address is that of the source “wp-2017-0317” already."


def test_an_address_may_pass_from_one_source_of_a_load_to_another(tmp_path):
    load_data(tmp_path, with_key(make_dossier(), "sources/0/addresses", [ADDRESS]))

    load(
        [
            write(tmp_path, "a.json", make_dossier()),
            write(tmp_path, "b.json", with_key(another(), "sources/0/addresses", [ADDRESS])),
        ]
    )

    assert dumped(OTHER)["sources"][0]["addresses"] == [ADDRESS]


def test_a_claim_that_the_archive_has_is_not_dropped(tmp_path):
    load_data(tmp_path, make_dossier(make_claim(1), make_claim(2), make_claim(3, party="centcom")))
    file = write(tmp_path, "a.json", make_dossier(make_claim(1), make_claim(3, party="centcom")))

    [found] = refusals(file)

    assert found == (
        "a.json: /claims: The archive has a claim 2, and the file has not. "
        "To take it back, keep it with the state “withdrawn” and a reason."
    )


def test_a_capture_that_the_archive_keeps_is_not_dropped(tmp_path):
    captures = [{"number": 1}, {"number": 2}]
    load_data(tmp_path, with_key(make_dossier(), "sources/0/captures", captures))
    file = write(tmp_path, "a.json", with_key(make_dossier(), "sources/0/captures", captures[1:]))

    [found] = refusals(file)

    assert found == (
        "a.json: /sources/0/captures: The archive keeps capture 1 of this source, and the file does not have it."
    )


def test_a_party_for_which_an_office_of_the_archive_speaks_does_not_become_an_office(tmp_path):
    load_data(tmp_path, make_dossier())
    data = make_dossier(make_claim(1), make_claim(2, party="united-states"))
    data["incident"]["code"] = OTHER
    data["parties"] = [data["parties"][0], data["parties"][1] | {"authority": "sohr"}]

    [found] = refusals(write(tmp_path, "a.json", data))

    assert found == (
        "a.json: /parties/1/authority: In the archive “centcom” speaks for this party, which must speak for itself."
    )


def test_a_member_of_a_joint_party_of_the_archive_does_not_become_a_joint_party(tmp_path):
    both = {"slug": "both", "name": "Both", "kind": "ngo", "group": "monitors", "members": ["centcom", "sohr"]}
    data = make_dossier(make_claim(1, party="both"))
    load_data(tmp_path, data | {"parties": [*data["parties"], both]})
    data["incident"]["code"] = OTHER
    data["parties"][0]["members"] = ["centcom", "united-states"]
    data["claims"] = [make_claim(1)]

    [found] = refusals(write(tmp_path, "a.json", data))

    assert found == (
        "a.json: /parties/0/members: In the archive this party is a member of “both”, and so no joint party itself."
    )


def test_a_place_in_which_a_place_of_the_archive_lies_stays_coarser(tmp_path):
    places = [
        {"slug": "syria", "name": "Syria", "level": "country"},
        {"slug": "aleppo", "name": "Aleppo", "level": "region", "parent": "syria"},
        {"slug": "al-jinah", "name": "al-Jinah", "level": "settlement", "parent": "aleppo"},
    ]
    load_data(tmp_path, make_dossier(places=places))
    data = another() | {"places": [places[0], places[1] | {"level": "site"}]}
    data["incident"]["place"] = "aleppo"

    [found] = refusals(write(tmp_path, "a.json", data))

    assert found == "a.json: /places/1/level: In the archive “al-jinah” lies in this place, which must be coarser."


def test_what_only_the_database_refuses_is_told_with_the_file(tmp_path):
    """An office changes its authority; elsewhere a claim of it supersedes one of its old authority."""
    later = make_claim(2, party="centcom", supersedes=[{"claim": 1, "kind": "corrects"}])
    load_data(tmp_path, make_dossier(make_claim(1, party="united-states"), later, make_claim(3)))
    data = make_dossier(make_claim(1), make_claim(2, party="centcom"), make_claim(3, party="united-states"))
    data["incident"]["code"] = OTHER
    data["parties"][2]["authority"] = "sohr"
    before = rows()

    [found] = refusals(write(tmp_path, "a.json", data))

    assert found.startswith("a.json: /: A claim supersedes another, which this would no longer allow.")
    assert changed_tables(before) == set()


def test_the_import_is_on_record_and_approves_what_it_publishes(tmp_path):
    user = User.objects.create_user("editor")
    path = write(tmp_path, "jinah.json", make_dossier(make_claim(1), make_claim(2, party="centcom", state="draft")))

    load([path], user=user)

    record = Import.objects.get()
    assert (record.loaded_by, record.account_name, record.file_name) == (user, "editor", "jinah.json")
    assert record.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert record.incident.code == "SY-2017-0316-A"
    assert dict(Claim.objects.values_list("number", "approved_in")) == {1: record.pk, 2: None}


def test_a_load_without_an_account_is_on_record_under_that_of_the_machine(tmp_path):
    load_data(tmp_path, make_dossier())

    record = Import.objects.get()
    assert record.loaded_by is None
    assert record.account_name == machine_account() != ""


def test_an_edit_is_approved_by_its_import_and_what_it_left_by_the_first(tmp_path):
    load_data(tmp_path, make_dossier())
    first = Import.objects.get()

    load_data(tmp_path, with_key(make_dossier(), "claims/0/note", "A note."))

    second = Import.objects.exclude(pk=first.pk).get()
    assert dict(Claim.objects.values_list("number", "approved_in")) == {1: second.pk, 2: first.pk}


def test_a_file_of_which_only_what_it_shares_was_edited_is_on_record_too(tmp_path):
    load_data(tmp_path, make_dossier())

    load_data(tmp_path, with_key(make_dossier(), "sources/0/title", "Another title"), "edited.json")

    assert Import.objects.filter(file_name="edited.json").exists()


def test_a_whole_folder_is_loaded(tmp_path):
    from strikes.loading.files import find_files

    for name, data in (("b.json", another()), ("a.json", make_dossier())):
        write(tmp_path, name, data)
    (tmp_path / "notes.txt").write_text("no dossier")

    load(find_files([tmp_path]))

    assert list(Incident.objects.order_by("code").values_list("code", flat=True)) == ["SY-2017-0316-A", OTHER]
    assert json.loads((tmp_path / "a.json").read_text()) == make_dossier()
