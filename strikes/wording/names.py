"""Names: the labels that a reader sees in place of permanent names. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol, assert_never

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.answers import KINDS
from strikes.answers.kind import Named
from strikes.dossiers.dossier import Citation, Claim, Dossier, Party, Place, PlaceName
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import PlaceLevel, Stance
from strikes.wording.lists import first_few, others, with_and
from strikes.wording.places import place_in_words
from strikes.wording.told import tells

# “Was it lawful”, “Was the named building hit”: of a thing that is described, up to the word for what befell it.
_YES_OR_NO = re.compile(
    r"(?P<verb>Was|Were) "
    r"(?P<what>(?:the|an?) \w+(?: \w+)*?(?= \w+ed\b| hit\b)|(?!the\b|an?\b)\w+) "
    r"(?P<rest>.+)"
)
MOST_NAMED = 3  # parties of one clause; the others are counted


class HasShortName(Protocol):
    """A party: of a dossier, or a row."""

    @property
    def name(self) -> str: ...

    @property
    def short_name(self) -> str: ...


def short_name(party: HasShortName) -> str:
    """The name of a party where there is little room."""
    return party.short_name or party.name


def speaks_for(authority: HasShortName) -> str:
    """That a party states the position of an authority, with the whole name of that."""
    return _("states the position of: %(authority)s") % {"authority": authority.name}


def part_of(wider: HasShortName) -> str:
    """That a party belongs to a wider one without stating its position."""
    return _("part of: %(party)s") % {"party": wider.name}


def speaks_jointly(members: Iterable[HasShortName]) -> str:
    """Who speaks as one under the name of a joint party."""
    return _("joint statement of %(parties)s") % {"parties": with_and([member.name for member in members])}


def asked(question: str, subject: str = "") -> str:
    """The label of a question, with the label of the subject that it is asked about."""
    return f"{question}: {subject}" if subject else question


def asked_of(subjects: Sequence[str], *, is_of_event: bool) -> str:
    """The subjects that a question is asked about, or about which it is asked beside the event as a whole."""
    subjects_said = "; ".join(subjects)
    if is_of_event:
        return _("Asked also of: %(subjects)s.") % {"subjects": subjects_said}
    said = ngettext(
        "Asked of %(count)s thing: %(subjects)s.", "Asked of %(count)s things: %(subjects)s.", len(subjects)
    )
    return said % {"count": len(subjects), "subjects": subjects_said}


def lowered(label: str) -> str:
    """A label as it stands within a sentence: it begins with a small letter, unless an abbreviation begins it.

    A question to be answered with yes or no begins with “whether”: “whether the named building was hit”.
    """
    if asks := _YES_OR_NO.fullmatch(label):
        return f"whether {asks['what']} {asks['verb'].lower()} {asks['rest']}"
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def said_of(whole: str) -> str:
    """That a number is one of a whole, by the label of the question on that: “its number of all civilians killed”."""
    return _("its number of all %(question)s") % {"question": lowered(whole)}


def kind_beside(party: Party) -> str:
    """The kind of a party beside its name; empty where the name says it: “US officials, unnamed”, “US military”."""
    kind = str(party.kind.label)
    words, of_name = kind.lower().split(), re.findall(r"\w+", party.name.lower())
    return "" if set(words) <= {*of_name} or words[0] == of_name[-1] else kind


class DossierNames:
    """The labels of one dossier, by its permanent names."""

    def __init__(self, dossier: Dossier, questions: Questions) -> None:
        self.questions = questions.by_code()
        self.parties = {party.slug: party for party in dossier.parties}
        self.claims = {claim.number: claim for claim in dossier.claims}
        self.places = {place.slug: place for place in dossier.places}
        self.subjects = {subject.code: subject for subject in dossier.subjects}
        self.publishers = {publisher.slug: publisher.name for publisher in dossier.publishers}
        self._sources = dossier.sources
        self._choices: dict[str, dict[str, str]] = {}

    def party(self, slug: str) -> str:
        """The short name of a party."""
        return short_name(self.parties[slug])

    def voice(self, claim: Claim, stance: Stance | None = None) -> str:
        """Under which name a claim stands: its party, or who tells it and of whom: “Israel’s military says that Hamas said”.

        `stance` is what the party is told to have done, where the claim's own stands beside the name.
        """
        if not claim.told_by:
            return self.party(claim.party)
        teller = self.parties[claim.told_by]
        return tells(short_name(teller), self.party(claim.party), stance or claim.stance, is_many=teller.is_collective)

    def printed(self, citation: Citation) -> str:
        """What a source prints in place of the words of a claim, and by whose word alone it is a misprint."""
        if not citation.alleged_by:
            return citation.printed
        values = {"printed": citation.printed.removesuffix("."), "party": self.party(citation.alleged_by)}
        return _("%(printed)s (a misprint, %(party)s says)") % values

    def some_parties(self, slugs: Iterable[str]) -> str:
        """Several parties, each once: the first few by name, and the number of the others."""
        names, more = first_few([self.party(slug) for slug in dict.fromkeys(slugs)], MOST_NAMED)
        return with_and([*names, *others(more)])

    def place(self, slug: str) -> str:
        """A place with the region and the country that it lies in; empty where the dossier has no such place."""
        place = self.places.get(slug)
        if place is None:
            return ""
        above = [(each.name, PlaceLevel[each.level.upper()]) for each in self._above(place)]
        is_site = PlaceLevel[place.level.upper()] is PlaceLevel.SITE
        return place_in_words(place.name, above, is_site=is_site)

    def place_with_all_above(self, slug: str) -> str:
        """A place with every place that it lies in, the nearest first."""
        place = self.places[slug]
        return ", ".join([place.name, *(above.name for above in self._above(place))])

    def original_names(self, slug: str) -> list[PlaceName]:
        """The names of a place in scripts other than the Latin one."""
        names = self.places[slug].names
        return [name for name in names if name.language and not unicodedata.name(name.text[0], "").startswith("LATIN")]

    def subject(self, code: str | None) -> str:
        """The label of a subject; empty for the event as a whole."""
        return self.subjects[code].label if code else ""

    def question(self, code: str) -> str:
        return self.questions[code].label

    def asked(self, question: str, subject: str | None) -> str:
        """The label of a question, with the subject that it is asked about."""
        return asked(self.question(question), self.subject(subject))

    @cached_property
    def printers(self) -> dict[str, str]:
        """The publisher of each source, by the code of the source; the title of a source that has none."""
        return {source.code: self.publishers.get(source.publisher, source.title) for source in self._sources}

    def topic(self, question: str, subject: str | None) -> str:
        """A question as it stands within a sentence: “what was damaged (the mosque nearby)”."""
        label, of_what = lowered(self.question(question)), self.subject(subject)
        return f"{label} ({of_what})" if of_what else label

    def labels(self, question: Question) -> Callable[[str], str]:
        """The function that gives the label of whatever an answer to the question names."""
        match KINDS[question.kind].NAMED:
            case Named.PARTY:
                return lambda slug: self.parties[slug].name
            case Named.PLACE:
                return self.place
            case Named.CHOICE:
                if question.code not in self._choices:
                    self._choices[question.code] = {each.code: each.label for each, _above in question.all_choices()}
                return self._choices[question.code].__getitem__
            case Named.SIDE:
                return question.sides.__getitem__
            case None:
                return str
            case never:
                assert_never(never)

    def _above(self, place: Place | None) -> Iterator[Place]:
        while place and (place := self.places.get(place.parent or "")):
            yield place
