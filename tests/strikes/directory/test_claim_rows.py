"""Rows in words: the same words as those of the dossier that is made of them."""

import pytest

from strikes.admin.telling import tell_within
from strikes.directory.claim_rows import asked_of_row, place_of_row, said_by_row, told_by_row, voice_of_row
from strikes.models import Incident
from strikes.models.dossiers.whole import whole_dossier
from strikes.models.question import questions_in_archive
from strikes.vocabulary.terms import Hedge, LocationPrecision, Stance, Strength, Unit
from strikes.wording.claims import said_by
from strikes.wording.names import DossierNames, short_name
from tests.builders import choice, make_claim, make_incident, make_party, make_place, make_subject

pytestmark = pytest.mark.django_db


@pytest.fixture
def incident() -> Incident:
    """An incident with a claim of each kind of answer that names something, and of each way to say it."""
    incident = make_incident()
    two = [make_party(name="Russia"), make_party(name="Syria")]
    district = make_place(name="Atarib", parent=make_place(name="Aleppo", parent=make_place(name="Syria")))
    precision = LocationPrecision.DISTRICT
    make_claim(incident=incident, question="carried-out-by", one_of=two)
    make_claim(incident=incident, question="carried-out-by", value_party=two[0], stance=Stance.DENIES)
    make_claim(incident=incident, question="struck", choice=choice("struck", "mosque"), strength=Strength.LIKELY)
    make_claim(incident=incident, question="where", value_place=district, location_precision=precision)
    make_claim(incident=incident, question="strikes", count_best=7, hedge=Hedge.EXACT, unit=Unit.STRIKES)
    make_claim(
        incident=incident, question="building-hit", yes_no=True, subject=make_subject(incident, label="the hall")
    )
    make_claim(incident=incident, question="killed", stance=Stance.DECLINES)
    return incident


def test_a_row_says_the_same_as_the_claim_of_the_dossier(incident: Incident):
    dossier = whole_dossier(incident)
    names = DossierNames(dossier, questions_in_archive())

    rows = {row.number: (asked_of_row(row), said_by_row(row)) for row in incident.claims.all()}

    said = {each.number: (names.asked(each.question, each.subject), said_by(each, names)) for each in dossier.claims}
    assert rows == said
    assert {words for _asked, words in rows.values()} == {
        "Russia or Syria",
        "denies: Russia",
        "a mosque (likely or apparent)",
        "Atarib, Aleppo, Syria",
        "7 strikes",
        "it was hit",
        "declines to say",
    }


def test_a_row_that_another_tells_says_the_teller_first_as_the_claim_of_the_dossier_does(incident: Incident):
    teller = make_party(name="Israel’s military", short_name="Israel")
    told = make_claim(
        incident=incident, question="killed", count_best=3, hedge=Hedge.EXACT, unit=Unit.PERSONS, told_by=teller
    )
    own = make_claim(incident=incident, question="killed", count_best=3, hedge=Hedge.EXACT, unit=Unit.PERSONS)
    declined = make_claim(incident=incident, question="killed", stance=Stance.DECLINES, told_by=teller)
    dossier = whole_dossier(incident)
    names, claims = DossierNames(dossier, questions_in_archive()), {claim.number: claim for claim in dossier.claims}

    for row in (told, own, declined):
        assert voice_of_row(row) == names.voice(claims[row.number])
        assert voice_of_row(row, Stance.ASSERTS) == names.voice(claims[row.number], Stance.ASSERTS)
    assert told_by_row(told) == f"Israel says that {short_name(told.party)} said: 3 people"
    told.strength = Strength.POSSIBLE
    assert told_by_row(told) == f"Israel says that {short_name(told.party)} said: 3 people (possible)"
    told.strength = Strength.FACT
    assert told_by_row(declined) == f"Israel says that {short_name(declined.party)} declined to say"
    assert tell_within(told).startswith(f"no. {told.number}: Israel says that {short_name(told.party)} said: Killed: 3")


def test_a_place_is_said_with_its_region_and_country():
    region = make_place(name="Aleppo", parent=make_place(name="Syria"))

    assert place_of_row(make_place(name="Atarib", parent=region)) == "Atarib, Aleppo, Syria"
