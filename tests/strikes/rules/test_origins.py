"""Which claims go back to the same origin."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from strikes.dossiers.dossier import Dossier, Relation
from strikes.rules.origins import Lineage, Origins
from strikes.vocabulary.terms import Basis, RelatedBy, RelationKind
from tests.strikes.rules.cast import case, related, says
from tests.strikes.rules.strategies import dossiers

KILLED = {"best": 49}


def origins(*claims: dict[str, Any], **parts: Any) -> Origins:
    return Lineage(case(*claims, **parts)).origins([claim["number"] for claim in claims])


def authorities(found: Origins) -> list[str]:
    return sorted(origin.authority for origin in found.known)


def all_origins(dossier: Dossier) -> set[str]:
    found = Lineage(dossier).origins(claim.number for claim in dossier.claims)
    return {origin.authority for origin in found.known}


def test_what_a_party_counted_itself_is_an_origin():
    found = origins(says(1, "monitor", "killed", KILLED, basis="counted"))

    assert (authorities(found), found.unknown) == (["monitor"], ())


def test_several_who_speak_as_one_are_one_origin():
    parties = [
        {"slug": "both", "name": "One and Two", "kind": "ngo", "group": "monitors", "members": ["one", "two"]},
        {"slug": "one", "name": "One", "kind": "ngo", "group": "monitors"},
        {"slug": "two", "name": "Two", "kind": "ngo", "group": "monitors"},
    ]

    assert authorities(origins(says(1, "both", "killed", KILLED, basis="counted"), parties=parties)) == ["both"]


def test_a_repeat_goes_back_to_what_it_repeats():
    found = origins(
        says(1, "monitor", "killed", KILLED, basis="counted"),
        says(2, "newsroom", "killed", KILLED, **related(1, "repeats")),
    )

    assert [(origin.authority, origin.claims) for origin in found.known] == [("monitor", (1, 2))]


def test_a_claim_that_does_not_say_is_counted_apart():
    found = origins(
        says(1, "monitor", "killed", KILLED, basis="counted"), says(2, "inquiry", "killed", KILLED, basis="not_stated")
    )

    assert (authorities(found), found.unknown) == (["monitor"], (2,))


def test_two_parties_in_one_dispatch_stay_two_origins():
    found = origins(
        says(1, "monitor", "killed", KILLED, basis="counted"),
        says(2, "residents", "killed", KILLED, basis="eyewitness"),
    )

    assert authorities(found) == ["monitor", "residents"]


def test_two_offices_of_one_authority_are_one_origin():
    found = origins(
        says(1, "command", "killed", KILLED, basis="own_operation"),
        says(2, "ministry", "killed", KILLED, basis="own_inquiry"),
    )

    assert authorities(found) == ["state"]


def test_what_is_known_through_another_party_goes_back_to_that_party():
    found = origins(says(1, "residents", "killed", KILLED, basis="eyewitness", told_by="monitor"))

    assert authorities(found) == ["monitor"]


def test_one_who_counted_is_a_root_even_if_he_also_relies_on_others():
    found = origins(
        says(1, "monitor", "killed", KILLED, basis="counted"),
        says(2, "inquiry", "killed", KILLED, basis="own_inquiry", **related(1, "relies_on")),
    )

    assert authorities(found) == ["inquiry", "monitor"]


def test_claims_that_repeat_each_other_in_a_circle_have_no_known_origin():
    found = origins(
        says(1, "monitor", "killed", KILLED, **related(2, "repeats")),
        says(2, "newsroom", "killed", KILLED, **related(1, "repeats")),
    )

    assert (found.known, found.unknown) == ((), (1,))


def test_what_goes_back_to_an_origin_and_to_what_does_not_say_is_counted_with_neither():
    relies = [{"claim": number, "kind": "relies_on", "by": "editor"} for number in (1, 2)]
    found = origins(
        says(1, "monitor", "killed", KILLED, basis="counted"),
        says(2, "inquiry", "killed", KILLED, basis="not_stated"),
        says(3, "newsroom", "killed", KILLED, relations=relies),
    )

    assert [(origin.authority, origin.claims) for origin in found.known] == [("monitor", (1,))]
    assert (found.unknown, found.partly) == ((2,), (3,))


def test_a_repeat_of_a_claim_that_does_not_say_is_not_counted_again():
    found = origins(
        says(1, "monitor", "killed", KILLED, basis="not_stated"),
        says(2, "newsroom", "killed", KILLED, **related(1, "repeats")),
    )

    assert (found.known, found.unknown) == ((), (1,))


def test_publishers_that_print_an_origin_are_counted_once_each():
    citation = {"source": "wp-2017-0317", "wording": "reported"}
    twice = [citation, citation | {"role": "repeats"}, citation | {"role": "context"}]

    found = origins(says(1, "monitor", "killed", KILLED, basis="counted", citations=twice))

    assert [origin.publishers for origin in found.known] == [("wp",)]


def test_a_reprint_goes_back_to_the_source_that_it_relays():
    sources = [
        {"code": code, "publisher": "wp", "title": code, "language": "en", "kind": "article", "relays": relays}
        for code, relays in (("wp-2017-0317", []), ("copy", ["wp-2017-0317"]), ("copy-of-copy", ["copy"]))
    ]
    lineage = Lineage(case(says(1, "monitor", "killed", KILLED), sources=sources))

    assert lineage.printed_from("copy-of-copy") == {"wp-2017-0317"}
    assert lineage.printed_from("wp-2017-0317") == {"wp-2017-0317"}


def test_a_reprint_of_two_copies_of_one_source_goes_back_to_it_once():
    sources = [
        {"code": code, "publisher": "wp", "title": code, "language": "en", "kind": "article", "relays": relays}
        for code, relays in (
            ("wp-2017-0317", []),
            ("copy", ["wp-2017-0317"]),
            ("translation", ["wp-2017-0317"]),
            ("own", []),
            ("digest", ["own", "copy", "translation"]),
        )
    ]
    lineage = Lineage(case(says(1, "monitor", "killed", KILLED), sources=sources))

    assert lineage.printed_from("digest") == {"wp-2017-0317", "own"}


@given(dossiers(), st.data())
def test_adding_a_repeat_adds_no_origin(dossier, data):
    repeated = data.draw(st.sampled_from(dossier.claims))
    link = Relation(claim=repeated.number, kind=RelationKind.REPEATS, by=RelatedBy.EDITOR)
    repeat = replace(
        repeated, number=99, party="newsroom", basis=Basis.NOT_STATED, told_by=None, relations=(link,), supersedes=()
    )

    before, after = (
        Lineage(each).origins(claim.number for claim in each.claims)
        for each in (dossier, replace(dossier, claims=(*dossier.claims, repeat)))
    )

    assert {origin.authority for origin in after.known} == {origin.authority for origin in before.known}
    assert after.unknown == before.unknown


@given(dossiers())
def test_a_compilation_is_never_a_root(dossier):
    compiled = replace(
        dossier, claims=tuple(replace(claim, basis=Basis.COMPILATION, told_by=None) for claim in dossier.claims)
    )

    assert all_origins(compiled) == set()


@given(dossiers())
def test_every_claim_has_an_origin_or_ends_at_one_that_does_not_say(dossier):
    lineage = Lineage(dossier)

    for claim in dossier.claims:
        found = lineage.origins([claim.number])
        assert found.known or found.unknown or found.partly
