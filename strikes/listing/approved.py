"""Writing what the public reads: approved dossiers, and the questions. Only `strikes.listing.write` calls it."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from sources.models import Publisher, Source
from strikes.dossiers.dossier import Dossier
from strikes.models import ApprovedDossier, ApprovedVocabulary, Party, Place
from strikes.models.dossiers.shared import plain_parties, plain_places, plain_publishers, plain_sources_shown
from strikes.vocabulary.questions import Questions

_AT_ONCE = 200  # dossiers


def approve(incident: int, dossier: Dossier) -> None:
    """Keep the public dossier of an incident as what its pages are made of."""
    row = ApprovedDossier.of(dossier, incident_id=incident)
    ApprovedDossier.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["incident"], update_fields=["content", "sha256"]
    )


def approve_questions(questions: Questions) -> bool:
    """Keep the questions as those that pages are drawn with; whether they are others than before."""
    row = ApprovedVocabulary.of(questions, pk=1)
    if ApprovedVocabulary.objects.filter(sha256=row.sha256).exists():
        return False
    ApprovedVocabulary.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["id"], update_fields=["content", "sha256"]
    )
    return True


def approve_shared(incidents: Iterable[int]) -> None:
    """Bring what these incidents share with others up to date in their approved dossiers: a few queries for many.

    Only the values of records that a dossier names already: whoever changes which it names has it written whole.
    """
    keys = sorted(incidents)
    for start in range(0, len(keys), _AT_ONCE):
        rows = list(ApprovedDossier.objects.filter(pk__in=keys[start : start + _AT_ONCE]))
        dossiers = {row.pk: row.dossier for row in rows}
        values = _Shared(dossiers.values())
        anew = (ApprovedDossier.of(values.put_into(dossiers[row.pk]), incident_id=row.pk) for row in rows)
        before = {row.pk: row.sha256 for row in rows}
        changed = [row for row in anew if row.sha256 != before[row.pk]]
        ApprovedDossier.objects.bulk_update(changed, ["content", "sha256"])


class _Shared:
    """The values of now of all shared records that some dossiers name, by their permanent names."""

    def __init__(self, dossiers: Collection[Dossier]) -> None:
        self.places = _by_slug(plain_places(_keys(Place, "slug", (each.slug for d in dossiers for each in d.places))))
        self.publishers = _by_slug(
            plain_publishers(_keys(Publisher, "slug", (each.slug for d in dossiers for each in d.publishers)))
        )
        self.parties = _by_slug(
            plain_parties(_keys(Party, "slug", (each.slug for d in dossiers for each in d.parties)))
        )
        shown = (each.code for d in dossiers for each in d.sources if not each.is_withheld)
        self.sources = {each.code: each for each in plain_sources_shown(_keys(Source, "code", shown))}

    def put_into(self, dossier: Dossier) -> Dossier:
        return replace(
            dossier,
            places=tuple(self.places[each.slug] for each in dossier.places),
            publishers=tuple(self.publishers[each.slug] for each in dossier.publishers),
            parties=tuple(self.parties[each.slug] for each in dossier.parties),
            sources=tuple(each if each.is_withheld else self.sources[each.code] for each in dossier.sources),
        )


def _keys(model: Any, name: str, values: Iterable[str]) -> list[int]:
    return list(model.objects.filter(**{f"{name}__in": set(values)}).values_list("pk", flat=True))


def _by_slug(values: Iterator[Any]) -> dict[str, Any]:
    return {value.slug: value for value in values}
