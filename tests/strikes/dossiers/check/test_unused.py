"""What a dossier defines and nothing in it names is refused: it would be lost between a load and a dump."""

import pytest

from tests.strikes.dossiers.builders import make_claim, make_dossier, problems

SOURCE = {"code": "wp-2017-0318", "publisher": "wp", "title": "Second", "language": "en", "kind": "article"}


@pytest.mark.parametrize(
    ("part", "record", "what", "name"),
    [
        ("places", {"slug": "iraq", "name": "Iraq", "level": "country"}, "place", "iraq"),
        ("publishers", {"slug": "ap", "name": "AP", "kind": "agency"}, "publisher", "ap"),
        ("parties", {"slug": "russia", "name": "Russia", "kind": "state", "group": "conflict"}, "party", "russia"),
        ("sources", SOURCE, "source", "wp-2017-0318"),
    ],
)
def test_what_nothing_in_the_file_names_is_refused(part, record, what, name):
    data = make_dossier()
    data[part] = [*data[part], record]

    [found] = problems(data)

    key = "code" if part == "sources" else "slug"
    assert found == (f"/{part}/{len(data[part]) - 1}/{key}", f"Nothing in the file names the {what} “{name}”.")


def test_what_is_named_by_nothing_but_what_nothing_names_is_refused_too():
    data = make_dossier()
    data["publishers"].append({"slug": "ap", "name": "AP", "kind": "agency"})
    data["sources"].append(SOURCE | {"publisher": "ap", "relays": ["wp-2017-0317"]})

    found = problems(data)

    assert [where for where, _sentence in found] == ["/publishers/1/slug", "/sources/1/code"]


def test_what_is_reached_along_other_definitions_is_used():
    data = make_dossier(make_claim(1), make_claim(2, told_by="centcom"))
    data["sources"][0]["relays"] = ["wp-2017-0318"]
    data["publishers"] += [{"slug": slug, "name": slug, "kind": "agency"} for slug in ("ap", "group")]
    data["publishers"][1]["parent"] = "group"
    data["sources"].append(SOURCE | {"publisher": "ap"})

    assert problems(data) == []


def test_a_party_of_the_name_of_a_choice_is_not_used_by_that_choice():
    data = make_dossier(make_claim(question="the-dead", answer={"one_of": ["civilians", "fighters"]}))
    data["parties"] = [data["parties"][0], data["parties"][1] | {"slug": "fighters"}]

    assert problems(data) == [("/parties/1/slug", "Nothing in the file names the party “fighters”.")]


def test_a_subject_may_stand_alone():
    assert problems(make_dossier(subjects=[{"code": "mosque", "kind": "building", "label": "the mosque"}])) == []
