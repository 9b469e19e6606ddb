"""What holds of the rules whatever is claimed."""

from itertools import combinations_with_replacement, product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from strikes.answers import KINDS
from strikes.answers.answer import Answer
from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Citation, Claim, Dossier, Supersession
from strikes.rules.changes import moves_of
from strikes.rules.findings import findings
from strikes.rules.grounds import Grounds
from strikes.rules.stands import Voice
from strikes.vocabulary.terms import (
    IN_CONFLICT,
    CitationRole,
    QuestionState,
    RelationKind,
    Stance,
    Strength,
    SupersessionKind,
    Wording,
)
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import all_found, said
from tests.strikes.rules.strategies import (
    ANSWERS,
    AUTHORITY,
    EMPTY,
    QUESTIONS_ASKED,
    SPEAKING,
    claims,
    dossiers,
    pairs,
    replacing,
)


def outcome(dossier: Dossier) -> dict[Any, Any]:
    return {asked: said(finding) for asked, finding in all_found(dossier).items()}


def states(dossier: Dossier) -> dict[Any, QuestionState]:
    return {asked: finding.state for asked, finding in all_found(dossier).items()}


def with_claims(dossier: Dossier, changed: list[Claim]) -> Dossier:
    return replace(dossier, claims=tuple(changed))


@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(dossier, random):
    shuffled = list(dossier.claims)
    random.shuffle(shuffled)

    assert outcome(with_claims(dossier, shuffled)) == outcome(dossier)


@given(QUESTIONS_ASKED, st.data())
def test_what_two_answers_are_to_each_other_is_symmetric(code, data):
    question = QUESTIONS.by_code()[code]
    ground = Grounds(EMPTY).of(question)
    one, other = data.draw(ANSWERS[code]), data.draw(ANSWERS[code])

    compare = KINDS[question.kind].RULES[question.rule].compare

    assert compare(one, other, ground) is compare(other, one, ground)


@given(dossiers())
def test_a_conflict_is_the_same_from_both_sides(dossier):
    for finding in findings(dossier, QUESTIONS):
        for one, other in product(finding.lanes, repeat=2):
            there = finding.comparison.conflict(one, other)
            back = finding.comparison.conflict(other, one)

            assert (there is None) == (back is None)
            if there and back:
                assert (there.verdict, there.is_between, there.within) == (back.verdict, back.is_between, back.within)
                assert set(there.stands[0]) == set(back.stands[1])


@given(dossiers())
def test_the_state_is_that_of_all_pairs_of_lanes(dossier):
    for finding in findings(dossier, QUESTIONS):
        # The state comes of a few pairs, so that numbers need not all be compared; this compares them all. Of two that
        # give the very same answer, too, somebody may say that they contradict.
        pairs = combinations_with_replacement(finding.lanes, 2)
        conflicts = [each for pair in pairs if (each := finding.comparison.conflict(*pair)) and each.is_between]
        worst = max((conflict.verdict for conflict in conflicts), default=Verdict.SAME)

        assert (finding.state is QuestionState.DISPUTED) == (worst is Verdict.EXCLUDE)
        assert (finding.state is QuestionState.DIFFER) == (worst is Verdict.DIFFER)


@given(replacing(), st.data())
def test_a_superseded_claim_decides_nothing(drawn, data):
    dossier, number = drawn
    question = next(claim.question for claim in dossier.claims if claim.number == number)
    changed = [
        replace(claim, answer=data.draw(ANSWERS[question]), stance=Stance.ASSERTS) if claim.number == number else claim
        for claim in dossier.claims
    ]

    before = {asked: state for asked, state in states(dossier).items() if state is not QuestionState.NO_ANSWER}

    after = states(with_claims(dossier, changed))
    assert {asked: after[asked] for asked in before} == before


@given(dossiers(parties=[party for party in SPEAKING if party != "officials"]), st.data())
def test_a_retracted_claim_decides_nothing(dossier, data):
    number = data.draw(st.sampled_from([claim.number for claim in dossier.claims]))
    taken_back = next(claim for claim in dossier.claims if claim.number == number)
    retraction = replace(
        taken_back,
        number=99,
        stance=Stance.RETRACTS,
        answer=None,
        relations=(),
        supersedes=(Supersession(claim=number, kind=SupersessionKind.CORRECTS),),
    )

    after = all_found(with_claims(dossier, [*dossier.claims, retraction]))

    assert not {number, 99} & {each for finding in after.values() for each in finding.lane_of}


@given(dossiers(), st.sampled_from([stance for stance in Stance if not stance.takes_position]), st.data())
def test_a_stance_that_gives_no_answer_changes_no_state(dossier, stance, data):
    question = dossier.claims[0].question
    silent = replace(data.draw(claims(99, question)), stance=stance, answer=None)

    after = states(with_claims(dossier, [*dossier.claims, silent]))

    assert {asked: after[asked] for asked in states(dossier)} == states(dossier)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 5), st.integers(0, 5), dossiers())
