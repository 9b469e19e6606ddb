"""Words that are known only through another party: the teller comes first."""

from typing import Any

import pytest

from strikes.vocabulary.terms import Stance
from strikes.wording.claims import told_or_answered
from strikes.wording.names import DossierNames
from strikes.wording.told import tells
from tests.strikes.dossiers.builders import QUESTIONS, make_dossier, read
from tests.strikes.incident.pages import PARTIES, block, claim, page_of

TOLD = {"told_by": "centcom"}


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        (Stance.ASSERTS, "Israel’s military says that Hamas said"),
        (Stance.DENIES, "Israel’s military says that Hamas denied"),
        (Stance.NO_EVIDENCE, "Israel’s military says that Hamas found no evidence of"),
        (Stance.NOT_ESTABLISHED, "Israel’s military says that Hamas could not establish"),
        (Stance.NOT_RULED_OUT, "Israel’s military says that Hamas did not rule out"),
        (Stance.DECLINES, "Israel’s military says that Hamas declined to say"),
        (Stance.INVESTIGATING, "Israel’s military says that Hamas began to look into it"),
        (Stance.CONDITIONAL, "Israel’s military says that Hamas said what would be, on a condition"),
        (Stance.RETRACTS, "Israel’s military says that Hamas took it back"),
    ],
)
def test_the_teller_is_said_first_and_then_what_the_party_is_told_to_have_done(stance: Stance, words: str):
    assert tells("Israel’s military", "Hamas", stance) == words


@pytest.mark.parametrize(
    ("party", "words"),
    [
        ("A legal officer", "The Paper says that a legal officer said"),
        ("An officer", "The Paper says that an officer said"),
        ("The reprint", "The Paper says that the reprint said"),
        ("Amnesty", "The Paper says that Amnesty said"),
        ("Theodor A", "The Paper says that Theodor A said"),
    ],
)
def test_a_name_that_begins_with_an_article_stands_within_the_sentence(party: str, words: str):
    assert tells("The Paper", party) == words


def test_a_teller_of_many_voices_is_many():
    assert tells("Residents", "Hamas", is_many=True) == "Residents say that Hamas said"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "US Central Command says that Residents said: a mosque"),
        ({"strength": "likely"}, "US Central Command says that Residents said: a mosque (likely or apparent)"),
        ({"strength": "possible"}, "US Central Command says that Residents said: a mosque (possible)"),
        ({"strength": "unlikely"}, "US Central Command says that Residents said: a mosque (unlikely)"),
        ({"stance": "denies"}, "US Central Command says that Residents denied: a mosque"),
        (
            {"stance": "denies", "strength": "likely"},
            "US Central Command says that Residents denied: a mosque (likely or apparent)",
        ),
        ({"stance": "declines", "answer": None}, "US Central Command says that Residents declined to say"),
    ],
)
def test_a_claim_says_its_teller_and_the_answer_without_saying_the_stance_twice(values: dict[str, Any], words: str):
    raw = claim(1, "residents", **TOLD, **values)
    dossier = read(make_dossier({key: value for key, value in raw.items() if value is not None}, parties=PARTIES))

    assert told_or_answered(dossier.claims[0], DossierNames(dossier, QUESTIONS)) == words


def test_a_page_lists_it_under_the_teller_and_marks_it_under_the_party_quoted():
    page = page_of(claim(1, "residents", **TOLD), claim(2, "sohr"))

    accounts = {each.party.slug: each for group in page.accounts.groups for each in group.accounts}
    (entry,) = accounts["centcom"].questions[0].standing
    assert entry.voice == "US Central Command says that Residents said"
    assert accounts["residents"].questions == ()
    assert [each.claim.number for each in accounts["residents"].told_of_it] == [1]
    assert accounts["centcom"].lead == []
    assert page.accounts.count_of_parties == 2


def test_the_matrix_the_columns_of_followed_parties_and_the_page_of_the_claim_name_the_teller_first():
    page = page_of(claim(1, "residents", **TOLD), claim(2, "sohr"))
    lines = next(block.lines for topic in page.matrix.topics for block in topic.blocks)
    followed = page.followed(["centcom", "residents", "sohr"])
    shown = page.claim(1)

    names = {(mention.party.slug, mention.name) for line in lines for mention in line.mentions}
    assert ("centcom", "US Central Command says that Residents said") in names
    assert followed
    told = [[said.answer for said in cell.said] for cell in followed.rows[0].cells]
    assert told == [["US Central Command says that Residents said: a mosque"]] * 2 + [["a mosque"]]
    assert (shown.speaking.slug, shown.cited_as) == ("centcom", "US Central Command says that Residents said,")
    (_why, (line,)) = page.question("struck").of_subjects[0].not_compared[0]
    assert (line.party.slug, line.name, line.said) == (
        "centcom",
        "US Central Command says that Residents said",
        "a mosque",
    )


def test_what_is_told_is_never_said_as_fact():
    page = page_of(claim(1, "residents", **TOLD), claim(2, "sohr"), claim(3, "residents", strength="likely", **TOLD))

    entries = [page.accounts.entry(number) for number in (1, 2, 3)]
    assert [(entry.follows, entry.strength) for entry in entries] == [
        ("a mosque", ""),
        ("a mosque", "as fact"),
        ("a mosque (likely or apparent)", ""),
    ]


def test_an_earlier_statement_that_another_tells_is_said_with_its_teller_on_the_time_line():
    link = {"claim": 1, "kind": "changes_account"}
    hall = {"choice": "community-hall"}
    page = page_of(claim(1, "sohr", **TOLD), claim(2, "sohr", answer=hall, supersedes=[link]))

    statements = [each for line in page.timeline.moved for stage in line.stages for each in stage.statements]
    assert [each.office for each in statements] == [
        "US Central Command says that Syrian Observatory for Human Rights said",
        "",
    ]


def test_the_strength_of_what_another_tells_stands_on_every_page():
    told: dict[str, Any] = {
        "told_by": "centcom",
        "question": "lawful",
        "answer": {"choice": "war-crime"},
        "strength": "possible",
    }
    page = page_of(claim(1, "residents", **told), claim(2, "sohr"))

    (of_subject,) = page.question("lawful").of_subjects
    (said,) = [line.said for _why, lines in of_subject.not_compared for line in lines]
    entry, followed = page.claim(1).entry, page.followed(["centcom"])
    (line,) = block(page, "lawful").lines
    assert said == entry.follows == "a war crime (possible)"
    assert (entry.strength, line.label) == ("", "possible: a war crime")
    assert followed
    (cell,) = followed.rows[0].cells
    assert [each.answer for each in cell.said] == [
        "US Central Command says that Residents said: a war crime (possible)"
    ]
