"""What the filters offer to choose from, and how many incidents each question would find."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count as CountRows
from django.db.models import Exists, F, Func, IntegerField, OuterRef

from strikes.listing.counts import Count, capped, count
from strikes.models import Listing, ListingParty, ListingQuestion, Party, Place, Question
from strikes.models.listing import ListingQuerySet
from strikes.models.listing_question import ListingQuestionQuerySet
from strikes.vocabulary.terms import PlaceLevel

MOST_PARTIES = 300
ANYTHING = "any"  # in place of the code of a question: whichever it is. No question has this code.

Outcome = Callable[[ListingQuestionQuerySet], ListingQuestionQuerySet]


@dataclass(frozen=True)
class OfferedQuestion:
    """A question, and the names of the filters under which it finds a listing. The key is 0 where there is none."""

    key: int
    code: str
    label: str
    found_by: frozenset[str] = frozenset()


def offered_questions(outcomes: Mapping[str, Outcome]) -> tuple[OfferedQuestion, ...]:
    """All questions, from the outcome that each filter asks for. One query: it looks up a row a question and filter."""
    rows = ListingQuestion.objects.filter(question=OuterRef("pk"))
    questions = Question.objects.annotate(**{f"is_{name}": Exists(outcome(rows)) for name, outcome in outcomes.items()})
    listed = questions.order_by("position", "pk").values("pk", "code", "label", *(f"is_{name}" for name in outcomes))
    return tuple(
        OfferedQuestion(row["pk"], row["code"], row["label"], frozenset(name for name in outcomes if row[f"is_{name}"]))
        for row in listed
    )


def offered_places(level: PlaceLevel) -> tuple[Place, ...]:
    """The places of this level that a published incident is filed under, by name; each with the place that it lies in."""
    listings = Listing.objects.filter(**{level.name.lower(): OuterRef("pk")})
    places = Place.objects.filter(Exists(listings), level=level).select_related("parent")
    return tuple(places.order_by("parent__name", "name", "pk"))


def offered_parties() -> tuple[str, ...]:
    """The names of the parties that make claims in published incidents."""
    speaking = ListingParty.objects.filter(party=OuterRef("pk"), claims__gt=0)
    parties = Party.objects.filter(Exists(speaking)).order_by(F("name"), "pk")
    return tuple(parties.values_list("name", flat=True)[:MOST_PARTIES])


def disputed_among(listings: ListingQuerySet) -> dict[str, Count]:
    """How many of these listings are disputed on each question, by its code, and on ANYTHING. They are few enough to be
    counted: two queries."""
    # The limit keeps the planner from walking all that is disputed.
    ids = capped(listings).values("pk")
    counted = ListingQuestion.objects.disputed().filter(listing__in=ids).order_by().values("question__code")
    totals = counted.annotate(total=CountRows("pk")).values_list("question__code", "total")
    return {ANYTHING: count(listings.with_some("disputed"))} | {code: Count(total) for code, total in totals}


def disputed_anywhere() -> dict[str, Count]:
    """How many of all listings are disputed on each question, by its code, and on ANYTHING: two queries."""
    ids = ListingQuestion.objects.disputed().filter(question=OuterRef("pk")).values("listing")
    counted = Func(ArraySubquery(capped(ids)), function="cardinality", output_field=IntegerField())
    questions = Question.objects.annotate(total=counted).filter(total__gt=0)
    totals = {code: Count(total) for code, total in questions.values_list("code", "total")}
    return {ANYTHING: count(Listing.objects.with_some("disputed"))} | totals
