"""What is said beside an answer: doubt, findings of no evidence, and what another overtook."""

from typing import Any

from tests.strikes.dossiers.builders import make_claim
from tests.strikes.incident.pages import block, claim, page_of, row, said_in


def relation(to: int, kind: str, by: str = "editor", reason: str = "A reason.") -> list[dict[str, Any]]:
    return [{"claim": to, "kind": kind, "by": by, "reason": reason}]


def test_doubt_is_said_where_the_doubted_claim_stands_and_on_the_pages_of_both():
    doubts = relation(2, "casts_doubt", "party", "The inquiry is called not credible.")
    page = page_of(
        claim(1, "residents", "investigation", answer={"choice": "closed"}, relations=doubts),
        claim(2, "centcom"),
    )

    (said,) = block(page, "struck").related
    assert (said.sentence, said.reason) == (
        "Residents said that this (investigation) casts doubt on what is said by US Central Command.",
        "The inquiry is called not credible.",
    )
    assert block(page, "investigation").related == ()
    (doubted,) = page.claim(2).entry.doubted_by
    assert (doubted.claim.number, doubted.link.reason) == (1, "The inquiry is called not credible.")
    (casting,) = page.claim(1).entry.relations
    assert (casting.said, [link.claim.number for link in casting.links]) == ("The party itself: casts doubt on", [2])
    assert page.claim(1).entry.doubted_by == ()
    assert page.claim(2).entry.relations == ()


def test_doubt_within_one_question_names_no_question():
    page = page_of(claim(1, "residents", relations=relation(2, "casts_doubt")), claim(2, "centcom"))

    assert [each.sentence for each in block(page, "struck").related] == [
        "An editor of this archive: what Residents said casts doubt on what is said by US Central Command."
    ]


def test_one_thing_said_of_several_claims_is_said_once():
    both = [*relation(2, "not_contradicting"), *relation(3, "not_contradicting")]
    page = page_of(claim(1, "residents", relations=both), claim(2, "centcom"), claim(3, "sohr"))

    (said,) = page.claim(1).entry.relations
    assert said.said == "An editor of this archive: does not contradict"
    assert [link.claim.number for link in said.links] == [2, 3]


def test_that_no_evidence_was_found_is_a_row_of_its_own_and_no_silence():
    page = page_of(
        claim(1, "residents"),
        claim(2, "centcom", stance="denies"),
        claim(3, "sohr", stance="no_evidence"),
        claim(4, "posts", stance="not_established"),
    )

    found = block(page, "struck")

    assert said_in(row(found, "found no evidence of: a mosque")) == ["Syrian Observatory for Human Rights 17 Mar 2017"]
    assert said_in(row(found, "no answer given")) == ["Social media posts could not establish: a mosque 17 Mar 2017"]


def test_what_another_overtook_is_said_with_the_reason():
    page = page_of(
        claim(1, "residents", relations=relation(2, "overtaken_by", reason="It has stated so itself.")),
        claim(2, "centcom"),
    )

    (said,) = block(page, "struck").related
    assert said.sentence == (
        "An editor of this archive: what Residents said is overtaken by what is said by US Central Command."
    )
    lines = [mention for line in block(page, "struck").lines for mention in line.mentions]
    notes = {note for mention in lines for each in mention.said for note in each.notes}
    assert "overtaken by a later claim" in notes


def test_a_number_that_bounds_a_part_says_of_which_whole_it_was_said():
    page = page_of(
        make_claim(1, party="centcom", question="killed", answer={"best": 70}),
        make_claim(2, question="killed-civilians", answer={"low": 85, "hedge": "at_least"}),
    )

    found = block(page, "killed-civilians")

    labels = [row.label for row in found.rows]
    assert sorted(labels) == ["70 people (its number of all killed)", "at least 85 people"]


def test_who_stands_alone_is_not_said_to_be_compared_with_others():
    alone, together = page_of(claim(1, "sohr")), page_of(claim(1, "sohr"), claim(2, "centcom"))

    assert (alone.claim(1).is_alone, together.claim(1).is_alone) == (True, False)
