"""Words that are known only through another party, with that party first: “Israel’s military says that Hamas said”. Pure.

They are what the teller claims, and no position of the party quoted.
"""

import re
from typing import assert_never

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.vocabulary.terms import Stance

_ARTICLE = re.compile(r"^(?:A|An|The)(?= )")  # of a name such as “A legal officer”, within a sentence


def tells(teller: str, party: str, stance: Stance = Stance.ASSERTS, *, is_many: bool = False) -> str:
    """Who tells that a party said, denied and so on; `is_many` says that the teller is many voices."""
    values = {"teller": teller, "said": spoke(party, stance)}
    return ngettext("%(teller)s says that %(said)s", "%(teller)s say that %(said)s", 2 if is_many else 1) % values


def spoke(party: str, stance: Stance) -> str:
    """What a party did with an answer, in the past, within a sentence: “Hamas denied”, “an activist said”."""
    match stance:
        case Stance.ASSERTS:
            said = _("%(party)s said")
        case Stance.DENIES:
            said = _("%(party)s denied")
        case Stance.NO_EVIDENCE:
            said = _("%(party)s found no evidence of")
        case Stance.NOT_ESTABLISHED:
            said = _("%(party)s could not establish")
        case Stance.NOT_RULED_OUT:
            said = _("%(party)s did not rule out")
        case Stance.DECLINES:
            said = _("%(party)s declined to say")
        case Stance.INVESTIGATING:
            said = _("%(party)s began to look into it")
        case Stance.CONDITIONAL:
            said = _("%(party)s said what would be, on a condition")
        case Stance.RETRACTS:
            said = _("%(party)s took it back")
        case _:
            assert_never(stance)
    return said % {"party": _ARTICLE.sub(lambda article: article[0].lower(), party)}
