"""Claims that an editor looks for: those in which something is missing, and those of which a number is remembered."""

import re
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.text import smart_split, unescape_string_literal

from sources.counting import number_of
from strikes.answers.answer import Answer
from strikes.answers.typed import count as typed_count
from strikes.models.incident import Incident
from strikes.models.party import Party
from strikes.models.question import Question
from strikes.vocabulary.questions import NO, YES
from strikes.vocabulary.terms import AnswerKind, Basis, CitationRole, State

_NUMBER = r"(?:#|no\.|claim)?\s*(?P<number>[1-9][0-9]{0,8})"
# “#70”, “claim 70”, “SY-2017-0316-A 70”, “SY-2017-0316-A/70”. A number by itself is more likely one that was stated.
_OF_INCIDENT = re.compile(rf"(?P<code>[A-Z]{{2}}-\d{{4}}-\d{{4}}-[A-Z])[\s/,]*{_NUMBER}", re.IGNORECASE)
_ALONE = re.compile(rf"(?=#|no\.|claim){_NUMBER}", re.IGNORECASE)

Row = TypeVar("Row", bound=models.Model)


class ClaimLists(models.QuerySet[Row]):
    """Filters for the lists of the desk."""

    def drafts(self) -> Self:
        return self.filter(state=State.DRAFT)

    def cited(self) -> Self:
        """Claims with a citation as evidence, which publishing asks for."""
        cited = self.model._base_manager.filter(citations__role=CitationRole.EVIDENCE)
        return self.filter(pk__in=cited.values("pk"))

    def uncited(self) -> Self:
        """Claims without one. None of them is published: the condition names that, so that an index finds them."""
        return self.exclude(state=State.PUBLISHED).exclude(citations__role=CitationRole.EVIDENCE)

    def ready(self) -> Self:
        """Drafts that can be published as they are: cited, and answered, as every claim that has to be."""
        return self.drafts().cited()

    def without_words(self) -> Self:
        """Claims with neither a quotation nor this archive's summary."""
        quoted = self.model._base_manager.filter(citations__quotation__gt="")
        return self.filter(statement="").exclude(pk__in=quoted.values("pk"))

    def without_day(self) -> Self:
        return self.filter(stated_earliest=None)

    def without_basis(self) -> Self:
        return self.filter(basis=Basis.NOT_STATED)

    def without_place(self) -> Self:
        """Claims that give a point and name no place of the tree."""
        return self.filter(kind=AnswerKind.PLACE, value_place=None, latitude__isnull=False)

    def with_citations(self) -> Self:
        """Claims, each with the number of its citations as `number_of_citations`."""
        return self.annotate(number_of_citations=number_of(self.model, "citations"))

    def matching(self, words: str) -> Self:
        """Claims with each of these words, or phrases in quotation marks, in their texts, parties, incidents or questions.

        Parties, incidents and questions are few: they are looked through first, and not again for each claim.
        """
        rows = self
        for word in smart_split(words):
            text = unescape_string_literal(word) if word[0] in "\"'" and word[0] == word[-1] else word
            rows = rows.filter(self._telling_of(text))
        return rows

    def _telling_of(self, text: str) -> Q:
        named = Q(name__alike=text) | Q(short_name__alike=text) | Q(original_name__alike=text)
        filed = Q(code__icontains=text) | Q(title__alike=text)
        quoted = self.model._base_manager.filter(citations__quotation__icontains=text)
        return (
            Q(party__in=Party.objects.filter(named))
            | Q(incident__in=Incident.objects.filter(filed).order_by())
            | Q(question__in=Question.objects.filter(label__icontains=text))
            | Q(speaker_name__icontains=text)
            | Q(statement__icontains=text)
            | _on_a_side(text)
            | Q(pk__in=quoted.values("pk"))
        )

    def numbered(self, text: str) -> Self | None:
        """Claims with this number of their own: “SY-2017-0316-A 70”, “#70”; None where the text is no such number."""
        if found := _OF_INCIDENT.fullmatch(text.strip()):
            return self.filter(incident__code=found["code"].upper(), number=found["number"])
        found = _ALONE.fullmatch(text.strip())
        return self.filter(number=found["number"]) if found else None

    def counting(self, text: str) -> Self | None:
        """Claims that answer with this number, or whose words contain it; None where the text is no number.

        “46” is found whatever stands beside it, “at least 46” as that alone.
        """
        try:
            answer = typed_count.understand(text)
        except ValueError:
            return None
        word = rf"\m{re.escape(text.strip())}\M"
        quoted = self.model._base_manager.filter(citations__quotation__iregex=word)
        return self.filter(
            _bounds(answer) | Q(statement__iregex=word) | Q(pk__in=quoted.values("pk")) | _on_a_side(text)
        )


def _on_a_side(text: str) -> Q:
    """Claims that answer yes, or no, where the text is that, or stands in the words that their question has for it."""
    condition = Q(pk=None)
    for side in (YES, NO):
        said = Q(yes_no=side == YES)
        worded = Question.objects.filter((f"{side}__icontains", text))
        condition |= said if text.strip().lower() == side else said & Q(question__in=worded)
    return condition


def _bounds(answer: Answer) -> Q:
    numbers = {"count_low": answer.low, "count_best": answer.best, "count_high": answer.high}
    unit = Q(unit=answer.unit) if answer.unit else Q()
    if answer.hedge or answer.best is None:
        stated = {name: number for name, number in numbers.items() if number is not None}
        return unit & Q(**stated, **({"hedge": answer.hedge} if answer.hedge else {}))
    return unit & (Q(count_low=answer.best) | Q(count_best=answer.best) | Q(count_high=answer.best))
