"""What is wrong with a dossier beyond its schema: one change to a valid one, one problem at its place."""

from typing import Any

import pytest
from msgspec.structs import replace

from strikes.dossiers.check.dossier import check
from strikes.dossiers.codec import Problem
from strikes.vocabulary.questions import Questions
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, problems, read, with_key

ARCHIVES = [{"archive": "Airwars", "identifier": "CS1"}] * 2
CAPTURES = [{"number": 1}, {"number": 1}]
PARTIES = make_dossier()["parties"]
CITATION = {"source": "wp-2017-0317", "wording": "own"}
NAMES = [{"text": "الجينة"}, {"text": "الجينة", "language": "ar"}]


@pytest.mark.parametrize(
    ("path", "value", "where", "sentence"),
    [
        ("incident/filed", "2017-99", "/incident/filed", "“2017-99” is not a date that this archive reads."),
        ("incident/filed", "2017~", "/incident/filed", "An incident is filed under at most 366 days."),
        ("incident/time_zone", "Damascus", "/incident/time_zone", "“Damascus” is no time zone. Write its IANA name, "),
        ("incident/latitude", 36.1, "/incident/latitude", "A point needs both latitude and longitude."),
        (
            "incident/other_archives",
            ARCHIVES,
            "/incident/other_archives/1",
            "The record “Airwars CS1” stands here a second time.",
        ),
        ("places/1/longitude", 36.1, "/places/1/latitude", "A point needs both latitude and longitude."),
        ("places/1/level", "country", "/places/1/parent", "A country lies in no other place, and every other place "),
        ("places/1/names", NAMES, "/places/1/names/1/text", "The name “الجينة” stands here a second time."),
        ("publishers/0/parent", "post", "/publishers/0/parent", "The file does not define the publisher “post”."),
        ("publishers/0/parent", "wp", "/publishers/0/parent", "A publisher cannot belong to itself, by whatever way "),
        ("parties/0/authority", "syria", "/parties/0/authority", "The file does not define the party “syria”."),
        ("parties/0/authority", "sohr", "/parties/0/authority", "An authority speaks for itself: name the party at "),
        ("parties/0/authority", "centcom", "/parties/0/authority", "An authority speaks for itself: name the party "),
        ("parties/0/part_of", "syria", "/parties/0/part_of", "The file does not define the party “syria”."),
        ("parties/0/part_of", "sohr", "/parties/0/part_of", "A party cannot be part of itself, by whatever way round."),
        ("parties/1/part_of", "centcom", "/parties/1/part_of", "A party cannot be part of itself, by whatever way "),
        ("parties/2/part_of", "united-states", "/parties/2/part_of", "It speaks for this party, or it is only a part "),
        ("parties/0/members", ["centcom", "syria"], "/parties/0/members/1", "The file does not define the party "),
        ("parties/2/members", ["sohr", "united-states"], "/parties/2/authority", "A joint party is its own authority"),
        ("parties/0/publisher", "post", "/parties/0/publisher", "The file does not define the publisher “post”."),
        ("sources/0/published", "March", "/sources/0/published", "“March” is not a date that this archive reads."),
        ("sources/0/relays", ["ap"], "/sources/0/relays/0", "The file does not define the source “ap”."),
        ("sources/0/relays", ["wp-2017-0317"], "/sources/0/relays", "A source cannot relay itself, by whatever way "),
        (
            "sources/0/captures",
            CAPTURES,
            "/sources/0/captures/1/number",
            "The number “1” stands here a second time.",
        ),
        (
            "sources/0/captures",
            [{"number": 1, "seen_at": "2016-12-31T23:59:60Z"}],
            "/sources/0/captures/0/seen_at",
            "“2016-12-31T23:59:60Z” is no moment.",
        ),
        (
            "sources/0/captures",
            [{"number": 1, "seen_at": "0001-01-01T00:00:00+12:00"}],
            "/sources/0/captures/0/seen_at",
            "“0001-01-01T00:00:00+12:00” is no moment.",
        ),
        (
            "sources/0/addresses",
            ["https://www.post.example/a/", "http://post.example/a#top"],
            "/sources/0/addresses/1",
            "The address “http://post.example/a#top” stands here a second time.",
        ),
    ],
)
def test_a_problem_of_the_incident_or_of_what_it_shares_is_found_at_its_place(path, value, where, sentence):
    [found] = problems(with_key(make_dossier(), path, value))

    assert found[0] == where
    assert found[1].startswith(sentence)


