"""How two answers of each kind stand to each other."""

import pytest

from strikes.answers import KINDS, count, party, place, time
from strikes.answers.answer import Answer
from strikes.answers.comparison import Ground, Verdict
from strikes.vocabulary.terms import AnswerKind, Hedge, LocationPrecision, Rule, Unit

EXCLUSIVE, OPEN = Ground(is_exclusive=True), Ground(is_exclusive=False)
INF = float("inf")
INTERVALS = [
    ({"best": 46}, (46, 46)),
    ({"low": 10, "high": 17}, (10, 17)),
    ({"low": 50, "best": 50, "high": 62}, (50, 62)),
    ({"best": 73, "high": 203}, (-INF, 203)),
    ({"low": 40, "best": 46}, (40, INF)),
    ({"low": 46, "hedge": Hedge.AT_LEAST}, (46, INF)),
    ({"low": 4, "hedge": Hedge.MORE_THAN}, (5, INF)),
    ({"high": 12, "hedge": Hedge.AT_MOST}, (-INF, 12)),
    ({"high": 12, "hedge": Hedge.FEWER_THAN}, (-INF, 11)),
    ({"best": 100, "hedge": Hedge.ABOUT}, (90, 110)),
    ({"low": 100, "high": 200, "hedge": Hedge.ABOUT}, (90, 220)),
    ({"best": 300, "hedge": Hedge.NEARLY}, (270, 300)),
    ({"best": 27, "hedge": Hedge.SO_FAR}, (27, INF)),
    ({"hedge": Hedge.SEVERAL}, (3, 20)),
    ({"hedge": Hedge.DOZENS}, (24, 99)),
    ({"hedge": Hedge.SCORES}, (40, 199)),
    ({"hedge": Hedge.HUNDREDS}, (200, 999)),
    ({"hedge": Hedge.SOME}, (1, INF)),
    ({"hedge": Hedge.MOST_OF}, (1, INF)),
    ({"hedge": Hedge.MOST_OF, "low": 49, "high": 49}, (25, 49)),
    ({"hedge": Hedge.NONE_KNOWN}, None),
    ({"best": 0}, (0, 0)),
]


@pytest.mark.parametrize(("number", "expected"), INTERVALS, ids=str)
def test_a_number_stands_for_an_interval_when_it_is_compared(number, expected):
    found = count.interval(Answer(**number))

    assert found == (pytest.approx(expected) if expected else None)


COUNTS = [
    ({"best": 42}, {"best": 42}, Verdict.SAME),
    ({"best": 42}, {"best": 42, "hedge": Hedge.EXACT}, Verdict.SAME),
    ({"best": 42}, {"low": 38, "hedge": Hedge.AT_LEAST}, Verdict.COMPATIBLE),
    ({"best": 42}, {"best": 46}, Verdict.DIFFER),
    ({"high": 12, "hedge": Hedge.AT_MOST}, {"low": 13, "hedge": Hedge.AT_LEAST}, Verdict.DIFFER),
    ({"best": 0}, {"best": 1}, Verdict.EXCLUDE),
    ({"hedge": Hedge.NONE_KNOWN}, {"hedge": Hedge.SOME}, Verdict.EXCLUDE),
    ({"hedge": Hedge.NONE_KNOWN}, {"best": 0}, Verdict.COMPATIBLE),
    ({"hedge": Hedge.NONE_KNOWN}, {"high": 12, "hedge": Hedge.AT_MOST}, Verdict.COMPATIBLE),
    ({"best": 0}, {"low": 0, "high": 5}, Verdict.COMPATIBLE),
    ({"best": 3}, {"best": 40, "unit": Unit.FAMILIES}, Verdict.COMPATIBLE),
]


@pytest.mark.parametrize(("one", "other", "verdict"), COUNTS, ids=str)
def test_two_numbers(one, other, verdict):
    assert count.compare(Answer(**one), Answer(**other), OPEN) is verdict


def test_a_denied_number_rules_out_what_lies_wholly_inside():
    dozens = Answer(hedge=Hedge.DOZENS)

    assert count.denied(dozens, Answer(best=40), OPEN)
    assert not count.denied(dozens, Answer(low=40, hedge=Hedge.AT_LEAST), OPEN)
    assert not count.denied(dozens, Answer(hedge=Hedge.NONE_KNOWN), OPEN)


