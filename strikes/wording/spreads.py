"""What is stated of the dead, in words, as every page prints it: the smallest and the largest number, and what stands
beneath. Pure.

    at least 33 (Syrian Observatory) to about 300 (A Monitor)
    compilations: 37 to 62 (Airwars)

Each end has its hedge, its strength and its party.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import replace as replace_field

from django.utils.translation import gettext as _
from msgspec.structs import replace

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim, Dossier
from strikes.rules import spread as rules
from strikes.rules.spread import Beneath, End, Spread
from strikes.vocabulary.terms import Hedge, Stance, Strength
from strikes.wording.claims import strength_beside
from strikes.wording.lists import first_few, others, with_and
from strikes.wording.names import DossierNames, lowered
from strikes.wording.numbers import bound

MOST_BENEATH = 4  # claims of one kind, or parties; the others are counted
# Of these, one number of several keeps the word.
_OF_EACH_NUMBER = (Hedge.ABOUT, Hedge.ABOUT_OR_MORE, Hedge.NEARLY, Hedge.SO_FAR)


@dataclass(frozen=True)
class EndSaid:
    """One end of a spread: its number, the same with its hedge in words, and the party that states it (its slug)."""

    number: int
    said: str
    party: str


@dataclass(frozen=True)
class SpreadSaid:
    """The ends of a spread: none, one where one claim states all, or two. `beneath` has what is no end, a line each."""

    ends: tuple[EndSaid, ...]
    beneath: tuple[str, ...]


def spread_said(dossier: Dossier, question: str, names: DossierNames) -> SpreadSaid | None:
    """What is stated of this class of the dead, for a list; None where nothing is.

    A number of those who are said to have done it, of which nobody else says anything, is not given as the toll.
    """
    found, beneath = rules.spread(dossier, question), rules.beneath(dossier, question)
    has_more = bool(beneath.in_words or beneath.compiled or beneath.unnamed)
    if found is None and not has_more:
        return None
    if found and found.is_of_accused_alone and not beneath:
        return None
    has_numbers = found is not None and found.is_of_accused_alone
    return SpreadSaid(ends(found) if found else (), tuple(_beneath(beneath, names, has_numbers=has_numbers)))


def toll(found: Spread, question: str, names: DossierNames) -> Iterator[str]:
    """The sentence on the numbers of the dead, with the label of their question.

    None where the only number is one of a party that is said to have carried it out, and nobody else says anything.
    """
    stated = [_with_party(end.said, end.party, names) for end in ends(found)]
    values = {"question": question, "least": stated[0], "most": stated[-1]}
    # Who numbers another class alone is named where nobody else speaks of this one.
    other = found.beneath if found.is_of_accused_alone else replace_field(found.beneath, of_other_class=())
    beneath = "; ".join(_beneath(other, names, has_numbers=False))
    said = stated[0] if len(stated) == 1 else _("%(least)s to %(most)s") % values
    if found.is_of_accused_alone:
        if beneath:
            values |= {"said": said, "beneath": beneath}
            yield (
                _(
                    "On %(question)s, the only number compared is given by those whose strike it is said to be: %(said)s. Beside it: %(beneath)s."
                )
                % values
            )
        return
    if len(stated) == 1:
        said = _("On %(question)s, one number is compared: %(least)s") % values
    else:
        said = _("On %(question)s, the numbers compared run from %(least)s to %(most)s") % values
    yield f"{said}; {beneath}." if beneath else f"{said}."


def ends(spread: Spread) -> tuple[EndSaid, ...]:
    """The two ends: “at least 33”, “27 so far”, “1, likely or apparent”; one where all state one number, or one claim all."""
    least, most = spread.least, spread.most
    if least.claim == most.claim:
        return (EndSaid(most.number, _with_strength(count.show_bare(most.answer), most.strength), most.party),)
    found = [
        EndSaid(end.number, _with_strength(_at_end(end, is_least=end is least), end.strength), end.party)
        for end in (least, most)
    ]
    return tuple(found[:1] if found[0].said == found[1].said else found)


def _at_end(end: End, *, is_least: bool) -> str:
    """The number at one end with its hedge; of several numbers of one claim this one alone."""
    if len(count.numbers_of(end.answer)) == 1:
        return count.show_bare(end.answer)
    hedge = end.answer.hedge
    if hedge in _OF_EACH_NUMBER:
        return count.show_bare(replace(end.answer, low=None, best=end.number, high=None))
    beside = bound(is_more=end.is_open and not is_least, is_fewer=end.is_open and is_least)
    return f"{count.show_bare(Answer(best=end.number))} {beside}".strip()


def _beneath(beneath: Beneath, names: DossierNames, *, has_numbers: bool) -> Iterator[str]:
    """A line for each kind of what is no end; `has_numbers` says that numbers of another class are given too."""
    if beneath.in_words:
        yield _listed(beneath.in_words, names)
    if beneath.compiled:
        yield _("compilations: %(numbers)s") % {"numbers": _listed(beneath.compiled, names)}
    if beneath.unnamed:
        yield _("not named: %(numbers)s") % {"numbers": _listed(beneath.unnamed, names)}
    for other in rules.CLASSES_OF_DEAD:
        claims = [claim for claim in beneath.of_other_class if claim.question == other]
        if claims:
            said = _listed(claims, names) if has_numbers else _parties(claims, names)
            yield _("numbers of %(question)s only: %(said)s") % {
                "question": lowered(names.question(other)),
                "said": said,
            }


def _parties(claims: Iterable[Claim], names: DossierNames) -> str:
    shown, more = first_few(
        [names.party(slug) for slug in dict.fromkeys(claim.party for claim in claims)], MOST_BENEATH
    )
    return with_and([*shown, *others(more)])


def _listed(claims: Iterable[Claim], names: DossierNames) -> str:
    """What these claims state, each with its party: “37 to 62 (Airwars); 50 to 62 (UCDP)”."""
    said = (
        _with_party(_with_strength(count.show_bare(claim.answer), claim.strength), claim.party, names)
        for claim in claims
        if claim.answer
    )
    shown, more = first_few(list(dict.fromkeys(said)), MOST_BENEATH)
    return "; ".join([*shown, *others(more)])


def _with_party(number: str, party: str, names: DossierNames) -> str:
    return _("%(number)s (%(party)s)") % {"number": number, "party": names.party(party)}


def _with_strength(number: str, strength: Strength) -> str:
    beside = strength_beside(Stance.ASSERTS, strength)
    return _("%(number)s, %(strength)s") % {"number": number, "strength": beside} if beside else number
