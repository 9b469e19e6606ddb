"""What the archive refuses of denials that name a claim in place of an answer."""

from functools import partial
from typing import Any

from strikes.models import Claim
from strikes.models.denials import STILL_DENIED
from strikes.vocabulary.terms import Stance
from tests.builders import (
    make_claim,
    make_denial,
    make_party,
    make_subject,
    new_claim,
)
from tests.refusals import Pair, Refusals, Write, change

refusals = Refusals()
NO_NUMBER: dict[str, Any] = {"count_best": None, "hedge": "", "unit": ""}


def denying(claim: Claim, **fields: Any) -> Claim:
    """A denial that is not saved yet, of the question of this claim."""
    return new_claim(incident=claim.incident, question=claim.question, stance=Stance.DENIES, **fields)


# In place of an answer, and only of a denial


@refusals.by("claim_denies_alone")
def a_claim_denied_beside_an_answer() -> Pair:
    denied = {"denied": make_claim()}
    return change(
        denying(denied["denied"], count_best=1, hedge="exact", unit="persons"), wrong=denied, right=denied | NO_NUMBER
    )


@refusals.by("claim_denies_alone")
def a_claim_denied_beside_answers_left_open() -> Pair:
    denied = make_claim(question="carried-out-by")
    claim = make_claim(
        incident=denied.incident,
        question="carried-out-by",
        stance=Stance.DENIES,
        one_of=[make_party(), make_party()],
    )
    return change(claim, wrong={"denied": denied}, right={"denied": denied, "is_one_of": False})


def denied_by_another_stance(stance: Stance) -> Pair:
    claim = make_denial(make_claim())
    return change(claim, wrong={"stance": stance}, right={"stance": stance, "denied": None})


for stance in (Stance.DECLINES, Stance.RETRACTS, Stance.NOT_ESTABLISHED):
    refusals.add(
        f"a claim denied by one that {stance.label}", "claim_denies_alone", partial(denied_by_another_stance, stance)
    )


# What asserts an answer to the same question on the same subject


def denied_elsewhere(**other: Any) -> Pair:
    """The wrong one differs in this from the denial, and the right one in nothing."""
    right = make_claim()
    wrong = make_claim(**{"incident": right.incident} | other)
    return change(denying(right, denied=right), wrong={"denied": wrong}, right={"denied": right})


refusals.add(
    "a claim denied that denies itself",
    "claim_denies_assertion",
    partial(denied_elsewhere, stance=Stance.DENIES),
    at="denied",
)
refusals.add(
    "a claim denied that found no evidence",
    "claim_denies_assertion",
    partial(denied_elsewhere, stance=Stance.NO_EVIDENCE),
    at="denied",
)
refusals.add(
    "a claim denied on another question",
    "claim_denies_assertion",
    partial(denied_elsewhere, question="injured"),
    at="denied",
)


@refusals.by("claim_denies_assertion", at="denied")
def a_claim_denied_of_another_incident() -> Pair:
    right = make_claim()
    return change(denying(right, denied=right), wrong={"denied": make_claim()}, right={"denied": right})


@refusals.by("claim_denies_assertion", at="denied")
def a_claim_denied_on_another_subject() -> Pair:
    right = make_claim()
    wrong = make_claim(incident=right.incident, subject=make_subject(right.incident))
    return change(denying(right, denied=right), wrong={"denied": wrong}, right={"denied": right})


@refusals.by("claim_denies_assertion", at="denied")
def a_denial_that_denies_itself() -> Pair:
    right = make_claim()
    denial = make_denial(right)
    return change(denial, wrong={"denied": denial}, right={"denied": right})


# What is denied stays so


@refusals.by("claim_denies_assertion", at="stance", says=STILL_DENIED)
def a_claim_that_asserts_no_more_under_its_denial() -> Pair:
    denied, another = make_claim(), make_claim()
    make_denial(denied)
    return Pair(Write(denied, {"stance": Stance.DENIES}), Write(another, {"stance": Stance.DENIES}))


@refusals.by("claim_denies_assertion", at="subject", says=STILL_DENIED)
def a_claim_given_another_subject_under_its_denial() -> Pair:
    denied, another = make_claim(), make_claim()
    make_denial(denied)
    subject = {"subject": make_subject(denied.incident)}
    return Pair(Write(denied, subject), Write(another, {"subject": make_subject(another.incident)}))
