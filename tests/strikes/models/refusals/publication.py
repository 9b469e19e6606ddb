"""What the archive refuses of the state of claims and incidents, and of notices that they were withdrawn."""

from collections.abc import Callable
from functools import partial

from strikes.models import Claim, Incident
from tests.builders import NOTICE, make_claim, make_incident, make_user
from tests.refusals import Pair, Refusals, change

refusals = Refusals()
Record = Claim | Incident
Make = Callable[..., Record]
MAKERS: dict[str, Make] = {"claim": make_claim, "incident": make_incident}
WITHOUT = {"withdrawn_on": None, "withdrawn_reason": "", "withdrawn_by": None}


def published(make: Make) -> Record:
    return make(published=True) if make is make_claim else make(state="published")


def half_a_notice(make: Make) -> Pair:
    return change(make(state="withdrawn"), wrong={"withdrawn_on": None}, right=NOTICE)


def an_account_without_a_notice(make: Make) -> Pair:
    return change(make(), wrong={"withdrawn_by": make_user()}, right=WITHOUT)


def withdrawn_without_a_reason(make: Make) -> Pair:
    return change(published(make), wrong={"state": "withdrawn"}, right={"state": "withdrawn"} | NOTICE)


def published_with_a_notice(make: Make) -> Pair:
    return change(published(make), wrong=NOTICE, right=WITHOUT)


def withdrawn_and_never_published(make: Make) -> Pair:
    wrong = {"state": "withdrawn"} | NOTICE
    return change(make(), wrong=wrong, right=wrong | {"has_been_published": True})


for name, maker in MAKERS.items():
    for arrange, constraint, more in (
        (half_a_notice, "withdrawal_whole", {}),
        (an_account_without_a_notice, "withdrawal_whole", {}),
        (withdrawn_without_a_reason, "withdrawn_reason", {}),
        (published_with_a_notice, "published_stands", {}),
        (withdrawn_and_never_published, "has_been_published", {"by_form": False}),
    ):
        told = f"{name} {arrange.__name__.replace('_', ' ')}"
        refusals.add(told, f"{name}_{constraint}", partial(arrange, maker), **more)
