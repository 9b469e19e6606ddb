"""One question of an incident, and one claim among the others, from dossiers built for it and from al-Jinah."""

from collections.abc import Iterable
from typing import Any

import pytest

from strikes.dossiers.codec import load
from strikes.incident.claim import ClaimPage
from strikes.incident.page import IncidentPage
from strikes.incident.question import QuestionOfSubject
from strikes.incident.reasons import DENIAL, MOST_PAIRS, NONE_OR_SOME
from strikes.incident.sources import MOST_NUMBERS
from strikes.project.settings import BASE_DIR
from strikes.rules.conflicts import MOST_COMPARED
from strikes.vocabulary.terms import Beside, QuestionState, Rule
from strikes.wording.changes import ChangedClaim
from tests.strikes.dossiers.builders import MINIMAL, QUESTIONS, make_claim, make_dossier, read

INCIDENTS = BASE_DIR / "strikes" / "dossiers" / "incidents"


def page_of(*claims: dict[str, Any], **parts: Any) -> IncidentPage:
    return IncidentPage(read(make_dossier(*claims, **parts)), QUESTIONS)


def killed(number: int, party: str = "sohr", **values: Any) -> dict[str, Any]:
    return make_claim(number, party=party, **values)


def part_of(page: IncidentPage, question: str = "killed", subject: str | None = None) -> QuestionOfSubject:
    return next(each for each in page.question(question).of_subjects if each.finding.asked.subject == subject)


def numbers_against(claim: ClaimPage) -> set[int]:
    """The numbers of the claims that a claim is in conflict with, on its question or a part of it."""
    conflicts = [claim.in_conflict, *(found for _question, found in claim.on_parts)]
    return {number for each in conflicts for of in each.of_reason for pair in of.pairs for number in pair.numbers}


@pytest.fixture(scope="module")
def jinah() -> IncidentPage:
    return IncidentPage(load((INCIDENTS / "sy-2017-0316-a.json").read_bytes()), QUESTIONS)


def test_numbers_that_do_not_meet_are_paired_under_the_rule_of_intervals():
    part = part_of(page_of(killed(1), killed(2, "centcom", answer={"best": 4})))

    (pairs,) = part.in_conflict.of_reason
    assert (pairs.reason.label, pairs.state) == (Rule.INTERVAL.label, QuestionState.DIFFER)
    assert [(pair.one, pair.other, pair.numbers) for pair in pairs.pairs] == [
        ("US Central Command says: 4 people", "Syrian Observatory for Human Rights says: 42 people", (1,))
    ]


@pytest.mark.parametrize(
    ("answer", "stance", "reason"),
    [
        ({"best": 0}, "asserts", NONE_OR_SOME),
        ({"hedge": "none_known"}, "asserts", NONE_OR_SOME),
        ({"low": 40, "hedge": "at_least"}, "denies", DENIAL),
    ],
)
def test_an_exclusion_says_which_rule_it_is_found_by(answer: dict[str, Any], stance: str, reason: Any):
    part = part_of(page_of(killed(1), killed(2, "centcom", answer=answer, stance=stance)))

    (pairs,) = part.in_conflict.of_reason
    assert (pairs.reason, pairs.state) == (reason, QuestionState.DISPUTED)


@pytest.mark.parametrize(("by", "words"), [("editor", "An editor of this archive"), ("party", "The party itself")])
def test_what_a_person_says_is_told_apart_from_what_a_rule_finds(by: str, words: str):
    relation = {"claim": 1, "kind": "contradicts", "by": by, "reason": "Both speak of one body."}
    part = part_of(page_of(killed(1), killed(2, "centcom", relations=[relation])))

    (pairs,) = part.in_conflict.of_reason
    assert str(pairs.reason.label).startswith(words)
    assert (pairs.reason.definition, pairs.reason.by) == ("Both speak of one body.", by)
    assert [pair.numbers for pair in pairs.pairs] == [(2,)]


def test_a_pair_that_somebody_says_is_none_leaves_the_conflicts_and_stands_with_its_reason():
    relation = {"claim": 1, "kind": "not_contradicting", "by": "editor", "reason": "Of two nights."}
    page = page_of(killed(1), killed(2, "centcom", answer={"best": 4}, relations=[relation]))
    part = part_of(page)

    assert part.in_conflict.of_reason == ()
    (pairs,) = part.not_contradicting
    assert (pairs.reason.definition, pairs.state) == ("Of two nights.", QuestionState.NOT_IN_CONFLICT)
    assert len(pairs.pairs) == 1
    for number in (1, 2):
        assert [each.reason.definition for each in page.claim(number).not_contradicting] == ["Of two nights."]


