"""`VERSION` names the rules by which states, sides, spreads and moves are found, and `CHANGES` says what changed in them.

A state that is printed, exported or cited depends on the rules of its day. Whoever changes what a rule finds adds an
entry, in sentences that the method page can print.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class RulesEntry:
    """One version of the rules: from which day, and what it finds otherwise than the one before."""

    version: int
    since: date
    says: tuple[Any, ...]


CHANGES = (
    RulesEntry(
        1,
        date(2026, 11, 24),
        (
            _("A question has one state: disputed, or else numbers differ, or else none of the two."),
            _("Every link from a later claim that corrects an earlier one, or changes the account, is a move."),
            _(
                "None, or none known, of a whole is read on the parts that are included in it, through one line of wholes."
            ),
        ),
    ),
    RulesEntry(
        2,
        date(2026, 11, 28),
        (
            _("A question can be disputed and its numbers can differ at once; both are kept, and filters find either."),
            _(
                "Different answers that no rule sets against each other are called so. The archive does not say that all can be so."
            ),
            _("Where somebody spoke without answering, the state is “no answer recorded”."),
            _(
                "Named parties, people on the ground, monitors, rescuers and investigators face each other first, then newsrooms, then compilations. Officials without a name are in conflict, and face nobody."
            ),
            _("Of numbers the smallest faces the largest. An answer against both sides is a third side."),
            _("Questions come in one fixed order of weight. A clash between compilations alone is a footnote."),
            _(
                "A party and a wider party that it is part of do not exclude each other, nor does a joint party its members."
            ),
            _("A denial can name a claim in place of an answer. To find no evidence is no denial."),
            _("A report overtaken by what another stated later itself makes no state."),
            _("One of two days means these two days, and none between. Two days of a filed span of two are one night."),
            _(
                "A question can be included in several wholes: none of any of them is read on it. A part that somebody puts above the highest number of the whole differs."
            ),
            _(
                "One change of one authority's answer to one question is one move, however many claims it joins. A narrower answer, and one that reads the same, is no move. Days run from the first statement of the earlier answer, and never from before the event."
            ),
            _("Officials without a name replace nobody's claim, and nobody replaces theirs."),
            _(
                "A spread keeps each hedge. It says where every number is one of a party that is said to have carried it out."
            ),
        ),
    ),
    RulesEntry(
        3,
        date(2026, 11, 28),
        (
            _(
                "A newsroom that saw or inquired itself faces others as investigators do. Until then it faced only where none of those spoke."
            ),
            _(
                "What caused the harm stands after what was struck in the order of weight, and munitions after precautions."
            ),
            _("A claim stated in a month, or another span of days, is put in order by the last of its days."),
        ),
    ),
)
VERSION = CHANGES[-1].version
