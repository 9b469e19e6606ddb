"""Names: labels as they stand within a sentence, and who is named."""

import pytest

from strikes.incident.page import IncidentPage
from strikes.wording.names import DossierNames, asked_of, kind_beside, lowered, said_of
from tests.strikes.dossiers.builders import MINIMAL, QUESTIONS, make_claim, make_dossier, read

BY_CODE = QUESTIONS.by_code()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("struck", "what was struck"),
        ("lawful", "whether it was lawful"),
        ("building-hit", "whether the named building was hit"),
        ("military-objective", "whether there was a military objective there or near"),
        ("secondary-explosion", "whether there was a secondary explosion"),
        ("fighters-present", "whether fighters were there"),
        ("human-shields", "whether people were used as shields"),
        ("people-leaving-hit", "whether a munition was used on people leaving"),
        ("date", "the day"),
        ("prayer-time", "relative to the prayers"),
    ],
)
def test_the_label_of_a_question_stands_within_a_sentence(code: str, words: str):
    assert lowered(BY_CODE[code].label) == words


def test_an_abbreviation_keeps_its_letters():
    assert (lowered("UN report"), lowered("Where"), lowered("")) == ("UN report", "where", "")


def test_a_subject_stands_in_brackets_within_a_sentence():
    subjects = [{"code": "hall", "kind": "building", "label": "the hall"}]
    names = DossierNames(read(make_dossier(make_claim(1), subjects=subjects)), QUESTIONS)

    assert names.topic("building-hit", "hall") == "whether the named building was hit (the hall)"
    assert names.topic("struck", None) == "what was struck"


def test_subjects_are_counted_and_named():
    assert asked_of(["the hall", "the mosque"], is_of_event=False) == "Asked of 2 things: the hall; the mosque."
    assert asked_of(["the hall"], is_of_event=False) == "Asked of 1 thing: the hall."
    assert asked_of(["the hall"], is_of_event=True) == "Asked also of: the hall."


def test_a_party_says_what_it_is_part_of_and_who_speaks_in_it():
    agency = {"kind": "ngo", "group": "monitors"}
    parties = [
        *MINIMAL["parties"],
        {"slug": "nrc", "name": "NRC", **agency},
        {"slug": "nos", "name": "NOS", **agency},
        {"slug": "joint", "name": "NRC and NOS", "members": ["nos", "nrc"], "part_of": "sohr", **agency},
    ]
    page = IncidentPage(read(make_dossier(make_claim(1, party="joint"), parties=parties)), QUESTIONS)

    (account,) = page.accounts.groups[0].accounts
    assert account.belongs == ("part of: Syrian Observatory for Human Rights", "joint statement of NOS and NRC")


def test_a_claim_of_a_whole_says_of_which():
    assert said_of("Civilians killed") == "its number of all civilians killed"


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("US officials, unnamed", "officials", ""),
        ("US military", "command", ""),
        ("US Central Command", "command", "military command"),
    ],
)
def test_the_kind_of_a_party_is_not_said_twice(name: str, kind: str, words: str):
    party = {"slug": "other", "name": name, "kind": kind, "group": "conflict"}
    dossier = read(make_dossier(make_claim(1), parties=[*MINIMAL["parties"], party]))

    assert kind_beside(dossier.parties[-1]) == words


def test_a_misprint_that_somebody_alleges_names_who_alleges_it():
    citation = {"source": "wp-2017-0317", "wording": "reported", "role": "printed_differently", "printed": "Prints 24."}
    alleged = citation | {"alleged_by": "centcom"}
    dossier = read(make_dossier(make_claim(1, citations=[citation, alleged])))

    assert [DossierNames(dossier, QUESTIONS).printed(each) for each in dossier.claims[0].citations] == [
        "Prints 24.",
        "Prints 24 (a misprint, US Central Command says)",
    ]