def test_a_denied_number_rules_out_none_of_another_unit():
    forty = Answer(best=40)

    assert not count.denied(forty, Answer(best=40, unit=Unit.FAMILIES), OPEN)
    assert count.denied(forty, Answer(best=40, unit=Unit.FAMILIES), Ground(is_exclusive=False, unit=Unit.FAMILIES))


def point(latitude: float, precision: LocationPrecision, **values: str) -> Answer:
    return Answer(latitude=latitude, longitude=36.8, precision=precision, **values)  # type: ignore[arg-type]


KM = 1 / 111.195  # degrees of latitude
PLACES = [
    (point(36, LocationPrecision.SITE), point(36 + 0.1 * KM, LocationPrecision.SITE), Verdict.EXCLUDE),
    (point(36, LocationPrecision.SITE), point(36 + 0.1 * KM, LocationPrecision.VICINITY), Verdict.COMPATIBLE),
    (point(36, LocationPrecision.LOCALITY), point(36 + 1.9 * KM, LocationPrecision.LOCALITY), Verdict.COMPATIBLE),
    (point(36, LocationPrecision.LOCALITY), point(36 + 2.1 * KM, LocationPrecision.LOCALITY), Verdict.EXCLUDE),
    (point(36, LocationPrecision.SETTLEMENT), point(37, LocationPrecision.SETTLEMENT), Verdict.COMPATIBLE),
    (point(36, LocationPrecision.SITE), point(37, LocationPrecision.SETTLEMENT), Verdict.COMPATIBLE),
]
GROUND = Ground(is_exclusive=True, above={"al-jinah": ("aleppo", "syria"), "aleppo": ("syria",), "idlib": ("syria",)})


@pytest.mark.parametrize(("one", "other", "verdict"), PLACES)
def test_two_points(one, other, verdict):
    assert place.compare(one, other, EXCLUSIVE) is verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("aleppo", "idlib", Verdict.EXCLUDE),
        ("al-jinah", "aleppo", Verdict.COMPATIBLE),
        ("al-jinah", "idlib", Verdict.EXCLUDE),
        ("aleppo", "aleppo", Verdict.SAME),
    ],
)
def test_two_places_of_the_tree(one, other, verdict):
    area = Answer(place=one, precision=LocationPrecision.REGION)
    other_area = Answer(place=other, precision=LocationPrecision.REGION)

    assert place.compare(area, other_area, GROUND) is verdict


def clock(start: str | None, end: str | None = None, hedge: Hedge | None = None) -> Answer:
    return Answer(clock_from=start, clock_to=end, hedge=hedge)


CLOCKS = [
    (clock("19:00", "19:00"), clock("19:30", "19:30"), Verdict.COMPATIBLE),
    (clock("19:00", "19:00"), clock("19:31", "19:31"), Verdict.EXCLUDE),
    (clock("19:00", "19:00", Hedge.ABOUT), clock("19:45", "19:45"), Verdict.COMPATIBLE),
    (clock("19:00", "19:00", Hedge.ABOUT), clock("19:46", "19:46"), Verdict.EXCLUDE),
    (clock(None, "19:00", Hedge.NEARLY), clock("18:20", "18:20"), Verdict.COMPATIBLE),
    (clock("23:55", "23:55"), clock("00:10", "00:10"), Verdict.COMPATIBLE),
    (clock("23:00", "01:00"), clock("00:30", "00:30"), Verdict.COMPATIBLE),
    (clock("23:00", "01:00"), clock("03:00", "03:00"), Verdict.EXCLUDE),
    (clock(None, "19:00"), clock("08:00", "08:00"), Verdict.COMPATIBLE),
    (clock(None, "19:00"), clock("20:00", "20:00"), Verdict.EXCLUDE),
    (clock("19:00"), clock("02:00", "02:00"), Verdict.COMPATIBLE),
    (clock("19:00", "19:00"), Answer(date="2017-03-16"), Verdict.COMPATIBLE),
    (Answer(date="2017-03-16"), Answer(date="2017-03-18"), Verdict.COMPATIBLE),
]


