"""Claims of the cast on one question, as hypothesis draws them: few answers, so that they meet and part.

`test_strategies` holds what these dossiers must be: a third in conflict, and every state among them.
"""

from collections.abc import Sequence
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
def numbers(draw: st.DrawFn, hedges: Sequence[Hedge] = tuple(Hedge)) -> Answer:
    """A number, as often as not with no word beside it."""
    if draw(st.booleans()):
        return Answer(best=draw(st.sampled_from([1, 2, 5, 40, 100, 0])))
    hedge = draw(st.sampled_from(hedges))
    form = draw(st.sampled_from(NUMBERS_OF_HEDGE[hedge]))
    names = [name for name in NUMBERS if name in form]
    values = sorted(draw(st.lists(st.sampled_from([0, 1, 2, 5, 40, 100]), min_size=len(names), max_size=len(names))))
    return Answer(**dict(zip(names, values, strict=True)), hedge=hedge)  # type: ignore[arg-type]


def _choices(*codes: str) -> st.SearchStrategy[Answer]:
    several = st.lists(st.sampled_from(codes), min_size=2, max_size=2, unique=True)
    one = st.sampled_from(codes).map(lambda code: Answer(choice=code))
    return one | one | several.map(lambda members: Answer(one_of=tuple(members)))


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
    "struck": _choices("religious-building", "mosque", "community-hall", "dwelling", "vehicle"),
    "carried-out-by": st.sampled_from(["state", "command", "other-state"]).map(lambda slug: Answer(party=slug))
    | TWO_OF_THEM.map(lambda members: Answer(one_of=tuple(members))),
    "killed": numbers(),
    "killed-civilians": numbers(),
    "harmed-civilians": numbers(),
    "munitions": st.builds(
        lambda choice, number: replace(number, choice=choice),
        st.sampled_from(["missile", "missile", "hellfire"]),
        numbers(),
    )
    | st.sampled_from(["missile", "hellfire"]).map(lambda code: Answer(choice=code)),
    "where": _points()
    | st.sampled_from(["aleppo", "idlib", "al-jinah"]).map(
        lambda slug: Answer(place=slug, precision=LocationPrecision.REGION)
    ),
    "date": st.sampled_from(
        ["2017-03-16", "2017-03-17", "2017-03-19", "[2017-03-16,2017-03-19]", "2017-03", "2017-03-16~"]
    ).map(lambda text: Answer(date=text)),
    "clock": st.builds(lambda start, end: Answer(clock_from=start, clock_to=end), HOURS, HOURS)
    | st.builds(Answer, clock_from=HOURS, hedge=st.sampled_from([None, Hedge.ABOUT]))
    | st.builds(Answer, clock_to=HOURS, hedge=st.sampled_from([None, Hedge.NEARLY])),
    "building-hit": st.booleans().map(lambda yes: Answer(yes=yes)),
    "called": st.sampled_from(["A strike.", "A massacre."]).map(lambda text: Answer(text=text)),
}
QUESTIONS_ASKED = st.sampled_from(sorted(ANSWERS))
# What is drawn beside a question: a part and its wholes.
FAMILY = {
    "killed-civilians": ["killed-civilians", "killed"],
    "harmed-civilians": ["killed-civilians", "harmed-civilians"],
}
MOSTLY_NUMBERS = QUESTIONS_ASKED | st.sampled_from(["killed", "killed", "killed-civilians", "munitions", "struck"])

# Plain positions by default: most claims assert or deny as fact, of the event as a whole, and count.
STANCES = [Stance.ASSERTS] * 6 + [Stance.DENIES]
SILENT = [stance for stance in Stance if not stance.takes_position]
STRENGTHS = [terms.Strength.FACT] * 12 + list(terms.Strength)
SCOPES = [terms.Scope.EVENT] * 19 + [terms.Scope.PART]
SELDOM = [False] * 19 + [True]
STATED = [None, "2017-03", "2017-03-17", "2017-03-18", "2017-06-07"]


