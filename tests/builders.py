"""Rows for tests, each valid as it is: a test names what it is about, and the builder fills in what else is needed.

All go through the ORM without cleaning. Dates are given as EDTF: `make_incident(filed="2017-03")`.
"""

from collections.abc import Iterable
from datetime import date, time
from itertools import count
from typing import Any, assert_never

from django.contrib.auth.models import Permission, User
from django.db import transaction

from sources.dates.value import parse
from sources.models import Address, Capture, Publisher, Relay, Source
from sources.vocabulary import PublisherKind, SourceKind
from strikes.answers import KINDS
from strikes.models import (
    Alternative,
    Choice,
    Citation,
    Claim,
    ClaimRelation,
    Incident,
    Membership,
    Party,
    Place,
    Question,
    Subject,
    Supersession,
)
from strikes.vocabulary.terms import (
    AnswerKind,
    Hedge,
    LocationPrecision,
    PartyGroup,
    PartyKind,
    PlaceLevel,
    RelatedBy,
    RelationKind,
    Rule,
    Stance,
    State,
    SubjectKind,
    SupersessionKind,
    Unit,
    Wording,
)

_numbers = count(1)
# Of their own: a code has room for four digits.
_codes = count(1)
Fields = dict[str, Any]
NOTICE: Fields = {"withdrawn_on": date(2026, 11, 26), "withdrawn_reason": "It was entered twice."}


def make_user(**fields: Any) -> User:
    return User.objects.create_user(**{"username": f"user-{next(_numbers)}"} | fields)


def make_account(name: str) -> User:
    """Make a member of staff who may do with sources and strikes all that the admin offers."""
    email, last_name = f"{name}@example.org", f"Last {name}"
    account = make_user(username=name, email=email, password="password", is_staff=True, last_name=last_name)
    account.user_permissions.set(Permission.objects.filter(content_type__app_label__in=["sources", "strikes"]))
    return account


# Sources


def make_publisher(**fields: Any) -> Publisher:
    return Publisher.objects.create(**_named("publisher") | {"kind": PublisherKind.NEWSPAPER} | fields)


def make_source(**fields: Any) -> Source:
    number = next(_numbers)
    fields = {"code": f"source-{number}", "title": f"Source {number}", "kind": SourceKind.ARTICLE} | _parsed(fields)
    return Source.objects.create(**fields | {"publisher": fields.get("publisher") or make_publisher()})


def make_address(url: str, source: Source | None = None) -> Address:
    return Address.objects.create(url=url, source=source or make_source())


def make_capture(source: Source | None = None, **fields: Any) -> Capture:
    return Capture.objects.create(**{"source": source or make_source(), "number": next(_numbers)} | fields)


def make_relay(relaying: Source, relayed: Source) -> Relay:
    return Relay.objects.create(relaying=relaying, relayed=relayed)


# Places, parties, questions


def make_place(**fields: Any) -> Place:
    """Make a country, or a place one level beneath the `parent` given."""
    parent = fields.get("parent")
    level = PlaceLevel(parent.level + 1) if parent else PlaceLevel.COUNTRY
    return Place.objects.create(**_named("place") | {"level": level} | fields)


def make_party(**fields: Any) -> Party:
    return Party.objects.create(
        **_named("party") | {"kind": PartyKind.STATE, "group": PartyGroup.CONFLICT} | fields,
    )


@transaction.atomic
def make_joint(*members: Party, **fields: Any) -> Party:
    """Make a joint party of these, or of two others."""
    joint = make_party(**fields)
    for member in members or (make_party(), make_party()):
        Membership.objects.create(joint=joint, member=member)
    return joint


def question(code: str) -> Question:
    """Find a question of the vocabulary."""
    return Question.objects.get(code=code)


def choice(question_code: str, code: str) -> Choice:
    """Find a choice of a question of the vocabulary."""
    return Choice.objects.get(question__code=question_code, code=code)


# Incidents and claims


def make_incident(**fields: Any) -> Incident:
    number = next(_codes)
    fields = {
        "code": f"SY-2017-{number:04}-A",
        "title": f"Strike no. {number}",
        "filed": parse("2017-03-16"),
        "location_precision": LocationPrecision.COUNTRY,
    } | _parsed(_with_notice(fields))
    return Incident.objects.create(**fields | {"place": fields.get("place") or make_place()})


def make_subject(incident: Incident | None = None, **fields: Any) -> Subject:
    number = next(_numbers)
    fields = {"code": f"subject-{number}", "label": f"building no. {number}", "kind": SubjectKind.BUILDING} | fields
    return Subject.objects.create(incident=incident or make_incident(), **fields)


