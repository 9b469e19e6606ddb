"""What is said of parties, places, questions, incidents and claims where one is chosen."""

from django.utils.translation import gettext as _

from sources.admin.telling import TOLD_WITH, TOLD_WITH_MANY, beside, tell
from strikes.directory.claim_rows import answer_of_row, voice_of_row
from strikes.models import Choice, Claim, Incident, Party, Place, Question, Subject
from strikes.vocabulary.terms import Stance, Strength
from strikes.wording.claims import strength_beside

ABOVE = "parent__parent__parent__parent"
TOLD_WITH |= {
    Party: ("authority",),
    Place: (ABOVE,),
    Incident: ("place",),
    Subject: ("incident",),
    Choice: ("question",),
    Claim: ("incident", "question", "party", "told_by", "choice", "value_party", f"value_place__{ABOVE}"),
}
TOLD_WITH_MANY[Claim] = ("alternatives__party", "alternatives__choice")


@tell.register
def tell_party(party: Party) -> str:
    speaks_for = _("speaks for %s") % party.authority if party.authority else ""
    return beside(party.name, party.get_kind_display(), party.country, speaks_for, party.original_name)


@tell.register
def tell_place(place: Place) -> str:
    return beside(place.name, place.get_level_display(), *place.above, place.country)


@tell.register
def tell_question(question: Question) -> str:
    return beside(question.label, question.get_kind_display(), question.code)


@tell.register
def tell_incident(incident: Incident) -> str:
    return beside(incident.title, incident.code, incident.place, incident.get_state_display())


@tell.register
def tell_subject(subject: Subject) -> str:
    return beside(subject.label, subject.get_kind_display(), subject.incident.code)


@tell.register
def tell_choice(choice: Choice) -> str:
    return beside(choice.label, choice.question)


@tell.register
def tell_claim(claim: Claim) -> str:
    return f"{claim.incident.code} {tell_within(claim)}"


def tell_within(claim: Claim) -> str:
    """The claim among others of its incident."""
    answer, strength = answer_of_row(claim), strength_beside(Stance(claim.stance), Strength(claim.strength))
    who = voice_of_row(claim) if claim.told_by else f"{claim.party} {claim.get_stance_display()}"
    said = _("no. %(number)s: %(who)s") % {"number": claim.number, "who": f"{who} ({strength})" if strength else who}
    return beside(f"{said}: {claim.question}{f': {answer}' if answer else ''}", claim.stated)
