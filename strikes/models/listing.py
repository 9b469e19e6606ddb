"""Listings: one row for each published incident, with what lists, filters and addresses of the public need.

All of it is derived from the public dossier. `strikes.listing.write` writes it, and nothing else does.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import Avg, Count, Exists, F, Func, OuterRef, Q, Sum
from django.db.models.functions import Coalesce, Floor
from django.utils.translation import gettext_lazy as _

from sources.dates.columns import partial_date_columns, stored_date
from sources.dates.value import DatePrecision
from sources.models import Source
from sources.names import normalise
from strikes.models.approved import ApprovedDossier, ApprovedVocabulary
from strikes.models.areas import distance_km, widened
from strikes.models.incident import LONGEST_SPAN, Incident
from strikes.models.listing_change import ListingChange, ListingChangeClaim
from strikes.models.listing_choice import ListingChoice
from strikes.models.listing_question import ListedConflict, ListingQuestion
from strikes.models.listing_spread import ListingSpread
from strikes.models.party import Party
from strikes.models.place import Place
from strikes.models.revision import Revision
from strikes.vocabulary.terms import LocationPrecision, PlaceLevel, QuestionState

NO_NUMBER = -1
MOST_MARKS = 200  # on one map
DRAWN_AS_POINTS = (
    LocationPrecision.SITE,
    LocationPrecision.VICINITY,
    LocationPrecision.LOCALITY,
    LocationPrecision.SETTLEMENT,
)
MOST_NAMED = 3  # questions of one state in a row of a list; the others are counted
LEVELS = tuple(level.name.lower() for level in PlaceLevel)


@dataclass(frozen=True)
class Further:
    """Questions of one state that a row of a list names, and how many more there are."""

    named: list[ListedConflict]
    more: int


class ListingQuerySet(models.QuerySet["Listing"]):
    def between(self, first: date | None, last: date | None) -> Self:
        """The listings that may have happened between the two days, both included (None: open): an overlap.

        Of one of two days the days between the two do not count.
        """
        rows = self
        if first and last:
            rows = rows.exclude(filed_precision=DatePrecision.ONE_OF, filed_earliest__lt=first, filed_latest__gt=last)
        if first:
            # The second condition says nothing new: no filing is longer. It lets an index on the earliest day serve.
            rows = rows.filter(filed_latest__gte=first, filed_earliest__gt=_before(first))
        return rows.filter(filed_earliest__lte=last) if last else rows

    def certainly_between(self, first: date | None, last: date | None) -> Self:
        """The listings of which every day that they are filed under lies between the two days (None: open)."""
        rows = self.filter(filed_earliest__gte=first) if first else self
        return rows.filter(filed_latest__lte=last, filed_earliest__lte=last) if last else rows

    def not_certainly_between(self, first: date | None, last: date | None) -> Self:
        """The listings of which some day that they are filed under lies outside the two days (None: open)."""
        inside = Q(filed_earliest__gte=first) if first else Q()
        return self.exclude(inside & Q(filed_latest__lte=last) if last else inside)

    def within(self, places: Collection[Place]) -> Self:
        """The listings filed under one of these places, or under a place in one of them."""
        # No condition more than there must be: with “or nothing” beside it, no index would answer.
        condition = Q()
        for level in PlaceLevel:
            if ids := [place.pk for place in places if place.level == level]:
                name = level.name.lower()
                condition |= Q((name, ids[0])) if len(ids) == 1 else Q((f"{name}__in", ids))
        return self.filter(condition) if condition else self.none()

    def in_box(self, west: float, south: float, east: float, north: float) -> Self:
        """The listings whose point lies in the box, in degrees; west of more than east crosses the date line."""
        rows = self.filter(latitude__range=(south, north))
        if west <= east:
            return rows.filter(longitude__range=(west, east))
        return rows.filter(Q(longitude__gte=west) | Q(longitude__lte=east))

    def near(self, latitude: float, longitude: float, km: float) -> Self:
        """The listings whose point lies at most so many kilometres from this one, along a great circle."""
        rows = self.in_box(*widened((longitude, latitude, longitude, latitude), km))
        return rows.alias(distance_km=distance_km(latitude, longitude)).filter(distance_km__lte=km)

    def without_point(self) -> Self:
        """The listings that have no point to compare with another point or a box."""
        return self.filter(latitude=None)

    def filed_finely(self) -> Self:
        """The listings filed under a settlement or finer, whether or not anybody gave a point."""
        return self.filter(incident__location_precision__in=DRAWN_AS_POINTS)

    def filed_coarsely(self) -> Self:
        """The listings filed under a district or wider, which has no point however well it is known."""
        return self.exclude(incident__location_precision__in=DRAWN_AS_POINTS)

    def in_countries_of(self, others: models.QuerySet["Listing"]) -> Self:
        """The listings filed under a country that one of the others is filed under."""
        return self.filter(country__in=others.values("country"))

    def told_by(self, parties: Collection[int]) -> Self:
        """The listings in which one of these parties, or an office that speaks for it, makes or tells a claim."""
        speaking = ListingParty.objects.filter(party__in=parties, claims__gt=0)
        return self.filter(pk__in=speaking.values("listing"))

    def speaking_or_quoted(self, party: Party) -> Self:
        """The listings in which the party, or an office that speaks for it, makes a claim or is quoted with one."""
        named = ListingParty.objects.filter(Q(claims__gt=0) | Q(quoted__gt=0), party=party)
        return self.filter(pk__in=named.values("listing"))

    def not_told_by(self, parties: Collection[int]) -> Self:
        """The listings in which no claim of these parties is recorded, nor of an office that speaks for one."""
        speaking = ListingParty.objects.filter(listing=OuterRef("pk"), party__in=parties, claims__gt=0)
        return self.filter(~Exists(speaking))

    def moved_by(self, parties: Collection[int], question: int | None = None) -> Self:
        """The listings in which one of these parties, or an office that speaks for it, changed its account; on the
        question with this key, if one is given."""
        if question is None:
            moving = ListingParty.objects.filter(party__in=parties, moves__gt=0)
            return self.filter(pk__in=moving.values("listing"))
        return self.filter(pk__in=ListingChange.objects.moves(question, parties).values("listing"))

    def with_some(self, counted: str) -> Self:
        """The listings with at least one of what this column counts: disputed, differing, moved, one_account."""
        return self.filter(**{f"{counted}__gt": 0})

    def of_outcome(self, outcomes: models.QuerySet[ListingQuestion], question: int) -> Self:
        """The listings of which the question with this key has one of these outcomes."""
        return self.filter(pk__in=outcomes.filter(question=question).values("listing"))

    def stated_since(self, day: date) -> Self:
        """The listings of which something was, or may have been, stated on this day or after it."""
        return self.filter(stated_latest__gte=day)

    def citing(self, source: Source) -> Self:
        """The listings in which a claim cites the source."""
        return self.filter(pk__in=ListingSource.objects.filter(source=source, claims__gt=0).values("listing"))

    def for_lines(self) -> Self:
        """The listings with what was approved of their incidents, for lists of claims by incident, newest first."""
        return self.select_related("incident__approved").order_by("-filed_earliest", "-code")

    def matching(self, words: str) -> Self:
        """The listings whose text holds all these words; phrases in quotation marks, `or` and `-` as in web searches."""
        return self.filter(words=SearchQuery(_normalised_query(words), config="english", search_type="websearch"))

    def by_degree(self) -> list[tuple[float, float, int]]:
        """The mean latitude and longitude of the points in each square degree, and their number; the largest first."""
        squares = self.filter(latitude__isnull=False).annotate(row=Floor("latitude"), column=Floor("longitude"))
        counted = (
            squares.order_by()
            .values("row", "column")
            .annotate(total=Count("pk"), north=Avg("latitude"), east=Avg("longitude"))
        )
        ordered = counted.order_by("-total", "row", "column")
        return list(ordered.values_list("north", "east", "total")[:MOST_MARKS])

    def totals(self) -> dict[str, int]:
        """How many incidents and claims are public, how many claims are quoted, how many incidents have no point."""
        return self.aggregate(
            incidents=Count("pk"),
            claims=Coalesce(Sum("claims"), 0),
            quoted=Coalesce(Sum("quoted"), 0),
            without_point=Count("pk") - Count("latitude"),
        )

    def for_list(self, asked: str = "", state: str = "") -> Self:
        """The listings with all that a row of a list says: first of the question of this code, and of any in this state."""
        parted = ListingQuestion.objects.parted(asked)
        rows = self.select_related("incident", *LEVELS).defer("text_words", "name_words", "words", "digest")
        rows = rows.annotate(asked=models.Value(asked), asked_state=models.Value(state))
        return rows.prefetch_related(
            models.Prefetch("spreads", ListingSpread.objects.select_related("question", "least_party", "most_party")),
            models.Prefetch("questions", parted.select_related("question"), to_attr="parted"),
            models.Prefetch("named", ListingParty.objects.moved().select_related("party"), to_attr="movers"),
        )


class Listing(models.Model):
    """What lists and filters need of one published incident. There is none of an incident that is not public."""

    incident = models.OneToOneField(Incident, models.CASCADE, primary_key=True, related_name="listing")
    # Stands in addresses of pages of the list, and orders what is otherwise alike.
    code = models.CharField(_("permanent code"), max_length=20, unique=True, db_collation="C")
    filed_earliest, filed_latest, filed_precision = partial_date_columns(_("filed under"), required=True)
    country = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    region = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    district = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    settlement = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    site = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    latitude = models.FloatField(_("latitude"), null=True)  # only of a point that may be drawn as one
    longitude = models.FloatField(_("longitude"), null=True)
    parties = models.PositiveIntegerField(_("parties that speak"))
    claims = models.PositiveIntegerField(_("claims"))
    quoted = models.PositiveIntegerField(_("claims with words of a source"), default=0)
    sources = models.PositiveIntegerField(_("sources"))
    disputed = models.PositiveIntegerField(_("questions disputed"), default=0)
    differing = models.PositiveIntegerField(_("questions on which numbers differ"), default=0)
    moved = models.PositiveIntegerField(_("questions on which a position moved"), default=0)
    one_account = models.PositiveIntegerField(_("questions with one account"), default=0)
    stated_latest = models.DateField(_("latest day on which anything was stated"), null=True)
    # The largest number of dead that anybody stated; NO_NUMBER where nobody did, so that those sort last.
    killed_key = models.IntegerField(_("killed, for sorting"), default=NO_NUMBER)
    text_words = SearchVectorField(_("words of its claims"))
    name_words = SearchVectorField(_("words of names"))
    words = models.GeneratedField(
        expression=Func(F("text_words"), F("name_words"), template="%(expressions)s", arg_joiner=" || "),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    digest = models.CharField(_("SHA-256 of the public dossier"), max_length=64)
    changed_at = models.DateTimeField(_("changed"))

    filed = stored_date("filed")
    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("listing"), _("listings")
        ordering = ["-filed_earliest", "-code"]
        indexes = [
            models.Index(
                F("filed_earliest").desc(),
                F("code").desc(),
                name="listing_newest",
                include=["filed_latest", "filed_precision"],
            ),
            models.Index(F("changed_at").desc(), F("code").desc(), name="listing_changed"),
            models.Index(F("killed_key").desc(), F("code").desc(), name="listing_killed"),
            # The key first, then the order: of an old war the newest are found without passing all that came later.
            *(
                models.Index(F(level), F("filed_earliest").desc(), F("code").desc(), name=f"listing_{level}")
                for level in LEVELS
            ),
            # Of an archive that merely lists, few incidents are disputed, differ or saw a move.
            *(
                models.Index(
                    F("filed_earliest").desc(),
                    F("code").desc(),
                    name=f"listing_some_{counted}",
                    condition=Q((f"{counted}__gt", 0)),
                )
                for counted in ("disputed", "differing", "moved")
            ),
            models.Index(fields=["latitude", "longitude"], name="listing_point"),
            GinIndex(fields=["words"], name="listing_words"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def places(self) -> list[Place]:
        """What it is filed under, the finest place first; they must be at hand."""
        filed_under = [getattr(self, level) for level in reversed(LEVELS)]
        return [place for place in filed_under if place]

    # Where accounts part, as a row of a list says it. These must be at hand, as `for_list` brings them.
    parted: list[ListingQuestion]
    asked: str
    asked_state: str

    @property
    def parting(self) -> ListedConflict | None:
        """The conflict that a row sets out: that which is asked for, or the first of the page."""
        return self._conflicts[0] if self._conflicts else None

    @property
    def also_disputed(self) -> Further:
        """Further questions that are disputed."""
        return self._further(QuestionState.DISPUTED)

    @property
    def also_differing(self) -> Further:
        """Further questions on which numbers differ."""
        return self._further(QuestionState.DIFFER)

    @cached_property
    def _conflicts(self) -> list[ListedConflict]:
        """All of them: first that which is asked for, then those in which somebody who is named faces somebody."""
        found = [conflict for each in self.parted for conflict in each.conflicts]
        return sorted(found, key=lambda conflict: (not self._is_asked(conflict), not conflict.sides))

    def _is_asked(self, conflict: ListedConflict) -> bool:
        return conflict.state == self.asked_state and self.asked in ("", conflict.question.code)

    def _further(self, state: QuestionState) -> Further:
        others = [each for each in self._conflicts[1:] if each.state is state]
        room = MOST_NAMED - (self._conflicts[:1] != [] and self._conflicts[0].state is state)
        return Further(others[:room], max(0, len(others) - room))


class ListingPartyQuerySet(models.QuerySet["ListingParty"]):
    def moved(self) -> Self:
        """Authorities, and parties that are their own, that corrected or changed what they had said."""
        return self.filter(moves__gt=0, party__authority=None).order_by("listing", "-moves", "party")


class ListingParty(models.Model):
    """A party of a public dossier, and how many claims it makes or tells there, and how often it moved.

    What is known only through another party is a claim of the party that tells it; of the one quoted it is counted in
    `quoted`. Offices count for the authority that they speak for too.
    """

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="named")
    party = models.ForeignKey(Party, models.CASCADE, related_name="listed")
    claims = models.PositiveIntegerField(_("claims"))
    quoted = models.PositiveIntegerField(_("claims known only through another party"), default=0)
    moves = models.PositiveIntegerField(_("corrections and changes of account"), default=0)

    objects = ListingPartyQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("party of a listing"), _("parties of listings")
        ordering = ["listing", "party"]
        constraints = [models.UniqueConstraint(fields=["party", "listing"], name="listing_party_once")]
        indexes = [models.Index(fields=["party", "listing"], name="listing_party_moved", condition=Q(moves__gt=0))]

    def __str__(self) -> str:
        return f"{self.listing_id}: {self.party_id}"


class ListingSource(models.Model):
    """A source that a public dossier names openly, and the number of claims that cite it there."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="cited")
    source = models.ForeignKey(Source, models.CASCADE, related_name="listed")
    claims = models.PositiveIntegerField(_("claims"))

    class Meta:
        verbose_name, verbose_name_plural = _("source of a listing"), _("sources of listings")
        ordering = ["listing", "source"]
        constraints = [models.UniqueConstraint(fields=["source", "listing"], name="listing_source_once")]

    def __str__(self) -> str:
        return f"{self.listing_id}: {self.source_id}"


def _normalised_query(words: str) -> str:
    """The words as the text is kept, with the signs of a web search, which stand at the head of a word, left to them."""
    return " ".join(("-" if word.startswith("-") else "") + normalise(word.lstrip("-")) for word in words.split())


def _before(day: date) -> date:
    """The last day on which nothing filed can still reach this one."""
    return day - LONGEST_SPAN if day - date.min > LONGEST_SPAN else date.min


# What is written from elsewhere: no form edits it, and no editor is asked about it.
DERIVED = (
    Listing,
    ListingQuestion,
    ListingSpread,
    ListingChoice,
    ListingChange,
    ListingChangeClaim,
    ListingParty,
    ListingSource,
    ApprovedDossier,
    ApprovedVocabulary,
    Revision,
)
