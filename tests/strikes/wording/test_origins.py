"""Where claims come from, and who printed them, in words."""

from typing import Any

import pytest

from strikes.rules.origins import Lineage
from strikes.vocabulary.terms import Basis
from strikes.wording import origins
from strikes.wording.names import DossierNames
from tests.strikes.dossiers.builders import QUESTIONS, make_claim, make_dossier, read
from tests.strikes.incident.pages import PARTIES


def test_origins_and_publishers_are_counted():
    assert [origins.known_origins(number) for number in (0, 1, 2)] == [
        "no known origin",
        "1 known origin",
        "2 known origins",
    ]
    assert [origins.printed_by(number) for number in (1, 3)] == ["printed by 1 publisher", "printed by 3 publishers"]
    assert [origins.without_origin(number) for number in (1, 2)] == ["1 claim does not say", "2 claims do not say"]


def test_what_is_printed_differently_names_the_publisher():
    assert origins.printed_differently("WION", "42") == "printed differently, WION: 42"
    assert origins.printed_differently_by("WION", "42") == "printed differently by WION: 42"
    assert origins.printed_differently_by("WION", "Prints 42.") == "printed differently by WION: Prints 42"


def of(*bases: str, **values: Any) -> tuple[list[Any], Lineage, DossierNames]:
    parties = ["centcom", "sohr", "residents", "posts"]
    claims = [
        make_claim(number, party=party, basis=basis, **values)
        for number, (party, basis) in enumerate(zip(parties, bases, strict=False), 1)
    ]
    dossier = read(make_dossier(*claims, parties=PARTIES))
    return list(dossier.claims), Lineage(dossier), DossierNames(dossier, QUESTIONS)


@pytest.mark.parametrize(
    ("bases", "words"),
    [
        (["own_operation"], "1 known origin (United States), printed by 1 publisher"),
        (["not_stated"], "1 claim does not say"),
        (["compilation"], "1 compilation, no origin of its own"),
        (["compilation", "compilation"], "2 compilations, no origins of their own"),
        (["told_by"], "1 claim is told by others who are not recorded here"),
        (
            ["told_by", "told_by", "not_stated"],
            "2 claims are told by others who are not recorded here; 1 claim does not say",
        ),
        (
            ["own_inquiry", "counted", "compilation", "not_stated"],
            (
                "2 known origins (United States and Syrian Observatory for Human Rights), printed by 1 publisher; "
                "1 compilation, no origin of its own; 1 claim does not say"
            ),
        ),
    ],
)
def test_the_origins_of_claims_are_one_line(bases: list[str], words: str):
    claims, lineage, names = of(*bases)

    assert origins.origins_in_words([claim.number for claim in claims], lineage, names) == words


def test_why_a_claim_has_no_origin():
    claims, lineage, names = of("compilation", "told_by", "not_stated")

    assert [origins.why_without_origin(claim, lineage, names) for claim in claims] == [
        "a compilation",
        "told by others who are not recorded here",
        "does not say",
    ]
    assert [origins.without_origin_in_words(claim, lineage, names) for claim in claims] == [
        "It is a compilation, and never an origin; which claims it was put together from is not said.",
        "It was told by others who are not recorded here, and is counted apart.",
        "No source of it is given; it is counted apart.",
    ]


def test_two_numbers_of_one_compilation_are_one_compilation():
    numbers = [make_claim(number, basis="compilation", answer={"best": number}) for number in (1, 2)]
    dossier = read(make_dossier(*numbers, make_claim(3, party="centcom", basis="compilation")))
    lineage, names = Lineage(dossier), DossierNames(dossier, QUESTIONS)

    assert origins.origins_in_words([1, 2], lineage, names) == "2 numbers of 1 compilation, no origin of its own"
    assert origins.origins_in_words([1, 2, 3], lineage, names) == (
        "3 numbers of 2 compilations, no origins of their own"
    )


def test_what_goes_back_to_an_origin_in_part_is_counted_with_none():
    both = [{"claim": number, "kind": "relies_on", "by": "editor"} for number in (1, 2)]
    dossier = read(
        make_dossier(
            make_claim(1, party="centcom", basis="own_inquiry"),
            make_claim(2, party="residents"),
            make_claim(3, relations=both),
            parties=PARTIES,
        )
    )
    lineage, names = Lineage(dossier), DossierNames(dossier, QUESTIONS)

    assert origins.origins_in_words([3], lineage, names) == "1 claim goes back to a known origin in part"
    assert origins.why_without_origin(dossier.claims[2], lineage, names) == (
        "goes back to United States, and to claims that do not say"
    )
    assert origins.without_origin_in_words(dossier.claims[2], lineage, names) == (
        "It goes back to United States, and to claims that do not say. It is counted apart."
    )
    assert origins.rests_on(dossier.claims[2], ["united-states"], 1, names, is_partly_known=True) == (
        "goes back to United States, and to claims that do not say"
    )


@pytest.mark.parametrize(
    ("basis", "elsewhere", "publishers", "words"),
    [
        (Basis.NOT_STATED, [], 1, ""),
        (Basis.NOT_STATED, [], 2, "printed by 2 publishers"),
        (Basis.EYEWITNESS, [], 1, "eyewitness"),
        (
            Basis.TOLD_BY,
            ["sohr"],
            4,
            "told by others; goes back to Syrian Observatory for Human Rights; printed by 4 publishers",
        ),
    ],
)
def test_what_a_claim_rests_on_is_said_where_it_is_known(
    basis: Basis, elsewhere: list[str], publishers: int, words: str
):
    (claim,), _lineage, names = of(basis.value)

    assert origins.rests_on(claim, elsewhere, publishers, names) == words
