"""`Wholes` reads on a part what is stated of a whole: none, the most that it can be, and what “most of” is most of. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace as replace_field
from math import floor, isfinite

from msgspec.structs import replace

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.rules.stands import Asked, Stand, Voice
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import AnswerKind, Hedge

# Of what “most of” speaks: most of the killed, where civilians, children or others are counted among them.
TOTAL = "killed"


class Wholes:
    """What the own stands on each question say of the questions that are included in it."""

    def __init__(self, own: Mapping[Asked, Sequence[Stand]], questions: Mapping[str, Question]) -> None:
        self.own = own
        self.questions = questions

    def compared(self, asked: Asked) -> Iterator[Stand]:
        """The stands on a question as they are compared: its own, and what stands on its wholes say of it."""
        own = [self._filled_in(asked, stand) for stand in self.own.get(asked, ())]
        yield from own
        for whole in self._wholes(asked.question):
            for stand in self.own.get(Asked(whole, asked.subject), ()):
                if stand.voice is Voice.ASSERTS:
                    yield from self._read_on_part(stand, whole, own)

    def _wholes(self, code: str) -> list[str]:
        """The questions of numbers that this one is included in, directly or through others, the nearest first."""
        found = list(self._above(code))
        for each in found:
            found += [wider for wider in self._above(each) if wider not in found]
        return found

    def _above(self, code: str) -> Sequence[str]:
        question = self.questions[code]
        return question.included_in if question.kind is AnswerKind.COUNT else ()

    def _read_on_part(self, stand: Stand, whole: str, own: Sequence[Stand]) -> Iterator[Stand]:
        """None of the whole is none of the part. Its highest number is read only where somebody's lowest is above."""
        found = count.interval(stand.answer)
        if found in count.NONE:
            yield replace_field(stand, whole=whole)
        elif isfinite(most := found[1]) and any(self._is_above(each, most, stand, whole) for each in own):
            # Whose own number of the part reaches no higher is compared by that.
            if any(_says_as_much(each, most, stand) for each in own):
                return
            # It is only compared: what is printed is the claim's own number.
            bound = Answer(high=floor(most), hedge=Hedge.AT_MOST, unit=stand.answer.unit)
            yield replace_field(stand, answer=bound, whole=whole)

    def _is_above(self, part: Stand, most: float, stand: Stand, whole: str) -> bool:
        """Whether the part is put above what the stand says of the whole, by one who does not differ on the whole too."""
        asked = Asked(whole, part.claim.subject)
        on_whole = (each for each in self.own.get(asked, ()) if each.authority == part.authority)
        return _is_above(part, most, stand) and not any(_is_above(each, most, stand) for each in on_whole)

    def _filled_in(self, asked: Asked, stand: Stand) -> Stand:
        """“Most of” with the authority's own number of the whole as low and high, where it gave one."""
        if stand.answer.hedge is not Hedge.MOST_OF or not (totals := self._totals(asked, stand)):
            return stand
        *_latest, (low, high) = max(totals)
        stated = {name: int(value) for name, value in {"low": low, "high": high}.items() if isfinite(value)}
        return replace_field(stand, answer=replace(stand.answer, **stated))

    def _totals(self, asked: Asked, stand: Stand) -> list[tuple[str, int, tuple[float, float]]]:
        """The authority's own numbers of the whole, each with the day and the number of its claim."""
        wholes = self._wholes(asked.question)
        whole = TOTAL if TOTAL in wholes else next(iter(wholes), "")
        return [
            (each.claim.stated or "", each.claim.number, found)
            for each in self.own.get(Asked(whole, asked.subject), ())
            if each.authority == stand.authority and each.voice is Voice.ASSERTS
            if (found := count.interval(each.answer)) and found[1] > 0
        ]


def _is_above(part: Stand, most: float, whole: Stand) -> bool:
    """Whether another authority's lowest number of the part is above the most that the whole can be."""
    found = count.interval(part.answer)
    is_asserted = part.voice is Voice.ASSERTS and part.authority != whole.authority
    return is_asserted and part.answer.unit == whole.answer.unit and found is not None and found[0] > most


def _says_as_much(part: Stand, most: float, whole: Stand) -> bool:
    """Whether the same authority's number of the part reaches no higher than the most that the whole can be."""
    found = count.interval(part.answer)
    is_own = part.voice is Voice.ASSERTS and part.authority == whole.authority
    return is_own and part.answer.unit == whole.answer.unit and found is not None and found[1] <= most