def test_widening_an_interval_never_makes_a_dispute(low, width, less, more, dossier):
    high = low + width
    exact = Answer(low=low, high=high)
    wider = replace(exact, low=max(low - less, 0), high=high + more)
    claim = replace(EMPTY.claims[0], number=99, party="inquiry", question="killed")

    narrow, wide = (
        states(with_claims(dossier, [*dossier.claims, replace(claim, answer=answer)])) for answer in (exact, wider)
    )

    worse = {asked for asked in wide if wide[asked] in IN_CONFLICT and narrow[asked] not in IN_CONFLICT}
    assert worse == set()
    assert not any(wide[each] is QuestionState.DISPUTED and narrow[each] is QuestionState.DIFFER for each in wide)


@given(QUESTIONS_ASKED.filter(lambda code: code not in ("called", "building-hit")), st.data())
def test_a_denial_excludes_only_what_it_denies(code, data):
    denied, asserted = data.draw(ANSWERS[code]), data.draw(ANSWERS[code])
    base = replace(EMPTY.claims[0], question=code, strength=Strength.FACT)
    denial = replace(base, number=1, party="state", stance=Stance.DENIES, answer=denied)
    assertion = replace(base, number=2, party="inquiry", answer=asserted)

    finding = next(iter(all_found(with_claims(EMPTY, [denial, assertion])).values()))

    question = QUESTIONS.by_code()[code]
    ground, comparison = Grounds(EMPTY).of(question), KINDS[question.kind].RULES[question.rule]
    is_denied = comparison.denied(denied, asserted, ground)
    assert (finding.state is QuestionState.DISPUTED) == is_denied
    assert comparison.denied(asserted, asserted, ground)


@given(dossiers(parties=["state", "command", "ministry"]))
def test_one_authority_never_disputes_itself(dossier):
    for finding in findings(dossier, QUESTIONS):
        assert finding.state not in IN_CONFLICT
        torn = any(
            conflict.verdict is Verdict.EXCLUDE
            for one, other in product(finding.lanes, repeat=2)
            if (conflict := finding.comparison.conflict(one, other))
        )
        assert finding.two_voices == (("state",) if torn else ())


@given(dossiers(), st.text(min_size=1, max_size=5), st.data())
def test_a_newsrooms_slip_makes_nothing(dossier, printed, data):
    slip = Citation(
        source="wp-2017-0317", wording=Wording.REPORTED, role=CitationRole.PRINTED_DIFFERENTLY, printed=printed
    )
    number = data.draw(st.sampled_from([claim.number for claim in dossier.claims]))
    changed = [
        replace(claim, citations=(*claim.citations, slip)) if claim.number == number else claim
        for claim in dossier.claims
    ]

    assert outcome(with_claims(dossier, changed)) == outcome(dossier)


@given(dossiers())
def test_every_claim_stands_in_one_lane_or_beside(dossier):
    for finding in findings(dossier, QUESTIONS):
        standing = [stand.claim.number for lane in finding.lanes for stand in lane.stands if not stand.whole]
        beside = [claim.number for claim, _why in finding.positions.beside]

        own = [claim.number for claim in dossier.claims if claim.question == finding.asked.question]
        assert sorted(standing + beside) == sorted(own)
        assert all(lane.voice is not Voice.ASSERTS or lane.answer for lane in finding.lanes)


@given(pairs(RelationKind.NOT_CONTRADICTING))
def test_what_somebody_says_does_not_contradict_is_no_dispute_between_the_two(dossier):
    assert not set(IN_CONFLICT) & set(states(dossier).values())


@given(pairs(RelationKind.CONTRADICTS))
def test_what_somebody_says_contradicts_is_a_dispute_between_the_two_wherever_both_count(dossier):
    finding = findings(dossier, QUESTIONS)[0]

    both_count = {1, 2} <= finding.lane_of.keys()
    assert (QuestionState.DISPUTED in finding.conflicts_in) >= both_count


@given(dossiers(fewest=3))
def test_the_state_is_the_gravest_of_those_in_which_the_question_is(dossier):
    for finding in findings(dossier, QUESTIONS):
        gravest = finding.conflicts_in[0] if finding.conflicts_in else None
        assert finding.state is gravest or (gravest is None and finding.state not in IN_CONFLICT)
        assert list(finding.conflicts_in) == [state for state in IN_CONFLICT if state in finding.conflicts_in]


@given(dossiers(fewest=3))
def test_each_link_that_moved_is_in_one_change_and_the_parties_changes_add_up(dossier):
    changes = moves_of(dossier, QUESTIONS)
    by_question = all_found(dossier)

    moved = {(move.earlier.number, move.later.number) for each in by_question.values() for move in each.moves}
    joined = [(move.earlier.number, move.later.number) for change in changes for move in change.moves]
    assert len(joined) == len(set(joined))
    assert moved <= set(joined)
    for change in changes:
        assert {claim.number for claim in change.earlier} == {move.earlier.number for move in change.moves}
        assert {AUTHORITY[claim.party] for claim in (*change.earlier, *change.later)} == {change.authority}
        assert all(change in by_question[asked].changes for asked in change.questions)
        assert change.days is None or change.days.fewest >= 0


@given(dossiers(fewest=3), st.randoms(use_true_random=False))
def test_the_changes_do_not_hang_on_the_order_of_claims(dossier, random):
    shuffled = list(dossier.claims)
    random.shuffle(shuffled)

    assert moves_of(with_claims(dossier, shuffled), QUESTIONS) == moves_of(dossier, QUESTIONS)
