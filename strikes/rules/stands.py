"""`Stand` is one claim by which an authority stands on a question, as the rules read it. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple, TypeVar, assert_never

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim, Party
from strikes.vocabulary.terms import Basis, HowNamed, PartyGroup, PartyKind, Stance, Strength

Key = TypeVar("Key")
Value = TypeVar("Value")


class Asked(NamedTuple):
    """A question about one subject of the incident (its code), or about the event as a whole (None)."""

    question: str
    subject: str | None = None


class Voice(StrEnum):
    """What a claim does with its answer when it is compared: *unlikely* and *doubts* deny; *possible* rules out nothing."""

    ASSERTS = "asserts"
    DENIES = "denies"
    POSSIBLE = "possible"


class Rank(IntEnum):
    """Who faces the reader where several stand on one side of a conflict: the higher rank goes before the lower."""

    UNNAMED = 0  # officials without a name, who bind nobody
    COMPILATION = 1  # what others published, put together
    NEWSROOM = 2  # in its own voice, of what it did not see or inquire into itself
    FIRST_HAND = 3  # parties to the conflict, people on the ground, monitors, rescuers, and all who inquired themselves


@dataclass(frozen=True)
class Stand:
    """One claim by which an authority stands.

    `answer` is the claim's own, or that of the claim that it denies, but for what the comparison fills in (the number
    that “most of” is most of). `whole` is the question that it was said of, where a number of a whole is read on this
    part: none, or the most that the part can be. `is_of_conflict`: a party to the conflict speaks.
    """

    claim: Claim
    authority: str
    voice: Voice
    answer: Answer
    rank: Rank
    is_of_conflict: bool
    whole: str | None = None

    @property
    def is_bound(self) -> bool:
        """Whether it only says, by the number of a whole, how many the part can be at most."""
        return self.whole is not None and count.interval(self.answer) not in count.NONE


def stand_of(claim: Claim, party: Party, answer: Answer) -> Stand:
    """The claim of this party as a stand by the answer."""
    is_of_conflict = party.group is PartyGroup.CONFLICT
    return Stand(claim, authority_of(party), voice_of(claim), answer, rank_of(claim, party), is_of_conflict)


def answer_of(claim: Claim, by_number: Mapping[int, Claim]) -> Answer | None:
    """The claim's own answer, or that of the claim among these that it denies; None where it has neither."""
    if claim.answer is None and claim.denies is not None and (denied := by_number.get(claim.denies)):
        return denied.answer
    return claim.answer


def authority_of(party: Party) -> str:
    """The slug of the authority whose position the party states: its own where it states no other's."""
    return party.authority or party.slug


def counted_for(slugs: Iterable[str], parties: Mapping[str, Party]) -> frozenset[str]:
    """The parties for which what these say is counted: themselves, their authorities, and the members of joint ones."""
    found = set[str]()
    for slug in slugs:
        party = parties[slug]
        found |= {slug, party.authority or slug, *party.members}
    return frozenset(found)


def voice_of(claim: Claim) -> Voice:
    """How the claim is read when it is compared; it asserts or denies."""
    if claim.stance is Stance.DENIES:
        return Voice.DENIES
    match claim.strength:
        case Strength.FACT | Strength.LIKELY:
            return Voice.ASSERTS
        case Strength.POSSIBLE:
            return Voice.POSSIBLE
        case Strength.DOUBTS | Strength.UNLIKELY:
            return Voice.DENIES
        case _:
            assert_never(claim.strength)


def rank_of(claim: Claim, party: Party) -> Rank:
    """Where the claim of this party stands among those who face the reader."""
    if is_unnamed_official(claim, party) or party.group is PartyGroup.UNSIGNED:
        return Rank.UNNAMED
    if claim.basis is Basis.COMPILATION:
        return Rank.COMPILATION
    if party.group is PartyGroup.NEWS and not claim.basis.is_first_hand:
        return Rank.NEWSROOM
    return Rank.FIRST_HAND


def is_unnamed_official(claim: Claim, party: Party) -> bool:
    """Whether an official speaks without being named, who binds no authority."""
    return party.kind is PartyKind.OFFICIALS or claim.speaker.how_named is HowNamed.UNNAMED_OFFICIAL


def grouped(values: Iterable[Value], key: Callable[[Value], Key]) -> dict[Key, list[Value]]:
    """The values by their key, in the order in which they come."""
    groups: dict[Key, list[Value]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups


def day_stated(claim: Claim) -> tuple[bool, date, int]:
    """The order in which claims were stated, by the last day on which each can have been; those of an unknown day last."""
    stated = claim.stated_on
    return stated is None, stated.latest if stated else date.max, claim.number