def test_joint_parties_of_joint_parties_and_members_that_consist_of_the_whole_are_found():
    both = {"slug": "both", "name": "Both", "kind": "ngo", "group": "monitors", "members": ["sohr", "centcom"]}
    all_of_them = both | {"slug": "all-of-them", "members": ["both", "united-states"]}
    monitor = PARTIES[0] | {"part_of": "both"}

    found = problems(
        make_dossier(
            make_claim(1, told_by="all-of-them"),
            make_claim(2, party="centcom"),
            parties=[monitor, *PARTIES[1:], both, all_of_them],
        )
    )

    assert [(where, sentence[:40]) for where, sentence in found] == [
        ("/parties/0/part_of", "A party cannot be part of itself, by wha"),
        ("/parties/3/members", "A party cannot be part of itself, by wha"),
        ("/parties/4/members/0", "The members of a joint party are no join"),
    ]


@pytest.mark.parametrize(
    ("path", "value", "where", "sentence"),
    [
        ("subject", "mosque", "subject", "The file does not define the subject “mosque”."),
        ("told_by", "posts", "told_by", "The file does not define the party “posts”."),
        ("stated", "March", "stated", "“March” is not a date that this archive reads."),
        ("question", "slain", "question", "This archive has no question “slain”."),
        ("answer", None, "answer", "To assert, deny or find no evidence of an answer, a claim needs one."),
        (
            "answer",
            {"yes": True, "best": 1},
            "answer/yes",
            "“yes” does not answer the question “Killed”, which takes: number.",
        ),
        ("denies", 2, "denies", "Claim 1: only a denial names a claim, and in place of an answer of its own."),
        ("answer", {"low": 1}, "answer/hedge", "With “exactly” goes: best; "),
        ("citations", [], "citations", "A published claim needs at least one citation where it can be read "),
        (
            "citations",
            [CITATION | {"role": "context"}],
            "citations",
            "A published claim needs at least one citation where it can be read ",
        ),
        (
            "citations",
            [CITATION, CITATION | {"source": "ap"}],
            "citations/1/source",
            "The file does not define the source “ap”.",
        ),
        (
            "citations",
            [CITATION | {"capture": 2}],
            "citations/0/capture",
            "The source “wp-2017-0317” has no capture 2.",
        ),
        (
            "citations",
            [CITATION, CITATION | {"role": "printed_differently"}],
            "citations/1/printed",
            "Say what is printed differently, and only where the role says so.",
        ),
        (
            "citations",
            [CITATION | {"printed": "45"}],
            "citations/0/printed",
            "Say what is printed differently, and only where the role says so.",
        ),
        (
            "citations",
            [CITATION | {"alleged_by": "sohr"}],
            "citations/0/alleged_by",
            "Only what is printed differently is a misprint that somebody can allege.",
        ),
        (
            "citations",
            [CITATION, CITATION | {"role": "printed_differently", "printed": "45", "alleged_by": "posts"}],
            "citations/1/alleged_by",
            "The file does not define the party “posts”.",
        ),
        (
            "supersedes",
            [{"claim": 9, "kind": "updates"}],
            "supersedes/0/claim",
            "The file has no claim 9.",
        ),
        (
            "supersedes",
            [{"claim": 1, "kind": "updates"}],
            "supersedes",
            "A claim cannot supersede itself, by whatever way round.",
        ),
        (
            "supersedes",
            [{"claim": 2, "kind": "updates"}],
            "supersedes/0/words",
            "The earlier claim is another authority's. Give the words that say that it is replaced.",
        ),
        (
            "supersedes",
            [{"claim": 2, "kind": "updates", "words": "x"}, {"claim": 2, "kind": "corrects", "words": "x"}],
            "supersedes/1/claim",
            "The claim “2” stands here a second time.",
        ),
        (
            "relations",
            [{"claim": 9, "kind": "repeats", "by": "editor"}],
            "relations/0/claim",
            "The file has no claim 9.",
        ),
        (
            "relations",
            [{"claim": 2, "kind": "overtaken_by", "by": "editor"}],
            "relations/0/reason",
            "Say why claim 1 is overtaken: where the other has stated it itself.",
        ),
        (
            "relations",
            [{"claim": 1, "kind": "repeats", "by": "editor"}],
            "relations/0/claim",
            "A claim bears on another, not on itself.",
        ),
        (
            "relations",
            [{"claim": 2, "kind": "repeats", "by": "editor", "reason": reason} for reason in "ab"],
            "relations/1/claim",
            "The claim “2” stands here a second time.",
        ),
    ],
)
def test_a_problem_of_a_claim_is_found_at_its_place(path, value, where, sentence):
    data = with_key(make_dossier(), f"claims/0/{path}", value)
    if value is None:
        del data["claims"][0][path]

    [found] = problems(data)

    assert found[0] == f"/claims/0/{where}"
    assert found[1].startswith(sentence)


