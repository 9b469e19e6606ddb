"""What is wrong with a dossier beyond its schema: the rules that the database holds, each with the place it breaks at.

Pure: a dossier and the vocabulary of questions go in, every problem found comes out.
"""

import zoneinfo
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from sources.addresses import strip_address
from sources.dates import PartialDate, parse
from strikes.answers import KINDS
from strikes.dossiers.codec import Problem, pointer
from strikes.dossiers.dossier import Claim, Dossier
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import AnswerKind, CitationRole, HowNamed, PlaceLevel, Stance, State

LONGEST_SPAN_DAYS = 366
_time_zones = cache(zoneinfo.available_timezones)


def check(dossier: Dossier, questions: Questions) -> list[Problem]:
    """Every problem of the dossier, in the order of the file's parts."""
    checks: tuple[Callable[[Dossier], Iterator[Problem]], ...] = (
        _incident,
        _names_stand_once,
        _places,
        _publishers,
        _parties,
        _sources,
    )
    found = [problem for one in checks for problem in one(dossier)]
    return [*found, *_Claims(dossier, questions).problems()]


def _problem(sentence: str, *path: str | int, **values: Any) -> Problem:
    return Problem(pointer(*path), sentence % values)


def _date(text: str | None, *path: str | int) -> Iterator[Problem]:
    try:
        parse(text or "2000")
    except ValueError as error:
        yield Problem(pointer(*path), str(error))


def _known(name: str | None, names: Iterable[str], what: str, *path: str | int) -> Iterator[Problem]:
    if name is not None and name not in names:
        yield _problem(_("The file does not define the %(what)s “%(name)s”."), *path, what=what, name=name)


def _twice(values: Sequence[Hashable], what: str, path: Callable[[int], tuple[str | int, ...]]) -> Iterator[Problem]:
    counts = Counter(values)
    for index, value in enumerate(values):
        if counts[value] > 1 and values.index(value) < index:
            yield _problem(
                _("The %(what)s “%(value)s” stands here a second time."), *path(index), what=what, value=value
            )


def _incident(dossier: Dossier) -> Iterator[Problem]:
    incident = dossier.incident
    yield from _date(incident.filed, "incident", "filed")
    yield from _known(incident.place, {place.slug for place in dossier.places}, _("place"), "incident", "place")
    if not list(_date(incident.filed)) and _days(incident.filed_on) > LONGEST_SPAN_DAYS:
        yield _problem(
            _("An incident is filed under at most %(days)s days."), "incident", "filed", days=LONGEST_SPAN_DAYS
        )
    if incident.time_zone and incident.time_zone not in _time_zones():
        yield _problem(
            _("“%(name)s” is no time zone. Write its IANA name, such as Asia/Damascus."),
            "incident",
            "time_zone",
            name=incident.time_zone,
        )
    yield from _point(incident, "incident")
    archives = [(other.archive, other.identifier) for other in incident.other_archives]
    yield from _twice(archives, _("record"), lambda index: ("incident", "other_archives", index))


def _days(when: PartialDate) -> int:
    return (when.latest - when.earliest).days + 1


def _point(record: Any, *path: str | int) -> Iterator[Problem]:
    if (record.latitude is None) != (record.longitude is None):
        yield _problem(_("A point needs both latitude and longitude."), *path, "latitude")


def _names_stand_once(dossier: Dossier) -> Iterator[Problem]:
    for part, key in (
        ("places", "slug"),
        ("publishers", "slug"),
        ("parties", "slug"),
        ("sources", "code"),
        ("subjects", "code"),
        ("claims", "number"),
    ):
        values = [getattr(record, key) for record in getattr(dossier, part)]
        yield from _twice(values, key, lambda index, part=part, key=key: (part, index, key))


def _places(dossier: Dossier) -> Iterator[Problem]:
    levels = {place.slug: PlaceLevel[place.level.upper()] for place in dossier.places}
    for index, place in enumerate(dossier.places):
        path = ("places", index)
        yield from _known(place.parent, levels, _("place"), *path, "parent")
        yield from _point(place, *path)
        if (place.parent is None) != (place.level == "country"):
            yield _problem(_("A country lies in no other place, and every other place lies in one."), *path, "parent")
        elif place.parent in levels and levels[place.parent] >= levels[place.slug]:
            yield _problem(
                _("A place lies in a coarser one: a settlement in a district, a region or a country."), *path, "parent"
            )
        yield from _twice(
            [name.text for name in place.names], _("name"), lambda number, path=path: (*path, "names", number)
        )


