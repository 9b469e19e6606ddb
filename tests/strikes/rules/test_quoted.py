"""Which claims are quoted: those of which a reader sees the words that a source prints of them."""

from typing import Any

import pytest

from strikes.rules.quoted import quoted_claims
from tests.strikes.dossiers.builders import make_claim, make_dossier, read

CITATION: dict[str, Any] = {"source": "wp-2017-0317", "wording": "reported"}
WORDS = CITATION | {"quotation": "At least 42 people were killed."}


def quoted(*citations: dict[str, Any]) -> int:
    """How many of two claims are quoted, of which the second is not."""
    claims = [make_claim(1, citations=list(citations)), make_claim(2, party="centcom")]
    return quoted_claims(read(make_dossier(*claims)))


@pytest.mark.parametrize(
    ("citations", "number"),
    [
        ([WORDS], 1),
        ([WORDS, WORDS | {"locator": "headline"}], 1),
        ([CITATION, WORDS | {"role": "repeats"}], 1),
        ([CITATION], 0),
        ([CITATION | {"locator": "headline"}], 0),
        ([WORDS | {"is_withheld": True}], 0),
        ([WORDS | {"is_withheld": True}, WORDS], 1),
        ([CITATION, WORDS | {"role": "context"}], 0),
        ([CITATION, WORDS | {"role": "printed_differently", "printed": "24"}], 0),
    ],
)
def test_a_claim_counts_once_as_quoted_where_its_words_are_shown(citations: list[dict[str, Any]], number: int):
    assert quoted(*citations) == number