@pytest.mark.parametrize(
    ("question", "answer", "where", "sentence"),
    [
        ("where", {"place": "idlib", "precision": "region"}, "place", "The file does not define the place “idlib”."),
        ("carried-out-by", {"party": "russia"}, "party", "The file does not define the party “russia”."),
        ("carried-out-by", {"one_of": ["sohr", "russia"]}, "one_of/1", "The file does not define the party “russia”."),
        ("struck", {"choice": "mosk"}, "choice", "“mosk” is no choice of the question “What was struck”."),
        (
            "struck",
            {"one_of": ["mosque", "mosk"]},
            "one_of/1",
            "“mosk” is no choice of the question “What was struck”.",
        ),
        ("date", {"date": "March"}, "date", "“March” is not a date that this archive reads."),
    ],
)
def test_what_an_answer_names_must_be_there(question, answer, where, sentence):
    data = make_dossier(make_claim(question=question, answer=answer), make_claim(2, party="centcom"))

    [found] = problems(data)

    assert found[0] == f"/claims/0/answer/{where}"
    assert found[1].startswith(sentence)


def test_a_number_says_what_is_counted_where_the_question_has_no_unit():
    killed = next(question for question in QUESTIONS.questions if question.code == "killed")
    questions = Questions(questions=(replace(killed, unit=None, included_in=()),))

    found = check(
        read(make_dossier(make_claim(1), make_claim(2, party="centcom", answer={"hedge": "some"}))), questions
    )

    sentence = "Say what is counted: the question “Killed” has no unit of its own."
    assert found == [Problem(f"/claims/{index}/answer/unit", sentence) for index in range(2)]


def test_a_party_that_makes_a_claim_must_be_defined():
    [found] = problems(make_dossier(make_claim(party="unknown"), make_claim(2), make_claim(3, party="centcom")))

    assert found == ("/claims/0/party", "The file does not define the party “unknown”.")


def test_the_publisher_of_a_source_must_be_defined():
    found = problems(with_key(make_dossier(), "sources/0/publisher", "post"))

    assert found == [
        ("/sources/0/publisher", "The file does not define the publisher “post”."),
        ("/publishers/0/slug", "Nothing in the file names the publisher “wp”."),
    ]


def test_the_place_of_the_incident_must_be_defined():
    found = problems(with_key(make_dossier(), "incident/place", "idlib"))

    assert found[0] == ("/incident/place", "The file does not define the place “idlib”.")


@pytest.mark.parametrize(
    ("part", "key"),
    [("places", "slug"), ("publishers", "slug"), ("parties", "slug"), ("sources", "code"), ("claims", "number")],
)
def test_a_name_stands_once(part, key):
    data = make_dossier()
    data[part] = [*data[part], data[part][0]]

    [found] = problems(data)

    name = data[part][0][key]
    assert found == (f"/{part}/{len(data[part]) - 1}/{key}", f"The {key} “{name}” stands here a second time.")


def test_a_subject_stands_once():
    subject = {"code": "mosque", "kind": "building", "label": "the mosque"}

    found = problems(make_dossier(subjects=[subject, subject]))

    assert found == [("/subjects/1/code", "The code “mosque” stands here a second time.")]


def test_what_a_place_lies_in_must_be_defined():
    found = problems(with_key(make_dossier(), "places/1/parent", "sryia"))

    assert found == [
        ("/places/1/parent", "The file does not define the place “sryia”."),
        ("/places/0/slug", "Nothing in the file names the place “syria”."),
    ]


