"""Where claims come from, and who printed them, in words. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strikes.dossiers.dossier import Claim
from strikes.rules.origins import Lineage, Origins
from strikes.rules.stands import grouped
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
    """The same, as a note among others: without the full stop of a sentence."""
    values = {"publisher": publisher, "printed": printed.removesuffix(".")}
    return _("printed differently by %(publisher)s: %(printed)s") % values


def known_origins(number: int) -> str:
    """How many origins are known: “2 known origins”, “no known origin”."""
    if not number:
        return _("no known origin")
    return ngettext("%(count)s known origin", "%(count)s known origins", number) % {"count": number}


def without_origin(number: int) -> str:
    """How many claims do not say where they come from."""
    return ngettext("%(count)s claim does not say", "%(count)s claims do not say", number) % {"count": number}


def why_without_origin(claim: Claim, lineage: Lineage, names: DossierNames) -> str:
    """Why a claim is counted with no origin: “a compilation”, “told by others who are not recorded here”, “does not say”."""
    if roots := lineage.roots(claim.number):
        return _("goes back to %(parties)s, and to claims that do not say") % {
            "parties": names.some_parties(sorted(roots))
        }
    match claim.basis:
        case Basis.COMPILATION:
            return _("a compilation")
        case Basis.TOLD_BY:
            return _("told by others who are not recorded here")
        case _:
            return _("does not say")


def without_origin_in_words(claim: Claim, lineage: Lineage, names: DossierNames) -> str:
    """The sentence that a claim is counted with no origin, and why."""
    if roots := lineage.roots(claim.number):
        parties = names.some_parties(sorted(roots))
        return _("It goes back to %(parties)s, and to claims that do not say. It is counted apart.") % {
            "parties": parties
        }
    if lineage.origins([claim.number]).unknown != (claim.number,):
        return _("It goes back to claims of no known origin, and is counted apart.")
    match claim.basis:
        case Basis.COMPILATION:
            return _("It is a compilation, and never an origin; which claims it was put together from is not said.")
        case Basis.TOLD_BY:
            return _("It was told by others who are not recorded here, and is counted apart.")
        case _:
            return _("No source of it is given; it is counted apart.")


def apart(found: Origins, lineage: Lineage) -> Iterator[tuple[str, Sequence[int]]]:
    """What counts with no origin, by why: in words, with the numbers of the claims."""
    if found.partly:
        said = ngettext(
            "%(count)s claim goes back to a known origin in part",
            "%(count)s claims go back to a known origin in part",
            len(found.partly),
        )
        yield said % {"count": len(found.partly)}, found.partly
    by_basis = grouped(found.unknown, lambda number: lineage.claims[number].basis)
    if compiled := by_basis.pop(Basis.COMPILATION, []):
        yield _compilations(len(compiled), len({lineage.claims[number].party for number in compiled})), compiled
    if told := by_basis.pop(Basis.TOLD_BY, []):
        said = ngettext(
            "%(count)s claim is told by others who are not recorded here",
            "%(count)s claims are told by others who are not recorded here",
            len(told),
        )
        yield said % {"count": len(told)}, told
    if silent := [number for number in found.unknown if any(number in numbers for numbers in by_basis.values())]:
        yield without_origin(len(silent)), silent


def origins_in_words(numbers: Iterable[int], lineage: Lineage, names: DossierNames) -> str:
    """How many origins the claims of these numbers have, who printed them, and how many have none: one line."""
    found = lineage.origins(numbers)
    said = []
    if found.known:
        parties = names.some_parties(origin.authority for origin in found.known)
        publishers = {publisher for origin in found.known for publisher in origin.publishers}
        known = _("%(origins)s (%(parties)s)") % {"origins": known_origins(len(found.known)), "parties": parties}
        said.append(f"{known}, {printed_by(len(publishers))}")
    return "; ".join([*said, *(words for words, _numbers in apart(found, lineage))])


def _compilations(numbers: int, compilers: int) -> str:
    """Numbers that were put together from what others published, by how many: one compiler can give several."""
    if numbers != compilers:
        said = ngettext(
            "%(numbers)s numbers of %(count)s compilation, no origin of its own",
            "%(numbers)s numbers of %(count)s compilations, no origins of their own",
            compilers,
        )
        return said % {"numbers": numbers, "count": compilers}
    said = ngettext(
        "%(count)s compilation, no origin of its own", "%(count)s compilations, no origins of their own", compilers
    )
    return said % {"count": compilers}


def rests_on(
    claim: Claim, origins: Sequence[str], publishers: int, names: DossierNames, *, is_partly_known: bool = False
) -> str:
    """On what a claim rests, to which parties it goes back (`origins`), and how many publishers print it: one line.

    Empty where nothing of this is known. `is_partly_known`: it goes back to claims that do not say, too.
    """
    said = [] if claim.basis is Basis.NOT_STATED else [str(claim.basis.label)]
    if origins:
        to = (
            _("goes back to %(parties)s, and to claims that do not say")
            if is_partly_known
            else _("goes back to %(parties)s")
        )
        said.append(to % {"parties": names.some_parties(origins)})
    return "; ".join([*said, *([printed_by(publishers)] if publishers > 1 else [])])
