"""Problems of the claims of a dossier, given its other parts and the vocabulary of questions."""

from collections.abc import Iterator
from typing import assert_never

from django.utils.translation import gettext as _

from strikes.answers import KINDS
from strikes.answers.answer import Answer
from strikes.answers.count import hedge_of
from strikes.answers.kind import Named
from strikes.dossiers.check.names import in_circles, no_such_choice, no_such_question, repeated, unknown
from strikes.dossiers.check.problems import Path, date_problems, problem
from strikes.dossiers.codec import Problem, pointer
from strikes.dossiers.dossier import Claim, Dossier
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import AnswerKind, CitationRole, HowNamed, RelationKind, Stance, State


class ClaimChecks:
    """The claims of one dossier under check."""

    def __init__(self, dossier: Dossier, questions: Questions) -> None:
        self.dossier = dossier
        self.questions = questions.by_code()
        self.claims = {claim.number: claim for claim in dossier.claims}
        self.subjects = {subject.code for subject in dossier.subjects}
        self.parties = {party.slug: party for party in dossier.parties}
        self.places = {place.slug for place in dossier.places}
        self.sources = {source.code: source for source in dossier.sources}

    def problems(self) -> Iterator[Problem]:
        """Every problem, claim by claim."""
        links = {claim.number: [link.claim for link in claim.supersedes] for claim in self.dossier.claims}
        circle = set(in_circles(links))
        overtaken = set(in_circles({claim.number: _overtaken_by(claim) for claim in self.dossier.claims}))
        for index, claim in enumerate(self.dossier.claims):
            path: Path = ("claims", index)
            yield from unknown(claim.subject, self.subjects, _("subject"), (*path, "subject"))
            yield from unknown(claim.party, self.parties, _("party"), (*path, "party"))
            yield from unknown(claim.told_by, self.parties, _("party"), (*path, "told_by"))
            yield from date_problems(claim.stated, (*path, "stated"))
            yield from self._question(claim, path)
            yield from self._denied(claim, (*path, "denies"))
            yield from self._speaker(claim, path)
            yield from self._citations(claim, path)
            yield from self._supersessions(claim, path)
            yield from self._relations(claim, path)
            if claim.number in circle:
                sentence = _("A claim cannot supersede itself, by whatever way round.")
                yield problem((*path, "supersedes"), sentence)
            if claim.number in overtaken:
                sentence = _("Claim %(number)s cannot be overtaken by itself, by whatever way round.")
                yield problem((*path, "relations"), sentence, number=claim.number)

    def _question(self, claim: Claim, path: Path) -> Iterator[Problem]:
        question = self.questions.get(claim.question)
        if question is None:
            yield no_such_question(claim.question, self.questions, (*path, "question"))
            return
        if claim.answer:
            yield from self._answer(claim.answer, question, (*path, "answer"))
        elif claim.stance.needs_answer and claim.denies is None:
            sentence = _("To assert, deny or find no evidence of an answer, a claim needs one.")
            yield problem((*path, "answer"), sentence)
        if question.kind is AnswerKind.YES_NO and claim.stance is Stance.DENIES:
            sentence = _("To a yes or no question “no” is asserted; “yes” is never denied.")
            yield problem((*path, "stance"), sentence)

    def _denied(self, claim: Claim, path: Path) -> Iterator[Problem]:
        """Problems of the claim that this one denies in place of an answer."""
        if claim.denies is None:
            return
        if claim.stance is not Stance.DENIES or claim.answer:
            sentence = _("Claim %(number)s: only a denial names a claim, and in place of an answer of its own.")
            yield problem(path, sentence, number=claim.number)
        denied = self.claims.get(claim.denies)
        if denied is None:
            yield self._no_such_claim(claim.denies, path)
        elif denied.stance is not Stance.ASSERTS:
            sentence = _("Claim %(number)s denies claim %(denied)s, which asserts nothing.")
            yield problem(path, sentence, number=claim.number, denied=denied.number)
        elif (denied.question, denied.subject) != (claim.question, claim.subject):
            sentence = _("Claim %(number)s denies claim %(denied)s, which is on another question or subject.")
            yield problem(path, sentence, number=claim.number, denied=denied.number)

    def _answer(self, answer: Answer, question: Question, path: Path) -> Iterator[Problem]:
        kind = KINDS[question.kind]
        for key in sorted(answer.keys - kind.KEYS):
            sentence = _("“%(key)s” does not answer the question “%(label)s”, which takes: %(kind)s.")
            yield problem((*path, key), sentence, key=key, label=question.label, kind=question.kind.label)
        yield from (Problem(pointer(*path, key), sentence) for key, sentence in kind.problems(answer))
        if question.kind is AnswerKind.COUNT and hedge_of(answer) and not (answer.unit or question.unit):
            sentence = _("Say what is counted: the question “%(label)s” has no unit of its own.")
            yield problem((*path, "unit"), sentence, label=question.label)
        yield from self._named(answer, question, path)

    def _named(self, answer: Answer, question: Question, path: Path) -> Iterator[Problem]:
        """Problems of the names in the answer: the file must define what an answer names."""
        choices = {choice.code: choice.label for choice, _above in question.all_choices()}
        for key, name in answer.names:
            match KINDS[question.kind].NAMED:
                case Named.PARTY:
                    yield from unknown(name, self.parties, _("party"), (*path, *key))
                case Named.PLACE:
                    yield from unknown(name, self.places, _("place"), (*path, *key))
                case Named.CHOICE if name not in choices:
                    yield no_such_choice(name, question.label, choices, (*path, *key))
                case Named.CHOICE | Named.SIDE | None:
                    pass
                case never:
                    assert_never(never)

    def _speaker(self, claim: Claim, path: Path) -> Iterator[Problem]:
        if claim.is_protected and claim.speaker.name:
            sentence = _("A protected claim carries no speaker's name, not even unseen.")
            yield problem((*path, "speaker", "name"), sentence)

    def _citations(self, claim: Claim, path: Path) -> Iterator[Problem]:
        roles = {citation.role for citation in claim.citations}
        if claim.state is State.PUBLISHED and CitationRole.EVIDENCE not in roles:
            sentence = _("A published claim needs at least one citation where it can be read (role: evidence).")
            yield problem((*path, "citations"), sentence)
        for number, citation in enumerate(claim.citations):
            here: Path = (*path, "citations", number)
            yield from unknown(citation.source, self.sources, _("source"), (*here, "source"))
            source = self.sources.get(citation.source)
            if source and citation.capture and citation.capture not in {capture.number for capture in source.captures}:
                sentence = _("The source “%(code)s” has no capture %(number)s.")
                yield problem((*here, "capture"), sentence, code=source.code, number=citation.capture)
            if (citation.role is CitationRole.PRINTED_DIFFERENTLY) != bool(citation.printed):
                sentence = _("Say what is printed differently, and only where the role says so.")
                yield problem((*here, "printed"), sentence)
            yield from unknown(citation.alleged_by, self.parties, _("party"), (*here, "alleged_by"))
            if citation.alleged_by and citation.role is not CitationRole.PRINTED_DIFFERENTLY:
                sentence = _("Only what is printed differently is a misprint that somebody can allege.")
                yield problem((*here, "alleged_by"), sentence)

    def _supersessions(self, claim: Claim, path: Path) -> Iterator[Problem]:
        links = [(link, (*path, "supersedes", index)) for index, link in enumerate(claim.supersedes)]
        yield from repeated(_("claim"), ((link.claim, link.claim, (*here, "claim")) for link, here in links))
        for link, here in links:
            earlier = self.claims.get(link.claim)
            if earlier is None:
                yield self._no_such_claim(link.claim, (*here, "claim"))
                continue
            if HowNamed.UNNAMED_OFFICIAL in (claim.speaker.how_named, earlier.speaker.how_named):
                sentence = _(
                    "Unnamed officials supersede nobody and are superseded by nobody: their claims stand beside."
                )
                yield problem((*here, "claim"), sentence)
            if self._authority(claim) != self._authority(earlier) and not link.words:
                sentence = _("The earlier claim is another authority's. Give the words that say that it is replaced.")
                yield problem((*here, "words"), sentence)

    def _relations(self, claim: Claim, path: Path) -> Iterator[Problem]:
        links = [(link, (*path, "relations", index)) for index, link in enumerate(claim.relations)]
        keys = (((link.claim, link.kind, link.by), link.claim, (*here, "claim")) for link, here in links)
        yield from repeated(_("claim"), keys)
        for link, here in links:
            if link.claim not in self.claims:
                yield self._no_such_claim(link.claim, (*here, "claim"))
            elif link.claim == claim.number:
                yield problem((*here, "claim"), _("A claim bears on another, not on itself."))
            if link.kind is RelationKind.OVERTAKEN_BY and not link.reason:
                sentence = _("Say why claim %(number)s is overtaken: where the other has stated it itself.")
                yield problem((*here, "reason"), sentence, number=claim.number)

    def _no_such_claim(self, number: int, path: Path) -> Problem:
        return problem(path, _("The file has no claim %(number)s."), number=number)

    def _authority(self, claim: Claim) -> str:
        party = self.parties.get(claim.party)
        return (party.authority if party else None) or claim.party


def _overtaken_by(claim: Claim) -> list[int]:
    """The numbers of the claims that this one is overtaken by, other than itself."""
    overtaking = [link.claim for link in claim.relations if link.kind is RelationKind.OVERTAKEN_BY]
    return [number for number in overtaking if number != claim.number]