def test_pairs_beyond_the_cap_are_counted_as_more_and_many_answers_are_not_set_each_against_each():
    parties = [{**MINIMAL["parties"][0], "slug": f"p{number}"} for number in range(MOST_COMPARED + 1)]

    def part(many: int) -> QuestionOfSubject:
        claims = [killed(number + 1, f"p{number}", answer={"best": number + 1}) for number in range(many)]
        return part_of(page_of(*claims, parties=parties))

    few, more, many = part(9), part(10), part(MOST_COMPARED + 1)

    assert 9 * 8 / 2 < MOST_PAIRS < 10 * 9 / 2
    assert not few.in_conflict.has_more
    assert more.in_conflict.has_more
    assert sum(len(pairs.pairs) for pairs in more.in_conflict.of_reason) == MOST_PAIRS
    assert (few.in_conflict.are_chosen, many.in_conflict.are_chosen) == (False, True)
    assert many.in_conflict.of_reason


def test_a_claim_is_in_conflict_with_those_of_others_alone_and_has_its_own_as_a_second_voice():
    page = page_of(killed(1), killed(2, "centcom", answer={"best": 0}), killed(3, "united-states", answer={"best": 4}))

    first, second = page.claim(1), page.claim(2)

    assert [pair.numbers for pairs in first.in_conflict.of_reason for pair in pairs.pairs] == [(2,), (3,)]
    assert [pair.numbers for pairs in second.in_conflict.of_reason for pair in pairs.pairs] == [(1,)]
    assert (first.has_two_voices, second.has_two_voices) == (False, True)


@pytest.mark.parametrize(
    ("values", "beside"),
    [
        ({"stance": "declines"}, Beside.NO_ANSWER),
        ({"told_by": "centcom"}, Beside.TOLD),
        ({"scope": "part", "also_covers": "the first wave"}, Beside.PART),
        ({"is_apparent_error": True}, Beside.ERROR),
    ],
)
def test_a_claim_that_is_not_compared_says_why(values: dict[str, Any], beside: Beside):
    claim = page_of(killed(1, **values), killed(2, "centcom")).claim(1)

    assert claim.why_not_compared is beside
    assert (claim.in_conflict.of_reason, claim.same_answer_by) == ((), ())


def said(claims: Iterable[ChangedClaim]) -> str:
    """What the earlier, or the later, claims of a change say."""
    return "; ".join(claim.said for claim in claims)


def test_an_update_that_says_the_same_is_not_printed():
    link = [{"claim": 1, "kind": "updates"}]

    assert part_of(page_of(killed(1), killed(2, supersedes=link))).changes == ()


def test_a_superseded_claim_stands_beside_and_the_change_has_both_claims_and_the_days():
    later = killed(2, stated="2017-03-18", supersedes=[{"claim": 1, "kind": "corrects", "words": "We erred."}])
    page = page_of(killed(1, stated="2017-03-16", answer={"best": 41}), later)
    part = part_of(page)

    (change,) = part.changes
    assert (said(change.earlier), said(change.later), change.days) == ("41 people", "42 people", "2 days")
    assert change.is_moved
    assert [(why, [each.claim.number for each in claims]) for why, claims in part.not_compared] == [
        (Beside.SUPERSEDED, [1])
    ]
    assert page.claim(1).why_not_compared is Beside.SUPERSEDED


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        ("2017-03-16", "2017-03-16", "same day"),
        ("2017-03-16", "2017-06-07", "83 days"),
        ("2017-03", "2017-03-17", "up to 1 day"),
        ("2017-03", "2017-06-07", "68 to 83 days"),
        ("2017-03-16", None, ""),
    ],
)
def test_days_between_statements_are_no_more_precise_than_the_days_stated_and_begin_with_the_event(
    earlier: str, later: str | None, days: str
):
    stated = {"stated": later} if later else {}
    link = [{"claim": 1, "kind": "updates"}]

    first = killed(1, stated=earlier, answer={"best": 41})
    (change,) = part_of(page_of(first, killed(2, supersedes=link, **stated))).changes

    assert change.days == days


def test_a_possible_answer_is_a_position_that_excludes_nothing():
    claim = page_of(killed(1, strength="possible"), killed(2, "centcom", answer={"best": 0})).claim(1)

    assert (claim.why_not_compared, claim.is_possible, claim.in_conflict.of_reason) == (None, True, ())


