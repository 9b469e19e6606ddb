"""Answers, parties and places of one dossier in words. Pure."""

import unicodedata
from collections.abc import Callable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from msgspec.structs import replace

from sources.dates.value import DatePrecision
from strikes.answers import KINDS
from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim, Dossier, Place, PlaceName
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import AnswerKind, Stance, Strength


class InWords:
    """What stands under permanent names in a dossier, as a reader sees it."""

    def __init__(self, dossier: Dossier, questions: Questions) -> None:
        self.questions = questions.by_code()
        self.parties = {party.slug: party for party in dossier.parties}
        self.places = {place.slug: place for place in dossier.places}
        self.subjects = {subject.code: subject for subject in dossier.subjects}
        publishers = {publisher.slug: publisher.name for publisher in dossier.publishers}
        self.printers = {source.code: publishers.get(source.publisher, "") for source in dossier.sources}
        self._choices: dict[str, dict[str, str]] = {}

    def claim(self, claim: Claim) -> str:
        """The answer of a claim; empty where it gives none."""
        return self.answer(claim.answer, self.questions[claim.question]) if claim.answer else ""

    def answer(self, answer: Answer, question: Question) -> str:
        """An answer to the question. Of a number the unit is the question's, where it says no other."""
        if question.kind is AnswerKind.COUNT:
            answer = replace(answer, unit=answer.unit or question.unit)
        return str(KINDS[question.kind].show(answer, self._label(question)))

    def day(self, claim: Claim) -> str:
        """The day on which a claim was stated, as short as there is little room for: “17 Mar 2017”."""
        stated = claim.stated_on
        if stated is None:
            return _("day not known")
        is_day = stated.precision is DatePrecision.DAY
        return date_format(stated.earliest, "j M Y") if is_day else str(stated)

    def party(self, slug: str) -> str:
        """A party as it is named where there is little room."""
        party = self.parties[slug]
        return party.short_name or party.name

    def place(self, slug: str) -> str:
        """A place with the region and country that it lies in."""
        names, place = [], self.places.get(slug)
        while place:
            names.append(place)
            place = self.places.get(place.parent or "")
        return ", ".join(place.name for place in _telling(names))

    def original_names(self, slug: str) -> list[PlaceName]:
        """A place's names in scripts other than the Latin one."""
        names = self.places[slug].names
        return [name for name in names if name.language and not unicodedata.name(name.text[0], "").startswith("LATIN")]

    def asked(self, question: str, subject: str | None) -> str:
        """The label of a question, with the subject that it is asked about."""
        label = self.questions[question].label
        return f"{label}: {self.subjects[subject].label}" if subject else label

    def _label(self, question: Question) -> Callable[[str], str]:
        match question.kind:
            case AnswerKind.PARTY:
                return lambda slug: self.parties[slug].name
            case AnswerKind.PLACE:
                return self.place
            case _:
                if question.code not in self._choices:
                    self._choices[question.code] = {each.code: each.label for each, _above in question.all_choices()}
                return self._choices[question.code].__getitem__


def lowered(label: str) -> str:
    """A label as it stands within a sentence: small at its beginning, unless an abbreviation begins it."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def spoken(stance: Stance, strength: Strength, answer: str) -> str:
    """What a claim says, in as few words as it takes: “denies: a mosque”, “1 person (likely or apparent)”."""
    if strength is not Strength.FACT:
        answer = _("%(answer)s (%(strength)s)") % {"answer": answer, "strength": strength.label}
    if stance is Stance.ASSERTS:
        return answer
    return _("%(stance)s: %(answer)s") % {"stance": stance.label, "answer": answer} if answer else str(stance.label)


def _telling(names: list[Place]) -> list[Place]:
    """Of a place and those above it, what tells it apart: itself, its region and its country."""
    return [place for position, place in enumerate(names) if position == 0 or place.level in ("region", "country")]
