"""What is missing in the archive, in plain words: for the filters of the admin's lists, and for a panel that leads to them.

A condition is a method of the rows' QuerySet with its name; one more is one line here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.models import Capture, CaptureQuerySet, Publisher, PublisherQuerySet, Source, SourceQuerySet
from strikes.models import Citation, Claim, Incident, Party, Place
from strikes.models.citation import CitationQuerySet, uncited
from strikes.models.claim import ClaimQuerySet
from strikes.models.incident import IncidentQuerySet
from strikes.models.party import PartyQuerySet
from strikes.models.place import PlaceQuerySet

MOST_COUNTED = 10_000  # rows; beyond that nobody wants to know how many more
PARAMETER = "missing"  # of the lists' addresses
_OWN_SCRIPT = gettext_lazy("no name in its own script")
_NO_COPY = gettext_lazy("no kept copy")


@dataclass(frozen=True)
class Condition:
    """A condition on the rows of a list: its name in the address, what it is called, and the rows that meet it."""

    name: str
    label: Any
    rows: Callable[[Any], QuerySet[Any]]


_CLAIMS = (
    Condition("publication", gettext_lazy("only publication: cited and answered"), ClaimQuerySet.ready),
    Condition("citation", gettext_lazy("no citation as evidence"), ClaimQuerySet.uncited),
    Condition("words", gettext_lazy("neither quotation nor summary"), ClaimQuerySet.without_words),
    Condition("day", gettext_lazy("no day stated"), ClaimQuerySet.without_day),
    Condition("basis", gettext_lazy("basis not stated"), ClaimQuerySet.without_basis),
    Condition("place", gettext_lazy("a point without a place"), ClaimQuerySet.without_place),
)


_CITATIONS = (
    Condition("copy", _NO_COPY, CitationQuerySet.without_copy),
    Condition("capture", gettext_lazy("not said which copy was read"), CitationQuerySet.without_capture),
    Condition("translation", gettext_lazy("no translation"), CitationQuerySet.untranslated),
)


_INCIDENTS = (
    Condition("publication", gettext_lazy("publication: a draft"), IncidentQuerySet.drafts),
    Condition("claims", gettext_lazy("no claims"), IncidentQuerySet.without_claims),
    Condition("place", gettext_lazy("no place finer than a district"), IncidentQuerySet.without_place),
    Condition("summary", gettext_lazy("no summary"), IncidentQuerySet.without_summary),
)


_SOURCES = (
    Condition("copy", _NO_COPY, SourceQuerySet.without_copy),
    Condition("claims", gettext_lazy("cited by nothing"), uncited),
    Condition("original", gettext_lazy("no title in its own language"), SourceQuerySet.without_original_title),
    Condition("day", gettext_lazy("no day of publication"), SourceQuerySet.without_day),
    Condition("address", gettext_lazy("no address"), SourceQuerySet.without_address),
)


_CAPTURES = (Condition("copy", gettext_lazy("neither file nor archive address"), CaptureQuerySet.without_copy),)


_PUBLISHERS = (
    Condition("original", _OWN_SCRIPT, PublisherQuerySet.without_original_name),
    Condition("country", gettext_lazy("no country"), PublisherQuerySet.without_country),
    Condition("sources", gettext_lazy("no sources"), PublisherQuerySet.without_sources),
)


_PARTIES = (
    Condition("original", _OWN_SCRIPT, PartyQuerySet.without_original_name),
    Condition("claims", gettext_lazy("no claims"), PartyQuerySet.without_claims),
)


_PLACES = (
    Condition("original", _OWN_SCRIPT, PlaceQuerySet.without_original_name),
    Condition("point", gettext_lazy("no coordinates"), PlaceQuerySet.without_point),
)


# In the order of the panel.
CONDITIONS: dict[type[Model], tuple[Condition, ...]] = {
    Claim: _CLAIMS,
    Incident: _INCIDENTS,
    Citation: _CITATIONS,
    Source: _SOURCES,
    Capture: _CAPTURES,
    Publisher: _PUBLISHERS,
    Party: _PARTIES,
    Place: _PLACES,
}


@dataclass(frozen=True)
class MissingCount:
    """How many rows lack something, in words, and the list that shows them."""

    label: Any
    number: str
    address: str


@dataclass(frozen=True)
class MissingOfModel:
    """What is missing in the rows of one model."""

    label: str
    lines: list[MissingCount]


def panel(user: AbstractBaseUser | AnonymousUser) -> list[MissingOfModel]:
    """What is missing in all that this account may look at: one query a condition, each counting 10,001 at most."""
    groups = [
        MissingOfModel(capfirst(str(model._meta.verbose_name_plural)), [*_lines(model)])
        for model in CONDITIONS
        if _may_view(user, model)
    ]
    return [group for group in groups if group.lines]


def _may_view(user: Any, model: type[Model]) -> bool:
    label, name = model._meta.app_label, model._meta.model_name
    return any(user.has_perm(f"{label}.{act}_{name}") for act in ("view", "change"))


def _lines(model: type[Model]) -> Iterator[MissingCount]:
    changelist = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    for condition in CONDITIONS[model]:
        if number := _capped(condition.rows(model._default_manager.all())):
            yield MissingCount(condition.label, number, reverse(changelist, query={PARAMETER: condition.name}))


def _capped(rows: QuerySet[Any]) -> str:
    """How many rows there are, as far as anybody wants to know; empty where there are none."""
    total = rows.order_by().values("pk")[: MOST_COUNTED + 1].count()
    if total > MOST_COUNTED:
        return _("more than %(number)s") % {"number": f"{MOST_COUNTED:,}"}
    return f"{total:,}" if total else ""
