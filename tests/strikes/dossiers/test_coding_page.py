"""The page for coders shows claims as they stand in the dossiers, and none that are not there."""

import json
import re
from pathlib import Path

PAGE = Path("strikes/dossiers/CODING.md")
CLAIMS = [
    claim
    for path in Path("strikes/dossiers/incidents").glob("*.json")
    for claim in json.loads(path.read_text())["claims"]
]


def test_every_claim_on_the_page_for_coders_stands_in_a_dossier():
    fragments = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE.read_text(), re.DOTALL)]
    shown = [claim for fragment in fragments for claim in (fragment if isinstance(fragment, list) else [fragment])]

    assert len(fragments) == 10
    assert [claim for claim in shown if claim not in CLAIMS] == []