@pytest.mark.parametrize(("one", "other", "verdict"), CLOCKS, ids=str)
def test_two_clock_times(one, other, verdict):
    assert time.compare_clocks(one, other, EXCLUSIVE) is verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("2017-03-16", "2017-03-17", Verdict.EXCLUDE),
        ("2017-03-16", "2017-03", Verdict.COMPATIBLE),
        ("2017-03-16~", "2017-03-17", Verdict.COMPATIBLE),
        ("2017-03-16", "2017-03-16", Verdict.SAME),
    ],
)
def test_two_dates(one, other, verdict):
    assert time.compare_days(Answer(date=one), Answer(date=other), EXCLUSIVE) is verdict


def test_points_places_and_days_of_a_question_with_several_answers_exclude_nothing():
    here, there = (point(latitude, LocationPrecision.SITE) for latitude in (36, 37))

    assert place.compare(here, there, OPEN) is Verdict.COMPATIBLE
    assert time.compare_days(Answer(date="2017-03-16"), Answer(date="2017-03-17"), OPEN) is Verdict.COMPATIBLE


def test_a_denied_place_rules_out_what_lies_within_it_and_a_denied_point_only_itself():
    aleppo, village = (Answer(place=slug, precision=LocationPrecision.REGION) for slug in ("aleppo", "al-jinah"))
    here, near = (point(latitude, LocationPrecision.LOCALITY) for latitude in (36, 36.0001))

    assert place.denied(aleppo, village, GROUND)
    assert not place.denied(village, aleppo, GROUND)
    assert place.denied(here, here, GROUND)
    assert not place.denied(here, near, GROUND)


def test_a_denied_day_rules_out_the_days_within_it_and_a_denied_hour_only_itself():
    march, day = Answer(date="2017-03"), Answer(date="2017-03-16")

    assert time.are_days_denied(march, day, EXCLUSIVE)
    assert not time.are_days_denied(day, march, EXCLUSIVE)
    assert time.is_clock_denied(clock("19:00"), clock("19:00"), EXCLUSIVE)
    assert not time.is_clock_denied(clock("19:00"), clock("19:00", "19:00"), EXCLUSIVE)


def test_parties_left_open_are_the_same_in_any_order():
    one, other = Answer(one_of=("state", "other-state")), Answer(one_of=("other-state", "state"))

    assert party.compare(one, other, EXCLUSIVE) is Verdict.SAME


def test_words_are_compared_by_nobody():
    massacre = Answer(text="A massacre.")

    assert KINDS[AnswerKind.TEXT].RULES[Rule.NEVER].compare(massacre, massacre, EXCLUSIVE) is Verdict.COMPATIBLE


def test_two_clock_times_are_not_compared_by_days():
    assert time.compare_days(clock("10:00"), clock("12:00", "12:00"), EXCLUSIVE) is Verdict.COMPATIBLE


