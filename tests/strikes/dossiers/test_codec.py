"""From JSON to a dossier and back: what is not JSON, what departs from the schema, and the canonical form."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strikes.dossiers.canonical import canonical
from strikes.dossiers.codec import SCHEMA, Unreadable, dump, load, pointer
from strikes.dossiers.dossier import THE_ORGANISATION, Speaker
from strikes.vocabulary.terms import HowNamed
from tests.examples import examples
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, problems, read, with_key


def refusals(content: bytes) -> list[tuple[str, str]]:
    """Where and why these bytes are no dossier."""
    with pytest.raises(Unreadable) as refused:
        load(content)
    return [(problem.pointer, problem.sentence) for problem in refused.value.problems]


def test_a_minimal_dossier_is_valid():
    assert problems(make_dossier()) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This is not JSON: Expecting value: line 1 column 1 (char 0)."),
        (b'{"incident": }', "This is not JSON: Expecting value: line 1 column 14 (char 13)."),
        (b'{"a": 1, "a": 2}', "This is not JSON: the key “a” stands twice in one object."),
        (b'{"a": NaN}', "This is not JSON: NaN is no number."),
        (b'{"a": -Infinity}', "This is not JSON: -Infinity is no number."),
        (b'{"a": 1e999}', "This is not JSON: 1e999 is no number."),
    ],
)
def test_what_is_not_json_is_refused_as_a_whole(content, sentence):
    assert refusals(content) == [("", sentence)]


@pytest.mark.parametrize(
    "content",
    [b'{"a": \xff}', "{}".encode("utf-16"), b"[" * 900 + b"]" * 900, b"[" * 100_000, b'{"a":' + b"9" * 5000 + b"}"],
    ids=["not UTF-8", "UTF-16", "deep", "very deep", "5,000 digits"],
)
def test_what_cannot_be_read_at_all_is_refused_in_one_sentence(content):
    [(where, sentence)] = refusals(content)

    assert where == ""
    assert sentence.startswith("This is not JSON: ")


def test_a_byte_order_mark_does_no_harm():
    assert load(b"\xef\xbb\xbf" + json.dumps(make_dossier()).encode()) == read(make_dossier())


def test_a_repeated_key_is_found_in_every_depth():
    content = json.dumps(make_dossier()).replace('"number": 1', '"number": 1, "number": 3', 1).encode()

    assert refusals(content) == [("", "This is not JSON: the key “number” stands twice in one object.")]


@pytest.mark.parametrize(
    ("path", "value", "where", "sentence"),
    [
        ("claims/0/number", "1", "/claims/0/number", '"1" is not of type "integer".'),
        ("claims/0/number", 0, "/claims/0/number", "0 is less than the minimum of 1."),
        ("claims/0/number", 2**31, "/claims/0/number", "2147483648 is greater than the maximum of 2147483647."),
        ("claims/0/answer", {}, "/claims/0/answer", "{} has less than 1 property."),
        ("claims/0/answer", {"best": -1}, "/claims/0/answer/best", "-1 is less than the minimum of 0."),
        ("incident/latitude", 91, "/incident/latitude", "91 is greater than the maximum of 90."),
        ("incident/titel", "x", "/incident", "No key is called: titel."),
        ("incident/summary", "a\0b", "/incident/summary", None),
        ("incident/summary", "\ud800", "/incident/summary", None),
        ("incident/\ud800", "x", "/incident", None),
        ("sources/0/addresses", ["javascript:alert(1)"], "/sources/0/addresses/0", None),
        ("sources/0/captures", [{"number": 1, "seen_at": "2017-03-17"}], "/sources/0/captures/0/seen_at", None),
        ("sources/0/language", "english", "/sources/0/language", None),
        ("claims", {}, "/claims", '{} is not of type "array".'),
    ],
)
def test_a_departure_from_the_schema_is_found_at_its_place(path, value, where, sentence):
    [found] = problems(with_key(make_dossier(), path, value))

    assert found[0] == where
    assert sentence in (None, found[1])


@pytest.mark.parametrize("key", ["code", "title", "filed", "place", "precision"])
def test_a_required_key_that_is_missing_is_named(key):
    data = make_dossier()
    del data["incident"][key]

    assert problems(data) == [("/incident", f"The key “{key}” is missing.")]


def test_several_departures_from_the_schema_are_all_found():
    data = with_key(make_dossier(), "claims/0/number", "1")
    data = with_key(data, "claims/1/stance", "says")
    data = with_key(data, "incident/precision", None)

    assert [where for where, _sentence in problems(data)] == [
        "/incident/precision",
        "/claims/0/number",
        "/claims/1/stance",
    ]


def test_a_sentence_does_not_repeat_a_long_text():
    [(_where, sentence)] = problems(with_key(make_dossier(), "claims/0", "x" * 10_000))

    assert len(sentence) < 400


def test_whatever_is_no_object_is_no_dossier():
    assert refusals(b"[]") == [("", '[] is not of type "object".')]


def test_a_whole_number_may_be_written_with_a_point():
    data = with_key(make_dossier(), "claims/0/number", 1.0)

    assert read(data).claims[0].number == 1


def test_the_address_of_the_schema_is_ignored():
    assert read({"$schema": "schema.json"} | make_dossier()) == read(make_dossier())


def test_a_pointer_escapes_what_its_steps_contain():
    assert pointer("claims", 0, "a/b~c") == "/claims/0/a~1b~0c"


def test_a_speaker_is_the_organisation_where_nothing_is_said():
    assert read(make_dossier()).claims[0].speaker == THE_ORGANISATION


def test_a_speaker_who_is_named_for_the_organisation_is_given_back():
    speaker = Speaker(name="Rami Abdulrahman", how_named=HowNamed.ORGANISATION)
    dossier = read(make_dossier(make_claim(speaker={"name": "Rami Abdulrahman", "how_named": "organisation"})))

    assert load(dump(dossier)).claims[0].speaker == speaker


def rich() -> dict[str, Any]:
    """A dossier in canonical form that has an array of several of everything that is put in order."""
    data = make_dossier(
        make_claim(1, question="carried-out-by", answer={"one_of": ["centcom", "sohr"]}),
        make_claim(2, supersedes=[{"claim": 1, "kind": "updates"}]),
        make_claim(
            3,
            supersedes=[{"claim": 1, "kind": "corrects"}, {"claim": 2, "kind": "updates"}],
            relations=[
                {"claim": 1, "kind": "repeats", "by": "editor"},
                {"claim": 2, "kind": "supports", "by": "party"},
            ],
        ),
    )
    data["incident"]["other_archives"] = [{"archive": name, "identifier": "1"} for name in ("Airwars", "UCDP GED")]
    data["subjects"] = [{"code": code, "kind": "building", "label": code} for code in ("hall", "mosque")]
    data["sources"] = [data["sources"][0] | {"code": code} for code in ("wp-2017-0317", "wp-2017-0318", "wp-2017-0319")]
    data["sources"][2]["relays"] = ["wp-2017-0317", "wp-2017-0318"]
    data["sources"][0]["captures"] = [{"number": 1}, {"number": 2, "seen_at": "2017-03-17T23:38:22Z"}]
    for part in ("places", "publishers", "parties"):
        data[part].sort(key=lambda record: (record.get("level", ""), record["slug"]))
    return data


def canonical_bytes(data: dict[str, Any]) -> bytes:
    return dump(canonical(read(data), QUESTIONS))


@given(st.randoms(use_true_random=False))
@examples(50)
def test_arrays_without_an_order_of_their_own_give_the_same_bytes_in_any(chance: random.Random):
    data = rich()
    arrays = [data[part] for part in ("places", "publishers", "parties", "sources", "subjects", "claims")]
    arrays += [data["incident"]["other_archives"], data["sources"][2]["relays"], data["sources"][0]["captures"]]
    arrays += [data["claims"][2]["supersedes"], data["claims"][2]["relations"], data["claims"][0]["answer"]["one_of"]]
    for array in arrays:
        chance.shuffle(array)

    assert canonical_bytes(data) == canonical_bytes(rich())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("incident/summary", ""),
        ("incident/state", "published"),
        ("subjects", []),
        ("sources/0/consulted", "original"),
        ("sources/0/is_withheld", False),
        ("claims/0/speaker", {"how_named": "organisation"}),
        ("claims/0/strength", "fact"),
        ("claims/0/answer", {"best": 42, "hedge": "exact"}),
        ("claims/0/answer", {"best": 42, "unit": "persons"}),
        ("claims/0/answer", {"unit": "persons", "best": 42.0}),
        ("claims/0/citations/0/role", "evidence"),
        ("incident/filed", " 2017-03-16"),
    ],
)
def test_a_default_that_is_spelled_out_gives_the_same_bytes(path, value):
    assert canonical_bytes(with_key(make_dossier(), path, value)) == canonical_bytes(make_dossier())


@pytest.mark.parametrize("moment", ["2017-03-17T23:38:22Z", "2017-03-18T01:38:22+02:00", "2017-03-17T23:38:22.5Z"])
def test_a_moment_is_given_back_in_utc_to_the_second(moment):
    data = with_key(make_dossier(), "sources/0/captures", [{"number": 1, "seen_at": moment}])

    assert canonical(read(data), QUESTIONS).sources[0].captures[0].seen_at == "2017-03-17T23:38:22Z"


def test_a_moment_before_the_year_1000_keeps_its_four_digits():
    data = with_key(make_dossier(), "sources/0/captures", [{"number": 1, "seen_at": "0999-03-17T23:38:22Z"}])

    assert canonical(read(data), QUESTIONS).sources[0].captures[0].seen_at == "0999-03-17T23:38:22Z"


def test_the_canonical_form_is_that_of_itself():
    content = canonical_bytes(rich())

    assert dump(canonical(load(content), QUESTIONS)) == content
    assert dump(load(content)) == content


def test_the_canonical_form_is_utf_8_one_space_a_level_and_a_newline_at_the_end():
    content = canonical_bytes(with_key(make_dossier(), "places/1/names", [{"text": "الجينة", "language": "ar"}]))

    assert "الجينة".encode() in content
    assert content.startswith(b'{\n "incident": {\n  "code"')
    assert content.endswith(b"}\n")


def test_the_example_of_the_readme_is_valid():
    readme = SCHEMA.with_name("README.md").read_text()
    example = readme.partition("```json\n")[2].partition("```")[0]

    assert problems(json.loads(example)) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
PLACES = [
    "incident",
    "incident/code",
    "incident/filed",
    "places/0",
    "sources/0/captures",
    "claims/0",
    "claims/0/answer",
]


@given(st.sampled_from([*PLACES, "claims/0/citations/0/source", "claims/0/number", "claims/0/supersedes"]), JSON)
@examples(200)
def test_whatever_stands_anywhere_is_read_or_refused_with_sentences(path: str, value: Any):
    for where, sentence in problems(with_key(make_dossier(), path, value)):
        assert where == "" or where.startswith("/")
        assert sentence.endswith(".")


@given(st.binary(max_size=200))
@examples(100)
def test_any_bytes_are_read_or_refused_with_sentences(content: bytes):
    for _where, sentence in refusals(content):
        assert sentence.endswith(".")
