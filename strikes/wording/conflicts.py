"""Conflicts in words: which answers or parties stand against which, and who says so where no rule does. Pure."""

from collections.abc import Sequence
from typing import assert_never

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.rules.weight import Footnote
from strikes.vocabulary.terms import RelatedBy, RelationKind
from strikes.wording.lists import with_and


def excludes(others: Sequence[str], by: Sequence[str] = ()) -> str:
    """What is excluded, and by which parties where not all of a row exclude it: “≠ A, C”, “Residents ≠ B”; empty for nothing."""
    if not others:
        return ""
    said = _("≠ %(others)s") % {"others": ", ".join(others)}
    return f"{', '.join(by)} {said}" if by else said


def differs(others: Sequence[str], by: Sequence[str] = ()) -> str:
    """What a number differs from, and whose number it is: “differs from A, C”; empty for nothing."""
    if not others:
        return ""
    said = _("differs from %(others)s") % {"others": ", ".join(others)}
    return _("%(parties)s: %(said)s") % {"parties": ", ".join(by), "said": said} if by else said


def against(place: int, *, is_against_all: bool) -> str:
    """What stands before the side at this place, the first being 0: “against that”, “against both”, “another answer”."""
    if not is_against_all:
        return _("another answer")
    if place == 1:
        return _("against that")
    return _("against both") if place == 2 else _("against all of these")


def lying_between(number: int) -> str:
    """How many answers lie between the smallest number and the largest."""
    return ngettext("%(number)s answer lies between", "%(number)s answers lie between", number) % {"number": number}


def footnote_in_words(reason: Footnote) -> str:
    """What stands before the questions that have no place in front, by the reason."""
    match reason:
        case Footnote.COMPILED:
            return _("Compilations alone part on:")
        case Footnote.ONE_COMPILED:
            return _("A compilation alone stands against others on:")
        case Footnote.UNNAMED:
            return _("Officials who are not named alone stand against others on:")
        case _:
            assert_never(reason)


def according_to(by: RelatedBy | None) -> str:
    """By whose word two answers are in conflict; empty where a rule finds it."""
    if by is None:
        return ""
    return _("as an editor reads it") if by is RelatedBy.EDITOR else _("as a party says")


def related(kind: RelationKind, by: RelatedBy) -> str:
    """What an editor or a party says of two answers, over a list of such pairs."""
    if by is RelatedBy.EDITOR:
        if kind is RelationKind.CONTRADICTS:
            return _("An editor of this archive says that they contradict")
        return _("An editor of this archive says that both can be so")
    if kind is RelationKind.CONTRADICTS:
        return _("The party itself says that they contradict")
    return _("The party itself says that both can be so")


def related_to(kind: RelationKind, by: RelatedBy) -> str:
    """What is said of a claim and others, before the list of these: “An editor of this archive: does not contradict”."""
    who = _("An editor of this archive") if by is RelatedBy.EDITOR else _("The party itself")
    return _("%(who)s: %(kind)s") % {"who": who, "kind": kind.label}


def related_parties(
    one: str, others: Sequence[str], kind: RelationKind, by: RelatedBy, asked: str = "", elsewhere: Sequence[str] = ()
) -> str:
    """The sentence that what one party says contradicts, casts doubt on (and so on) what the others say.

    `elsewhere` has the answers of the party's own that are meant, where it says so of itself. `asked` is the question
    that it answers, where that is another than the one at hand.
    """
    said = [_("what is said by %(parties)s") % {"parties": with_and(others)}] if others else []
    if elsewhere:
        own = ngettext("its other answer (%(answers)s)", "its other answers (%(answers)s)", len(elsewhere))
        said.append(own % {"answers": "; ".join(elsewhere)})
    does = _("is overtaken by") if kind is RelationKind.OVERTAKEN_BY else kind.label
    values = {"party": one, "asked": f" ({asked})" if asked else "", "does": does, "others": with_and(said)}
    if by is RelatedBy.EDITOR:
        return _("An editor of this archive: what %(party)s said%(asked)s %(does)s %(others)s.") % values
    return _("%(party)s said that this%(asked)s %(does)s %(others)s.") % values