SITE, REGION = LocationPrecision.SITE, LocationPrecision.REGION
TREE = {
    "us-command": ("united-states",),
    "mosque": ("religious-building",),
    "church": ("religious-building",),
    **GROUND.above,
}
# The rule, what is denied, what is asserted, and whether the one rules the other out.
OF_RULE: list[tuple[AnswerKind, Rule, list[tuple[dict[str, object], dict[str, object], bool]]]] = [
    (
        AnswerKind.PARTY,
        Rule.SAME_OR_WITHIN,
        [
            ({"party": "russia"}, {"party": "russia"}, True),
            ({"party": "russia"}, {"party": "syria"}, False),
            ({"party": "united-states"}, {"party": "us-command"}, True),
            ({"party": "us-command"}, {"party": "united-states"}, False),
            ({"party": "russia"}, {"one_of": ("russia", "syria")}, False),
            ({"one_of": ("russia", "syria")}, {"party": "russia"}, True),
            ({"one_of": ("russia", "syria")}, {"one_of": ("syria", "russia")}, True),
        ],
    ),
    (
        AnswerKind.CHOICE,
        Rule.SAME_OR_WITHIN,
        [
            ({"choice": "religious-building"}, {"choice": "mosque"}, True),
            ({"choice": "mosque"}, {"choice": "religious-building"}, False),
            ({"choice": "mosque"}, {"choice": "church"}, False),
            ({"choice": "mosque"}, {"one_of": ("mosque", "church")}, False),
            ({"choice": "religious-building"}, {"one_of": ("mosque", "church")}, True),
            ({"one_of": ("mosque", "church")}, {"choice": "church"}, True),
            ({"one_of": ("mosque", "church")}, {"choice": "religious-building"}, False),
            ({"choice": "mosque"}, {"choice": "mosque", "best": 2}, True),
            ({"choice": "mosque", "best": 2}, {"choice": "mosque"}, False),
            ({"choice": "mosque", "best": 2}, {"choice": "mosque", "best": 2}, True),
            ({"choice": "mosque", "best": 2}, {"choice": "mosque", "best": 3}, False),
            ({"choice": "religious-building", "best": 2}, {"choice": "mosque", "best": 2}, False),
        ],
    ),
    (
        AnswerKind.COUNT,
        Rule.INTERVAL,
        [
            ({"best": 46}, {"best": 46}, True),
            ({"best": 46}, {"best": 47}, False),
            ({"low": 40, "hedge": Hedge.AT_LEAST}, {"best": 46}, True),
            ({"best": 46}, {"low": 40, "hedge": Hedge.AT_LEAST}, False),
            ({"hedge": Hedge.NONE_KNOWN}, {"hedge": Hedge.NONE_KNOWN}, True),
            ({"hedge": Hedge.NONE_KNOWN}, {"best": 0}, False),
            ({"best": 46}, {"best": 46, "unit": Unit.FAMILIES}, False),
        ],
    ),
    (
        AnswerKind.PLACE,
        Rule.PLACE,
        [
            ({"place": "aleppo", "precision": REGION}, {"place": "al-jinah", "precision": SITE}, True),
            ({"place": "al-jinah", "precision": SITE}, {"place": "aleppo", "precision": REGION}, False),
            ({"place": "aleppo", "precision": REGION}, {"place": "idlib", "precision": REGION}, False),
            (
                {"latitude": 36.0, "longitude": 36.8, "precision": SITE},
                {"latitude": 36.0, "longitude": 36.8, "precision": SITE},
                True,
            ),
            (
                {"latitude": 36.0, "longitude": 36.8, "precision": SITE},
                {"latitude": 36.1, "longitude": 36.8, "precision": SITE},
                False,
            ),
        ],
    ),
    (
        AnswerKind.TIME,
        Rule.DATE,
        [
            ({"date": "2017-03"}, {"date": "2017-03-16"}, True),
            ({"date": "2017-03-16"}, {"date": "2017-03"}, False),
            ({"date": "2017-03-16"}, {"date": "2017-03-17"}, False),
            ({"date": "[2017-03-16,2017-03-18]"}, {"date": "2017-03-18"}, True),
            ({"date": "[2017-03-16,2017-03-18]"}, {"date": "2017-03-17"}, False),
            ({"date": "2017-03-16/2017-03-18"}, {"date": "[2017-03-16,2017-03-18]"}, True),
            ({"date": "[2017-03-16,2017-03-18]"}, {"date": "2017-03-16/2017-03-18"}, False),
            ({"date": "2017-03-16"}, {"date": "[2017-03-16,2017-03-18]"}, False),
            ({"clock_from": "19:00"}, {"clock_from": "19:00"}, False),
        ],
    ),
    (
        AnswerKind.TIME,
        Rule.CLOCK,
        [
            ({"clock_from": "19:00"}, {"clock_from": "19:00"}, True),
            ({"clock_from": "19:00"}, {"clock_from": "19:05"}, False),
            ({"date": "2017-03-16"}, {"date": "2017-03-16"}, False),
        ],
    ),
    (
        AnswerKind.YES_NO,
        Rule.YES_NO,
        [({"yes": True}, {"yes": True}, True), ({"yes": True}, {"yes": False}, False)],
    ),
    (AnswerKind.TEXT, Rule.NEVER, [({"text": "a massacre"}, {"text": "a massacre"}, False)]),
    (AnswerKind.COUNT, Rule.NEVER, [({"best": 46}, {"best": 46}, False)]),
]
DENIALS = [(kind, rule, *each) for kind, rule, cases in OF_RULE for each in cases]


@pytest.mark.parametrize(("kind", "rule", "denied", "asserted", "is_ruled_out"), DENIALS, ids=str)
def test_a_denial_rules_out(kind, rule, denied, asserted, is_ruled_out):
    ground = Ground(is_exclusive=True, above=TREE)

    assert KINDS[kind].RULES[rule].denied(Answer(**denied), Answer(**asserted), ground) is is_ruled_out
