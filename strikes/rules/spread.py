"""`spread` gives the smallest and the largest number that anybody in a dossier stated of one class of the dead. Pure.

Never an average and never a range of this archive's own: each end is one party's number, and is shown with that party,
its hedge and its strength. A word such as “dozens” is never an end. Every place that prints a spread takes it from here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim, Dossier
from strikes.rules.accused import accused
from strikes.rules.counted import Counting
from strikes.rules.grounds import wider_parties
from strikes.rules.stands import Rank, Voice, authority_of, day_stated, rank_of, voice_of
from strikes.vocabulary.terms import Hedge, Strength, Unit

CLASSES_OF_DEAD = ("killed", "killed-civilians")


@dataclass(frozen=True)
class End:
    """One end of a spread: people, as stated; `is_open` where the party left the number open at this end.

    `answer` has the hedge: “at least 33”, “about 300”, “27 so far”, “more than 30”. `strength` says how it was spoken.
    """

    number: int
    is_open: bool
    party: str
    claim: int
    answer: Answer = field(default_factory=Answer, compare=False)
    strength: Strength = field(default=Strength.FACT, compare=False)


@dataclass(frozen=True)
class Beneath:
    """What is named beneath a spread, and is no end of it: claims, in the order in which they were stated.

    `in_words`: of the class, without a number, such as “most of them”. `compiled`: numbers put together from what others
    had published. `unnamed`: numbers of officials who are not named. `of_other_class`: numbers of the other class, by
    parties that say nothing of this one.
    """

    in_words: tuple[Claim, ...] = ()
    compiled: tuple[Claim, ...] = ()
    unnamed: tuple[Claim, ...] = ()
    of_other_class: tuple[Claim, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.in_words or self.compiled or self.unnamed or self.of_other_class)


@dataclass(frozen=True)
class Spread:
    """The smallest and the largest number stated.

    `is_of_accused_alone`: every number is one of a party that is said to have carried it out, by itself or by others. Such
    a number never stands alone as the toll: what is `beneath` stands beside it, or nothing is given as the toll.
    """

    least: End
    most: End
    is_of_accused_alone: bool = False
    beneath: Beneath = Beneath()


def spread(dossier: Dossier, question: str) -> Spread | None:
    """The spread of the numbers of people that claims of this dossier answer to the question; None without any.

    Left out are what is superseded, retracted, denied or overtaken, numbers that cover more or less than this event,
    “none known” and words without a number, compilations, officials who are not named, apparent errors, what is known
    only through another party, and what nobody signs.
    """
    return _Stated(dossier).spread(question)


def beneath(dossier: Dossier, question: str) -> Beneath:
    """What is named beneath the spread of this question, also where no number is an end."""
    return _Stated(dossier).beneath(question)


def spread_of(claims: Iterable[Claim]) -> Spread | None:
    """The smallest and the largest number of people that these claims state; None where they state none."""
    counted = [(claim, claim.answer) for claim in claims if claim.answer and _counts_people(claim.answer)]
    if not counted:
        return None
    least = min(counted, key=_downward)
    most = max(counted, key=_upward)
    return Spread(_lower_end(*least), _upper_end(*most))


class _Stated:
    """What is stated of the dead in one dossier, as far as it counts."""

    def __init__(self, dossier: Dossier) -> None:
        counting = Counting(dossier)
        self.parties = {party.slug: party for party in dossier.parties}
        self.above = wider_parties(dossier.parties)
        self.claims = [
            claim
            for claim in sorted(dossier.claims, key=day_stated)
            if counting.why_not(claim) is None and voice_of(claim) is not Voice.DENIES
        ]

    def spread(self, question: str) -> Spread | None:
        claims = [claim for claim in self._of(question) if self._is_end(claim)]
        if found := spread_of(claims):
            numbers = [claim for claim in claims if _has_number(claim)]
            return Spread(found.least, found.most, self._is_of_accused(numbers), self.beneath(question))
        return None

    def beneath(self, question: str) -> Beneath:
        of_class = list(self._of(question))
        speaking = {self._authority(claim) for claim in of_class}
        others = [each for code in CLASSES_OF_DEAD if code != question for each in self._of(code)]
        return Beneath(
            in_words=tuple(each for each in of_class if _is_in_words(each)),
            compiled=tuple(each for each in of_class if _has_number(each) and self._rank(each) is Rank.COMPILATION),
            unnamed=tuple(each for each in of_class if _has_number(each) and self._rank(each) is Rank.UNNAMED),
            of_other_class=tuple(
                each for each in others if _has_number(each) and self._authority(each) not in speaking
            ),
        )

    def _of(self, question: str) -> Iterator[Claim]:
        """The claims on the question, of the event as a whole, in the order in which they were stated."""
        return (claim for claim in self.claims if claim.question == question and claim.subject is None)

    def _is_of_accused(self, claims: Sequence[Claim]) -> bool:
        """Whether all are claims of parties that are said to have carried it out."""
        named = accused(self.claims, self.parties)
        return all(self._is_one_of(self._authority(claim), named) for claim in claims)

    def _is_one_of(self, authority: str, slugs: Iterable[str]) -> bool:
        """Whether the authority is among these parties, or is one's wider party or a part of it."""
        return any(
            name == authority or authority in self.above[name] or name in self.above[authority] for name in slugs
        )

    def _is_end(self, claim: Claim) -> bool:
        """Whether its number can be an end: no compilation's, and none of an official who is not named."""
        return self._rank(claim) not in (Rank.COMPILATION, Rank.UNNAMED)

    def _rank(self, claim: Claim) -> Rank:
        return rank_of(claim, self.parties[claim.party])

    def _authority(self, claim: Claim) -> str:
        return authority_of(self.parties[claim.party])


def _has_number(claim: Claim) -> bool:
    return claim.answer is not None and _counts_people(claim.answer)


def _is_in_words(claim: Claim) -> bool:
    """Whether it says how many people, in a word without a number; none known is no such word."""
    answer = claim.answer or Answer()
    is_word = not count.numbers_of(answer) and answer.hedge not in (None, Hedge.NONE_KNOWN)
    return is_word and _is_of_people(answer)


def _counts_people(answer: Answer) -> bool:
    return bool(count.numbers_of(answer)) and _is_of_people(answer)


def _is_of_people(answer: Answer) -> bool:
    return (answer.unit or Unit.PERSONS) is Unit.PERSONS


def _lower_end(claim: Claim, answer: Answer) -> End:
    is_open, _is_open_above = count.open_ends(answer)
    return End(min(count.numbers_of(answer)), is_open, claim.party, claim.number, answer, claim.strength)


def _upper_end(claim: Claim, answer: Answer) -> End:
    _is_open_below, is_open = count.open_ends(answer)
    return End(max(count.numbers_of(answer)), is_open, claim.party, claim.number, answer, claim.strength)


def _downward(stated: tuple[Claim, Answer]) -> tuple[float, ...]:
    """By how little it states, and of equal numbers by how far down it may be; then the claim that was entered first."""
    claim, answer = stated
    return min(count.numbers_of(answer)), *_reach(answer), claim.number


def _upward(stated: tuple[Claim, Answer]) -> tuple[float, ...]:
    """By how much it states, and of equal numbers by how far up it may be; then the claim that was entered first."""
    claim, answer = stated
    low, high = _reach(answer)
    return max(count.numbers_of(answer)), high, low, -claim.number


def _reach(answer: Answer) -> tuple[float, float]:
    found = count.interval(answer)
    assert found  # there is a number
    return found
