"""A spread of stated numbers in words: each end with its hedge, its strength and its party. Pure."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.answers import count
from strikes.dossiers.dossier import Claim
from strikes.rules.spread import Beneath, End, Spread
from strikes.rules.stands import grouped
from strikes.vocabulary.terms import Strength
from strikes.wording.claims import answer_of
from strikes.wording.names import DossierNames, lowered


def end_in_words(end: End, names: DossierNames) -> str:
    """One end of a spread: “at least 33 people (Syrian Observatory)”, “1 person (US Central Command, likely or apparent)”."""
    return _with_party(count.show_number(end.answer), end.party, end.strength, names)


def toll(found: Spread, question: str, names: DossierNames) -> Iterator[str]:
    """The sentence on the numbers of the dead, with the label of their question.

    None where the only number is one of a party that is said to have carried it out, and nobody else says anything.
    """
    least, most = end_in_words(found.least, names), end_in_words(found.most, names)
    values = {"question": question, "least": least, "most": most, "beneath": "; ".join(beneath(found.beneath, names))}
    if found.is_of_accused_alone:
        if found.beneath:
            values["said"] = least if least == most else _("%(least)s to %(most)s") % values
            yield (
                _(
                    "On %(question)s, the only numbers are those of parties that are said to have carried it out: %(said)s. Others: %(beneath)s."
                )
                % values
            )
    elif _is_one(found):
        yield _("On %(question)s, one number is stated: %(least)s.") % values
    else:
        yield _("On %(question)s, the numbers stated run from %(least)s to %(most)s.") % values


def beneath(found: Beneath, names: DossierNames) -> Iterator[str]:
    """What stands beneath a spread, by party: words without a number, numbers of the other class, compilations."""
    yield from _by_party(found.in_words, "", names)
    for question, claims in grouped(found.of_other_class, lambda claim: claim.question).items():
        parties = len({claim.party for claim in claims})
        said = ngettext(
            "%(parties)s party gives a number of %(question)s alone",
            "%(parties)s parties give a number of %(question)s alone",
            parties,
        )
        yield said % {"parties": parties, "question": lowered(names.question(question))}
    yield from _by_party(found.compiled, _("compiled"), names)


def _by_party(claims: Iterable[Claim], note: str, names: DossierNames) -> Iterator[str]:
    """What each party says: “most of them (Residents)”, “37 to 62 people (Airwars, compiled)”."""
    for party, own in grouped(claims, lambda claim: claim.party).items():
        said = ", ".join(dict.fromkeys(answer_of(claim, names) for claim in own))
        values = {"said": said, "party": names.party(party), "note": note}
        yield (_("%(said)s (%(party)s, %(note)s)") if note else _("%(said)s (%(party)s)")) % values


def _is_one(found: Spread) -> bool:
    """Whether both ends are one number with one hedge."""
    return found.least.answer == found.most.answer and found.least.number == found.most.number


def _with_party(number: str, party: str, strength: Strength, names: DossierNames) -> str:
    values = {"number": number, "party": names.party(party), "strength": strength.label}
    if strength is Strength.FACT:
        return _("%(number)s (%(party)s)") % values
    return _("%(number)s (%(party)s, %(strength)s)") % values
