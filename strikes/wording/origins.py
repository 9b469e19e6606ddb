"""Where claims come from, and who printed them, in words. Pure."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.dossiers.dossier import Claim
from strikes.rules.origins import Lineage
from strikes.vocabulary.terms import Basis
from strikes.wording.names import DossierNames


def printed_by(publishers: int) -> str:
    """How many publishers print something: “printed by 3 publishers”."""
    said = ngettext("printed by %(count)s publisher", "printed by %(count)s publishers", publishers)
    return said % {"count": publishers}


def printed_differently(publisher: str, printed: str) -> str:
    """What a publisher prints that differs from the words that it relays, in a paragraph of its own."""
    return _("printed differently, %(publisher)s: %(printed)s") % {"publisher": publisher, "printed": printed}


def printed_differently_by(publisher: str, printed: str) -> str:
    """The same, as a note among others."""
    return _("printed differently by %(publisher)s: %(printed)s") % {"publisher": publisher, "printed": printed}


def known_origins(number: int) -> str:
    """How many origins are known: “2 known origins”, “no known origin”."""
    if not number:
        return _("no known origin")
    return ngettext("%(count)s known origin", "%(count)s known origins", number) % {"count": number}


def without_origin(number: int) -> str:
    """How many claims do not say where they come from."""
    return ngettext("%(count)s claim does not say", "%(count)s claims do not say", number) % {"count": number}


def why_without_origin(claim: Claim) -> str:
    """Why a claim has no origin: “a compilation”, “does not say”."""
    return _("a compilation") if claim.basis is Basis.COMPILATION else _("does not say")


def origins_in_words(numbers: Iterable[int], lineage: Lineage, names: DossierNames) -> str:
    """How many origins the claims of these numbers have, who printed them, and how many do not say: one line."""
    found = lineage.origins(numbers)
    compilations = sum(lineage.claims[number].basis is Basis.COMPILATION for number in found.unknown)
    silent = len(found.unknown) - compilations
    said = []
    if found.known:
        parties = names.some_parties(origin.authority for origin in found.known)
        publishers = {publisher for origin in found.known for publisher in origin.publishers}
        known = _("%(origins)s (%(parties)s)") % {"origins": known_origins(len(found.known)), "parties": parties}
        said.append(f"{known}, {printed_by(len(publishers))}")
    if compilations:
        said.append(_compilations(compilations))
    if silent:
        said.append(without_origin(silent))
    return "; ".join(said)


def _compilations(number: int) -> str:
    said = ngettext(
        "%(count)s compilation, no origin of its own", "%(count)s compilations, no origins of their own", number
    )
    return said % {"count": number}


def rests_on(claim: Claim, origins: Sequence[str], publishers: int, names: DossierNames) -> str:
    """On what a claim rests, to which parties it goes back (`origins`), and how many publishers print it: one line.

    Empty where nothing of this is known.
    """
    said = [] if claim.basis is Basis.NOT_STATED else [str(claim.basis.label)]
    if origins:
        said.append(_("goes back to %(parties)s") % {"parties": names.some_parties(origins)})
    return "; ".join([*said, *([printed_by(publishers)] if publishers > 1 else [])])