def _publishers(dossier: Dossier) -> Iterator[Problem]:
    parents = {publisher.slug: publisher.parent for publisher in dossier.publishers}
    for index, publisher in enumerate(dossier.publishers):
        yield from _known(publisher.parent, parents, _("publisher"), "publishers", index, "parent")
    edges = {slug: [parent] for slug, parent in parents.items() if parent}
    for slug in _in_circles(edges):
        yield _problem(
            _("A publisher cannot belong to itself, by whatever way round."),
            "publishers",
            list(parents).index(slug),
            "parent",
        )


def _parties(dossier: Dossier) -> Iterator[Problem]:
    authorities = {party.slug: party.authority for party in dossier.parties}
    publishers = {publisher.slug for publisher in dossier.publishers}
    for index, party in enumerate(dossier.parties):
        path = ("parties", index)
        yield from _known(party.authority, authorities, _("party"), *path, "authority")
        yield from _known(party.publisher, publishers, _("publisher"), *path, "publisher")
        if party.authority == party.slug or (party.authority and authorities.get(party.authority)):
            yield _problem(
                _(
                    "An authority speaks for itself: name the party at the top, not another office, and not the party itself."
                ),
                *path,
                "authority",
            )


def _sources(dossier: Dossier) -> Iterator[Problem]:
    codes = [source.code for source in dossier.sources]
    publishers = {publisher.slug for publisher in dossier.publishers}
    for index, source in enumerate(dossier.sources):
        path = ("sources", index)
        yield from _known(source.publisher, publishers, _("publisher"), *path, "publisher")
        yield from _date(source.published, *path, "published")
        for number, relayed in enumerate(source.relays):
            yield from _known(relayed, codes, _("source"), *path, "relays", number)
        numbers = [capture.number for capture in source.captures]
        yield from _twice(numbers, _("number"), lambda number, path=path: (*path, "captures", number, "number"))
    for code in _in_circles({source.code: source.relays for source in dossier.sources}):
        yield _problem(
            _("A source cannot relay itself, by whatever way round."), "sources", codes.index(code), "relays"
        )
    places = [
        (number, position) for number, source in enumerate(dossier.sources) for position in range(len(source.addresses))
    ]
    addresses = [strip_address(dossier.sources[number].addresses[position]) for number, position in places]
    yield from _twice(
        addresses, _("address"), lambda index: ("sources", places[index][0], "addresses", places[index][1])
    )


def _in_circles(edges: dict[Any, Iterable[Any]]) -> Iterator[Any]:
    """The nodes from which one comes back to themselves."""
    for start in edges:
        seen, ahead = set(), list(edges[start])
        while ahead:
            node = ahead.pop()
            if node not in seen:
                seen.add(node)
                ahead.extend(edges.get(node, ()))
        if start in seen:
            yield start


