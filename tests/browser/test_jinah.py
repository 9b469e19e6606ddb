"""The strike at al-Jinah as a reader finds it: every row of the founding article, attributed as listed."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from strikes.loading.load import load

DOSSIER = Path("strikes/dossiers/incidents/sy-2017-0316-a.json")
ADDRESS = "/incidents/SY-2017-0316-A/"

# (row, party, question, what the claim says, speaker or how named, a word of stance, strength, hedge or basis)
ROWS = [
    ("1a", "US Department of Defense", "Killed, said to be fighters", "scores", "asserts"),
    ("1b", "US officials, unnamed", "Killed, said to be fighters", "dozens", "unnamed official", "asserts"),
    (
        "1c",
        "US officials, unnamed",
        "Why they had gathered",
        "a meeting of an armed group",
        "unnamed official",
        "asserts",
    ),
    ("2", "Residents of al-Jinah", "What was struck", "a mosque", "unnamed", "asserts"),
    ("2", "Residents of al-Jinah", "Who was there", "civilians", "unnamed", "asserts"),
    ("3", "Local activists at al-Jinah", "Killed", "at least 46 people", "unnamed", "asserts"),
    ("3", "Local activists at al-Jinah", "Missing or under rubble", "some, no number given", "unnamed", "asserts"),
    ("3", "Local activists at al-Jinah", "What was struck", "a mosque", "unnamed", "asserts"),
    ("3", "Local activists at al-Jinah", "Why they had gathered", "a religious gathering", "unnamed", "asserts"),
    ("4", "Syrian Observatory for Human Rights", "Killed", "at least 46 people", "asserts"),
    (
        "4",
        "Syrian Observatory for Human Rights",
        "Missing or under rubble",
        "some, no number given",
        "asserts",
    ),
    ("4", "Syrian Observatory for Human Rights", "What was struck", "a mosque", "asserts"),
    (
        "4",
        "Syrian Observatory for Human Rights",
        "Why they had gathered",
        "a religious gathering",
        "asserts",
    ),
    (
        "5",
        "Syrian Observatory for Human Rights",
        "Who the dead were",
        "mostly civilians",
        "asserts",
    ),
    ("5", "Syrian Observatory for Human Rights", "Civilians killed", "most of", "asserts"),
    ("5", "Syrian Observatory for Human Rights", "How it is called", "“massacre”", "asserts"),
    ("6", "Mohamed al-Shaghal", "What was damaged", "destroyed", "by name", "basis: eyewitness"),
    ("6", "Mohamed al-Shaghal", "What was seen there", "“Bodies filled the space”", "by name", "basis: eyewitness"),
    ("7a", "US Department of Defense", "Civilians killed or injured", "none known", "Pentagon officials", "asserts"),
    (
        "7b",
        "US Department of Defense",
        "Investigation",
        "an inquiry was opened",
        "Pentagon officials",
        "would, on a condition",
    ),
    ("8", "Residents of al-Jinah", "People present", "at least 200 people", "three residents", "asserts"),
    ("8", "Residents of al-Jinah", "Why they had gathered", "religious instruction", "three residents", "asserts"),
    ("9", "Residents of al-Jinah", "The day", "16 March 2017", "unnamed", "asserts"),
    ("9", "Residents of al-Jinah", "What happened to people", "dazed and bleeding", "unnamed", "asserts"),
    (
        "10",
        "A syndicated reprint on al-Jinah, own voice",
        "The day",
        "16 March 2017",
        "Friday",
    ),
    (
        "11",
        "A syndicated reprint on al-Jinah, own voice",
        "What was damaged",
        "partly destroyed",
        "likely or apparent",
        "basis: imagery",
    ),
    (
        "12",
        "A syndicated reprint on al-Jinah, own voice",
        "Was the named building hit",
        "could not establish",
        "basis: imagery",
    ),
    (
        "13",
        "US Department of Defense",
        "What was struck",
        "“partially constructed community hall”",
        "Jeff Davis",
        "asserts",
    ),
    (
        "13",
        "US Department of Defense",
        "Use of the building",
        "used by fighters or armed forces",
        "Jeff Davis",
        "asserts",
    ),
    ("14", "US Department of Defense", "Was the named building hit", "a mosque near", "Jeff Davis", "it was not hit"),
    (
        "15",
        "US officials, unnamed",
        "Basis of the decision",
        "verified intelligence",
        "not authorised to speak on the record",
        "asserts",
    ),
    (
        "16",
        "US officials, unnamed",
        "Why they had gathered",
        "a meeting about future operations",
        "not authorised to speak on the record",
        "asserts",
    ),
    ("16", "US officials, unnamed", "Who was there", "fighters", "not authorised to speak on the record", "asserts"),
    ("17", "US Department of Defense", "Use of the building", "“educate and indoctrinate”", "Eric Pahon", "asserts"),
    ("18", "US officials, unnamed", "Aircraft", "MQ-9 Reaper: 2", "unnamed official", "basis: own operation"),
    (
        "19",
        "US officials, unnamed",
        "Munitions",
        "AGM-114 Hellfire missiles: more than 4",
        "unnamed official",
        "asserts",
    ),
    ("19", "US officials, unnamed", "Munitions", "guided 500-pound bombs: at least 1", "follow-up strike", "asserts"),
    (
        "20",
        "Mohamed Shakourdi",
        "Was a munition used on people leaving",
        "a munition was used on people leaving",
        "by name",
        "asserts",
    ),
    ("20", "Mohamed Shakourdi", "Munitions", "at least 4", "by name", "“a fourth rocket”"),
    (
        "21",
        "A syndicated reprint on al-Jinah, own voice",
        "What was seen there",
        "pulling bodies from rubble",
        "basis: imagery",
    ),
    (
        "22",
        "A syndicated reprint on al-Jinah, own voice",
        "Who carried it out",
        "United States",
        "asserts",
    ),
    (
        "22",
        "A syndicated reprint on al-Jinah, own voice",
        "Aircraft",
        "uncrewed aircraft",
        "asserts",
    ),
    ("22", "A syndicated reprint on al-Jinah, own voice", "Where", "Aleppo", "asserts"),
    ("23", "US Department of Defense", "Who carried it out", "United States", "Jeff Davis", "basis: own operation"),
]


@pytest.fixture
def jinah(live_server: object) -> None:
    load([DOSSIER])


@pytest.mark.django_db(transaction=True)
def test_every_row_of_the_founding_article_stands_on_the_page_attributed_as_listed(jinah: None, page: Page) -> None:
    page.goto(f"{ADDRESS}accounts/")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    number = page.locator(".source", has_text="unidentified-reprint-al-jinah").get_attribute("value")

    missing = [row for row in ROWS if not claim_of(page, f"[{number}]", *row[1:]).count()]

    assert not missing


def claim_of(page: Page, citation: str, party: str, question: str, *words: str) -> Locator:
    """The claims of a party on a question that cite the article and say these words; a word in “ ” is a quotation."""
    account = page.locator(".account").filter(has=page.get_by_role("heading", name=party, level=3))
    answers = account.locator(".answers").filter(has=page.get_by_role("heading", name=question, exact=True, level=4))
    claim = answers.locator(".claim").filter(has=page.get_by_role("link", name=citation, exact=True))
    for word in words:
        quoted = word.strip("“”")
        claim = claim.filter(has=page.locator("q", has_text=quoted)) if quoted != word else claim.filter(has_text=word)
    return claim