def test_only_a_country_lies_in_no_other_place():
    data = make_dossier(places=[{"slug": "al-jinah", "name": "al-Jinah", "level": "settlement"}])

    sentence = "A country lies in no other place, and every other place lies in one."
    assert problems(data) == [("/places/0/parent", sentence)]


def test_a_finer_place_lies_in_a_coarser_one():
    places: list[dict[str, Any]] = [
        {"slug": "syria", "name": "Syria", "level": "country"},
        {"slug": "aleppo", "name": "Aleppo", "level": "region", "parent": "al-jinah"},
        {"slug": "al-jinah", "name": "al-Jinah", "level": "settlement", "parent": "aleppo"},
    ]

    found = problems(make_dossier(places=places))

    assert found[0][0] == "/places/1/parent"
    assert found[0][1].startswith("A place lies in a coarser one: ")


def test_an_answer_of_yes_is_never_denied():
    claim = make_claim(question="secondary-explosion", answer={"yes": True}, stance="denies")

    found = problems(make_dossier(claim, make_claim(2, party="centcom")))

    assert found == [("/claims/0/stance", "To a yes or no question “no” is asserted; “yes” is never denied.")]


@pytest.mark.parametrize("stance", ["declines", "investigating", "not_established", "retracts"])
def test_a_stance_that_neither_asserts_nor_denies_needs_no_answer(stance):
    claim = make_claim(stance=stance)
    del claim["answer"]

    assert problems(make_dossier(claim, make_claim(2, party="centcom"))) == []


def test_a_protected_claim_carries_no_name():
    speaker = {"name": "Umm Ahmad", "how_named": "protected"}
    claim = make_claim(is_protected=True, speaker=speaker)

    found = problems(make_dossier(claim, make_claim(2, party="centcom")))

    assert found == [("/claims/0/speaker/name", "A protected claim carries no speaker's name, not even unseen.")]


@pytest.mark.parametrize("unnamed", [0, 1])
def test_an_unnamed_official_supersedes_nobody_and_is_superseded_by_nobody(unnamed):
    claims = [make_claim(1), make_claim(2, supersedes=[{"claim": 1, "kind": "updates"}])]
    claims[unnamed]["speaker"] = {"how_named": "unnamed_official"}

    found = problems(make_dossier(*claims, make_claim(3, party="centcom")))

    assert [where for where, _sentence in found] == ["/claims/1/supersedes/0/claim"]
    assert found[0][1].startswith("Unnamed officials supersede nobody")


def test_an_office_supersedes_what_another_of_its_authority_said():
    later = make_claim(2, party="centcom", supersedes=[{"claim": 1, "kind": "corrects"}])

    assert problems(make_dossier(make_claim(1, party="united-states"), later, make_claim(3))) == []


def test_a_circle_of_supersessions_is_found_at_every_claim_in_it():
    claims = [make_claim(number, supersedes=[{"claim": number % 3 + 1, "kind": "updates"}]) for number in (1, 2, 3)]

    found = problems(make_dossier(*claims, make_claim(4, party="centcom", citations=[CITATION])))

    assert [where for where, _sentence in found] == [f"/claims/{index}/supersedes" for index in range(3)]


NOTICE = {"claim": 1, "on": "2026-11-26", "reason": "It was entered twice."}
NEEDED = "What is withdrawn needs an entry under “withdrawn”, with its day and its reason."
STANDS = "What is published is not withdrawn: change its state, or leave out this entry."


@pytest.mark.parametrize(
    ("state", "notices", "expected"),
    [
        ("withdrawn", [NOTICE], []),
        ("draft", [NOTICE], []),
        ("withdrawn", [], [("/claims/0/state", NEEDED)]),
        ("published", [NOTICE], [("/withdrawn/0", STANDS)]),
        ("draft", [NOTICE | {"claim": 9}], [("/withdrawn/0/claim", "The file has no claim 9.")]),
        ("draft", [NOTICE | {"on": "0000-01-01"}], [("/withdrawn/0/on", "“0000-01-01” is no day.")]),
        ("draft", [NOTICE, NOTICE], [("/withdrawn/1", "The withdrawal “1” stands here a second time.")]),
    ],
)
def test_what_is_withdrawn_has_one_notice_and_nothing_else_has(state, notices, expected):
    data = make_dossier(make_claim(state=state), make_claim(2, party="centcom"))

    assert problems(data | {"withdrawn": notices}) == expected


