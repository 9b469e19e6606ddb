"""Claims of the cast on one question, as hypothesis draws them: few answers, so that they meet and part."""

from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from strikes.answers.answer import Answer
from strikes.answers.count import NUMBERS, NUMBERS_OF_HEDGE
from strikes.dossiers.dossier import Claim, Dossier, Relation, Supersession
from strikes.vocabulary import terms
from strikes.vocabulary.terms import Hedge, LocationPrecision, RelationKind, Stance
from tests.strikes.rules.cast import PARTIES, case

EMPTY = case()
SPEAKING = [party["slug"] for party in PARTIES]
AUTHORITY = {party["slug"]: party.get("authority", party["slug"]) for party in PARTIES}
TWO_OF_THEM = st.lists(st.sampled_from(["state", "command", "other-state"]), min_size=2, max_size=2, unique=True)


@st.composite
def numbers(draw: st.DrawFn) -> Answer:
    hedge = draw(st.sampled_from(Hedge))
    form = draw(st.sampled_from(NUMBERS_OF_HEDGE[hedge]))
    names = [name for name in NUMBERS if name in form]
    values = sorted(draw(st.lists(st.sampled_from([0, 1, 2, 5, 40]), min_size=len(names), max_size=len(names))))
    return Answer(**dict(zip(names, values, strict=True)), hedge=hedge)  # type: ignore[arg-type]


def _choices(*codes: str) -> st.SearchStrategy[Answer]:
    several = st.lists(st.sampled_from(codes), min_size=2, max_size=2, unique=True)
    return st.sampled_from(codes).map(lambda code: Answer(choice=code)) | several.map(
        lambda members: Answer(one_of=tuple(members))
    )


def _points() -> st.SearchStrategy[Answer]:
    return st.builds(
        Answer,
        latitude=st.sampled_from([36.1, 36.1005, 36.12]),
        longitude=st.just(36.8),
        precision=st.sampled_from(LocationPrecision),
        place=st.sampled_from([None, "al-jinah", "idlib"]),
    )


HOURS = st.sampled_from(["00:05", "18:55", "19:00", "19:20", "23:50"])
ANSWERS: dict[str, st.SearchStrategy[Answer]] = {
    "struck": _choices("religious-building", "mosque-complex", "mosque", "community-hall", "dwelling"),
    "carried-out-by": st.sampled_from(["state", "command", "other-state"]).map(lambda slug: Answer(party=slug))
    | TWO_OF_THEM.map(lambda members: Answer(one_of=tuple(members))),
    "killed": numbers(),
    "killed-civilians": numbers(),
    "harmed-civilians": numbers(),
    "munitions": st.builds(
        lambda choice, number: replace(number, choice=choice),
        st.sampled_from(["missile", "hellfire", "bomb"]),
        numbers(),
    )
    | st.sampled_from(["missile", "hellfire"]).map(lambda code: Answer(choice=code)),
    "where": _points()
    | st.sampled_from(["aleppo", "idlib", "al-jinah"]).map(
        lambda slug: Answer(place=slug, precision=LocationPrecision.REGION)
    ),
    "date": st.sampled_from(["2017-03-16", "2017-03-17", "2017-03", "2017-03-16~"]).map(lambda text: Answer(date=text)),
    "clock": st.builds(lambda start, end: Answer(clock_from=start, clock_to=end), HOURS, HOURS)
    | st.builds(Answer, clock_from=HOURS, hedge=st.sampled_from([None, Hedge.ABOUT]))
    | st.builds(Answer, clock_to=HOURS, hedge=st.sampled_from([None, Hedge.NEARLY])),
    "building-hit": st.booleans().map(lambda yes: Answer(yes=yes)),
    "called": st.sampled_from(["A strike.", "A massacre."]).map(lambda text: Answer(text=text)),
}
QUESTIONS_ASKED = st.sampled_from(sorted(ANSWERS))


@st.composite
def claims(draw: st.DrawFn, number: int, question: str, parties: list[str] = SPEAKING) -> Claim:
    """One claim; denials where the kind allows them."""
    stance = draw(st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES, Stance.DECLINES, Stance.RETRACTS]))
    if question == "building-hit" and stance is Stance.DENIES:
        stance = Stance.ASSERTS
    return replace(
        EMPTY.claims[0],
        number=number,
        party=draw(st.sampled_from(parties)),
        question=question,
        stance=stance,
        answer=draw(ANSWERS[question]) if stance.needs_answer else None,
        strength=draw(st.sampled_from(terms.Strength)),
        scope=draw(st.sampled_from([terms.Scope.EVENT, terms.Scope.EVENT, terms.Scope.PART])),
        is_apparent_error=draw(st.sampled_from([False, False, False, True])),
        told_by=draw(st.sampled_from([None, None, None, "other-state"])),
        basis=draw(st.sampled_from(terms.Basis)),
    )


@st.composite
def dossiers(draw: st.DrawFn, parties: list[str] = SPEAKING, most: int = 6) -> Dossier:
    """A dossier on one question, or on the three that none is carried between, with links between its claims."""
    asked = draw(QUESTIONS_ASKED)
    family = ["killed-civilians", "harmed-civilians", "killed"]
    questions = st.sampled_from(family) if asked in family else st.just(asked)
    drawn = [draw(claims(number, draw(questions), parties)) for number in range(1, draw(st.integers(1, most)) + 1)]
    linked = [_linked(draw, claim, drawn) for claim in drawn]
    return replace(EMPTY, claims=tuple(linked))


def _linked(draw: st.DrawFn, claim: Claim, drawn: list[Claim]) -> Claim:
    earlier = [
        each.number for each in drawn if each.number < claim.number and AUTHORITY[each.party] == AUTHORITY[claim.party]
    ]
    others = [each.number for each in drawn if each.number != claim.number]
    replaced = draw(st.sampled_from([None, None, *earlier]))
    relation = draw(st.sampled_from([None, None, *others]))
    supersession = Supersession(claim=replaced or 0, kind=draw(st.sampled_from(terms.SupersessionKind)))
    kind = draw(st.sampled_from([RelationKind.CONTRADICTS, RelationKind.NOT_CONTRADICTING, RelationKind.REPEATS]))
    related = Relation(claim=relation or 0, kind=kind, by=draw(st.sampled_from(terms.RelatedBy)))
    changes: dict[str, Any] = {}
    if replaced:
        changes["supersedes"] = (supersession,)
    if relation:
        changes["relations"] = (related,)
    return replace(claim, **changes)
