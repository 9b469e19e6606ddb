"""Incidents and their claims from a dossier into their tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import time
from typing import Any

from django.utils.translation import gettext as _

from sources.dates.value import PartialDate
from strikes.answers import KINDS
from strikes.answers.kind import Keys, Kind, Named
from strikes.dossiers import dossier as plain
from strikes.dossiers.check.problems import problem
from strikes.loading.files import File, FileProblem
from strikes.loading.shared import SharedRecords
from strikes.loading.tally import Tally
from strikes.models import (
    Alternative,
    Choice,
    Citation,
    Claim,
    ClaimRelation,
    Import,
    Incident,
    OtherArchive,
    Question,
    Subject,
    Supersession,
)
from strikes.models.dossiers.whole import own_dossier
from strikes.vocabulary.terms import AnswerKind, State


class QuestionKeys:
    """Questions and choices by their codes, read once a load."""

    def __init__(self) -> None:
        self.questions = {question.code: question for question in Question.objects.all()}
        self.choices: dict[int, dict[str, int]] = defaultdict(dict)
        for choice in Choice.objects.all():
            self.choices[choice.question_id][choice.code] = choice.pk


class IncidentWriter:
    """Brings one incident to what its file says; whoever calls holds the transaction."""

    def __init__(self, file: File, shared: SharedRecords, vocabulary: QuestionKeys, tally: Tally) -> None:
        self.dossier, self.file = file.dossier, file
        self.shared, self.vocabulary, self.tally = shared, vocabulary, tally
        self.row = (
            Incident.objects.select_for_update(no_key=True, of=("self",))
            .select_related("place")
            .filter(code=self.dossier.incident.code)
            .first()
        )
        self.before = own_dossier(self.row) if self.row else None
        self.claims_before = {claim.number: claim for claim in self.before.claims} if self.before else {}
        self.notices = _by_claim(self.dossier)
        self.notices_before = _by_claim(self.before) if self.before else {}

    def problems(self) -> Iterator[FileProblem]:
        """Claims that the archive has and the file has not: a claim is withdrawn, never dropped."""
        numbers = {claim.number for claim in self.dossier.claims}
        for number in sorted(self.claims_before.keys() - numbers):
            sentence = _(
                "The archive has a claim %(number)s, and the file has not. "
                "To take it back, keep it with the state “withdrawn” and a reason."
            )
            yield FileProblem(self.file.path, problem(("claims",), sentence, number=number))

    def write(self, account: dict[str, Any]) -> set[int]:
        """Write what differs; put the import on record if anything does, or did among what the file shares.

        The key of the incident, or nothing where nothing was written.
        """
        told_before = (self.before.incident, self.notices_before.get(None)) if self.before else None
        differs = self.tally.compare("incidents", told_before, (self.dossier.incident, self.notices.get(None)))
        subjects = self._compare("subjects", "code")
        differing = [claim for claim in self.dossier.claims if self._compare_claim(claim)]
        stale = set(self._before("subjects", "code")) - {subject.code for subject in self.dossier.subjects}
        self.tally.remove("subjects", len(stale))
        if not (differs or subjects or differing or stale or self.shared.touches(self.dossier)):
            return set()
        if differs:
            self._write_incident()
        record = Import.objects.create(
            incident=self.incident, file_name=self.file.path.name, sha256=self.file.sha256, **account
        )
        self._write_subjects(subjects)
        self._write_claims(differing, record)
        self.incident.subjects.filter(code__in=stale).delete()
        return {self.incident.pk}

    @property
    def incident(self) -> Incident:
        assert self.row is not None
        return self.row

    def _before(self, part: str, key: str) -> dict[Any, Any]:
        return {getattr(value, key): value for value in getattr(self.before, part)} if self.before else {}

    def _compare(self, part: str, key: str) -> list[Any]:
        before = self._before(part, key)
        return [
            value
            for value in getattr(self.dossier, part)
            if self.tally.compare(part, before.get(getattr(value, key)), value)
        ]

    def _compare_claim(self, claim: plain.Claim) -> bool:
        before = self.claims_before.get(claim.number)
        told_before = (before, self.notices_before.get(claim.number)) if before else None
        return self.tally.compare("claims", told_before, (claim, self.notices.get(claim.number)))

    @property
    def changes_notice(self) -> bool:
        """Whether the file changes the notice of withdrawal at the incident's own address."""
        return self.notices.get(None) != self.notices_before.get(None)

    def _write_incident(self) -> None:
        incident = self.dossier.incident
        self.row = self.row or Incident(code=incident.code)
        self.row.has_been_published = self.row.has_been_published or None in self.notices
        for name in ("title", "summary", "time_zone", "latitude", "longitude", "located_by", "filing_note", "state"):
            setattr(self.row, name, getattr(incident, name))
        for name, value in _notice_columns(self.notices.get(None)).items():
            setattr(self.row, name, value)
        self.row.filed = incident.filed_on
        self.row.clock_from, self.row.clock_to = _clock(incident.clock_from), _clock(incident.clock_to)
        self.row.place_id, self.row.location_precision = self.shared.places[incident.place], incident.precision
        self.row.save()
        if self.before is None or self.before.incident.other_archives != incident.other_archives:
            self.row.other_archives.all().delete()
            OtherArchive.objects.bulk_create(
                OtherArchive(incident=self.row, archive=other.archive, identifier=other.identifier, url=other.url)
                for other in incident.other_archives
            )

    def _write_subjects(self, subjects: Iterable[plain.Subject]) -> None:
        Subject.objects.bulk_create(
            [
                Subject(incident=self.incident, code=subject.code, kind=subject.kind, label=subject.label)
                for subject in subjects
            ],
            update_conflicts=True,
            unique_fields=["incident", "code"],
            update_fields=["kind", "label"],
        )

    def _write_claims(self, claims: list[plain.Claim], record: Import) -> None:
        subjects = dict(self.incident.subjects.values_list("code", "pk"))
        ids = dict(self.incident.claims.values_list("number", "pk"))
        once_published = set(self.incident.claims.filter(has_been_published=True).values_list("number", flat=True))
        rows = {
            claim.number: Claim(
                pk=ids.get(claim.number),
                has_been_published=claim.number in once_published or self._has_been_published(claim),
                **self._columns(claim, subjects, record),
            )
            for claim in claims
        }
        denials = {claim.number: claim.denies for claim in claims if claim.denies}
        changed = [row for row in rows.values() if row.pk]
        # First what stands under the claims: the alternatives to one question are none to another.
        Alternative.objects.filter(claim__in=changed).delete()
        Citation.objects.filter(claim__in=changed).delete()
        Supersession.objects.filter(later__in=changed).delete()
        ClaimRelation.objects.filter(from_claim__in=changed).delete()
        _save([row for row in rows.values() if row.number not in denials], ids)
        # What they deny stands by now: it asserts, and is no denial itself.
        for number, denied in denials.items():
            rows[number].denied_id = ids[denied]
        _save([rows[number] for number in denials], ids)
        Alternative.objects.bulk_create(
            row for claim in claims for row in self._alternatives(claim, rows[claim.number])
        )
        Citation.objects.bulk_create(row for claim in claims for row in self._citations(claim, ids))
        Supersession.objects.bulk_create(
            Supersession(
                incident=self.incident,
                later_id=ids[claim.number],
                earlier_id=ids[link.claim],
                kind=link.kind,
                reason=link.reason,
                words=link.words,
            )
            for claim in claims
            for link in claim.supersedes
        )
        ClaimRelation.objects.bulk_create(
            ClaimRelation(
                incident=self.incident,
                from_claim_id=ids[claim.number],
                to_claim_id=ids[link.claim],
                kind=link.kind,
                by=link.by,
                reason=link.reason,
            )
            for claim in claims
            for link in claim.relations
        )

    def _has_been_published(self, claim: plain.Claim) -> bool:
        return claim.state is not State.DRAFT or claim.number in self.notices

    def _columns(self, claim: plain.Claim, subjects: dict[str, int], record: Import) -> dict[str, Any]:
        question, party = self.vocabulary.questions[claim.question], self.shared.parties[claim.party]
        names = (
            "number",
            "stance",
            "strength",
            "basis",
            "scope",
            "also_covers",
            "statement",
            "note",
            "is_apparent_error",
            "is_protected",
            "state",
        )
        return {name: getattr(claim, name) for name in names} | {
            "incident": self.incident,
            "question": question,
            "kind": question.kind,
            "subject_id": subjects.get(claim.subject or ""),
            "party_id": party,
            "authority_id": self.shared.voices[claim.party],
            "told_by_id": self.shared.parties.get(claim.told_by or ""),
            "speaker_name": claim.speaker.name,
            "speaker_role": claim.speaker.role,
            "how_named": claim.speaker.how_named,
            "reason_unnamed": claim.speaker.reason_unnamed,
            "proof_standard": claim.proof_standard or "",
            **_date_columns("stated", claim.stated_on),
            **_notice_columns(self.notices.get(claim.number)),
            "approved_in": record if claim.state is State.PUBLISHED else None,
            **(_kind(question).columns(claim.answer, question.unit, self._keys(question)) if claim.answer else {}),
        }

    def _keys(self, question: Question) -> Keys:
        """The primary keys of what an answer to this question can name."""
        return Keys(self.shared.parties, self.vocabulary.choices[question.pk], self.shared.places)

    def _alternatives(self, claim: plain.Claim, row: Claim) -> Iterator[Alternative]:
        keys = self._keys(row.question)
        known = keys.parties if _kind(row.question).NAMED is Named.PARTY else keys.choices
        column = "party_id" if known is keys.parties else "choice_id"
        for name in claim.answer.one_of if claim.answer else ():
            yield Alternative(claim=row, question_id=row.question_id, kind=row.kind, **{column: known[name]})

    def _citations(self, claim: plain.Claim, ids: dict[int, int]) -> Iterator[Citation]:
        names = (
            "locator",
            "quotation",
            "language",
            "translation",
            "translator",
            "wording",
            "role",
            "printed",
            "is_withheld",
        )
        for position, citation in enumerate(claim.citations):
            yield Citation(
                claim_id=ids[claim.number],
                position=position,
                source_id=self.shared.sources[citation.source],
                capture_id=self.shared.captures[citation.source, citation.capture] if citation.capture else None,
                alleged_by_id=self.shared.parties.get(citation.alleged_by or ""),
                **{name: getattr(citation, name) for name in names},
            )


