"""A dossier in the one order and the one spelling in which the archive gives it back."""

from datetime import UTC, datetime

from msgspec.structs import replace

from sources.dates.value import parse
from strikes.answers import KINDS
from strikes.dossiers.choices import in_order, with_new_choices
from strikes.dossiers.dossier import THE_ORGANISATION, Capture, Claim, Dossier, Party, Source
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import PlaceLevel


def canonical(dossier: Dossier, questions: Questions) -> Dossier:
    """The same dossier, its parts in order and what is the default left out; it must have passed `check`."""
    by_code = with_new_choices(questions, dossier.choices).by_code()
    incident = dossier.incident
    return Dossier(
        incident=replace(
            incident,
            filed=incident.filed_on.edtf,
            other_archives=tuple(sorted(incident.other_archives, key=lambda other: (other.archive, other.identifier))),
        ),
        places=tuple(sorted(dossier.places, key=lambda place: (PlaceLevel[place.level.upper()], place.slug))),
        publishers=tuple(sorted(dossier.publishers, key=lambda publisher: publisher.slug)),
        parties=tuple(sorted(map(_party, dossier.parties), key=lambda party: party.slug)),
        sources=tuple(sorted(map(_source, dossier.sources), key=lambda source: source.code)),
        subjects=tuple(sorted(dossier.subjects, key=lambda subject: subject.code)),
        choices=in_order(dossier.choices),
        claims=tuple(
            sorted((_claim(claim, by_code[claim.question]) for claim in dossier.claims), key=lambda claim: claim.number)
        ),
        withdrawn=tuple(sorted(dossier.withdrawn, key=lambda notice: notice.claim or 0)),
    )


def _party(party: Party) -> Party:
    return replace(party, members=tuple(sorted(party.members)))


def _source(source: Source) -> Source:
    return replace(
        source,
        published=_edtf(source.published),
        relays=tuple(sorted(source.relays)),
        captures=tuple(sorted(map(_capture, source.captures), key=lambda capture: capture.number)),
    )


def _capture(capture: Capture) -> Capture:
    return replace(capture, seen_at=show_moment(datetime.fromisoformat(capture.seen_at)) if capture.seen_at else None)


def show_moment(moment: datetime) -> str:
    """A moment in UTC, to the second: 2017-03-17T23:38:22Z."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _claim(claim: Claim, question: Question) -> Claim:
    return replace(
        claim,
        speaker=THE_ORGANISATION if claim.speaker == THE_ORGANISATION else claim.speaker,
        answer=KINDS[question.kind].canonical(claim.answer, question.unit) if claim.answer else None,
        stated=_edtf(claim.stated),
        supersedes=tuple(sorted(claim.supersedes, key=lambda link: link.claim)),
        relations=tuple(sorted(claim.relations, key=lambda link: (link.claim, link.kind, link.by))),
    )


def _edtf(text: str | None) -> str | None:
    return parse(text).edtf if text else None