@st.composite
def claims(draw: st.DrawFn, number: int, question: str, parties: list[str] = SPEAKING) -> Claim:
    """One claim, which takes a position more often than not; denials where the kind allows them."""
    stance = draw(st.sampled_from(SILENT if draw(st.integers(0, 7)) == 7 else STANCES))
    if question == "building-hit" and stance is Stance.DENIES:
        stance = Stance.ASSERTS
    return replace(
        EMPTY.claims[0],
        number=number,
        party=draw(st.sampled_from(parties)),
        question=question,
        stance=stance,
        answer=draw(ANSWERS[question]) if stance.needs_answer else None,
        strength=draw(st.sampled_from(STRENGTHS)),
        scope=draw(st.sampled_from(SCOPES)),
        is_apparent_error=draw(st.sampled_from(SELDOM)),
        told_by="other-state" if draw(st.sampled_from(SELDOM)) else None,
        basis=draw(st.sampled_from(terms.Basis)),
        stated=draw(st.sampled_from(STATED)),
    )


@st.composite
def plain_claims(draw: st.DrawFn, number: int, question: str, parties: list[str] = SPEAKING) -> Claim:
    """One claim that asserts as fact, and counts unless nobody signs it."""
    plain = replace(EMPTY.claims[0], number=number, question=question, stated=draw(st.sampled_from(STATED)))
    basis = draw(st.sampled_from(terms.Basis))
    return replace(plain, party=draw(st.sampled_from(parties)), answer=draw(ANSWERS[question]), basis=basis)


@st.composite
def dossiers(
    draw: st.DrawFn,
    parties: list[str] = SPEAKING,
    most: int = 6,
    fewest: int = 1,
    asked: st.SearchStrategy[str] = MOSTLY_NUMBERS,
) -> Dossier:
    """A dossier on one question, or on a part and a whole, with links between some of its claims."""
    question = draw(asked)
    questions = st.sampled_from(FAMILY.get(question, [question]))
    numbers_of_claims = range(1, draw(st.integers(fewest, most)) + 1)
    # Each party once before any speaks again.
    speaking = [*draw(st.permutations(parties)), *parties, *parties]
    drawing = claims if draw(st.integers(0, 2)) == 2 else plain_claims
    drawn = [draw(drawing(number, draw(questions), [speaking[number]])) for number in numbers_of_claims]
    return replace(EMPTY, claims=tuple(_linked(draw, claim, drawn) for claim in drawn))


@st.composite
def replacing(draw: st.DrawFn) -> tuple[Dossier, int]:
    """A dossier in which a claim supersedes an earlier one, and the number of the earlier."""
    dossier = draw(dossiers(parties=[party for party in SPEAKING if party != "officials"], most=5))
    earlier = draw(st.sampled_from(dossier.claims))
    later = draw(claims(99, earlier.question, [earlier.party]))
    kind = draw(st.sampled_from(terms.SupersessionKind))
    later = replace(later, supersedes=(Supersession(claim=earlier.number, kind=kind),))
    return replace(dossier, claims=(*dossier.claims, later)), earlier.number


@st.composite
def pairs(draw: st.DrawFn, kind: RelationKind) -> Dossier:
    """Two claims of two authorities on one question, which one of them or an editor relates so."""
    question = draw(QUESTIONS_ASKED)
    parties = draw(st.permutations([slug for slug in SPEAKING if slug not in ("command", "ministry")]))
    one, other = (draw(claims(number, question, [parties[number]])) for number in (1, 2))
    related = Relation(claim=2, kind=kind, by=draw(st.sampled_from(terms.RelatedBy)))
    return replace(EMPTY, claims=(replace(one, relations=(related,)), other))


def _linked(draw: st.DrawFn, claim: Claim, drawn: list[Claim]) -> Claim:
    """The claim, now and then with a link to an earlier claim of its authority, or to any other claim."""
    earlier = [
        each.number for each in drawn if each.number < claim.number and AUTHORITY[each.party] == AUTHORITY[claim.party]
    ]
    others = [each.number for each in drawn if each.number != claim.number]
    changes: dict[str, Any] = {}
    if earlier and draw(st.sampled_from([False, True])):
        kind = draw(st.sampled_from(terms.SupersessionKind))
        changes["supersedes"] = (Supersession(claim=draw(st.sampled_from(earlier)), kind=kind),)
    if others and draw(st.sampled_from(SELDOM)):
        relation = draw(
            st.sampled_from([RelationKind.CONTRADICTS, RelationKind.NOT_CONTRADICTING, RelationKind.REPEATS])
        )
        by = draw(st.sampled_from(terms.RelatedBy))
        changes["relations"] = (Relation(claim=draw(st.sampled_from(others)), kind=relation, by=by),)
    return replace(claim, **changes)
