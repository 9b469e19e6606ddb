"""What holds of the first sentences and the numbers of any page, over random dossiers that conflict."""

import re

from hypothesis import given
from msgspec.structs import replace

from strikes.answers.count import numbers_of, show_number
from strikes.dossiers.dossier import Claim, Dossier
from strikes.incident.page import IncidentPage
from strikes.rules.findings import findings
from strikes.rules.stands import Rank
from strikes.vocabulary.terms import Basis, PartyKind, Stance
from strikes.wording.names import short_name
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import case, says
from tests.strikes.rules.strategies import dossiers

PEOPLE = re.compile(r"\d[\d,]* (?:people|persons?)\b")


def first_sentences(dossier: Dossier) -> list[str]:
    """The sentences of the opening and of each question."""
    page = IncidentPage(dossier, QUESTIONS)
    return [*page.opening, *(page.sentences.finding(finding) for finding in page.findings)]


@given(dossiers(fewest=3))
def test_every_number_printed_is_a_claims_own_with_its_hedge(dossier: Dossier):
    own = {show_number(claim.answer) for claim in dossier.claims if claim.answer and numbers_of(claim.answer)}

    for sentence in first_sentences(dossier):
        for said in sorted(own, key=len, reverse=True):
            sentence = sentence.replace(said, "")  # noqa: PLW2901
        assert not PEOPLE.search(sentence)


@given(dossiers(fewest=3))
def test_nobody_is_named_on_a_question_who_has_no_claim_on_it(dossier: Dossier):
    page = IncidentPage(dossier, QUESTIONS)
    names = {party.slug: short_name(party) for party in dossier.parties}

    for finding in page.findings:
        # A number of the whole is read on the part, and named so.
        own = {stand.claim.party for stand in finding.positions.stands}
        own |= {slug for claim, _why in finding.positions.beside for slug in (claim.party, claim.told_by) if slug}
        own |= {stand.authority for stand in finding.positions.stands}
        own |= {slug for stand in finding.positions.stands for _key, slug in stand.answer.names}
        said = page.sentences.finding(finding)
        strangers = {slug for slug, name in names.items() if name in said} - own
        assert not {slug for slug in strangers if not any(names[slug] in names[each] for each in own)}


@given(dossiers(fewest=3))
def test_no_unnamed_official_stands_in_front(dossier: Dossier):
    for conflict in IncidentPage(dossier, QUESTIONS).main_conflicts.shown:
        sides = [side for shown in conflict.shown for side in shown.sides]
        kinds = {mention.party.kind for side in sides for answer in side.answers for mention in answer.mentions}
        assert PartyKind.OFFICIALS not in kinds


@given(dossiers(fewest=3))
def test_a_compilation_changes_nothing_of_who_faces_whom_where_others_face_each_other(dossier: Dossier):
    compiled = replace(number_of("monitor", 7), number=99, basis=Basis.COMPILATION)
    before = faces(dossier)

    after = faces(replace(dossier, claims=(*dossier.claims, compiled)))

    for asked, sides in before.items():
        if all(Rank.COMPILATION not in side and Rank.UNNAMED not in side for _names, side in sides):
            assert after[asked] == sides


@given(dossiers(fewest=3))
def test_a_denial_takes_no_number_off_the_page(dossier: Dossier):
    denial = replace(number_of("other-state", 5), number=99, stance=Stance.DENIES)

    before = numbers_on_page(dossier)
    after = numbers_on_page(replace(dossier, claims=(*dossier.claims, denial)))

    assert before <= after


def number_of(party: str, best: int) -> Claim:
    """A number of killed, said by this party."""
    return case(says(1, party, "killed", {"best": best})).claims[0]


def faces(dossier: Dossier) -> dict[object, list[tuple[object, set[Rank]]]]:
    """By question and verdict, the claims and the ranks of each side, where there is no compilation but may be."""
    return {
        (finding.asked, found.verdict): [
            ({stand.claim.number for stand in side.stands}, {stand.rank for stand in side.stands})
            for side in found.sides
        ]
        for finding in findings(dossier, QUESTIONS)
        for found in finding.confrontations
    }


def numbers_on_page(dossier: Dossier) -> set[int]:
    """The claims whose numbers the page shows, drawn or listed."""
    charts = IncidentPage(dossier, QUESTIONS).charts
    return {row.claim.number for chart in (*charts.drawn, *charts.alone) for row in (*chart.rows, *chart.listed)}