class _Claims:
    """The claims of a dossier, checked against its other parts and the vocabulary."""

    def __init__(self, dossier: Dossier, questions: Questions) -> None:
        self.dossier = dossier
        self.questions = questions.by_code()
        self.claims = {claim.number: claim for claim in dossier.claims}
        self.subjects = {subject.code for subject in dossier.subjects}
        self.parties = {party.slug: party for party in dossier.parties}
        self.places = {place.slug for place in dossier.places}
        self.sources = {source.code: source for source in dossier.sources}

    def problems(self) -> Iterator[Problem]:
        for index, claim in enumerate(self.dossier.claims):
            path = ("claims", index)
            yield from _known(claim.subject, self.subjects, _("subject"), *path, "subject")
            yield from _known(claim.party, self.parties, _("party"), *path, "party")
            yield from _known(claim.told_by, self.parties, _("party"), *path, "told_by")
            yield from _date(claim.stated, *path, "stated")
            yield from self._answer(claim, *path)
            yield from self._speaker(claim, *path)
            yield from self._citations(claim, *path)
            yield from self._links(claim, *path)
        for number in _in_circles(
            {claim.number: [link.claim for link in claim.supersedes] for claim in self.dossier.claims}
        ):
            index = list(self.claims).index(number)
            yield _problem(_("A claim cannot supersede itself, by whatever way round."), "claims", index, "supersedes")

    def _answer(self, claim: Claim, *path: str | int) -> Iterator[Problem]:
        question = self.questions.get(claim.question)
        if question is None:
            yield _problem(_("This archive has no question “%(code)s”."), *path, "question", code=claim.question)
            return
        if claim.answer is None:
            if claim.stance.needs_answer:
                yield _problem(_("To assert or deny, a claim needs an answer."), *path, "answer")
            return
        kind = KINDS[question.kind]
        for key in sorted(claim.answer.keys - kind.KEYS):
            yield _problem(
                _("“%(key)s” does not answer the question “%(label)s”, which takes: %(kind)s."),
                *path,
                "answer",
                key,
                key=key,
                label=question.label,
                kind=question.kind.label,
            )
        yield from (Problem(pointer(*path, "answer", key), sentence) for key, sentence in kind.problems(claim.answer))
        yield from self._named(claim, question, *path)
        if question.kind is AnswerKind.YES_NO and claim.stance is Stance.DENIES:
            yield _problem(_("To a yes or no question “no” is asserted; “yes” is never denied."), *path, "stance")

    def _named(self, claim: Claim, question: Question, *path: str | int) -> Iterator[Problem]:
        """What the answer names must be there to be named."""
        answer = claim.answer
        assert answer is not None
        yield from _known(answer.place, self.places, _("place"), *path, "answer", "place")
        yield from _known(answer.party, self.parties, _("party"), *path, "answer", "party")
        choices = {choice.code for choice, _above in question.all_choices()}
        codes = [("choice", answer.choice)] if answer.choice else []
        if question.kind is AnswerKind.CHOICE:
            codes += [("one_of", code) for code in answer.one_of]
        for key, code in codes:
            if code not in choices:
                yield _problem(
                    _("“%(code)s” is no choice of the question “%(label)s”."),
                    *path,
                    "answer",
                    key,
                    code=code,
                    label=question.label,
                )
        if question.kind is AnswerKind.PARTY:
            for slug in answer.one_of:
                yield from _known(slug, self.parties, _("party"), *path, "answer", "one_of")

    def _speaker(self, claim: Claim, *path: str | int) -> Iterator[Problem]:
        if claim.is_protected and claim.speaker.name:
            yield _problem(_("A protected claim carries no speaker's name, not even unseen."), *path, "speaker", "name")

    def _citations(self, claim: Claim, *path: str | int) -> Iterator[Problem]:
        roles = {citation.role for citation in claim.citations}
        if claim.state is State.PUBLISHED and CitationRole.EVIDENCE not in roles:
            yield _problem(
                _("A published claim needs at least one citation where it can be read (role: evidence)."),
                *path,
                "citations",
            )
        for number, citation in enumerate(claim.citations):
            here = (*path, "citations", number)
            source = self.sources.get(citation.source)
            yield from _known(citation.source, self.sources, _("source"), *here, "source")
            if source and citation.capture and citation.capture not in {capture.number for capture in source.captures}:
                yield _problem(
                    _("The source “%(code)s” has no capture %(number)s."),
                    *here,
                    "capture",
                    code=source.code,
                    number=citation.capture,
                )
            if (citation.role is CitationRole.PRINTED_DIFFERENTLY) != bool(citation.printed):
                yield _problem(_("Say what is printed differently, and only where the role says so."), *here, "printed")

    def _links(self, claim: Claim, *path: str | int) -> Iterator[Problem]:
        for part, links in (("supersedes", claim.supersedes), ("relations", claim.relations)):
            for number, link in enumerate(links):
                if link.claim not in self.claims:
                    yield _problem(
                        _("The file has no claim %(number)s."), *path, part, number, "claim", number=link.claim
                    )
                elif link.claim == claim.number and part == "relations":
                    yield _problem(_("A claim bears on another, not on itself."), *path, part, number, "claim")
            numbers = [link.claim if part == "supersedes" else (link.claim, link.kind, link.by) for link in links]
            yield from _twice(numbers, _("claim"), lambda number, part=part: (*path, part, number, "claim"))
        for number, link in enumerate(claim.supersedes):
            if link.claim in self.claims:
                yield from self._supersession(claim, self.claims[link.claim], link.words, *path, "supersedes", number)

    def _supersession(self, later: Claim, earlier: Claim, words: str, *path: str | int) -> Iterator[Problem]:
        if HowNamed.UNNAMED_OFFICIAL in (later.speaker.how_named, earlier.speaker.how_named):
            yield _problem(
                _("Unnamed officials supersede nobody and are superseded by nobody: their claims stand beside."),
                *path,
                "claim",
            )
        if self._authority(later) != self._authority(earlier) and not words:
            yield _problem(
                _("The earlier claim is another authority's. Give the words that say that it is replaced."),
                *path,
                "words",
            )

    def _authority(self, claim: Claim) -> str:
        party = self.parties.get(claim.party)
        return (party.authority if party else None) or claim.party
