"""Problems that only the archive can find in files that are right in themselves, each with its place in the file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from django.utils.translation import gettext as _

from sources.addresses import Stripped, strip_address
from sources.models import Address, Capture
from strikes.dossiers import dossier as plain
from strikes.dossiers.check.problems import Path, problem
from strikes.loading.files import SHARED, File, FileProblem
from strikes.models import Membership, Party, Place
from strikes.vocabulary.terms import PlaceLevel

# Yields, for a record at a path of its file, each problem as its path, its sentence and the sentence's values.
Found: TypeAlias = Iterator[tuple[Path, str, dict[str, Any]]]
Check: TypeAlias = Callable[[Any, Path], Found]


def archive_problems(files: Sequence[File]) -> Iterator[FileProblem]:
    """Every problem of these files that the rows of the archive show: a fixed number of queries."""
    checks: list[tuple[str, Check]] = [
        ("places", _places_within(_named(files, "places"))),
        ("parties", _offices(_named(files, "parties"))),
        ("parties", _members(_named(files, "parties"))),
        ("sources", _addresses(_named(files, "sources"))),
        ("sources", _captures(_named(files, "sources"))),
    ]
    for file in files:
        for part, check in checks:
            for record in getattr(file.dossier, part):
                here = (part, file.positions[part, getattr(record, SHARED[part])])
                for path, sentence, values in check(record, here):
                    yield FileProblem(file.path, problem(path, sentence, **values))


def _named(files: Iterable[File], part: str) -> dict[str, Any]:
    return {getattr(record, SHARED[part]): record for file in files for record in getattr(file.dossier, part)}


def _places_within(places: dict[str, plain.Place]) -> Check:
    """Places of the archive, not in these files, that would no longer lie in a coarser one."""
    rows = Place.objects.filter(parent__slug__in=places).exclude(slug__in=places)
    within = list(rows.order_by("slug").values_list("parent__slug", "slug", "level"))
    finest: dict[str, tuple[str, int]] = {}
    for parent, slug, level in within:
        finest[parent] = min(finest.get(parent, (slug, level)), (slug, level), key=lambda found: found[1])

    def check(place: plain.Place, path: Path) -> Found:
        slug, level = finest.get(place.slug, ("", len(PlaceLevel) + 1))
        if level <= PlaceLevel[place.level.upper()]:
            yield (
                (*path, "level"),
                _("In the archive “%(slug)s” lies in this place, which must be coarser."),
                {"slug": slug},
            )

    return check


def _offices(parties: dict[str, plain.Party]) -> Check:
    """Offices of the archive, not in these files, of a party that would no longer speak for itself."""
    rows = Party.objects.filter(authority__slug__in=parties).exclude(slug__in=parties)
    offices = dict(rows.order_by("slug").values_list("authority__slug", "slug"))

    def check(party: plain.Party, path: Path) -> Found:
        if party.authority and party.slug in offices:
            sentence = _("In the archive “%(slug)s” speaks for this party, which must speak for itself.")
            yield (*path, "authority"), sentence, {"slug": offices[party.slug]}

    return check


def _members(parties: dict[str, plain.Party]) -> Check:
    """Joint parties of the archive, not in these files, of which a party is a member that would be joint itself."""
    rows = Membership.objects.filter(member__slug__in=parties).exclude(joint__slug__in=parties)
    joint = dict(rows.order_by("joint__slug").values_list("member__slug", "joint__slug"))

    def check(party: plain.Party, path: Path) -> Found:
        if party.members and party.slug in joint:
            sentence = _("In the archive this party is a member of “%(slug)s”, and so no joint party itself.")
            yield (*path, "members"), sentence, {"slug": joint[party.slug]}

    return check


def _addresses(sources: dict[str, plain.Source]) -> Check:
    """Addresses of other sources of the archive.

    What stands under a source of these files is written anew, so that an address may pass between two of them.
    """
    stripped = {strip_address(url) for source in sources.values() for url in source.addresses}
    rows = Address.objects.annotate(stripped=Stripped("url")).filter(stripped__in=stripped)
    owners = dict(rows.exclude(source__code__in=sources).values_list("stripped", "source__code"))

    def check(source: plain.Source, path: Path) -> Found:
        for number, url in enumerate(source.addresses):
            if owner := owners.get(strip_address(url)):
                sentence = _("This address is that of the source “%(code)s” already.")
                yield (*path, "addresses", number), sentence, {"code": owner}

    return check


def _captures(sources: dict[str, plain.Source]) -> Check:
    """Captures of the archive that a file would drop: they are evidence."""
    kept: dict[str, set[int]] = {}
    rows = Capture.objects.filter(source__code__in=sources)
    for code, number in rows.values_list("source__code", "number"):
        kept.setdefault(code, set()).add(number)

    def check(source: plain.Source, path: Path) -> Found:
        numbers = {capture.number for capture in source.captures}
        for number in sorted(kept.get(source.code, set()) - numbers):
            sentence = _("The archive keeps capture %(number)s of this source, and the file does not have it.")
            yield (*path, "captures"), sentence, {"number": number}

    return check