def test_none_of_a_whole_is_marked_on_the_part_and_is_no_claim_on_it():
    page = page_of(killed(1, "centcom", answer={"best": 0}), killed(2, question="children-killed", answer={"best": 5}))
    part = part_of(page, "children-killed")

    assert [(each.claim.number, each.whole) for each in part.answers[0].by] == [(1, "its number of all killed")]
    assert [entry.claim.number for entry in part.entries] == [2]
    assert part.finding.state is QuestionState.DISPUTED


def test_a_party_that_gives_one_answer_twice_on_one_day_stands_there_once():
    part = part_of(page_of(killed(1, stated="2017-03-17"), killed(2, stated="2017-03-17"), killed(3, stated="2018")))

    (shared,) = part.answers
    assert [(each.claim.number, each.again) for each in shared.by] == [(1, (2,)), (3, ())]


def test_a_question_that_nobody_answers_has_no_subjects_and_an_unknown_one_no_page():
    page = page_of()

    assert page.question("struck").of_subjects == ()
    with pytest.raises(KeyError):
        page.question("nothing")


def test_every_claim_on_the_question_stands_there_once_by_subject(jinah: IncidentPage):
    for question in QUESTIONS.questions:
        page = jinah.question(question.code)
        numbers = [entry.claim.number for each in page.of_subjects for entry in each.entries]
        assert sorted(numbers) == [each.number for each in jinah.dossier.claims if each.question == question.code]


def test_the_mosque_of_al_jinah_is_disputed_by_a_denial_and_the_united_states_moved_after_82_days(jinah: IncidentPage):
    part = part_of(jinah, "struck")

    assert part.finding.state is QuestionState.DISPUTED
    assert [pairs.reason for pairs in part.in_conflict.of_reason] == [DENIAL]
    assert {(said(each.earlier), said(each.later), each.days, each.is_moved) for each in part.changes} == {
        ("a meeting place of an armed group", "a community or meeting hall", "same day", False),
        ("a community or meeting hall", "a building of religious purpose", "82 days", True),
    }
    assert [shared.answer for shared in part.answers if shared.excludes_next] == ["a mosque"]


def test_running_counts_of_al_jinah_are_updates_and_no_moves(jinah: IncidentPage):
    changes = part_of(jinah, "killed").changes

    assert ("at least 46 people", "49 people") in {(said(each.earlier), said(each.later)) for each in changes}
    assert not any(each.is_moved for each in changes)


def test_the_sources_of_al_jinah_know_their_lineage_and_who_printed_the_numbers(jinah: IncidentPage):
    sources = {each.numbered.source.code: each for each in jinah.sources.sources}
    reprint, post = sources["unidentified-reprint-al-jinah"], sources["washington-post-2017-0317"]
    dead = {numbers.question.code: numbers for numbers in jinah.sources.numbers}
    forty_nine = next(each for each in dead["killed"].numbers if each.claims[0].said == "49 people")

    assert reprint.goes_back_to == (post.numbered.number,)
    assert post.relayed_by == (reprint.numbered.number,)
    assert dead["killed"].origins.startswith("2 known origins (")
    assert dead["killed"].origins.endswith("; 7 claims do not say")
    assert "4 claims are told by others who are not recorded here" in dead["killed"].origins
    assert (forty_nine.origin, len(forty_nine.publishers)) == (None, 3)


def test_of_many_numbers_the_first_are_listed_and_all_are_counted():
    parties = [{**MINIMAL["parties"][0], "slug": f"p{number}"} for number in range(MOST_NUMBERS + 1)]
    page = page_of(*(killed(number + 1, party["slug"]) for number, party in enumerate(parties)), parties=parties)

    (numbers,) = page.sources.numbers

    assert (len(numbers.numbers), numbers.has_more) == (MOST_NUMBERS, True)
    assert numbers.origins == f"{MOST_NUMBERS + 1} claims do not say"


def test_every_claim_of_every_dossier_has_a_page_and_conflicts_are_mutual():
    for path in INCIDENTS.glob("*.json"):
        page = IncidentPage(load(path.read_bytes()), QUESTIONS)
        against = {claim.number: numbers_against(page.claim(claim.number)) for claim in page.dossier.claims}
        for number, others in against.items():
            assert number not in others
            assert page.claim(number).why_not_compared is None or not others
            # Whom one claim is in conflict with is in conflict with it.
            assert all(number in against[other] for other in others)
