"""The incidents that a change of a record affects: their pages change with it."""

from collections.abc import Collection

from django.db import models
from django.db.models import Q

from sources.closure import closure
from sources.models import Address, Capture, Publisher, Relay, Source
from strikes.models.alternative import Alternative
from strikes.models.citation import Citation
from strikes.models.claim import Claim
from strikes.models.incident import Incident, OtherArchive, Subject
from strikes.models.links import ClaimRelation, Supersession
from strikes.models.party import Membership, Party, with_those_naming
from strikes.models.place import Place, PlaceName
from strikes.models.question import Choice, Inclusion, Question

Ids = Collection[int]


def incidents_affected(record: models.Model) -> set[int]:
    """The keys of the incidents that contain or name this record; none for a record of no incident."""
    match record:
        case Incident():
            return {record.pk}
        case Claim() | Subject() | OtherArchive() | Supersession() | ClaimRelation():
            return {record.incident_id}
        case Citation() | Alternative():
            return {record.claim.incident_id}
        case Party():
            return incidents_naming(parties=[record.pk])
        case Membership():
            return incidents_naming(parties=[record.joint_id])
        case Question():
            return incidents_naming(questions=[record.pk])
        case Inclusion():
            return incidents_naming(questions=[record.part_id])
        case Choice():
            return incidents_naming(questions=[record.question_id])
        case Place():
            return incidents_naming(places=[record.pk])
        case PlaceName():
            return incidents_naming(places=[record.place_id])
        case Publisher():
            return incidents_naming(publishers=[record.pk])
        case Source():
            return incidents_naming(sources=[record.pk])
        case Address() | Capture():
            return incidents_naming(sources=[record.source_id])
        case Relay():
            return incidents_naming(sources=[record.relaying_id])
        case _:
            return set()


def incidents_naming(
    *, questions: Ids = (), parties: Ids = (), places: Ids = (), publishers: Ids = (), sources: Ids = ()
) -> set[int]:
    """The keys of the incidents that name any of these, or what belongs to one of them."""
    publishers = (
        [*Publisher.objects.filter(pk__in=closure(Publisher, "parent", "id", publishers)).values_list("pk", flat=True)]
        if publishers
        else []
    )
    parties = {*parties, *Party.objects.filter(publisher__in=publishers).values_list("pk", flat=True)}
    if parties:
        parties = {*Party.objects.filter(pk__in=with_those_naming(parties)).values_list("pk", flat=True)}
    sources = {*sources, *Source.objects.filter(publisher__in=publishers).values_list("pk", flat=True)}
    found: set[int] = set()
    if questions:
        # None of a whole is read on each part: what changes of the whole may change what comes out on the part.
        parts = Question.objects.filter(pk__in=closure(Inclusion, "whole", "part", questions)).values("pk")
        found |= {*Claim.objects.filter(question__in=parts).values_list("incident", flat=True)}
    if parties:
        named = Q(party__in=parties) | Q(told_by__in=parties) | Q(value_party__in=parties)
        found |= {*Claim.objects.filter(named).values_list("incident", flat=True)}
        found |= {*Alternative.objects.filter(party__in=parties).values_list("claim__incident", flat=True)}
        found |= {*Citation.objects.filter(alleged_by__in=parties).values_list("claim__incident", flat=True)}
    if places:
        beneath = Place.objects.filter(pk__in=closure(Place, "parent", "id", places)).values("pk")
        found |= {*Claim.objects.filter(value_place__in=beneath).values_list("incident", flat=True)}
        found |= {*Incident.objects.filter(place__in=beneath).values_list("pk", flat=True)}
    if sources:
        relaying = closure(Relay, "relayed", "relaying", sources)
        found |= {*Citation.objects.filter(source__in=relaying).values_list("claim__incident", flat=True)}
    return found