def new_claim(*, question: Question | str = "killed", **fields: Any) -> Claim:
    """Return a claim that is not saved yet, with an answer of its question's kind where it needs one."""
    asked = Question.objects.get(code=question) if isinstance(question, str) else question
    fields = Fields(number=next(_numbers), stance=Stance.ASSERTS) | _parsed(_with_notice(fields))
    is_answered = fields.keys() & {*KINDS[AnswerKind(asked.kind)].COLUMNS, "when", "denied"}
    if Stance(fields["stance"]).needs_answer and not is_answered:
        fields |= an_answer(asked)
    people = {"incident": fields.get("incident") or make_incident(), "party": fields.get("party") or make_party()}
    claim = Claim(question=asked, **fields | people)
    claim.take_over()
    return claim


@transaction.atomic
def make_claim(*, published: bool = False, one_of: Iterable[Party | Choice] = (), **fields: Any) -> Claim:
    """Make a draft; or a published claim, cited and approved. `one_of` are the answers that it leaves open."""
    one_of = list(one_of)
    claim = new_claim(**fields | {"is_one_of": True} if one_of else fields)
    claim.save()
    for member in one_of:
        make_alternative(claim, member)
    if published:
        make_citation(claim)
        publish(claim)
    return claim


def make_denial(denied: Claim, **fields: Any) -> Claim:
    """Make a claim that denies another, of another party, and gives no answer of its own."""
    same: Fields = {"incident": denied.incident, "question": denied.question, "subject": denied.subject}
    return make_claim(**same | {"stance": Stance.DENIES, "denied": denied} | fields)


def publish(claim: Claim) -> None:
    """Publish a claim that is cited already, as somebody who did not edit it."""
    claim.state = State.PUBLISHED
    claim.approved_by = claim.approved_by or make_user()
    claim.save()


def an_answer(asked: Question) -> Fields:
    """Return columns that answer the question, whatever its kind."""
    match kind := AnswerKind(asked.kind):
        case AnswerKind.PARTY:
            return {"value_party": make_party()}
        case AnswerKind.CHOICE:
            return {"choice": asked.choices.all()[0]}
        case AnswerKind.COUNT:
            return {"count_best": 46, "hedge": Hedge.EXACT, "unit": asked.unit or Unit.PERSONS}
        case AnswerKind.PLACE:
            return {"value_place": make_place(), "location_precision": LocationPrecision.COUNTRY}
        case AnswerKind.TIME if asked.rule == Rule.DATE:
            return {"when": parse("2017-03-16")}
        case AnswerKind.TIME:
            return {"clock_from": time(19), "clock_to": time(19), "hedge": Hedge.ABOUT}
        case AnswerKind.YES_NO:
            return {"yes_no": True}
        case AnswerKind.TEXT:
            return {"value_text": "a massacre"}
        case _:
            assert_never(kind)


def make_alternative(claim: Claim, member: Party | Choice) -> Alternative:
    return Alternative.objects.create(claim=claim, **{"party" if isinstance(member, Party) else "choice": member})


def make_citation(claim: Claim | None = None, **fields: Any) -> Citation:
    fields = {"claim": claim or make_claim(), "wording": Wording.OWN} | fields
    return Citation.objects.create(**fields | {"source": fields.get("source") or make_source()})


def make_supersession(later: Claim | None = None, earlier: Claim | None = None, **fields: Any) -> Supersession:
    """Let one claim update another, by default of the same party."""
    earlier = earlier or (make_claim(incident=later.incident, party=later.party) if later else make_claim())
    later = later or make_claim(incident=earlier.incident, party=earlier.party)
    return Supersession.objects.create(
        **{"later": later, "earlier": earlier, "kind": SupersessionKind.UPDATES} | fields
    )


def make_relation(from_claim: Claim | None = None, to_claim: Claim | None = None, **fields: Any) -> ClaimRelation:
    """Relate two claims of one incident, as an editor."""
    from_claim = from_claim or (make_claim(incident=to_claim.incident) if to_claim else make_claim())
    to_claim = to_claim or make_claim(incident=from_claim.incident)
    fields = {"kind": RelationKind.RELIES_ON, "by": RelatedBy.EDITOR} | fields
    return ClaimRelation.objects.create(from_claim=from_claim, to_claim=to_claim, **fields)


def _named(what: str) -> Fields:
    number = next(_numbers)
    return {"slug": f"{what}-{number}", "name": f"{what.capitalize()} {number}"}


def _with_notice(fields: Fields) -> Fields:
    """What is withdrawn carries a day and a reason."""
    return NOTICE | fields if fields.get("state") == State.WITHDRAWN else fields


def _parsed(fields: Fields) -> Fields:
    """Read the dates among the fields."""
    dates = ("filed", "stated", "when", "published")
    return {name: parse(value) if name in dates and isinstance(value, str) else value for name, value in fields.items()}