@pytest.mark.parametrize("notice", [{"on": "26 November"}, {"reason": " "}, {"reason": "x" * 501}, {"claim": 0}])
def test_a_notice_has_a_day_and_words(notice):
    data = make_dossier(make_claim(state="withdrawn"), make_claim(2, party="centcom"))

    [found] = problems(data | {"withdrawn": [NOTICE | notice]})

    assert found[0] == f"/withdrawn/0/{next(iter(notice))}"


def test_a_withdrawn_incident_needs_a_notice_too():
    data = with_key(make_dossier(), "incident/state", "withdrawn")

    assert problems(data) == [("/incident/state", NEEDED)]
    assert problems(data | {"withdrawn": [{"on": "2026-11-26", "reason": "It is no strike."}]}) == []


def test_a_draft_needs_no_citation():
    data = make_dossier(make_claim(state="draft", citations=[]), make_claim(2, party="centcom"))

    assert problems(data) == []


def test_the_number_of_a_claim_need_not_be_its_position():
    data = make_dossier(make_claim(7), make_claim(3, party="centcom", relations=[]))

    assert problems(data) == []


def test_several_problems_are_all_found_in_the_order_of_the_file():
    data = with_key(make_dossier(), "incident/time_zone", "Damascus")
    data = with_key(data, "places/1/parent", "sryia")
    data = with_key(data, "claims/0/question", "slain")
    data = with_key(data, "claims/1/citations/0/capture", 3)

    assert [where for where, _sentence in problems(data)] == [
        "/incident/time_zone",
        "/places/1/parent",
        "/claims/0/question",
        "/claims/1/citations/0/capture",
        "/places/0/slug",
    ]


DENIAL = {"stance": "denies", "denies": 1}
ASSERTION = make_claim(1)


@pytest.mark.parametrize(
    ("denied", "denial", "where", "sentence"),
    [
        (ASSERTION, {"denies": 9}, "denies", "The file has no claim 9."),
        (ASSERTION, {"denies": 2}, "denies", "Claim 2 denies claim 2, which asserts nothing."),
        (ASSERTION | {"stance": "no_evidence"}, {}, "denies", "Claim 2 denies claim 1, which asserts nothing."),
        (ASSERTION | {"stance": "denies"}, {}, "denies", "Claim 2 denies claim 1, which asserts nothing."),
        (
            ASSERTION | {"question": "injured"},
            {},
            "denies",
            "Claim 2 denies claim 1, which is on another question or subject.",
        ),
        (
            ASSERTION | {"subject": "mosque"},
            {},
            "denies",
            "Claim 2 denies claim 1, which is on another question or subject.",
        ),
        (
            ASSERTION,
            {"stance": "declines"},
            "denies",
            "Claim 2: only a denial names a claim, and in place of an answer ",
        ),
        (
            ASSERTION | {"question": "building-hit", "answer": {"yes": True}},
            {"question": "building-hit"},
            "stance",
            "To a yes or no question “no” is asserted; “yes” is never denied.",
        ),
    ],
)
def test_a_problem_of_a_claim_that_is_denied_is_found_at_its_denial(denied, denial, where, sentence):
    claim = make_claim(2, party="centcom") | DENIAL | denial
    del claim["answer"]
    subjects = [{"code": "mosque", "kind": "building", "label": "the mosque"}]

    [found] = problems(make_dossier(denied, claim, subjects=subjects))

    assert found[0] == f"/claims/1/{where}"
    assert found[1].startswith(sentence)


def test_claims_that_overtake_each_other_are_found():
    def overtaken(number, by):
        relation = {"claim": by, "kind": "overtaken_by", "by": "editor", "reason": "It said so itself."}
        return make_claim(number, relations=[relation])

    found = problems(
        make_dossier(overtaken(1, by=2), overtaken(2, by=1), overtaken(3, by=2), make_claim(4, party="centcom"))
    )

    sentence = "Claim %s cannot be overtaken by itself, by whatever way round."
    assert found == [("/claims/0/relations", sentence % 1), ("/claims/1/relations", sentence % 2)]
