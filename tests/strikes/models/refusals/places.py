"""What the archive refuses of places, parties and what it files an incident under."""

from datetime import date
from functools import partial

from strikes.models import Incident, OtherArchive, Party, Place, PlaceName, Subject
from strikes.vocabulary.terms import PartyGroup, PartyKind, PlaceLevel
from tests.builders import make_claim, make_incident, make_party, make_place, make_subject, make_supersession
from tests.refusals import Pair, Refusals, change

refusals = Refusals()

POINT: dict[str, float | None] = {"latitude": 36.1, "longitude": 36.8}
NO_POINTS: dict[str, dict[str, float | None]] = {
    "a latitude beyond a pole": POINT | {"latitude": 90.5},
    "a latitude beyond the other pole": POINT | {"latitude": -90.5},
    "a longitude beyond the date line": POINT | {"longitude": 180.5},
    "a longitude beyond the date line westward": POINT | {"longitude": -180.5},
    "a point without its longitude": POINT | {"longitude": None},
    "a point without its latitude": POINT | {"latitude": None},
}


def a_point_of_a_place(point: dict[str, float | None]) -> Pair:
    return change(make_place(), wrong=point, right=POINT)


def a_point_of_an_incident(point: dict[str, float | None]) -> Pair:
    return change(make_incident(), wrong=point, right=POINT)


for name, no_point in NO_POINTS.items():
    refusals.add(name, "place_point", partial(a_point_of_a_place, no_point))
    refusals.add(name, "incident_point", partial(a_point_of_an_incident, no_point))


# The tree of places


@refusals.by("place_parent_coarser", at="parent")
def a_district_in_a_settlement() -> Pair:
    region = make_place(parent=make_place())
    settlement = make_place(parent=region, level=PlaceLevel.SETTLEMENT)
    district = Place(slug="district", name="District", level=PlaceLevel.DISTRICT)
    return change(district, wrong={"parent": settlement}, right={"parent": region})


@refusals.by("place_parent_coarser", at="parent")
def a_place_that_lies_in_itself() -> Pair:
    region = make_place(parent=make_place())
    return change(region, wrong={"parent": region}, right={"parent": make_place()})


@refusals.by("place_parent_coarser", at="parent")
def two_places_that_lie_in_each_other() -> Pair:
    region = make_place(parent=make_place())
    return change(region, wrong={"parent": make_place(parent=region)}, right={"parent": make_place()})


@refusals.by("place_parent_coarser", at="parent")
def a_region_made_finer_than_what_lies_in_it() -> Pair:
    region = make_place(parent=make_place())
    make_place(parent=region, level=PlaceLevel.SETTLEMENT)
    return change(region, wrong={"level": PlaceLevel.SITE}, right={"level": PlaceLevel.DISTRICT})


@refusals.by("place_country_on_top")
def a_region_that_lies_nowhere() -> Pair:
    region = make_place(parent=make_place())
    return change(region, wrong={"parent": None}, right={"parent": make_place()})


@refusals.by("place_country_on_top")
def a_country_made_a_region() -> Pair:
    top = PlaceLevel.REGION
    return change(make_place(), wrong={"level": top}, right={"level": top, "parent": make_place()})


@refusals.by("place_name_once")
def one_spelling_of_a_place_twice() -> Pair:
    place = make_place()
    PlaceName.objects.create(place=place, text="Jinah")
    return change(PlaceName(place=place), wrong={"text": "Jinah"}, right={"text": "Jineh"})


# Parties and their authorities


@refusals.by("party_authority_root", at="authority")
def an_office_that_speaks_for_an_office() -> Pair:
    state = make_party()
    office = make_party(authority=state)
    command = Party(slug="command", name="Command", kind=PartyKind.COMMAND, group=PartyGroup.CONFLICT)
    return change(command, wrong={"authority": office}, right={"authority": state})


@refusals.by("party_authority_root", at="authority")
def a_party_that_speaks_for_itself_by_name() -> Pair:
    party = make_party()
    return change(party, wrong={"authority": party}, right={"authority": make_party()})


@refusals.by("party_authority_root", at="authority")
def two_parties_that_speak_for_each_other() -> Pair:
    state = make_party()
    return change(state, wrong={"authority": make_party(authority=state)}, right={"authority": None})


@refusals.by("party_authority_root", at="authority")
def an_authority_that_comes_to_speak_for_another() -> Pair:
    authority = make_party()
    make_party(authority=authority)
    return change(authority, wrong={"authority": make_party()}, right={"authority": None})


@refusals.by("claim_still_supersedes", at="authority")
def an_authority_changed_under_a_supersession() -> Pair:
    state = make_party()
    office, command = make_party(authority=state), make_party(authority=state)
    earlier = make_claim(party=office)
    make_supersession(make_claim(incident=earlier.incident, party=command), earlier)
    return change(command, wrong={"authority": make_party()}, right={"authority": state})


@refusals.by("claim_still_supersedes", at="authority")
def an_authority_changed_of_what_is_superseded() -> Pair:
    state = make_party()
    office = make_party(authority=state)
    earlier = make_claim(party=office)
    make_supersession(make_claim(incident=earlier.incident, party=state), earlier)
    return change(office, wrong={"authority": None}, right={"authority": state})


# What an incident is filed under


def filed(first: date, last: date, precision: str = "range") -> dict[str, date | str]:
    return {"filed_earliest": first, "filed_latest": last, "filed_precision": precision}


DAY, NEXT = date(2017, 3, 16), date(2017, 3, 17)


@refusals.by("incident_filed_order")
def filed_earliest_after_latest() -> Pair:
    return change(make_incident(), wrong=filed(NEXT, DAY), right=filed(DAY, NEXT))


@refusals.by("incident_filed_day")
def a_day_filed_that_is_two_days() -> Pair:
    return change(make_incident(), wrong=filed(DAY, NEXT, "day"), right=filed(DAY, DAY, "day"))


@refusals.by("incident_filed_whole", at="filed_precision", says="This field is required.")
def days_filed_without_a_precision() -> Pair:
    return change(make_incident(), wrong={"filed_precision": ""}, right={"filed_precision": "approximate"})


@refusals.by("incident_filed_span")
def a_filed_span_of_367_days() -> Pair:
    leap_year = date(2016, 1, 1)
    return change(make_incident(), wrong=filed(leap_year, date(2017, 1, 1)), right=filed(leap_year, date(2016, 12, 31)))


@refusals.by("subject_code_once")
def two_subjects_of_one_code() -> Pair:
    subject = make_subject()
    another = Subject(incident=subject.incident, kind=subject.kind, label="the mosque")
    return change(another, wrong={"code": subject.code}, right={"code": "the-mosque"})


@refusals.by("other_archive_once")
def one_record_of_another_archive_twice() -> Pair:
    incident: Incident = make_incident()
    OtherArchive.objects.create(incident=incident, archive="Airwars", identifier="CS734")
    record = OtherArchive(incident=incident, archive="Airwars")
    return change(record, wrong={"identifier": "CS734"}, right={"identifier": "CS735"})