def _save(rows: Iterable[Claim], ids: dict[int, int]) -> None:
    """Write these claims, new or not, and note their keys by their numbers."""
    new = []
    for row in rows:
        if row.pk:
            row.save()
        else:
            new.append(row)
    Claim.objects.bulk_create(new)
    ids |= {row.number: row.pk for row in new}


def _kind(question: Question) -> Kind:
    return KINDS[AnswerKind(question.kind)]


def _by_claim(dossier: plain.Dossier) -> dict[int | None, plain.Withdrawal]:
    """The notices of withdrawal by the number of their claim; None is the incident itself."""
    return {notice.claim: notice for notice in dossier.withdrawn}


def _notice_columns(notice: plain.Withdrawal | None) -> dict[str, Any]:
    # Who withdrew it by a file is on record with the import.
    values = {"withdrawn_on": notice.day, "withdrawn_reason": notice.reason} if notice else {}
    return {"withdrawn_on": None, "withdrawn_reason": "", "withdrawn_by": None} | values


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _date_columns(prefix: str, when: PartialDate | None) -> dict[str, Any]:
    values = (when.earliest, when.latest, when.precision) if when else (None, None, "")
    return dict(zip((f"{prefix}_earliest", f"{prefix}_latest", f"{prefix}_precision"), values, strict=True))
