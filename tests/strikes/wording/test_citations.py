"""Where a claim was read, and how."""

from typing import Any

import pytest

from strikes.wording.citations import where_read
from tests.strikes.dossiers.builders import make_claim, make_dossier, read

SOURCE = {"code": "wp-2017-0317", "publisher": "wp", "title": "Claims", "language": "en", "kind": "article"}


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        ({"wording": "own"}, "The Paper: the party's own words"),
        ({"wording": "reported", "locator": "paragraph 4"}, "The Paper, paragraph 4: reported speech"),
        ({"wording": "own", "role": "repeats", "capture": 2}, "The Paper: the party's own words (repeats), copy 2"),
        ({"wording": "summary", "role": "context"}, "The Paper: a third party's summary (context)"),
        (
            {"wording": "reported", "role": "printed_differently", "printed": "24"},
            "The Paper: reported speech",
        ),
    ],
)
def test_a_citation_names_the_publication_the_place_in_it_and_how_it_was_read(citation: dict[str, Any], words: str):
    captures = [{"number": number, "headline": "H"} for number in (1, 2)]
    claim = make_claim(1, citations=[{"source": "wp-2017-0317", **citation}])
    dossier = read(make_dossier(claim, sources=[SOURCE | {"captures": captures}]))

    assert where_read(dossier.claims[0].citations[0], dossier.sources[0], "The Paper") == words


def test_a_source_that_is_withheld_is_not_named():
    claim = make_claim(1, citations=[{"source": "wp-2017-0317", "wording": "own"}])
    dossier = read(make_dossier(claim, sources=[SOURCE | {"is_withheld": True}]))

    assert where_read(dossier.claims[0].citations[0], dossier.sources[0], "The Paper") == (
        "a source that this archive withholds: the party's own words"
    )
